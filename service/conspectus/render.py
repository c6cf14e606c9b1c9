"""Responses -> what people and programs read: text with numbered sources and their quotes, Markdown, JSON."""

import textwrap
from collections.abc import Callable, Sequence
from typing import NamedTuple

from google.protobuf import json_format
from google.protobuf.message import Message

from conspectus import markdown
from conspectus.types import (
    Document,
    Info,
    Preset,
    PresetSummary,
    RankSentencesResponse,
    SummarizeResponse,
    Summary,
    SummarySentence,
    Trace,
    Verdict,
)
from conspectus.typography import count_words, joint, tidy

WIDTH = 88
_FOLD = textwrap.TextWrapper(width=WIDTH, break_long_words=False, break_on_hyphens=False)
_QUOTE = textwrap.TextWrapper(
    width=WIDTH, initial_indent="    ", subsequent_indent="    ", break_long_words=False, break_on_hyphens=False
)


class _Form(NamedTuple):
    """How a form of output writes what the others have too."""

    mark: str  # a number behind a sentence
    word: Callable[[str], str]  # text of the documents, word for word


_TEXT = _Form("[{}]", str)
_MARKDOWN = _Form("[^{}]", markdown.escape)


def to_json(message: Message) -> str:
    """A message in protobuf's own JSON mapping."""
    return json_format.MessageToJson(message, ensure_ascii=False)


def to_text(response: SummarizeResponse, documents: Sequence[Document]) -> str:
    """The summaries with numbers behind their sentences, and below them what stands behind each number."""
    numbers = _numbers(response)
    lines = []
    for heading, parts in _summaries(response):
        texts = [_numbered(part, numbers, _TEXT) for part in parts]
        lines += [heading, ""] if heading else []
        lines += [_FOLD.fill(f"• {text}" if len(texts) > 1 else text) or "(no summary)" for text in texts]
        lines.append("")
    if numbers:
        lines += ["Sources", ""]
    names = _names(response, documents)
    for document_id, number in numbers.items():
        copy = _copy_of(document_id, response, numbers, _TEXT)
        lines.append(f"[{number}] {names[document_id]}{copy}")
        lines += [_QUOTE.fill(f"“{quote}”") for quote in _quotes(document_id, response)]
        lines.append("")
    lines += _remarks(response, numbers)
    return "\n".join(lines).rstrip()


def to_markdown(response: SummarizeResponse, documents: Sequence[Document]) -> str:
    """The summaries with footnotes, one a document."""
    numbers = _numbers(response)
    names = _names(response, documents)
    lines = []
    for heading, parts in _summaries(response):
        texts = [_numbered(part, numbers, _MARKDOWN) for part in parts]
        lines += [f"## {heading}", ""] if heading else []
        lines += [f"- {text}" if len(texts) > 1 else text or "*(no summary)*" for text in texts]
        lines.append("")
    for document_id, number in numbers.items():
        quotes = [
            markdown.link(f"“{quote}”", url) if url else markdown.escape(f"“{quote}”")
            for quote, url in _quotes(document_id, response).items()
        ]
        copy = _copy_of(document_id, response, numbers, _MARKDOWN)
        lines.append(f"[^{number}]: {markdown.escape(names[document_id])}{copy}: {' · '.join(quotes)}")
    lines += ["", *(f"- {markdown.escape(remark)}" for remark in _remarks(response, numbers))]
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
    return "\n".join([*lines, *_notes(response.trace)]).rstrip()


def info_to_text(info: Info) -> str:
    """What a service is, a line a fact."""
    lines = [f"conspectus {info.version} on {info.device}"]
    lines += [f"{model.role}: {model.name} ({model.license}) {model.checksum[:12]}".rstrip() for model in info.models]
    lines.append(f"languages with data of their own: {', '.join(info.languages)}")
    limits = {name: getattr(info.limits, name) for name in info.limits.__dataclass_fields__}
    lines += [f"{name}: {value}" for name, value in limits.items()]
    return "\n".join(lines)


def _sentences(response: SummarizeResponse) -> list[SummarySentence]:
    """The sentences of all summaries."""
    summaries = [response.summary, *(preset.summary for preset in response.presets)]
    return [sentence for summary in summaries for sentence in summary.sentences]


def _numbers(response: SummarizeResponse) -> dict[str, int]:
    """The cited documents, numbered as the summaries come to them."""
    cited = [c.document_id for sentence in _sentences(response) for c in sentence.citations]
    return {document_id: number for number, document_id in enumerate(dict.fromkeys(cited), start=1)}


def _summaries(response: SummarizeResponse) -> list[tuple[str, list[Summary]]]:
    """What is printed, each with its heading and in its lines: an empty summary only where there is nothing else."""
    shown = [] if response.presets and not response.summary.sentences else [("", [response.summary])]
    return shown + [(_heading(preset), _parts(preset)) for preset in response.presets]


def _numbered(summary: Summary, numbers: dict[str, int], form: _Form) -> str:
    text = ""
    before = ""
    for sentence in summary.sentences:
        marks = "".join(form.mark.format(n) for n in sorted(numbers[c.document_id] for c in sentence.citations))
        text += f"{joint(before, sentence.text)}{form.word(sentence.text)} {marks}"
        before = marks
    return text


def _heading(preset: PresetSummary) -> str:
    name = preset.preset.name.replace("_", " ").capitalize()
    if preset.preset == Preset.PUSH_ALERT:
        return f"{name}: {len(preset.summary.text)} characters"
    return f"{name}: {count_words(preset.summary.text)} words"


def _parts(preset: PresetSummary) -> list[Summary]:
    """A summary in the lines that it is printed in."""
    if preset.preset != Preset.FIVE_BULLETS or not preset.summary.sentences:
        return [preset.summary]
    return [Summary(sentence.text, (sentence,)) for sentence in preset.summary.sentences]


def _names(response: SummarizeResponse, documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document: its title, publisher, day and id, as far as it has them."""
    names = {}
    for report, document in zip(response.documents, documents, strict=True):  # both in the order of the request
        day = document.publish_time.date().isoformat() if document.publish_time else ""
        origin = ", ".join(part for part in (document.publisher, day, report.document_id) if part)
        names[report.document_id] = tidy(f"{document.title} ({origin})" if document.title else origin)
    return names


def _copy_of(document_id: str, response: SummarizeResponse, numbers: dict[str, int], form: _Form) -> str:
    for report in response.documents:
        if report.document_id == document_id and report.verdict == Verdict.DUPLICATE:
            original = numbers.get(report.duplicate_of)
            return f" = same text as {form.mark.format(original) if original else form.word(tidy(report.duplicate_of))}"
    return ""


def _quotes(document_id: str, response: SummarizeResponse) -> dict[str, str]:
    """What is quoted from a document, each with its link, in the order of the summaries."""
    return {
        tidy(citation.quote): citation.url
        for sentence in _sentences(response)
        for citation in sentence.citations
        if citation.document_id == document_id
    }


def _remarks(response: SummarizeResponse, numbers: dict[str, int]) -> list[str]:
    """What an editor must know of the rest: documents that are not cited, and what fell short."""
    left_out = [
        f"Not cited: {report.document_id}." + (f" {report.reason}" if report.verdict != Verdict.USED else "")
        for report in response.documents
        if report.document_id not in numbers  # and yet used where the summary that cites it is not printed
    ]
    return [tidy(remark) for remark in left_out] + _notes(response.trace)


def _notes(trace: Trace) -> list[str]:
    """What fell short."""
    return [f"Note: {part.reason}" for part in trace.degraded]
