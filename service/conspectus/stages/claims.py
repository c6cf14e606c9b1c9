"""claims: the figures and days that sentences state, each with what it is a figure or a day of.

A claim's *kind* tells what it can be compared with at all: what became of people (see `casualties` of
models/languages), a unit such as a currency, anything that is counted, days that are over and days to come. What
belongs to another time ("a similar fire two years ago"), part of a sum ("three of the dead"), ages and years are no
claims.
"""

import functools
import itertools
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.optimize import linear_sum_assignment

from conspectus.engine import Language
from conspectus.stages.days import Day
from conspectus.stages.items import Item, Parsed
from conspectus.stages.quantities import BEFORE, Quantity
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

CASUALTIES = frozenset({"killed", "injured", "missing", "displaced", "arrested", "rescued"})
COUNT, PEOPLE, MEASURE, SPAN = "count", "people", "measure", "span"
COUNTED = frozenset({COUNT, PEOPLE, MEASURE})  # kinds of which nouns tell what is counted
DAYS = PAST, FUTURE = "past", "future"

AROUND = 8  # words that say something on each side of a figure that tell of what it is one
FADING = 0.85  # of its weight that such a word keeps for each that stands between
NEAR = 8  # words within which one for a casualty stands by its figure
MOST_PAIRS = 2000  # of figures and words for casualties in one sentence, which has hardly ever ten
ACROSS = 4  # words that a mark such as a comma counts for
NOUN = 3  # words behind a figure among which what it counts is named
FAR = 8  # times
MANY = 3  # people to whom something happened, from which on their number tells which event it was
ACRONYM = 6  # letters of the longest
LONGEST_TO = 4  # letters of the word between the figures of a change: "to", "auf", "naar"
_MARKS = ",;:.()–—"
_YEARS = range(1900, 2100)


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One item of a sentence of the sources, and what it is one of.

    `nouns` are the stems of what is counted, empty for people in general; `around` are the stems of the words around it
    with their weights, the nearest being 1.
    """

    sentence: Sentence
    row: int  # of the original that the sentence is, or a copy of
    item: Item
    kind: str
    nouns: frozenset[str]
    around: Mapping[str, float]
    heads: frozenset[str] = frozenset()  # the stem of what it is given as a figure of: "damage of 9 million"
    is_bare: bool = False  # whether nothing behind a count tells what it counts
    is_one_of_two: bool = False  # whether its sentence has another value of the same
    beside: frozenset[tuple[str, float]] = frozenset()  # of a day: what became of how many people, in its sentence

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands; sources are in the order of their publish times."""
        return self.sentence.source.index, self.sentence.start, self.item.start

    @property
    def dates(self) -> frozenset[int]:
        """The days that a day may be; none of anything else."""
        return self.item.value.dates if isinstance(self.item.value, Day) else frozenset()

    @property
    def names_date(self) -> bool:
        """Whether a day is named by its month and number."""
        return isinstance(self.item.value, Day) and None not in (self.item.value.month, self.item.value.day)

    def is_far_from(self, other: "Claim") -> bool:
        """Whether two figures are so far apart that they are hardly two counts of one thing."""
        ours, theirs = self.item.value, other.item.value
        if not isinstance(ours, Quantity) or not isinstance(theirs, Quantity):
            return False
        return ours.low > FAR * theirs.high or theirs.low > FAR * ours.high

    def rises_to(self, other: "Claim") -> bool:
        """Whether this is the lower one of two counts that only rise."""
        ours, theirs = self.item.value, other.item.value
        rising = self.kind == other.kind and (self.kind in CASUALTIES - {"missing"} or self.kind == COUNT)
        return (
            rising
            and isinstance(ours, Quantity)
            and isinstance(theirs, Quantity)
            and ours.numbers[0] < theirs.numbers[0]
        )

    def differs(self, other: "Claim") -> bool:
        """Whether both can't be right, if they are of one thing."""
        ours, theirs = self.item.value, other.item.value
        if isinstance(ours, Quantity) and isinstance(theirs, Quantity):
            return ours.differs(theirs)
        if isinstance(ours, Day) and isinstance(theirs, Day):
            return ours.is_same(theirs) is False
        if self.item.gate == Gate.NAME:
            return not _is_one_name(str(ours).split(), str(theirs).split())
        return ours != theirs


