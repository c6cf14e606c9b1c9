"""Responses -> what people and programs read: text with numbered sources and their quotes, Markdown, JSON."""

import textwrap
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from google.protobuf import json_format
from google.protobuf.message import Message

from conspectus import markdown
from conspectus.types import (
    AttributedSentence,
    AttributeResponse,
    Citation,
    Conflict,
    Document,
    Gate,
    Info,
    Preset,
    PresetSummary,
    RankSentencesResponse,
    SummarizeResponse,
    Summary,
    SummarySentence,
    Support,
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


# What to say of what no source has, or has not near by.
_NOBODY = defaultdict(
    lambda: "no source has it",
    {
        Gate.NEGATION: "no source denies it",
        Gate.QUOTATION: "no source has it word for word",
        Gate.SPEAKER: "no source names them near the quotation",
        Gate.SOURCE: "it does not say so",
        Gate.ENTAILMENT: "no source says so, as the entailment model reads them",
    },
)
Response = SummarizeResponse | AttributeResponse

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
    return "\n".join([*lines, *_differing(response, numbers), *_sources(response, documents, numbers)]).rstrip()


def to_markdown(response: SummarizeResponse, documents: Sequence[Document]) -> str:
    """The summaries with footnotes, one a document."""
    numbers = _numbers(response)
    lines = []
    for heading, parts in _summaries(response):
        texts = [_numbered(part, numbers, _MARKDOWN) for part in parts]
        lines += [f"## {heading}", ""] if heading else []
        lines += [f"- {text}" if len(texts) > 1 else text or "*(no summary)*" for text in texts]
        lines.append("")
    return "\n".join([*lines, *_footnotes(response, documents, numbers)]).rstrip()


def attribution_to_text(response: AttributeResponse, documents: Sequence[Document], text: str) -> str:
    """The sentences of a text with their verdicts, what is wrong with them, and the words of the sources.

    Offsets have to be in code points.
    """
    numbers = _numbers(response)
    lines = []
    for sentence, marks, wrong in _judged(response, numbers, text, _TEXT):
        lines.append(_FOLD.fill(f"{_verdict(sentence)}: {tidy(sentence.text)} {marks}".rstrip()))
        lines += [_QUOTE.fill(line) for line in wrong]
    return "\n".join([*lines, "", *_differing(response, numbers), *_sources(response, documents, numbers)]).rstrip()


def attribution_to_markdown(response: AttributeResponse, documents: Sequence[Document], text: str) -> str:
    """The same as a list with footnotes, one a document."""
    numbers = _numbers(response)
    lines = []
    for sentence, marks, wrong in _judged(response, numbers, text, _MARKDOWN):
        lines.append(f"- **{_verdict(sentence)}**: {markdown.escape(tidy(sentence.text))} {marks}".rstrip())
        lines += [f"  - {line}" for line in wrong]
    return "\n".join([*lines, "", *_footnotes(response, documents, numbers)]).rstrip()


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
    for model in info.models:
        parts = (model.name, f"({model.license})" if model.license else "", model.checksum[:12])
        lines.append(f"{model.role}: {' '.join(filter(None, parts))}")
    lines.append(f"languages with data of their own: {', '.join(info.languages)}")
    limits = {name: getattr(info.limits, name) for name in info.limits.__dataclass_fields__}
    lines += [f"{name}: {value}" for name, value in limits.items()]
    return "\n".join(lines)


def _differing(response: Response, numbers: dict[str, int]) -> list[str]:
    """What sources state differently, each with the letter that marks it, and who stands alone."""
    lines = ["Sources differ", ""] if response.conflicts else []
    for place, conflict in enumerate(response.conflicts):
        lines.append(_FOLD.fill(f"{_TEXT.mark.format(_letter(place))} {tidy(conflict.subject)}"))
        lines += [_QUOTE.fill(line) for line in _variants(conflict, numbers, _TEXT)]
        lines.append("")
    return lines


def _variants(conflict: Conflict, numbers: dict[str, int], form: _Form) -> Iterator[str]:
    """The values of a conflict, each with who states it, and as of when."""
    for variant in conflict.variants:
        marks = "".join(form.mark.format(n) for n in sorted({numbers[c.document_id] for c in variant.citations}))
        day = f" as of {variant.as_of:%Y-%m-%d %H:%M}" if variant.as_of else ""
        yield f"“{form.word(tidy(variant.value))}” {marks}{day}"


def _letter(place: int) -> str:
    """A, B and so on; AA behind Z."""
    return ascii_uppercase[place] if place < 26 else _letter(place // 26 - 1) + ascii_uppercase[place % 26]


def _sources(response: Response, documents: Sequence[Document], numbers: dict[str, int]) -> list[str]:
    """What stands behind each number, and what else an editor must know."""
    lines = ["Sources", ""] if numbers else []
    names = _names(response, documents)
    for document_id, number in numbers.items():
        copy = _copy_of(document_id, response, numbers, _TEXT)
        lines.append(f"[{number}] {names[document_id]}{copy}")
        lines += [_QUOTE.fill(f"“{quote}”") for quote in _quotes(document_id, response)]
        lines.append("")
    return lines + _remarks(response)


def _footnotes(response: Response, documents: Sequence[Document], numbers: dict[str, int]) -> list[str]:
    """The same in Markdown."""
    lines = []
    names = _names(response, documents)
    for document_id, number in numbers.items():
        quotes = [
            markdown.link(f"“{quote}”", url) if url else markdown.escape(f"“{quote}”")
            for quote, url in _quotes(document_id, response).items()
        ]
        copy = _copy_of(document_id, response, numbers, _MARKDOWN)
        lines.append(f"[^{number}]: {markdown.escape(names[document_id])}{copy}: {' · '.join(quotes)}")
    for place, conflict in enumerate(response.conflicts):
        stated = " · ".join(_variants(conflict, numbers, _MARKDOWN))
        note = f"Sources differ: {markdown.escape(tidy(conflict.subject))}: {stated}"
        marked = any(place in sentence.conflicts for sentence in _sentences(response))
        lines.append(f"{_MARKDOWN.mark.format(_letter(place))}: {note}" if marked else f"- {note}")
    return [*lines, "", *(f"- {markdown.escape(remark)}" for remark in _remarks(response))]


def _judged(
    response: AttributeResponse, numbers: dict[str, int], text: str, form: _Form
) -> Iterator[tuple[AttributedSentence, str, list[str]]]:
    """The sentences of a text, each with its marks and what is wrong with it."""
    for sentence in response.sentences:
        marks = _marks(sentence, numbers, form)
        wrong = []
        for finding in sentence.findings:
            words = f" “{form.word(tidy(text[finding.range.start : finding.range.end]))}”"
            what = finding.gate.name.lower() + (words if finding.gate != Gate.ENTAILMENT else "")
            other = form.mark.format(numbers.get(finding.document_id, "?"))
            has = f"{other} has “{form.word(tidy(finding.instead))}”" if finding.instead else _NOBODY[finding.gate]
            wrong.append(f"{what}: {has}")
        lacking = [form.word(tidy(text[part.start : part.end])) for part in sentence.uncovered_ranges]
        if lacking and sentence.verdict in (Support.PARTIAL, Support.CONTRADICTED):
            wrong.append(f"not in the sources: {'; '.join(lacking)}")
        yield sentence, marks, wrong


def _marks(sentence: SummarySentence | AttributedSentence, numbers: dict[str, int], form: _Form) -> str:
    """The numbers of the documents that a sentence cites, and the letters of the conflicts that it has a part in.

    A star behind them says that one source of several stands alone with it.
    """
    cited = sorted(numbers[citation.document_id] for citation in sentence.citations)
    alone = isinstance(sentence, SummarySentence) and sentence.single_source
    return "".join(map(form.mark.format, [*cited, *map(_letter, sentence.conflicts)])) + form.word("*" * alone)


def _verdict(sentence: AttributedSentence) -> str:
    return sentence.verdict.name.replace("_", " ")


def _sentences(response: Response) -> Sequence[SummarySentence | AttributedSentence]:
    """The sentences of a text, or of all summaries."""
    if isinstance(response, AttributeResponse):
        return response.sentences
    summaries = [response.summary, *(preset.summary for preset in response.presets)]
    return [sentence for summary in summaries for sentence in summary.sentences]


def _numbers(response: Response) -> dict[str, int]:
    """The cited documents, numbered as the summaries and then the conflicts come to them."""
    cited = [c.document_id for sentence in _sentences(response) for c in sentence.citations]
    cited += [c.document_id for conflict in response.conflicts for v in conflict.variants for c in v.citations]
    return {document_id: number for number, document_id in enumerate(dict.fromkeys(cited), start=1)}


def _summaries(response: SummarizeResponse) -> list[tuple[str, list[Summary]]]:
    """What is printed, each with its heading and in its lines: an empty summary only where there is nothing else."""
    shown = [] if response.presets and not response.summary.sentences else [("", [response.summary])]
    return shown + [(_heading(preset), _parts(preset)) for preset in response.presets]


def _numbered(summary: Summary, numbers: dict[str, int], form: _Form) -> str:
    text = ""
    before = ""
    for sentence in summary.sentences:
        marks = _marks(sentence, numbers, form)
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


def _names(response: Response, documents: Sequence[Document]) -> dict[str, str]:
    """What to call each document: its title, publisher, day and id, as far as it has them."""
    names = {}
    for report, document in zip(response.documents, documents, strict=True):  # both in the order of the request
        day = document.publish_time.date().isoformat() if document.publish_time else ""
        origin = ", ".join(part for part in (document.publisher, day, report.document_id) if part)
        names[report.document_id] = tidy(f"{document.title} ({origin})" if document.title else origin)
    return names


def _copy_of(document_id: str, response: Response, numbers: dict[str, int], form: _Form) -> str:
    for report in response.documents:
        if report.document_id == document_id and report.verdict == Verdict.DUPLICATE:
            original = numbers.get(report.duplicate_of)
            return f" = same text as {form.mark.format(original) if original else form.word(tidy(report.duplicate_of))}"
    return ""


def _quotes(document_id: str, response: Response) -> dict[str, str]:
    """What is quoted from a document, each with its link, in the order of the summaries and then of the conflicts."""
    cited = [citation for sentence in _sentences(response) for citation in sentence.citations]
    cited += [citation for one in response.conflicts for variant in one.variants for citation in variant.citations]
    return {_quoted(citation): citation.url for citation in cited if citation.document_id == document_id}


def _quoted(citation: Citation) -> str:
    """A citation's pieces as they are printed; its offsets have to be in code points where it has more than one."""
    pieces, place = [], 0
    for part in citation.ranges if len(citation.ranges) > 1 else ():
        length = part.end - part.start
        pieces.append(tidy(citation.quote[place : place + length]))
        place += length
    return " … ".join(pieces) or tidy(citation.quote)


def _remarks(response: Response) -> list[str]:
    """What an editor must know of the rest: who stands alone, documents that are not cited, and what fell short."""
    cited = {citation.document_id for sentence in _sentences(response) for citation in sentence.citations}
    left_out = [
        f"Not cited: {report.document_id}." + (f" {report.reason}" if report.verdict != Verdict.USED else "")
        for report in response.documents
        if report.document_id not in cited  # and yet used where the summary that cites it is not printed
    ]
    alone = any(isinstance(sentence, SummarySentence) and sentence.single_source for sentence in _sentences(response))
    return ["* One source alone says so."] * alone + [tidy(remark) for remark in left_out] + _notes(response.trace)


def _notes(trace: Trace) -> list[str]:
    """What fell short."""
    return [f"Note: {part.reason}" for part in trace.degraded]
