"""drop repeats: what repeats something else becomes one voice with it, and who repeats whom is remembered.

A wire story printed by ten papers is one source, not ten. Two sentences are copies if they are equal but for case,
space and punctuation, or if most of their word trigrams are the same (resemblance, Broder 1997) and they state the
same figures and deny alike. Two documents have one origin if half of the shorter one's sentences are copies of the
other's, or if both name the same agency as where their text is from.

Copies are found through the trigrams they share and origins through shared copies, so nothing is compared pair by pair.

Of copies the original is the one in the earliest document. Nothing is lost: the copies' spans are cited beside it.
"""

import functools
import itertools
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy import sparse

from conspectus.engine import Languages
from conspectus.stages.figures import Statement, statements
from conspectus.stages.matrices import incidence, keep_columns, row_sums
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence
from conspectus.stages.tokens import Tokens, runs, tokenize

RESEMBLANCE = 0.5  # of word trigrams; below it are paraphrases, above it copies that somebody edited
MIN_TOKENS = 6  # shorter sentences resemble one another by chance: they must be equal
COMMON = 40  # trigrams held by more sentences than this are phrases of the language and find no candidates
WITNESSES = 20  # of the documents that hold a copy only so many, the earliest, are paired with all others
SAME_ORIGIN = 0.5  # share of the shorter document's sentences
WHOLE = 0.8  # share of its own sentences from which on a document is a duplicate, not just of one origin
MIN_SHARED = 2  # one shared sentence, such as a quotation, makes no common origin unless it is all there is


@dataclass(frozen=True, eq=False)
class Voices:
    """Who repeats whom.

    `originals` are the sentences to work with; `copies[i]` are the further sentences that repeat `originals[i]`.
    `origin[s]` is the index of the source that source `s` has its text from, itself if from no other;
    `teller[s]` is the same with all that one publisher has published as one;
    `duplicates[s]` is which source a source repeats as a whole, and how many of its sentences stand there too.
    """

    originals: list[Sentence]
    copies: list[list[Sentence]]
    origin: list[int]
    teller: list[int]
    duplicates: dict[int, tuple[int, int]]
    tokens: Tokens  # the words of the originals
    statements: list[Statement]  # what each original states

    def without(self, sources: Collection[int]) -> tuple["Voices", list[int]]:
        """The same without the sentences of some sources, and the rows that stay.

        The first copy of an original that goes takes its place.
        """
        kept = [
            [sentence for sentence in (original, *copies) if sentence.source.index not in sources]
            for original, copies in zip(self.originals, self.copies, strict=True)
        ]
        rows = [row for row, standing in enumerate(kept) if standing]
        voices = replace(
            self,
            originals=[kept[row][0] for row in rows],
            copies=[kept[row][1:] for row in rows],
            tokens=self.tokens.take(rows),
            statements=[self.statements[row] for row in rows],
        )
        return voices, rows

    def independent(self, rows: Sequence[int]) -> int:
        """How many independent sources say what the originals at `rows` say.

        The tellers of the copies of one sentence are one voice for it, even where the rest of them is not the same.
        """
        heard: list[set[int]] = []
        for row in rows:
            tellers = {self.teller[s.source.index] for s in (self.originals[row], *self.copies[row])}
            joined = [voice for voice in heard if voice & tellers]
            heard = [voice for voice in heard if not voice & tellers] + [tellers.union(*joined)]
        return len(heard)

    @functools.cached_property
    def lengths(self) -> Counter[int]:
        """How many sentences each source has, up to its last."""
        found: Counter[int] = Counter()
        for sentence in (*self.originals, *itertools.chain.from_iterable(self.copies)):
            found[sentence.source.index] = max(found[sentence.source.index], sentence.position + 1)
        return found

    @functools.cached_property
    def standing(self) -> "Standing":
        """Where the originals and their copies stand, for arithmetic over origins."""
        places = [
            (row, sentence) for row, original in enumerate(self.originals) for sentence in (original, *self.copies[row])
        ]
        origins = sorted({self.origin[sentence.source.index] for _, sentence in places})
        numbers = {origin: number for number, origin in enumerate(origins)}
        weights = np.zeros(len(numbers))
        for _, sentence in places:
            number = numbers[self.origin[sentence.source.index]]
            weights[number] = max(weights[number], sentence.source.document.weight)
        return Standing(
            own=np.array([numbers[self.origin[s.source.index]] for s in self.originals], dtype=np.int64),
            weights=weights,
            origins=np.array([numbers[self.origin[s.source.index]] for _, s in places], dtype=np.int64),
            rows=np.array([row for row, _ in places], dtype=np.int64),
            positions=np.array([s.position for _, s in places], dtype=float),
            lengths=np.array([self.lengths[s.source.index] for _, s in places], dtype=float),
        )


