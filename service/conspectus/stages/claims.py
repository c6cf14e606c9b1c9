"""claims: the figures and days that sentences state, each with what it is a figure or a day of.

A claim's *kind* tells what it can be compared with at all: what became of people (see `casualties` of
models/languages), a unit such as a currency, people or anything else that is counted, measures and spans of time, days
that are over and days to come. Part of a sum ("three of the dead"), ages and years are no claims.
"""

import difflib
import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from conspectus.engine import Language
from conspectus.stages.beside import NOUN, around, heads, nouns_before, nouns_behind
from conspectus.stages.casualties import CASUALTIES, casualties
from conspectus.stages.days import Day
from conspectus.stages.items import Item, Parsed
from conspectus.stages.other_times import year
from conspectus.stages.quantities import BEFORE, Quantity
from conspectus.stages.sentence import Sentence
from conspectus.stages.speech import speech
from conspectus.stages.topics import is_topic, topic
from conspectus.types import Gate

COUNT, PEOPLE, MEASURE, SPAN = "count", "people", "measure", "span"
COUNTED = frozenset({COUNT, PEOPLE, MEASURE})  # kinds of which nouns tell what is counted
DAYS = PAST, FUTURE = "past", "future"

FAR = 8  # times
SPELT = 0.8  # likeness of the letters of two spellings of one name (Ratcliff & Metzener 1988)
LONGEST_TO = 4  # letters of the word between the figures of a change: "to", "auf", "naar"


@dataclass(frozen=True, slots=True, eq=False)
class Claim:
    """One item of a sentence of the sources, and what it is one of.

    `nouns` are the stems of what is counted, empty for people in general, the unit of a measure, and the offices of who
    has one; `around` are the stems of the words around it with their weights, the nearest being 1. `heads` is the stem
    of what a figure is one of ("damage of 9 million"), and the names that say which office it is.
    """

    sentence: Sentence
    row: int  # of the original that the sentence is, or a copy of
    item: Item
    kind: str
    nouns: frozenset[str]
    around: Mapping[str, float]
    heads: frozenset[str] = frozenset()
    is_bare: bool = False  # whether nothing behind a count tells what it counts
    is_one_of_two: bool = False  # whether its sentence has another value of the same
    beside: frozenset[tuple[str, float]] = frozenset()  # what became of how many, of the only day of a sentence

    @property
    def place(self) -> tuple[int, int, int]:
        """Where it stands; sources are in the order of their publish times."""
        return self.sentence.source.index, self.sentence.start, self.item.start

    @property
    def dates(self) -> frozenset[int]:
        """The days that a day may be; none of anything else."""
        return self.item.value.dates if isinstance(self.item.value, Day) else frozenset()

    @property
    def written(self) -> str:
        """The item as its sentence has it."""
        return self.sentence.text[self.item.start : self.item.end]

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

    def is_after(self, sentence: Sentence) -> bool:
        """Whether a day that is over is later than that on which a sentence was published."""
        published = sentence.source.day
        return self.kind == PAST and bool(self.dates and published) and min(self.dates) > published.toordinal()

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
            return not _is_one_name(self.written.split(), other.written.split())
        return ours != theirs


