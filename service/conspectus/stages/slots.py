"""slots: which claims are of one thing.

Claims of one kind (see `claims`, `holders` and `opposites`) are of one thing if the words around them are, by cover,
and their sentences are alike in meaning; the more so if they state different values. What is of one thing with a
third is of one thing.
"""

import datetime
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse.csgraph import connected_components

from conspectus.deadline import Deadline
from conspectus.engine import Languages
from conspectus.stages.casualties import CASUALTIES
from conspectus.stages.claim import COUNT, COUNTED, DAYS, FUTURE, MEASURE, PAST, PEOPLE, SPAN, Claim
from conspectus.stages.claims import claims
from conspectus.stages.cover import Cover
from conspectus.stages.days import names_day
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.holders import OFFICE, holders
from conspectus.stages.items import Parser
from conspectus.stages.offices import names_office
from conspectus.stages.opposites import opposites
from conspectus.stages.other_times import is_of_another_time
from conspectus.stages.scenes import SCENE, names_scene, scenes
from conspectus.stages.sentence import Sentence
from conspectus.stages.topics import is_topic

# Cover of the words around two claims, the better way, and cosine of their sentences, from which on they are of one
# thing if they state the same, and if they do not. What became of people is mostly told of one event.
SAME = 0.5
DIFFERENT = {PAST: 0.7, FUTURE: 0.7, COUNT: 0.8, PEOPLE: 1.0, MEASURE: 1.0, SPAN: 1.1, "%": 1.0, ":": 1.0}
DIFFERENT_SUMS = 0.7  # the same of money
PART = 0.6  # the same of people in general and of some kind of people
BY_LETTERS = 0.15  # what is made up where vectors tell letters only, by which like sentences are less alike
ELSE = 0.4  # what the bars are higher by for figures that are given as those of other things, or are far apart
ALONE = 1.0  # the same where no value is stated by two, which is what a fact is known by
SHARED = 0.15  # of that cover, below which two claims have nothing to do with one another
# Of a large set those that stand first in their sources: sentences that are read, claims of one kind that are compared.
MOST_READ, MOST = 1500, 1000


@dataclass(frozen=True, slots=True, eq=False)
class Slot:
    """Claims of one thing, how much alike each two are, (n, n), and all claims of their kind by source."""

    claims: list[Claim]
    alike: np.ndarray
    known: Mapping[int, Sequence[Claim]]

    @property
    def kind(self) -> str:
        """What they are claims of."""
        return self.claims[0].kind

    def nearest(self, ours: Collection[Claim], theirs: Collection[Claim]) -> float:
        """How much alike the nearest two of some claims are."""
        rows, columns = ([n for n, claim in enumerate(self.claims) if claim in side] for side in (ours, theirs))
        return float(self.alike[np.ix_(rows, columns)].max(initial=0.0))


def slots(voices: Voices, vectors: np.ndarray, cover: Cover, parser: Parser, deadline: Deadline) -> Iterator[Slot]:
    """The things of which two sources or more state something; `vectors` are those of the originals."""
    for claimed in _by_kind(voices, cover, parser, deadline).values():
        known = _by_source(claimed)
        deadline.check()
        if len(known) > 1:
            yield from _of_one_kind(claimed, known, vectors, cover)
    for told in opposites(voices, parser.languages):
        yield Slot(told, np.full((len(told), len(told)), ALONE), _by_source(told))


def _by_kind(voices: Voices, cover: Cover, parser: Parser, deadline: Deadline) -> Mapping[str, list[Claim]]:
    """The claims of the sentences by what they can be compared by at all, in the order of their places."""
    found: defaultdict[str, list[Claim]] = defaultdict(list)
    telling = [row for row in range(len(voices.originals)) if _may_claim(row, voices, parser.languages)]
    for row in sorted(telling, key=lambda row: voices.originals[row].position)[:MOST_READ]:
        deadline.check()
        read: dict[tuple[str, datetime.date | None], list[Claim]] = {}
        for sentence in (voices.originals[row], *voices.copies[row]):
            told = sentence.text, sentence.source.day
            if told in read:  # a copy word for word, of the same day
                same = [replace(claim, sentence=sentence) for claim in read[told]]
            else:
                same = read[told] = _claims(sentence, row, parser)
            for claim in same:
                found[claim.kind].append(claim)
    kept = {kind: told[:MOST] for kind, told in found.items()}
    near = cover.near({stem for told in kept.values() for claim in told for stem in claim.nouns | claim.heads})
    return {
        kind: sorted((_with_near(claim, near) for claim in told), key=lambda claim: claim.place)
        for kind, told in kept.items()
    }


def _claims(sentence: Sentence, row: int, parser: Parser) -> list[Claim]:
    parsed, language = parser(sentence), parser.languages[sentence.source.language]
    found = [
        *claims(sentence, row, parsed, language),
        *holders(sentence, row, parsed, language),
        *scenes(sentence, row, parsed, language),
    ]
    return [] if found and is_of_another_time(sentence, parsed, language) else found


