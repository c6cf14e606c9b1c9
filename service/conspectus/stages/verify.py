"""verify: whether what the sources say is what a sentence says, word by word where a word decides.

Three looks, all deterministic. *Cover*: how much of the sentence its evidence has, near words included. *Items*: every
figure, name and negation must be the evidence's (see `items`). Where a sentence runs nearly as its evidence does, the
two are laid side by side (see `align`), and what stands in an item's place must be the same; elsewhere the evidence
must have it, and a figure beside a word that stands beside it here. *Quotations*: what stands in quotation marks must
stand in one of the sources, word for word, and who is named beside it here must be named near it there (see
`verbatim`).
"""

import functools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.deadline import Deadline
from conspectus.quotations import is_whole, quotations
from conspectus.stages.aliases import names
from conspectus.stages.align import Aligned
from conspectus.stages.attribute import Compared, Evidence
from conspectus.stages.fit import is_question, speaks_to_reader
from conspectus.stages.items import Item, Parsed, Parser, parse
from conspectus.stages.sentence import Sentence
from conspectus.stages.verbatim import Verbatim
from conspectus.types import Gate, Support

SUPPORTED, PARTIAL = 0.7, 0.35  # cover from which on all of a sentence is said, or some of it
QUOTED = 3  # words of a quotation from which on it is looked for; shorter ones are titles and single words


