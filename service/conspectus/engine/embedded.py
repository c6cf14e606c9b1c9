"""The embedded encoder: a table of word-piece vectors distilled from MiniLM, read with numpy and tokenizers alone.

A sentence's vector is the sum of its words' vectors, a word's the sum of its pieces', at unit length (model2vec,
Tulkens & van Dongen 2024; the rows carry SIF weights, Arora et al. 2017). A word that the table does not know, and
every word of a language that it was not made for, gets a vector made from its letters: the sum of one random sign
vector for the word and one for each run of three characters in it (random indexing, Kanerva et al. 2000; subwords as in
fastText, Bojanowski et al. 2017). Such vectors know nothing of meaning, but words that share a stem are near each other
and all others are nearly orthogonal, so that similarity falls back to what words two sentences share. Pieces of English
words would not do for the others: by them any two French sentences have a cosine of about 0.7.
"""

import functools
import hashlib
import itertools
import json
from collections.abc import Sequence

import numpy as np
from scipy import sparse
from tokenizers import Tokenizer

from conspectus.engine.languages import UNDETERMINED
from conspectus.shipped import checksum, models_dir
from conspectus.types import Model
from conspectus.typography import well_formed
from conspectus.words import fold

NAME = "minilm-static"
UNKNOWN = "[UNK]"
# An unknown word weighs as much as a known one: the median norm of the table's rows is 6.0.
HASHED_NORM = 6.0
WORDS_KEPT = 20_000  # 20 MB of vectors
WHOLE_WORD = 2.0  # weight of the whole word's sign vector beside one of its trigrams'


class EmbeddedEncoder:
    """Encodes sentences as unit vectors, without torch."""

    def __init__(self) -> None:
        folder = models_dir() / NAME
        config = json.loads((folder / "config.json").read_text(encoding="utf-8"))
        self.dimension: int = config["dimension"]
        self.languages: tuple[str, ...] = tuple(config["languages"])
        self.device = "cpu"
        self.model = Model(NAME, "encoder", config["license"], checksum(folder))
        self._tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._unknown = int(self._tokenizer.token_to_id(UNKNOWN) or 0)
        rows = np.load(folder / "embeddings.npy", allow_pickle=False)  # (pieces, d) int8
        scales = np.load(folder / "scales.npy", allow_pickle=False)  # (pieces,) float16
        self._table = rows.astype(np.float32) * scales.astype(np.float32)[:, None]  # (pieces, d)
        # Words recur, in a text and from text to text: their vectors are kept, most of a request's are there already.
        self._word = functools.lru_cache(maxsize=WORDS_KEPT)(self._vector)

    def knows(self, code: str) -> bool:
        """Whether texts in a language, or of which the language can't be told, are read by the table."""
        return code in self.languages or code == UNDETERMINED

    def encode(self, texts: Sequence[str], *, by_letters: bool = False) -> np.ndarray:
        """Unit vectors of the texts, (n, d) float32; a text without any word gets zeros.

        `by_letters` are texts in languages that the encoder does not know.
        """
        numbers: dict[str, int] = {}
        held = [[numbers.setdefault(word, len(numbers)) for word in fold(text)] for text in texts]
        starts = np.cumsum([0, *map(len, held)])
        words = [(word, by_letters) for word in numbers]
        return self.encode_bags(words, np.array(list(itertools.chain(*held)), dtype=int), starts)

    def encode_bags(self, words: Sequence[tuple[str, bool]], flat: np.ndarray, starts: np.ndarray) -> np.ndarray:
        """Unit vectors of n texts of which the words are known, (n, d) float32.

        `words` are as `words.fold` gives them, with whether to read them by their letters; `flat` are the numbers of
        the texts' words one text after another, (t,), and `starts` tells where each text begins, and the last one's
        end, (n + 1,).
        """
        if not len(flat):
            return np.zeros((len(starts) - 1, self.dimension), dtype=np.float32)
        present, columns = np.unique(flat, return_inverse=True)
        bags = sparse.csr_matrix(
            (np.ones(len(flat), dtype=np.float32), columns, starts), shape=(len(starts) - 1, len(present))
        )
        return _unit(bags @ np.stack([self._word(*words[number]) for number in present.tolist()]))

    def encode_words(self, words: Sequence[str]) -> np.ndarray:
        """Unit vectors of single words, folded as `words.fold` gives them, (n, d) float32."""
        if not words:
            return np.zeros((0, self.dimension), dtype=np.float32)
        return _unit(np.stack([self._word(word, False) for word in words]))

    def _vector(self, word: str, by_letters: bool) -> np.ndarray:
        """The vector of one word, (d,): the sum of its pieces', or hashed where one of them is not known."""
        pieces = [] if by_letters else self._tokenizer.encode(well_formed(word), add_special_tokens=False).ids
        if not pieces or self._unknown in pieces:
            return hashed_vector(word, self.dimension)
        return np.asarray(self._table[pieces].sum(axis=0))


def _unit(vectors: np.ndarray) -> np.ndarray:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))


def hashed_vector(word: str, dimension: int) -> np.ndarray:
    """The vector of a word from its letters, (d,) float32 of length HASHED_NORM, the same on every machine."""
    marked = f"<{word}>"
    vector = WHOLE_WORD * _signs(marked, dimension)
    for start in range(len(marked) - 2 if len(word) > 2 else 0):
        vector += _signs(marked[start : start + 3], dimension)
    return vector * np.float32(HASHED_NORM / np.linalg.norm(vector))


@functools.lru_cache(maxsize=50_000)
def _signs(feature: str, dimension: int) -> np.ndarray:
    digest = hashlib.shake_128(feature.encode("utf-8", "surrogatepass")).digest(dimension // 8)
    return np.unpackbits(np.frombuffer(digest, dtype=np.uint8)).astype(np.float32) * 2 - 1
