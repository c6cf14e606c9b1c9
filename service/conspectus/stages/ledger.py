"""ledger: what the documents say and what they state differently, and which sentence says or states it."""

import datetime
import difflib
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

import regex

from conspectus.engine import Languages
from conspectus.stages.cite import citation, citations
from conspectus.stages.claim import Claim
from conspectus.stages.conflicts import Disagreement
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.fit import is_question
from conspectus.stages.group import Groups
from conspectus.stages.opposites import STATEMENT
from conspectus.stages.rank import Salience
from conspectus.types import Conflict, ConflictVariant, Fact
from conspectus.typography import tidy

ELLIPSIS = "…"
AROUND = 10  # words of a clause on each side of a value
SHORTEST = 2  # words of the value's own clause that tell it
_MARK = regex.compile(r"[,;:]\s|\s[–—-]\s|[،؛、，；：]")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Facts and conflicts, and which of them each row of the originals has a part in, by their places.

    `centers` are the rows that the facts are told by.
    """

    facts: tuple[Fact, ...] = ()
    centers: tuple[int, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    facts_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict)
    conflicts_of: Mapping[int, tuple[int, ...]] = field(default_factory=dict)


def ledger(
    voices: Voices,
    groups: Groups,
    salience: Salience,
    found: Sequence[Disagreement],
    chosen: Collection[int] | None,
    languages: Languages,
) -> Ledger:
    """The ledger of a set; `chosen` are the rows that the summary is to have, None if no facts are asked for."""
    in_summary = {row for center in chosen or () for row in groups.witnesses(center)}
    stars = _stars(voices, groups, salience, in_summary, languages) if chosen is not None else {}
    facts = tuple(_fact(center, rows, voices, groups, salience, center in in_summary) for center, rows in stars.items())
    return Ledger(
        facts,
        tuple(stars),
        tuple(conflict(one) for one in found if one.is_conflict),
        _places_by_row(stars.values()),
        rows_at_odds(found),
    )


def facts_as_told(told: Ledger, rows: Iterable[int], groups: Groups) -> tuple[Fact, ...]:
    """The facts of a ledger with whether the summary has them, now that its rows are known."""
    in_summary = {row for own in rows for row in groups.witnesses(own)} if told.facts else set()
    return tuple(
        replace(fact, in_summary=center in in_summary) for fact, center in zip(told.facts, told.centers, strict=True)
    )


def rows_at_odds(found: Sequence[Disagreement]) -> Mapping[int, tuple[int, ...]]:
    """By row of the originals: the places of the conflicts of which it states a value, taken back or not."""
    return _places_by_row(one.replaced.union(*(v.rows for v in one.variants)) for one in found if one.is_conflict)


def conflict(found: Disagreement) -> Conflict:
    """A disagreement as the reply tells of it."""
    return Conflict(
        subject=_subject(found),
        variants=tuple(_variant(variant.claims) for variant in found.variants),
        gate=found.variants[0].claims[0].item.gate,
    )


def _variant(claims: Sequence[Claim]) -> ConflictVariant:
    first = claims[0]
    cited = {claim.sentence.source.index: claim.sentence for claim in reversed(claims)}
    times = [time for sentence in cited.values() if (time := sentence.source.published)]
    return ConflictVariant(
        value=tidy(first.sentence.text[first.item.start : first.item.end]),
        citations=tuple(
            citation(sentence.source, [(sentence.start, sentence.end)], 1.0) for _, sentence in sorted(cited.items())
        ),
        as_of=max(times, default=None),
    )


def _subject(found: Disagreement) -> str:
    """What the values are of: the words around the first, or those that opposed statements share."""
    claim, other = (variant.claims[0] for variant in found.variants[:2])
    text = claim.sentence.text
    if claim.kind == STATEMENT:
        return _shared(text.split(), other.sentence.text.split())
    before, behind = text[: claim.item.start], text[claim.item.end :]
    clause = [_MARK.split(before)[-1].split(), _MARK.split(behind, maxsplit=1)[0].split()]
    if sum(map(len, clause)) < SHORTEST:
        clause = [before.split(), behind.split()]
    return " ".join([*clause[0][-AROUND:], ELLIPSIS, *clause[1][:AROUND]])


def _shared(ours: Sequence[str], theirs: Sequence[str]) -> str:
    """The words that two sentences have in one order, with an ellipsis where they differ."""
    matcher = difflib.SequenceMatcher(a=ours, b=theirs, autojunk=False)
    same = (ours[start : start + size] for start, _, size in matcher.get_matching_blocks() if size)
    return f" {ELLIPSIS} ".join(map(" ".join, same)) or ELLIPSIS


def _stars(
    voices: Voices, groups: Groups, salience: Salience, in_summary: Collection[int], languages: Languages
) -> dict[int, list[int]]:
    """Each sentence that does not ask, and the rows that say so too, the most salient first.

    Stars in the graph of sentences that say the same (Aslam et al. 2004), centred on the most salient ones.
    """
    groups.cover.prepare()
    order = sorted(range(len(voices.originals)), key=lambda row: (-salience.scores[row], row))
    told: set[int] = set()
    found: dict[int, list[int]] = {}
    for row in order:
        sentence = voices.originals[row]
        asks = is_question(sentence.text, languages[sentence.source.language])
        if row in told or (asks and row not in in_summary):
            continue
        found[row] = groups.witnesses(row)
        told.update(found[row])
    return found


def _fact(
    center: int, rows: Sequence[int], voices: Voices, groups: Groups, salience: Salience, in_summary: bool
) -> Fact:
    return Fact(
        citations=tuple(citations(center, voices, groups)),
        independent_sources=voices.independent(rows),
        first_publish_time=_first_time(rows, voices),
        salience=round(float(salience.scores[center]), 6),
        in_summary=in_summary,
    )


def _places_by_row(members: Iterable[Iterable[int]]) -> dict[int, tuple[int, ...]]:
    found: defaultdict[int, list[int]] = defaultdict(list)
    for place, rows in enumerate(members):
        for row in sorted(set(rows)):
            found[row].append(place)
    return {row: tuple(places) for row, places in found.items()}


def _first_time(rows: Sequence[int], voices: Voices) -> datetime.datetime | None:
    sources = [s.source for row in rows for s in (voices.originals[row], *voices.copies[row])]
    earliest = min(sources, key=lambda source: source.index)  # sources are in the order of their publish times
    return earliest.document.publish_time
