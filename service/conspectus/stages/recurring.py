"""recurring: what a publisher prints in its articles about itself or to its readers, and is not the story.

Reporters repeat the background of a story word for word too, and that stays. So of the sentences that several articles
of one publisher share only those go that speak to the reader, or have a word of its name that no other publisher uses.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from itertools import combinations

from conspectus.engine import Languages
from conspectus.stages.clean import Cleaned
from conspectus.stages.fit import speaks_to_reader
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence, sentences_of
from conspectus.types import Removal, RemovedRange
from conspectus.words import fold

SHORTEST_NAME = 4  # characters; "The" and "La" stand in the names of many papers
VERSION = 0.5  # share of the shorter document's sentences from which on two documents are versions of one article
WITNESSES = 20  # of the documents that hold a sentence only so many, the first, are compared


def without_recurring(
    sources: Sequence[Source], cleaned: Mapping[int, Cleaned], languages: Languages
) -> dict[int, Cleaned]:
    """What was cleaned, by index of the source, without what publishers repeat of themselves."""
    by_publisher: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_publisher[source.publisher].append(source)
    vocabularies: dict[str, set[str]] = {}
    found = dict(cleaned)
    for publisher, own in by_publisher.items():
        repeated = _repeated(sentences_of(own, cleaned)) if publisher and len(own) > 1 else []
        if not repeated:
            continue
        if not vocabularies:
            vocabularies = {name: {w for s in its for w in fold(s.text)} for name, its in by_publisher.items()}
        others = [words for name, words in vocabularies.items() if name != publisher]
        given = {name for name in fold(own[0].document.publisher) if len(name) >= SHORTEST_NAME}
        names = {name for name in given if others and not any(name in words for words in others)}
        spans: defaultdict[int, list[tuple[int, int]]] = defaultdict(list)
        for sentence in repeated:
            if _is_of_itself(sentence, names, languages):
                spans[sentence.source.index].append((sentence.start, sentence.end))
        found |= {index: _without(cleaned[index], gone) for index, gone in spans.items()}
    return found


def _repeated(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that different articles have word for word; versions of one article share what they like."""
    standing: defaultdict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        standing[tuple(fold(sentence.text))].append(sentence)
    sizes = Counter(sentence.source.index for sentence in sentences)
    holders = {words: sorted({s.source.index for s in equal})[:WITNESSES] for words, equal in standing.items()}
    shared = Counter(pair for indices in holders.values() for pair in combinations(indices, 2))
    articles = {pair for pair, count in shared.items() if count < VERSION * min(sizes[index] for index in pair)}
    return [
        sentence
        for words, equal in standing.items()
        if any(pair in articles for pair in combinations(holders[words], 2))
        for sentence in equal
    ]


def _is_of_itself(sentence: Sentence, names: Collection[str], languages: Languages) -> bool:
    if speaks_to_reader(sentence.text, languages[sentence.source.language]):
        return True
    return not set(names).isdisjoint(fold(sentence.text))


def _without(cleaned: Cleaned, gone: Collection[tuple[int, int]]) -> Cleaned:
    removed = [*cleaned.removed, *(RemovedRange(*span, Removal.RECURRING) for span in gone)]
    return replace(
        cleaned,
        sentences=tuple(span for span in cleaned.sentences if span not in gone),
        removed=tuple(sorted(removed, key=lambda part: part.start)),
    )
