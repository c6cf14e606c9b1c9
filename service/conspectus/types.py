"""What everything speaks of: documents and options going in, summaries, citations and reports coming out.

The names and numbers are those of the contract (proto/conspectus/v1/summarization.proto), where every field is
documented; `convert` maps one to the other. This module imports nothing of ours.
"""

import datetime
import enum
import functools
import types
import typing
from dataclasses import dataclass, field
from typing import Any


class OffsetEncoding(enum.IntEnum):
    """The unit in which offsets count. UNSPECIFIED means code points."""

    UNSPECIFIED = 0
    CODE_POINTS = 1
    UTF8_BYTES = 2
    UTF16_CODE_UNITS = 3


class Support(enum.IntEnum):
    """Whether the cited words say what the sentence says."""

    UNSPECIFIED = 0
    SUPPORTED = 1
    PARTIAL = 2
    UNSUPPORTED = 3
    CONTRADICTED = 4
    NO_CLAIM = 5


class Origin(enum.IntEnum):
    """How a sentence of a summary came to be."""

    UNSPECIFIED = 0
    WRITTEN = 1
    REPAIRED = 2
    EXTRACTED = 3


class Verdict(enum.IntEnum):
    """What became of a document."""

    UNSPECIFIED = 0
    USED = 1
    UNCITED = 2
    DUPLICATE = 3
    OFF_TOPIC = 4
    EMPTY = 5


class Removal(enum.IntEnum):
    """Why a part of a document was left out of the reading."""

    UNSPECIFIED = 0
    NAVIGATION = 1
    SUBSCRIPTION = 2
    ADVERTISEMENT = 3
    SHARE = 4
    CREDIT = 5
    COOKIE = 6
    COPYRIGHT = 7
    COMMENTS = 8
    TRUNCATED = 9
    BYLINE = 10
    NOT_PROSE = 11
    RECURRING = 12


class Gate(enum.IntEnum):
    """What must be right: to the letter, but for ENTAILMENT."""

    UNSPECIFIED = 0
    FIGURE = 1
    NAME = 2
    NEGATION = 3
    QUOTATION = 4
    SPEAKER = 5
    DATE = 6
    ENTAILMENT = 7
    SOURCE = 8


class Preset(enum.IntEnum):
    """A shape that a summary is asked for in."""

    UNSPECIFIED = 0
    PUSH_ALERT = 1
    STANDFIRST = 2
    FIVE_BULLETS = 3
    WORDS_100 = 4
    WORDS_250 = 5
    WORDS_600 = 6


@dataclass(frozen=True, slots=True)
class Document:
    """One document of a set: `text`, or `html` from which the text is taken."""

    text: str = ""
    id: str = ""
    title: str = ""
    html: str = ""
    url: str = ""
    publisher: str = ""
    author: str = ""
    publish_time: datetime.datetime | None = None
    language_code: str = ""
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How a summary is made; None stands for the server's default."""

    max_words: int | None = None
    max_sentences: int | None = None
    query: str = ""
    language_code: str = ""
    writer: str = ""
    offset_encoding: OffsetEncoding = OffsetEncoding.UNSPECIFIED
    include_facts: bool = False
    include_durations: bool = False
    presets: tuple[Preset, ...] = ()
    include_single_source: bool = False


@dataclass(frozen=True, slots=True)
class Range:
    """A part of a text, end exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A place in a document that says what a sentence or a fact says."""

    document_id: str
    ranges: tuple[Range, ...]
    quote: str
    prefix: str = ""
    suffix: str = ""
    score: float = 0.0
    url: str = ""


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """One sentence of a summary with its sources."""

    range: Range
    text: str
    citations: tuple[Citation, ...]
    support: Support = Support.UNSPECIFIED
    support_score: float = 0.0
    origin: Origin = Origin.UNSPECIFIED
    independent_sources: int = 0
    single_source: bool = False
    facts: tuple[int, ...] = ()
    conflicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """A summary: its text, and the sentences it is made of."""

    text: str = ""
    sentences: tuple[SummarySentence, ...] = ()


@dataclass(frozen=True, slots=True)
class PresetSummary:
    """A summary in a fixed shape."""

    preset: Preset
    summary: Summary


@dataclass(frozen=True, slots=True)
class Fact:
    """What one or more documents say, in their own words."""

    citations: tuple[Citation, ...]
    independent_sources: int
    first_publish_time: datetime.datetime | None = None
    salience: float = 0.0
    in_summary: bool = False


