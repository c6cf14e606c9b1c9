"""align: a sentence laid beside another, word by word (Ratcliff & Metzener 1988)."""

import difflib
import functools
from collections.abc import Sequence

from conspectus.stages.aliases import acronyms
from conspectus.stages.items import Item, Parsed
from conspectus.types import Gate

ALIKE = 0.6  # share of the telling words
LONGEST = 300  # words of a sentence that is laid beside another, which takes the square of them and more
BESIDE = 3  # words on each side of a figure that tell what it counts
GAP = 8  # words without any in common from which on what carries a sentence is two pieces
IN_PLACE = 5  # words that can stand in the place of others
NOTHING = "—"  # stands for a negation that is not there


class Aligned:
    """One sentence, ours, beside another, theirs."""

    def __init__(self, ours: Parsed, theirs: Parsed) -> None:
        self._ours, self._theirs = ours, theirs
        self._codes: Sequence[tuple[str, int, int, int, int]] = []
        self._kept: set[int] = set()
        telling = [number for number, word in enumerate(ours.known) if word.says]
        there = {word.folded for word in theirs.known}
        short = max(len(ours.known), len(theirs.known)) <= LONGEST
        if short and sum(ours.known[number].folded in there for number in telling) >= ALIKE * len(telling):
            one, other = ([word.folded for word in side.known] for side in (ours, theirs))
            self._codes = difflib.SequenceMatcher(a=one, b=other, autojunk=False).get_opcodes()
            self._kept = {n for tag, start, end, _, _ in self._codes if tag == "equal" for n in range(start, end)}
        # Whether so many of our telling words stand there in the same order that the two can be laid side by side.
        self.alike = sum(number in self._kept for number in telling) >= max(ALIKE * len(telling), 1)

    def keeps(self, item: Item) -> bool:
        """Whether an item of ours stands there in its place, with the same value or in the same words."""
        opposite = [other for other in self._opposite(item) if other.gate == item.gate]
        if any(item.is_stated_by(other) for other in opposite):
            return True
        # The same digits may be another figure: "-5", "less than 5".
        return not (opposite and item.gate == Gate.FIGURE) and self._kept.issuperset(self._ours.of(item))

    def mentions(self, item: Item) -> bool:
        """Whether an item of ours stands anywhere there, a figure beside a word that stands beside it here."""
        if item.gate in (Gate.NAME, Gate.NEGATION):
            return (item.gate, item.value) in self._words_there
        same = [other for other in self._theirs.items if item.is_stated_by(other)]
        if item.gate != Gate.FIGURE:
            return bool(same)
        return any(not _beside(self._ours, item).isdisjoint(_beside(self._theirs, other)) for other in same)

    def abbreviates(self, item: Item) -> bool:
        """Whether a name of ours is the acronym of a name there, or part of a name whose acronym stands there."""
        if self._ours.text[item.start : item.end].isupper() and item.value in self._acronyms_there:
            return True
        return item in self._abbreviated

    @functools.cached_property
    def _words_there(self) -> set[tuple[Gate, object]]:
        """The names and negations there."""
        return {(item.gate, item.value) for item in self._theirs.items if isinstance(item.value, str)}

    @functools.cached_property
    def _acronyms_there(self) -> set[str]:
        """The acronyms that names there may have."""
        return {initials for initials, _ in acronyms(self._theirs)}

    @functools.cached_property
    def _abbreviated(self) -> set[Item]:
        """The words of our names whose acronym stands there."""
        text = self._theirs.text
        there = {item.value for item in self._theirs.items if text[item.start : item.end].isupper()}
        return {item for initials, run in acronyms(self._ours) if initials in there for item in run} if there else set()

    def instead(self, item: Item) -> str:
        """What of its kind stands there in an item's place; "" if nothing does, or too much to be in its place."""
        if item.gate == Gate.NEGATION:
            number = self._ours.of(item)[0]
            around = self._next_telling(number, -1), self._next_telling(number, 1)
            return NOTHING if all(other is None or other in self._kept for other in around) else ""
        others = [other for other in self._opposite(item, IN_PLACE) if other.gate == item.gate]
        return self._theirs.text[others[0].start : others[-1].end] if others else ""

    def opens_otherwise(self) -> bool:
        """Whether another word with a capital stands there in the place of our first word."""
        tag, _, _, other, _ = self._codes[0]
        return bool(tag == "replace" and self._theirs.words[other][2][0].isupper())

    def lost_negation(self) -> tuple[int, int] | None:
        """Where in ours a negation of theirs is missing between words that both have; None if none is."""
        for tag, start, end, other, other_end in self._codes[1:-1]:
            theirs = _negations(self._theirs, other, other_end)
            few = max(end - start, other_end - other) <= IN_PLACE
            if tag != "equal" and few and theirs and not _negations(self._ours, start, end):
                words = self._ours.words
                return words[start - 1][0], words[end][1]
        return None

    def carrying(self) -> list[tuple[int, int]]:
        """The characters of theirs that carry ours: from the first word that both have to the last, less the gaps."""
        said = {word.stem for word in self._ours.known if word.says}
        hits = [number for number, word in enumerate(self._theirs.known) if word.says and word.stem in said]
        if not hits:
            return [(0, len(self._theirs.text))]
        pieces: list[list[int]] = [[hits[0]]]
        for hit in hits[1:]:
            if hit - pieces[-1][-1] <= GAP:
                pieces[-1].append(hit)
            else:
                pieces.append([hit])
        told = [piece for piece in pieces if len(piece) > 1] or pieces  # a single word is chance
        return [(self._theirs.words[piece[0]][0], self._theirs.words[piece[-1]][1]) for piece in told]

    def _next_telling(self, number: int, step: int) -> int | None:
        """The next word of ours before or behind one that says something; None if there is none."""
        number += step
        while 0 <= number < len(self._ours.known) and not self._ours.known[number].says:
            number += step
        return number if 0 <= number < len(self._ours.known) else None

    def _opposite(self, item: Item, most: int | None = None) -> list[Item]:
        """The items of theirs that stand where this one stands in ours, among so many words at most."""
        numbers = self._ours.of(item)
        found: list[Item] = []
        for tag, start, end, other, other_end in self._codes:
            if not any(start <= number < end for number in numbers):
                continue
            if tag != "equal" and most and max(end - start, other_end - other) > most:
                continue
            if tag == "equal":
                other, other_end = other + max(numbers[0], start) - start, other + min(numbers[-1] + 1, end) - start
            found += [i for i in self._theirs.items if any(other <= n < other_end for n in self._theirs.of(i))]
        return list(dict.fromkeys(found))


def _beside(side: Parsed, item: Item) -> set[str]:
    numbers = side.of(item)
    near = range(max(0, numbers[0] - BESIDE), min(len(side.known), numbers[-1] + BESIDE + 1))
    return {side.known[n].stem for n in near if not numbers[0] <= n <= numbers[-1] and side.known[n].says}


def _negations(side: Parsed, start: int, end: int) -> bool:
    return any(i.gate == Gate.NEGATION and any(start <= n < end for n in side.of(i)) for i in side.items)
