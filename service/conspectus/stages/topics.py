"""topics: what a figure is of that a story mostly has one figure of: the damage, the homes destroyed, the crowd.

Such figures are told in many words ("the bill for repairs", "losses"), so that two of them are one thing by their topic
and not by the words around them. See `topics` of models/languages.
"""

import itertools
from collections.abc import Iterable, Sequence

from conspectus.engine import Language, Topic
from conspectus.stages.beside import NOUN, nouns_behind
from conspectus.stages.items import Item, Parsed
from conspectus.stages.quantities import Quantity

MONEY, SHARE, NUMBER, COUNT = "money", "%", "number", "count"
UNITS = {
    "damage": MONEY,
    "stolen": MONEY,
    "fine": MONEY,
    "stake": SHARE,
    "magnitude": NUMBER,
    "homes": COUNT,
    "jobs": COUNT,
    "attendance": COUNT,
}
NEAR = 8  # words on either side of a figure within which its topic is told
MAGNITUDES = range(1, 10)  # of earthquakes that are felt


def topic(item: Item, parsed: Parsed, taken: set[int], language: Language) -> str:
    """The topic of a figure with its currency, as in "damage EUR"; "" if it has none of those known.

    `taken` are the numbers of the words of all figures and days.
    """
    value = item.value
    if not isinstance(value, Quantity) or not language.topics:
        return ""
    numbers = parsed.of(item)
    unit = _unit(value)
    before = _side(range(numbers[0] - 1, -1, -1), parsed, taken)
    behind = _side(range(numbers[-1] + 1, len(parsed.known)), parsed, taken)
    near = {*before, *behind}
    for name, told in language.topics.items():
        if UNITS[name] != unit and not (UNITS[name] == NUMBER and unit == COUNT):
            continue
        telling = (*before[:NOUN], *behind[:NOUN]) if UNITS[name] in (NUMBER, SHARE) else (*before, *behind)
        if told.by.isdisjoint(telling) or not told.excluded.isdisjoint(near):
            continue
        if UNITS[name] == NUMBER and not _is_magnitude(value, telling, told):
            continue
        # "24 homes were destroyed", "the number of homes destroyed was put at 24"
        counted = behind[:NOUN] if nouns_behind(parsed, numbers, taken, language) else before
        if UNITS[name] == COUNT and told.of.isdisjoint(counted):
            continue
        return f"{name} {value.unit}" if unit == MONEY else name
    return ""


def _is_magnitude(value: Quantity, telling: Iterable[str], told: Topic) -> bool:
    """Whether a number may be that of an earthquake: one with a decimal by any of its words, "a quake of 6.3", a whole
    one only by those for a magnitude.
    """
    whole = all(number.is_integer() for number in value.numbers)
    if whole and told.of and told.of.isdisjoint(telling):
        return False
    return all(MAGNITUDES.start <= number <= MAGNITUDES.stop for number in value.numbers)


def is_topic(kind: str) -> bool:
    """Whether what a claim is of is a topic."""
    return kind.partition(" ")[0] in UNITS


def _unit(value: Quantity) -> str:
    if not value.unit:
        return COUNT
    return value.unit if value.unit in (SHARE, ":") else MONEY


def _side(places: Sequence[int], parsed: Parsed, taken: set[int]) -> list[str]:
    """The words on one side of a figure, the nearest first, up to another figure."""
    return [parsed.known[n].folded for n in itertools.takewhile(lambda n: n not in taken, places[:NEAR])]
