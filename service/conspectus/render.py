"""Responses -> what people and programs read: text with numbered sources and their quotes, Markdown, JSON."""

import textwrap
from collections.abc import Sequence

from google.protobuf import json_format
from google.protobuf.message import Message

from conspectus.types import Document, Info, RankSentencesResponse, SummarizeResponse, Verdict
from conspectus.typography import joint, tidy

WIDTH = 88
_FOLD = textwrap.TextWrapper(width=WIDTH, break_long_words=False, break_on_hyphens=False)
_QUOTE = textwrap.TextWrapper(
    width=WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
)


def to_json(message: Message) -> str:
    """A message in protobuf's own JSON mapping."""
    return json_format.MessageToJson(message, ensure_ascii=False)


def to_text(response: SummarizeResponse, documents: Sequence[Document]) -> str:
    """The summary with numbers behind its sentences, and below it what stands behind each number."""
    numbers = _numbers(response)
    lines = [_FOLD.fill(_numbered(response, numbers, "[{}]")) or "(no summary)", ""]
    if numbers:
        lines += ["Sources", ""]
    names = _names(response, documents)
    for document_id, number in numbers.items():
        copy = _copy_of(document_id, response, numbers, "[{}]")
        lines.append(f"[{number}] {names[document_id]}{copy}")
        lines += [_QUOTE.fill(f"“{quote}”") for quote in _quotes(document_id, response)]
        lines.append("")
    lines += _remarks(response, numbers)
    return "\n".join(lines).rstrip()


def to_markdown(response: SummarizeResponse, documents: Sequence[Document]) -> str:
    """The summary with footnotes, one a document."""
    numbers = _numbers(response)
    names = _names(response, documents)
    lines = [_numbered(response, numbers, "[^{}]") or "*(no summary)*", ""]
    for document_id, number in numbers.items():
        links = _links(document_id, response)
        quotes = [
            f"[“{quote}”]({link})" if link else f"“{quote}”"
            for quote, link in zip(_quotes(document_id, response), links, strict=True)
        ]
        copy = _copy_of(document_id, response, numbers, "[^{}]")
        lines.append(f"[^{number}]: {names[document_id]}{copy}: {' · '.join(quotes)}")
    lines += ["", *_remarks(response, numbers)]
    return "\n".join(lines).rstrip()


def ranking_to_text(response: RankSentencesResponse) -> str:
    """The ranking, a line of scores and the sentence below it."""
    lines = []
    for sentence in response.sentences:
        parts = "  ".join(f"{part.name} {part.value:.2f}" for part in sentence.parts)
        lines.append(
            f"{sentence.rank:3}  {sentence.score:.3f}  {sentence.document_id}"
            f"  [{sentence.range.start}:{sentence.range.end}]  {parts}"
        )
        lines += [_QUOTE.fill(tidy(sentence.text)), ""]
    return "\n".join(lines).rstrip()


def info_to_text(info: Info) -> str:
    """What a service is, a line a fact."""
    lines = [f"conspectus {info.version} on {info.device}"]
    lines += [f"{model.role}: {model.name} ({model.license}) {model.checksum[:12]}".rstrip() for model in info.models]
    lines.append(f"languages with data of their own: {', '.join(info.languages)}")
    limits = {name: getattr(info.limits, name) for name in info.limits.__dataclass_fields__}
    lines += [f"{name}: {value}" for name, value in limits.items()]
    return "\n".join(lines)


def _numbers(response: SummarizeResponse) -> dict[str, int]:
    """The cited documents, numbered as the summary comes to them."""
    cited = [c.document_id for sentence in response.summary.sentences for c in sentence.citations]
    return {document_id: number for number, document_id in enumerate(dict.fromkeys(cited), start=1)}


def _numbered(response: SummarizeResponse, numbers: dict[str, int], mark: str) -> str:
    text = ""
    before = ""
    for sentence in response.summary.sentences:
        marks = "".join(mark.format(number) for number in sorted(numbers[c.document_id] for c in sentence.citations))
        text += f"{joint(before, sentence.text)}{sentence.text} {marks}" if before else f"{sentence.text} {marks}"
        before = marks
    return text


def _names(response: SummarizeResponse, documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document: its title, publisher, day and id, as far as it has them."""
    names = {}
    for report, document in zip(response.documents, documents, strict=True):  # both in the order of the request
        day = document.publish_time.date().isoformat() if document.publish_time else ""
        origin = ", ".join(part for part in (document.publisher, day, report.document_id) if part)
        names[report.document_id] = f"{document.title} ({origin})" if document.title else origin
    return names


def _copy_of(document_id: str, response: SummarizeResponse, numbers: dict[str, int], mark: str) -> str:
    for report in response.documents:
        if report.document_id == document_id and report.verdict == Verdict.DUPLICATE:
            original = numbers.get(report.duplicate_of)
            return f" = same text as {mark.format(original) if original else report.duplicate_of}"
    return ""


def _quotes(document_id: str, response: SummarizeResponse) -> list[str]:
    return [
        tidy(citation.quote)
        for sentence in response.summary.sentences
        for citation in sentence.citations
        if citation.document_id == document_id
    ]


def _links(document_id: str, response: SummarizeResponse) -> list[str]:
    return [
        citation.url
        for sentence in response.summary.sentences
        for citation in sentence.citations
        if citation.document_id == document_id
    ]


def _remarks(response: SummarizeResponse, numbers: dict[str, int]) -> list[str]:
    """What an editor must know of the rest: documents that are not cited, and what fell short."""
    left_out = [f"Not cited: {r.document_id}. {r.reason}" for r in response.documents if r.document_id not in numbers]
    return left_out + [f"Note: {degradation.reason}" for degradation in response.trace.degraded]
