"""Where the words of a quotation stand in the sources, one after another, and who is named near them."""

from collections.abc import Sequence

from conspectus.stages.sentence import Sentence
from conspectus.words import fold

NEARBY = 2  # sentences around a quotation in its source that may name who says it
_ELLIPSES = ("[...]", "[…]", "...", "…")


class Verbatim:
    """The words of each source in a row."""

    def __init__(self, sentences: Sequence[Sentence]) -> None:
        self._sentences = sentences
        self._rows: dict[int, list[int]] = {}  # by source
        for row, sentence in enumerate(sentences):
            self._rows.setdefault(sentence.source.index, []).append(row)
        self._words: dict[int, str] = {}  # by row
        self._texts: dict[int, str] = {}  # by source

    def saying(self, quotation: str) -> list[int]:
        """The rows in which a quotation stands word for word, one a source; it may leave words out at an ellipsis."""
        for sign in _ELLIPSES:
            quotation = quotation.replace(sign, "…")
        pieces = [piece for part in quotation.split("…") if (piece := _in_a_row(part))]
        found = (self._place(pieces, source) for source in self._rows if pieces)
        return [row for row in found if row is not None]

    def is_named(self, name: str, row: int) -> bool:
        """Whether a word stands near a row in its source."""
        rows = self._rows[self._sentences[row].source.index]
        place = rows.index(row)
        near = rows[max(0, place - NEARBY) : place + NEARBY + 1]
        return any(f" {name} " in f" {self._words_of(other)}" for other in near)

    def stands(self, words: str, source: int) -> bool:
        """Whether folded words, a space between, stand anywhere in a source."""
        return f" {words} " in self._text(source)

    def _place(self, pieces: Sequence[str], source: int) -> int | None:
        """The row in which the first of the pieces begins, if all stand in a source in their order."""
        text, rows = self._text(source), self._rows[source]
        first = place = text.find(f" {pieces[0]}")
        for piece in pieces[1:]:
            place = text.find(f" {piece}", place + 1) if place >= 0 else place
        if place < 0:
            return None
        for row in rows:
            first -= len(self._words_of(row))
            if first < 0:
                return row
        return rows[-1]

    def _text(self, source: int) -> str:
        """The words of a source in a row."""
        if source not in self._texts:
            self._texts[source] = " " + "".join(map(self._words_of, self._rows.get(source, ())))
        return self._texts[source]

    def _words_of(self, row: int) -> str:
        if row not in self._words:
            self._words[row] = _in_a_row(self._sentences[row].text)
        return self._words[row]


def _in_a_row(text: str) -> str:
    """The folded words of a text, each with a space behind it and no possessive."""
    return "".join(f"{word.removesuffix(chr(39) + 's')} " for word in fold(text))
