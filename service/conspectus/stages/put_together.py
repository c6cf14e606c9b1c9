"""put together: whether what a sentence puts side by side stands side by side in one of its sources.

Where all words of a sentence are the sources' it may still say what none of them does: who did it to whom, whose figure
it is, which of two told the other. Words that say something and stand next to each other, with no mark between, must
therefore stand near each other, and in this order, in one source sentence. Days may stand anywhere in it, since they
move, and what tells who says something may come before or behind who does. Whoever puts it in an order of his own is
not believed: better a sentence too many in the source's words than one that turns them.
"""

import itertools
from collections.abc import Collection, Iterator, Mapping, Sequence

import regex

from conspectus.engine import Language
from conspectus.stages.items import Parsed
from conspectus.stages.speech import telling
from conspectus.types import Gate

WINDOW = 4  # words that say something, as far apart as two may stand there that stand side by side here
_MARK = regex.compile(r"[,;:()–—،؛、，；：]")

Places = Mapping[str, Sequence[int]]  # where a stem stands among the words of a sentence that say something


def is_put_together(
    ours: Parsed, theirs: Sequence[Parsed], near: Mapping[str, Collection[str]], language: Language
) -> bool:
    """Whether a sentence puts words together as those of its sources do; `near` are the stems that each is near to."""
    numbers = [number for number, word in enumerate(ours.known) if word.says]
    sources = [_places(parsed, near) for parsed in theirs]
    if not all(any(ours.known[number].stem in places for places in sources) for number in numbers):
        return False
    days = {number for item in ours.items if item.gate == Gate.DATE for number in ours.of(item)}
    speech = telling(ours.known, language)
    for pair in itertools.pairwise(numbers):
        between = ours.text[ours.words[pair[0]][1] : ours.words[pair[1]][0]]
        if _MARK.search(between):
            continue
        before, behind = (ours.known[number].stem for number in pair)
        steps = [step for places in sources for step in _steps(before, behind, places)]
        if not days.isdisjoint(pair):
            stand = bool(steps)
        elif not speech.isdisjoint(pair):
            stand = any(0 < abs(step) <= WINDOW for step in steps)
        else:
            stand = any(0 < step <= WINDOW for step in steps)
        if not stand:
            return False
    return True


def _places(parsed: Parsed, near: Mapping[str, Collection[str]]) -> Places:
    told = [word.stem for word in parsed.known if word.says]
    return {stem: found for stem, like in near.items() if (found := [n for n, own in enumerate(told) if own in like])}


def _steps(one: str, other: str, places: Places) -> Iterator[int]:
    """How many words that say something another comes behind one, wherever both stand; below 0 if before it."""
    return (behind - before for before in places.get(one, ()) for behind in places.get(other, ()))
