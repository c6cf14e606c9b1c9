"""How far sentences cover one another.

Sentence B *covers* sentence A by the share of A's words, weighted by rarity, that B has too; a near word counts as
far as it is near (see `near_words`).
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy import sparse

from conspectus.stages.matrices import row_of, row_sums, rows_of, scaled_rows
from conspectus.stages.near_words import NearWords
from conspectus.stages.terms import Terms


class Cover:
    """The words of n sentences, made ready to be compared."""

    def __init__(self, terms: Terms, near: NearWords) -> None:
        self._near = near
        self._size = terms.counts.shape[0]
        self._shares = scaled_rows(terms.weighted, 1 / np.maximum(terms.totals, 1e-9))  # (n, stems), rows sum to 1
        self._columns, self._rarity = terms.columns, terms.rarity  # stem -> column, (stems,)
        self._stems = {column: stem for stem, column in terms.columns.items()}
        self._holders = terms.counts.T.tocsr()  # (stems, n) 0/1

    @property
    def has_meanings(self) -> bool:
        """Whether near words are known, and vectors tell what a sentence means and not just its letters."""
        return self._near.has_meanings

    def prepare(self, rows: Collection[int] | None = None) -> None:
        """Makes ready to be asked about some sentences, or about every one."""
        held = self._shares if rows is None else self._shares[sorted(rows)]
        self._near.find(np.unique(held.indices))

    def covering(self, row: int, weights: np.ndarray | None = None) -> np.ndarray:
        """How far each of the n sentences covers the one at `row`, (n,), 0 to 1.

        `weights` are what stems weigh beside their rarity, (stems,).
        """
        columns, shares = row_of(self._shares, row)
        if weights is not None:
            weighed = shares * weights[columns]
            shares = weighed / max(weighed.sum(), 1e-9)
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

    def near(self, stems: Collection[str]) -> dict[str, frozenset[str]]:
        """For each stem those that are near to it, and itself."""
        found = {stem: {stem} for stem in stems}
        known = sorted(found.keys() & self._columns.keys())
        which, columns, _ = self._near.of(np.array([self._columns[stem] for stem in known], dtype=np.int64))
        for place, column in zip(which.tolist(), columns.tolist(), strict=True):
            found[known[place]].add(self._stems[column])
        return {stem: frozenset(near) for stem, near in found.items()}

    def shares(self, bags: Sequence[Mapping[str, float]]) -> np.ndarray:
        """The share of each bag's stems, by rarity and their weights, that each other has too, (bags, bags), 0 to 1;
        near stems count as far as they are near.
        """
        held, columns, weights = [0], [], []
        for bag in bags:
            known = {self._columns[stem]: weight for stem, weight in bag.items() if stem in self._columns}
            columns += list(known)
            weights += list(known.values())
            held.append(len(columns))
        shape = len(bags), len(self._rarity)
        weighed = sparse.csr_matrix((self._rarity[columns] * np.array(weights), columns, held), shape)
        which, stems, values = self._near.of(np.array(columns, dtype=np.int64))
        rows = np.repeat(np.arange(len(bags)), np.diff(held))[which]
        having = sparse.csr_matrix((values, (rows, stems)), shape)
        having.data = np.minimum(having.data, 1.0)
        shared = np.asarray((weighed @ having.T).todense())
        return np.asarray(shared / np.maximum(row_sums(weighed), 1e-9)[:, None])
