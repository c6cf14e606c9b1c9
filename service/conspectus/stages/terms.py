"""The words of a set's sentences as TF-IDF rows, for comparing what sentences name."""

from collections.abc import Sequence

import numpy as np
from scipy import sparse

from conspectus.stages.matrices import incidence, row_sums, scaled_rows
from conspectus.stages.tokens import Tokens


class Terms:
    """Rows of n sentences over the stems of the words in them that say something; a stem counts once a sentence."""

    def __init__(self, tokens: Tokens) -> None:
        said = tokens.says
        stems, columns = np.unique(tokens.stems[said], return_inverse=True)
        self.columns = {tokens.forms.stems[stem]: column for column, stem in enumerate(stems.tolist())}
        self.counts = incidence(tokens.rows[said], columns, (len(tokens), max(1, len(stems))))  # (n, stems) 0/1
        holders = np.bincount(self.counts.indices, minlength=self.counts.shape[1])
        # Not log(n / df): what every sentence of a set names, such as its subject, must still weigh something.
        self.rarity = np.log1p(len(tokens) / np.maximum(holders, 1))  # (stems,)
        self.weighted = self._weigh(self.counts)  # (n, stems)
        self.unit = _unit(self.weighted)  # (n, stems), rows of unit length
        self.totals = row_sums(self.weighted)  # (n,)

    def row(self, stems: Sequence[str]) -> sparse.csr_matrix:
        """The unit row of another text, (1, stems); stems that no sentence holds are left out."""
        known = np.array([self.columns[stem] for stem in stems if stem in self.columns], dtype=np.int64)
        return _unit(self._weigh(incidence(np.zeros_like(known), known, (1, self.counts.shape[1]))))

    def _weigh(self, counts: sparse.csr_matrix) -> sparse.csr_matrix:
        return sparse.csr_matrix((self.rarity[counts.indices], counts.indices, counts.indptr), shape=counts.shape)


def _unit(rows: sparse.csr_matrix) -> sparse.csr_matrix:
    squares = sparse.csr_matrix((rows.data**2, rows.indices, rows.indptr), shape=rows.shape)
    return scaled_rows(rows, 1 / np.maximum(np.sqrt(row_sums(squares)), 1e-9))
