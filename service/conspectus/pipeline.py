"""The whole story on one screen: documents in, a cited summary out.

Plain functions called in order. The pipeline knows nothing of gRPC, and streaming is this same function with an
observer. Everything is deterministic and independent of the order in which the documents come.
"""

import contextlib
import functools
from collections.abc import Sequence
from dataclasses import dataclass

from conspectus import types
from conspectus._version import __version__
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.engine.languages import primary
from conspectus.engine.writer import Writer
from conspectus.settings import EXTRACTIVE
from conspectus.stages.agencies import agency
from conspectus.stages.attribute import Compared, drafted, sentences_of_texts
from conspectus.stages.attributed import attributed
from conspectus.stages.cite import citations, cite
from conspectus.stages.clean import Cleaned, clean
from conspectus.stages.compose import Composer
from conspectus.stages.conflicts import Disagreement, compare, opposed
from conspectus.stages.drop_repeats import Voices, drop_repeats
from conspectus.stages.embed import embed
from conspectus.stages.entail import entail
from conspectus.stages.given import Given
from conspectus.stages.group import Groups, group
from conspectus.stages.items import Parser
from conspectus.stages.judge import Judge
from conspectus.stages.ledger import Ledger, conflict, facts_as_told, ledger, rows_at_odds
from conspectus.stages.marks import checked_marks, marks, without_marks
from conspectus.stages.order import order
from conspectus.stages.plan import Plan, Planned, planned, room_for
from conspectus.stages.rank import Salience, rank
from conspectus.stages.read import Source, input_digest, main_language, read
from conspectus.stages.recurring import without_recurring
from conspectus.stages.report import reports
from conspectus.stages.select import PRESETS, Budget, Lengths, select
from conspectus.stages.sentence import Sentence, sentences_of
from conspectus.stages.sift import off_topic
from conspectus.stages.split import split
from conspectus.stages.suit import Suited, suited
from conspectus.stages.verify import Verifier
from conspectus.types import (
    AttributeResponse,
    Citation,
    Degradation,
    Document,
    Info,
    Limits,
    Model,
    OffsetEncoding,
    PlannedSentence,
    Preset,
    PresetSummary,
    RankedSentence,
    RankSentencesResponse,
    ScorePart,
    SummarizeResponse,
    Summary,
    SummaryOptions,
    Trace,
)
from conspectus.typography import joint, line_break, tidy
from conspectus.validation import check
from conspectus.watch import Observer, Watch

READING = ("read", "split", "clean", "drop_repeats")
ANALYSIS = (*READING, "embed", "group", "rank")
WRITING = ("compare", "select", "write", "verify", "cite")
JUDGING = ("attribute", "compare", "verify", "cite")
JOINTS = {Preset.FIVE_BULLETS: line_break}


def summarize(
    documents: Sequence[Document],
    options: SummaryOptions,
    *,
    engine: Engine,
    limits: Limits,
    deadline: Deadline | None = None,
    observe: Observer | None = None,
) -> SummarizeResponse:
    """Summarizes a set of documents.

    `observe` is told of each stage as it begins, of the plan, and of each sentence when it is verified. Raises
    InvalidRequest, naming the fields, for what can't be worked on; DeadlineExceeded or Cancelled between stages.
    """
    check(documents, options, limits, engine.writers)
    watch = Watch(ANALYSIS + WRITING, deadline or Deadline(), observe)
    seen = _analyse(documents, options, engine, watch)

    watch.enter("compare")
    found = compare(seen.voices, seen.groups.vectors, seen.groups.cover, seen.parser, watch.deadline)

    watch.enter("select")
    writer = engine.writers.get(options.writer or engine.writer)
    candidates = suited(seen.voices, seen.language, engine.languages)
    plans = _plans(seen, found, candidates, options, engine, limits, writer)
    rows = [one.row for one in plans[0].sentences] if options.include_facts else None
    told = ledger(seen.voices, seen.groups, seen.salience, found, rows, engine.languages)
    if observe:
        observe(types.Plan(tuple(_planned(one, seen) for one in plans[0].sentences)))

    judge = Judge(seen.voices, seen.groups, seen.sentences, seen.parser, options, engine, watch.deadline)
    find = functools.partial(_supporting, seen=seen, options=options, engine=engine, deadline=watch.deadline)
    best = max(candidates.standing, key=lambda row: (seen.salience.scores[row], -row), default=None)
    language = engine.languages[seen.language]
    with contextlib.closing(Composer(plans, writer, judge, find, best, seen.voices, language, watch)) as composer:
        summaries = [_summary(plan, composer, seen, told, options.offset_encoding, watch) for plan in plans]

    used = {c.document_id for one in summaries for sentence in one.sentences for c in sentence.citations}
    degraded = [*_unanswered(seen), *composer.degraded]
    return SummarizeResponse(
        summary=summaries[0],
        facts=facts_as_told(told, composer.rows, seen.groups),
        conflicts=told.conflicts,
        documents=reports(seen.sources, seen.cleaned, seen.off_topic, seen.voices, used),
        trace=_trace(seen.sources, options, engine, watch, degraded, writer=writer),
        presets=tuple(PresetSummary(plan.preset, one) for plan, one in zip(plans[1:], summaries[1:], strict=True)),
    )


