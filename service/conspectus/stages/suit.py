"""suit: which sentences can stand in a summary: those in its language that a reader understands where they stand.

Some never do, unless there is nothing else: what is not fit (see `fit`), and in a text of which at least half the
sentences have an end, those that just stop. Others lean on a sentence before them (see `lean`) and stand behind that
one, or not at all; what answers a question leans on it, and a question is never there.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from conspectus.engine import Languages
from conspectus.engine.languages import UNDETERMINED, primary
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.fit import is_cut, is_fit, is_question, speaks_to_reader
from conspectus.stages.lean import EARLY, leans

# Share of a source's sentences that stand behind a question, from which on its questions are headings.
EXPLAINER = 0.25
NEAR = 3  # sentences before it in its source within which one leans on another


@dataclass(frozen=True, slots=True)
class Suited:
    """The rows of the originals that a summary may quote.

    `leaning` are those that may only stand behind another: the row of that one by theirs.
    """

    standing: list[int]
    leaning: dict[int, int]


def suited(voices: Voices, language: str, languages: Languages) -> Suited:
    """The rows that a summary in `language` may quote."""
    originals, tokens = voices.originals, voices.tokens
    quoted = {tag for tag in {s.source.language for s in originals} if primary(tag) in (language, UNDETERMINED)}
    spoken = [row for row, sentence in enumerate(originals) if sentence.source.language in quoted]
    speaking, telling = (tokens.having(tokens.forms.person == person) for person in (1, 3))
    cut = _cut(voices)
    answers = _answers(voices, languages)
    fit, standing = [], []
    for row in spoken:
        sentence = originals[row]
        text, spoken_in = sentence.text, languages[sentence.source.language]
        if row in cut or not is_fit(text, spoken_in) or (speaking[row] and speaks_to_reader(text, spoken_in)):
            continue
        fit.append(row)
        if row not in answers and not leans(text, tokens.words_of(row, EARLY), bool(telling[row]), spoken_in):
            standing.append(row)
    leaning = _before(sorted(set(fit) - set(standing)), standing, voices)
    return Suited(standing or fit or spoken, leaning if standing else {})


def _answers(voices: Voices, languages: Languages) -> set[int]:
    """The rows that stand behind a question wherever they stand; in an explainer, on the question's own line."""
    asked = {
        (sentence.source.index, sentence.position): sentence.end
        for original, copies in zip(voices.originals, voices.copies, strict=True)
        if is_question(original.text, languages[original.source.language])
        for sentence in (original, *copies)
    }
    rows = range(len(voices.originals) if asked else 0)
    behind = {row: _behind(row, voices, asked) for row in rows}
    counts = Counter(voices.originals[row].source.index for row in rows if behind[row])
    return {
        row
        for row in rows
        if behind[row] == "line"
        or (behind[row] and counts[source := voices.originals[row].source.index] < EXPLAINER * voices.lengths[source])
    }


def _behind(row: int, voices: Voices, asked: Mapping[tuple[int, int], int]) -> str:
    """Whether a sentence and its copies stand behind a question: on its "line", in the next "paragraph", else ""."""
    found = "line"
    for sentence in (voices.originals[row], *voices.copies[row]):
        end = asked.get((sentence.source.index, sentence.position - 1))
        if end is None:
            return ""
        if "\n" in sentence.source.text[end : sentence.start]:
            found = "paragraph"
    return found


def _cut(voices: Voices) -> set[int]:
    """The rows that just stop, in sources of which at least half the sentences have an end."""
    unended = [row for row, sentence in enumerate(voices.originals) if is_cut(sentence.text)]
    counts = Counter(source for row in unended for source, _ in _places(row, voices))
    return {
        row for row in unended if 2 * counts[source := voices.originals[row].source.index] <= voices.lengths[source]
    }


def _before(leaning: Sequence[int], standing: Sequence[int], voices: Voices) -> dict[int, int]:
    """For each leaning row the standing one that it leans on: the next before it in its source.

    Only what leans too may stand between. Behind anything else, such as a question that is left out, it may speak of
    somebody else.
    """
    # A copy of a sentence is as good to lean on as the sentence.
    anchors = {place: row for row in standing for place in _places(row, voices)}
    between = {place for row in leaning for place in _places(row, voices)}
    found: dict[int, int] = {}
    for row in leaning:
        source, position = voices.originals[row].source.index, voices.originals[row].position
        for place in ((source, position - back) for back in range(1, NEAR + 1)):
            if place in anchors:
                found[row] = anchors[place]
            if place not in between:
                break
    return found


def _places(row: int, voices: Voices) -> list[tuple[int, int]]:
    """Where a sentence and its copies stand: source and position."""
    return [(s.source.index, s.position) for s in (voices.originals[row], *voices.copies[row])]
