"""holders: who is said to have an office or a part: "Captain Ida Hale", "the operator of the ferry is Blue Sound".

An office is one that one person or organization at a time has in a story (see `offices` of models/languages), so that
two sources that name two for it are at odds. It is read from few patterns:

- a title: "Captain Ida Hale";
- an apposition: "the captain, Ida Hale, …", "Ida Hale, the captain", "the captain, named by police as Ida Hale";
- a copula: "the operator of the ferry is Blue Sound", "Ida Hale was the captain", "as the captain, Ida Hale …";
- a verb: "Blue Sound runs the ferry", "Ida Hale, who commanded the ship", "run by Blue Sound".

The words before a noun belong to it, and what it is of; of a verb what it does it to: who runs a port runs no ferry.
What is denied, and whoever had the office before or stands in for the holder, is no claim.
"""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from conspectus.engine import Language
from conspectus.stages.claim import Claim
from conspectus.stages.figures import INDEFINITE
from conspectus.stages.items import Item, Parsed
from conspectus.stages.offices import office_of_compound, office_phrases
from conspectus.stages.proper_names import ProperNames
from conspectus.stages.scenes import SCENE
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

OFFICE = "office"
BETWEEN = 9  # words up to which a name behind an office is the office's
BEHIND = 3  # words up to which an office behind a comma is a name's: "who was the captain"
CLAUSE = 7  # words up to which a verb behind a comma is a name's: "which for thirty years has run the ferry"
MODIFIERS = 2  # words before an office that say which it is
OF = 3  # words behind an office that say of what
DENIED = 2  # words before an office, or the name, among which a negation denies it


def holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    """The claims of a sentence that somebody has an office, or one of some."""
    if any(word.folded in language.namesakes for word in parsed.known):
        return  # "not to be confused with the mayor"
    found = list(_holders(sentence, row, parsed, language))
    same = Counter(office for claim in found for office in claim.nouns)
    for claim in found:
        yield replace(claim, is_one_of_two=True) if any(same[office] > 1 for office in claim.nouns) else claim


def _holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    words = [word.folded for word in parsed.known]
    nouns = office_phrases(language).find(words)
    read = _Reader(parsed, language)
    for number, word in enumerate(words):
        last, office = nouns.get(number, (number, ""))
        kind = ""  # what stands before the office in a compound: "Werk" of "Werkleiter"
        if not office:
            kind, office = office_of_compound(word, language)
        if office:
            offices: Collection[str] = (office,)
            name, of = read.by_noun(number, last)
            is_title = bool(name) and read.is_title(number, last, name[0])
        elif offices := language.office_verbs.get(word, ()):
            name, of = read.by_verb(number)
            is_title = False
        if not offices or not name or read.is_denied(min(number, name[0]), max(last, name[-1])):
            continue
        start, end = parsed.words[name[0]][0], parsed.words[name[-1]][1]
        end -= len("'s") * words[name[-1]].endswith("'s")
        value = " ".join(words[place].removesuffix("'s") for place in name)
        around = {parsed.known[place].stem: 1.0 for place in of if place not in name}
        named = frozenset(parsed.known[place].stem for place in of if read.names(place))
        if kind:
            around, named = around | {kind: 1.0}, named | {kind}
        item = Item(Gate.NAME, start, end, value)
        if not language.scenes.isdisjoint(offices):  # "the scene of the blast was Mill Lane"
            yield Claim(sentence, row, item, SCENE, frozenset(), around)
        else:
            yield Claim(sentence, row, item, OFFICE, frozenset(offices), around, named, is_bare=is_title)


