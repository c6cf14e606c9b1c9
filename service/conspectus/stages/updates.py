"""updates: which claims are standing, and which have been replaced by a later one.

What a publisher said before is replaced by what it says later, and so is an older print of one agency's report; and so
is what anybody else had said until then in agreement with it. The lower one of two counts that a sentence has, as in
"put at 12 at first, it is 15", is replaced for everybody who had said so until then.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace

from conspectus.stages.claim import Claim
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.quantities import Quantity


def precedence(claim: Claim) -> tuple[bool, float, tuple[int, int, int]]:
    """What a source states of its own comes first; of two values that a sentence has the larger, as figures rise."""
    value = claim.item.value
    larger = -value.numbers[0] if isinstance(value, Quantity) and claim.is_one_of_two else 0.0
    return claim.is_one_of_two, larger, claim.place


def standing(claimed: Sequence[Claim], known: Sequence[Claim], voices: Voices) -> list[Claim]:
    """Those that no later one has replaced, of `known` as far as they may replace one another."""
    outdated = _outdated(known, voices)
    return [
        claim
        for claim in claimed
        if not any(_before(claim, newer) and not claim.differs(old) for old, newer in outdated)
    ]


def _outdated(claimed: Sequence[Claim], voices: Voices) -> list[tuple[Claim, Claim]]:
    """The claims that their own teller has replaced by a later one, each with that one."""
    last: dict[int, Claim] = {}
    for claim in sorted(claimed, key=precedence):
        teller = voices.teller[claim.sentence.source.index]
        if teller not in last or _before(last[teller], claim):
            last[teller] = claim  # of its last document
    changed = [
        (one, other)
        for one, other in itertools.permutations([claim for claim in claimed if claim.is_one_of_two], 2)
        if one.sentence is other.sentence and one.rises_to(other)
    ]
    newest = [(_as_counted(claim), last[voices.teller[claim.sentence.source.index]]) for claim in claimed]
    return changed + [(claim, newer) for claim, newer in newest if _before(claim, newer) and claim.differs(newer)]


def _as_counted(claim: Claim) -> Claim:
    """A claim of a number at least as that number, which was all that its source knew."""
    value = claim.item.value
    if not isinstance(value, Quantity) or not value.is_over:
        return claim
    return replace(claim, item=replace(claim.item, value=replace(value, high=value.low)))


def _before(one: Claim, other: Claim) -> bool:
    times = one.sentence.source.published, other.sentence.source.published
    return times[0] is not None and times[1] is not None and times[0] < times[1]
