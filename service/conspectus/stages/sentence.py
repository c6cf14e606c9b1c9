"""The sentence that all stages from cleaning on speak of."""

from dataclasses import dataclass

from conspectus.stages.read import Source


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a source: a span, whose text is derived. `position` counts the source's sentences from 0."""

    source: Source
    start: int
    end: int
    position: int

    @property
    def text(self) -> str:
        """The source's text at the span, character for character."""
        return self.source.text[self.start : self.end]
