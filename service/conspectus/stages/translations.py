"""Which sentences of different languages say the same: those that share the names and figures they consist of.

The encoder knows one language, and words differ, but "Ida Hale" and "2025" are the same in many, and "twelve" and
"zwölf" are one figure. Strict, since nothing else is compared: three shared at least, half of what either has, and the
same figures and negation. Between scripts only figures are shared, and much that both say is not found.
"""

import unicodedata

import numpy as np
from scipy import sparse

from conspectus.engine.languages import UNDETERMINED, primary
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.matrices import incidence, row_of, row_sums

MIN_SHARED = 3
COVERED = 0.5  # of the names and figures of either sentence, by rarity
NAME = 5  # first letters by which a name is known, for Brasilien is Brasil
SHORTEST_NAME = 3


class Translations:
    """The names and figures of n sentences, for finding them again in other languages."""

    def __init__(self, voices: Voices) -> None:
        codes = [primary(sentence.source.language) for sentence in voices.originals]
        numbers = {code: number for number, code in enumerate(sorted(set(codes) - {UNDETERMINED}))}
        self._languages = np.array([numbers.get(code, -1) for code in codes], dtype=np.int64)  # (n,)
        if len(numbers) < 2:
            self._languages[:] = -1
            return
        self._held = _items(voices)  # (n, items) 0/1
        holders = np.bincount(self._held.indices, minlength=self._held.shape[1])
        rarity = np.log1p(len(codes) / np.maximum(holders, 1))
        shape = self._held.shape
        self._weighted = sparse.csr_matrix((rarity[self._held.indices], self._held.indices, self._held.indptr), shape)
        self._totals = np.maximum(row_sums(self._weighted), 1e-9)

    def of(self, row: int) -> list[tuple[int, float]]:
        """The sentences of other languages that say what the one at `row` says, with how much of either is shared."""
        if self._languages[row] < 0:
            return []
        mine = np.zeros(self._held.shape[1])
        mine[row_of(self._held, row)[0]] = 1.0
        covered = (self._weighted @ mine) / np.maximum(self._totals, self._totals[row])
        abroad = (self._languages >= 0) & (self._languages != self._languages[row])
        found = np.flatnonzero(abroad & (covered >= COVERED - 1e-9) & (self._held @ mine >= MIN_SHARED))
        return [(int(other), float(covered[other])) for other in found]


def _items(voices: Voices) -> sparse.csr_matrix:
    """Which sentence has which name or figure, (n, items) 0/1."""
    forms, flat = voices.tokens.forms, voices.tokens.flat
    known: dict[str, int] = {}
    names = np.full(len(forms.languages), -1)  # the item of each form
    for form in np.flatnonzero(forms.says & ~forms.folded).tolist():
        word = forms.words[forms.word[form]]
        if len(word) >= SHORTEST_NAME and word.isalpha():
            names[form] = known.setdefault(_plain(word)[:NAME], len(known))
    named = names[flat] >= 0
    rows, columns = voices.tokens.rows[named].tolist(), names[flat][named].tolist()
    for row, statement in enumerate(voices.statements):
        for figure in sorted(statement.figures):  # a set's order is not the same in every process
            rows.append(row)
            columns.append(known.setdefault(figure, len(known)))
    return incidence(
        np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64), (len(voices.originals), len(known))
    )


def _plain(word: str) -> str:
    """A word without its accents."""
    return "".join(sign for sign in unicodedata.normalize("NFD", word) if not unicodedata.combining(sign))
