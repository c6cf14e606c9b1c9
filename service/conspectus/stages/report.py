"""report: what became of each document."""

from collections.abc import Collection, Mapping, Sequence

from conspectus.stages.clean import Cleaned
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.read import Source
from conspectus.types import DocumentReport, RemovedRange, Verdict


def reports(
    sources: Sequence[Source],
    cleaned: Mapping[int, Cleaned],
    off_topic: Collection[int],
    voices: Voices,
    used: Collection[str],
) -> tuple[DocumentReport, ...]:
    """A report for each source, in the order of arrival; `used` are the ids of the documents that the reply cites."""
    found = []
    for source in sources:
        part = cleaned[source.index]
        if source.index in off_topic and part.sentences:
            verdict = Verdict.OFF_TOPIC, "It has next to nothing in common with the other documents.", ""
        else:
            verdict = _verdict(source, sources, part, voices, used)
        found.append(_report(source, part, *verdict))
    return tuple(report for _, report in sorted(zip((s.arrival for s in sources), found, strict=True)))


def _report(source: Source, cleaned: Cleaned, verdict: Verdict, reason: str, original: str) -> DocumentReport:
    return DocumentReport(
        document_id=source.id,
        verdict=verdict,
        reason=reason,
        duplicate_of=original,
        language_code=source.language,
        removed_ranges=tuple(
            RemovedRange(part.start, part.end, removed.removal)
            for removed in cleaned.removed
            for part in [source.offsets.range(removed.start, removed.end)]
        ),
        text=source.text if source.document.html else "",
    )


def _verdict(
    source: Source, sources: Sequence[Source], cleaned: Cleaned, voices: Voices, used: Collection[str]
) -> tuple[Verdict, str, str]:
    count = len(cleaned.sentences)
    if not count:
        if cleaned.page:
            return Verdict.EMPTY, f"It is {cleaned.page}, not an article.", ""
        why = "Nothing but page furniture and headings" if source.text.strip() else "No text"
        return Verdict.EMPTY, f"{why} was found in it.", ""
    if source.index in voices.duplicates:
        repeated, shared_sentences = voices.duplicates[source.index]
        original = sources[repeated].id
        shared = f"{shared_sentences} of its {count} sentences stand in '{original}' too"
        return Verdict.DUPLICATE, f"{shared}; they count as one source.", original
    if source.id in used:
        return Verdict.USED, "The reply cites it.", ""
    return (
        Verdict.UNCITED,
        f"None of its {count} sentences was found to say what a sentence of the reply says."
        if count > 1
        else "Its one sentence was not found to say what a sentence of the reply says.",
        "",
    )
