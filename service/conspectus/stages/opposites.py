"""opposites: statements of different sources of which one denies what the other says.

Two sentences speak of the same if each has most of the other's words. They are opposed if one of
them denies it ("the exits were not locked") or has the opposite word ("open", "closed"; see `opposites` of
models/languages); if both is so, they say the same again.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Language, Languages
from conspectus.stages.claim import Claim
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.fit import is_question
from conspectus.stages.items import Item
from conspectus.stages.matrices import incidence, row_of
from conspectus.stages.speech import may_tell, speech
from conspectus.types import Gate
from conspectus.words import Word, look_up, places

STATEMENT = "statement"
OPPOSED = 0.6  # share of the words of either sentence, by rarity, that the other has
MARKS = ",;:()–—"
AGAINST = 1  # the side of a pair of opposites that speaks against something
FEWEST = 2  # words that say something besides those that deny or are a side
MOST = 1500  # sentences that are compared, those that stand first in their sources


@dataclass(frozen=True, slots=True)
class _Statement:
    """What a sentence says, and what of it it denies: the stems of the words beside its negations, one of which tells
    what is denied, and which side of which pairs of opposites it takes. To deny is a side too, of those who confirm.
    """

    row: int
    says: set[str]  # the stems of its words, without what is denied
    denied: list[set[str]]
    disputed: list[set[str]]  # the same by words that are a side: "denied"
    disputing: set[int]  # the pairs that those words are of
    sides: dict[int, int]

    def opposes(self, other: "_Statement") -> bool:
        pairs = self.sides.keys() & other.sides.keys()
        turned = any(self.sides[pair] != other.sides[pair] for pair in pairs)
        ours, theirs = self._denied(pairs), other._denied(pairs)
        denies = other.is_denied_by(ours) != self.is_denied_by(theirs) and not (ours and theirs)
        if denies and not pairs and (other if ours else self).is_against:
            return False  # to reject is to deny
        return denies != turned

    def is_denied_by(self, denied: Sequence[set[str]]) -> bool:
        """Whether some of what it says is denied, and not denied again."""
        return sum(bool(words) and words <= self.says for words in denied) % 2 == 1

    def sides_with(self, other: "_Statement") -> bool:
        """Whether neither opposes the other, nor denies something else."""
        denies, others = (bool(one.denied or one.disputed) for one in (self, other))
        return denies == others and not self.opposes(other)

    def _denied(self, pairs: Collection[int]) -> list[set[str]]:
        """What it denies, beside what it is on another side of by one of some pairs."""
        return self.denied if self.disputing.intersection(pairs) else [*self.denied, *self.disputed]

    @property
    def is_against(self) -> bool:
        """Whether it has the latter word of a pair of opposites, such as "rejected"."""
        return AGAINST in self.sides.values()


def opposites(voices: Voices, languages: Languages) -> Iterator[list[Claim]]:
    """The claims that speak of the same, together, where some of them deny what others say."""
    first = sorted(range(len(voices.originals)), key=lambda row: (voices.originals[row].position, row))[:MOST]
    polar = [row for row in first if voices.statements[row].denies or voices.statements[row].sides]
    if not polar:
        return
    alike = _Alike(voices, languages, first)
    stated: dict[int, _Statement | None] = {}
    told: set[int] = set()
    for row in sorted(set().union(*map(alike.to, polar))):
        if row in told:
            continue
        stated |= {other: _statement(other, voices, languages) for other in alike.to(row) if other not in stated}
        one, others = stated[row], [other for place in alike.to(row) if place != row and (other := stated[place])]
        opposed = [other for other in others if one is not None and one.opposes(other)]
        if one is None or not opposed:
            continue
        slot = [(one, "one"), *((other, "other") for other in opposed)]
        slot += [(other, "one") for other in others if one.sides_with(other)]
        asserted = [(other, value) for other, value in slot if not _asks(other.row, voices, languages)]
        told |= {other.row for other, _ in asserted}
        yield [claim for other, value in asserted for claim in _claims(other, value, voices)]


class _Alike:
    """Which of some sentences speak of the same, by their words that say something and are on no side."""

    def __init__(self, voices: Voices, languages: Languages, rows: Sequence[int]) -> None:
        tokens, forms = voices.tokens, voices.tokens.forms
        neutral = [
            word not in language.negations and word not in language.opposites
            for word, language in zip((forms.words[word] for word in forms.word), forms.languages, strict=True)
        ]
        telling = forms.says[tokens.flat] & ~_spoken(voices, languages, rows)
        kept = telling & np.array(neutral, dtype=bool)[tokens.flat]
        self._held = incidence(tokens.rows[kept], tokens.stems[kept], (len(tokens), len(forms.stems)))
        self._rarity = np.log1p(
            len(tokens) / np.maximum(np.bincount(self._held.indices, minlength=len(forms.stems)), 1)
        )
        self._totals = self._held @ self._rarity  # (n,)
        self._compared = np.zeros(len(tokens), dtype=bool)
        self._compared[rows] = True
        self._compared &= (np.diff(self._held.indptr) >= FEWEST) | (
            np.bincount(tokens.rows, telling, minlength=len(tokens)) > FEWEST
        )
        self._found: dict[int, list[int]] = {}

    def to(self, row: int) -> list[int]:
        """The rows of the sentences that have most of the words of the one at `row` and few others; it is one."""
        if row not in self._found:
            weights = np.zeros(len(self._rarity))
            columns, _ = row_of(self._held, row)
            weights[columns] = self._rarity[columns]
            enough = self._held @ weights >= OPPOSED * np.maximum(self._totals, self._totals[row])
            self._found[row] = np.flatnonzero(enough & self._compared & self._compared[row]).tolist()
        return self._found[row]


def _spoken(voices: Voices, languages: Languages, rows: Sequence[int]) -> np.ndarray:
    """Which words of the set, (t,), only tell who says what some sentences say.

    Two sentences say the same, or opposite things, by whomever they are told. What is told of somebody who is not named
    ("he was not there, said Hale") is not the same without its speaker.
    """
    spoken = np.zeros(len(voices.tokens.flat), dtype=bool)
    for row in rows:
        sentence = voices.originals[row]
        language = languages[sentence.source.language]
        if may_tell(voices.tokens.words_of(row), language):
            words = places(sentence.text)
            known = [look_up(word, language) for _, _, word in words]
            found, start = speech(sentence.text, words, known, language), voices.tokens.starts[row]
            if not any(word.person for number, word in enumerate(known) if number not in found):
                spoken[start + found.start : start + found.stop] = True
    return spoken


def _asks(row: int, voices: Voices, languages: Languages) -> bool:
    sentence = voices.originals[row]
    return is_question(sentence.text, languages[sentence.source.language])


def _statement(row: int, voices: Voices, languages: Languages) -> _Statement | None:
    sentence = voices.originals[row]
    language = languages[sentence.source.language]
    forms, words = voices.tokens.forms, voices.tokens.of(row)
    folded = voices.tokens.words_of(row)
    stems = [forms.stems[stem] for stem in forms.stem[words].tolist()]
    told = [_told(word, stem, language) for word, stem in zip(folded, stems, strict=True)]
    denied: list[set[str]] = []
    disputed: list[set[str]] = []
    if voices.statements[row].denies:
        if not language.replies.isdisjoint(folded):
            return None  # that nobody answered denies nothing
        clauses = list(_clauses(sentence.text, language))
        if any(_denies_denying([word.folded for word in clause], language) for clause in clauses):
            return None
        denied = list(_denied(clauses, language.negations - language.opposites.keys(), language))
        disputed = list(_denied(clauses, language.negations & language.opposites.keys(), language))
    says = set(told).difference(*denied, *disputed)
    disputing = {
        language.opposites[word][0] for word in folded if word in language.opposites and word in language.negations
    }
    return _Statement(row, says, denied, disputed, disputing, _sides(folded, language.opposites))


def _clauses(text: str, language: Language) -> Iterator[list[Word]]:
    """The words between marks."""
    clause: list[Word] = []
    end = 0
    for start, stop, word in places(text):
        if any(mark in text[end:start] for mark in MARKS):
            yield clause
            clause = []
        clause.append(look_up(word, language))
        end = stop
    yield clause


def _denies_denying(words: Sequence[str], language: Language) -> bool:
    """Whether a clause of folded words says that somebody did not deny something: "nobody denied that …"."""
    negations = [word for word in words if word in language.negations]
    return len(negations) > 1 and any(word in language.opposites for word in negations)


def _told(word: str, stem: str, language: Language) -> str:
    """The stem of a folded word; one for all words of a pair of opposites, as what is not closed is open."""
    pair = language.opposites.get(word)
    return f"#{pair[0]}" if pair and word not in language.negations else stem


def _denied(clauses: Sequence[Sequence[Word]], negations: Collection[str], language: Language) -> Iterator[set[str]]:
    """For each clause that denies the words on both sides of its negation, which tell what it denies; the next two of
    "denied that the gate was open".
    """
    for clause in clauses:
        denies = next((number for number, word in enumerate(clause) if word.folded in negations), None)
        if denies is not None:
            telling = [number for number, word in enumerate(clause) if word.says and word.folded not in negations]
            before = [number for number in telling if number < denies]
            behind = [number for number in telling if number > denies]
            told = behind[:2] if _opens_that(clause, denies + 1, language) else [*before[-1:], *behind[:1]]
            yield {_told(clause[number].folded, clause[number].stem, language) for number in told}


def _opens_that(clause: Sequence[Word], number: int, language: Language) -> bool:
    """Whether a word of a clause is "that"."""
    return number < len(clause) and clause[number].folded in language.that_words


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
        yield Claim(sentence, stated.row, item, STATEMENT, frozenset(), {})
