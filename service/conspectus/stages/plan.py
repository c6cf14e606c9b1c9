"""plan: what each sentence of a summary is to be made of, before a word of it is written.

Every sentence that was chosen stands for what several sources say. Beside it go the sentences that say the same, and
those of the same language that say much of it and more, unless they state otherwise or have a place of their own.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from conspectus.engine.writer import Scope, Writer
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.figures import agree
from conspectus.stages.group import Groups
from conspectus.stages.select import Budget
from conspectus.types import Preset

BESIDE = 0.3  # cover from which on a sentence tells of the same thing
WIDER = 2  # times the words of a summary that are planned for a writer of paragraphs, which tells what it takes
MOST = 3  # sentences beside the chosen one: more, and a writer tells of everything at once


@dataclass(frozen=True, slots=True)
class Planned:
    """A sentence to be: the row that was chosen, and those to be told with it, the nearest first."""

    row: int
    others: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A summary to be: its shape, its sentences in their order, and how long it may be."""

    preset: Preset
    budget: Budget
    sentences: tuple[Planned, ...]


def room_for(budget: Budget, writer: Writer | None) -> Budget:
    """What is to be planned for a summary, so that a writer fills it."""
    if writer and writer.scope == Scope.PARAGRAPH:
        return replace(budget, words=WIDER * budget.words, sentences=budget.sentences and WIDER * budget.sentences)
    return budget


def planned(
    ordered: Sequence[int],
    suitable: Collection[int],
    voices: Voices,
    groups: Groups,
    opposed: Mapping[int, Collection[int]],
) -> tuple[Planned, ...]:
    """What each of the chosen rows is told with, in their order; only `suitable` rows are told with another."""
    taken = set(ordered)
    found = []
    for row in ordered:
        others = _others(row, suitable, voices, groups, taken.union(opposed.get(row, ())))
        taken.update(others)
        found.append(Planned(row, tuple(others)))
    return tuple(found)


def _others(row: int, suitable: Collection[int], voices: Voices, groups: Groups, taken: Collection[int]) -> list[int]:
    if not suitable:
        return []
    own = voices.originals[row].source
    covered = groups.cover.covering(row)
    near = np.flatnonzero(covered >= BESIDE)
    ranked = sorted(near.tolist(), key=lambda other: (-float(covered[other]), other))
    same = [other for other, _ in groups.same(row)]
    beside = [
        other
        for other in dict.fromkeys([*same, *ranked])
        if other in suitable
        and other not in taken
        and voices.originals[other].source.language == own.language
        and agree(voices.statements[row], voices.statements[other])
    ]
    return beside[:MOST]
