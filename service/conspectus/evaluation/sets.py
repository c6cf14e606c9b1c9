"""Evaluation sets: JSON lines, a cluster a line.

`{"id", "documents": [{"id", "title"?, "text", "junk"?}], "references": [...], "outputs"?: {system: text},
"alignments"?: [{"summary_sentence", "summary_sent_start", "doc_id", "doc_spans": [[start, end], ...]}]}`

A document may have the other fields that documents of `conspectus summarize` have too, such as `publish_time`.
An alignment says that people marked spans of a document, by code points, as the source of a sentence of the reference.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conspectus.errors import InvalidRequest
from conspectus.ingest import document_of
from conspectus.types import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a document that people marked as the source of a reference sentence."""

    sentence_start: int  # tells the reference's sentences apart
    document_id: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Cluster:
    """Documents on one subject, and what people made of them."""

    id: str
    documents: tuple[Document, ...]
    references: tuple[str, ...]
    outputs: Mapping[str, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    junk: frozenset[str] = frozenset()  # ids of documents that people found to be no article


def load_set(path: Path) -> list[Cluster]:
    """The clusters of a file. Raises InvalidRequest, naming the line and the field, and OSError."""
    clusters: dict[str, Cluster] = {}
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            where = f"{path}:{number}"
            cluster = _cluster(line, where)
            if clusters.setdefault(cluster.id, cluster) is not cluster:
                raise InvalidRequest.of(f"{where} id", f"'{cluster.id}' is the id of another cluster too")
    if not clusters:
        raise InvalidRequest.of(str(path), "holds no cluster; one JSON object a line is expected")
    return list(clusters.values())


def _cluster(line: bytes, where: str) -> Cluster:
    try:
        record = json.loads(line)
    except ValueError as error:
        raise InvalidRequest.of(where, f"is not JSON in UTF-8: {error}") from None
    if not isinstance(record, dict):
        raise InvalidRequest.of(where, "is not a JSON object")
    references = _given(record, "references", list, where)
    if not references or not all(isinstance(text, str) and text.strip() for text in references):
        raise InvalidRequest.of(f"{where} references", "holds no text to measure by, or an empty one")
    documents = [
        _document(given, f"{where} documents[{index}]")
        for index, given in enumerate(_given(record, "documents", list, where))
    ]
    if not any(document.text.strip() for document, _ in documents):
        raise InvalidRequest.of(f"{where} documents", "holds no text to summarize")
    outputs = _given(record, "outputs", dict, where, {})
    if not all(isinstance(text, str) for text in outputs.values()):
        raise InvalidRequest.of(f"{where} outputs", "holds something that is no text")
    marks = [
        mark
        for index, given in enumerate(_given(record, "alignments", list, where, []))
        for mark in _marks(given, f"{where} alignments[{index}]")
    ]
    return Cluster(
        id=str(record.get("id", where)),
        documents=tuple(document for document, _ in documents),
        references=tuple(references),
        outputs=outputs,
        marks=tuple(marks),
        junk=frozenset(document.id for document, junk in documents if junk),
    )


def _document(given: Any, where: str) -> tuple[Document, bool]:
    """A document, and whether people found it to be no article."""
    if not isinstance(given, dict):
        raise InvalidRequest.of(where, "is not a JSON object")
    for name in ("id", "text"):
        _given(given, name, str, where)
    fields = {name: value for name, value in given.items() if name != "date"}  # of some sets, in words
    document = document_of(where, fields)
    return document, bool(given.get("junk"))


def _marks(given: Any, where: str) -> list[Mark]:
    if not isinstance(given, dict):
        raise InvalidRequest.of(where, "is not a JSON object")
    start, document = _given(given, "summary_sent_start", int, where), _given(given, "doc_id", str, where)
    spans = _given(given, "doc_spans", list, where)
    if not all(isinstance(span, list) and [type(offset) for offset in span] == [int, int] for span in spans):
        raise InvalidRequest.of(f"{where} doc_spans", "holds something that is no [start, end]")
    return [Mark(start, document, *span) for span in spans]


def _given(record: Mapping[str, Any], name: str, kind: type, where: str, default: Any = None) -> Any:
    value = record.get(name)
    if value is None:
        value = default
    if not isinstance(value, kind):
        raise InvalidRequest.of(f"{where} {name}", f"is missing or no {kind.__name__}")
    return value
