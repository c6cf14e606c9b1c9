"""group: which sentences have to do with one another, and which say the same.

Sentence B says what sentence A says if it covers about half of it (see `cover`), means much the same by the cosine of
their vectors, and contradicts none of its figures nor its negation. Saying the same is not symmetric: a long sentence
may say what a short one says, and more. Sentences of other languages are found by `translations`.

Sentences are compared when somebody asks about one of them. A summary asks about the few that are chosen, which is what
keeps the cost of a large set in proportion to its size; a ranking or the facts of a set ask about all.
"""

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import Engine, Language
from conspectus.stages.cover import Cover
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.figures import agree
from conspectus.stages.near_words import NearWords
from conspectus.stages.terms import Terms
from conspectus.stages.translations import Translations

# A sentence is cited for another if it covers so much of it, and cover and cosine together reach so much. Read off the
# pairs of several sets of articles: above it nearly all say the same, below it they soon share only the subject.
COVERED = 0.5
SAME = 1.25
BACKED = 0.2  # cover by a sentence of another origin from which on that one says part of it too
UNHEARD = 0.1  # the same, below which the others know next to nothing of it


class Groups:
    """What n sentences have to do with one another."""

    def __init__(
        self, voices: Voices, vectors: np.ndarray, near: NearWords, terms: Terms, paired: bool, deadline: Deadline
    ) -> None:
        self.terms = terms
        self.paired = paired  # whether words are pairs of characters
        self.vectors = vectors  # (n, d)
        self.cover = Cover(terms, near)
        self._voices = voices
        self._statements = voices.statements
        self._translations = Translations(voices)
        self._deadline = deadline
        self._same: dict[int, list[tuple[int, float]]] = {}
        self._backing: dict[int, float] = {}

    def same(self, row: int) -> list[tuple[int, float]]:
        """The sentences that say what the one at `row` says, with how far they do, best first."""
        if row not in self._same:
            self._deadline.check()
            covered = self.cover.covering(row)
            others = np.flatnonzero(covered >= COVERED)
            likeness = covered[others] + self._cosines(row, others)
            found = [
                (other, float(alike) / 2)
                for other, alike in zip(others.tolist(), likeness.tolist(), strict=True)
                if alike >= SAME and other != row and agree(self._statements[row], self._statements[other])
            ]
            told = {other for other, _ in found}
            found += [
                (other, alike)
                for other, alike in self._translations.of(row)
                if other not in told and self._statements[row].matches(self._statements[other])
            ]
            self._same[row] = sorted(found, key=lambda item: (-item[1], item[0]))
        return self._same[row]

    def witnesses(self, row: int) -> list[int]:
        """The sentences that the one at `row` is cited from: itself, and those that say the same, best first."""
        return [row, *(other for other, _ in self.same(row))]

    def backing(self, row: int) -> float:
        """How far another origin says what the one at `row` says, 0 to 1; 1 if several do or there is but one."""
        if row not in self._backing:
            others = self._voices.standing.own != self._voices.standing.own[row]
            several = not others.any() or self._voices.independent(self.witnesses(row)) > 1
            self._backing[row] = 1.0 if several else float(self.cover.covering(row)[others].max())
        return self._backing[row]

    def likeness(self, row: int, covered: np.ndarray) -> np.ndarray:
        """How far each sentence and the one at `row` restate each other, (n,): the better cover, and cosine.

        `covered` is what `cover.covered_by` gives for the row.
        """
        return np.asarray(np.maximum(self.cover.covering(row), self.cover.covered(covered)) + self._cosines(row))

    def _cosines(self, row: int, others: np.ndarray | slice = slice(None)) -> np.ndarray:
        """How near in meaning other sentences are to the one at `row`, (others,), 0 to 1."""
        return np.asarray(np.clip(self.vectors[others] @ self.vectors[row], 0.0, 1.0))


def group(voices: Voices, vectors: np.ndarray, language: Language, engine: Engine, deadline: Deadline) -> Groups:
    """Makes the sentences ready to be compared; `language` is the set's, the deadline that of the comparisons."""
    terms = Terms(voices.tokens)
    near = NearWords(terms, voices.tokens, engine.words, language)
    return Groups(voices, vectors, near, terms, language.unspaced, deadline)
