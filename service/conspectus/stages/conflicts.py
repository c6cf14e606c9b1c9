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
from conspectus.stages.days import Day
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.figures import normal_figure
from conspectus.stages.holders import OFFICE
from conspectus.stages.items import Parser
from conspectus.stages.opposites import STATEMENT
from conspectus.stages.quantities import Quantity
from conspectus.stages.scenes import SCENE
from conspectus.stages.sentence import Sentence
from conspectus.stages.slots import ALONE, Slot, slots
from conspectus.stages.topics import is_topic
from conspectus.stages.updates import precedence, standing
from conspectus.words import fold

_Figures = Mapping[str, Mapping[int, set[str]]]


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
    figures = _figures(voices)
    found = [_disagreement(slot, voices, figures) for slot in slots(voices, vectors, cover, parser, deadline)]
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


def _figures(voices: Voices) -> _Figures:
    """The figures of the documents of each publisher, normalized, by publisher and index of the source."""
    found: defaultdict[str, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for row, statement in enumerate(voices.statements):
        for sentence in (voices.originals[row], *voices.copies[row]):
            if sentence.source.publisher:
                found[sentence.source.publisher][sentence.source.index] |= statement.figures
    return found


def _disagreement(slot: Slot, voices: Voices, figures: _Figures) -> Disagreement:
    """The values stated in a slot that differ, and what has been replaced."""
    whole = slot.kind in CASUALTIES or is_topic(slot.kind)
    known_by = _known_by(slot, voices)
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
            and _are_at_odds(variant, rest, slot.known)
            and not _is_replaced(variant, rest, figures)
            and not _are_told_together(variant, rest, known_by)
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


def _are_at_odds(ours: Sequence[Claim], theirs: Sequence[Claim], known: Mapping[int, Sequence[Claim]]) -> bool:
    """Whether of two sources that state two values neither states the other's.

    What happened after the one was published is nothing that it tells of.
    """
    if any(one.is_after(other.sentence) or other.is_after(one.sentence) for one in ours for other in theirs):
        return False
    return any(
        not _states(one.sentence.source.index, other, one, known)
        and not _states(other.sentence.source.index, one, other, known)
        and not (one.kind == OFFICE and (_names(one, other) or _names(other, one)))
        for one in ours
        for other in theirs
    )


def _is_replaced(ours: Sequence[Claim], theirs: Sequence[Claim], figures: _Figures) -> bool:
    """Whether a publisher of the one count has the figure of the other in another document, in whatever words."""
    if not (ours[0].kind in CASUALTIES or is_topic(ours[0].kind)):
        return False
    told = {figure for claim in theirs for figure in _telling(claim)}
    sources = {claim.sentence.source for claim in ours}
    return any(
        told & figures[one.publisher][other]
        for one in sources
        for other in figures.get(one.publisher, ())
        if other != one.index
    )


def _known_by(slot: Slot, voices: Voices) -> Mapping[str, set[int]]:
    """By name of a scene the sources that have it anywhere, for a street is in a town; empty for other kinds."""
    if slot.kind != SCENE:
        return {}
    texts = {sentence.source.index: sentence.source.text for sentence in voices.originals}
    for copies in voices.copies:
        texts |= {copy.source.index: copy.source.text for copy in copies}
    names = {claim.written for claim in slot.claims}
    return {name: {source for source, text in texts.items() if name in text} for name in names}


def _are_told_together(ours: Sequence[Claim], theirs: Sequence[Claim], known_by: Mapping[str, set[int]]) -> bool:
    """Whether some source has the names of two scenes."""
    one, other = ({claim.written for claim in side} & known_by.keys() for side in (ours, theirs))
    return any(known_by[name] & known_by[second] for name in one for second in other)


def _telling(claim: Claim) -> set[str]:
    """The figure of a claim if it is hardly ever another's: it has two digits, or three where it counts millions."""
    words = [normal_figure(word) for word in fold(claim.written) if word[0].isdigit()]
    digits = 2 if isinstance(claim.item.value, Quantity) and not claim.item.value.unit else 3
    return {word for word in words if sum(map(str.isdigit, word)) >= digits}


def _states(source: int, claim: Claim, own: Claim, known: Mapping[int, Sequence[Claim]]) -> bool:
    """Whether a source that makes a claim of its own states the value of another: of the same kind, where anything may
    be counted of the same, and of two days beside one toll beside that toll.

    It does too if figures of one of its sentences make the sum: "four soldiers and six thieves" are ten people.
    """
    of = (*COUNTED, OFFICE)
    told = [other for other in known[source] if claim.kind not in of or claim.nouns & other.nouns]
    if fates := claim.beside & own.beside:
        told = [other for other in told if fates & other.beside]
    return any(not claim.differs(other) for other in told) or _is_sum(claim.item.value, told)


def _is_sum(value: str | Quantity | Day, told: Sequence[Claim]) -> bool:
    """Whether the figures that one sentence has make a value."""
    sums: defaultdict[Sentence, float] = defaultdict(float)
    for claim in told:
        if isinstance(claim.item.value, Quantity) and not claim.is_one_of_two:
            sums[claim.sentence] += claim.item.value.numbers[0]
    return isinstance(value, Quantity) and value.numbers[0] in sums.values()


def _names(one: Claim, other: Claim) -> bool:
    """Whether the source of one claim names the people of another."""
    return other.written in one.sentence.source.text


def _exactness(claim: Claim) -> tuple[float, tuple[int, int, int]]:
    """The exact ones first, and those in the order of their places."""
    value = claim.item.value
    return (value.high - value.low if isinstance(value, Quantity) else 0.0), claim.place
