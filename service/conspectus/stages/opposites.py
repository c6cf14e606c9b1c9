"""opposites: statements of different sources of which one denies what the other says.

Two sentences speak of the same if each has most of the other's words. They are opposed if one of
them denies it ("the exits were not locked") or has the opposite word ("open", "closed"; see `opposites` of
models/languages); if both is so, they say the same again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Language, Languages
from conspectus.stages.claims import Claim
from conspectus.stages.cover import Cover
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.fit import is_question
from conspectus.stages.items import Item
from conspectus.types import Gate
from conspectus.words import Word, look_up, places

STATEMENT = "statement"
OPPOSED = 0.6  # share of the words of either sentence, by rarity, that the other has
MARKS = ",;:()–—"
FEWEST = 2  # words that say something besides those that deny
MOST = 1500  # sentences that are compared, those that stand first in their sources


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a sentence says, and what of it it denies: the stems of the words beside its negations, one of which tells
    what is denied, and which side of which pairs of opposites it takes.
    """

    row: int
    bag: dict[str, float]  # without the words of opposites
    says: set[str]  # with them, and without what is denied
    denied: list[set[str]]
    sides: dict[int, int]

    def opposes(self, other: "_Statement") -> bool:
        turned = [self.sides[pair] != other.sides[pair] for pair in self.sides.keys() & other.sides.keys()]
        denied = self._denies(other) + other._denies(self)
        return (denied % 2 == 1) != any(turned)

    def _denies(self, other: "_Statement") -> int:
        """How much of what the other says it denies."""
        return sum(bool(words) and words <= other.says for words in self.denied)


def opposites(voices: Voices, cover: Cover, languages: Languages) -> Iterator[list[Claim]]:
    """The claims that speak of the same, together, where some of them deny what others say."""
    rows = sorted(range(len(voices.originals)), key=lambda row: (voices.originals[row].position, row))[:MOST]
    stated = [found for row in sorted(rows) if (found := _statement(row, voices, languages))]
    if not any(one.denied or one.sides for one in stated):
        return
    shares = cover.shares([one.bag for one in stated], exact=True)
    alike = np.minimum(shares, shares.T) >= OPPOSED
    told: set[int] = set()
    for place, one in enumerate(stated):
        if one.row in told:
            continue
        others = [stated[other] for other in np.flatnonzero(alike[place]).tolist() if other != place]
        if not any(one.opposes(other) for other in others):
            continue
        slot = [other for other in (one, *others) if not _asks(other.row, voices, languages)]
        told |= {other.row for other in slot}
        yield [claim for other in slot for claim in _claims(other, "other" if one.opposes(other) else "one", voices)]


def _asks(row: int, voices: Voices, languages: Languages) -> bool:
    sentence = voices.originals[row]
    return is_question(sentence.text, languages[sentence.source.language])


def _statement(row: int, voices: Voices, languages: Languages) -> _Statement | None:
    sentence = voices.originals[row]
    language = languages[sentence.source.language]
    forms, words = voices.tokens.forms, voices.tokens.of(row)
    folded = voices.tokens.words_of(row)
    stems = [forms.stems[stem] for stem in forms.stem[words].tolist()]
    telling = [(stem, word) for stem, word, says in zip(stems, folded, forms.says[words].tolist(), strict=True) if says]
    polar = language.negations | language.opposites.keys()
    bag = {stem: 1.0 for stem, word in telling if word not in polar}
    if len(bag) < FEWEST:
        return None
    denied = []
    if voices.statements[row].denies:
        if not language.replies.isdisjoint(folded):
            return None  # that nobody answered denies nothing
        denied = list(_denied(sentence.text, language))
    says = {stem for stem, _ in telling}.difference(*denied)
    return _Statement(row, bag, says, denied, _sides(folded, language.opposites))


def _denied(text: str, language: Language) -> Iterator[set[str]]:
    """For each clause that denies the words on both sides of its negation, which tell what it denies."""
    clause: list[Word] = []
    end = 0
    for start, stop, word in places(text):
        if any(mark in text[end:start] for mark in MARKS):
            yield from _denied_in(clause, language.negations)
            clause = []
        clause.append(look_up(word, language))
        end = stop
    yield from _denied_in(clause, language.negations)


def _denied_in(clause: Sequence[Word], negations: Collection[str]) -> Iterator[set[str]]:
    places = [number for number, word in enumerate(clause) if word.folded in negations]
    if places:
        telling = [number for number, word in enumerate(clause) if word.says and word.folded not in negations]
        before = [number for number in telling if number < places[0]]
        behind = [number for number in telling if number > places[0]]
        yield {clause[number].stem for number in (*before[-1:], *behind[:1])}


def _sides(words: Collection[str], opposites: Mapping[str, tuple[int, int]]) -> dict[int, int]:
    """The pairs of opposites of which words have one side, and not both."""
    found: dict[int, set[int]] = {}
    for word in words:
        if word in opposites:
            pair, side = opposites[word]
            found.setdefault(pair, set()).add(side)
    return {pair: side.pop() for pair, side in found.items() if len(side) == 1}


def _claims(stated: _Statement, value: str, voices: Voices) -> Iterator[Claim]:
    """The claims of a sentence and its copies."""
    for sentence in (voices.originals[stated.row], *voices.copies[stated.row]):
        item = Item(Gate.NEGATION, 0, len(sentence.text), value)
        yield Claim(sentence, stated.row, item, STATEMENT, frozenset(), stated.bag)
