"""What two sentences must not differ in if one is to be cited for the other: their figures and their negation.

Deliberately strict and small: a citation that states another number is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.engine.languages import Language
from conspectus.typography import is_unspaced

_SEPARATED = re.compile(r"[,.  ](?=\d{3}\b)")
_CURRENCIES = frozenset("$£€¥₹₽₩")
_TIME = re.compile(r"\d{1,2}:\d\d$")
# Number words that are more often articles or figures of speech.
_NOT_FIGURES = frozenset({"a", "an", "one", "un", "una", "uno", "une", "um", "uma", "ein", "eine", "een", "一"})


@dataclass(frozen=True, slots=True)
class Statement:
    """The figures that a sentence states, normalized, and whether it denies something."""

    figures: frozenset[str]
    denies: bool

    @classmethod
    def of(cls, words: Sequence[str], language: Language) -> "Statement":
        """Reads the figures, in digits or in words, and the negation of a sentence's words."""
        figures: set[str] = set()
        for word in words:
            if word[0].isdigit():
                figures.add(_normal(word))
            elif word in _CURRENCIES:
                figures.add(word)
            elif _is_figure(word, language):
                figures.add(str(language.number_words[word]))
            elif is_unspaced(word[0]):  # such words come as pairs of characters
                figures.update(sign for sign in word if _is_figure(sign, language))
        return cls(frozenset(figures), not language.negations.isdisjoint(words))


def agree(one: Statement, other: Statement) -> bool:
    """Whether `other` may be cited for `one`: it has all of its figures, or none at all, and denies just as much."""
    if one.denies != other.denies:
        return False
    return not other.figures or one.figures <= other.figures


def _is_figure(word: str, language: Language) -> bool:
    return word in language.number_words and word not in _NOT_FIGURES


def _normal(word: str) -> str:
    if _TIME.match(word):
        return word
    return _SEPARATED.sub("", word).replace(",", ".")
