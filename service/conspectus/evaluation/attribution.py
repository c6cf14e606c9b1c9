"""How well sentences of the references are attributed to the documents, where people have marked their sources."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

import numpy as np

from conspectus.evaluation.attributors import Attributor, Cited, Place, Task

COVERED = 0.5  # of a marked span, from which on a sentence that overlaps it is cited rightly


def attributed(task: Task, cite: Attributor) -> dict[str, float]:
    """What is measured of the sentences of a cluster's first reference that have marks, in percent, their mean.

    *hit* says whether the first citation is right, *precision* which share of the citations is, *recall* which share of
    the marked spans is cited; *documents precision* and *documents recall* ask for the document alone. *IoU* is the
    intersection over the union of the characters shown and marked, *IoU whole* that of the cited sentences' and marked.
    """
    marks = _marks(task)
    cited = cite(task) if marks else []
    rows = [_measure(cited[number], marks[number]) for number in sorted(marks)]
    means = {name: 100 * float(np.mean([row[name] for row in rows])) for name in (rows[0] if rows else ())}
    if means:
        means["F1"] = 2 * means["precision"] * means["recall"] / max(means["precision"] + means["recall"], 1e-9)
    return means


def _marks(task: Task) -> dict[int, list[Place]]:
    """What people marked for each sentence of the draft, by its number."""
    marks: defaultdict[int, list[Place]] = defaultdict(list)
    for mark in task.cluster.marks:
        number = next((n for n, sentence in enumerate(task.draft) if sentence.end > mark.sentence_start), None)
        if number is not None:
            marks[number].append(Place(mark.document_id, mark.start, mark.end))
    return marks


def _measure(cited: Cited, marks: Sequence[Place]) -> dict[str, float]:
    right = [[_is_right(sentence, mark) for mark in marks] for sentence in cited.sentences]
    ours = {sentence.document_id for sentence in cited.sentences}
    theirs = {mark.document_id for mark in marks}
    return {
        "hit": float(bool(right) and any(right[0])),
        "precision": sum(map(any, right)) / max(1, len(right)),
        "recall": sum(any(row[number] for row in right) for number in range(len(marks))) / len(marks),
        "documents precision": len(ours & theirs) / max(1, len(ours)),
        "documents recall": len(ours & theirs) / len(theirs),
        "IoU": overlap(cited.shown, marks),
        "IoU whole": overlap(cited.sentences, marks),
    }


def overlap(some: Iterable[Place], others: Iterable[Place]) -> float:
    """The intersection over the union of the characters of two sets of places, over all documents."""
    one, other = _characters(some), _characters(others)
    return len(one & other) / max(1, len(one | other))


def _characters(places: Iterable[Place]) -> set[tuple[str, int]]:
    return {(place.document_id, offset) for place in places for offset in range(place.start, place.end)}


def _is_right(sentence: Place, mark: Place) -> bool:
    return sentence.shared(mark) >= COVERED * (mark.end - mark.start) and sentence.document_id == mark.document_id
