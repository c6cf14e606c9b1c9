"""attribute: which sentences of the sources say what the sentences of a draft say.

The draft is read as one more source. A sentence is evidence for another by the words that they share, by how much of
the draft's sentence it covers, near words included, by the word pairs, and by meaning; each alone finds fewer of the
places that people mark. Near the best a draft's sentence is cited from several places, since what a summary says in
one sentence mostly stands in two or three. `conspectus eval` measures it on sets with human alignments.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import sparse

from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.stages.cover import Cover
from conspectus.stages.embed import embed
from conspectus.stages.matrices import incidence, row_of, row_sums, scaled_rows
from conspectus.stages.near_words import NearWords
from conspectus.stages.sentence import Sentence
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import Tokens, runs, tokenize

# Shares of the score. Chosen by hand: on 28 clusters many mixtures do as well, and each half likes others.
WORDS, COVER, PAIRS, MEANING = 0.2, 0.45, 0.25, 0.1
BESIDE = 0.6  # of the best support that a further one reaches to be cited beside it
MOST = 6  # six of seven sentences with human alignments have no more marks


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the sources, by its place among them, that supports one of a draft; `score` from 0 to 1."""

    row: int
    score: float


def attribute(draft: Sequence[Sentence], sentences: Sequence[Sentence], engine: Engine) -> list[list[Evidence]]:
    """For each sentence of a draft those that support it, best first; none where no word is shared."""
    if not draft or not sentences:
        return [[] for _ in draft]
    tokens = tokenize([*draft, *sentences], engine.languages)
    terms = Terms(tokens)
    cover = Cover(terms, NearWords(terms, tokens, engine.encoder, engine.languages[draft[0].source.language]))
    held = _pairs(tokens)  # (n, pairs) 0/1
    pairs = _by_rarity(held)
    vectors = embed(tokens, engine.encoder, Deadline())
    found = []
    for row in range(len(draft)):
        shared = _products(terms.unit, terms.unit, row)
        scores = (
            WORDS * shared
            + COVER * cover.covering(row)
            + PAIRS * _products(held, pairs, row)
            + MEANING * np.clip(vectors @ vectors[row], 0.0, 1.0)
        )
        found.append(_best(scores[len(draft) :] * (shared[len(draft) :] > 0)))
    return found


def _best(scores: np.ndarray) -> list[Evidence]:
    order = np.argsort(-scores, kind="stable")[:MOST]
    return [
        Evidence(int(row), float(scores[row])) for row in order if scores[row] >= max(BESIDE * scores[order[0]], 1e-9)
    ]


def _products(rows: sparse.csr_matrix, others: sparse.csr_matrix, row: int) -> np.ndarray:
    """The products of all rows with one of the others, (n,)."""
    columns, values = row_of(others, row)
    dense = np.zeros(others.shape[1])
    dense[columns] = values
    return np.asarray(rows @ dense)


def _pairs(tokens: Tokens) -> sparse.csr_matrix:
    """Which sentence has which pair of neighbouring stems, (n, pairs) 0/1."""
    starts, numbers = runs(tokens, tokens.stems, 2)
    return incidence(tokens.rows[starts], numbers, (len(tokens), int(numbers.max(initial=0)) + 1))


def _by_rarity(held: sparse.csr_matrix) -> sparse.csr_matrix:
    """The rows with each item as its share of the row, by how few rows hold it."""
    rarity = np.log1p(held.shape[0] / np.maximum(np.bincount(held.indices, minlength=held.shape[1]), 1))
    weighted = sparse.csr_matrix((rarity[held.indices], held.indices, held.indptr), held.shape)
    return scaled_rows(weighted, 1 / np.maximum(row_sums(weighted), 1e-9))
