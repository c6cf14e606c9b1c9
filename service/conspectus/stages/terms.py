"""The words of a set's sentences as TF-IDF rows, for comparing what sentences name."""

from collections.abc import Hashable, Sequence
from typing import Any

import numpy as np
from scipy import sparse


class Terms:
    """Rows of n sentences over the words that they hold; a word counts once a sentence."""

    def __init__(self, words: Sequence[Sequence[str]]) -> None:
        self.columns: dict[str, int] = {}
        self.counts = incidence(words, self.columns)  # (n, words) 0/1
        # Not log(n / df): what every sentence of a set names, such as its subject, must still weigh something.
        self._rarity = np.log1p(len(words) / np.maximum(np.asarray(self.counts.sum(axis=0)).ravel(), 1))  # (words,)
        self.weighted = (self.counts @ sparse.diags(self._rarity)).tocsr()  # (n, words)
        self.unit = _unit(self.weighted)  # (n, words), rows of unit length
        self.totals = np.asarray(self.weighted.sum(axis=1)).ravel()  # (n,)

    def rows(self, words: Sequence[Sequence[str]]) -> sparse.csr_matrix:
        """Unit rows of other texts, (m, words); words that no sentence holds are left out."""
        known = [[word for word in text if word in self.columns] for text in words]
        return _unit((incidence(known, self.columns) @ sparse.diags(self._rarity)).tocsr())


def incidence(items: Sequence[Sequence[Hashable]], columns: dict[Any, int]) -> sparse.csr_matrix:
    """Which row holds which item, (rows, items) 0/1; `columns` are the items' places, and new items are added to it."""
    rows: list[int] = []
    places: list[int] = []
    for row, held in enumerate(items):
        found = {columns.setdefault(item, len(columns)) for item in held}
        rows.extend([row] * len(found))
        places.extend(sorted(found))
    return sparse.csr_matrix((np.ones(len(rows)), (rows, places)), shape=(len(items), max(1, len(columns))))


def dense_row(matrix: sparse.csr_matrix, row: int) -> np.ndarray:
    """One row of a matrix, (columns,); indexing does the same at twenty times the cost."""
    dense = np.zeros(matrix.shape[1])
    held = slice(matrix.indptr[row], matrix.indptr[row + 1])
    dense[matrix.indices[held]] = matrix.data[held]
    return dense


def _unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    lengths = np.sqrt(np.asarray(rows.multiply(rows).sum(axis=1)).ravel())
    return (sparse.diags(1 / np.maximum(lengths, 1e-9)) @ rows).tocsr()