@dataclass(frozen=True, slots=True, eq=False)
class Standing:
    """The places of n originals and their copies, s in all; origins are numbered from 0 in their order."""

    own: np.ndarray  # (n,) the origin of each original
    weights: np.ndarray  # (origins,) the largest of their documents' weights
    origins: np.ndarray  # (s,) the origin of each place
    rows: np.ndarray  # (s,) the original that stands there, or a copy of it
    positions: np.ndarray  # (s,) how many sentences of the document come before
    lengths: np.ndarray  # (s,) how many sentences the document has


def drop_repeats(
    sentences: Sequence[Sentence],
    sources: Sequence[Source],
    languages: Languages,
    agencies: Mapping[int, str],
) -> Voices:
    """Finds the copies among sentences that are in the order of their sources.

    `agencies` has the agency whose report a source, by its index, prints; "" for none.
    """
    tokens = tokenize(sentences, languages)
    stated = statements(tokens)
    words = tokens.words
    parent = _Forest(len(sentences))
    first: dict[bytes, int] = {}
    for index, (start, end) in enumerate(itertools.pairwise(tokens.starts.tolist())):
        parent.join(first.setdefault(words[start:end].tobytes(), index), index)
    for one, other in _resembling(tokens, np.array(list(first.values()), dtype=int)):
        if stated[one] == stated[other]:
            parent.join(one, other)

    clusters: defaultdict[int, list[Sentence]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        clusters[parent.root(index)].append(sentence)
    origin, duplicates = _origins(list(clusters.values()), sources, agencies)
    return Voices(
        originals=[cluster[0] for cluster in clusters.values()],
        copies=[cluster[1:] for cluster in clusters.values()],
        origin=origin,
        teller=_tellers(origin, sources),
        duplicates=duplicates,
        tokens=tokens.take(list(clusters)),
        statements=[stated[root] for root in clusters],
    )


def _resembling(tokens: Tokens, different: np.ndarray) -> list[tuple[int, int]]:
    """Pairs of sentences whose trigrams resemble each other, found through the trigrams they share."""
    starts, trigrams = runs(tokens, tokens.words, 3)
    compared = np.zeros(len(tokens), dtype=bool)
    compared[different] = True
    compared &= np.diff(tokens.starts) >= MIN_TOKENS
    kept = compared[tokens.rows[starts]]
    rows, trigrams = tokens.rows[starts[kept]], trigrams[kept]
    holding = incidence(rows, trigrams, (len(tokens), int(trigrams.max(initial=0)) + 1))
    holders = np.bincount(holding.indices, minlength=holding.shape[1])
    sizes = row_sums(holding)
    telling = keep_columns(holding, (holders > 1) & (holders <= COMMON))
    shared = sparse.triu(telling @ telling.T, 1, format="coo")
    alike = shared.data >= RESEMBLANCE * (sizes[shared.row] + sizes[shared.col] - shared.data)
    return list(zip(shared.row[alike].tolist(), shared.col[alike].tolist(), strict=True))


def _origins(
    clusters: list[list[Sentence]], sources: Sequence[Source], agencies: Mapping[int, str]
) -> tuple[list[int], dict[int, tuple[int, int]]]:
    sizes = Counter(source for cluster in clusters for source in {sentence.source.index for sentence in cluster})
    shared: Counter[tuple[int, int]] = Counter()
    for cluster in clusters:
        holders = sorted({sentence.source.index for sentence in cluster})
        shared.update((one, other) for k, one in enumerate(holders[:WITNESSES]) for other in holders[k + 1 :])
    forest = _Forest(len(sources))
    duplicates: dict[int, tuple[int, int]] = {}
    for (one, other), count in sorted(shared.items()):
        shorter = min(sizes[one], sizes[other])
        if count >= SAME_ORIGIN * shorter and count >= min(MIN_SHARED, shorter):
            forest.join(one, other)
            if count >= WHOLE * sizes[other]:
                duplicates.setdefault(other, (one, count))
    first: dict[str, int] = {}
    for source, name in sorted(agencies.items()):
        if name:
            forest.join(first.setdefault(name, source), source)
    return [forest.root(source.index) for source in sources], duplicates


def _tellers(origin: Sequence[int], sources: Sequence[Source]) -> list[int]:
    """The origins, those of one publisher as one."""
    forest = _Forest(len(sources))
    first: dict[str, int] = {}
    for source in sources:
        forest.join(origin[source.index], source.index)
        if publisher := source.document.publisher.strip().casefold():
            forest.join(first.setdefault(publisher, source.index), source.index)
    return [forest.root(source.index) for source in sources]


class _Forest:
    """Disjoint sets of numbers, each rooted at its lowest (union by least element)."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.root(one), self.root(other)))
        self._parent[other] = one
