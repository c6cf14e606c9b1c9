"""Names that a sentence gives in short because its source has given them in full before: "Hale" after "Ida Hale", "the
Board" after "the Marine Safety Board". Where a summary has not, its reader does not know who that is.

A name in full is two capitalized words in a row, of which the second is the short form. Scripts without capitals have
none of this, and German, where every noun has one, is left alone.
"""

from collections.abc import Iterable

import regex

from conspectus.engine import Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.read import Source

_CAPITALIZED = r"\p{Lu}[\p{Ll}'’-]+(?:\p{Lu}\p{Ll}+)*"
_INITIALS = r"(?:\p{Lu}\.[ \xa0]?)*"
_FULL = regex.compile(rf"\b({_CAPITALIZED})[ \xa0]{_INITIALS}({_CAPITALIZED})", regex.VERSION1)
_SHORT = regex.compile(rf"(?<!\p{{Lu}}[\p{{L}}'’-]*[ \xa0])\b({_CAPITALIZED})(?![ \xa0]\p{{Lu}})", regex.VERSION1)
_EVERY_NOUN = frozenset({"de"})


class Names:
    """Which short names the originals give, and where they are explained. Looked up when somebody asks."""

    def __init__(self, voices: Voices, languages: Languages) -> None:
        self._voices = voices
        self._languages = languages
        self._first: dict[int, dict[str, int]] = {}  # by source: where each short form is first given in full
        self._known: dict[str, bool] = {}
        self._sources = list({s.source.index: s.source for s in voices.originals}.values())
        self._introduced: dict[int, frozenset[str]] = {}

    def introduced(self, row: int) -> frozenset[str]:
        """The short forms of the names that a sentence gives in full."""
        if row not in self._introduced:
            sentence = self._voices.originals[row]
            self._introduced[row] = frozenset(name for name, _ in self._full(sentence.text, sentence.source.language))
        return self._introduced[row]

    def unexplained(self, row: int, before: Iterable[int]) -> frozenset[str]:
        """The names that a sentence gives in short, its source has in full before, and the rows `before` it do not."""
        sentence = self._voices.originals[row]
        if sentence.source.language in _EVERY_NOUN:
            return frozenset()
        first = self._given_in(sentence.source)
        short = {match[1].removesuffix("'s").removesuffix("’s") for match in _SHORT.finditer(sentence.text)}
        needed = {name for name in short if first.get(name, sentence.start) < sentence.start} - self.introduced(row)
        needed = needed.difference(*map(self.introduced, before))
        return frozenset(name for name in needed if not self._is_known(name))

    def explaining(self, row: int, unexplained: frozenset[str]) -> list[int]:
        """The other sentences of a sentence's source that give one of the names in full and leave none unexplained."""
        source = self._voices.originals[row].source
        rows = [other for other, sentence in enumerate(self._voices.originals) if sentence.source is source]
        return [o for o in rows if o != row and unexplained & self.introduced(o) and not self.unexplained(o, ())]

    def _is_known(self, name: str) -> bool:
        """Whether some source gives a name in short at once, as sources do with names that everybody knows."""
        if name not in self._known:
            word = regex.compile(rf"\b{regex.escape(name)}\b")
            firsts = ((source, word.search(source.text)) for source in self._sources)
            self._known[name] = any(
                found and self._given_in(source).get(name, len(source.text)) > found.start() for source, found in firsts
            )
        return self._known[name]

    def _given_in(self, source: Source) -> dict[str, int]:
        if source.index not in self._first:
            first = self._first[source.index] = {}
            for name, place in self._full(source.text, source.language):
                first.setdefault(name, place)
        return self._first[source.index]

    def _full(self, text: str, tag: str) -> list[tuple[str, int]]:
        stop_words = self._languages[tag].stop_words
        return [
            (match[2].removesuffix("'s").removesuffix("’s"), match.start(2))
            for match in _FULL.finditer(text, overlapped=True)
            if match[1].casefold() not in stop_words
        ]
