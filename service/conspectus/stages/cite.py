"""cite: every sentence of the summary gets the places that say it, one a document.

The first citation is the place the sentence was taken from, or rests on most; then come the documents that repeat it
word for word, and those that say the same in words of their own. A quote is always a slice of the document's text at
the cited ranges.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from conspectus.offsets import OffsetMap
from conspectus.stages.attribute import Evidence
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.group import BACKED, Groups
from conspectus.stages.read import Source
from conspectus.stages.sentence import Sentence
from conspectus.stages.verify import SUPPORTED, Judgement
from conspectus.stages.write import Draft
from conspectus.types import Citation, OffsetEncoding, Range, SummarySentence, Support
from conspectus.typography import is_mostly_unspaced, joint, tidy
from conspectus.words import fold

CONTEXT = 32  # characters of prefix and suffix (W3C Web Annotation, TextQuoteSelector)
FRAGMENT_WORDS = 8  # a longer quote is linked by its first and last words
ENDS = 4  # that many words of each
FRAGMENT_CHARACTERS, END_CHARACTERS = 24, 10  # the same in scripts without spaces


def cite(
    drafts: Iterable[Draft],
    voices: Voices,
    groups: Groups,
    facts_of: Mapping[int, tuple[int, ...]],
    conflicts_of: Mapping[int, tuple[int, ...]],
    encoding: OffsetEncoding,
    join: Callable[[str, str], str] = joint,
) -> Iterator[SummarySentence]:
    """The sentences of the summary with their citations, in order; ranges in `encoding`.

    `facts_of` and `conflicts_of` are those of the ledger, by row; `join` gives what stands between two sentences.
    """
    offset, before = 0, ""
    for draft in drafts:
        offset += len(join(before, draft.text))
        end = offset + OffsetMap(draft.text, encoding).range(0, len(draft.text)).end
        independent = voices.independent(_saying(draft, groups))
        yield SummarySentence(
            range=Range(offset, end),
            text=draft.text,
            citations=tuple(_citations(draft, voices, groups)),
            support=draft.judgement.verdict if draft.judgement else Support.SUPPORTED,
            support_score=round(draft.judgement.score, 4) if draft.judgement else 1.0,
            origin=draft.origin,
            independent_sources=independent,
            single_source=independent < 2 and groups.backing(draft.row) < BACKED,
            facts=_places(facts_of, draft),
            conflicts=_places(conflicts_of, draft),
        )
        offset, before = end, draft.text


def _citations(draft: Draft, voices: Voices, groups: Groups) -> Iterator[Citation]:
    if not draft.judgement:
        yield from citations(draft.row, voices, groups, (draft.start, draft.end))
        return
    whole = replace(draft.judgement, carrying=tuple([] for _ in draft.evidence))  # with all that qualifies what is told
    for source, (spans, score) in pieces(draft.evidence, whole, voices).items():
        yield citation(source, spans, score)


def _saying(draft: Draft, groups: Groups) -> list[int]:
    """The rows that say all of a sentence, each by itself; at least one."""
    if not draft.evidence:
        return groups.witnesses(draft.row)
    return [part.row for part in draft.evidence if part.score >= SUPPORTED] or [draft.evidence[0].row]


def _places(places_of: Mapping[int, tuple[int, ...]], draft: Draft) -> tuple[int, ...]:
    """The places of the facts or conflicts that the rows of a draft have a part in."""
    rows = [part.row for part in draft.evidence] or [draft.row]
    return tuple(sorted({place for row in rows for place in places_of.get(row, ())}))


def citations(row: int, voices: Voices, groups: Groups, span: tuple[int, int] | None = None) -> Iterator[Citation]:
    """The places that say what a sentence says, one a document, its own first, then the best first."""
    own = voices.originals[row]
    yield citation(own.source, [span or (own.start, own.end)], 1.0)
    cited = {own.source.index}
    for sentence, score in _others(row, voices, groups):
        if sentence.source.index not in cited:
            cited.add(sentence.source.index)
            yield citation(sentence.source, [(sentence.start, sentence.end)], score)


def _others(row: int, voices: Voices, groups: Groups) -> Iterator[tuple[Sentence, float]]:
    words = set(fold(voices.originals[row].text))
    for copy in voices.copies[row]:
        yield copy, len(words & set(fold(copy.text))) / max(1, len(words))
    for other, score in groups.same(row):
        for sentence in (voices.originals[other], *voices.copies[other]):
            yield sentence, score


def pieces(
    found: Sequence[Evidence], judged: Judgement, voices: Voices
) -> dict[Source, tuple[list[tuple[int, int]], float]]:
    """By source, best first: where it says what carries a sentence, and how far the best of it does.

    A copy is cited where it has the same words; where it does not, as a whole. Where a source repeats itself its first
    place is cited.
    """
    found_in: dict[Source, tuple[list[tuple[int, int]], float]] = {}
    for part, carrying in zip(found, judged.carrying, strict=True):
        original = voices.originals[part.row]
        for sentence in _one_a_source((original, *voices.copies[part.row])):
            whole = sentence.text != original.text or not carrying
            spans = [(0, len(sentence.text))] if whole else carrying
            told = [(sentence.start + start, sentence.start + end) for start, end in spans]
            before, score = found_in.get(sentence.source, ([], part.score))
            found_in[sentence.source] = before + told, score
    return {source: (_joined(spans), score) for source, (spans, score) in found_in.items()}


def _one_a_source(sentences: Sequence[Sentence]) -> Iterable[Sentence]:
    first: dict[Source, Sentence] = {}
    for sentence in sentences:
        first.setdefault(sentence.source, sentence)
    return first.values()


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans in their order, those that overlap as one."""
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def citation(source: Source, spans: Sequence[tuple[int, int]], score: float) -> Citation:
    """The citation of one or more pieces of a source's text, in their order."""
    texts = [source.text[start:end] for start, end in spans]
    first, last = spans[0][0], spans[-1][1]
    return Citation(
        document_id=source.id,
        ranges=tuple(source.offsets.range(start, end) for start, end in spans),
        quote="".join(texts),
        prefix=source.text[max(0, first - CONTEXT) : first],
        suffix=source.text[last : last + CONTEXT],
        score=round(score, 4),
        url=text_fragment(source.document.url, texts),
    )


def text_fragment(url: str, texts: Sequence[str]) -> str:
    """The url with a text fragment (WICG Scroll To Text Fragment) for each text; "" for a url that is no web page's."""
    directives = "&".join(f"text={_directive(words)}" for text in texts if (words := tidy(text)))
    if not url.lower().startswith(("http://", "https://")) or not directives:
        return ""
    base, _, fragment = url.partition("#")
    return f"{base}#{fragment.split(':~:')[0]}:~:{directives}"


def _directive(words: str) -> str:
    """A text, or the ends of a long one."""
    if is_mostly_unspaced(words):
        long, first, last = len(words) > FRAGMENT_CHARACTERS, words[:END_CHARACTERS], words[-END_CHARACTERS:]
    else:
        parts = words.split()
        long, first, last = len(parts) > FRAGMENT_WORDS, " ".join(parts[:ENDS]), " ".join(parts[-ENDS:])
    return f"{_escape(first)},{_escape(last)}" if long else _escape(words)


def _escape(text: str) -> str:
    # quote() leaves the dash, which the fragment's grammar gives a meaning.
    return quote(text.encode("utf-8", "replace"), safe="").replace("-", "%2D")