def _is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is part of the other or short for it: "CTA", "Coastal Transit Authority"."""
    if set(one) <= set(other) or set(other) <= set(one):
        return True
    return any(_is_short_for(word, long) for short, long in ((one, other), (other, one)) for word in short)


def _is_short_for(word: str, name: Sequence[str]) -> bool:
    """Whether the letters of a short word stand in a longer name in their order, of which it has the first."""
    left = iter("".join(name))
    return len(name) > 1 and len(word) <= ACRONYM and word[0] == name[0][0] and all(letter in left for letter in word)


def claims(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> list[Claim]:
    """The claims of a sentence; none if it speaks of another time."""
    items = [item for item in parsed.items if item.gate in (Gate.FIGURE, Gate.DATE)]
    if not items or is_of_another_time(sentence, parsed, language):
        return []
    taken = {number for item in items for number in parsed.of(item)}
    # The day of an event stands by the same names as those on which people spoke of it.
    named = {number for item in parsed.items if item.gate == Gate.NAME for number in parsed.of(item)}
    casualties = _casualties(parsed, taken, language)
    found = []
    for item in items:
        numbers = parsed.of(item)
        if isinstance(item.value, Day) and item.value != Day(month=item.value.month, year=item.value.year):
            around = _around(parsed, numbers, taken | named)
            found.append(Claim(sentence, row, item, _when(item.value, sentence), frozenset(), around))
        elif isinstance(item.value, Quantity) and numbers and not _is_no_count(item, numbers, parsed, language):
            claim = _counted(sentence, row, item, parsed, taken, casualties.get(item, ""), language)
            found += [claim] if claim else []
    beside = frozenset(
        (claim.kind, claim.item.value.numbers[0])
        for claim in found
        if claim.kind in CASUALTIES and isinstance(claim.item.value, Quantity) and claim.item.value.numbers[0] >= MANY
    )
    # Figures with nothing behind them count one thing: "the number of homes lost rose to 78, having been 51 at first".
    bare = frozenset().union(*(claim.nouns for claim in found if claim.is_bare))
    found = [replace(claim, nouns=bare) if claim.is_bare else claim for claim in found]
    dated = [replace(claim, beside=beside) if claim.kind in DAYS else claim for claim in found]
    return [_knowing(claim, dated) for claim in _changing(dated, parsed, language)]


def _changing(found: Sequence[Claim], parsed: Parsed, language: Language) -> list[Claim]:
    """The same with the two figures of a change, "from 62 to 113", as claims of one thing."""
    changed = list(found)
    for place, (one, other) in enumerate(itertools.pairwise(found)):
        before = parsed.text[max(0, one.item.start - BEFORE) : one.item.start].split()[-1:]
        between = parsed.text[one.item.end : other.item.start].split()
        rises = before and before[0].casefold() in language.range_words.get("from", ())
        if rises and len(between) == 1 and len(between[0]) <= LONGEST_TO:
            told = other if other.kind != COUNT else one
            changed[place] = replace(one, kind=told.kind, nouns=told.nouns, around=told.around)
            changed[place + 1] = replace(other, kind=told.kind, nouns=told.nouns, around=told.around)
    return changed


def _counted(
    sentence: Sentence, row: int, item: Item, parsed: Parsed, taken: set[int], casualty: str, language: Language
) -> Claim | None:
    """The claim of a figure; None if nothing tells what it counts."""
    assert isinstance(item.value, Quantity)
    numbers = parsed.of(item)
    around = _around(parsed, numbers, taken)
    nouns = _nouns_behind(parsed, numbers, taken, language)
    general = {
        word.stem for word in parsed.known if word.folded in language.people or word.folded in language.casualties
    }
    if casualty:
        around = {stem: weight for stem, weight in around.items() if stem not in general}
        counted = frozenset(itertools.takewhile(lambda stem: stem not in general, nouns))
        return Claim(sentence, row, item, casualty, counted, around)
    heads = _heads(parsed, numbers, language)
    if item.value.unit:
        return Claim(sentence, row, item, item.value.unit, frozenset(nouns), around, heads)
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 3]]
    if measured := [word for word in behind if word in language.measures]:
        return Claim(sentence, row, item, MEASURE, frozenset({measured[0]}), around, heads)
    if not language.time_units.isdisjoint(behind):
        return Claim(sentence, row, item, SPAN, frozenset(nouns), around, heads) if nouns else None
    if not language.people.isdisjoint(behind):
        around = {stem: weight for stem, weight in around.items() if stem not in general}
        return Claim(sentence, row, item, PEOPLE, frozenset(nouns), around)
    before = [] if nouns else _nouns_before(parsed, numbers, taken)
    told = frozenset(nouns or before)
    return Claim(sentence, row, item, COUNT, told, around, is_bare=not nouns) if told else None


def _heads(parsed: Parsed, numbers: Sequence[int], language: Language) -> frozenset[str]:
    """The stem of the word that a figure is of: "a fund of 9 million"."""
    of, head = numbers[0] - 1, numbers[0] - 2
    if head < 0 or parsed.known[of].folded not in language.of_words or not parsed.known[head].says:
        return frozenset()
    between = parsed.text[parsed.words[head][1] : parsed.words[of][0]]
    return frozenset() if between.strip() else frozenset({parsed.known[head].stem})


def _knowing(claim: Claim, others: Sequence[Claim]) -> Claim:
    same = [o for o in others if o is not claim and (o.kind, o.nouns) == (claim.kind, claim.nouns)]
    if not same or claim.kind in DAYS:
        return claim
    return replace(claim, is_one_of_two=True)


def _when(day: Day, sentence: Sentence) -> str:
    """Whether a day is to come when the document is published, or over, as a weekday in a report mostly is."""
    today = sentence.source.day.toordinal() if sentence.source.day else 0
    return FUTURE if today and day.dates and min(day.dates) > today else PAST


def _around(parsed: Parsed, numbers: Sequence[int], left_out: set[int]) -> dict[str, float]:
    """The stems of the words on both sides of some that say something, the nearer the heavier."""
    found: dict[str, float] = {}
    if not numbers:
        return found
    for side in (range(numbers[0] - 1, -1, -1), range(numbers[-1] + 1, len(parsed.known))):
        telling = (n for n in side if parsed.known[n].says and n not in left_out)
        for distance, number in enumerate(itertools.islice(telling, AROUND)):
            stem = parsed.known[number].stem
            found[stem] = max(found.get(stem, 0.0), FADING**distance)
    return found


def _nouns_behind(parsed: Parsed, numbers: Sequence[int], taken: set[int], language: Language) -> list[str]:
    """The stems of the words behind a figure that may tell what it counts, up to a mark or another item."""
    places = range(numbers[-1] + 1, min(numbers[-1] + 1 + NOUN, len(parsed.words)))
    if language.capitalizes_nouns and not any(parsed.words[place][2][0].isupper() for place in places):
        return []
    counted = itertools.takewhile(lambda place: parsed.known[place].folded not in language.of_words, places)
    return list(_telling(parsed, [(place, place - 1, place) for place in counted], taken))


def _nouns_before(parsed: Parsed, numbers: Sequence[int], taken: set[int]) -> list[str]:
    """The same of the words before it: "a magnitude of 6.1"."""
    places = range(numbers[0] - 1, max(-1, numbers[0] - 1 - NOUN), -1)
    return list(_telling(parsed, [(place, place, place + 1) for place in places], taken))


def _telling(parsed: Parsed, places: Sequence[tuple[int, int, int]], taken: set[int]) -> Iterator[str]:
    """The stems of words that say something; each is given with the two words between which no mark may stand."""
    for place, one, other in places:
        between = parsed.text[parsed.words[one][1] : parsed.words[other][0]]
        if place in taken or any(mark in between for mark in _MARKS):
            return
        if parsed.known[place].says:
            yield parsed.known[place].stem


def _casualties(parsed: Parsed, taken: set[int], language: Language) -> dict[Item, str]:
    """What became of the people that figures count.

    Figures and words for it are paired so that as many as can be have one of their own, as near as can be. What is left
    has the nearest of all: "killed 12 men and three women".
    """
    figures = [item for item in parsed.items if _is_of_people(item) and parsed.of(item)]
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
    also = [
        row for row, numbers in enumerate(places) if row not in own and _may_be_people(parsed, numbers, taken, language)
    ]
    nearest = own | {row: int(np.argmin(away[row])) for row in also}
    found = {figures[row]: told[telling[column]] for row, column in nearest.items() if away[row, column] <= reach}
    # What counts nothing else counts the same: "the number of injured, put at 36 at first, rose to 78".
    kinds = set(found.values()) or set(told.values())
    if len(kinds) == 1:
        bare = [figure for figure in figures if not _nouns_behind(parsed, parsed.of(figure), taken, language)]
        found = dict.fromkeys((f for f in bare if found or parsed.of(f)[0] > telling[0]), *kinds) | found
    return found


def _may_be_people(parsed: Parsed, numbers: Sequence[int], taken: set[int], language: Language) -> bool:
    """Whether what a figure counts may be people: words for them stand behind it, or nothing, or "and" before it."""
    behind = parsed.known[numbers[-1] + 1 : numbers[-1] + 1 + NOUN]
    told = any(word.folded in language.people or word.folded in language.casualties for word in behind)
    joined = numbers[0] > 0 and parsed.known[numbers[0] - 1].folded in language.range_words.get("and", ())
    return told or joined or not _nouns_behind(parsed, numbers, taken, language)


def _telling_of_casualties(parsed: Parsed, language: Language) -> dict[int, str]:
    """Where the words and phrases begin that tell what became of people, and what."""
    found: dict[int, str] = {}
    for number, word in enumerate(parsed.known):
        for phrase in _phrases(language).get(word.folded, ()):
            if tuple(known.folded for known in parsed.known[number : number + len(phrase)]) == phrase:
                found[number] = language.casualties[" ".join(phrase)]
    return found


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Mapping[str, list[tuple[str, ...]]]:
    """The words and phrases for casualties by their first words."""
    found: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
    for phrase in language.casualties:
        words = tuple(phrase.split())
        found[words[0]].append(words)
    return found


def _is_of_people(item: Item) -> bool:
    value = item.value
    return isinstance(value, Quantity) and not value.unit and all(number.is_integer() for number in value.numbers)


def _distance(parsed: Parsed, numbers: Sequence[int], other: int) -> float:
    """How many words lie between a figure and another word, some marks counting as several."""
    if not numbers or other in numbers:
        return float("inf")
    one, two = (numbers[-1], other) if other > numbers[-1] else (other, numbers[0])
    if two - one > 2 * NEAR:
        return float("inf")
    gaps = (parsed.text[parsed.words[n][1] : parsed.words[n + 1][0]] for n in range(one, two))
    return two - one + ACROSS * sum(any(mark in gap for mark in _MARKS) for gap in gaps)


def _is_no_count(item: Item, numbers: Sequence[int], parsed: Parsed, language: Language) -> bool:
    """Whether a figure is a year, an age, or a part: "in 2019", "Ida Hale, 43, said", "three of the dead"."""
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 1 + NOUN]]
    phrases = [" ".join(behind[:length]) for length in range(1, NOUN + 1)]
    # "60 % of the vote" is no part of anything that is counted.
    of = language.ages if _unit(item) else language.parts | language.ages
    part = not of.isdisjoint(phrases)
    between_commas = parsed.text.endswith(", ", 0, item.start) and parsed.text[item.end : item.end + 1] == ","
    return _year(item) is not None or between_commas or part


def _unit(item: Item) -> str:
    return item.value.unit if isinstance(item.value, Quantity) else ""


def _year(item: Item) -> int | None:
    if isinstance(item.value, Day):
        return item.value.year
    value = item.value
    if (
        not isinstance(value, Quantity)
        or value.unit
        or (item.end - item.start != len("2025") and len(value.numbers) == 1)
    ):
        return None
    return int(value.numbers[-1]) if all(number in _YEARS for number in value.numbers) else None


def is_of_another_time(sentence: Sentence, parsed: Parsed, language: Language) -> bool:
    """Whether a sentence tells of another time than its document: by its words, or by a year."""
    items = [item for item in parsed.items if item.gate in (Gate.FIGURE, Gate.DATE)]
    space = "" if language.unspaced else " "
    folded = space + space.join(_with_figures_as_signs(parsed, items)) + space
    if any(f"{space}{marker}{space}" in folded for marker in language.past_markers):
        return True
    published = sentence.source.document.publish_time
    years = {year for item in items if (year := _year(item)) is not None}
    if published is None:
        return bool(years) and not any(item.gate == Gate.DATE for item in items)  # "in 1995"
    return bool(years) and published.year not in years


def _with_figures_as_signs(parsed: Parsed, items: Sequence[Item]) -> Iterator[str]:
    """The words of a sentence, folded, "#" for each figure."""
    figures = {place: item for item in items if item.gate == Gate.FIGURE for place in parsed.of(item)}
    for number, word in enumerate(parsed.known):
        if number not in figures:
            yield word.folded
        elif figures.get(number - 1) is not figures[number]:
            yield "#"
