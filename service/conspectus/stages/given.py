"""What a sentence takes as given: names in short (see `names`) and things that were told of before (see `things`)."""

from collections import defaultdict
from collections.abc import Collection

from conspectus.engine import Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.names import Names
from conspectus.stages.things import Things


class Given:
    """What the originals take as given, and where it is explained. Looked up when somebody asks."""

    def __init__(self, voices: Voices, languages: Languages) -> None:
        self.names = Names(voices, languages)
        self._things = Things(voices, languages)
        self._sources = [sentence.source.index for sentence in voices.originals]
        self._rows: defaultdict[int, list[int]] = defaultdict(list)  # by source
        for row, source in enumerate(self._sources):
            self._rows[source].append(row)

    def unexplained(self, row: int, before: Collection[int]) -> frozenset[str]:
        """What a sentence takes as given that its source has explained, and the rows `before` it have not."""
        return self.names.unexplained(row, before) | self._things.unexplained(row, before)

    def explaining(self, row: int, unexplained: frozenset[str]) -> list[int]:
        """The sentences before one in its source that explain some of it and leave nothing unexplained."""
        return [
            other
            for other in self._rows[self._sources[row]]
            if other < row
            and not unexplained.isdisjoint(self.names.introduced(other) | self._things.mentioned(other))
            and not self.unexplained(other, ())
        ]