@dataclass(frozen=True, slots=True)
class Flaw:
    """Characters `start` to `end` of a sentence, which its evidence does not have, or has `instead` in `row`."""

    gate: Gate
    start: int
    end: int
    instead: str = ""
    row: int = -1


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is said of one sentence: `uncovered` are the words without evidence, `carrying` the words of each evidence
    that carry it, both as characters of their sentences.
    """

    verdict: Support
    score: float = 0.0
    flaws: tuple[Flaw, ...] = ()
    uncovered: tuple[tuple[int, int], ...] = ()
    carrying: tuple[list[tuple[int, int]], ...] = ()


class Verifier:
    """Judges the sentences of a draft by those of its sources.

    `sentences` are those that evidence is found among; `running` are all of the sources, in their order, of which
    those may leave out copies.
    """

    def __init__(
        self,
        draft: Sequence[Sentence],
        sentences: Sequence[Sentence],
        running: Sequence[Sentence],
        compared: Compared,
        parser: Parser,
    ) -> None:
        self._draft, self._sentences = draft, sentences
        self._cover, self._columns = compared.cover, compared.terms.columns
        self._parser = parser
        self._capitalized = compared.capitalized()
        self._running = running

    def judge(self, evidence: Sequence[Sequence[Evidence]], deadline: Deadline) -> list[Judgement]:
        """Judges each sentence of the draft by its evidence."""
        self._cover.prepare({len(self._draft) + found.row for own in evidence for found in own})
        judgements = []
        for number, own in enumerate(evidence):
            deadline.check()
            judgements.append(self._judge(number, own))
        return judgements

    def _judge(self, number: int, evidence: Sequence[Evidence]) -> Judgement:
        sentence = self._draft[number]
        language = self._parser.languages[sentence.source.language]
        ours = parse(sentence.text, language, self._capitalized, sentence.source.day)
        if not ours.words or is_question(sentence.text, language):
            return Judgement(Support.NO_CLAIM)
        covered = [self._cover.covered_by(len(self._draft) + found.row) for found in evidence]
        have = np.max(covered, axis=0) if covered else np.zeros(len(self._columns))
        score = float(self._cover.covered(have)[number]) if covered else 0.0
        sides = [Aligned(ours, self._parser(self._sentences[found.row])) for found in evidence]
        flaws = [*self._items(ours, sides, evidence), *self._quotations(ours)]
        verdict = _verdict(score, flaws)
        if verdict == Support.UNSUPPORTED and not ours.items and speaks_to_reader(sentence.text, language):
            verdict = Support.NO_CLAIM
        return Judgement(
            verdict,
            score,
            tuple(flaws),
            tuple(self._uncovered(ours, have)),
            tuple(side.carrying() for side in sides),
        )

    @functools.cached_property
    def _verbatim(self) -> Verbatim:
        return Verbatim(self._running)

    def _items(self, ours: Parsed, sides: Sequence[Aligned], evidence: Sequence[Evidence]) -> Iterator[Flaw]:
        alike = [place for place, side in enumerate(sides) if side.alike]
        whole = {item: name for name in names(ours) for item in name}
        for item in [*_opening(ours, [sides[place] for place in alike]), *ours.items]:
            kept = any(sides[place].keeps(item) for place in alike)
            if kept or self._is_alias(item, whole.get(item, [item]), sides, evidence):
                continue
            instead = next(((place, other) for place in alike if (other := sides[place].instead(item))), None)
            if instead:
                yield Flaw(item.gate, item.start, item.end, instead[1], evidence[instead[0]].row)
            elif not any(side.mentions(item) for side in sides):
                yield Flaw(item.gate, item.start, item.end)
        lost = [sides[place].lost_negation() for place in alike]
        if lost and lost[0] and None not in lost:
            yield Flaw(Gate.NEGATION, *lost[0], "not", evidence[alike[0]].row)

    def _is_alias(
        self, item: Item, whole: Sequence[Item], sides: Sequence[Aligned], evidence: Sequence[Evidence]
    ) -> bool:
        """Whether part of a whole name stands there in short or in full: as an acronym, or as a surname of whom the
        source names.
        """
        if item.gate != Gate.NAME:
            return False
        if any(side.abbreviates(item) for side in sides):
            return True
        words = " ".join(str(part.value) for part in whole)
        return len(whole) > 1 and any(
            side.mentions(whole[-1]) and self._verbatim.stands(words, self._sentences[found.row].source.index)
            for side, found in zip(sides, evidence, strict=True)
        )

    def _quotations(self, ours: Parsed) -> Iterator[Flaw]:
        spans = quotations(ours.text) if is_whole(ours.text) else []
        named = [i for i in ours.items if i.gate == Gate.NAME and not any(s <= i.start < e for s, e in spans)]
        for start, end in spans:
            if sum(start <= word[0] and word[1] <= end for word in ours.words) < QUOTED:
                continue
            rows = self._verbatim.saying(ours.text[start + 1 : end - 1])
            if not rows:
                yield Flaw(Gate.QUOTATION, start, end)
            elif named:
                speaker = min(named, key=lambda name: min(abs(name.start - end), abs(start - name.end)))
                if not any(self._verbatim.is_named(str(speaker.value), row) for row in rows):
                    yield Flaw(Gate.SPEAKER, speaker.start, speaker.end)

    def _uncovered(self, ours: Parsed, have: np.ndarray) -> Iterator[tuple[int, int]]:
        """The words that say something and that no evidence has, neighbours together."""
        run: tuple[int, int] | None = None
        for (start, end, _), known in zip(ours.words, ours.known, strict=True):
            if not known.says:
                continue
            column = self._columns.get(known.stem)
            if column is None or not have[column] > 0:
                run = (run[0] if run else start, end)
            elif run:
                yield run
                run = None
        if run:
            yield run


def _opening(ours: Parsed, alike: Sequence[Aligned]) -> list[Item]:
    """The first word as a name, where all that runs alike has another word with a capital in its place."""
    if not ours.words or not ours.known[0].says or not ours.words[0][2][0].isupper():
        return []
    if (ours.items and ours.items[0].start == ours.words[0][0]) or not alike:
        return []
    name = Item(Gate.NAME, *ours.words[0][:2], ours.known[0].folded)
    return [name] if all(side.opens_otherwise() for side in alike) else []


def _verdict(score: float, flaws: Sequence[Flaw]) -> Support:
    if score < PARTIAL:
        return Support.UNSUPPORTED
    if any(flaw.instead for flaw in flaws):
        return Support.CONTRADICTED
    return Support.SUPPORTED if score >= SUPPORTED and not flaws else Support.PARTIAL
