"""sift: which documents are about something else, such as a crawler's notice or an article that got into the wrong set.

A document is judged by what it has in common with all others together, in words and in meaning. Where the documents
have little in common anyway, or are too short to tell, as notes on one thing are, none is left out; nor is ever half of
them. Documents of one origin are judged as one, by the sentences that nobody else has, and only beside those in their
own language.
"""

import numpy as np
from scipy import sparse

from conspectus.engine.languages import primary
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.matrices import incidence, row_sums
from conspectus.stages.terms import Terms

# Cosines of a document's words, and of its meaning, with all others'. Of 29 documents of Multi-News that people found
# to be no article of their set, 26 are below both; of 388 others 4, and those are no articles either.
WORDS, MEANING = 0.05, 0.55
AGREED = 0.1  # cosine of words that the middle one of the documents has at least, if they have a subject in common
ENOUGH = 10  # sentences of the others, from which on words that they do not share tell something
# Of two documents neither can be outvoted: one is left out only if it is a scrap beside the other.
SCRAP, SCRAP_SHARE = 5, 1 / 3  # sentences, and share of the other's


def off_topic(voices: Voices, vectors: np.ndarray) -> frozenset[int]:
    """The indices of the sources that are about something else than the others."""
    own: dict[str, list[int]] = {}  # by language, the sentences that only one origin has
    places: set[tuple[int, int, str]] = set()  # sources with their origins and the languages of their sentences
    for row, original in enumerate(voices.originals):
        language = primary(original.source.language)
        sources = {sentence.source.index for sentence in (original, *voices.copies[row])}
        origins = {voices.origin[source] for source in sources}
        places.update((source, voices.origin[source], language) for source in sources)
        if len(origins) == 1:
            own.setdefault(language, []).append(row)
    strangers = {(origin, language) for language in own for origin in _strangers(own[language], voices, vectors)}
    return frozenset(source for source, origin, language in places if (origin, language) in strangers)


def _strangers(rows: list[int], voices: Voices, vectors: np.ndarray) -> list[int]:
    """The origins, of sentences in one language that each one origin has, that have nothing in common with the rest."""
    origins, own = np.unique([voices.origin[voices.originals[row].source.index] for row in rows], return_inverse=True)
    if len(origins) < 2:
        return []
    standing = incidence(own, np.arange(len(rows)), (len(origins), len(rows)))
    sizes = np.diff(standing.indptr)
    words = _likeness_to_others((standing @ Terms(voices.tokens.take(rows)).weighted).tocsr())
    strange = (len(rows) - sizes >= ENOUGH) & (words < WORDS)
    strange &= _likeness_to_others(sparse.csr_matrix(standing @ vectors[rows])) < MEANING
    if len(origins) == 2:
        small = int(np.argmin(sizes))
        scrap = sizes[small] <= min(SCRAP, SCRAP_SHARE * sizes[1 - small])
        return [int(origins[small])] if strange[small] and scrap else []
    if np.median(words) < AGREED or 2 * strange.sum() >= len(origins):
        return []
    return [int(origin) for origin in origins[strange]]


def _likeness_to_others(rows: sparse.csr_matrix) -> np.ndarray:
    """The cosine of each row with the sum of all others, (rows,)."""
    total = np.asarray(rows.sum(axis=0)).ravel()
    squares = row_sums(rows.multiply(rows).tocsr())
    shared = rows @ total  # with all, itself among them
    lengths = np.sqrt(squares * np.maximum(total @ total - 2 * shared + squares, 0.0))
    return np.asarray((shared - squares) / np.maximum(lengths, 1e-9))
