"""items: what in a sentence must be right to the letter, each with its place: figures, days, names and negations.

A name is a capitalized word that does not open the sentence, or that does and has a capital elsewhere as well. German,
where every noun has a capital, has no names here, nor have scripts without capitals.
"""

import datetime
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Language, Languages
from conspectus.stages.days import Day, days
from conspectus.stages.quantities import Quantity, figures
from conspectus.stages.sentence import Sentence
from conspectus.stages.tokens import Tokens
from conspectus.types import Gate
from conspectus.words import Word, look_up, places


@dataclass(frozen=True, slots=True)
class Item:
    """What must be right to the letter at characters `start` to `end` of a sentence; `value` is what it says."""

    gate: Gate  # FIGURE, DATE, NAME or NEGATION
    start: int
    end: int
    value: str | Quantity | Day

    def is_stated_by(self, theirs: "Item") -> bool:
        """Whether a source that has theirs states this."""
        if isinstance(self.value, Quantity):
            return isinstance(theirs.value, Quantity) and self.value.says(theirs.value)
        if isinstance(self.value, Day):
            return isinstance(theirs.value, Day) and bool(self.value.is_same(theirs.value))
        return (self.gate, self.value) == (theirs.gate, theirs.value)


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart: its words with their places, what there is to know of them, and its items, in order."""

    text: str
    words: list[tuple[int, int, str]]
    known: list[Word]
    items: list[Item]

    def of(self, item: Item) -> list[int]:
        """The numbers of the words that an item has."""
        number = max(0, bisect_right(self.words, item.start, key=_start) - 1)
        found = []
        while number < len(self.words) and self.words[number][0] < item.end:
            if self.words[number][1] > item.start:
                found.append(number)
            number += 1
        return found


def _start(word: tuple[int, int, str]) -> int:
    return word[0]


def parse(
    text: str, language: Language, capitalized: Collection[str], published: datetime.date | None = None
) -> Parsed:
    """Takes a sentence apart.

    `capitalized` are folded words that have a capital inside sentences, `published` is the day of the document.
    """
    words = places(text)
    known = [look_up(word, language) for _, _, word in words]
    folded = [(start, end, look.folded) for (start, end, _), look in zip(words, known, strict=True)]
    dated = days(text, folded, language, published)
    found = [Item(Gate.DATE, day.start, day.end, day.day) for day in dated]
    # What stands in a day is no figure and no name.
    taken = {place for day in dated for place in range(day.start, day.end)}
    left = [(word, look) for word, look in zip(words, known, strict=True) if word[0] not in taken]
    bare = "".join(" " if place in taken else sign for place, sign in enumerate(text)) if taken else text
    folded = [word for word in folded if word[0] not in taken]
    stated = figures(bare, folded, language)
    found += [Item(Gate.FIGURE, figure.start, figure.end, figure.quantity) for figure in stated]
    found += _others(left, words[:1], language, capitalized)
    return Parsed(text, words, known, sorted(found, key=lambda item: item.start))


class Parser:
    """Takes the sentences of a set apart, each once."""

    def __init__(self, tokens: Tokens, languages: Languages) -> None:
        """`tokens` are those of the set, which tell what has a capital inside sentences."""
        self.languages = languages
        self._capitalized = capitalized(tokens)
        self._parsed: dict[tuple[str, str, datetime.date | None], Parsed] = {}  # by text, language and day

    def __call__(self, sentence: Sentence) -> Parsed:
        """A sentence taken apart."""
        source = sentence.source
        told = sentence.text, source.language, source.day
        if told not in self._parsed:
            language = self.languages[source.language]
            self._parsed[told] = parse(sentence.text, language, self._capitalized, source.day)
        return self._parsed[told]


def capitalized(tokens: Tokens, drafted: int = 0) -> set[str]:
    """The words, folded, that are taken for names where they open a sentence.

    They have a capital inside a sentence, except one of the first `drafted`, or are never written small and stand
    before a capital.
    """
    forms = tokens.forms
    opening = np.zeros(len(tokens.flat), dtype=bool)
    opening[tokens.starts[:-1][np.diff(tokens.starts) > 0]] = True
    small = forms.folded[tokens.flat]
    inside = ~opening & ~small & (tokens.rows >= drafted)
    before = opening & ~small & np.append(~small[1:] & ~opening[1:], False)
    never = np.bincount(tokens.words, weights=small, minlength=len(forms.words)) == 0
    return {forms.words[word] for word in np.unique(tokens.words[inside | (before & never[tokens.words])]).tolist()}


def _others(
    words: list[tuple[tuple[int, int, str], Word]],
    first: list[tuple[int, int, str]],
    language: Language,
    capitalized: Collection[str],
) -> Iterator[Item]:
    named = not language.capitalizes_nouns
    for (start, end, word), found in words:
        opens = start == first[0][0]
        if found.folded in language.negations:
            yield Item(Gate.NEGATION, start, end, "not")
        elif named and word[0].isupper() and found.says and (not opens or found.folded in capitalized):
            yield Item(Gate.NAME, start, end, found.folded.removesuffix("'s"))
