"""What is measured: this pipeline, and beside it what anybody could use instead, on the same sentences."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from conspectus import pipeline
from conspectus.engine import Engine
from conspectus.evaluation.sets import Cluster
from conspectus.stages.clean import clean
from conspectus.stages.read import read
from conspectus.stages.recurring import without_recurring
from conspectus.stages.sentence import Sentence, sentences_of
from conspectus.stages.split import split
from conspectus.types import Document, Limits, Summary, SummaryOptions
from conspectus.typography import count_words, end_of_words, tidy

OURS = "conspectus"


@dataclass(frozen=True, slots=True)
class Written:
    """A system's summary of a cluster: its sentences, or a text of them, the documents it rests on, if it tells, and
    the whole of what the pipeline replies.
    """

    texts: tuple[str, ...]
    sources: frozenset[str] | None = None
    summary: Summary | None = None


# The cluster, its sentences and the budget in words; None where the system has nothing to say of the cluster.
System = Callable[[Cluster, Sequence[Sentence], int], Written | None]


def sentences(documents: Sequence[Document], engine: Engine) -> list[Sentence]:
    """The sentences of prose of documents, in the order in which they come."""
    sources = sorted(read(documents, SummaryOptions(), engine), key=lambda source: source.arrival)
    cleaned = {
        source.index: clean(source.text, split(source.text, engine.languages[source.language]), source.document.title)
        for source in sources
    }
    return sentences_of(sources, without_recurring(sources, cleaned, engine.languages))


def ours(engine: Engine, limits: Limits, writer: str = "") -> System:
    """The pipeline as a request runs it that names a writer or leaves it to the server."""

    def summarize(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written:
        options = SummaryOptions(max_words=budget, writer=writer)
        summary = pipeline.summarize(cluster.documents, options, engine=engine, limits=limits).summary
        cited = frozenset(citation.document_id for sentence in summary.sentences for citation in sentence.citations)
        return Written(tuple(sentence.text for sentence in summary.sentences), cited, summary)

    return summarize


def round_robin_lead(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written:
    """The first sentence of each document, then the second of each, the last one cut at the budget."""
    order = sorted(found, key=lambda sentence: sentence.position)  # stable: the documents in turn
    chosen: dict[str, Sentence] = {}
    for sentence in order:
        chosen.setdefault(tidy(sentence.text), sentence)
    texts, used, left = [], set(), budget
    for text, sentence in chosen.items():
        beginning = text[: end_of_words(text, left)].rstrip()
        if beginning:
            texts.append(beginning)
            used.add(sentence.source.id)
            left -= count_words(beginning)
        if beginning != text:
            break
    return Written(tuple(texts), frozenset(used))


def lexrank(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written:
    """sumy's LexRank (Erkan & Radev 2004): sentences as it ranks them, as long as they fit."""
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return _by_sumy(LexRankSummarizer, found, budget)


def textrank(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written:
    """sumy's TextRank (Mihalcea & Tarau 2004): sentences as it ranks them, as long as they fit."""
    from sumy.summarizers.text_rank import TextRankSummarizer

    return _by_sumy(TextRankSummarizer, found, budget)


BASELINES: Mapping[str, System] = {
    "round-robin lead": round_robin_lead,
    "LexRank (sumy)": lexrank,
    "TextRank (sumy)": textrank,
}


def carried(name: str) -> System:
    """A system whose outputs the set carries."""

    def look_up(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written | None:
        return Written((cluster.outputs[name],)) if name in cluster.outputs else None

    return look_up


def sumy_document(texts: Sequence[str]) -> Any:
    """Ready divided sentences as sumy takes them."""
    from sumy.models.dom import ObjectDocumentModel, Paragraph
    from sumy.models.dom import Sentence as SumySentence

    return ObjectDocumentModel([Paragraph([SumySentence(text, _Words()) for text in texts])])


def sumy_summarizer(kind: type) -> Any:
    """One of sumy's summarizers, for English."""
    from sumy.nlp.stemmers import Stemmer
    from sumy.utils import get_stop_words

    summarizer = kind(Stemmer("english"))
    summarizer.stop_words = get_stop_words("english")
    return summarizer


class _Words:
    """sumy's English words without its download: its own tokenizer calls nltk.word_tokenize on each sentence, which
    needs Punkt's data to divide it once more into sentences; here that step is left out, in sumy's favour."""

    def to_words(self, sentence: str) -> tuple[str, ...]:
        from nltk.tokenize import word_tokenize

        return tuple(word for word in word_tokenize(sentence, preserve_line=True) if any(map(str.isalpha, word)))


def _by_sumy(kind: type, found: Sequence[Sentence], budget: int) -> Written:
    unique = {tidy(sentence.text): sentence for sentence in reversed(found)}
    texts = list(reversed(unique))
    # Its summarizers hand their ratings to this method, which would pick by number of sentences and not by words.
    ranking = type("Ranking", (kind,), {"_get_best_sentences": lambda self, sentences, count, ratings: ratings})
    document = sumy_document(texts)
    ratings = sumy_summarizer(ranking)(document, len(texts)) or {}
    order = sorted(range(len(texts)), key=lambda i: (-ratings.get(document.sentences[i], 0.0), i))
    chosen: list[int] = []
    for index in order:
        if sum(count_words(texts[i]) for i in (*chosen, index)) <= budget:
            chosen.append(index)
    chosen.sort()
    return Written(tuple(texts[i] for i in chosen), frozenset(unique[texts[i]].source.id for i in chosen))
