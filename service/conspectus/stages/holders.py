"""holders: who is said to have an office or a part: "Captain Ida Hale", "the operator of the ferry is Blue Sound".

An office is one that one person or organization at a time has in a story (see `offices` of models/languages), so that
two sources that name two for it are at odds. It is told by a noun beside the name, before or behind it, or by a verb of
which the name is the subject ("Ida Hale, who commanded the ship") or the agent ("run by Blue Sound"). The words before
a noun belong to it, and what it is of: a finance minister is no foreign minister, a port no ferry.
"""

import functools
import itertools
from collections.abc import Collection, Iterable, Iterator, Sequence

from conspectus.engine import Language
from conspectus.stages.claims import Claim
from conspectus.stages.figures import INDEFINITE
from conspectus.stages.items import Item, Parsed
from conspectus.stages.other_times import is_of_another_time
from conspectus.stages.phrases import Phrases
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

OFFICE = "office"
BETWEEN = 9  # words up to which a name behind an office is the office's
BEHIND = 3  # words up to which an office behind a comma is a name's: "who was the captain"
CLAUSE = 7  # words up to which a verb behind a comma is a name's: "which for thirty years has run the ferry"
MODIFIERS = 2  # words before an office that say which it is
SHORTEST = 3  # letters of what stands before an office in a compound: "Bauleiter"
OF = 3  # words behind an office, or beside a verb, that say of what


def holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    """The claims of a sentence that somebody has an office, or one of some; none if it speaks of another time."""
    found: list[tuple[tuple[str, ...], list[int], list[int]]] = []
    words = [word.folded for word in parsed.known]
    nouns = _phrases(language).find(words)
    for number, word in enumerate(words):
        last, office = nouns.get(number, (number, _office_of_compound(word, language)))
        if office:
            found.append(((office,), *_by_noun(parsed, number, last, language)))
        elif word in language.office_verbs:
            found.append((language.office_verbs[word], *_by_verb(parsed, number, language)))
    told = [(offices, name, of) for offices, name, of in found if name]
    if not told or is_of_another_time(sentence, parsed, language):
        return
    for offices, name, of in told:
        start, end = parsed.words[name[0]][0], parsed.words[name[-1]][1]
        value = " ".join(parsed.known[place].folded.removesuffix("'s") for place in name)
        around = {parsed.known[place].stem: 1.0 for place in of if place not in name}
        yield Claim(sentence, row, Item(Gate.NAME, start, end, value), OFFICE, frozenset(offices), around)


