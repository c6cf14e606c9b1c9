"""What two sentences must not differ in if one is to be cited for the other: their figures and their negation.

Deliberately strict and small: a citation that states another number is worse than none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.engine.languages import Language

_SEPARATED = re.compile(r"[,.  ](?=\d{3}\b)")
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
        figures = {_normal(word) for word in words if word[0].isdigit()}
        figures |= {
            str(language.number_words[w]) for w in words if w in language.number_words and w not in _NOT_FIGURES
        }
        return cls(frozenset(figures), any(word in language.negations for word in words))


def agree(one: Statement, other: Statement) -> bool:
    """Whether `other` may be cited for `one`: it has all of its figures, or none at all, and denies just as much."""
    if one.denies != other.denies:
        return False
    return not other.figures or one.figures <= other.figures


def _normal(word: str) -> str:
    if _TIME.match(word):
        return word
    return _SEPARATED.sub("", word).replace(",", ".")