def _may_claim(row: int, voices: Voices, languages: Languages) -> bool:
    """Whether a sentence has a word of which claims are made."""
    if voices.statements[row].figures:
        return True
    words, language = voices.tokens.words_of(row), languages[voices.originals[row].source.language]
    return (
        names_day(words, language)
        or names_office(words, language)
        or names_scene(words, language)
        or not language.vague_numbers.keys().isdisjoint(words)
    )


def _with_near(claim: Claim, near: Mapping[str, frozenset[str]]) -> Claim:
    """A claim that counts whatever is near to what it counts."""
    if claim.kind == OFFICE or not (claim.nouns or claim.heads):
        return claim
    nouns, heads = (frozenset().union(*(near[stem] for stem in stems)) for stems in (claim.nouns, claim.heads))
    return replace(claim, nouns=nouns, heads=heads)


def _by_source(claimed: Sequence[Claim]) -> Mapping[int, list[Claim]]:
    found: defaultdict[int, list[Claim]] = defaultdict(list)
    for claim in claimed:
        found[claim.sentence.source.index].append(claim)
    return found


def _of_one_kind(
    claimed: Sequence[Claim], known: Mapping[int, Sequence[Claim]], vectors: np.ndarray, cover: Cover
) -> Iterator[Slot]:
    rows = np.array([claim.row for claim in claimed])
    shares = cover.shares([claim.around for claim in claimed])
    shared = np.maximum(shares, shares.T)
    by_letters = BY_LETTERS if not cover.has_meanings and claimed[0].kind in (*COUNTED, *DAYS, SPAN, "%") else 0.0
    alike = np.where(shared >= SHARED, shared + by_letters, 0.0) + np.clip(vectors[rows] @ vectors[rows].T, 0.0, 1.0)
    linked = np.zeros(alike.shape, dtype=bool)
    whatever = claimed[0].kind in (*CASUALTIES, OFFICE, SCENE) or is_topic(claimed[0].kind)
    for one, two in np.argwhere(np.tril((alike >= SAME) | whatever | _of_one_event(claimed), -1)).tolist():
        near = float(shared[one, two]), float(alike[one, two])
        linked[one, two] = _is_of_one_thing(claimed[one], claimed[two], *near)
    count, slots = connected_components(linked, directed=False)
    for slot in range(count):
        places = np.flatnonzero(slots == slot)
        yield Slot([claimed[place] for place in places.tolist()], alike[np.ix_(places, places)], known)


def _of_one_event(claimed: Sequence[Claim]) -> np.ndarray:
    """Which days stand in their sentences beside the same casualties, (n, n)."""
    told: defaultdict[tuple[str, float], list[int]] = defaultdict(list)
    for place, claim in enumerate(claimed):
        for fate in claim.beside:
            told[fate].append(place)
    found = np.zeros((len(claimed), len(claimed)), dtype=bool)
    for places in told.values():
        found[np.ix_(places, places)] = True
    return found


def _is_of_one_thing(one: Claim, other: Claim, shared: float, alike: float) -> bool:
    if one.kind == OFFICE:
        return bool(one.nouns & other.nouns) and _is_of_one_office(one, other)
    if one.kind == SCENE:
        return True
    if is_topic(one.kind):
        return not one.is_far_from(other)
    differ = one.differs(other)
    if one.kind in CASUALTIES:
        if one.nouns and other.nouns:
            return bool(one.nouns & other.nouns)
        # "Three children" may be a part of "14 people".
        return not differ or one.nouns == other.nouns or alike >= PART
    if one.kind in COUNTED and (not one.nouns & other.nouns or one.is_far_from(other)):
        return False
    if not differ:
        return alike >= SAME
    if one.kind in DAYS and one.dates and other.dates and one.beside & other.beside:
        return True
    if one.kind in DAYS and not (one.dates and other.dates):
        # Without the day of its document a weekday may be any week's.
        return bool(one.names_date and other.names_date) and shared >= SHARED and alike >= ALONE
    bar = DIFFERENT.get(one.kind, DIFFERENT_SUMS)
    if one.heads and other.heads and not one.heads & other.heads:
        bar += ELSE
    if one.is_far_from(other):
        bar += ELSE
    return shared >= SHARED and alike >= bar


def _is_of_one_office(one: Claim, other: Claim) -> bool:
    """Whether two offices of one kind may be one: by a word that says which it is, or for want of such words.

    Who is president is not at odds with who is president of another country: a name that says which office it is must
    stand beside the other as well.
    """
    if one.around and other.around:
        return not one.around.keys().isdisjoint(other.around)
    if len(one.nouns) > 1 or len(other.nouns) > 1:
        return False
    bare, named = (other, one) if one.around else (one, other)
    text = bare.sentence.text.casefold()
    return not named.heads or (not bare.is_one_of_two and all(head in text for head in named.heads))
