"""attribute: which sentences of the sources say what the sentences of a draft say.

The draft is read as one more source. A sentence is evidence for another by how much of the draft's sentence it covers,
near words included and figures above all, by the word pairs, and by meaning; each alone finds fewer of the places that
people mark. It is a little more so beside others that are, since what a summary says in one sentence is mostly drawn
from a passage. Near the best a draft's sentence is cited from several places, the sooner if another source says it.
`conspectus eval` measures it on sets with human alignments.
"""

import functools
import itertools
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from conspectus.deadline import Deadline
from conspectus.engine import Engine, Language
from conspectus.stages.cover import Cover
from conspectus.stages.embed import embed
from conspectus.stages.figures import is_number_word
from conspectus.stages.items import capitalized
from conspectus.stages.matrices import incidence, row_of, row_sums, scaled_rows
from conspectus.stages.near_words import NearWords
from conspectus.stages.read import read
from conspectus.stages.sentence import Sentence
from conspectus.stages.split import split
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import Tokens, runs, tokenize
from conspectus.types import Document, SummaryOptions
from conspectus.words import look_up

# Chosen on 28 clusters with human alignments: the middle of a wide plain that both halves of them share, with F1 67.
# Mixtures of up to 45 features, trained on one half, reach 66.5 on the other at most.
COVER, PAIRS, MEANING = 0.35, 0.45, 0.2  # shares of the score
FIGURE = 3.0  # what a figure weighs beside a word as rare: it tells best which event a sentence is about
NEIGHBOUR = 0.15  # of the support of the sentences before and behind it that a sentence gets
BESIDE = 0.5  # of the best support that a further sentence reaches to be cited beside it, and a margin,
MARGIN = 0.04  # since where the best is weak, half of it is chance
ELSEWHERE = 0.9  # of both is enough for the best of another source: people look for a place in each
MOST = 8  # nearly all sentences with human alignments have no more marks


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the sources, by its place among them, that supports one of a draft; `score` from 0 to 1."""

    row: int
    score: float


class Compared:
    """The sentences of a draft and of its sources, made ready to be compared: the draft's rows come first."""

    def __init__(
        self, draft: Sequence[Sentence], sentences: Sequence[Sentence], engine: Engine, deadline: Deadline
    ) -> None:
        self._size = len(draft)
        self._tokens = tokens = tokenize([*draft, *sentences], engine.languages)
        self.terms = Terms(tokens)
        language = engine.languages[draft[0].source.language]
        self.cover = Cover(self.terms, NearWords(self.terms, tokens, engine.words, language))
        self.cover.prepare(range(len(draft)))
        self._weights = _weights(self.terms, language)
        self._held = _pairs(tokens)  # (n, pairs) 0/1
        self._pairs = _by_rarity(self._held)
        self._embed = functools.partial(embed, [*draft, *sentences], tokens, engine, deadline)
        self._sources = np.array([sentence.source.index for sentence in sentences])
        # Whether each but the first is of the source of the one before.
        self._follows = self._sources[1:] == self._sources[:-1]

    @functools.cached_property
    def _vectors(self) -> np.ndarray:
        """Those of the draft and of the sources, (m + n, d); only who looks for evidence needs them."""
        return self._embed()

    @property
    def vectors(self) -> np.ndarray:
        """Those of the sentences of the sources, (n, d)."""
        return self._vectors[self._size :]

    def capitalized(self) -> set[str]:
        """The words that are taken for names where they open a sentence of the draft (see `items`)."""
        return capitalized(self._tokens, self._size)

    def evidence(self, row: int) -> list[Evidence]:
        """The sentences of the sources that support the draft's at `row`, best first."""
        shares_words = _products(self.terms.counts, self.terms.counts, row)[self._size :] > 0
        scores = (
            COVER * self.cover.covering(row, self._weights)
            + PAIRS * _products(self._held, self._pairs, row)
            + MEANING * np.clip(self._vectors @ self._vectors[row], 0.0, 1.0)
        )[self._size :]
        beside = np.zeros(len(scores))
        beside[1:] += scores[:-1] * self._follows
        beside[:-1] += scores[1:] * self._follows
        # Rounded, since the same words at other places of a matrix may differ in the last digits: the first goes first.
        return self._best(np.round((scores + NEIGHBOUR * beside) * shares_words, 5))

    def _best(self, scores: np.ndarray) -> list[Evidence]:
        """The best sentence and those near it, if it has any support."""
        order = np.argsort(-scores, kind="stable")
        enough = np.full(len(order), BESIDE * scores.max(initial=0.0) + MARGIN)
        enough[np.unique(self._sources[order], return_index=True)[1]] *= ELSEWHERE
        enough[:1] = 0.0
        cited = order[(scores[order] >= enough) & (scores[order] > 0)][:MOST]
        return [
            Evidence(row, min(score, 1.0)) for row, score in zip(cited.tolist(), scores[cited].tolist(), strict=True)
        ]


def drafted(text: str, options: SummaryOptions, engine: Engine, bare: str | None = None) -> list[Sentence]:
    """The sentences of a draft, as of a source of its own: all of them, since nothing in it is furniture.

    `bare` is what is read, character for character in the places of `text`, if that is not all of it.
    """
    source = read([Document(text=text, language_code=options.language_code)], options, engine)[0]
    source = replace(source, text=text if bare is None else bare)
    blocks = split(source.text, engine.languages[source.language])
    spans = [span for block in blocks for span in (block.sentences or ((block.start, block.end),))] or [(0, len(text))]
    return [Sentence(source, start, end, number) for number, (start, end) in enumerate(spans)]


def sentences_of_texts(texts: Sequence[str], language: str, options: SummaryOptions, engine: Engine) -> list[Sentence]:
    """Texts as the sentences of one source, each as one sentence."""
    source = read([Document(text="\n".join(texts), language_code=language)], options, engine)[0]
    starts = list(itertools.accumulate((len(text) + 1 for text in texts), initial=0))
    return [
        Sentence(source, start, start + len(text), number)
        for number, (start, text) in enumerate(zip(starts, texts, strict=False))
    ]


def attribute(draft: Sequence[Sentence], sentences: Sequence[Sentence], engine: Engine) -> list[list[Evidence]]:
    """For each sentence of a draft those that support it, best first; none where no word is shared."""
    if not draft or not sentences:
        return [[] for _ in draft]
    compared = Compared(draft, sentences, engine, Deadline())
    return [compared.evidence(row) for row in range(len(draft))]


def _weights(terms: Terms, language: Language) -> np.ndarray:
    """What each stem weighs beside its rarity in a text of a language, (stems,)."""
    numbers = {look_up(word, language).stem for word in language.number_words if is_number_word(word, language)}
    return np.array([FIGURE if stem[0].isdigit() or stem in numbers else 1.0 for stem in terms.columns])


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
