"""writer: what a pipeline asks of a model that writes, whichever it is and wherever it runs.

A writer is given passages, each with what the sources say and how long the text may be, and gives back one text for
each. What it writes is nobody's word yet: the pipeline attributes it and judges it (see `stages.gate`).
"""

import enum
import re
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from typing import Protocol

from conspectus.deadline import Deadline
from conspectus.types import Model
from conspectus.typography import tidy

THOUGHT = re.compile(r"\A.*</think>|<think>.*\Z", re.DOTALL)  # what reasoning models say to themselves
# What models say before what they were asked for, up to a colon, and what they put around it.
PREFACE = re.compile(r"\A(?:sure|certainly|of course|here(?: is|'s|’s))\b[^\n:]{0,60}:\s*(?=\S)", re.IGNORECASE)
MARKS = re.compile(r"^[-*•>#]+\s+|\*\*|__|`+", re.MULTILINE)


class Scope(enum.Enum):
    """What a writer writes at a time: a sentence of what some say alike, or a paragraph of all that is to be said."""

    SENTENCE = "sentence"
    PARAGRAPH = "paragraph"


@dataclass(frozen=True, slots=True)
class Passage:
    """What one text is to be written from.

    `texts` are sentences that say the same, the best first, or for a paragraph what each document says; all are in one
    language, and so is the text, of at most `words` words.
    """

    texts: tuple[str, ...]
    words: int


class Writer(Protocol):
    """A model that writes. Shared by threads."""

    model: Model
    scope: Scope
    seed: int

    def write(self, passages: Sequence[Passage], deadline: Deadline) -> Generator[str]:
        """A text for each passage, in their order, each as soon as it is there; "" where none came of it.
        Closing it drops what is still to come.

        Raises Overloaded, DeadlineExceeded, Cancelled, and Unavailable where the model is not to be reached.
        """
        ...

    def close(self) -> None:
        """Let go of what it holds."""
        ...


def prose(answer: str) -> str:
    """The text that a model was asked for, of what it answered: without its thoughts, its preface and its mark-up."""
    text = PREFACE.sub("", THOUGHT.sub("", answer).strip())
    text = tidy(MARKS.sub("", text))
    for opening, closing in ('""', "“”", "«»", "„“"):
        inner = text[1:-1]
        if text[:1] == opening and text[-1:] == closing and opening not in inner and closing not in inner:
            return inner.strip()
    return text
