"""drop repeats: sentences and documents that repeat another become one voice, and who repeats whom is remembered.

A wire story printed by ten papers is one source, not ten. Two sentences are copies if they are equal but for case, space
and punctuation, or if most of their word trigrams are the same (broder's resemblance, Broder 1997) and they state the
same figures. Two documents have one origin if half of the shorter one's sentences are copies of the other's.

Of copies the original is the one in the earliest document. Nothing is lost: the copies' spans are cited beside it.
"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus.stages.read import Source
from conspectus.words import tokens

RESEMBLANCE = 0.65  # of word trigrams; on pairs of news sentences below it are paraphrases, above it edited copies
MIN_TOKENS = 6  # shorter sentences resemble one another by chance: they must be equal
COMMON = 40  # trigrams held by more sentences than this are phrases of the language and find no candidates
SAME_ORIGIN = 0.5  # share of the shorter document's sentences
WHOLE = 0.8  # share of its own sentences from which on a document is a duplicate, not just of one origin
MIN_SHARED = 2  # one shared sentence, such as a quotation, makes no common origin unless it is all there is


@dataclass(frozen=True, slots=True, eq=False)
class Sentence:
    """A sentence of a source: a span, whose text is derived. `position` counts the source's sentences from 0."""

    index: int
    source: Source
    start: int
    end: int
    position: int

    @property
    def text(self) -> str:
        """The source's text at the span, character for character."""
        return self.source.text[self.start : self.end]


@dataclass(frozen=True, slots=True, eq=False)
class Voices:
    """Who repeats whom.

    `originals` are the sentences to work with; `copies[i]` are the further sentences that repeat `originals[i]`.
    `origin[s]` is the index of the source that source `s` has its text from, itself if from no other;
    `duplicates[s]` is how many of its sentences a wholly repeated source shares with that origin.
    """

    originals: list[Sentence]
    copies: list[list[Sentence]]
    origin: list[int]
    duplicates: dict[int, int]

    def of(self, sentences: Sequence[Sentence]) -> int:
        """How many independent sources the sentences come from."""
        return len({self.origin[sentence.source.index] for sentence in sentences})


def drop_repeats(sentences: Sequence[Sentence], sources: Sequence[Source]) -> Voices:
    """Finds the copies among sentences that are in the order of their sources."""
    parent = _Forest(len(sentences))
    words = [tuple(token.casefold() for token in tokens(sentence.text)) for sentence in sentences]
    first: dict[tuple[str, ...], int] = {}
    for index, key in enumerate(words):
        parent.join(first.setdefault(key, index), index)
    for one, other in _resembling(words, [index for key, index in first.items() if len(key) >= MIN_TOKENS]):
        parent.join(one, other)

    clusters: defaultdict[int, list[Sentence]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        clusters[parent.root(index)].append(sentence)
    origin, duplicates = _origins(list(clusters.values()), sentences, sources)
    return Voices(
        originals=[cluster[0] for cluster in clusters.values()],
        copies=[cluster[1:] for cluster in clusters.values()],
        origin=origin,
        duplicates=duplicates,
    )


def _resembling(words: Sequence[tuple[str, ...]], indices: Sequence[int]) -> list[tuple[int, int]]:
    """Pairs of sentences whose trigrams resemble each other, found through the trigrams they share."""
    trigrams = {i: set(zip(words[i], words[i][1:], words[i][2:], strict=False)) for i in indices}
    holders: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in indices:
        for trigram in trigrams[index]:
            holders[trigram].append(index)
    shared: Counter[tuple[int, int]] = Counter()
    for holding in holders.values():
        if 1 < len(holding) <= COMMON:
            shared.update((one, other) for k, one in enumerate(holding) for other in holding[k + 1 :])
    return [
        (one, other)
        for (one, other), count in shared.items()
        if count >= RESEMBLANCE * (len(trigrams[one]) + len(trigrams[other]) - count)
        and _figures(words[one]) == _figures(words[other])
    ]


def _figures(words: tuple[str, ...]) -> list[str]:
    return sorted(word for word in words if word[0].isdigit())


def _origins(
    clusters: list[list[Sentence]], sentences: Sequence[Sentence], sources: Sequence[Source]
) -> tuple[list[int], dict[int, int]]:
    sizes = Counter(sentence.source.index for sentence in sentences)
    shared: Counter[tuple[int, int]] = Counter()
    for cluster in clusters:
        holders = sorted({sentence.source.index for sentence in cluster})
        shared.update((one, other) for k, one in enumerate(holders) for other in holders[k + 1 :])
    forest = _Forest(len(sources))
    duplicates: dict[int, int] = {}
    for (one, other), count in sorted(shared.items()):
        shorter = min(sizes[one], sizes[other])
        if count >= SAME_ORIGIN * shorter and count >= min(MIN_SHARED, shorter):
            forest.join(one, other)
            if count >= WHOLE * sizes[other]:
                duplicates[other] = max(count, duplicates.get(other, 0))
    return [forest.root(source.index) for source in sources], duplicates


class _Forest:
    """Disjoint sets of numbers, each rooted at its lowest (union by least element)."""

    def __init__(self, size: int):
        self._parent = list(range(size))

    def root(self, item: int) -> int:
        while self._parent[item] != item:
            self._parent[item] = self._parent[self._parent[item]]
            item = self._parent[item]
        return item

    def join(self, one: int, other: int) -> None:
        one, other = sorted((self.root(one), self.root(other)))
        self._parent[other] = one
