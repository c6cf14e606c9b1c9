"""attributed: the sentences of a draft as the reply tells of them: verdict, citations, findings."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from conspectus.stages.attribute import Evidence
from conspectus.stages.cite import citation
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence
from conspectus.stages.verify import Judgement
from conspectus.types import AttributedSentence, Finding, Support


def attributed(
    draft: Sequence[Sentence],
    evidence: Sequence[Sequence[Evidence]],
    judgements: Sequence[Judgement],
    voices: Voices,
    conflicts_of: Mapping[int, tuple[int, ...]],
) -> Iterator[AttributedSentence]:
    """The sentences of a draft with their citations, one a document, of the words that carry them.

    `conflicts_of` are the places of the conflicts that each row of the originals has a part in.
    """
    for sentence, found, judged in zip(draft, evidence, judgements, strict=True):
        offsets = sentence.source.offsets
        cited = _pieces(found, judged, voices) if judged.verdict != Support.NO_CLAIM else {}
        yield AttributedSentence(
            range=offsets.range(sentence.start, sentence.end),
            text=sentence.source.document.text[sentence.start : sentence.end],
            verdict=judged.verdict,
            score=round(judged.score, 4),
            citations=tuple(citation(source, _joined(spans), score) for source, (spans, score) in cited.items()),
            uncovered_ranges=tuple(
                offsets.range(sentence.start + start, sentence.start + end) for start, end in judged.uncovered
            ),
            findings=tuple(
                Finding(
                    flaw.gate,
                    offsets.range(sentence.start + flaw.start, sentence.start + flaw.end),
                    flaw.instead,
                    voices.originals[flaw.row].source.id if flaw.instead else "",
                )
                for flaw in judged.flaws
            ),
            independent_sources=voices.independent([part.row for part in found]) if cited else 0,
            conflicts=tuple(
                sorted({place for part in found for place in conflicts_of.get(part.row, ())}) if cited else ()
            ),
        )


def _pieces(
    found: Sequence[Evidence], judged: Judgement, voices: Voices
) -> dict[Source, tuple[list[tuple[int, int]], float]]:
    """By source, best first: where it says what carries a sentence, and how far the best of it does.

    A copy is cited where it has the same words; where it does not, as a whole. Where a source repeats itself its first
    place is cited.
    """
    pieces: dict[Source, tuple[list[tuple[int, int]], float]] = {}
    for part, carrying in zip(found, judged.carrying, strict=True):
        original = voices.originals[part.row]
        for sentence in _one_a_source((original, *voices.copies[part.row])):
            whole = sentence.text != original.text
            spans = [(0, len(sentence.text))] if whole else carrying
            told = [(sentence.start + start, sentence.start + end) for start, end in spans]
            before, score = pieces.get(sentence.source, ([], part.score))
            pieces[sentence.source] = before + told, score
    return pieces


def _one_a_source(sentences: Sequence[Sentence]) -> Iterable[Sentence]:
    first: dict[Source, Sentence] = {}
    for sentence in sentences:
        first.setdefault(sentence.source, sentence)
    return first.values()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined
