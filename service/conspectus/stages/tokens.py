"""The words of a set's sentences as numbers, so that what there is to know of a word is found out once.

A *form* is a word as it is written in texts of one language: "Ferry" and "ferry" are two forms of one word, and "ferry"
and "ferries" two words of one stem.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Language, Languages
from conspectus.stages.sentence import Sentence
from conspectus.words import look_up, tokens


@dataclass(frozen=True, slots=True, eq=False)
class Forms:
    """The m forms of a set. `words` and `stems` are all different ones, and the arrays are numbers of them."""

    languages: list[Language]  # (m,) each form's
    words: list[str]
    stems: list[str]
    word: np.ndarray  # (m,) the form's word
    stem: np.ndarray  # (m,) its stem
    says: np.ndarray  # (m,) whether it says something by itself
    folded: np.ndarray  # (m,) whether it is written without capitals
    person: np.ndarray  # (m,) 1 or 3 if it is a pronoun for people, see `words.Word`; else 0


@dataclass(frozen=True, slots=True, eq=False)
class Tokens:
    """The words of n sentences one after another, t in all."""

    forms: Forms
    flat: np.ndarray  # (t,) number of the form
    rows: np.ndarray  # (t,) the sentence it is in, ascending
    starts: np.ndarray  # (n + 1,) where each sentence begins, and the last one's end

    def __len__(self) -> int:
        """How many sentences there are."""
        return len(self.starts) - 1

    @property
    def words(self) -> np.ndarray:
        """The number of each word, (t,)."""
        return np.asarray(self.forms.word[self.flat])

    @property
    def stems(self) -> np.ndarray:
        """The number of each word's stem, (t,)."""
        return np.asarray(self.forms.stem[self.flat])

    @property
    def says(self) -> np.ndarray:
        """Whether each word says something by itself, (t,)."""
        return np.asarray(self.forms.says[self.flat])

    def of(self, row: int) -> np.ndarray:
        """The forms of one sentence, in order."""
        return self.flat[self.starts[row] : self.starts[row + 1]]

    def having(self, forms: np.ndarray) -> np.ndarray:
        """Which sentences have one of some forms, given as (m,) bool; (n,) bool."""
        return np.bincount(self.rows, forms[self.flat], minlength=len(self)) > 0

    def words_of(self, row: int, count: int | None = None) -> list[str]:
        """The words of one sentence in order, folded; the first ones if a count is given."""
        return [self.forms.words[word] for word in self.forms.word[self.of(row)[:count]].tolist()]

    def take(self, rows: Sequence[int]) -> "Tokens":
        """The words of some of the sentences, given in ascending order."""
        lengths = np.diff(self.starts)
        kept = np.zeros(len(self), dtype=bool)
        kept[rows] = True
        return _tokens(self.forms, self.flat[kept[self.rows]], lengths[kept])


def tokenize(sentences: Sequence[Sentence], languages: Languages) -> Tokens:
    """The words of sentences."""
    spoken: list[tuple[str, Language]] = []
    known: dict[str, _Numbers] = {}  # by language
    flat: list[int] = []
    lengths: list[int] = []
    for sentence in sentences:
        code = sentence.source.language
        if code not in known:
            known[code] = _Numbers(languages[code], spoken)
        found = tokens(sentence.text)
        flat.extend(map(known[code].__getitem__, found))
        lengths.append(len(found))
    return _tokens(_forms(spoken), np.array(flat, dtype=np.int64), np.array(lengths, dtype=np.int64))


def runs(tokens: Tokens, items: np.ndarray, length: int) -> tuple[np.ndarray, np.ndarray]:
    """All runs of so many neighbouring items within a sentence, as (where each begins, its number), both (runs,).

    `items` are numbers, (t,), one a word; equal runs get equal numbers.
    """
    numbers = items
    for step in range(1, length):
        _, numbers = np.unique(numbers[:-1] * (items.max(initial=0) + 1) + items[step:], return_inverse=True)
    whole = np.flatnonzero(tokens.rows[: len(numbers)] == tokens.rows[length - 1 :][: len(numbers)])
    return whole, numbers[whole]


class _Numbers(dict[str, int]):
    """The number of each form of one language; a new one gets the next number of all languages."""

    def __init__(self, language: Language, spoken: list[tuple[str, Language]]) -> None:
        self._language, self._spoken = language, spoken

    def __missing__(self, form: str) -> int:
        self[form] = number = len(self._spoken)
        self._spoken.append((form, self._language))
        return number


def _forms(spoken: Sequence[tuple[str, Language]]) -> Forms:
    words: dict[str, int] = {}
    stems: dict[str, int] = {}
    size = len(spoken)
    word, stem = np.zeros(size, dtype=np.int64), np.zeros(size, dtype=np.int64)
    says, folded = np.zeros(size, dtype=bool), np.zeros(size, dtype=bool)
    person = np.zeros(size, dtype=np.int64)
    for number, (form, language) in enumerate(spoken):
        found = look_up(form, language)
        word[number] = words.setdefault(found.folded, len(words))
        stem[number] = stems.setdefault(found.stem, len(stems))
        says[number], folded[number], person[number] = found.says, form == found.folded, found.person
    return Forms([language for _, language in spoken], list(words), list(stems), word, stem, says, folded, person)


def _tokens(forms: Forms, flat: np.ndarray, lengths: np.ndarray) -> Tokens:
    starts = np.concatenate([[0], np.cumsum(lengths)]).astype(np.int64)
    return Tokens(forms, flat, np.repeat(np.arange(len(lengths)), lengths), starts)
