"""Things that a sentence speaks of as known since its source has told of them: "the crew" after "a crew of 25".
Where a summary has not, its reader looks back and finds nothing.

A thing is told by the words that say something behind a definite article, if none of them has a capital; what tells of
one of them tells of the thing. Only English has its article in its list (models/languages): elsewhere articles stand
before much that nobody has told of.
"""

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from conspectus.engine import Language, Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.words import Word, look_up, places

_MOST = 4  # words of a phrase


class Things:
    """Which things the originals speak of as known. Looked up when somebody asks."""

    def __init__(self, voices: Voices, languages: Languages) -> None:
        self._voices = voices
        self._languages = languages
        self._sources = np.array([sentence.source.index for sentence in voices.originals], dtype=np.int64)  # (n,)
        self._numbers = {stem: number for number, stem in enumerate(voices.tokens.forms.stems)}
        self._mentioned: dict[int, frozenset[str]] = {}  # by row
        self._spoken_of: dict[int, list[frozenset[str]]] = {}
        self._positions = np.array([sentence.position for sentence in voices.originals], dtype=np.int64)  # (n,)
        self._first: dict[str, dict[int, int]] = {}  # by word and source

    def mentioned(self, row: int) -> frozenset[str]:
        """The stems of a sentence's words."""
        if row not in self._mentioned:
            forms = self._voices.tokens.forms
            self._mentioned[row] = frozenset(forms.stems[n] for n in forms.stem[self._voices.tokens.of(row)].tolist())
        return self._mentioned[row]

    def unexplained(self, row: int, before: Iterable[int]) -> frozenset[str]:
        """The words of things that a sentence speaks of as known, of which its source has told before, and the rows
        `before` it have not.
        """
        things = self._as_known(row)
        if not things:
            return frozenset()
        told = frozenset[str]().union(*map(self.mentioned, before))
        source, position = int(self._sources[row]), int(self._positions[row])
        missing: set[str] = set()
        for thing in things:
            earlier = {word for word in thing if self._positions[self._first_mentions(word)[source]] < position}
            if thing.isdisjoint(told) and not any(map(self._is_known, earlier)):
                missing |= earlier
        return frozenset(missing)

    def _as_known(self, row: int) -> list[frozenset[str]]:
        """The things that a sentence speaks of as known, by the stems of their words."""
        if row not in self._spoken_of:
            sentence, said = self._voices.originals[row], self.mentioned(row)
            found = _things(sentence.text, self._languages[sentence.source.language])
            self._spoken_of[row] = [thing & said for thing in found if thing & said]
        return self._spoken_of[row]

    def _is_known(self, word: str) -> bool:
        """Whether some source speaks of a thing as known at once, as of the government, or the weather."""
        return any(word in thing for row in self._first_mentions(word).values() for thing in self._as_known(row))

    def _first_mentions(self, word: str) -> dict[int, int]:
        """For each source that has a word the first row with it."""
        if word not in self._first:
            tokens = self._voices.tokens
            rows = np.unique(tokens.rows[tokens.stems == self._numbers[word]])
            rows = rows[np.lexsort((self._positions[rows], self._sources[rows]))]
            sources, first = np.unique(self._sources[rows], return_index=True)
            self._first[word] = dict(zip(sources.tolist(), rows[first].tolist(), strict=True))
        return self._first[word]


def _things(text: str, language: Language) -> Iterator[frozenset[str]]:
    """The things behind articles, each if no word of it stands before it in the text."""
    if not language.definite_articles:
        return
    words = places(text)
    known = [look_up(word, language) for _, _, word in words]
    said: set[str] = set()
    for number, word in enumerate(known):
        if word.folded in language.definite_articles:
            thing = frozenset(_phrase(text, words, known, number))
            if thing and thing.isdisjoint(said):
                yield thing
        said.add(word.stem)


def _phrase(text: str, words: Sequence[tuple[int, int, str]], known: Sequence[Word], article: int) -> list[str]:
    """The stems of the words behind an article up to the first that says nothing; none if one has a capital."""
    found: list[str] = []
    for number in range(article + 1, min(article + 1 + _MOST, len(words))):
        gap, word = text[words[number - 1][1] : words[number][0]], words[number][2]
        if gap.strip() or not known[number].says:
            break
        if word[0].isupper():
            return []
        found.append(known[number].stem)
    return found