def rank_sentences(
    documents: Sequence[Document],
    options: SummaryOptions,
    *,
    engine: Engine,
    limits: Limits,
    deadline: Deadline | None = None,
) -> RankSentencesResponse:
    """Ranks the sentences of a set by salience; errors as `summarize`."""
    check(documents, options, limits, engine.writers)
    watch = Watch(ANALYSIS, deadline or Deadline(), None)
    seen = _analyse(documents, options, engine, watch)
    scores = seen.salience.scores
    order = [
        row
        for row in sorted(range(len(scores)), key=lambda row: (-scores[row], row))
        if not options.language_code or primary(seen.voices.originals[row].source.language) == seen.language
    ]
    if not options.max_sentences:
        seen.groups.cover.prepare()
    ranked = tuple(_ranked(row, place, seen) for place, row in enumerate(order[: options.max_sentences], start=1))
    return RankSentencesResponse(
        sentences=ranked,
        documents=reports(
            seen.sources, seen.cleaned, seen.off_topic, seen.voices, {sentence.document_id for sentence in ranked}
        ),
        trace=_trace(seen.sources, options, engine, watch, _unanswered(seen)),
    )


def attribute(
    text: str,
    documents: Sequence[Document],
    options: SummaryOptions,
    *,
    engine: Engine,
    limits: Limits,
    deadline: Deadline | None = None,
) -> AttributeResponse:
    """Tells who says what a text says, sentence by sentence; errors as `summarize`."""
    check(documents, options, limits, engine.writers, text)
    watch = Watch(READING + JUDGING, deadline or Deadline(), None)
    read = _read(documents, options, engine, watch)

    watch.enter("attribute")
    named = marks(text, read.sources)
    draft = drafted(text, options, engine, without_marks(text, named))
    originals = read.voices.originals
    compared = Compared(draft, originals, engine, watch.deadline)
    evidence = []
    for row in range(len(draft)):
        watch.deadline.check()
        evidence.append(compared.evidence(row))

    watch.enter("compare")
    parser = Parser(read.voices.tokens, engine.languages)
    found = compare(read.voices, compared.vectors, compared.cover, parser, watch.deadline)

    watch.enter("verify")
    verifier = Verifier(draft, originals, read.sentences, compared, parser)
    judgements = verifier.judge(evidence, watch.deadline)
    if engine.entailment:
        judgements = entail(draft, evidence, judgements, originals, engine.entailment, watch.deadline)
    judgements = checked_marks(judgements, draft, evidence, named, read.voices)

    watch.enter("cite")
    sentences = tuple(attributed(draft, evidence, judgements, read.voices, rows_at_odds(found)))
    used = {citation.document_id for sentence in sentences for citation in sentence.citations}
    return AttributeResponse(
        sentences=sentences,
        documents=reports(read.sources, read.cleaned, frozenset(), read.voices, used),
        trace=_trace(read.sources, options, engine, watch, [], text),
        conflicts=tuple(conflict(one) for one in found if one.is_conflict),
    )


