"""sift: which documents are about something else, such as a crawler's notice or an article that got into the wrong set.

A document is judged by what it has in common with all others together, in words and in meaning. Where the documents
have little in common anyway, or are too short to tell, as notes on one thing are, none is left out; nor is ever half of
them. Documents of one origin are judged as one, and only beside those in their own language.
"""

from collections import defaultdict

import numpy as np

from conspectus.engine.languages import primary
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.matrices import incidence

# Cosines of a document's words, and of its meaning, with all others'. Of 29 documents of Multi-News that people found
# to be no article of their set, 26 are below both; of 388 others 4, and those are no articles either.
WORDS, MEANING = 0.05, 0.55
AGREED = 0.1  # cosine of words that the middle one of the documents has at least, if they have a subject in common
ENOUGH = 10  # sentences of the others, from which on words that they do not share tell something
# Of two documents neither can be outvoted: one is left out only if it is a scrap beside the other.
SCRAP, SCRAP_SHARE = 5, 1 / 3  # sentences, and share of the other's


def off_topic(voices: Voices, vectors: np.ndarray) -> frozenset[int]:
    """The indices of the sources that are about something else than the others."""
    by_language: defaultdict[str, list[int]] = defaultdict(list)
    for row, sentence in enumerate(voices.originals):
        by_language[primary(sentence.source.language)].append(row)
    origins = {origin for rows in by_language.values() for origin in _strangers(np.array(rows), voices, vectors)}
    return frozenset(source for source, origin in enumerate(voices.origin) if origin in origins)


def _strangers(rows: np.ndarray, voices: Voices, vectors: np.ndarray) -> list[int]:
    """The origins, among those of sentences in one language, that have nothing in common with the rest."""
    origins, own = np.unique([voices.origin[voices.originals[row].source.index] for row in rows], return_inverse=True)
    sizes = np.bincount(own)
    if len(origins) < 2:
        return []
    tokens = voices.tokens.take(rows.tolist())
    said = tokens.says
    held = incidence(tokens.rows[said], tokens.stems[said], (len(rows), len(tokens.forms.stems)))
    rarity = np.log1p(len(rows) / np.maximum(np.bincount(held.indices, minlength=held.shape[1]), 1))
    standing = incidence(own, np.arange(len(rows)), (len(origins), len(rows)))
    words = _likeness_to_others((standing @ held).toarray() * rarity)
    strange = (len(rows) - sizes >= ENOUGH) & (words < WORDS)
    strange &= _likeness_to_others(standing @ vectors[rows]) < MEANING
    if len(origins) == 2:
        small = int(np.argmin(sizes))
        scrap = sizes[small] <= min(SCRAP, SCRAP_SHARE * sizes[1 - small])
        return [int(origins[small])] if strange[small] and scrap else []
    if np.median(words) < AGREED or 2 * strange.sum() >= len(origins):
        return []
    return [int(origin) for origin in origins[strange]]


def _likeness_to_others(sums: np.ndarray) -> np.ndarray:
    """The cosine of each row with the sum of all others, (rows,)."""
    others = sums.sum(axis=0) - sums
    lengths = np.linalg.norm(sums, axis=1) * np.linalg.norm(others, axis=1)
    return np.asarray((sums * others).sum(axis=1) / np.maximum(lengths, 1e-9))