def _is_one_name(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether one name is part of the other, in another spelling ("Georgi" and "Georgy"), or its acronym: "CTA",
    "Coastal Transit Authority".
    """
    words, others = ([_plain(word) for word in name] for name in (one, other))
    if set(words) <= set(others) or set(others) <= set(words):
        return True
    if difflib.SequenceMatcher(a=" ".join(words), b=" ".join(others), autojunk=False).ratio() >= SPELT:
        return True
    return any(_is_acronym(word, long) for short, long in ((one, other), (other, one)) for word in short)


def _plain(word: str) -> str:
    return word.replace("’", "'").casefold().removesuffix("'s").strip(".,")


def _is_acronym(word: str, name: Sequence[str]) -> bool:
    """Whether a word in capitals has letters that stand in a longer name in their order, and its first one."""
    left = iter("".join(name).casefold())
    folded = word.casefold()
    return word.isupper() and len(name) > 1 and folded[0] == name[0][0].casefold() and all(s in left for s in folded)


def claims(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> list[Claim]:
    """The claims of a sentence, which speaks of the time of its document (see `other_times`)."""
    items = [item for item in parsed.items if item.gate in (Gate.FIGURE, Gate.DATE)]
    if not items:
        return []
    taken = {number for item in items for number in parsed.of(item)}
    # The day of an event stands by the same names as those on which people spoke of it.
    named = {number for item in parsed.items if item.gate == Gate.NAME for number in parsed.of(item)}
    fates = casualties(parsed, taken, language)
    general = {
        word.stem for word in parsed.known if word.folded in language.people or word.folded in language.casualties
    }
    dated = any(item.gate == Gate.DATE for item in items)
    said = speech(parsed.text, parsed.words, parsed.known, language) if dated else range(0)
    found = []
    for item in items:
        numbers = parsed.of(item)
        if isinstance(item.value, Day) and item.value != Day(month=item.value.month, year=item.value.year):
            if numbers and numbers[0] in said:
                continue  # the day on which somebody said so
            words = around(parsed, numbers, taken | named)
            found.append(Claim(sentence, row, item, _when(item.value, sentence), frozenset(), words))
        elif isinstance(item.value, Quantity) and numbers and not _is_no_count(item, numbers, parsed, language):
            claim = _counted(sentence, row, item, parsed, taken, fates.get(item, ""), general, language)
            found += [claim] if claim else []
    # Figures with nothing behind them count one thing: "the number of homes lost rose to 78, having been 51 at first".
    bare = frozenset().union(*(claim.nouns for claim in found if claim.is_bare))
    found = [replace(claim, nouns=bare) if claim.is_bare else claim for claim in found]
    changed = _with_fates(_changing(found, parsed, language), parsed, language)
    same = Counter((claim.kind, claim.nouns) for claim in changed if claim.kind not in DAYS)
    return [replace(claim, is_one_of_two=True) if same[claim.kind, claim.nouns] > 1 else claim for claim in changed]


def _with_fates(found: Sequence[Claim], parsed: Parsed, language: Language) -> list[Claim]:
    """The same where the only day knows the casualties, topics and sums of money beside it, as those of one event are
    of one day; but not those that the reader knows of: "on Tuesday the names of the 12 dead were read".
    """
    if sum(claim.kind in DAYS for claim in found) != 1:
        return list(found)
    fates = frozenset(
        (claim.kind, claim.item.value.numbers[0])
        for claim in found
        if isinstance(claim.item.value, Quantity)
        and (claim.kind in CASUALTIES or is_topic(claim.kind) or claim.item.value.unit not in ("", "%", ":"))
        and parsed.known[max(0, parsed.of(claim.item)[0] - 1)].folded not in language.articles
    )
    return [replace(claim, beside=fates) if claim.kind in DAYS else claim for claim in found]


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
    sentence: Sentence,
    row: int,
    item: Item,
    parsed: Parsed,
    taken: set[int],
    casualty: str,
    general: set[str],
    language: Language,
) -> Claim | None:
    """The claim of a figure; None if nothing tells what it counts."""
    assert isinstance(item.value, Quantity)
    numbers = parsed.of(item)
    words = around(parsed, numbers, taken)
    nouns = nouns_behind(parsed, numbers, taken, language)
    if casualty:
        words = {stem: weight for stem, weight in words.items() if stem not in general}
        counted = frozenset(itertools.takewhile(lambda stem: stem not in general, nouns))
        return Claim(sentence, row, item, casualty, counted, words)
    of = heads(parsed, numbers, language)
    if told := topic(item, parsed, taken, language):
        return Claim(sentence, row, item, told, frozenset(), words)
    if item.value.unit:
        return Claim(sentence, row, item, item.value.unit, frozenset(nouns), words, of)
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 3]]
    if measured := [word for word in behind if word in language.measures]:
        return Claim(sentence, row, item, MEASURE, frozenset({measured[0]}), words, of)
    if not language.time_units.isdisjoint(behind):
        return Claim(sentence, row, item, SPAN, frozenset(nouns), words, of) if nouns else None
    if not language.people.isdisjoint(behind):
        words = {stem: weight for stem, weight in words.items() if stem not in general}
        return Claim(sentence, row, item, PEOPLE, frozenset(nouns), words)
    before = [] if nouns else nouns_before(parsed, numbers, taken)
    told = frozenset(nouns or before)
    return Claim(sentence, row, item, COUNT, told, words, is_bare=not nouns) if told else None


def _when(day: Day, sentence: Sentence) -> str:
    """Whether a day is to come when the document is published, or over, as a weekday in a report mostly is."""
    today = sentence.source.day.toordinal() if sentence.source.day else 0
    return FUTURE if today and day.dates and min(day.dates) > today else PAST


def _is_no_count(item: Item, numbers: Sequence[int], parsed: Parsed, language: Language) -> bool:
    """Whether a figure is a year, an age, or a part: "in 2019", "Ida Hale, 43, said", "three of the dead"."""
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 1 + NOUN]]
    phrases = [" ".join(behind[:length]) for length in range(1, NOUN + 1)]
    # "60 % of the vote" is no part of anything that is counted.
    of = language.ages if _unit(item) else language.parts | language.ages
    part = next((length for length, phrase in enumerate(phrases, start=1) if phrase in of), 0)
    counted = numbers[-1] + 1 + part
    if part and counted < len(parsed.known) and parsed.known[counted].folded[0].isdigit():
        part = 0  # "twelve of the 52 on board"
    between_commas = parsed.text.endswith(", ", 0, item.start) and parsed.text[item.end : item.end + 1] == ","
    return year(item) is not None or between_commas or part > 0


def _unit(item: Item) -> str:
    return item.value.unit if isinstance(item.value, Quantity) else ""
