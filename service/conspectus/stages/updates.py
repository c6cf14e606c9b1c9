"""updates: which claims are standing, and which have been replaced by a later one.

What a publisher said before is replaced by what it says later, and so is an older print of one agency's report; and so
is what anybody else had said until then in agreement with it.
"""

from collections.abc import Sequence

from conspectus.stages.claims import Claim
from conspectus.stages.drop_repeats import Voices


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
    for claim in sorted(claimed, key=lambda claim: claim.place):  # sources are in the order of their publish times
        teller = voices.teller[claim.sentence.source.index]
        if teller not in last or _before(last[teller], claim):
            last[teller] = claim  # the first of its last document
    newest = [(claim, last[voices.teller[claim.sentence.source.index]]) for claim in claimed]
    return [(claim, newer) for claim, newer in newest if _before(claim, newer) and claim.differs(newer)]


def _before(one: Claim, other: Claim) -> bool:
    times = one.sentence.source.published, other.sentence.source.published
    return times[0] is not None and times[1] is not None and times[0] < times[1]
