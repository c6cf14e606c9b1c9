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

import functools
import itertools
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from conspectus.engine import Language
from conspectus.stages.claim import Claim
from conspectus.stages.figures import INDEFINITE
from conspectus.stages.items import Item, Parsed
from conspectus.stages.phrases import Phrases
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate
from conspectus.words import look_up

OFFICE = "office"
BETWEEN = 9  # words up to which a name behind an office is the office's
BEHIND = 3  # words up to which an office behind a comma is a name's: "who was the captain"
CLAUSE = 7  # words up to which a verb behind a comma is a name's: "which for thirty years has run the ferry"
MODIFIERS = 2  # words before an office that say which it is
SHORTEST = 3  # letters of what stands before an office in a compound: "Bauleiter"
OF = 3  # words behind an office that say of what
LONGEST = 8  # words of a name
DENIED = 2  # words before an office, or the name, among which a negation denies it
_ENDS = ",.;:!?()[]–—"


def holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    """The claims of a sentence that somebody has an office, or one of some."""
    found = list(_holders(sentence, row, parsed, language))
    same = Counter(office for claim in found for office in claim.nouns)
    for claim in found:
        yield replace(claim, is_one_of_two=True) if any(same[office] > 1 for office in claim.nouns) else claim


def _holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    words = [word.folded for word in parsed.known]
    nouns = _phrases(language).find(words)
    read = _Reader(parsed, language)
    for number, word in enumerate(words):
        last, office = nouns.get(number, (number, ""))
        kind = ""  # what stands before the office in a compound: "Werk" of "Werkleiter"
        if not office:
            kind, office = _office_of_compound(word, language)
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
        yield Claim(sentence, row, item, OFFICE, frozenset(offices), around, named, is_bare=is_title)


