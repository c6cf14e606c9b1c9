"""odds: whether those who state two values of one thing contradict one another.

They do not if somebody knows both: who says "12, now 15", who had the one figure and has the other later in whatever
words, who tells of a street and of its town, who gives both as figures of two things; nor if the one can't be what the
other tells of, as it happened later or elsewhere.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from conspectus.stages.casualties import CASUALTIES
from conspectus.stages.claim import COUNTED, Claim
from conspectus.stages.days import Day
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.figures import normal_figure
from conspectus.stages.holders import OFFICE
from conspectus.stages.items import Parser
from conspectus.stages.quantities import Quantity
from conspectus.stages.scenes import SCENE
from conspectus.stages.sentence import Sentence
from conspectus.stages.speech import may_tell, speech
from conspectus.stages.topics import is_topic
from conspectus.types import Gate
from conspectus.words import fold

Known = Mapping[int, Sequence[Claim]]  # all claims of a kind, by index of the source


class Odds:
    """What the sources of a set know besides what they state."""

    def __init__(self, voices: Voices, parser: Parser) -> None:
        self._figures: defaultdict[str, defaultdict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._texts: dict[int, str] = {}
        for row, statement in enumerate(voices.statements):
            for sentence in (voices.originals[row], *voices.copies[row]):
                source = sentence.source
                self._texts[source.index] = source.text
                if source.publisher:
                    self._figures[source.publisher][source.index] |= statement.figures
        self._voices, self._parser = voices, parser
        self._together = {
            row: statement.figures for row, statement in enumerate(voices.statements) if len(statement.figures) > 1
        }
        self._having: dict[str, set[int]] = {}  # by name of a scene the sources that have it anywhere

    def between(self, ours: Sequence[Claim], theirs: Sequence[Claim], known: Known) -> bool:
        """Whether some of those who state the one value contradict some of those who state the other."""
        if any(one.is_after(other.sentence) or other.is_after(one.sentence) for one in ours for other in theirs):
            return False
        if not any(_contradict(one, other, known) for one in ours for other in theirs):
            return False
        return not (
            self._is_replaced(ours, theirs)
            or self._are_told_together(ours, theirs)
            or self._are_told_apart(ours[0], theirs[0], known)
            or self._are_elsewhere(ours, theirs)
        )

    def _is_replaced(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
        """Whether a publisher of the one count has the figure of the other in another document, in whatever words."""
        if not (ours[0].kind in CASUALTIES or is_topic(ours[0].kind)):
            return False
        told = {figure for claim in theirs for figure in _telling(claim)}
        return any(
            told & figures
            for one in {claim.sentence.source for claim in ours}
            for other, figures in self._figures.get(one.publisher, {}).items()
            if other != one.index
        )

    def _are_told_together(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
        """Whether some source has the names of two scenes, for a street is in a town."""
        if ours[0].kind != SCENE:
            return False
        names, others = ({claim.written for claim in side} for side in (ours, theirs))
        return any(self._with(name) & self._with(other) for name in names for other in others)

    def _with(self, name: str) -> set[int]:
        if name not in self._having:
            self._having[name] = {source for source, text in self._texts.items() if name in text}
        return self._having[name]

    def _are_told_apart(self, one: Claim, other: Claim, known: Known) -> bool:
        """Whether a sentence has both figures as those of two things: "212 homes, 80 of them in Pinner".

        Two counts of the dead are a change, and two of any kind where somebody is told to say so may be those of two
        speakers: "police spoke of 5,000, the union of 12,000 marchers".
        """
        if not isinstance(one.item.value, Quantity) or not isinstance(other.item.value, Quantity):
            return False
        figures, others = _figures(one), _figures(other)
        for row, told in self._together.items():
            if figures <= told and others <= told:
                counts = [claim for claims in known.values() for claim in claims if claim.row == row]
                stated = sum(any(not count.differs(figure) for count in counts) for figure in (one, other))
                if stated == 1 or (stated == 2 and one.kind not in CASUALTIES and not self._tells_who(row)):
                    return True
        return False

    def _tells_who(self, row: int) -> bool:
        language = self._parser.languages[self._voices.originals[row].source.language]
        return may_tell(self._voices.tokens.words_of(row), language)

    def _are_elsewhere(self, ours: Sequence[Claim], theirs: Sequence[Claim]) -> bool:
        """Whether each figure is given beside a name that none of those who give the other has: of another town, or of
        another owner.
        """
        return (
            is_topic(ours[0].kind)
            and all(self._has_own_name(one, theirs) for one in ours)
            and all(self._has_own_name(other, ours) for other in theirs)
        )

    def _has_own_name(self, claim: Claim, others: Sequence[Claim]) -> bool:
        parsed, language = self._parser(claim.sentence), self._parser.languages[claim.sentence.source.language]
        said = speech(parsed.text, parsed.words, parsed.known, language)
        names = (
            parsed.words[number][2]
            for item in parsed.items
            if item.gate == Gate.NAME
            for number in parsed.of(item)
            if number not in said
        )
        texts = [other.sentence.source.text for other in others]
        return any(all(name not in text for text in texts) for name in names)


def _contradict(one: Claim, other: Claim, known: Known) -> bool:
    """Whether of two sources that state two values neither states the other's."""
    return (
        not _states(one.sentence.source.index, other, one, known)
        and not _states(other.sentence.source.index, one, other, known)
        and not (one.kind == OFFICE and (_names(one, other) or _names(other, one)))
    )


def _figures(claim: Claim) -> set[str]:
    """The figures of a claim as statements have them."""
    assert isinstance(claim.item.value, Quantity)
    written = {normal_figure(word) for word in fold(claim.written) if word[0].isdigit()}
    return written or {f"{number:.0f}" for number in claim.item.value.numbers}


def _telling(claim: Claim) -> set[str]:
    """The figure of a claim if it is hardly ever another's: it has two digits, or three where it counts millions."""
    words = [normal_figure(word) for word in fold(claim.written) if word[0].isdigit()]
    digits = 2 if isinstance(claim.item.value, Quantity) and not claim.item.value.unit else 3
    return {word for word in words if sum(map(str.isdigit, word)) >= digits}


def _states(source: int, claim: Claim, own: Claim, known: Known) -> bool:
    """Whether a source that makes a claim of its own states the value of another: of the same kind, where anything may
    be counted of the same, and of two days beside one toll beside that toll.

    It does too if figures of one of its sentences make the sum: "four soldiers and six thieves" are ten people.
    """
    of = (*COUNTED, OFFICE)
    told = [other for other in known[source] if claim.kind not in of or claim.nouns & other.nouns]
    if fates := claim.beside & own.beside:
        told = [other for other in told if fates & other.beside]
    return any(not claim.differs(other) for other in told) or _is_sum(claim.item.value, told)


def _is_sum(value: str | Quantity | Day, told: Sequence[Claim]) -> bool:
    """Whether the figures that one sentence has make a value."""
    sums: defaultdict[Sentence, float] = defaultdict(float)
    for claim in told:
        if isinstance(claim.item.value, Quantity) and not claim.is_one_of_two:
            sums[claim.sentence] += claim.item.value.numbers[0]
    return isinstance(value, Quantity) and value.numbers[0] in sums.values()


def _names(one: Claim, other: Claim) -> bool:
    """Whether the source of one claim names the people of another."""
    return other.written in one.sentence.source.text
