"""select: the sentences of the summary, one after another, each for what it adds within the words that are left.

A greedy walk over concept coverage (Gillick & Favre 2009; its guarantee: Nemhauser et al. 1978). The next sentence is
the one with the highest salience, times the share of its concepts that the summary does not have yet, less for words
that the chosen sentences together say already. Salience is a density, a value a word, so long sentences win nothing by
being long.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.stages.drop_repeats import Standing
from conspectus.stages.group import SAME, Groups
from conspectus.stages.matrices import row_of
from conspectus.stages.names import Names
from conspectus.stages.rank import Salience
from conspectus.stages.suit import Suited
from conspectus.types import Preset
from conspectus.typography import count_words

REPETITION = 0.3  # how much of its value a sentence loses when all its words have been said
SAID = 0.6  # share of its words, by rarity, above which a sentence says nothing new
# Cover and cosine of sentences of two origins from which on they tell one fact. Lower than what makes a citation, and
# lowest where there are few origins: the more there are, the more different things are said of the same names.
RESTATED = 0.69
CROWDED = 0.055  # more of it for each origin after the second, up to what makes a citation
WORTH = 0.4  # of a sentence's value that another, without which it is not understood, is worth at least to come first
UNEXPLAINED = 0.9  # of its value that a sentence keeps that names somebody in short who has not been introduced
LENGTH = 0.1  # exponent of the length in words: a slight preference, since many short ones leave gaps


@dataclass(frozen=True, slots=True)
class Budget:
    """What the summary may hold at most. `characters` are of a single sentence."""

    words: int
    sentences: int | None = None
    characters: int | None = None


PRESETS = {
    Preset.PUSH_ALERT: Budget(words=120, sentences=1, characters=120),
    Preset.STANDFIRST: Budget(words=40, sentences=2),
    Preset.FIVE_BULLETS: Budget(words=150, sentences=5),
    Preset.WORDS_100: Budget(words=100),
    Preset.WORDS_250: Budget(words=250),
    Preset.WORDS_600: Budget(words=600),
}


@dataclass(frozen=True, slots=True, eq=False)
class Lengths:
    """How long n sentences are as they would be printed."""

    words: np.ndarray  # (n,) as the budget counts them
    characters: np.ndarray  # (n,)

    @classmethod
    def of(cls, texts: Sequence[str]) -> "Lengths":
        """The lengths of texts."""
        words = np.array([count_words(text) for text in texts], dtype=np.int64)
        return cls(np.maximum(words, 1), np.array([len(text) for text in texts], dtype=np.int64))


def select(
    suited: Suited,
    lengths: Lengths,
    salience: Salience,
    groups: Groups,
    standing: Standing,
    names: Names,
    budget: Budget,
) -> list[int]:
    """The chosen rows in the order of choice; never over the budget, empty if none fits.

    The rows are those of `salience` and of `lengths`. One that leans on another comes after it.
    """
    words = lengths.words
    worth = salience.scores * words**LENGTH  # (n,)
    concepts = salience.concepts  # (n, concepts)
    sizes = np.maximum(np.diff(concepts.indptr), 1)
    new = np.ones(concepts.shape[1])  # 1 where the summary does not have the concept
    told = np.zeros(groups.terms.weighted.shape[1])  # how far the summary has each word
    alive = np.zeros(len(words), dtype=bool)
    alive[[*suited.standing, *suited.leaning]] = True
    if budget.characters:
        alive &= lengths.characters <= budget.characters
    bar = min(SAME, RESTATED + CROWDED * max(0, len(standing.weights) - 2))
    chosen: list[int] = []
    left = budget.words
    while len(chosen) < (budget.sentences or len(words)):
        repeated = (groups.terms.weighted @ told) / np.maximum(groups.terms.totals, 1e-9)
        alive &= (words <= left) & (repeated < SAID)
        value = worth * (concepts @ new / sizes) * (1 - REPETITION * repeated)
        best = _best(np.where(alive, value, 0.0), suited, names, chosen)
        if best < 0:
            break
        chosen.append(best)
        left -= int(words[best])
        alive[best] = False
        covered = groups.covered_by(best)
        alive &= (groups.likeness(best, covered) < bar) | (standing.own == standing.own[best])
        new[row_of(concepts, best)[0]] = 0.0
        told = np.maximum(told, covered)
    return chosen


def _best(value: np.ndarray, suited: Suited, names: Names, chosen: Sequence[int]) -> int:
    """The row of the highest value, of equals the first, or of what it needs before it; -1 if there is none.

    What a sentence needs comes first if it is worth enough by itself. Without it a sentence that leans on another is
    passed over, and one that leaves a name unexplained is worth less.
    """
    value = value.copy()
    discounted: set[int] = set()
    while value[best := int(np.argmax(value))] > 0:
        first = suited.leaning.get(best, best)
        if first != best and first not in chosen:
            if value[first] >= WORTH * value[best]:
                return first
            value[best] = 0.0
            continue
        unexplained = frozenset() if best in discounted else names.unexplained(best, chosen)
        if not unexplained:
            return best
        explaining = [row for row in names.explaining(best, unexplained) if value[row] >= WORTH * value[best]]
        if explaining:
            return max(explaining, key=lambda row: (value[row], -row))
        value[best] *= UNEXPLAINED
        discounted.add(best)
    return -1