class _Reader:
    """Reads who has an office from a sentence; all of it in numbers of words."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self._parsed, self._language = parsed, language
        self._words = [word.folded for word in parsed.known]
        self._names = ProperNames(parsed, language)

    def by_noun(self, first: int, last: int) -> tuple[list[int], list[int]]:
        """The words of the name that has the office of some words, and those that say which office it is."""
        language, words = self._language, self._words
        adjective = self._adjective(last)
        modifiers = [*self._modifiers(first), *adjective]
        last += len(adjective)
        open_ = first - len(modifiers) + len(adjective)
        before = words[max(0, open_ - 1) : first]
        if not language.other_holders.isdisjoint((*before, *words[last + 1 : last + 2])):  # "el presidente saliente"
            return [], []
        if not INDEFINITE.isdisjoint(before):
            return [], []
        of, end = self._of_what(last)
        opening = [word for word in words[max(0, open_ - 2) : open_] if word not in language.articles]
        # "The lawyer of the captain is Jana Erb."
        alone = bool(opening) and opening[-1] in language.of_words
        given = bool(of) and first > 0 and words[first - 1] in language.naming_words
        closed = bool(of) or end == len(words) or bool(self._names.gap(end).strip())
        if words[0] in language.naming_words and 0 < open_ <= 2:
            name = self._of_opening(end)
        else:
            name = self._behind(last, of, end, alone, given) or ([] if alone else self._before(first, closed))
        return name, [*modifiers, *of]

    def by_verb(self, verb: int) -> tuple[list[int], list[int]]:
        """The words of the name that is a verb's subject or agent, and the first of those that say of what."""
        reach = range(verb + 1, min(verb + 1 + CLAUSE, len(self._words)))
        behind = list(itertools.takewhile(lambda n: not self._names.gap(n).strip(), reach))
        if behind and self._words[behind[0]] in self._language.by_words:
            name = next((found for n in behind[1:3] if (found := self._names.holder(n, 1, joined=True))), [])
            back = range(verb - 1, max(-1, verb - 1 - CLAUSE), -1)
            return name, self._saying(itertools.takewhile(lambda n: not self._names.gap(n + 1).strip(), back))
        comma, name = self._subject(verb)
        return name, self._saying(behind) or self._saying(range(verb - 1, comma, -1))

    def is_title(self, first: int, last: int, name: int) -> bool:
        """Whether nothing tells which office is meant: "Captain Hale", not "the captain, Hale", "captain of Tolen"."""
        before = first - len(self._modifiers(first)) - 1
        known = before >= 0 and self._words[before] in self._language.articles
        behind = range(last + 1, name + 1)
        direct = last < name and not any(
            "," in self._names.gap(place) or self._words[place] in self._language.naming_words for place in behind
        )
        return not self._of_what(last)[0] and (direct or not known)

    def is_denied(self, first: int, last: int) -> bool:
        """Whether a negation stands among some words or right before them."""
        return not self._language.negations.isdisjoint(self._words[max(0, first - DENIED) : last + 1])

    def names(self, number: int) -> bool:
        """Whether a word is a name as far as its capital tells."""
        return self._names.has_capital(number) and not self._language.capitalizes_nouns

    def _behind(self, office: int, of: Sequence[int], end: int, alone: bool, given: bool) -> list[int]:
        """The words of the name behind an office: at once, behind a comma, or behind a word that gives it, which may
        stand before the office (`given`). `alone` if the office is told of as somebody's.
        """
        language, words = self._language, self._words
        comma = 0
        for place in range(office + 1, min(end + BETWEEN, len(words))):
            gap = self._names.gap(place).strip(" -")
            if gap == "," and not comma:
                comma = place
            elif gap:
                return []
            if place in of:
                continue
            if self._names.may_be(place):
                if not comma and (place == office + 1 or (given and place == end)):
                    return self._up_to_possessive(self._names.holder(place, 1))
                if not comma and of and place == end and language.modifies_behind:
                    name = self._names.holder(place, 1)  # "el ministro de Hacienda Luc Ferrand"
                    return name if len(name) > 1 else []
                if place == comma:
                    name = self._names.holder(place, 1)
                    return name if self._names.is_closed(name) else []
                article = words[place - 1] in language.articles and place > office + 2
                said = words[place - 2] if article else words[place - 1]
                if said in language.naming_words:
                    name = self._names.holder(place, 1, joined=True)
                    return [] if alone or not self._is_told(name) else name
                if comma:
                    return []
            elif self._parsed.known[place].says and not comma and words[place] not in language.naming_words:
                return []
        return []

    def _of_opening(self, end: int) -> list[int]:
        """The words of the name that has an office with which the sentence opens, and which ends before a word: "As the
        captain, Ida Hale …", "Als Kapitänin hat Ida Hale …".
        """
        for place in range(end, min(end + BEHIND, len(self._words))):
            if self._names.gap(place).strip() not in ("", ","):
                break
            if self._names.may_be(place):
                return self._names.holder(place, 1)
            if self._parsed.known[place].says:
                break
        return []

    def _before(self, office: int, closed: bool) -> list[int]:
        """The words of the name before an office, and before a comma if the office is `closed` by a mark or by what it
        is of: "Ida Hale, the captain", "Ida Hale was the captain".
        """
        small = 0  # words between that are neither the office's nor give it to the name
        for place in range(office, max(0, office - BEHIND), -1):
            if "," in self._names.gap(place):
                return self._names.holder_before(place) if small <= 1 and closed else []
            word = self._parsed.known[place - 1]
            if not word.says and word.folded in self._language.naming_words:
                comma = [
                    n for n in (place - 1, place - 2) if n > 0 and "," in self._names.gap(n)
                ]  # "who was the captain"
                return self._names.holder_before(comma[0] if comma else place - 1)
            small += not word.says
        return []

    def _subject(self, verb: int) -> tuple[int, list[int]]:
        """Where the clause of a verb begins, and the name that is its subject: right before it, or before the comma.

        What the name is may stand between: "Blue Sound, the company, which runs the ferry".
        """
        for place in range(verb, max(0, verb - CLAUSE), -1):
            gap = self._names.gap(place).strip()
            if "," in gap:
                name = [] if self._parsed.known[place].says else self._name_near(place)
                inserted = [n for n in range(place - 1, max(0, place - 1 - BEHIND), -1) if "," in self._names.gap(n)]
                return place, name or (self._names.holder_before(inserted[0]) if inserted else [])
            if gap:
                break
            near = place == verb or (place == verb - 1 and not self._parsed.known[place].says)
            name = self._names.holder(place - 1, -1, joined=True) if near else []
            if name:
                return place, name
        return verb, []

    def _name_near(self, comma: int) -> list[int]:
        """The words of the name right before a comma; where verbs end a clause, or shortly before it: "… meldete sich
        Ida Hale zu Wort, die das Schiff führte".
        """
        name = self._names.holder_before(comma)
        for place in range(comma - 1, max(0, comma - 1 - BEHIND), -1) if self._language.ends_with_verbs else ():
            if name or self._names.gap(place).strip():
                break
            name = self._names.holder_before(place)
        return name if name and (len(name) > 1 or name[-1] == comma - 1) else []

    def _of_what(self, office: int) -> tuple[list[int], int]:
        """The words that say what an office is of, and where they end: "of the election commission"."""
        place, end = office + 1, min(office + 2 + 2 * OF, len(self._words))
        if place >= end or self._words[place] not in self._language.of_words or self._names.gap(place).strip():
            return [], place
        found: list[int] = []
        for place in range(office + 2, end):
            says = self._parsed.known[place].says
            stops = found and (self._names.has_capital(place) or not says)
            if self._names.gap(place).strip() or self._words[place] in self._language.naming_words or stops:
                return found, place
            if says:
                found.append(place)
            if len(found) == OF:
                return found, place + 1
        return found, end

    def _modifiers(self, office: int) -> list[int]:
        """The words right before an office that say which it is."""
        found: list[int] = []
        for number in range(office - 1, max(-1, office - 1 - MODIFIERS), -1):
            if not self._parsed.known[number].says or self._names.gap(number + 1).strip(" -"):
                break
            found.append(number)
        return found

    def _adjective(self, office: int) -> list[int]:
        """The word between an office and a name of two words that says which office it is: "el ministro francés …"."""
        place = office + 1
        if not self._language.modifies_behind or not 0 < place < len(self._words) - 2 or self._names.gap(place).strip():
            return []
        if (
            not self._parsed.known[place].says
            or self._names.has_capital(place)
            or self._names.gap(place + 1).strip() not in ("", ",")
        ):
            return []
        return [place] if self._names.may_be(place + 1) and self._names.may_be(place + 2) else []

    def _up_to_possessive(self, name: list[int]) -> list[int]:
        """A name up to its possessive: "President Hale's cabinet"."""
        owner = next((n for n, place in enumerate(name) if self._words[place].endswith("'s")), len(name))
        return name[: owner + 1]

    def _is_told(self, name: Sequence[int]) -> bool:
        """Whether a name behind a copula is one, and not "American", nor of whose brother somebody is."""
        if not name or self._words[name[-1]].endswith("'s"):
            return False
        return len(name) > 1 or self._names.is_acronym(name[0])

    def _saying(self, places: Iterable[int]) -> list[int]:
        """The first of some words that says something."""
        return list(itertools.islice((place for place in places if self._parsed.known[place].says), 1))
