"""What is true of the documents of an event: their statements, conflicts, updates and origins."""

from typing import Any

from planted.event import Event, Printed

Line = dict[str, Any]  # an event as the corpus gives it


def labelled(event: Event, name: str, language: str, printed: list[Printed]) -> Line:
    """The event as a line of the corpus, its labels read off what the documents say."""
    documents: list[dict[str, str]] = []
    statements: list[dict[str, Any]] = []
    origin_of: dict[str, int] = {}
    for place, document in enumerate(printed):
        identity = f"d{place + 1}"
        origin_of[identity] = id(document.origin)
        text, spans = laid_out(event, document)
        documents.append(described(document, identity, text))
        statements += stated_in(document, identity, text, spans)
    says = sayings(statements)
    return {
        "id": name,
        "language": language,
        "kind": event.kind,
        "documents": documents,
        "statements": statements,
        "conflicts": conflicts(event, says),
        "updates": updates(event, documents, says),
        "origins": [
            {"fact": fact, "value": value, "count": len({origin_of[i] for i in ids}), "document_ids": ids}
            for (fact, value), ids in sorted(says.items())
        ],
    }


def described(document: Printed, identity: str, text: str) -> dict[str, str]:
    """A document as the corpus gives it."""
    return {
        "id": identity,
        "publisher": document.publisher,
        "author": document.author,
        "title": document.title,
        "publish_time": document.time.isoformat().replace("+00:00", "Z"),
        "text": text,
    }


def stated_in(document: Printed, identity: str, text: str, spans: list[tuple[int, int]]) -> list[dict[str, Any]]:
    """The statements of a document, with the range of their sentence."""
    statements = []
    for (start, end), sentence in zip(spans, document.sentences, strict=True):
        assert text[start:end] == sentence.text
        for label in sentence.labels:
            assert label.as_stated in sentence.text, (label, sentence)
            where = {"document_id": identity, "start": start, "end": end}
            what = {"fact": label.fact, "value": label.value, "as_stated": label.as_stated, "scope": label.scope}
            statements.append(where | what)
    return statements


def sayings(statements: list[dict[str, Any]]) -> dict[tuple[str, str], list[str]]:
    """The documents that give a value for a fact of the event, by fact and value."""
    says: dict[tuple[str, str], list[str]] = {}
    for statement in statements:
        if statement["scope"] == "event":
            documents = says.setdefault((statement["fact"], statement["value"]), [])
            if statement["document_id"] not in documents:
                documents.append(statement["document_id"])
    return says


def conflicts(event: Event, says: dict[tuple[str, str], list[str]]) -> list[dict[str, Any]]:
    """The facts for which documents give values that no update explains."""
    found = []
    for fact in event.truth:
        variants = [{"value": value, "document_ids": ids} for (name, value), ids in says.items() if name == fact]
        assert len(variants) < 2 or fact in event.rivals or fact in event.old, (fact, variants)
        if len(variants) > 1 and fact in event.rivals:
            found.append({"fact": fact, "variants": variants})
    return found


def updates(
    event: Event, documents: list[dict[str, str]], says: dict[tuple[str, str], list[str]]
) -> list[dict[str, Any]]:
    """The figures that a publisher raised."""
    publisher = {document["id"]: document["publisher"] for document in documents}
    found = []
    for fact, old in event.old.items():
        before = {publisher[i] for i in says.get((fact, str(old)), [])}
        after = {publisher[i] for i in says.get((fact, str(event.truth[fact])), [])}
        found += [
            {"fact": fact, "publisher": name, "values": [str(old), str(event.truth[fact])]}
            for name in sorted(before & after)
        ]
    return found


def laid_out(event: Event, document: Printed) -> tuple[str, list[tuple[int, int]]]:
    """A document's text in paragraphs, and where each sentence stands in it."""
    text = f"{document.caption}\n\n" if document.caption else ""
    text += document.dateline
    spans = []
    left = 1
    for place, sentence in enumerate(document.sentences):
        if place:
            left -= 1
            text += " " if left > 0 else "\n\n"
        if left <= 0:
            left = event.rng.randint(1, 3)
        spans.append((len(text), len(text) + len(sentence.text)))
        text += sentence.text
    if document.footer:
        text += f"\n\n{document.footer}"
    return text, spans
