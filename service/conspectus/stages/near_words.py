"""Which words of a set stand for one another: pact and treaty, cautioned and warned.

Two words are as near as the cosine of their vectors by the encoder, if that is half at least. Names, figures and
negations stand for nothing but themselves, however near: "North" is no stand-in for "South", nor "three" for "four".
A name is a word that is mostly written with a capital. Only languages that the encoder knows have near words.
"""

import numpy as np

from conspectus.engine import EmbeddedEncoder, Language
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import Tokens

BATCH = 256  # words whose cosines with all others are held at once
NEAR = 0.5  # cosine; below it neighbours share a subject, not a meaning


class NearWords:
    """The near words of a set's stems, which are numbered as the columns of its terms."""

    def __init__(self, terms: Terms, tokens: Tokens, encoder: EmbeddedEncoder, language: Language) -> None:
        surfaces = _common_words(terms, tokens, language) if language.code in encoder.languages else {}
        self._places = np.array(list(surfaces), dtype=np.int64)  # the columns that have near words, (m,)
        self._vectors = encoder.encode_words(list(surfaces.values()))  # (m, d)
        size = terms.counts.shape[1]
        self._rows = np.full(size, -1)  # where each column stands among them
        self._rows[self._places] = np.arange(len(surfaces))
        self._near: dict[int, tuple[np.ndarray, np.ndarray]] = {}  # of the columns that somebody asked for

    @property
    def has_meanings(self) -> bool:
        """Whether the encoder knows the language, so that words are near by what they mean."""
        return len(self._places) > 0

    def of(self, columns: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        """How near other stems are to those at `columns`, 1 to itself: as (which of the columns, stem, how near)."""
        self.find(columns)
        found = [self._near[column] for column in columns.tolist()]
        if not found:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64), np.zeros(0)
        stems, values = (np.concatenate(parts) for parts in zip(*found, strict=True))
        return np.repeat(np.arange(len(found)), [len(places) for places, _ in found]), stems, values

    def find(self, columns: np.ndarray) -> None:
        """Looks the near words of columns up, at once, which is faster than one after another."""
        missing = np.array([column for column in columns.tolist() if column not in self._near], dtype=np.int64)
        for column in missing[self._rows[missing] < 0].tolist():
            self._near[column] = np.array([column]), np.ones(1)
        missing = missing[self._rows[missing] >= 0]
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            cosines = self._vectors[self._rows[batch]] @ self._vectors.T  # (batch, m)
            cells = np.flatnonzero(cosines >= NEAR)
            rows, near = np.divmod(cells, cosines.shape[1])
            places, values = self._places[near], np.minimum(cosines.ravel()[cells], 1.0)
            ends = np.cumsum(np.bincount(rows, minlength=len(batch))).tolist()
            for column, begin, end in zip(batch.tolist(), [0, *ends], ends, strict=False):
                self._near[column] = places[begin:end], values[begin:end]


def _common_words(terms: Terms, tokens: Tokens, language: Language) -> dict[int, str]:
    """For each stem that is no name, figure or negation: its column, and the first word by the alphabet that has it."""
    forms = tokens.forms
    written = np.bincount(tokens.flat, minlength=len(forms.word))  # how often each form is
    anyhow = np.bincount(forms.word, weights=written, minlength=len(forms.words))  # and each word
    common = forms.folded & (2 * written > anyhow[forms.word])
    surfaces: dict[int, str] = {}
    for form in np.flatnonzero(common).tolist():
        word = forms.words[forms.word[form]]
        if word.isalpha() and word not in language.negations and word not in language.number_words:
            column = terms.columns.get(forms.stems[forms.stem[form]])
            if column is not None:
                surfaces[column] = min(word, surfaces.get(column, word))
    return surfaces
