"""casualties: what became of the people that figures count: "killed 12 men and three women"."""

import functools
from collections.abc import Sequence

import numpy as np
from scipy.optimize import linear_sum_assignment

from conspectus.engine import Language
from conspectus.stages.beside import MARKS, NOUN, nouns_behind
from conspectus.stages.items import Item, Parsed
from conspectus.stages.phrases import Phrases
from conspectus.stages.quantities import Quantity

CASUALTIES = frozenset({"killed", "injured", "missing", "displaced", "arrested", "rescued"})
NEAR = 8  # words within which one for a casualty stands by its figure; twice as many where verbs stand at the end
MOST_PAIRS = 2000  # of figures and words for casualties in one sentence, which has hardly ever ten
DIVIDING = MARKS.replace("(", "").replace(")", "")
ACROSS = 4  # words that a mark such as a comma counts for


def casualties(parsed: Parsed, taken: set[int], language: Language) -> dict[Item, str]:
    """What became of the people that figures count.

    Figures and words for it are paired so that as many as can be have one of their own, as near as can be. What is left
    has the nearest of all: "killed 12 men and three women".
    """
    people = [item for item in parsed.items if _is_of_people(item, parsed, language)]
    figures = [item for item in people if _may_count(parsed, parsed.of(item), len(people) > 1, language)]
    told = _telling_of_casualties(parsed, language)
    telling = list(told)
    if not figures or not telling:
        return {}
    if len(figures) * len(telling) > MOST_PAIRS:
        return {}
    places = [parsed.of(figure) for figure in figures]
    away = np.array([[_distance(parsed, numbers, number) for number in telling] for numbers in places])
    rows, columns = linear_sum_assignment(np.minimum(away, 4.0 * NEAR))
    reach = 2 * NEAR if language.ends_with_verbs else NEAR
    own = {int(row): int(column) for row, column in zip(rows, columns, strict=True) if away[row, column] <= reach}
    # Another one may count people of the same fate, as in "12 men and three women", but no hospitals.
    joined = [_is_joined(parsed, places, row, language) for row in range(len(places))]
    also = [
        row
        for row, numbers in enumerate(places)
        if row not in own
        and (joined[row] or True in joined[row + 1 : row + 2] or _may_be_people(parsed, numbers, taken, language))
    ]
    nearest = own | {row: int(np.argmin(away[row])) for row in also}
    found = {figures[row]: told[telling[column]] for row, column in nearest.items() if away[row, column] <= reach}
    # What counts nothing else counts the same: "the number of injured, put at 36 at first, rose to 78".
    kinds = set(found.values()) or set(told.values())
    if len(kinds) == 1:
        bare = [figure for figure in figures if not nouns_behind(parsed, parsed.of(figure), taken, language)]
        found = dict.fromkeys((f for f in bare if found or parsed.of(f)[0] > telling[0]), *kinds) | found
    return found


def _may_be_people(parsed: Parsed, numbers: Sequence[int], taken: set[int], language: Language) -> bool:
    """Whether what a figure counts may be people: words for them stand behind it, or nothing."""
    behind = parsed.known[numbers[-1] + 1 : numbers[-1] + 1 + NOUN]
    told = any(word.folded in language.people or word.folded in language.casualties for word in behind)
    return told or not nouns_behind(parsed, numbers, taken, language)


def _is_joined(parsed: Parsed, places: Sequence[Sequence[int]], row: int, language: Language) -> bool:
    """Whether "and" joins a figure to the one before it: "four soldiers and six passengers"."""
    first = places[row][0]
    joins = first > 0 and parsed.known[first - 1].folded in language.range_words.get("and", ())
    return joins and row > 0 and first - places[row - 1][-1] <= NOUN + 1


def _telling_of_casualties(parsed: Parsed, language: Language) -> dict[int, str]:
    """Where the words and phrases begin that tell what became of people, and what."""
    found = _phrases(language).find([word.folded for word in parsed.known])
    return {number: told for number, (_, told) in found.items()}


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Phrases:
    return Phrases(language.casualties, language)


def _may_count(parsed: Parsed, numbers: Sequence[int], is_one_of_some: bool, language: Language) -> bool:
    """Whether a figure may count people to whom something happened: it is not what they are some of."""
    of = numbers[0] - 1
    while of > 0 and parsed.known[of].folded in language.articles:  # "twelve of the 52 people on board"
        of -= 1
    if of < 0 or parsed.known[of].folded not in language.genitives:
        return True
    if of == 0:  # "Of 52 people on board 12 died"
        return not is_one_of_some
    before = parsed.known[of - 1].folded
    return not before[0].isdigit() and before not in language.number_words


def _is_of_people(item: Item, parsed: Parsed, language: Language) -> bool:
    """Whether a figure may count people: it is whole and no time, sum or measure."""
    value, numbers = item.value, parsed.of(item)
    if not isinstance(value, Quantity) or value.unit or not numbers:
        return False
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 2]]
    return (language.time_units | language.measures).isdisjoint(behind) and all(n.is_integer() for n in value.numbers)


def _distance(parsed: Parsed, numbers: Sequence[int], other: int) -> float:
    """How many words lie between a figure and another word, some marks counting as several."""
    if not numbers or other in numbers:
        return float("inf")
    one, two = (numbers[-1], other) if other > numbers[-1] else (other, numbers[0])
    if two - one > 2 * NEAR:
        return float("inf")
    crossed = sum(_is_crossed(parsed, number) for number in range(one, two))
    between = parsed.text[parsed.words[one][1] : parsed.words[two][0]]
    return two - one + ACROSS * (crossed + (between.count("(") != between.count(")")))


def _is_crossed(parsed: Parsed, number: int) -> bool:
    """Whether a mark that divides stands behind a word: no bracket, and not the full stop of an ordinal."""
    gap = parsed.text[parsed.words[number][1] : parsed.words[number + 1][0]]
    if gap == ". " and parsed.known[number].folded.isdigit():
        return False
    return any(mark in gap for mark in DIVIDING)
