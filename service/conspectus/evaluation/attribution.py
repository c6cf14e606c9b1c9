"""How well sentences of the references are attributed to the documents, where people have marked their sources."""

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

import numpy as np

from conspectus.engine import Engine
from conspectus.evaluation.sets import Cluster, Mark
from conspectus.evaluation.systems import OURS
from conspectus.stages.attribute import attribute, drafted
from conspectus.stages.matrices import row_of
from conspectus.stages.sentence import Sentence
from conspectus.stages.terms import Terms
from conspectus.stages.tokens import tokenize
from conspectus.types import SummaryOptions

COVERED = 0.5  # of a marked span, from which on a sentence that overlaps it is cited rightly

# The sentences of a draft and of the documents; for each of the former the latter that are cited, best first.
Attributor = Callable[[Sequence[Sentence], Sequence[Sentence], Engine], list[list[int]]]


def _ours(draft: Sequence[Sentence], found: Sequence[Sentence], engine: Engine) -> list[list[int]]:
    return [[evidence.row for evidence in best] for best in attribute(draft, found, engine)]


def _by_tfidf(draft: Sequence[Sentence], found: Sequence[Sentence], engine: Engine) -> list[list[int]]:
    """The one sentence that is nearest by the cosine of TF-IDF rows."""
    rows = Terms(tokenize([*draft, *found], engine.languages)).unit
    near = (rows[: len(draft)] @ rows[len(draft) :].T).tocsr()
    cited = [row_of(near, row) for row in range(len(draft))]
    return [[int(columns[np.argmax(values)])] if len(columns) else [] for columns, values in cited]


ATTRIBUTORS: Mapping[str, Attributor] = {OURS: _ours, "nearest by TF-IDF": _by_tfidf}


def attributed(cluster: Cluster, found: Sequence[Sentence], engine: Engine, cite: Attributor) -> dict[str, float]:
    """What is measured of the sentences of a cluster's first reference that have marks, in percent, their mean.

    *hit* says whether the first citation is right, *precision* which share of the citations is, *recall* which share of
    the marked spans is cited; *documents precision* and *documents recall* ask for the document alone.
    """
    language = found[0].source.language if found else ""
    draft = drafted(cluster.references[0], SummaryOptions(language_code=language), engine)
    marks: defaultdict[int, list[Mark]] = defaultdict(list)
    for mark in cluster.marks:
        number = next((n for n, sentence in enumerate(draft) if sentence.end > mark.sentence_start), None)
        if number is not None:
            marks[number].append(mark)
    cited = cite(draft, found, engine)
    rows = [_measure([found[row] for row in cited[number]], marks[number]) for number in sorted(marks)]
    means = {name: 100 * float(np.mean([row[name] for row in rows])) for name in (rows[0] if rows else ())}
    if means:
        means["F1"] = 2 * means["precision"] * means["recall"] / max(means["precision"] + means["recall"], 1e-9)
    return means


def _measure(cited: Sequence[Sentence], marks: Sequence[Mark]) -> dict[str, float]:
    right = [[_is_right(sentence, mark) for mark in marks] for sentence in cited]
    ours = {sentence.source.id for sentence in cited}
    theirs = {mark.document_id for mark in marks}
    return {
        "hit": float(bool(right) and any(right[0])),
        "precision": sum(map(any, right)) / max(1, len(cited)),
        "recall": sum(any(row[number] for row in right) for number in range(len(marks))) / len(marks),
        "documents precision": len(ours & theirs) / max(1, len(ours)),
        "documents recall": len(ours & theirs) / len(theirs),
    }


def _is_right(sentence: Sentence, mark: Mark) -> bool:
    shared = min(sentence.end, mark.end) - max(sentence.start, mark.start)
    return sentence.source.id == mark.document_id and shared >= COVERED * (mark.end - mark.start)
