"""order: the chosen sentences as a reader can follow them.

The most salient one that is no quotation opens. The others follow by the day of their first report (Barzilay et al.
2002), within a day by where in their documents the sources say it, on average, and of those that open a document the
more salient first; but what a document tells is mostly told to its end before another has the word. Sentences that
stand near one another in a source stay together, and a name comes in full first.
"""

import datetime
import statistics
from collections.abc import Sequence

import numpy as np

from conspectus.quotations import opens_quoting
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.given import Given
from conspectus.stages.group import Groups
from conspectus.stages.read import in_utc
from conspectus.stages.sentence import Sentence
from conspectus.stages.suit import NEAR, Suited

MIDDLE = 0.5  # where in its document a sentence is taken to stand before anything is known of it
LEAD = 2  # sentences at a document's beginning that tell the news
TOGETHER = 0.4  # of a document's length by which a sentence comes earlier behind one that the same document says


def order(
    chosen: Sequence[int], suited: Suited, voices: Voices, groups: Groups, given: Given, scores: np.ndarray
) -> list[int]:
    """The chosen rows in reading order."""
    saying = {row: _saying(row, voices, groups) for row in chosen}
    days = {row: day for row, said in saying.items() if (day := _first_day(said)) is not None}
    some_day = round(statistics.median(days.values())) if days else 0
    opening = max(chosen, key=lambda row: _opens_well(row, saying[row], suited, voices, given, scores), default=-1)

    documents = {row: {sentence.source.index for sentence in said} for row, said in saying.items()}
    shares = {row: _share(said, voices) for row, said in saying.items()}
    ordered: list[int] = []

    def place(row: int) -> tuple[bool, int, float, float, int]:
        together = bool(ordered) and not documents[row].isdisjoint(documents[ordered[-1]])
        share = shares[row] - TOGETHER * together
        return row != opening, days.get(row, some_day), share, -float(scores[row]), row

    waiting = set(chosen)
    while waiting:
        row = _next(sorted(waiting, key=place), ordered, suited, voices, given)
        waiting.remove(row)
        ordered.append(row)
    return ordered


def _opens_well(
    row: int, said: Sequence[Sentence], suited: Suited, voices: Voices, given: Given, scores: np.ndarray
) -> tuple[bool, bool, bool, float, int]:
    """How well a sentence opens a summary; the greater the better."""
    return (
        row not in suited.leaning and not _opens_quoting(row, voices),
        not given.unexplained(row, ()),
        min(sentence.position for sentence in said) < LEAD,
        float(scores[row]),
        -row,
    )


def _share(said: Sequence[Sentence], voices: Voices) -> float:
    """Where in their documents sentences stand, on average, 0 to 1."""
    shares = [sentence.position / voices.lengths[sentence.source.index] for sentence in said]
    # One source's place says little: a lead that three have comes before a lead that one has.
    return (sum(shares) + MIDDLE) / (len(shares) + 1)


def _saying(row: int, voices: Voices, groups: Groups) -> list[Sentence]:
    """The sentences of the sources that say what the one at `row` says."""
    return [sentence for r in groups.witnesses(row) for sentence in (voices.originals[r], *voices.copies[r])]


def _next(waiting: Sequence[int], ordered: Sequence[int], suited: Suited, voices: Voices, given: Given) -> int:
    """Of the sentences that wait, in order, the one to come now."""

    def behind(row: int, other: int) -> int:
        """How many sentences a row comes behind another in its source; 0 if not, or not near."""
        sentence, before = voices.originals[row], voices.originals[other]
        if suited.leaning.get(row) == other and sentence.source is not before.source:
            return 1  # behind a copy of it
        steps = sentence.position - before.position if sentence.source is before.source else 0
        return steps if 0 < steps <= NEAR else 0

    row = waiting[0]
    following = [other for other in waiting if ordered and behind(other, ordered[-1])]
    if following:
        row = min(following, key=lambda other: behind(other, ordered[-1]))
    # What stands shortly before it in its source comes before it here; but no quotation opens the summary.
    able = [other for other in waiting if ordered or not _opens_quoting(other, voices)]
    while leading := [other for other in able if behind(row, other)]:
        row = max(leading, key=lambda other: behind(row, other))
    if row in suited.leaning:
        return row
    names = given.names
    short = names.short(row).difference(*map(names.introduced, ordered)) if ordered else names.unexplained(row, ())
    explaining = [other for other in able if other not in suited.leaning and short & names.introduced(other)]
    return explaining[0] if explaining else row


def _opens_quoting(row: int, voices: Voices) -> bool:
    return opens_quoting(voices.originals[row].text)


def _first_day(said: Sequence[Sentence]) -> int | None:
    """The first day on which a source said it, counted in days; None if no source has a date."""
    times = [sentence.source.document.publish_time for sentence in said]
    return min((_day(time) for time in times if time), default=None)


def _day(time: datetime.datetime) -> int:
    return in_utc(time).toordinal()
