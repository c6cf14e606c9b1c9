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
from conspectus.engine import Languages
from conspectus.stages.claims import CASUALTIES, COUNT, DAYS, SPAN, Claim
from conspectus.stages.cover import Cover
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.holders import OFFICE
from conspectus.stages.opposites import STATEMENT
from conspectus.stages.quantities import Quantity
from conspectus.stages.slots import ALONE, Slot, slots
from conspectus.stages.updates import standing


@dataclass(frozen=True, slots=True)
class Variant:
    """One of the values that are stated, by the claims that state it, in the order of their sources."""

    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Disagreement:
    """What sources state differently: the best supported variant first."""

    variants: tuple[Variant, ...]


def conflicts(
    voices: Voices, vectors: np.ndarray, cover: Cover, languages: Languages, deadline: Deadline
) -> list[Disagreement]:
    """What the sources state differently, in the order in which it is stated first; `vectors` are the originals'."""
    found = (_variants(slot, voices) for slot in slots(voices, vectors, cover, languages, deadline))
    merged = _merged([Disagreement(variants) for variants in found if len(variants) > 1])
    return sorted(merged, key=lambda one: min(c.row for v in one.variants for c in v.claims))


def _merged(found: Sequence[Disagreement]) -> list[Disagreement]:
    """The same with those of one kind as one that have a value in common, or two days."""
    merged: list[Disagreement] = []
    for one in found:
        for place, other in enumerate(merged):
            pairs = [(first, theirs) for first in one.variants for theirs in other.variants if _agree(first, theirs)]
            if len(pairs) >= (2 if one.variants[0].claims[0].kind in DAYS else 1):
                more = {id(theirs): first for first, theirs in pairs}
                mine = [variant for variant in one.variants if not any(variant is first for first, _ in pairs)]
                merged[place] = Disagreement((*(_joined(v, more.get(id(v))) for v in other.variants), *mine))
                break
        else:
            merged.append(one)
    return merged


def _agree(one: Variant, other: Variant) -> bool:
    first, second = one.claims[0], other.claims[0]
    if first.kind == STATEMENT:
        return False
    if first.kind != second.kind or (first.kind == COUNT and not first.nouns & second.nouns):
        return False
    return not first.differs(second)


def _joined(one: Variant, other: Variant | None) -> Variant:
    return Variant(tuple(sorted({*one.claims, *(other.claims if other else ())}, key=lambda claim: claim.place)))


def opposed(found: Sequence[Disagreement]) -> Mapping[int, frozenset[int]]:
    """By row of the originals that has a part in a conflict: the rows that state another variant, and not its own."""
    rows: defaultdict[int, set[int]] = defaultdict(set)
    for one in found:
        stating = [{claim.row for claim in variant.claims} for variant in one.variants]
        for own in stating:
            for row in own:
                rows[row] |= set().union(*stating) - own
    return {row: frozenset(others) for row, others in rows.items()}


def _variants(slot: Slot, voices: Voices) -> tuple[Variant, ...]:
    """The values stated in a slot that differ, best supported first; one or none if all agree."""
    whole = slot.kind in CASUALTIES
    known = [claim for told in slot.known.values() for claim in told] if whole else slot.claims
    first: dict[int, Claim] = {}
    for claim in sorted(standing(slot.claims, known, voices), key=_precedence):
        first.setdefault(claim.sentence.source.index, claim)
    stated = _agreeing(list(first.values()))
    heard = [voices.independent([claim.row for claim in variant]) for variant in stated]
    bar = float("inf") if slot.kind in (SPAN, OFFICE) else ALONE
    at_odds = {
        number
        for number, variant in enumerate(stated)
        for other, rest in enumerate(stated)
        if number != other
        and (whole or max(heard[number], heard[other]) > 1 or slot.nearest(variant, rest) >= bar)
        and _are_at_odds(variant, rest, slot.known)
    }
    ranked = sorted(at_odds, key=lambda number: (-heard[number], min(claim.place for claim in stated[number])))
    return tuple(Variant(tuple(sorted(stated[number], key=lambda claim: claim.place))) for number in ranked)


def _agreeing(stated: Sequence[Claim]) -> list[list[Claim]]:
    """The claims of each value, the exact ones first, so that a vague one goes to the first that it agrees with."""
    variants: list[list[Claim]] = []
    for claim in sorted(stated, key=lambda claim: (_vagueness(claim), claim.place)):
        for variant in variants:
            if not any(claim.differs(other) for other in variant):
                variant.append(claim)
                break
        else:
            variants.append([claim])
    return variants


def _are_at_odds(ours: Sequence[Claim], theirs: Sequence[Claim], known: Mapping[int, Sequence[Claim]]) -> bool:
    """Whether of two sources that state two values neither states the other's."""
    return any(
        all(other.differs(claim) for claim in known[one.sentence.source.index])
        and all(one.differs(claim) for claim in known[other.sentence.source.index])
        and not (one.kind == OFFICE and (_names(one, other) or _names(other, one)))
        for one in ours
        for other in theirs
    )


def _names(one: Claim, other: Claim) -> bool:
    """Whether the source of one claim names the people of another."""
    written = other.sentence.text[other.item.start : other.item.end]
    return written.split()[-1] in one.sentence.source.text


def _vagueness(claim: Claim) -> float:
    value = claim.item.value
    return value.high - value.low if isinstance(value, Quantity) else 0.0


def _precedence(claim: Claim) -> tuple[bool, float, tuple[int, int, int]]:
    """What a source states of its own comes first; of two values that a sentence has the larger, as figures rise."""
    value = claim.item.value
    larger = -value.numbers[0] if isinstance(value, Quantity) and claim.is_one_of_two else 0.0
    return claim.is_one_of_two, larger, claim.place
