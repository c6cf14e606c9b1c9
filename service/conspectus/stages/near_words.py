"""Which words of a set stand for one another: pact and treaty, cautioned and warned.

Two words are as near as the cosine of their vectors by the encoder, if that is half at least. Names, figures and
negations stand for nothing but themselves, however near: "North" is no stand-in for "South", nor "three" for "four".
A name is a word that is mostly written with a capital. Only languages that the encoder knows have near words.
"""

import re
from collections import Counter
from collections.abc import Iterable, Mapping

import numpy as np
from scipy import sparse

from conspectus.engine import EmbeddedEncoder, Language
from conspectus.words import stem

NEAR = 0.5  # cosine; below it neighbours share a subject, not a meaning
BLOCK = 1024  # rows of cosines at once
_WORD = re.compile(r"[^\W\d_]+")


def near_words(
    columns: Mapping[str, int], texts: Iterable[str], encoder: EmbeddedEncoder, language: Language
) -> sparse.csr_matrix:
    """How near each stem is to each other, (stems, stems), 1 on the diagonal; `columns` are the stems' places."""
    size = max(1, len(columns))
    identity = sparse.identity(size, format="csr")
    if language.code not in encoder.languages:
        return identity
    surfaces = _common_words(columns, texts, language)  # place -> a word with that stem
    places = np.array(sorted(surfaces), dtype=int)
    if not len(places):
        return identity
    others = np.setdiff1d(np.arange(size), places)  # near to nothing but themselves
    vectors = encoder.encode_words([surfaces[place] for place in places.tolist()])  # (m, d)
    rows, found, values = [others], [others], [np.ones(len(others))]
    for start in range(0, len(places), BLOCK):
        cosines = vectors[start : start + BLOCK] @ vectors.T
        one, other = np.nonzero(cosines >= NEAR)
        rows.append(places[start + one])
        found.append(places[other])
        values.append(np.minimum(cosines[one, other], 1.0))
    return sparse.csr_matrix(
        (np.concatenate(values), (np.concatenate(rows), np.concatenate(found))), shape=(size, size)
    )


def _common_words(columns: Mapping[str, int], texts: Iterable[str], language: Language) -> dict[int, str]:
    """For each stem that is no name, figure or negation: its place, and the first word by the alphabet that has it."""
    written = Counter(_WORD.findall(" ".join(texts)))
    folded: Counter[str] = Counter()
    for word, count in written.items():
        folded[word.lower()] += count
    lower = {word for word, count in folded.items() if 2 * written[word] > count}
    surfaces: dict[int, str] = {}
    for word in sorted(lower - language.negations - language.number_words.keys()):
        place = columns.get(stem(word, language.code))
        if place is not None:
            surfaces.setdefault(place, word)
    return surfaces
