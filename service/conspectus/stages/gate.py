"""gate: no sentence of a summary stands that its sources do not say.

The source's own words pass as they are. What a model wrote is judged by its sources (see `judge`) and stands if they
say all of it. What is wrong in a figure, a day or a name is put right with what stands in its place there, and judged
again; what is still wrong, or repeats what the summary has, gives way to the source's own sentence, where that is new
and there is room for it, or else is left out.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from conspectus.stages.align import NOTHING
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.select import Budget
from conspectus.stages.verify import Flaw
from conspectus.stages.write import Draft, write
from conspectus.types import Gate, Origin, Support
from conspectus.typography import count_words
from conspectus.words import fold

REPAIRABLE = frozenset({Gate.FIGURE, Gate.DATE, Gate.NAME})
REPEATED = 0.8  # share of a written sentence's words that one before it has, from which on it says nothing new

Judge = Callable[[Draft], Draft]  # gives a draft its judgement and its evidence


def gated(
    drafts: Iterable[Draft], rooms: Sequence[int], voices: Voices, judge: Judge, budget: Budget
) -> Iterator[Draft]:
    """The drafts that may stand, one after another, in their order.

    `rooms` are the words that are kept for each, whatever those before it take.
    """
    left, kept = budget.words, sum(rooms)
    standing: list[Draft] = []
    for draft, room in zip(drafts, rooms, strict=True):
        kept -= room
        for rung in _ladder(draft, voices, judge):
            words = count_words(rung.text)
            fits = words <= left - kept and (not budget.characters or len(rung.text) <= budget.characters)
            enough = budget.sentences is not None and len(standing) >= budget.sentences
            if fits and not enough and not _is_told(rung, standing):
                left -= words
                standing.append(rung)
                yield rung
                break


def _ladder(draft: Draft, voices: Voices, judge: Judge) -> Iterator[Draft]:
    """What may stand for a draft, the best first."""
    if draft.origin == Origin.EXTRACTED:
        yield draft
        return
    judged = judge(draft)
    if stands(judged):
        yield judged
    elif (repaired := _repaired(judged)) and stands(again := judge(repaired)):
        yield again
    yield from write([draft.row], voices)


def stands(draft: Draft) -> bool:
    """Whether what a model wrote is what its sources say."""
    judged = draft.judgement
    return judged is not None and judged.verdict == Support.SUPPORTED and not judged.flaws


def _is_told(draft: Draft, standing: Sequence[Draft]) -> bool:
    """Whether what a model wrote is what the summary has, or the source's own sentence stands in it already."""
    if draft.origin == Origin.EXTRACTED:
        return any(other.row == draft.row for other in standing)
    words = set(fold(draft.text))
    return any(len(words & set(fold(other.text))) >= REPEATED * len(words) for other in standing)


def _repaired(draft: Draft) -> Draft | None:
    """A draft with what its sources have in the place of what is wrong; None if nothing is, or not all can be."""
    flaws: Sequence[Flaw] = draft.judgement.flaws if draft.judgement else ()
    if not flaws or any(f.gate not in REPAIRABLE or f.instead in ("", NOTHING) for f in flaws):
        return None
    text = draft.text
    for flaw in sorted(flaws, key=lambda flaw: -flaw.start):
        text = text[: flaw.start] + flaw.instead + text[flaw.end :]
    return replace(draft, text=text, origin=Origin.REPAIRED)
