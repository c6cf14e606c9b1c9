"""compose: the sentences of the summaries that were asked for, one after another, as they are written and verified.

Without a model they are the sources' own words. A sentence that several summaries have is written once.
"""

import contextlib
from collections.abc import Generator, Iterator, Sequence

from conspectus.engine import Language
from conspectus.engine.writer import Passage, Scope, Writer
from conspectus.errors import Unavailable
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.gate import Judge, gated, stands
from conspectus.stages.phrase import Find, paragraph, phrased
from conspectus.stages.plan import Plan
from conspectus.stages.write import Draft, cut, write
from conspectus.types import Degradation, Origin
from conspectus.typography import count_words, tidy
from conspectus.watch import Watch


class Composer:
    """Makes the summaries of some plans. Ask for them in the order in which they are given.

    `best` is the row to cut where nothing fits, None if no document has a sentence of prose. Afterwards `rows` are
    those that the first summary tells of, and `degraded` is what fell short. Close it in any case.
    """

    def __init__(
        self,
        plans: Sequence[Plan],
        writer: Writer | None,
        judge: Judge,
        find: Find,
        best: int | None,
        voices: Voices,
        language: Language,
        watch: Watch,
    ) -> None:
        self._first, self._writer, self._judge, self._find = plans[0], writer, judge, find
        self._best, self._voices, self._language, self._watch = best, voices, language, watch
        self._phrased: dict[int, Draft] = {}
        self._coming: Generator[Draft] | None = None
        if writer and writer.scope == Scope.SENTENCE:
            # What several plans have is written as the first of them has it.
            distinct = {one.row: one for plan in reversed(plans) for one in plan.sentences}
            ordered = dict.fromkeys(one.row for plan in plans for one in plan.sentences)
            self._coming = phrased([distinct[row] for row in ordered], self._ask, voices, language)
        self._asked = self._silent = 0  # texts that the writer was asked for, and did not give
        self._judged: dict[tuple[int, str], Draft] = {}  # what was made of a text, by its row too
        self._cut: list[Degradation] = []
        self.rows: set[int] = set()

    def sentences(self, plan: Plan) -> Iterator[Draft]:
        """The sentences of a summary, each as soon as it is verified."""
        self._watch.enter("write")
        rooms, drafts = self._drafts(plan)
        standing = gated(self._verifying(drafts), rooms, self._voices, self._judged_once, plan.budget)
        empty = True
        for draft in standing:
            empty = False
            yield self._stands(draft, plan)
        for draft in self._cut_to_fit(plan) if empty else ():
            yield self._stands(draft, plan)

    def close(self) -> None:
        """Drop what the writer has not given yet."""
        if self._coming:
            self._coming.close()

    @property
    def degraded(self) -> list[Degradation]:
        """What was done less well than asked for."""
        told = list(self._cut)
        if self._silent and self._writer:
            what = f"The writer '{self._writer.model.name}' gave no text for {self._silent} of {self._asked} passages"
            told.append(Degradation("write", f"{what}; the sources' own sentences stand for them."))
        by_model = [draft for draft in self._judged.values() if draft.origin == Origin.WRITTEN]
        repaired = sum(stands(draft) for draft in self._judged.values() if draft.origin == Origin.REPAIRED)
        if lost := sum(not stands(draft) for draft in by_model) - repaired:
            what = "say what no source does; the sources' own stand for them where there is room."
            told.append(Degradation("verify", f"{lost} of the sentences that were written {what}"))
        return told

    def _ask(self, passages: Sequence[Passage]) -> Generator[str]:
        """The writer's texts; none where it does not answer."""
        assert self._writer
        self._asked += len(passages)
        given = 0
        try:
            with contextlib.closing(self._writer.write(passages, self._watch.deadline)) as texts:
                for text in texts:
                    given += 1
                    self._silent += not text
                    yield text
        except Unavailable:
            self._silent += len(passages) - given
            yield from [""] * (len(passages) - given)

    def _drafts(self, plan: Plan) -> tuple[Sequence[int], Iterator[Draft]]:
        """How many words are kept for each draft of a plan, and the drafts, as they come."""
        rows = [one.row for one in plan.sentences]
        if self._writer and self._writer.scope == Scope.PARAGRAPH:
            if drafts := paragraph(plan, self._ask, self._voices, self._language, self._find):
                return [count_words(draft.text) for draft in drafts], iter(drafts)
            return [0] * len(rows), iter(write(rows, self._voices))  # more was planned than there is room for
        rooms = [count_words(tidy(self._voices.originals[row].text)) for row in rows]
        return rooms, self._by_row(rows) if self._writer else iter(write(rows, self._voices))

    def _judged_once(self, draft: Draft) -> Draft:
        key = draft.row, draft.text
        if key not in self._judged:
            self._judged[key] = self._judge(draft)
        return self._judged[key]

    def _by_row(self, rows: Sequence[int]) -> Iterator[Draft]:
        assert self._coming
        for row in rows:
            while row not in self._phrased:
                draft = next(self._coming)
                self._phrased[draft.row] = draft
            yield self._phrased[row]

    def _verifying(self, drafts: Iterator[Draft]) -> Iterator[Draft]:
        for draft in drafts:
            self._watch.enter("verify")
            yield draft
            self._watch.enter("write")

    def _stands(self, draft: Draft, plan: Plan) -> Draft:
        if plan is self._first:
            self.rows.update([part.row for part in draft.evidence] or [draft.row])
        self._watch.enter("cite")
        return draft

    def _cut_to_fit(self, plan: Plan) -> Iterator[Draft]:
        """Where no sentence fits the budget: the beginning of the best one."""
        self._watch.enter("verify")
        if self._best is None:
            reason = "No document holds a sentence of prose, so the summary is empty."
            if not self._cut:
                self._cut.append(Degradation("clean", reason))
            return
        draft = cut(self._best, self._voices, plan.budget)
        became = "the most salient one was cut" if draft else "it is empty"
        self._cut.append(Degradation("write", f"No sentence fits into the {_size(plan)}, so {became}."))
        if draft:
            yield draft


def _size(plan: Plan) -> str:
    budget = plan.budget
    size = f"{budget.characters} characters" if budget.characters else f"{budget.words} words"
    return size + (f" of {plan.preset.name}" if plan.preset else "")
