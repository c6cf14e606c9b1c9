"""attributed: the sentences of a draft as the reply tells of them: verdict, citations, findings."""

from collections.abc import Iterator, Mapping, Sequence

from conspectus.stages.attribute import Evidence
from conspectus.stages.cite import citation, pieces
from conspectus.stages.drop_repeats import Voices
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
        cited = pieces(found, judged, voices) if judged.verdict != Support.NO_CLAIM else {}
        yield AttributedSentence(
            range=offsets.range(sentence.start, sentence.end),
            text=sentence.source.document.text[sentence.start : sentence.end],
            verdict=judged.verdict,
            score=round(judged.score, 4),
            citations=tuple(citation(source, spans, score) for source, (spans, score) in cited.items()),
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
