"""put together: whether what a sentence puts side by side stands side by side in one of its sources.

Where all words of a sentence are the sources' it may still say what none of them does: who did it to whom, whose figure
it is, whether before or after. Words that say something and stand next to each other must therefore stand near each
other, and in this order, in one source sentence, and the small words between them ("off", "until", "by", "but") must
stand between them there too, but for those that change nothing, and "by" must not be lost. Days may stand anywhere in
it, since they move; what tells who says something may come before or behind who does, and so may what stands behind a
mark, where another source may go on. Whoever puts it in an order of his own is not believed: better a sentence too many
in the source's words than one that turns them.
"""

import itertools
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

import regex

from conspectus.engine import Language
from conspectus.stages.items import Parsed
from conspectus.stages.speech import telling
from conspectus.types import Gate

WINDOW = 4  # words that say something, as far apart as two may stand there that stand side by side here
_MARK = regex.compile(r"[,;:()–—،؛、，；：]")


def is_put_together(
    ours: Parsed, theirs: Sequence[Parsed], near: Mapping[str, Collection[str]], language: Language
) -> bool:
    """Whether a sentence puts words together as those of its sources do; `near` are the stems that each is near to."""
    numbers = [number for number, word in enumerate(ours.known) if word.says]
    sources = [_Source(parsed, near) for parsed in theirs]
    if not numbers or not all(any(source.has(ours.known[number].stem) for source in sources) for number in numbers):
        return False
    days = {number for item in ours.items if item.gate == Gate.DATE for number in ours.of(item)}
    speech = telling(ours.known, language)
    opening = _small(ours, -1, numbers[0]) - language.neutral_words
    if not any(source.opens(ours.known[numbers[0]].stem, opening) for source in sources):
        return False
    for before, behind in itertools.pairwise(numbers):
        marked = _MARK.search(ours.text[ours.words[before][1] : ours.words[behind][0]]) is not None
        pair = _Pair(
            ours.known[before].stem,
            ours.known[behind].stem,
            _small(ours, before, behind) - language.neutral_words,
            moves=marked or not speech.isdisjoint((before, behind)),
        )
        if any(source.joins(pair, language) for source in sources):
            continue
        holding = [source for source in sources if source.has(pair.before) and source.has(pair.behind)]
        goes_on = any(source.opens(pair.behind, pair.small) for source in (holding or sources))
        if not goes_on or not (marked if not holding else not days.isdisjoint((before, behind))):
            return False  # a day may stand elsewhere; and behind a mark another source may go on
    return True


@dataclass(frozen=True, slots=True)
class _Pair:
    """Two neighbouring words that say something, by their stems, and the small words between them that matter."""

    before: str
    behind: str
    small: frozenset[str]
    moves: bool  # whether the one may stand on either side of the other


class _Source:
    """A sentence of the sources, by what its words are near to."""

    def __init__(self, parsed: Parsed, near: Mapping[str, Collection[str]]) -> None:
        self._parsed = parsed
        self._numbers = [number for number, word in enumerate(parsed.known) if word.says]
        told = [parsed.known[number].stem for number in self._numbers]
        # Where a stem stands among the words that say something.
        self._places = {stem: [n for n, own in enumerate(told) if own in like] for stem, like in near.items()}

    def has(self, stem: str) -> bool:
        return bool(self._places.get(stem))

    def opens(self, stem: str, small: frozenset[str]) -> bool:
        """Whether small words stand before one that says something, no farther than that one's neighbours."""
        return not small or any(small <= self._between(place - WINDOW, place) for place in self._places.get(stem, ()))

    def joins(self, pair: _Pair, language: Language) -> bool:
        """Whether two words stand near each other, with the same small words between them, in their order unless one
        moves.
        """
        for before in self._places.get(pair.before, ()):
            for behind in self._places.get(pair.behind, ()):
                step = behind - before
                if 0 < step <= WINDOW:
                    between = self._between(before, behind)
                    if pair.small <= between and between & language.by_words <= pair.small:
                        return True
                if pair.moves and 0 < abs(step) <= WINDOW:
                    return True
        return False

    def _between(self, before: int, behind: int) -> frozenset[str]:
        start = self._numbers[before] if before >= 0 else -1
        return _small(self._parsed, start, self._numbers[behind])


def _small(parsed: Parsed, before: int, behind: int) -> frozenset[str]:
    """The words between two others that say nothing by themselves."""
    return frozenset(word.folded for word in parsed.known[before + 1 : behind] if not word.says)
