"""write: the extractive writer.

Sentences keep their words. What changes is white space (a line break inside a sentence becomes a space) and, where no
sentence fits the budget at all, the best one is cut at a word and marked with an ellipsis.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.stages.attribute import Evidence
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.select import Budget
from conspectus.stages.verify import Judgement
from conspectus.types import Origin
from conspectus.typography import end_of_words, tidy


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence of the summary to be: the sentence of the sources it is made of, its span there, and its text.

    `others` are further rows that it was written from. Of what a model wrote `judgement` is what the sources make of
    it, and `evidence` where they say it.
    """

    row: int
    start: int
    end: int
    text: str
    others: tuple[int, ...] = ()
    origin: Origin = Origin.EXTRACTED
    evidence: tuple[Evidence, ...] = ()
    judgement: Judgement | None = None


def write(ordered: Sequence[int], voices: Voices) -> list[Draft]:
    """The sentences of the summary, in the order in which their rows are given."""
    return [_draft(row, voices) for row in ordered]


def _draft(row: int, voices: Voices) -> Draft:
    sentence = voices.originals[row]
    return Draft(row, sentence.start, sentence.end, tidy(sentence.text))


def cut(row: int, voices: Voices, budget: Budget) -> Draft | None:
    """The beginning of a sentence that is longer than the whole budget, marked with an ellipsis; None if none fits."""
    sentence = voices.originals[row]
    # One character is the ellipsis's.
    end = end_of_words(sentence.text, budget.words, budget.characters and budget.characters - 1)
    text = tidy(sentence.text[:end]).rstrip(",;:—–-，；：、")
    return Draft(row, sentence.start, sentence.start + end, f"{text}…") if text else None
