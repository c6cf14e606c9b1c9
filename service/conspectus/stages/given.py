"""What a sentence takes as given: names in short (see `names`), things that were told of before (see `things`), and the
day on which it was written, for "today" and its like. The last day of a set is its reader's; an earlier one is not.
"""

from collections import defaultdict
from collections.abc import Collection

from conspectus.engine import Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.names import Names
from conspectus.stages.things import Things


class Given:
    """What the originals take as given, and where it is explained. Looked up when somebody asks."""

    def __init__(self, voices: Voices, languages: Languages) -> None:
        self._languages = languages
        self.names = Names(voices, languages)
        self._things = Things(voices, languages)
        self._sources = [sentence.source.index for sentence in voices.originals]
        self._positions = [sentence.position for sentence in voices.originals]
        self._rows: defaultdict[int, list[int]] = defaultdict(list)  # by source
        for row in sorted(range(len(self._sources)), key=self._positions.__getitem__):
            self._rows[self._sources[row]].append(row)
        self._old = _old(voices)
        self._voices = voices

    def unexplained(self, row: int, before: Collection[int]) -> frozenset[str]:
        """What a sentence takes as given that its source has explained, and the rows `before` it have not."""
        return self.names.unexplained(row, before) | self._things.unexplained(row, before) | self._days(row)

    def misleads(self, row: int, before: Collection[int]) -> bool:
        """Whether a sentence leaves unexplained whom it names, or on which day it was written."""
        return bool(self.names.unexplained(row, before) or self._days(row))

    def _days(self, row: int) -> frozenset[str]:
        """The words by which a sentence tells a day that only its document's own day explains."""
        if self._sources[row] not in self._old:
            return frozenset()
        days = self._languages[self._voices.originals[row].source.language].deictic_days
        tokens = self._voices.tokens
        written = zip(tokens.words_of(row), tokens.forms.folded[tokens.of(row)].tolist(), strict=True)
        # With a capital inside a sentence it is part of a name: "USA Today".
        return days & {word for place, (word, folded) in enumerate(written) if folded or not place}

    def explaining(self, row: int, unexplained: frozenset[str]) -> list[int]:
        """The sentences before one in its source that explain some of it and leave nothing unexplained."""
        return [
            other
            for other in self._rows[self._sources[row]]
            if self._positions[other] < self._positions[row]
            and not unexplained.isdisjoint(self.names.introduced(other) | self._things.mentioned(other))
            and not self.unexplained(other, ())
        ]


def _old(voices: Voices) -> frozenset[int]:
    """The sources that were published before the last day on which one was."""
    sources = {sentence.source.index: sentence.source for sentence in voices.originals}.values()
    days = {source.index: source.day for source in sources if source.day}
    last = max(days.values(), default=None)
    return frozenset(index for index, day in days.items() if day != last)
