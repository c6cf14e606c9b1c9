"""select: the sentences of the summary, one after another, each for what it adds within the words that are left.

A greedy walk over concept coverage (Gillick & Favre 2009; its guarantee: Nemhauser et al. 1978). The next sentence is
the one with the highest salience, times the share of its concepts that the summary does not have yet, less for words
that the chosen sentences together say already. Salience is a density, a value a word, so long sentences win nothing by
being long.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from conspectus.stages.drop_repeats import Standing
from conspectus.stages.given import Given
from conspectus.stages.group import SAME, UNHEARD, Groups
from conspectus.stages.matrices import row_of
from conspectus.stages.rank import Salience
from conspectus.stages.suit import Suited
from conspectus.types import Preset
from conspectus.typography import count_words

REPETITION = 0.15  # how much of its value a sentence loses when all its words have been said
SAID = 0.6  # share of its words, by rarity, above which a sentence says nothing new
# Cover and cosine of sentences of two origins from which on they tell one fact. Lower than what makes a citation, and
# lowest where there are few origins: the more there are, the more different things are said of the same names.
RESTATED = 0.71
CROWDED = 0.072  # more of it for each origin beyond SPARSE, up to what makes a citation
PAIRED = 0.6  # of it where words are pairs of characters, of which retellings share few and other sentences hardly any
SPARSE = 3  # origins up to which the bar is lowest
# Of its value that a sentence keeps that takes as given what the summary has not: a name or a day, or else a thing.
MISLEADING, UNEXPLAINED = 0.3, 0.75
ALONE = 0.3  # the same of what one source says alone, where there are so many origins
MANY = 8
ASKED = 50  # sentences at most that are asked for what they leave unexplained before one is chosen
DEAD = -1.0  # the value of what can't be chosen
LENGTH = 0.075  # exponent of the length in words: a slight preference, since many short ones leave gaps


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
    given: Given,
    budget: Budget,
    *,
    opposed: Mapping[int, Collection[int]] = MappingProxyType({}),
    alone: bool = False,
) -> list[int]:
    """The chosen rows in the order of choice; never over the budget, empty if none fits.

    The rows are those of `salience` and of `lengths`. One that leans on another comes after it; `opposed` are, by row,
    those that state otherwise what it states; `alone` says whether what one source of many says alone is as welcome.
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
    bar = min(SAME, RESTATED + CROWDED * max(0, len(standing.weights) - SPARSE)) * (PAIRED if groups.paired else 1.0)
    choice = _Choice(suited, given, words, groups if len(standing.weights) >= MANY and not alone else None)
    chosen: list[int] = []
    left = budget.words
    most = min(budget.sentences or len(words), len(words))
    while len(chosen) < most:
        repeated = (groups.terms.weighted @ told) / np.maximum(groups.terms.totals, 1e-9)
        alive &= (words <= left) & (repeated < SAID)
        value = worth * (concepts @ new / sizes) * (1 - REPETITION * repeated)
        best = choice.best(np.where(alive, value, DEAD), chosen, Budget(left, most - len(chosen)))
        if best < 0:
            break
        chosen.append(best)
        left -= int(words[best])
        alive[[best, *opposed.get(best, ())]] = False
        covered = groups.cover.covered_by(best)
        alive &= (groups.likeness(best, covered) < bar) | (standing.own == standing.own[best])
        new[row_of(concepts, best)[0]] = 0.0
        told = np.maximum(told, covered)
    return chosen


class _Choice:
    """What to choose next, where some sentences need another before them: to lean on, or to explain what they take
    as given.

    Such a sentence is worth what the two are worth together, word for word.
    """

    def __init__(self, suited: Suited, given: Given, words: np.ndarray, groups: Groups | None) -> None:
        self._given = given
        self._groups = groups
        self._words = words
        self._leaning = np.array(list(suited.leaning), dtype=np.int64)
        self._others = np.array(list(suited.leaning.values()), dtype=np.int64)

    def best(self, value: np.ndarray, chosen: Sequence[int], left: Budget) -> int:
        """The row of the highest value, of equals the first, or what has to come before it; -1 if none can be chosen.

        `value` is DEAD for rows that can't be chosen, `left` is what there is room for.
        """
        waiting = ~np.isin(self._others, chosen)
        rows, others = self._leaning[waiting], self._others[waiting]
        first: dict[int, int] = dict(zip(rows.tolist(), others.tolist(), strict=True))
        worth = value.copy()
        worth[rows] = self._together(value, rows, others, left)
        for _ in range(ASKED):
            best = int(np.argmax(worth))
            if worth[best] == DEAD:
                return -1
            if best in first:
                return first[best]
            unexplained = self._given.unexplained(best, chosen)
            alone = self._groups is not None and self._groups.backing(best) < UNHEARD
            if not (unexplained or alone) or worth[best] < value[best]:
                return best
            explaining = np.array(
                [row for row in self._given.explaining(best, unexplained) if row not in first], dtype=np.int64
            )
            together = self._together(value, np.full(len(explaining), best), explaining, left)
            if unexplained:
                worth[best] *= MISLEADING if self._given.misleads(best, chosen) else UNEXPLAINED
            worth[best] *= ALONE if alone else 1.0
            if together.max(initial=DEAD) > worth[best]:
                first[best] = int(explaining[np.argmax(together)])
                worth[best] = together.max()
        return int(np.argmax(np.where(np.isin(np.arange(len(value)), list(first)), DEAD, value)))

    def _together(self, value: np.ndarray, rows: np.ndarray, others: np.ndarray, left: Budget) -> np.ndarray:
        """What pairs of rows are worth, (pairs,); DEAD where one of them can't be chosen, or both are too long."""
        if left.sentences == 1:
            return np.full(len(rows), DEAD)
        words = self._words[rows] + self._words[others]
        worth = (value[rows] * self._words[rows] + value[others] * self._words[others]) / words
        return np.asarray(
            np.where((value[rows] != DEAD) & (value[others] != DEAD) & (words <= left.words), worth, DEAD)
        )
