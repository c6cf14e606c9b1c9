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
from conspectus.stages.rank import Salience
from conspectus.types import Preset
from conspectus.typography import count_words

REPETITION = 0.3  # how much of its value a sentence loses when all its words have been said
SAID = 0.6  # share of its words, by rarity, above which a sentence says nothing new
# Cover and cosine of sentences of two origins from which on they tell one fact. Lower than what makes a citation, and
# lowest where there are few origins: the more there are, the more different things are said of the same names.
RESTATED = 0.69
CROWDED = 0.055  # more of it for each origin after the second, up to what makes a citation
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
    candidates: Sequence[int],
    lengths: Lengths,
    salience: Salience,
    groups: Groups,
    standing: Standing,
    budget: Budget,
) -> list[int]:
    """The chosen candidates in the order of choice; never over the budget, empty if none fits.

    `candidates` are rows of `salience` and of `lengths`.
    """
    words = lengths.words
    worth = salience.scores * words**LENGTH  # (n,)
    concepts = salience.concepts  # (n, concepts)
    sizes = np.maximum(np.diff(concepts.indptr), 1)
    new = np.ones(concepts.shape[1])  # 1 where the summary does not have the concept
    told = np.zeros(groups.terms.weighted.shape[1])  # how far the summary has each word
    alive = np.zeros(len(words), dtype=bool)
    alive[list(candidates)] = True
    if budget.characters:
        alive &= lengths.characters <= budget.characters
    bar = min(SAME, RESTATED + CROWDED * max(0, len(standing.weights) - 2))
    chosen: list[int] = []
    left = budget.words
    while len(chosen) < (budget.sentences or len(words)):
        repeated = (groups.terms.weighted @ told) / np.maximum(groups.terms.totals, 1e-9)
        alive &= (words <= left) & (repeated < SAID)
        if not alive.any():
            break
        value = worth * (concepts @ new / sizes) * (1 - REPETITION * repeated)
        best = int(np.argmax(np.where(alive, value, -1.0)))  # of equals the first
        chosen.append(best)
        left -= int(words[best])
        alive[best] = False
        covered = groups.covered_by(best)
        alive &= (groups.likeness(best, covered) < bar) | (standing.own == standing.own[best])
        new[row_of(concepts, best)[0]] = 0.0
        told = np.maximum(told, covered)
    return chosen
