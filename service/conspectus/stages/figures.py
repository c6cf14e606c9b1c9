"""What two sentences must not differ in if one is to be cited for the other: figures, negation, opposite words.

Deliberately strict and small: a citation that states another number is worse than none.
"""

import functools
import re
import unicodedata
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Language
from conspectus.stages.tokens import Tokens
from conspectus.typography import is_unspaced

_SEPARATED = re.compile(r"[,.  ](?=\d{3}\b)")
_CURRENCIES = frozenset("$£€¥₹₽₩")
_TIME = re.compile(r"\d{1,2}:\d\d$")
# Articles, and number words that are more often articles or figures of speech.
INDEFINITE = frozenset({"a", "an", "one", "un", "una", "uno", "une", "um", "uma", "ein", "eine", "een", "一"})


@dataclass(frozen=True, slots=True)
class Statement:
    """The figures that a sentence states, normalized, whether it denies something, and which sides of which pairs of
    opposites it takes: "open", "closed".
    """

    figures: frozenset[str]
    denies: bool
    sides: frozenset[tuple[int, int]] = frozenset()

    def opposes(self, other: "Statement") -> bool:
        """Whether the other has an opposite of a word of this, and not the word."""
        return any((pair, 1 - side) in other.sides for pair, side in self.sides - other.sides)

    def matches(self, other: "Statement") -> bool:
        """Whether two of different languages, which number their pairs of opposites otherwise, state the same."""
        return (self.figures, self.denies) == (other.figures, other.denies)


_NOTHING = Statement(frozenset(), False)


def statements(tokens: Tokens) -> list[Statement]:
    """What each sentence states."""
    forms = tokens.forms
    stated = [
        _stated(forms.words[word], language)
        for word, language in zip(forms.word.tolist(), forms.languages, strict=True)
    ]
    telling = np.array([found is not _NOTHING for found in stated], dtype=bool)
    found = [_NOTHING] * len(tokens)
    for place in np.flatnonzero(telling[tokens.flat]).tolist():
        row, more = int(tokens.rows[place]), stated[tokens.flat[place]]
        one = found[row]
        found[row] = Statement(one.figures | more.figures, one.denies or more.denies, one.sides | more.sides)
    return found


@functools.lru_cache(maxsize=100_000)
def _stated(word: str, language: Language) -> Statement:
    """What a single word states: its figures, in digits or in words, and whether it denies."""
    figures: set[str] = set()
    if word[0].isdigit():
        figures.add(normal_figure(word))
    elif word in _CURRENCIES:
        figures.add(word)
    elif is_number_word(word, language):
        figures.add(str(language.number_words[word]))
    elif is_unspaced(word[0]):  # such words come as pairs of characters
        figures.update(sign for sign in word if is_number_word(sign, language))
    denies = word in language.negations
    sides = frozenset({language.opposites[word]}) if word in language.opposites else frozenset()
    return Statement(frozenset(figures), denies, sides) if figures or denies or sides else _NOTHING


def agree(one: Statement, other: Statement) -> bool:
    """Whether `other` may be cited for `one`.

    It has all of its figures, or none at all, denies just as much, and has no opposite of it, unless both deny:
    "denied", "never admitted".
    """
    if one.denies != other.denies or (one.opposes(other) and not one.denies):
        return False
    return not other.figures or one.figures <= other.figures


def is_number_word(word: str, language: Language) -> bool:
    """Whether a folded word says a number, and hardly ever anything else."""
    return word in language.number_words and word not in INDEFINITE


def normal_figure(word: str) -> str:
    """A number in digits as it is compared: without separators of thousands, with a decimal point; a time as it is."""
    if not word.isascii():  # the digits of other scripts
        word = "".join(str(unicodedata.decimal(sign)) if sign.isdecimal() else sign for sign in word)
    if _TIME.match(word):
        return word
    return _SEPARATED.sub("", word).replace(",", ".")
