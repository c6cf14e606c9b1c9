"""Evaluation sets: JSON lines, a cluster a line.

`{"id", "documents": [{"id", "title"?, "text", "junk"?}], "references": [...], "outputs"?: {system: text},
"alignments"?: [{"summary_sentence", "summary_sent_start", "doc_id", "doc_spans": [[start, end], ...]}]}`

An alignment says that people marked spans of a document, by code points, as the source of a sentence of the reference.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from conspectus.errors import InvalidRequest
from conspectus.types import Document


@dataclass(frozen=True, slots=True)
class Mark:
    """A span of a document that people marked as the source of a reference sentence."""

    sentence: str
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
    clusters = []
    for number, line in enumerate(path.read_bytes().splitlines(), start=1):
        if line.strip():
            clusters.append(_cluster(line, f"{path}:{number}"))
    if not clusters:
        raise InvalidRequest.of(str(path), "holds no cluster; one JSON object a line is expected")
    return clusters


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
    documents, junk = [], set()
    for index, given in enumerate(_given(record, "documents", list, where)):
        at = f"{where} documents[{index}]"
        if not isinstance(given, dict):
            raise InvalidRequest.of(at, "is not a JSON object")
        document = Document(
            text=_given(given, "text", str, at),
            id=_given(given, "id", str, at),
            title=given.get("title") or "",
            publisher=given.get("publisher") or "",
            language_code=given.get("language_code") or "",
        )
        documents.append(document)
        if given.get("junk"):
            junk.add(document.id)
    marks = tuple(
        Mark(mark["summary_sentence"], mark["summary_sent_start"], mark["doc_id"], start, end)
        for mark in record.get("alignments") or ()
        for start, end in mark["doc_spans"]
    )
    name = str(record.get("id") or where)
    return Cluster(name, tuple(documents), tuple(references), record.get("outputs") or {}, marks, frozenset(junk))


def _given(record: Mapping[str, Any], name: str, kind: type, where: str) -> Any:
    if not isinstance(record.get(name), kind):
        raise InvalidRequest.of(f"{where} {name}", f"is missing or no {kind.__name__}")
    return record[name]
