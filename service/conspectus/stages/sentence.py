"""The sentence that all stages from cleaning on speak of."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.stages.clean import Cleaned
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


def sentences_of(sources: Sequence[Source], cleaned: Mapping[int, Cleaned]) -> list[Sentence]:
    """The sentences of prose of sources, in their order; `cleaned` by index of the source."""
    return [
        Sentence(source, start, end, position)
        for source in sources
        for position, (start, end) in enumerate(cleaned[source.index].sentences)
    ]
