"""Names that a sentence gives in short because its source has given them in full before: "Hale" after "Ida Hale", "the
Board" after "the Marine Safety Board". Where a summary has not, its reader does not know who that is.

A name in full is two capitalized words in a row, of which the second is the short form. Scripts without capitals have
none of this, and German, where every noun has one, is left alone.
"""

from collections.abc import Iterable, Iterator

import regex

from conspectus.engine import Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.read import Source

_CAPITALIZED = r"\p{Lu}[\p{Ll}'’-]++(?:\p{Lu}\p{Ll}++)*+"
_GAP = r"[ \xa0](?:\p{Lu}\.[ \xa0]?)*"  # initials may stand in it
_FULL = regex.compile(rf"\b({_CAPITALIZED}){_GAP}({_CAPITALIZED})")
_SHORT = regex.compile(rf"(?<!\p{{Lu}}[\p{{L}}'’-]*[ \xa0])\b({_CAPITALIZED})(?![ \xa0]\p{{Lu}})")
_BEFORE = regex.compile(rf"\b({_CAPITALIZED}){_GAP}$")
_LONGEST_BEFORE = 40  # characters of what stands before the short form in a name in full


class Names:
    """Which short names the originals give, and where they are explained. Looked up when somebody asks."""

    def __init__(self, voices: Voices, languages: Languages) -> None:
        self._voices = voices
        self._languages = languages
        self._sources = list({s.source.index: s.source for s in voices.originals}.values())
        self._introduced: dict[int, frozenset[str]] = {}  # by row
        self._short: dict[int, frozenset[str]] = {}
        self._known: dict[str, bool] = {}
        self._places: dict[tuple[int, str], tuple[int, int]] = {}  # by source and name

    def introduced(self, row: int) -> frozenset[str]:
        """The short forms of the names that a sentence gives in full."""
        if row not in self._introduced:
            sentence = self._voices.originals[row]
            stop_words = self._languages[sentence.source.language].stop_words
            self._introduced[row] = frozenset(
                _bare(match[2])
                for match in _FULL.finditer(sentence.text, overlapped=True)
                if match[1].casefold() not in stop_words
            )
        return self._introduced[row]

    def short(self, row: int) -> frozenset[str]:
        """The names that a sentence gives in short, and in full only in others."""
        if row not in self._short:
            sentence = self._voices.originals[row]
            language = self._languages[sentence.source.language]
            found = () if language.capitalizes_nouns else _SHORT.finditer(sentence.text)
            names = {_bare(match[1]) for match in found if match[1].casefold() not in language.stop_words}
            self._short[row] = frozenset(names - self.introduced(row))
        return self._short[row]

    def unexplained(self, row: int, before: Iterable[int]) -> frozenset[str]:
        """The names that a sentence gives in short, its source has in full before, and the rows `before` it do not."""
        sentence = self._voices.originals[row]
        missing = self.short(row).difference(*map(self.introduced, before))
        return frozenset(
            name
            for name in missing
            if self._find(name, sentence.source)[1] < sentence.start and not self._is_known(name)
        )

    def _is_known(self, name: str) -> bool:
        """Whether some source gives a name in short at once, as sources do with names that everybody knows."""
        if name not in self._known:
            places = (self._find(name, source) for source in self._sources)
            self._known[name] = any(first < full for first, full in places)
        return self._known[name]

    def _find(self, name: str, source: Source) -> tuple[int, int]:
        """Where a source has a name first, and where it has it first in full; the text's length where it has not."""
        key = source.index, name
        if key not in self._places:
            stop_words = self._languages[source.language].stop_words
            first = full = len(source.text)
            for place in _places(name, source.text):
                first = min(first, place)
                before = _BEFORE.search(source.text, max(0, place - _LONGEST_BEFORE), place)
                if before and before[1].casefold() not in stop_words:
                    full = place
                    break
            self._places[key] = first, full
        return self._places[key]


def _places(word: str, text: str) -> Iterator[int]:
    """Where a word stands in a text. str.find is ten times as fast as a pattern that begins with a word's edge."""
    place = text.find(word)
    while place >= 0:
        end = place + len(word)
        if not (text[end : end + 1].isalpha() or text[max(0, place - 1) : place].isalpha()):
            yield place
        place = text.find(word, end)


def _bare(name: str) -> str:
    return name.removesuffix("'s").removesuffix("’s")
