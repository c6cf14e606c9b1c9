"""speech: which words of a sentence only tell who says the rest of it: "…, the fire brigade said in a statement"."""

import functools
import itertools
import re
from bisect import bisect_left
from collections.abc import Collection, Sequence

from conspectus.engine import Language
from conspectus.stages.phrases import Phrases
from conspectus.words import Word

LONGEST = 12  # words of a clause that tells who says something
_MARK = re.compile("[,;:–—،؛、，；：]")

Place = tuple[int, int, str]  # of a word: start, end and the word, as `words.places` gives it


def _start(word: Place) -> int:
    return word[0]


def may_tell(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell who says something."""
    return _phrases(language).may_stand_in(words)


def speech(text: str, words: Sequence[Place], known: Sequence[Word], language: Language) -> range:
    """The numbers of the words that tell who says what the others say: those of a clause, or the first ones."""
    told = _phrases(language).find([word.folded for word in known])
    if not told:
        return range(0)
    marks = sorted({bisect_left(words, match.end(), key=_start) for match in _MARK.finditer(text)} - {0, len(words)})
    clauses = list(itertools.starmap(range, itertools.pairwise([0, *marks, len(words)]))) if marks else []
    for clause in (*reversed(clauses), _before_that(told, known, language)):
        if 0 < len(clause) <= LONGEST and _only_tells(clause, told, known):
            return clause
    return range(0)


def telling(known: Sequence[Word], language: Language) -> set[int]:
    """The numbers of the words that tell that somebody says something: "said", "according to"."""
    found = _phrases(language).find([word.folded for word in known])
    return {number for first, (last, _) in found.items() for number in range(first, last + 1)}


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Phrases:
    return Phrases(dict.fromkeys(language.speech, ""), language)


def _only_tells(clause: range, told: dict[int, tuple[int, str]], known: Sequence[Word]) -> bool:
    """Whether a clause tells who says something and no more, as far as its order shows: "police confirmed", "confirmed
    police", "police said on Monday", and not "police confirmed the arrest".
    """
    for number in clause:
        if number in told:
            opens = all(not known[before].says for before in range(clause.start, number))
            if opens or told[number][0] == clause.stop - 1 or not known[number].says:
                return True
    return False


def _before_that(told: dict[int, tuple[int, str]], known: Sequence[Word], language: Language) -> range:
    """The words up to the first that tell who says something, with the "that" behind them."""
    first = next(iter(told))
    last = told[first][0]
    if known[last].folded in language.that_words:
        return range(last + 1)
    if last + 1 < len(known) and known[last + 1].folded in language.that_words:
        return range(last + 2)
    return range(last + 1) if language.omits_that and not known[first].says else range(0)