def names_office(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell who has an office."""
    return (
        not language.office_verbs.keys().isdisjoint(words)
        or _phrases(language).may_stand_in(words)
        or any(_office_of_compound(word, language) for word in words)
    )


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Phrases:
    return Phrases(language.offices)


def _office_of_compound(word: str, language: Language) -> str:
    """The office of which a word is a compound, with what stands before it: "Bauleiter"; "" if of none."""
    return _last_part(word, language) if language.capitalizes_nouns else ""


@functools.lru_cache(maxsize=10_000)
def _last_part(word: str, language: Language) -> str:
    for length in range(SHORTEST, len(word) - SHORTEST):
        if word[length:] in language.offices:
            return word[:length] + language.offices[word[length:]]
    return ""


def _by_noun(parsed: Parsed, first: int, last: int, language: Language) -> tuple[list[int], list[int]]:
    """The words of the name that has the office of some words, and those that say which office it is."""
    modifiers = _modifiers(parsed, first)
    before = parsed.known[max(0, first - len(modifiers) - 1) : first]
    behind = parsed.known[last + 1 : last + 2]  # "el presidente saliente"
    if any(word.folded in language.other_holders for word in (*before, *behind)):
        return [], []
    if any(word.folded in INDEFINITE for word in before):
        return [], []
    of, end = _of_what(parsed, last, language)
    given = bool(of) and first > 0 and parsed.known[first - 1].folded in language.naming_words
    name = _behind(parsed, last, of, end, given, language) or _before(parsed, first, language)
    return name, [*modifiers, *of]


def _by_verb(parsed: Parsed, verb: int, language: Language) -> tuple[list[int], list[int]]:
    """The words of the name that is a verb's subject or agent, and those that say of what."""
    behind = list(itertools.takewhile(lambda n: not _gap(parsed, n).strip(), range(verb + 1, len(parsed.words))))
    if behind and parsed.known[behind[0]].folded in language.by_words:
        name = next((found for n in behind[1:3] if (found := _name_from(parsed, n, language))), [])
        before = itertools.takewhile(lambda n: not _gap(parsed, n + 1).strip(), range(verb - 1, -1, -1))
        return name, _saying(parsed, before)
    comma, name = _subject(parsed, verb, language)
    return name, _saying(parsed, behind) or _saying(parsed, range(verb - 1, comma, -1))


def _subject(parsed: Parsed, verb: int, language: Language) -> tuple[int, list[int]]:
    """Where the clause of a verb begins, and the name that is its subject: right before it, or before the comma.

    What the name is may stand between: "Blue Sound, the company, which runs the ferry".
    """
    for place in range(verb, max(0, verb - CLAUSE), -1):
        gap = _gap(parsed, place).strip()
        if "," in gap:
            name = [] if parsed.known[place].says else _name_before(parsed, place, language)
            inserted = [n for n in range(place - 1, max(0, place - 1 - BEHIND), -1) if "," in _gap(parsed, n)]
            return place, name or (_name_before(parsed, inserted[0], language) if inserted else [])
        if gap:
            break
        near = place == verb or (place == verb - 1 and not parsed.known[place].says)
        name = _name_to(parsed, place - 1, language) if near else []
        if name:
            return place, name
    return verb, []


def _behind(parsed: Parsed, office: int, of: Sequence[int], end: int, given: bool, language: Language) -> list[int]:
    """The words of the name behind an office: at once, behind a comma, or behind a word that gives it, which may stand
    before the office (`given`).

    "The head of the board, named by the police as Ida Hale"; "the owner of the factory is GWW".
    """
    comma = 0
    for place in range(office + 1, min(end + BETWEEN, len(parsed.words))):
        gap = _gap(parsed, place).strip(" -")
        if gap == "," and not comma:
            comma = place
        elif gap:
            return []
        if place in of:
            continue
        said = parsed.known[place - 1].folded
        if _name_from(parsed, place, language):
            article = not parsed.known[place - 1].says and parsed.known[place - 2].folded in language.naming_words
            named = said in language.naming_words or article
            at_once = place in (office + 1, comma) or named or (given and place == end)
            return _name_from(parsed, place, language) if at_once else []
        if parsed.known[place].says and not comma and parsed.known[place].folded not in language.naming_words:
            return []
    return []


def _before(parsed: Parsed, office: int, language: Language) -> list[int]:
    """The words of the name before an office: "Ida Hale, the captain", "Ida Hale was the captain"."""
    small = 0  # words between that are neither the office's nor give it to the name
    for place in range(office, max(0, office - BEHIND), -1):
        if "," in _gap(parsed, place):
            return _name_before(parsed, place, language) if small <= 1 else []
        word = parsed.known[place - 1]
        if not word.says and word.folded in language.naming_words:
            comma = [n for n in (place - 1, place - 2) if n > 0 and "," in _gap(parsed, n)]  # "who was the captain"
            return _name_before(parsed, comma[0] if comma else place - 1, language)
        small += not word.says
    return []


def _of_what(parsed: Parsed, office: int, language: Language) -> tuple[list[int], int]:
    """The words that say what an office is of, and where they end: "of the election commission"."""
    place = office + 1
    if place >= len(parsed.words) or parsed.known[place].folded not in language.of_words or _gap(parsed, place).strip():
        return [], place
    found: list[int] = []
    for place in range(office + 2, min(office + 2 + 2 * OF, len(parsed.words))):
        word = parsed.known[place]
        named = parsed.words[place][2][0].isupper()
        if _gap(parsed, place).strip() or word.folded in language.naming_words or (found and (named or not word.says)):
            return found, place
        if word.says:
            found.append(place)
        if len(found) == OF:
            return found, place + 1
    return found, min(office + 2 + 2 * OF, len(parsed.words))


def _name_before(parsed: Parsed, place: int, language: Language) -> list[int]:
    """The words of the name that ends before a word; what stands in brackets behind the name is none of it."""
    last = place - 1
    if last > 0 and ")" in _gap(parsed, place) and "(" in _gap(parsed, last):
        last -= 1
    return _name_to(parsed, last, language)


def _name_from(parsed: Parsed, first: int, language: Language) -> list[int]:
    """The numbers of the words of a name that begins at one; none if it is no name."""
    return _name(parsed, first, 1, language)


def _name_to(parsed: Parsed, last: int, language: Language) -> list[int]:
    """The same of a name that ends at one."""
    return _name(parsed, last, -1, language)


def _name(parsed: Parsed, place: int, step: int, language: Language) -> list[int]:
    """The words of a name from one on; small words may stand between: "Health and Care Union"."""
    joints = language.of_words | language.definite_articles | language.range_words.get("and", frozenset())
    found: list[int] = []
    between: list[int] = []
    while 0 <= place < len(parsed.words) and len(between) <= MODIFIERS:
        if (found or between) and _gap(parsed, max(place, place - step)).strip(" .-&"):
            break
        if _is_name(parsed, place, language):
            found += [*between, place]
            between = []
        elif found and parsed.known[place].folded in joints:
            between.append(place)
        else:
            break
        place += step
    if not found:
        return []
    found.sort()
    words = [parsed.known[place].folded for place in found]
    title = _phrases(language).find(words).get(0, (0 if _office_of_compound(words[0], language) else -1, ""))[0]
    if title + 1 < len(found):  # "Captain Ida Hale"
        found = found[title + 1 :]
    if len(found) == 1 and language.capitalizes_nouns and not parsed.words[found[0]][2].isupper():
        return []  # a noun
    return found


def _is_name(parsed: Parsed, number: int, language: Language) -> bool:
    """Whether a word may be part of a name: it says something, and has a capital that is not the sentence's."""
    if not 0 <= number < len(parsed.words) or not parsed.words[number][2][0].isupper() or not parsed.known[number].says:
        return False
    opens = number == 0 and not language.capitalizes_nouns
    return not opens or any(i.gate == Gate.NAME and i.start == parsed.words[0][0] for i in parsed.items[:1])


def _gap(parsed: Parsed, number: int) -> str:
    """What stands before a word."""
    if not 0 < number < len(parsed.words):
        return "."
    return parsed.text[parsed.words[number - 1][1] : parsed.words[number][0]]


def _modifiers(parsed: Parsed, office: int) -> list[int]:
    """The words right before an office that say which it is."""
    found: list[int] = []
    for number in range(office - 1, max(-1, office - 1 - MODIFIERS), -1):
        if not parsed.known[number].says or _gap(parsed, number + 1).strip(" -"):
            break
        found.append(number)
    return found


def _saying(parsed: Parsed, places: Iterable[int]) -> list[int]:
    """The first of some words that say something."""
    return list(itertools.islice((place for place in places if parsed.known[place].says), OF))
