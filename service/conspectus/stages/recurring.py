"""recurring: what a publisher prints in each of its articles about itself, and is not the story.

Reporters repeat the background of a story word for word too, and that stays. So of the sentences that documents of one
publisher share only those go that speak to the reader, or have a word of the publisher's name that nobody else uses.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from conspectus.engine import Languages
from conspectus.stages.clean import Cleaned
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence, sentences_of
from conspectus.stages.suit import speaks_to_reader
from conspectus.types import Removal, RemovedRange
from conspectus.words import fold

SHORTEST_NAME = 4  # characters; "The" and "La" stand in the names of many papers


def without_recurring(
    sources: Sequence[Source], cleaned: Mapping[int, Cleaned], languages: Languages
) -> dict[int, Cleaned]:
    """What was cleaned, by index of the source, without what publishers repeat of themselves."""
    by_publisher: defaultdict[str, list[Source]] = defaultdict(list)
    for source in sources:
        by_publisher[source.publisher].append(source)
    found = dict(cleaned)
    for publisher, own in by_publisher.items():
        repeated = _repeated(sentences_of(own, cleaned)) if publisher and len(own) > 1 else []
        if repeated:
            others = {word for source in sources if source.publisher != publisher for word in fold(source.text)}
            given = fold(own[0].document.publisher)
            names = {name for name in given if len(name) >= SHORTEST_NAME} - others
            for sentence in repeated:
                if _is_of_itself(sentence, names, languages):
                    found[sentence.source.index] = _without(found[sentence.source.index], sentence)
    return found


def _repeated(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences that stand in more than one source word for word."""
    standing: defaultdict[tuple[str, ...], list[Sentence]] = defaultdict(list)
    for sentence in sentences:
        standing[tuple(fold(sentence.text))].append(sentence)
    return [
        sentence
        for equal in standing.values()
        if len({sentence.source.index for sentence in equal}) > 1
        for sentence in equal
    ]


def _is_of_itself(sentence: Sentence, names: Collection[str], languages: Languages) -> bool:
    if speaks_to_reader(sentence.text, languages[sentence.source.language]):
        return True
    return not set(names).isdisjoint(fold(sentence.text))


def _without(cleaned: Cleaned, sentence: Sentence) -> Cleaned:
    span = sentence.start, sentence.end
    removed = [*cleaned.removed, RemovedRange(*span, Removal.RECURRING)]
    return replace(
        cleaned,
        sentences=tuple(other for other in cleaned.sentences if other != span),
        removed=tuple(sorted(removed, key=lambda part: part.start)),
    )
