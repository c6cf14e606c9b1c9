"""judge: what the sources make of a sentence that a model wrote.

It is verified as any draft is (see `verify`), by the sentences that it was made of and those that say the same, and by
the entailment model if there is one. And three things are asked that no single word decides: whether it puts words
together as its sources do, whether one of them says so and does not only have it said, and whether it is a sentence
that can stand in a summary at all.
"""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.stages.asserted import is_asserted
from conspectus.stages.attribute import Compared, Evidence, sentences_of_texts
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.entail import entail
from conspectus.stages.fit import is_cut, is_fit, speaks_to_reader
from conspectus.stages.group import Groups
from conspectus.stages.items import Parser
from conspectus.stages.put_together import is_put_together
from conspectus.stages.sentence import Sentence
from conspectus.stages.verify import Flaw, Judgement, Verifier
from conspectus.stages.write import Draft
from conspectus.types import Gate, SummaryOptions, Support

ALONE = 0.5  # cover by one sentence from which on it is cited, whatever the others say
ADDED = 0.1  # cover that another adds to what those before it say, from which on it is cited beside them


class Judge:
    """Judges what was written of one set. `running` are all sentences of the sources, in their order."""

    def __init__(
        self,
        voices: Voices,
        groups: Groups,
        running: Sequence[Sentence],
        parser: Parser,
        options: SummaryOptions,
        engine: Engine,
        deadline: Deadline,
    ) -> None:
        self._voices, self._groups, self._running, self._parser = voices, groups, running, parser
        self._options, self._engine, self._deadline = options, engine, deadline

    def __call__(self, draft: Draft) -> Draft:
        """The draft with what is made of it, and with the evidence that it is to be cited from."""
        originals = self._voices.originals
        language = originals[draft.row].source.language
        sentences = sentences_of_texts([draft.text], language, self._options, self._engine)
        compared = Compared(sentences, originals, self._engine, self._deadline)
        rows = list(dict.fromkeys(r for own in (draft.row, *draft.others) for r in self._groups.witnesses(own)))
        evidence = _cited(compared, rows)
        verifier = Verifier(sentences, originals, self._running, compared, self._parser)
        judged = verifier.judge([evidence], self._deadline)
        if self._engine.entailment:
            judged = entail(sentences, [evidence], judged, originals, self._engine.entailment, self._deadline)
        judgement = self._as_a_whole(judged[0], sentences[0], [originals[one.row] for one in evidence], compared)
        return replace(draft, judgement=judgement, evidence=tuple(evidence))

    def _as_a_whole(
        self, judgement: Judgement, sentence: Sentence, cited: Sequence[Sentence], compared: Compared
    ) -> Judgement:
        """A judgement with what no single word decides."""
        text, language = sentence.text, self._engine.languages[sentence.source.language]
        if not is_fit(text, language) or is_cut(text) or speaks_to_reader(text, language):
            return replace(judgement, verdict=Support.NO_CLAIM)
        ours, theirs = self._parser(sentence), [self._parser(one) for one in cited]
        if not is_asserted(ours, theirs, language):
            return replace(judgement, flaws=(*judgement.flaws, Flaw(Gate.SPEAKER, 0, len(text))))
        near = compared.cover.near([word.stem for word in ours.known if word.says])
        if judgement.verdict == Support.SUPPORTED and not is_put_together(ours, theirs, near, language):
            return replace(judgement, verdict=Support.PARTIAL)
        return judgement


def _cited(compared: Compared, rows: Sequence[int]) -> list[Evidence]:
    """Of the rows of sources those that a draft's one sentence rests on, the first of them first if it does."""
    covered = {row: compared.cover.covered_by(1 + row) for row in rows}
    alone = {row: float(compared.cover.covered(stems)[0]) for row, stems in covered.items()}
    found: list[Evidence] = []
    have, told = np.zeros_like(covered[rows[0]]), 0.0
    for row in sorted(rows, key=lambda row: (row != rows[0], -alone[row])):
        both = np.maximum(have, covered[row])
        together = float(compared.cover.covered(both)[0])
        if alone[row] >= ALONE or together >= told + ADDED:
            found.append(Evidence(row, min(alone[row], 1.0)))
            have, told = both, together
    return found