@dataclass(frozen=True, slots=True)
class ConflictVariant:
    """One of the values that sources state."""

    value: str
    citations: tuple[Citation, ...]
    as_of: datetime.datetime | None = None


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that sources state differently."""

    subject: str
    variants: tuple[ConflictVariant, ...]
    gate: Gate = Gate.UNSPECIFIED


@dataclass(frozen=True, slots=True)
class RemovedRange:
    """A part of a document that was left out of the reading."""

    start: int
    end: int
    removal: Removal


@dataclass(frozen=True, slots=True)
class DocumentReport:
    """What became of a document."""

    document_id: str
    verdict: Verdict
    reason: str = ""
    duplicate_of: str = ""
    language_code: str = ""
    removed_ranges: tuple[RemovedRange, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage of the work; its duration in seconds only where it was asked for."""

    name: str
    duration: float | None = None


@dataclass(frozen=True, slots=True)
class Degradation:
    """Something that was done less well than asked for."""

    stage: str
    reason: str


@dataclass(frozen=True, slots=True)
class Trace:
    """How a response was made."""

    encoder: str = ""
    writer: str = ""
    version: str = ""
    input_digest: str = ""
    stages: tuple[Stage, ...] = ()
    degraded: tuple[Degradation, ...] = ()
    entailment: str = ""
    writer_revision: str = ""
    seed: int | None = None


@dataclass(frozen=True, slots=True)
class SummarizeResponse:
    """A summary with everything that belongs to it."""

    summary: Summary = field(default_factory=Summary)
    facts: tuple[Fact, ...] = ()
    conflicts: tuple[Conflict, ...] = ()
    documents: tuple[DocumentReport, ...] = ()
    trace: Trace = field(default_factory=Trace)
    presets: tuple[PresetSummary, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """A stage of the work that began."""

    stage: str
    completed_stages: int
    total_stages: int


@dataclass(frozen=True, slots=True)
class PlannedSentence:
    """A sentence that is to be: the places that it will be made of."""

    citations: tuple[Citation, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """What the summary is to say, in its order."""

    sentences: tuple[PlannedSentence, ...]


@dataclass(frozen=True, slots=True)
class ScorePart:
    """One part of a salience score."""

    name: str
    value: float


@dataclass(frozen=True, slots=True)
class RankedSentence:
    """A sentence and how salient it is."""

    document_id: str
    range: Range
    text: str
    rank: int
    score: float
    parts: tuple[ScorePart, ...]
    independent_sources: int


@dataclass(frozen=True, slots=True)
class RankSentencesResponse:
    """A ranking with everything that belongs to it."""

    sentences: tuple[RankedSentence, ...] = ()
    documents: tuple[DocumentReport, ...] = ()
    trace: Trace = field(default_factory=Trace)


@dataclass(frozen=True, slots=True)
class Finding:
    """Something in a sentence that its sources do not have, or have otherwise."""

    gate: Gate
    range: Range
    instead: str = ""
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class AttributedSentence:
    """One sentence of a text, and who says so."""

    range: Range
    text: str
    verdict: Support = Support.UNSPECIFIED
    score: float = 0.0
    citations: tuple[Citation, ...] = ()
    uncovered_ranges: tuple[Range, ...] = ()
    findings: tuple[Finding, ...] = ()
    independent_sources: int = 0
    conflicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class AttributeResponse:
    """The sentences of a text with everything that belongs to them."""

    sentences: tuple[AttributedSentence, ...] = ()
    documents: tuple[DocumentReport, ...] = ()
    trace: Trace = field(default_factory=Trace)
    conflicts: tuple[Conflict, ...] = ()


@dataclass(frozen=True, slots=True)
class Model:
    """A model, or a set of language data."""

    name: str
    role: str
    license: str
    checksum: str = ""
    revision: str = ""


@dataclass(frozen=True, slots=True)
class Limits:
    """What a server accepts, as GetInfo tells it."""

    max_documents: int
    max_document_bytes: int
    max_message_bytes: int
    max_upload_bytes: int
    max_words: int
    default_max_words: int


@dataclass(frozen=True, slots=True)
class Info:
    """What a server is."""

    version: str
    models: tuple[Model, ...]
    device: str
    languages: tuple[str, ...]
    limits: Limits
    offset_encodings: tuple[OffsetEncoding, ...]


@functools.cache
def field_types(cls: Any) -> dict[str, Any]:
    """The types of the fields of one of these classes, `X | None` as X."""
    hints = typing.get_type_hints(cls)
    return {
        name: next(arg for arg in typing.get_args(kind) if arg is not type(None))
        if isinstance(kind, types.UnionType)
        else kind
        for name, kind in hints.items()
    }
