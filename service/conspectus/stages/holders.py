"""holders: who is said to hold an office: "Captain Ida Hale", "the captain, Ida Hale", "Ida Hale, the captain".

An office is one that one person at a time holds in a story (see `offices` of models/languages), so that two sources
that name two people for it are at odds. The words before it belong to it: a finance minister is no foreign minister.
"""

from collections.abc import Iterator

from conspectus.engine import Language
from conspectus.stages.claims import Claim
from conspectus.stages.items import Item, Parsed
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

OFFICE = "office"
BETWEEN = 9  # words up to which a name behind a comma is an office's
BEHIND = 3  # words up to which an office behind a comma is a name's: "who was the captain"
# What stands before a name that is given to an office, and behind an office.
_AS = frozenset(("as", "als", "como", "comme", "come", "som", "jako", "как", "ως"))
_OF = frozenset(("of", "for", "de", "del", "des", "du", "di", "della", "do", "da", "der", "für", "von", "van", "voor"))
MODIFIERS = 2  # words before an office that say which it is


def holders(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    """The claims of a sentence that somebody holds an office."""
    for number, word in enumerate(parsed.known):
        if word.folded not in language.offices:
            continue
        name = _behind(parsed, number, language) or _before(parsed, number, language)
        if name:
            start, end = parsed.words[name[0]][0], parsed.words[name[-1]][1]
            value = " ".join(parsed.known[place].folded.removesuffix("'s") for place in name)
            item = Item(Gate.NAME, start, end, value)
            yield Claim(sentence, row, item, OFFICE, frozenset({word.stem}), _modifiers(parsed, number, name))


def _behind(parsed: Parsed, office: int, language: Language) -> list[int]:
    """The words of the name that stands behind an office, at once or behind a comma: "the head of the board, named by
    the police as Ida Hale".
    """
    comma = 0
    for place in range(office + 1, min(office + 1 + BETWEEN, len(parsed.words))):
        gap = _gap(parsed, place).strip()
        if gap == "," and not comma:
            comma = place
        elif gap:
            break
        if parsed.words[place][2][0].isupper():
            follows = place in (office + 1, comma) or (comma and parsed.known[place - 1].folded in _AS)
            return _name(parsed, place, language) if follows else []
        if place == office + 1 and not comma and parsed.known[place].folded not in _OF:
            break
    return []


def _before(parsed: Parsed, office: int, language: Language) -> list[int]:
    """The words of the name that stands before a comma before an office."""
    for place in range(office, max(0, office - BEHIND), -1):
        if _gap(parsed, place).strip() == ",":
            first = place
            while (
                first
                and _is_name(parsed, first - 1, language)
                and not (first < place and _gap(parsed, first).strip(" ."))
            ):
                first -= 1
            return _name(parsed, first, language)
    return []


def _name(parsed: Parsed, first: int, language: Language) -> list[int]:
    """The numbers of the words of a name that begins at one; none if it is no name."""
    found: list[int] = []
    while _is_name(parsed, first, language) and not (found and _gap(parsed, first).strip(" .")):
        found.append(first)
        first += 1
    return found


def _is_name(parsed: Parsed, number: int, language: Language) -> bool:
    if not 0 <= number < len(parsed.words):
        return False
    word = parsed.known[number]
    return parsed.words[number][2][0].isupper() and word.says and word.folded not in language.offices


def _gap(parsed: Parsed, number: int) -> str:
    """What stands before a word."""
    if not 0 < number < len(parsed.words):
        return "."
    return parsed.text[parsed.words[number - 1][1] : parsed.words[number][0]]


def _modifiers(parsed: Parsed, office: int, name: list[int]) -> dict[str, float]:
    """The stems of the words right before an office."""
    found: dict[str, float] = {}
    for number in range(office - 1, max(-1, office - 1 - MODIFIERS), -1):
        if number in name or not parsed.known[number].says or _gap(parsed, number + 1).strip(" -"):
            break
        found[parsed.known[number].stem] = 1.0
    return found
