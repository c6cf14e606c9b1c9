"""marks: the sources that a draft names in brackets, as models and editors do: "The ferry sank. [2][harbour-post]".

A mark holds nothing but ids of documents, or their numbers in the request from 1, with commas between. It belongs to
the sentence that it stands in, or behind.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conspectus.stages.attribute import Evidence
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence
from conspectus.stages.verify import Flaw, Judgement
from conspectus.types import Gate, Support

_BRACKET = re.compile(r"\[\^?([^\[\]\n]{1,600})\]")
_COMMA = re.compile(r"\s*[,;]\s*")


@dataclass(frozen=True, slots=True)
class Mark:
    """Characters `start` to `end` of a draft, which name the documents of `ids`."""

    start: int
    end: int
    ids: tuple[str, ...]


def marks(text: str, sources: Sequence[Source]) -> list[Mark]:
    """The marks of a draft, in order."""
    known = {str(source.arrival + 1): source.id for source in sources} | {source.id: source.id for source in sources}
    found = []
    for match in _BRACKET.finditer(text):
        names = _COMMA.split(match[1].strip())
        if all(name in known for name in names):
            found.append(Mark(match.start(), match.end(), tuple(known[name] for name in names)))
    return found


def without_marks(text: str, found: Sequence[Mark]) -> str:
    """The draft with spaces in the places of its marks."""
    for mark in found:
        text = text[: mark.start] + " " * (mark.end - mark.start) + text[mark.end :]
    return text


def checked_marks(
    judgements: Sequence[Judgement],
    draft: Sequence[Sentence],
    evidence: Sequence[Sequence[Evidence]],
    found: Sequence[Mark],
    voices: Voices,
) -> list[Judgement]:
    """The judgements with a flaw for each mark of a document that does not support its sentence."""
    wrong: dict[int, list[Flaw]] = {}
    starts = [sentence.start for sentence in draft]
    for mark in found:
        number = max(0, bisect_right(starts, mark.start) - 1)
        if judgements[number].verdict == Support.NO_CLAIM:
            continue
        rows = [part.row for part in evidence[number]]
        cited = {s.source.id for row in rows for s in (voices.originals[row], *voices.copies[row])}
        if not cited.issuperset(mark.ids):
            begin = draft[number].start
            wrong.setdefault(number, []).append(Flaw(Gate.SOURCE, mark.start - begin, mark.end - begin))
    return [_with(judgement, wrong.get(number, [])) for number, judgement in enumerate(judgements)]


def _with(judgement: Judgement, flaws: Sequence[Flaw]) -> Judgement:
    if not flaws:
        return judgement
    verdict = Support.PARTIAL if judgement.verdict == Support.SUPPORTED else judgement.verdict
    return replace(judgement, verdict=verdict, flaws=(*judgement.flaws, *flaws))
