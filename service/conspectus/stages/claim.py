"""claim: what one item of a sentence of the sources says, and of what."""

import difflib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.stages.casualties import CASUALTIES
from conspectus.stages.days import Day
from conspectus.stages.items import Item
from conspectus.stages.quantities import Quantity
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

COUNT, PEOPLE, MEASURE, SPAN = "count", "people", "measure", "span"
COUNTED = frozenset({COUNT, PEOPLE, MEASURE})  # kinds of which nouns tell what is counted
DAYS = PAST, FUTURE = "past", "future"

FAR = 8  # times
SPELT = 0.8  # likeness of the letters of two spellings of one name (Ratcliff & Metzener 1988)


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
    is_bare: bool = False  # whether nothing behind a count tells what it counts, or an office is a mere title
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
        return self.kind == PAST and published is not None and min(self.dates, default=0) > published.toordinal()

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
