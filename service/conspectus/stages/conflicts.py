"""conflicts: what sources state differently of one thing (see `slots`).

Of each source one claim counts: the first that has not been replaced (see `updates`) and is not beside another value
of the same, as in "put at 12 at first, it is 15". Of others the source knows, and is at odds with nobody who states
them. Figures that may be one number, exact in one source and rounded in the other, do not differ; days differ if they
can't be one day. What is no casualty and no denial is a fact only where two sources state one of the values, or where
the sentences run alike.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.deadline import Deadline
from conspectus.stages.casualties import CASUALTIES
from conspectus.stages.claim import COUNTED, DAYS, SPAN, Claim
from conspectus.stages.cover import Cover
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.holders import OFFICE
from conspectus.stages.items import Parser
from conspectus.stages.odds import Odds
from conspectus.stages.opposites import STATEMENT
from conspectus.stages.quantities import Quantity
from conspectus.stages.slots import ALONE, Slot, slots
from conspectus.stages.topics import is_topic
from conspectus.stages.updates import precedence, standing


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values that are stated: by one claim of each source that states it, the exact ones first.

    `rows` are all those of the originals that do.
    """

    claims: tuple[Claim, ...]
    rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources state differently: the best supported variant first, and the rows that state what has been replaced.

    With one variant it is an update, and no conflict.
    """

    variants: tuple[Variant, ...]
    replaced: frozenset[int]

    @property
    def is_conflict(self) -> bool:
        """Whether there is more than one value that nobody has taken back."""
        return len(self.variants) > 1


def compare(
    voices: Voices, vectors: np.ndarray, cover: Cover, parser: Parser, deadline: Deadline
) -> list[Disagreement]:
    """What the sources state differently, in the order in which it is stated first; `vectors` are the originals'."""
    odds = Odds(voices, parser)
    found = [_disagreement(slot, voices, odds) for slot in slots(voices, vectors, cover, parser, deadline)]
    merged = _merged([one for one in found if one.is_conflict], voices)
    updates = [one for one in found if not one.is_conflict and one.replaced]
    return [*sorted(merged, key=lambda one: min(c.row for v in one.variants for c in v.claims)), *updates]


def opposed(found: Sequence[Disagreement]) -> Mapping[int, frozenset[int]]:
    """By row of the originals: the rows that state otherwise what it states."""
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for one in found:
        stating = [variant.rows for variant in one.variants]
        for own in (*stating, one.replaced):
            for row in own:
                rows[row] |= set().union(*stating, one.replaced) - own
    return {row: frozenset(others) for row, others in rows.items()}


def _merged(found: Sequence[Disagreement], voices: Voices) -> list[Disagreement]:
    """The same with those of one kind as one that have a value in common, or two days."""
    merged: list[Disagreement] = []
    for one in found:
        for place, other in enumerate(merged):
            common = sum(any(_agree(first, second) for second in other.variants) for first in one.variants)
            if common >= (2 if one.variants[0].claims[0].kind in DAYS else 1):
                merged[place] = _joined(one, other, voices)
                break
        else:
            merged.append(one)
    return merged


def _agree(one: Variant, other: Variant) -> bool:
    first, second = one.claims[0], other.claims[0]
    if (
        first.kind == STATEMENT
        or first.kind != second.kind
        or (first.kind in COUNTED and not first.nouns & second.nouns)
    ):
        return False
    return not first.differs(second)


def _joined(one: Disagreement, other: Disagreement, voices: Voices) -> Disagreement:
    variants = list(other.variants)
    for variant in one.variants:
        place = next((n for n, first in enumerate(variants) if _agree(variant, first)), None)
        if place is None:
            variants.append(variant)
        else:
            claims = sorted({*variant.claims, *variants[place].claims}, key=_exactness)
            variants[place] = Variant(tuple(claims), variant.rows | variants[place].rows)
    stated = frozenset().union(*(variant.rows for variant in variants))
    return Disagreement(_ranked(variants, voices), (one.replaced | other.replaced) - stated)


def _disagreement(slot: Slot, voices: Voices, odds: Odds) -> Disagreement:
    """The values stated in a slot that differ, and what has been replaced."""
    whole = slot.kind in CASUALTIES or is_topic(slot.kind)
    known = [claim for told in slot.known.values() for claim in told] if whole else slot.claims
    kept = standing(slot.claims, known, voices)
    first: dict[int, Claim] = {}
    for claim in sorted(kept, key=precedence):
        first.setdefault(claim.sentence.source.index, claim)
    stated = _agreeing(list(first.values()))
    heard = [voices.independent([claim.row for claim in variant]) for variant in stated]
    at_odds = [
        variant
        for number, variant in enumerate(stated)
        if any(
            number != other
            and (whole or max(heard[number], heard[other]) > 1 or _are_known(slot, variant, rest))
            and odds.between(variant, rest, slot.known)
            for other, rest in enumerate(stated)
        )
    ]
    shown = at_odds if len(at_odds) > 1 else stated[:1]
    variants = [Variant(tuple(sorted(v, key=_exactness)), _stating(v, slot.claims)) for v in shown]
    told = frozenset().union(*(variant.rows for variant in variants))
    return Disagreement(_ranked(variants, voices), frozenset(c.row for c in {*slot.claims} - {*kept}) - told)


def _are_known(slot: Slot, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
    """Whether two values are of a fact though no value of it is stated by two sources."""
    if slot.kind == OFFICE:
        return any(
            (one.nouns, one.around.keys()) == (other.nouns, other.around.keys()) and not (one.is_bare and other.is_bare)
            for one in ours
            for other in theirs
        )
    if any(one.beside & other.beside for one in ours for other in theirs):
        return True  # two days of one toll
    return slot.kind != SPAN and slot.nearest(ours, theirs) >= ALONE


def _stating(variant: Sequence[Claim], claimed: Sequence[Claim]) -> frozenset[int]:
    """The rows that state a value."""
    return frozenset(claim.row for claim in claimed if not any(claim.differs(other) for other in variant))


def _ranked(variants: Sequence[Variant], voices: Voices) -> tuple[Variant, ...]:
    """The best supported first."""
    return tuple(
        sorted(
            variants,
            key=lambda v: (-voices.independent([claim.row for claim in v.claims]), min(c.place for c in v.claims)),
        )
    )


def _agreeing(stated: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each value, the exact ones first, so that a vague one goes to the first that it agrees with."""
    variants: list[list[Claim]] = []
    for claim in sorted(stated, key=_exactness):
        for variant in variants:
            if not any(claim.differs(other) for other in variant):
                variant.append(claim)
                break
        else:
            variants.append([claim])
    return variants


def _exactness(claim: Claim) -> tuple[float, tuple[int, int, int]]:
    """The exact ones first, and those in the order of their places."""
    value = claim.item.value
    return (value.high - value.low if isinstance(value, Quantity) else 0.0), claim.place
