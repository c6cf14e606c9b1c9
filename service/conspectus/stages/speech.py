"""speech: which words of a sentence only tell who says the rest of it: "…, the fire brigade said in a statement".

Two sentences may say the same, or opposite things, by whomever they are told. What is told of somebody who is not named
in the rest ("he was not there, said Hale") is not the same without its speaker, who then stays.
"""

import functools
from collections.abc import Collection, Sequence

from conspectus.engine import Language
from conspectus.stages.phrases import Phrases
from conspectus.words import Word, look_up, places

LONGEST = 12  # words of a clause that tells who says something
MARKS = ",;:–—"


def may_tell(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell who says something."""
    return _phrases(language).may_stand_in(words)


def speech(text: str, language: Language) -> range:
    """The numbers of the words that tell who says what the others say: those of the last clause or of the first ones.

    Words are those that `words.places` gives.
    """
    words = places(text)
    known = [look_up(word, language) for _, _, word in words]
    told = _phrases(language).find([word.folded for word in known])
    if not told:
        return range(0)
    marks = [n for n in range(1, len(words)) if any(mark in text[words[n - 1][1] : words[n][0]] for mark in MARKS)]
    last = range(marks[-1], len(words)) if marks else range(0)
    first = range(marks[0] if marks else 0)
    for clause in (last, first, _before_that(told, known, language)):
        rest = [word for number, word in enumerate(known) if number not in clause]
        if 0 < len(clause) <= LONGEST and _tells(clause, told, known) and not any(word.person for word in rest):
            return clause
    return range(0)


@functools.lru_cache(maxsize=64)
def _phrases(language: Language) -> Phrases:
    return Phrases(dict.fromkeys(language.speech, ""))


def _tells(clause: range, told: dict[int, tuple[int, str]], known: Sequence[Word]) -> bool:
    """Whether a clause tells who says something, and no figure besides."""
    return any(number in told for number in clause) and not any(known[n].folded[0].isdigit() for n in clause)


def _before_that(told: dict[int, tuple[int, str]], known: Sequence[Word], language: Language) -> range:
    """The words up to the first that tell who says something, with the "that" behind them."""
    first = next(iter(told))
    behind = told[first][0] + 1
    if behind < len(known) and known[behind].folded in language.that_words:
        return range(behind + 1)
    return range(0) if known[first].says else range(behind)