def names_office(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell who has an office."""
    return (
        not language.office_verbs.keys().isdisjoint(words)
        or _phrases(language).may_stand_in(words)
        or any(_office_of_compound(word, language)[1] for word in words)
    )


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Phrases:
    return Phrases(language.offices, language)


def _office_of_compound(word: str, language: Language) -> tuple[str, str]:
    """What stands before the office that ends a compound, as a stem, and the office: "Bauleiter"; "" if none."""
    return _last_part(word, language) if language.capitalizes_nouns else ("", "")


@functools.lru_cache(maxsize=10_000)
def _last_part(word: str, language: Language) -> tuple[str, str]:
    for length in range(SHORTEST, len(word) - SHORTEST):
        if word[length:] in language.offices:
            return look_up(word[:length], language).stem, language.offices[word[length:]]
    return "", ""


class _Reader:
    """Reads who has an office from a sentence; all of it in numbers of words."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self._parsed, self._language = parsed, language
        self._words = [word.folded for word in parsed.known]
        joints = language.of_words | language.articles | language.range_words.get("and", frozenset())
        self._joints = frozenset() if language.capitalizes_nouns else joints
        days = [item for item in parsed.items if item.gate == Gate.DATE]
        self._days = {number for day in days for number in parsed.of(day)}
        first = parsed.items[0] if parsed.items else None
        named = first is not None and first.gate == Gate.NAME and first.start == parsed.words[0][0]
        self._opens_with_name = named or language.capitalizes_nouns

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
        closed = bool(of) or end == len(words) or bool(self._gap(end).strip())
        if words[0] in language.naming_words and 0 < open_ <= 2:
            name = self._of_opening(end)
        else:
            name = self._behind(last, of, end, alone, given) or ([] if alone else self._before(first, closed))
        return name, [*modifiers, *of]

    def by_verb(self, verb: int) -> tuple[list[int], list[int]]:
        """The words of the name that is a verb's subject or agent, and the first of those that say of what."""
        reach = range(verb + 1, min(verb + 1 + CLAUSE, len(self._words)))
        behind = list(itertools.takewhile(lambda n: not self._gap(n).strip(), reach))
        if behind and self._words[behind[0]] in self._language.by_words:
            name = next((found for n in behind[1:3] if (found := self._name(n, 1, joined=True))), [])
            back = range(verb - 1, max(-1, verb - 1 - CLAUSE), -1)
            return name, self._saying(itertools.takewhile(lambda n: not self._gap(n + 1).strip(), back))
        comma, name = self._subject(verb)
        return name, self._saying(behind) or self._saying(range(verb - 1, comma, -1))

    def is_title(self, first: int, last: int, name: int) -> bool:
        """Whether nothing tells which office is meant: "Captain Hale", not "the captain, Hale", "captain of Tolen"."""
        before = first - len(self._modifiers(first)) - 1
        known = before >= 0 and self._words[before] in self._language.articles
        behind = range(last + 1, name + 1)
        direct = last < name and not any(
            "," in self._gap(place) or self._words[place] in self._language.naming_words for place in behind
        )
        return not self._of_what(last)[0] and (direct or not known)

    def is_denied(self, first: int, last: int) -> bool:
        """Whether a negation stands among some words or right before them."""
        return not self._language.negations.isdisjoint(self._words[max(0, first - DENIED) : last + 1])

    def names(self, number: int) -> bool:
        """Whether a word is a name as far as its capital tells."""
        return self._has_capital(number) and not self._language.capitalizes_nouns

    def _has_capital(self, number: int) -> bool:
        return self._parsed.words[number][2][0].isupper()

    def _behind(self, office: int, of: Sequence[int], end: int, alone: bool, given: bool) -> list[int]:
        """The words of the name behind an office: at once, behind a comma, or behind a word that gives it, which may
        stand before the office (`given`). `alone` if the office is told of as somebody's.
        """
        language, words = self._language, self._words
        comma = 0
        for place in range(office + 1, min(end + BETWEEN, len(words))):
            gap = self._gap(place).strip(" -")
            if gap == "," and not comma:
                comma = place
            elif gap:
                return []
            if place in of:
                continue
            if self._is_name(place):
                if not comma and (place == office + 1 or (given and place == end)):
                    return self._without_possessed(self._name(place, 1))
                if not comma and of and place == end and language.modifies_behind:
                    name = self._name(place, 1)  # "el ministro de Hacienda Luc Ferrand"
                    return name if len(name) > 1 else []
                if place == comma:
                    name = self._name(place, 1)
                    return name if self._is_closed(name) else []
                article = words[place - 1] in language.articles and place > office + 2
                said = words[place - 2] if article else words[place - 1]
                if said in language.naming_words:
                    name = self._name(place, 1, joined=True)
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
            if self._gap(place).strip() not in ("", ","):
                break
            if self._is_name(place):
                return self._name(place, 1)
            if self._parsed.known[place].says:
                break
        return []

    def _before(self, office: int, closed: bool) -> list[int]:
        """The words of the name before an office, and before a comma if the office is `closed` by a mark or by what it
        is of: "Ida Hale, the captain", "Ida Hale was the captain".
        """
        small = 0  # words between that are neither the office's nor give it to the name
        for place in range(office, max(0, office - BEHIND), -1):
            if "," in self._gap(place):
                return self._name_before(place) if small <= 1 and closed else []
            word = self._parsed.known[place - 1]
            if not word.says and word.folded in self._language.naming_words:
                comma = [n for n in (place - 1, place - 2) if n > 0 and "," in self._gap(n)]  # "who was the captain"
                return self._name_before(comma[0] if comma else place - 1)
            small += not word.says
        return []

    def _subject(self, verb: int) -> tuple[int, list[int]]:
        """Where the clause of a verb begins, and the name that is its subject: right before it, or before the comma.

        What the name is may stand between: "Blue Sound, the company, which runs the ferry".
        """
        for place in range(verb, max(0, verb - CLAUSE), -1):
            gap = self._gap(place).strip()
            if "," in gap:
                name = [] if self._parsed.known[place].says else self._name_near(place)
                inserted = [n for n in range(place - 1, max(0, place - 1 - BEHIND), -1) if "," in self._gap(n)]
                return place, name or (self._name_before(inserted[0]) if inserted else [])
            if gap:
                break
            near = place == verb or (place == verb - 1 and not self._parsed.known[place].says)
            name = self._name(place - 1, -1, joined=True) if near else []
            if name:
                return place, name
        return verb, []

    def _name_near(self, comma: int) -> list[int]:
        """The words of the name right before a comma; where verbs end a clause, or shortly before it: "… meldete sich
        Ida Hale zu Wort, die das Schiff führte".
        """
        name = self._name_before(comma)
        for place in range(comma - 1, max(0, comma - 1 - BEHIND), -1) if self._language.ends_with_verbs else ():
            if name or self._gap(place).strip():
                break
            name = self._name_before(place)
        return name if name and (len(name) > 1 or name[-1] == comma - 1) else []

    def _of_what(self, office: int) -> tuple[list[int], int]:
        """The words that say what an office is of, and where they end: "of the election commission"."""
        place, end = office + 1, min(office + 2 + 2 * OF, len(self._words))
        if place >= end or self._words[place] not in self._language.of_words or self._gap(place).strip():
            return [], place
        found: list[int] = []
        for place in range(office + 2, end):
            says = self._parsed.known[place].says
            stops = found and (self._has_capital(place) or not says)
            if self._gap(place).strip() or self._words[place] in self._language.naming_words or stops:
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
            if not self._parsed.known[number].says or self._gap(number + 1).strip(" -"):
                break
            found.append(number)
        return found

    def _adjective(self, office: int) -> list[int]:
        """The word between an office and a name of two words that says which office it is: "el ministro francés …"."""
        place = office + 1
        if not self._language.modifies_behind or not 0 < place < len(self._words) - 2 or self._gap(place).strip():
            return []
        if (
            not self._parsed.known[place].says
            or self._has_capital(place)
            or self._gap(place + 1).strip() not in ("", ",")
        ):
            return []
        return [place] if self._is_name(place + 1) and self._is_name(place + 2) else []

    def _name_before(self, place: int) -> list[int]:
        """The words of the name that ends before a word; what stands in brackets behind the name is none of it, and
        what a place is of is no holder: "Ida Hale, of Tolen, who runs …".
        """
        last = place - 1
        if last > 0 and ")" in self._gap(place) and "(" in self._gap(last):
            last -= 1
        name = self._name(last, -1, joined=True)
        of = name[0] - 1 if name else -1
        if of < 0 or self._words[of] not in self._language.of_words:
            return name
        return name if len(name) > 1 and "," not in self._gap(of) else []

    def _name(self, place: int, step: int, joined: bool = False) -> list[int]:
        """The words of a name from one on; if it may be `joined`, with small words between: "Health and Care Union"."""
        found: list[int] = []
        between: list[int] = []
        while 0 <= place < len(self._words) and len(between) <= MODIFIERS and len(found) < LONGEST:
            if (found or between) and self._gap(max(place, place - step)).strip(" .-&"):
                break
            if self._is_name(place):
                found += [*between, place]
                between = []
            elif joined and found and self._words[place] in self._joints:
                between.append(place)
            else:
                break
            place += step
        return self._without_title(sorted(found))

    def _without_possessed(self, name: list[int]) -> list[int]:
        """A name up to its possessive: "President Hale's cabinet"."""
        owner = next((n for n, place in enumerate(name) if self._words[place].endswith("'s")), len(name))
        return name[: owner + 1]

    def _without_title(self, name: list[int]) -> list[int]:
        """A name without the office before it: "Captain Ida Hale"; of a language that writes nouns with capitals no
        single word that may be one.
        """
        words = [self._words[place] for place in name]
        titles = _phrases(self._language).find(words)
        start = 0
        while start < len(name) - 1 and (start in titles or _office_of_compound(words[start], self._language)[1]):
            start = titles.get(start, (start, ""))[0] + 1
        name = name[start:] or name
        noun = len(name) == 1 and self._language.capitalizes_nouns and not self._is_acronym(name[0])
        return [] if noun else name

    def _is_name(self, number: int) -> bool:
        """Whether a word may be part of a name: it says something, and has a capital that is not the sentence's."""
        if not 0 <= number < len(self._words) or number in self._days:
            return False
        named = self._has_capital(number) and self._parsed.known[number].says
        return named and (number > 0 or self._opens_with_name)

    def _is_told(self, name: Sequence[int]) -> bool:
        """Whether a name behind a copula is one, and not "American", nor of whose brother somebody is."""
        if not name or self._words[name[-1]].endswith("'s"):
            return False
        return len(name) > 1 or self._is_acronym(name[0])

    def _is_acronym(self, number: int) -> bool:
        return self._parsed.words[number][2].isupper()

    def _is_closed(self, name: Sequence[int]) -> bool:
        """Whether a mark stands behind a name."""
        if not name:
            return False
        end = self._parsed.words[name[-1]][1]
        behind = self._parsed.text[end : end + 2].strip()
        return not behind or behind[0] in _ENDS or behind[0] in '"”»“'

    def _gap(self, number: int) -> str:
        """What stands before a word."""
        if not 0 < number < len(self._words):
            return "."
        return self._parsed.text[self._parsed.words[number - 1][1] : self._parsed.words[number][0]]

    def _saying(self, places: Iterable[int]) -> list[int]:
        """The first of some words that says something."""
        return list(itertools.islice((place for place in places if self._parsed.known[place].says), 1))
