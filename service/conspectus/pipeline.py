"""The whole story on one screen: documents in, a cited summary out.

Plain functions called in order. The pipeline knows nothing of gRPC, and streaming is this same function with an
observer. Everything is deterministic and independent of the order in which the documents come.
"""

import functools
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from conspectus._version import __version__
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.engine.languages import primary
from conspectus.stages.agencies import agency
from conspectus.stages.attribute import Compared, Evidence, drafted, sentences_of_texts
from conspectus.stages.attributed import attributed
from conspectus.stages.cite import cite
from conspectus.stages.clean import Cleaned, clean
from conspectus.stages.conflicts import Disagreement, compare, opposed
from conspectus.stages.drop_repeats import Voices, drop_repeats
from conspectus.stages.embed import embed
from conspectus.stages.entail import entail
from conspectus.stages.gate import gated
from conspectus.stages.given import Given
from conspectus.stages.group import Groups, group
from conspectus.stages.items import Parser
from conspectus.stages.ledger import Ledger, conflict, ledger, rows_at_odds
from conspectus.stages.marks import checked_marks, marks, without_marks
from conspectus.stages.order import order
from conspectus.stages.rank import Salience, rank
from conspectus.stages.read import Source, input_digest, main_language, read
from conspectus.stages.recurring import without_recurring
from conspectus.stages.report import reports
from conspectus.stages.select import PRESETS, Budget, Lengths, select
from conspectus.stages.sentence import Sentence, sentences_of
from conspectus.stages.sift import off_topic
from conspectus.stages.split import split
from conspectus.stages.suit import suited
from conspectus.stages.verify import Judgement, Verifier
from conspectus.stages.write import Draft, cut, write
from conspectus.types import (
    AttributeResponse,
    Degradation,
    Document,
    Info,
    Limits,
    Model,
    OffsetEncoding,
    Origin,
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
from conspectus.validation import WRITERS, check
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

    `observe` is told of each stage as it begins, and of each sentence of the summary when it is final. Raises
    InvalidRequest, naming the fields, for what can't be worked on; DeadlineExceeded or Cancelled between stages.
    """
    check(documents, options, limits)
    watch = Watch(ANALYSIS + WRITING, deadline or Deadline(), observe)
    seen = _analyse(documents, options, engine, watch)

    watch.enter("compare")
    found = compare(seen.voices, seen.groups.vectors, seen.groups.cover, seen.parser, watch.deadline)

    drafts, degraded = _drafts(seen, found, options, engine, limits, watch)

    watch.enter("cite")
    rows = [draft.row for draft in drafts[Preset.UNSPECIFIED]] if options.include_facts else None
    told = ledger(seen.voices, seen.groups, seen.salience, found, rows, engine.languages)
    main = _summary(drafts.pop(Preset.UNSPECIFIED), seen, told, options.offset_encoding, observe=observe)
    presets = tuple(
        PresetSummary(preset, _summary(found, seen, told, options.offset_encoding, JOINTS.get(preset, joint)))
        for preset, found in drafts.items()
    )
    summaries = [main, *(preset.summary for preset in presets)]
    used = {c.document_id for summary in summaries for sentence in summary.sentences for c in sentence.citations}
    return SummarizeResponse(
        summary=main,
        facts=told.facts,
        conflicts=told.conflicts,
        documents=reports(seen.sources, seen.cleaned, seen.off_topic, seen.voices, used),
        trace=_trace(seen.sources, options, engine, watch, [*_unanswered(seen), *degraded]),
        presets=presets,
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
    check(documents, options, limits)
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
    check(documents, options, limits, text)
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
    writers = tuple(Model(name, "writer", "Apache-2.0") for name in WRITERS)
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


def _drafts(
    seen: _Seen,
    found: Sequence[Disagreement],
    options: SummaryOptions,
    engine: Engine,
    limits: Limits,
    watch: Watch,
) -> tuple[dict[Preset, list[Draft]], list[Degradation]]:
    """The sentences of the summary, under UNSPECIFIED, and of each preset; and what fell short."""
    watch.enter("select")
    budgets = {Preset.UNSPECIFIED: Budget(options.max_words or limits.default_max_words, options.max_sentences)}
    budgets |= {preset: PRESETS[preset] for preset in options.presets}
    candidates = suited(seen.voices, seen.language, engine.languages)
    given = Given(seen.voices, engine.languages)
    lengths = Lengths.of([tidy(sentence.text) for sentence in seen.voices.originals])
    chosen = {
        preset: select(
            candidates,
            lengths,
            seen.salience,
            seen.groups,
            seen.voices.standing,
            given,
            budget,
            opposed=opposed(found),
            alone=options.include_single_source,
        )
        for preset, budget in budgets.items()
    }

    watch.enter("write")
    degraded: list[Degradation] = []
    written = {
        preset: write(order(rows, candidates, seen.voices, seen.groups, given, seen.salience.scores), seen.voices)
        for preset, rows in chosen.items()
    }

    watch.enter("verify")
    judge = functools.partial(_judged, seen=seen, options=options, engine=engine, deadline=watch.deadline)
    drafts = {
        preset: gated(made, seen.voices, judge, budgets[preset])
        or _cut_to_fit(candidates.standing, seen, preset, budgets[preset], degraded)
        for preset, made in written.items()
    }
    lost = sum(map(_by_model, written.values())) - sum(map(_by_model, drafts.values()))
    if lost:
        reason = "say what no source does; the sources' own stand for them where there is room."
        degraded.append(Degradation("verify", f"{lost} of the sentences that were written {reason}"))
    return drafts, degraded


def _by_model(drafts: Sequence[Draft]) -> int:
    return sum(draft.origin != Origin.EXTRACTED for draft in drafts)


def _judged(
    drafts: Sequence[Draft], *, seen: _Seen, options: SummaryOptions, engine: Engine, deadline: Deadline
) -> list[Judgement]:
    """What the sentences that drafts were written from, and those that say the same, make of them."""
    language = seen.voices.originals[drafts[0].row].source.language
    sentences = sentences_of_texts([draft.text for draft in drafts], language, options, engine)
    compared = Compared(sentences, seen.voices.originals, engine, deadline)
    verifier = Verifier(sentences, seen.voices.originals, seen.sentences, compared, seen.parser)
    rows = [dict.fromkeys(r for own in (d.row, *d.others) for r in seen.groups.witnesses(own)) for d in drafts]
    return verifier.judge([[Evidence(row, 1.0) for row in own] for own in rows], deadline)


def _summary(
    drafts: Sequence[Draft],
    seen: _Seen,
    told: Ledger,
    encoding: OffsetEncoding,
    join: Callable[[str, str], str] = joint,
    observe: Observer | None = None,
) -> Summary:
    sentences, text = [], ""
    for sentence in cite(drafts, seen.voices, seen.groups, told.facts_of, told.conflicts_of, encoding, join):
        text += join(text, sentence.text) + sentence.text
        sentences.append(sentence)
        if observe:
            observe(sentence)
    return Summary(text, tuple(sentences))


def _cut_to_fit(
    candidates: Sequence[int], seen: _Seen, preset: Preset, budget: Budget, degraded: list[Degradation]
) -> list[Draft]:
    """Where no sentence fits the budget: the beginning of the most salient one; the reason goes to `degraded`."""
    if not candidates:
        reason = "No document holds a sentence of prose, so the summary is empty."
        if not degraded:
            degraded.append(Degradation("clean", reason))
        return []
    best = max(candidates, key=lambda row: (seen.salience.scores[row], -row))
    draft = cut(best, seen.voices, budget)
    size = f"{budget.characters} characters" if budget.characters else f"{budget.words} words"
    name = f" of {preset.name}" if preset else ""
    became = "the most salient one was cut" if draft else "it is empty"
    degraded.append(Degradation("write", f"No sentence fits into the {size}{name}, so {became}."))
    return [draft] if draft else []


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
) -> Trace:
    return Trace(
        encoder=engine.encoder.model.name,
        writer=options.writer or WRITERS[0],
        version=__version__,
        input_digest=input_digest(sources, options, text),
        stages=watch.stages(with_durations=options.include_durations),
        degraded=tuple(degraded),
        entailment=engine.entailment.model.name if text and engine.entailment else "",
    )
