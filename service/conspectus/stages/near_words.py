"""Which words of a set stand for one another: pact and treaty, cautioned and warned.

Two words are as near as the cosine of their vectors by the encoder, if that is half at least. Names, figures and
negations stand for nothing but themselves, however near: "North" is no stand-in for "South", nor "three" for "four".
A name is a word that is mostly written with a capital. Only languages that the encoder knows have near words.
"""

import numpy as np
from scipy import sparse

from conspectus.engine import EmbeddedEncoder, Language
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import Tokens

NEAR = 0.5  # cosine; below it neighbours share a subject, not a meaning
BLOCK = 1024  # rows of cosines at once


def near_words(terms: Terms, tokens: Tokens, encoder: EmbeddedEncoder, language: Language) -> sparse.csr_matrix:
    """How near each stem is to each other, (stems, stems), 1 on the diagonal, in the columns of `terms`."""
    size = terms.counts.shape[1]
    surfaces = _common_words(terms, tokens, language) if language.code in encoder.languages else {}
    places = np.array(sorted(surfaces), dtype=int)
    others = np.setdiff1d(np.arange(size), places)  # near to nothing but themselves
    rows, found, values = [others], [others], [np.ones(len(others))]
    vectors = encoder.encode_words([surfaces[place] for place in places.tolist()])  # (m, d)
    for start in range(0, len(places), BLOCK):
        cosines = vectors[start : start + BLOCK] @ vectors.T
        near = np.flatnonzero(cosines >= NEAR)
        one, other = np.divmod(near, len(places))
        rows.append(places[start + one])
        found.append(places[other])
        values.append(np.minimum(cosines.ravel()[near], 1.0))
    row, column = np.concatenate(rows), np.concatenate(found)
    return sparse.csr_matrix((np.concatenate(values), (row, column)), shape=(size, size))


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
