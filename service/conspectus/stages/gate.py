"""gate: no sentence of a summary stands that its sources do not say.

The source's own words pass as they are. What a model wrote is judged by its sources (see `verify`). What is wrong in a
figure, a day or a name is put right with what stands in its place there, and judged again; what is still wrong is
replaced by the source's own sentence, where there is room for it, or else left out.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from conspectus.stages.align import NOTHING
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.select import Budget
from conspectus.stages.verify import Flaw, Judgement
from conspectus.stages.write import Draft, write
from conspectus.types import Gate, Origin, Support
from conspectus.typography import count_words

REPAIRABLE = frozenset({Gate.FIGURE, Gate.DATE, Gate.NAME})

# Judges drafts by the sentences that they were written from.
Judge = Callable[[Sequence[Draft]], Sequence[Judgement]]


def gated(drafts: Sequence[Draft], voices: Voices, judge: Judge, budget: Budget) -> list[Draft]:
    """The drafts that may stand, in their order, each with how far it is supported."""
    written = [draft for draft in drafts if draft.origin != Origin.EXTRACTED]
    if not written:
        return list(drafts)
    judged = {id(draft): judgement for draft, judgement in zip(written, judge(written), strict=True)}
    repaired = {id(draft): _repaired(draft, judged[id(draft)].flaws) for draft in written}
    again = {key: draft for key, draft in repaired.items() if draft}
    if again:
        second = judge(list(again.values()))
        for key, judgement in zip(again, second, strict=True):
            judged[key] = judgement
    standing: list[Draft] = []
    told = {draft.row for draft in drafts if draft.origin == Origin.EXTRACTED}
    for draft in drafts:
        if draft.origin == Origin.EXTRACTED:
            standing.append(draft)
            continue
        candidate, judgement = again.get(id(draft), draft), judged[id(draft)]
        if judgement.verdict in (Support.SUPPORTED, Support.PARTIAL) and not judgement.flaws:
            standing.append(replace(candidate, support=judgement.verdict, score=judgement.score))
        elif draft.row not in told:
            told.add(draft.row)
            standing += write([draft.row], voices)
    return _fitting(standing, drafts, budget)


def _repaired(draft: Draft, flaws: Sequence[Flaw]) -> Draft | None:
    """A draft with what its sources have in the place of what is wrong; None if nothing is, or not all can be."""
    if not flaws or any(f.gate not in REPAIRABLE or f.instead in ("", NOTHING) for f in flaws):
        return None
    text = draft.text
    for flaw in sorted(flaws, key=lambda flaw: -flaw.start):
        text = text[: flaw.start] + flaw.instead + text[flaw.end :]
    return replace(draft, text=text, origin=Origin.REPAIRED)


def _fitting(standing: Sequence[Draft], drafts: Sequence[Draft], budget: Budget) -> list[Draft]:
    """The same without what came in for shorter sentences, the sources' own or repaired, and does not fit."""
    asked = {id(draft) for draft in drafts}
    left = budget.words - sum(count_words(d.text) for d in standing if not _came_in(d, asked))
    found = []
    for draft in standing:
        came_in = _came_in(draft, asked)
        words = count_words(draft.text) if came_in else 0
        if words > left or (came_in and budget.characters and len(draft.text) > budget.characters):
            continue
        left -= words
        found.append(draft)
    return found


def _came_in(draft: Draft, asked: Collection[int]) -> bool:
    return draft.origin == Origin.REPAIRED or (draft.origin == Origin.EXTRACTED and id(draft) not in asked)
