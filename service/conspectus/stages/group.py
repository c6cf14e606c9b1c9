"""group: which sentences have to do with one another, and which say the same.

Sentence B *covers* sentence A by the share of A's words, weighted by rarity, that B has too; a near word counts as
far as it is near (see `near_words`). B says what A says if it covers about half of it, means much the same by the
cosine of their vectors, and contradicts none of its figures nor its negation. Saying the same is not symmetric: a long
sentence may say what a short one says, and more.

All n² pairs are looked at, in blocks of rows, so memory grows with n and not with its square.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from conspectus.deadline import Deadline
from conspectus.engine import Engine, Language
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.figures import agree
from conspectus.stages.matrices import dense_row, scaled_rows
from conspectus.stages.near_words import near_words
from conspectus.stages.terms import Terms

BLOCK = 512  # rows of similarities at once: 20 MB at 10,000 sentences
# A sentence is cited for another if it covers so much of it, and cover and cosine together reach so much. Read off the
# pairs of several sets of articles: above it nearly all say the same, below it they soon share only the subject.
COVERED = 0.5
SAME = 1.25


@dataclass(frozen=True, slots=True, eq=False)
class Groups:
    """What the sentences have to do with one another; n sentences.

    `same[i]` are the sentences that say what sentence i says, with how far they cover it, best first.
    """

    terms: Terms
    vectors: np.ndarray  # (n, d)
    same: list[list[tuple[int, float]]]
    _near: sparse.csr_matrix  # (n, words) what each sentence covers of each word, 0 to 1

    def cosine(self, rows: slice) -> np.ndarray:
        """How near in meaning sentences are, (rows, n), 0 to 1."""
        return np.asarray(np.clip(self.vectors[rows] @ self.vectors.T, 0.0, 1.0))

    def covered(self, rows: slice) -> np.ndarray:
        """How far each of the n sentences covers those at `rows`, (rows, n), 0 to 1."""
        shares = scaled_rows(self.terms.weighted[rows], 1 / np.maximum(self.terms.totals[rows], 1e-9))
        return np.asarray((shares @ self._near.T).toarray())

    def covering(self, row: int) -> np.ndarray:
        """How far each of the n sentences covers the one at `row`, (n,), 0 to 1."""
        return np.asarray(self._near @ (dense_row(self.terms.weighted, row) / max(self.terms.totals[row], 1e-9)))

    def covered_by(self, row: int) -> np.ndarray:
        """What the sentence at `row` covers of each word, (words,), 0 to 1."""
        return dense_row(self._near, row)


def group(voices: Voices, vectors: np.ndarray, language: Language, engine: Engine, deadline: Deadline) -> Groups:
    """Compares every sentence with every other; `language` is the set's."""
    terms = Terms(voices.tokens)
    near = near_words(terms, voices.tokens, engine.encoder, language)
    covering = (terms.counts @ near).tocsr()
    np.minimum(covering.data, 1.0, out=covering.data)
    size = len(vectors)
    groups = Groups(terms, vectors, [[] for _ in range(size)], covering)
    statements = voices.statements
    for rows in _blocks(size):
        deadline.check()
        covered, cosine = groups.covered(rows), groups.cosine(rows)  # (rows, n)
        for i, j in zip(*np.nonzero((covered >= COVERED) & (covered + cosine >= SAME)), strict=True):
            one, other = rows.start + int(i), int(j)
            if one != other and agree(statements[one], statements[other]):
                groups.same[one].append((other, float(covered[i, j] + cosine[i, j]) / 2))
    for found in groups.same:
        found.sort(key=lambda item: (-item[1], item[0]))
    return groups


def _blocks(size: int) -> Iterator[slice]:
    for start in range(0, size, BLOCK):
        yield slice(start, min(start + BLOCK, size))
