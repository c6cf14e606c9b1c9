"""Whether a summary's citations say what it says, by the project's own verification of the cited sentences alone.

Recall and precision as ALCE has them (Gao et al. 2023), with `pipeline.attribute` in the place of its model of
entailment: a sentence is recalled if all that is cited for it supports it; a citation is precise if it supports its
sentence by itself, or if the others do not without it.
"""

from collections.abc import Sequence

from conspectus import pipeline
from conspectus.engine import Engine
from conspectus.stages.sentence import Sentence
from conspectus.types import Citation, Document, Limits, Origin, Summary, SummaryOptions, Support


def origins(summary: Summary) -> dict[str, float]:
    """How many in a hundred of the sentences are in a model's words, as it wrote them and put right."""
    size = max(1, len(summary.sentences))
    return {
        origin.name.lower(): 100 * sum(sentence.origin == origin for sentence in summary.sentences) / size
        for origin in (Origin.WRITTEN, Origin.REPAIRED)
    }


def citations(summary: Summary, found: Sequence[Sentence], engine: Engine, limits: Limits) -> dict[str, float]:
    """Recall and precision in percent; `found` are the sentences of the documents."""
    recalled, precise = [], []
    for sentence in summary.sentences:
        premises = [_premise(citation, found) for citation in sentence.citations]

        def supports(documents: Sequence[Document], text: str = sentence.text) -> bool:
            if not documents:
                return False
            told = pipeline.attribute(text, documents, SummaryOptions(), engine=engine, limits=limits).sentences
            return all(one.verdict == Support.SUPPORTED for one in told)

        recalled.append(supports(premises))
        for premise in premises:
            others = [other for other in premises if other is not premise]
            precise.append(recalled[-1] and (supports([premise]) or not supports(others)))
    return {"citation recall": _percent(recalled), "citation precision": _percent(precise)}


def _premise(citation: Citation, found: Sequence[Sentence]) -> Document:
    """The sentences that a citation is in, as a document."""
    texts = [
        sentence.text
        for sentence in found
        if sentence.source.id == citation.document_id
        and any(part.start < sentence.end and sentence.start < part.end for part in citation.ranges)
    ]
    return Document("\n".join(texts) or citation.quote, id=citation.document_id)


def _percent(told: Sequence[bool]) -> float:
    return 100 * sum(told) / max(1, len(told))