def info(engine: Engine, limits: Limits) -> Info:
    """What this service is."""
    writers = (Model(EXTRACTIVE, "writer", "Apache-2.0"), *(writer.model for writer in engine.writers.values()))
    judges = (engine.entailment.model,) if engine.entailment else ()
    return Info(
        version=__version__,
        models=(engine.encoder.model, *writers, *judges, engine.languages.model),
        device=engine.encoder.device,
        languages=engine.languages.codes,
        limits=limits,
        offset_encodings=tuple(encoding for encoding in OffsetEncoding if encoding),
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the analysis found out about a set."""

    sources: list[Source]
    language: str
    cleaned: dict[int, Cleaned]
    sentences: list[Sentence]
    off_topic: frozenset[int]  # indices of sources
    voices: Voices
    groups: Groups
    salience: Salience
    parser: Parser


@dataclass(frozen=True, slots=True)
class _Read:
    """What the documents hold."""

    sources: list[Source]
    cleaned: dict[int, Cleaned]
    sentences: list[Sentence]
    voices: Voices


def _read(documents: Sequence[Document], options: SummaryOptions, engine: Engine, watch: Watch) -> _Read:
    watch.enter("read")
    sources = read(documents, options, engine)

    watch.enter("split")
    blocks = {}
    for source in sources:
        watch.deadline.check()
        blocks[source.index] = split(source.text, engine.languages[source.language])

    watch.enter("clean")
    cleaned = {}
    for source in sources:
        watch.deadline.check()
        cleaned[source.index] = clean(source.text, blocks[source.index], source.document.title)
    cleaned = without_recurring(sources, cleaned, engine.languages)
    sentences = sentences_of(sources, cleaned)

    watch.enter("drop_repeats")
    named = {source.index: agency(source, cleaned[source.index]) for source in sources}
    return _Read(sources, cleaned, sentences, drop_repeats(sentences, sources, engine.languages, named))


def _analyse(documents: Sequence[Document], options: SummaryOptions, engine: Engine, watch: Watch) -> _Seen:
    found = _read(documents, options, engine, watch)
    voices, language = found.voices, main_language(found.sources, options)

    watch.enter("embed")
    vectors = embed(voices.originals, voices.tokens, engine, watch.deadline)
    strange = off_topic(voices, vectors)
    if strange:
        voices, rows = voices.without(strange)
        vectors = vectors[rows]

    watch.enter("group")
    groups = group(voices, vectors, engine.languages[language], engine, watch.deadline)

    watch.enter("rank")
    salience = rank(voices, groups, engine, watch.deadline, options.query)
    parser = Parser(voices.tokens, engine.languages)
    return _Seen(found.sources, language, found.cleaned, found.sentences, strange, voices, groups, salience, parser)


def _plans(
    seen: _Seen,
    found: Sequence[Disagreement],
    candidates: Suited,
    options: SummaryOptions,
    engine: Engine,
    limits: Limits,
    writer: Writer | None,
) -> list[Plan]:
    """The plans of the summary and of each preset, in this order."""
    budgets = {Preset.UNSPECIFIED: Budget(options.max_words or limits.default_max_words, options.max_sentences)}
    budgets |= {preset: PRESETS[preset] for preset in options.presets}
    given = Given(seen.voices, engine.languages)
    lengths = Lengths.of([tidy(sentence.text) for sentence in seen.voices.originals])
    against = opposed(found)
    plans = []
    for preset, budget in budgets.items():
        rows = select(
            candidates,
            lengths,
            seen.salience,
            seen.groups,
            seen.voices.standing,
            given,
            room_for(budget, writer),
            opposed=against,
            alone=options.include_single_source,
        )
        ordered = order(rows, candidates, seen.voices, seen.groups, given, seen.salience.scores)
        suitable = candidates.standing if writer else ()
        plans.append(Plan(preset, budget, planned(ordered, suitable, seen.voices, seen.groups, against)))
    return plans


def _planned(one: Planned, seen: _Seen) -> PlannedSentence:
    """What a sentence is to be made of as the caller is told: one place a document, its own first."""
    cited: dict[str, Citation] = {}
    for row in (one.row, *one.others):
        for place in citations(row, seen.voices, seen.groups):
            cited.setdefault(place.document_id, place)
    return PlannedSentence(tuple(cited.values()))


def _supporting(
    texts: Sequence[str],
    rows: Sequence[int],
    *,
    seen: _Seen,
    options: SummaryOptions,
    engine: Engine,
    deadline: Deadline,
) -> list[list[int]]:
    """For each of some sentences those of the rows that support it, the best first."""
    if not texts:
        return []
    originals = [seen.voices.originals[row] for row in rows]
    draft = sentences_of_texts(texts, originals[0].source.language, options, engine)
    compared = Compared(draft, originals, engine, deadline)
    return [[rows[part.row] for part in compared.evidence(number)] for number in range(len(draft))]


def _summary(
    plan: Plan, composer: Composer, seen: _Seen, told: Ledger, encoding: OffsetEncoding, watch: Watch
) -> Summary:
    """The summary of a plan; the observer is told of each sentence of the one that has no preset."""
    join = JOINTS.get(plan.preset, joint)
    drafts = composer.sentences(plan)
    sentences, text = [], ""
    for sentence in cite(drafts, seen.voices, seen.groups, told.facts_of, told.conflicts_of, encoding, join):
        text += join(text, sentence.text) + sentence.text
        sentences.append(sentence)
        if not plan.preset:
            watch.tell(sentence)
    watch.enter("cite")
    return Summary(text, tuple(sentences))


def _ranked(row: int, place: int, seen: _Seen) -> RankedSentence:
    sentence = seen.voices.originals[row]
    parts = tuple(ScorePart(name, round(float(part[row]), 6)) for name, part in seen.salience.parts.items())
    return RankedSentence(
        document_id=sentence.source.id,
        range=sentence.source.offsets.range(sentence.start, sentence.end),
        text=sentence.text,
        rank=place,
        score=round(sum(part.value for part in parts), 6),
        parts=parts,
        independent_sources=seen.voices.independent(seen.groups.witnesses(row)),
    )


def _unanswered(seen: _Seen) -> list[Degradation]:
    if seen.salience.answered:
        return []
    reason = "No sentence has a word of the query; what was preferred is at most alike in meaning."
    return [Degradation("rank", reason)]


def _trace(
    sources: Sequence[Source],
    options: SummaryOptions,
    engine: Engine,
    watch: Watch,
    degraded: Sequence[Degradation],
    text: str = "",
    writer: Writer | None = None,
) -> Trace:
    return Trace(
        encoder=engine.encoder.model.name,
        writer=writer.model.name if writer else EXTRACTIVE,
        version=__version__,
        input_digest=input_digest(sources, options, text),
        stages=watch.stages(with_durations=options.include_durations),
        degraded=tuple(degraded),
        entailment=engine.entailment.model.name if (text or writer) and engine.entailment else "",
        writer_revision=writer.model.revision if writer else "",
        seed=writer.seed if writer else None,
    )
