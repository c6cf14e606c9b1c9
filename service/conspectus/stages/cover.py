"""How far sentences cover one another.

Sentence B *covers* sentence A by the share of A's words, weighted by rarity, that B has too; a near word counts as
far as it is near (see `near_words`).
"""

import numpy as np

from conspectus.stages.matrices import row_of, rows_of, scaled_rows
from conspectus.stages.near_words import NearWords
from conspectus.stages.terms import Terms


class Cover:
    """The words of n sentences, made ready to be compared."""

    def __init__(self, terms: Terms, near: NearWords) -> None:
        self._near = near
        self._size = terms.counts.shape[0]
        self._shares = scaled_rows(terms.weighted, 1 / np.maximum(terms.totals, 1e-9))  # (n, stems), rows sum to 1
        self._holders = terms.counts.T.tocsr()  # (stems, n) 0/1

    def prepare(self) -> None:
        """Makes ready to be asked about every sentence."""
        self._near.find_all()

    def covering(self, row: int) -> np.ndarray:
        """How far each of the n sentences covers the one at `row`, (n,), 0 to 1."""
        columns, shares = row_of(self._shares, row)
        words, stems, values = self._near.of(columns)
        held, holders = rows_of(self._holders, stems)
        shape = len(columns), self._size
        have = np.bincount(words[held] * shape[1] + holders, values[held], minlength=shape[0] * shape[1])
        return np.asarray(shares @ np.minimum(have, 1.0).reshape(shape))

    def covered_by(self, row: int) -> np.ndarray:
        """How far the sentence at `row` covers each stem, (stems,), 0 to 1."""
        columns, _ = row_of(self._shares, row)
        _, stems, values = self._near.of(columns)
        return np.minimum(np.bincount(stems, values, minlength=self._shares.shape[1]), 1.0)

    def covered(self, stems: np.ndarray) -> np.ndarray:
        """How far each of the n sentences is covered by stems, given as `covered_by` gives them, (n,), 0 to 1."""
        return np.asarray(self._shares @ stems)
