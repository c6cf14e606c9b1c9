"""entail: what an entailment model makes of the judgements of a draft, where one is configured.

The gates (see `verify`) compare words; a model reads what is said. It is asked of each cited document's evidence, and
of all of it together, since support may be spread over several. Whatever the gates found stays found:

- PARTIAL or UNSUPPORTED without a finding becomes SUPPORTED where some of it entails the sentence: other words say it.
- SUPPORTED or PARTIAL becomes CONTRADICTED where a document contradicts it and nothing makes it likely.
- SUPPORTED becomes PARTIAL where all of it leaves the sentence unlikely: the words are there, and say something else.

The latter two with a finding for the whole sentence. A sentence that a source has word for word is not asked about.
"""

import dataclasses
import functools
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import EntailmentModel
from conspectus.stages.attribute import Evidence
from conspectus.stages.sentence import Sentence
from conspectus.stages.verify import Flaw, Judgement
from conspectus.types import Gate, Support
from conspectus.typography import joint, tidy

# Probabilities. Far from the middle, where models of entailment often err: without them the gates' word stands.
SURE = 0.9  # from which on a sentence is entailed, or contradicted
LIKELY = 0.5  # of entailment, from which on what one document contradicts may be what another says
UNLIKELY = 0.1  # of entailment, up to which nothing says it
ENTAILMENT, CONTRADICTION = 0, 2  # columns


def decided(verdict: Support, has_findings: bool, each: np.ndarray, together: np.ndarray) -> tuple[Support, int | None]:
    """The verdict that a model leaves a sentence with, and the place of the document that contradicts it, if one does.

    `each` are the probabilities of entailment, neutral and contradiction by each of the cited documents, (n, 3), and
    `together` by all of them, (3,). What is not known (nan) changes nothing.
    """
    entailed = float(np.max([*each[:, ENTAILMENT], together[ENTAILMENT]]))
    place = int(np.argmax(each[:, CONTRADICTION]))
    if verdict in (Support.PARTIAL, Support.UNSUPPORTED) and not has_findings and entailed >= SURE:
        return Support.SUPPORTED, None
    if verdict in (Support.SUPPORTED, Support.PARTIAL) and each[place, CONTRADICTION] >= SURE and entailed < LIKELY:
        return Support.CONTRADICTED, place
    if verdict == Support.SUPPORTED and entailed <= UNLIKELY:
        return Support.PARTIAL, None
    return verdict, None


def entail(
    draft: Sequence[Sentence],
    evidence: Sequence[Sequence[Evidence]],
    judgements: Sequence[Judgement],
    sentences: Sequence[Sentence],
    model: EntailmentModel,
    deadline: Deadline,
) -> list[Judgement]:
    """The judgements as the model leaves them; `sentences` are those that the evidence is found among."""
    asked = {}
    for number, (sentence, found, judged) in enumerate(zip(draft, evidence, judgements, strict=True)):
        text = tidy(sentence.text)
        if _may_change(judged) and found and all(tidy(sentences[part.row].text) != text for part in found):
            asked[number] = _Premises.of([part.row for part in found], sentences)
    pairs = [(premise, tidy(draft[number].text)) for number, premises in asked.items() for premise in premises]
    probabilities = iter(model.score(pairs, deadline))
    left = list(judgements)
    for number, premises in asked.items():
        rows = np.array([next(probabilities) for _ in premises])
        left[number] = _judged(judgements[number], draft[number], premises, rows)
    return left


@dataclass(frozen=True, slots=True)
class _Premises:
    """What is cited for a sentence: the words of each document, with a row of it, and all of them one after another."""

    rows: list[int]
    each: list[str]
    together: str

    @classmethod
    def of(cls, rows: Sequence[int], sentences: Sequence[Sentence]) -> "_Premises":
        documents: dict[int, list[int]] = {}
        for row in sorted(rows):  # as they stand in their documents
            documents.setdefault(sentences[row].source.index, []).append(row)
        each = [_joined(sentences[row].text for row in held) for held in documents.values()]
        return cls([held[0] for held in documents.values()], each, _joined(each))

    def __iter__(self) -> Iterator[str]:
        yield from self.each
        yield self.together


def _joined(texts: Iterable[str]) -> str:
    return functools.reduce(lambda text, other: text + joint(text, other) + other, filter(None, map(tidy, texts)), "")


def _may_change(judged: Judgement) -> bool:
    """Whether any answer could change a judgement."""
    return judged.verdict in (Support.SUPPORTED, Support.PARTIAL) or (
        judged.verdict == Support.UNSUPPORTED and not judged.flaws
    )


def _judged(judged: Judgement, sentence: Sentence, premises: _Premises, probabilities: np.ndarray) -> Judgement:
    """A judgement as the probabilities of its premises, (n + 1, 3), leave it."""
    verdict, place = decided(judged.verdict, bool(judged.flaws), probabilities[:-1], probabilities[-1])
    if verdict in (judged.verdict, Support.SUPPORTED):
        return dataclasses.replace(judged, verdict=verdict)
    instead, row = ("", -1) if place is None else (premises.each[place], premises.rows[place])
    flaw = Flaw(Gate.ENTAILMENT, 0, len(sentence.text), instead, row)
    return dataclasses.replace(judged, verdict=verdict, flaws=(*judged.flaws, flaw))
