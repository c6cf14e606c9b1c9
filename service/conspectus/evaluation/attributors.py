"""Who says where a sentence of a reference is from: this service, and beside it what anybody could use instead."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus import pipeline
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.evaluation.sets import Cluster
from conspectus.evaluation.systems import OURS
from conspectus.stages.attribute import MOST, attribute, drafted
from conspectus.stages.embed import embed
from conspectus.stages.matrices import row_of
from conspectus.stages.sentence import Sentence
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import tokenize
from conspectus.types import Limits, SummaryOptions

NEAR = 0.8  # of the best cosine that a further sentence reaches to be cited beside it: best on half of a set


@dataclass(frozen=True, slots=True)
class Place:
    """Characters `start` to `end` of a document."""

    document_id: str
    start: int
    end: int

    def shared(self, other: "Place") -> int:
        """How many characters are in both."""
        return max(0, min(self.end, other.end) - max(self.start, other.start)) * (self.document_id == other.document_id)


@dataclass(frozen=True, slots=True)
class Cited:
    """What is cited for a sentence: whole sentences, best first, and what a reader is shown of the documents."""

    sentences: Sequence[Place] = ()
    shown: Sequence[Place] = ()


@dataclass(frozen=True, slots=True)
class Task:
    """The sentences of a cluster's first reference and of its documents."""

    cluster: Cluster
    draft: Sequence[Sentence]
    found: Sequence[Sentence]
    engine: Engine
    limits: Limits

    @classmethod
    def of(cls, cluster: Cluster, found: Sequence[Sentence], engine: Engine, limits: Limits) -> "Task":
        """The task that a cluster sets, whose sentences of prose are given."""
        return cls(cluster, drafted(cluster.references[0], _options(found), engine), found, engine, limits)

    def whole(self, rows: Sequence[int]) -> Cited:
        """Sentences of the documents that are cited and shown as they are."""
        places = [place(self.found[row]) for row in rows]
        return Cited(places, places)

    def around(self, shown: Sequence[Place]) -> Cited:
        """Places that are cited, best first, and the sentences that they stand in; themselves where in none."""
        sentences: dict[Place, None] = {}
        for one in shown:
            shares = {place(sentence): _share(one, place(sentence)) for sentence in self.found}
            most = max(shares.values(), default=0.0)
            around = [where for where, share in shares.items() if share and share >= min(most, 0.5)]
            sentences |= dict.fromkeys(around or [one])
        return Cited(list(sentences), shown)


# For each sentence of the draft what is cited.
Attributor = Callable[[Task], list[Cited]]


def place(sentence: Sentence) -> Place:
    """Where a sentence stands."""
    return Place(sentence.source.id, sentence.start, sentence.end)


def nearest(vectors: np.ndarray, task: Task) -> list[Cited]:
    """The sentences that are nearest by the unit vectors of the draft's sentences, then of the documents'."""
    near = vectors[: len(task.draft)] @ vectors[len(task.draft) :].T
    orders = np.argsort(-near, axis=1, kind="stable")[:, :MOST]
    return [
        task.whole([row for row in order.tolist() if scores[row] >= max(NEAR * scores[order[0]], 1e-9)])
        for order, scores in zip(orders, near, strict=True)
    ]


def _ours(task: Task) -> list[Cited]:
    """The sentences as `attribute` finds them; what is shown of them is what a request is answered."""
    evidence = attribute(task.draft, task.found, task.engine)
    answer = pipeline.attribute(
        task.cluster.references[0],
        task.cluster.documents,
        _options(task.found),
        engine=task.engine,
        limits=task.limits,
    )
    return [
        Cited(
            task.whole([part.row for part in best]).sentences,
            [Place(c.document_id, piece.start, piece.end) for c in told.citations for piece in c.ranges],
        )
        for best, told in zip(evidence, answer.sentences, strict=True)
    ]


def _by_tfidf(task: Task) -> list[Cited]:
    """The one sentence that is nearest by the cosine of TF-IDF rows."""
    rows = Terms(tokenize([*task.draft, *task.found], task.engine.languages)).unit
    near = (rows[: len(task.draft)] @ rows[len(task.draft) :].T).tocsr()
    cited = [row_of(near, row) for row in range(len(task.draft))]
    return [task.whole([int(columns[np.argmax(values)])] if len(columns) else []) for columns, values in cited]


def _by_encoder(task: Task) -> list[Cited]:
    """Those that are nearest by the encoder's vectors."""
    tokens = tokenize([*task.draft, *task.found], task.engine.languages)
    return nearest(embed([*task.draft, *task.found], tokens, task.engine, Deadline()), task)


def _options(found: Sequence[Sentence]) -> SummaryOptions:
    return SummaryOptions(language_code=found[0].source.language if found else "")


def _share(one: Place, other: Place) -> float:
    return one.shared(other) / max(1, min(one.end - one.start, other.end - other.start))


ATTRIBUTORS: Mapping[str, Attributor] = {
    OURS: _ours,
    "nearest by TF-IDF": _by_tfidf,
    "nearest by the encoder alone": _by_encoder,
}
