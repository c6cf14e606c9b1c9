"""phrase: a writer's words for what is planned, each sentence with the rows that it is made of.

A writer of sentences is given one group of evidence after another. One of paragraphs is given what each document says
of all of them, and its sentences find their rows among those by what they say (see `attribute`).
"""

import contextlib
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace

from conspectus.engine import Language
from conspectus.engine.writer import Passage
from conspectus.quotations import quotations
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.plan import Plan, Planned
from conspectus.stages.split import split
from conspectus.stages.write import Draft, write
from conspectus.types import Origin
from conspectus.typography import count_words, end_of_words, joint, tidy

QUOTED = 0.5  # share of a sentence within quotation marks from which on it is left as it is

Ask = Callable[[Sequence[Passage]], Generator[str]]  # a text for each passage, "" where there is none
Find = Callable[[Sequence[str], Sequence[int]], list[list[int]]]  # of sentences, the rows that support each, best first


def phrased(planned: Sequence[Planned], ask: Ask, voices: Voices, language: Language) -> Generator[Draft]:
    """A draft for each that is planned, in their order, as they come: the source's own words where none came."""
    own = write([one.row for one in planned], voices)
    passages = {
        place: Passage(tuple(_texts((one.row, *one.others), voices)), count_words(draft.text))
        for place, (one, draft) in enumerate(zip(planned, own, strict=True))
        if not _is_quotation(draft.text)
    }
    with contextlib.closing(ask(list(passages.values()))) as answers:
        for place, draft in enumerate(own):
            text = next(iter(_sentences(next(answers, ""), language)), "") if place in passages else ""
            yield _drafted(draft, text, planned[place].others)


def paragraph(plan: Plan, ask: Ask, voices: Voices, language: Language, find: Find) -> list[Draft]:
    """The sentences of one paragraph of all that is planned, as many as the budget has words and sentences for."""
    rows = list(dict.fromkeys(row for one in plan.sentences for row in (one.row, *one.others)))
    documents: dict[int, list[int]] = {}
    for row in sorted(rows, key=lambda row: (voices.originals[row].source.index, voices.originals[row].position)):
        documents.setdefault(voices.originals[row].source.index, []).append(row)
    texts = tuple(_joined(_texts(held, voices)) for held in documents.values())
    with contextlib.closing(ask([Passage(texts, plan.budget.words)] if texts else [])) as answers:
        answer = next(answers, "")
    end = end_of_words(answer, plan.budget.words)
    sentences = _sentences(answer[:end], language)
    if end < len(answer):
        sentences = sentences[:-1]  # the last was cut
    sentences = sentences[: plan.budget.sentences]
    supported = [(text, found) for text, found in zip(sentences, find(sentences, rows), strict=True) if found]
    return [_drafted(write([found[0]], voices)[0], text, found[1:]) for text, found in supported]


def _drafted(own: Draft, text: str, others: Iterable[int]) -> Draft:
    """What was written for a draft; the draft itself, if nothing was, or just the same."""
    if not text or text == own.text:
        return own
    return replace(own, text=text, others=tuple(others), origin=Origin.WRITTEN)


def _sentences(text: str, language: Language) -> list[str]:
    blocks = split(text, language) if text else []
    spans = [span for block in blocks for span in (block.sentences or ((block.start, block.end),))]
    return [tidy(text[start:end]) for start, end in spans]


def _is_quotation(text: str) -> bool:
    """Whether a sentence is mostly somebody's own words, which nobody else can put better."""
    return sum(end - start for start, end in quotations(text)) >= QUOTED * len(text)


def _texts(rows: Iterable[int], voices: Voices) -> list[str]:
    return [tidy(voices.originals[row].text) for row in rows]


def _joined(texts: Sequence[str]) -> str:
    joined = ""
    for text in texts:
        joined += joint(joined, text) + text
    return joined
