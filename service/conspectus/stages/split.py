"""split: the text of a source -> blocks (lines or paragraphs) with the exact spans of their sentences.

Sentences are found by Punkt (Kiss & Strunk 2006) with the shipped abbreviation lists instead of a trained model, inside
one block at a time, and then corrected where Punkt is known to be wrong. Nothing is copied or changed: a sentence is a
span of the text as it was sent.
"""

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass

import regex

from conspectus.engine.languages import Language
from conspectus.engine.nltk_parts import PunktParameters, PunktSentenceTokenizer
from conspectus.quotations import is_open
from conspectus.typography import is_unspaced

Span = tuple[int, int]

# A quotation that never closes must not swallow a page: people quote up to a paragraph of so many characters.
MAX_QUOTATION = 700
MAX_QUOTED = 10  # sentences
# Text with hard line breaks, as wires and mail have it, is set at 60 to 80 columns; nobody sets it wider than 100.
MAX_COLUMNS = 100
MIN_COLUMNS = 40

PORTION = 20_000  # characters; a document in one line is divided at full stops before it is divided into sentences

_STOP_AND_SPACE = re.compile(r"[.!?]\s+")
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_EDGE = " \t\xa0\u3000\u200b\u200e\u200f\u2060\ufeff\x00"  # what a line's ends are trimmed of
_BULLET = re.compile(r"(?:[•‣◦▪●○■□*·–—-]|\(?\d{1,2}[.)])\s+(?=\S)")
_TERMINAL = re.compile(r"""[.!?。！？｡।॥؟۔։…:;][\])}"'”’“»«」』）》]*$""")
# Full stops of scripts that Punkt does not know, which end a sentence whatever follows, with what closes behind them.
_FULL_STOP = re.compile(r"""(?:[。！？｡।॥؟۔։።\u037e]+|．(?!\d))[\])}"'”’“»«」』）》]*""")
# Signs that end a sentence in one language only: the Greek question mark, and the bar that is typed for a danda.
_OWN_FULL_STOP = {code: re.compile(sign) for code, sign in {"el": r";(?=\s|$)", "hi": r"\|(?=\s|$)"}.items()}
# A full stop, space, and a capital: the end of a sentence if a word of some length, and no abbreviation, is before it.
_PLAIN_STOP = re.compile(
    r"""([.!?](?<=[^\W\d_]{3}.)["'”’“»«)\]]*+)\s++(?=(?:["'“‘„(\[]|[«»][ \xa0\u202f]?)?[^\W\d_a-z])"""
)
_PLAIN_WORD = re.compile(r"(?<![\w.'’-])([^\W\d_]{3,})[.!?]$")
_DOUBTFUL_STOP = re.compile(r"""[.!?]["'”’“»«)\]}]*\s""")
# A full stop without the space after it: "…the quay.The master said". Before it must be an ordinary word or a year, and
# behind it an ordinary word.
_MISSING_SPACE = re.compile(
    r"""[.!?](?:(?<=[^\W\d_A-Z]{3}.)|(?<=\b(?:19|20)\d\d.))["”’»)]?(?=["“‘«(]?[A-Z][a-z]+[ ,’'])"""
)
# The sign for three full stops, which Punkt knows only as three: it ends a sentence where one plainly begins behind it.
_ELLIPSIS = re.compile(r"""…["”’»)]?\s+["“‘«(]?([^\W\d_]+)""")
# A closing quotation mark with its speaker behind: “…。”站长说。 A short tag, or one that ends with a verb of saying.
_SPEAKER = re.compile(r"[^。！？]{0,6}[。！？]|[^。！？“「]{0,40}(?:说|道|表示|指出|介绍|回忆|告诉记者)[。！？]")
# Punkt knows straight quotation marks only; one character for one, so that its offsets hold.
_STRAIGHT = str.maketrans("“”„«»‘’", '"""""\'\'')
_SEEN_AS_STARTER = 1 << 1 | 1 << 5  # Punkt's _ORTHO_BEG_UC and _ORTHO_MID_LC
_NUMBER_NEXT = re.compile(r"\s*(?:\d|[IVXLC]+\b)")
# One letter of a script without capitals, or several joined by full stops, which Punkt does not take for initials.
_CASELESS_INITIAL = regex.compile(r"(?<![\p{L}\p{M}\p{N}\"'”’])(?:\p{Lo}\p{M}*\.)+$")
# What goes on with a Japanese sentence behind a quotation or an exclamation: a particle, or the next quotation.
_JAPANESE_NEXT = re.compile("と|って|など|「|『")
LAST_WORD = 40  # characters in which the last word is looked for
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")


@dataclass(frozen=True, slots=True)
class Block:
    """A line or paragraph of a text, with its bullet, and its sentences; both by code points of the whole text."""

    start: int
    end: int
    sentences: tuple[Span, ...]


def split(text: str, language: Language) -> list[Block]:
    """The blocks of a text in order, with their sentences. Every span slices `text`; spans do not overlap."""
    tokenizer = _punkt(language)
    return [
        Block(start, end, tuple(_sentences(text, _after_bullet(text, start, end), end, tokenizer, language)))
        for start, end in _blocks(text)
    ]


@functools.lru_cache(maxsize=64)
def _punkt_for(abbreviations: frozenset[str], starters: frozenset[str]) -> PunktSentenceTokenizer:
    parameters = PunktParameters()
    parameters.abbrev_types = set(abbreviations)
    parameters.sent_starters = set(starters)
    for word in starters:  # as if Punkt had seen them begin sentences, and in lower case within
        parameters.add_ortho_context(word, _SEEN_AS_STARTER)
    return PunktSentenceTokenizer(parameters)


def _punkt(language: Language) -> PunktSentenceTokenizer:
    return _punkt_for(language.abbreviations, language.sentence_starters)


def _blocks(text: str) -> Iterator[Span]:
    """Lines, joined where a hard line break runs through a paragraph, trimmed of space."""
    for lines in _paragraphs(text):
        wrapped = _is_hard_wrapped(text, lines)
        start, end = lines[0]
        for next_start, next_end in lines[1:]:
            if _runs_on(text, start, end, next_start, wrapped):
                end = next_end
            else:
                yield start, end
                start, end = next_start, next_end
        yield start, end


def _paragraphs(text: str) -> Iterator[list[Span]]:
    """Runs of lines with no blank line between them; lines are trimmed, empty ones left out."""
    lines: list[Span] = []
    previous = 0
    for match in _LINE.finditer(text):
        start, end = _trim(text, match.start(), match.end())
        breaks = text.count("\n", previous, match.start()) or 1
        if lines and (start == end or breaks > 1):
            yield lines
            lines = []
        if start < end:
            lines.append((start, end))
        previous = match.end()
    if lines:
        yield lines


def _is_hard_wrapped(text: str, lines: list[Span]) -> bool:
    """Whether a paragraph's lines are of even length and mostly end in mid-sentence."""
    widths = [end - start for start, end in lines]
    full = widths[:-1]
    if len(lines) < 3 or max(widths) > MAX_COLUMNS or min(full) < max(MIN_COLUMNS, 0.6 * max(widths)):
        return False
    unfinished = sum(not _TERMINAL.search(text, start, end) for start, end in lines[:-1])
    return 2 * unfinished >= len(full)


def _runs_on(text: str, start: int, end: int, next_start: int, wrapped: bool) -> bool:
    if _BULLET.match(text, next_start):
        return False
    if wrapped:
        return True
    return end - start >= MIN_COLUMNS and text[next_start].islower() and not _TERMINAL.search(text, start, end)


def _after_bullet(text: str, start: int, end: int) -> int:
    bullet = _BULLET.match(text, start, end)
    return bullet.end() if bullet else start


def _sentences(text: str, start: int, end: int, tokenizer: PunktSentenceTokenizer, language: Language) -> list[Span]:
    pieces = [
        span
        for portion in _portions(text, start, end)
        for piece in _at_full_stops(text, *portion, language)
        for plain in _at_plain_stops(text, *piece, language)
        for sentence in _by_punkt(text, *plain, tokenizer)
        for part in _at_ellipses(text, *sentence, language)
        for span in _at_missing_spaces(text, *part, language)
    ]
    return _join_quotations(text, _join_continuations(text, pieces, language))


def _portions(text: str, start: int, end: int) -> Iterator[Span]:
    """A block in portions that Punkt, which gives up on an input after five seconds, can take; nearly always one."""
    while end - start > PORTION:
        stops = list(_STOP_AND_SPACE.finditer(text, start + PORTION // 2, start + PORTION))
        cut = stops[-1].end() if stops else start + PORTION
        yield start, cut
        start = cut
    yield start, end


def _at_full_stops(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """Pieces that end with a full stop of a script or a language that Punkt does not know."""
    stops = [match.end() for match in _FULL_STOP.finditer(text, start, end)]
    own = _OWN_FULL_STOP.get(language.code)
    if own:
        stops = sorted({*stops, *(match.end() for match in own.finditer(text, start, end))})
    for stop in stops:
        piece = _trim(text, start, stop)
        if piece[0] < piece[1]:
            yield piece
        start = stop
    start, end = _trim(text, start, end)
    if start < end:
        yield start, end


def _at_plain_stops(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    """Pieces that end where there is no doubt, and Punkt, which takes most of the time, need not be asked."""
    for match in _PLAIN_STOP.finditer(text, start, end):
        stop = match.start() + 1
        word = _PLAIN_WORD.search(text, max(start, stop - LAST_WORD), stop)
        if word and not language.is_abbreviation(word[1].casefold()):
            yield start, match.end(1)
            start = match.end()
    if start < end:
        yield start, end


def _by_punkt(text: str, start: int, end: int, tokenizer: PunktSentenceTokenizer) -> Iterator[Span]:
    if not _DOUBTFUL_STOP.search(text, start, end):
        yield start, end
        return
    for first, last in tokenizer.span_tokenize(text[start:end].translate(_STRAIGHT)):
        span = _trim(text, start + first, start + last)
        if span[0] < span[1]:
            yield span


def _at_ellipses(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    for match in _ELLIPSIS.finditer(text, start, end):
        if match[1][0].isupper() and match[1].casefold() in language.sentence_starters:
            yield _trim(text, start, match.start(1))
            start = match.start(1)
    yield start, end


def _at_missing_spaces(text: str, start: int, end: int, language: Language) -> Iterator[Span]:
    for match in _MISSING_SPACE.finditer(text, start, end):
        if _last_word(text, start, match.start() + 1) not in language.abbreviations:
            yield start, match.end()
            start = match.end()
    yield start, end


def _join_continuations(text: str, pieces: list[Span], language: Language) -> list[Span]:
    """Joins a piece to the one before where that can't have ended: lower case, or a number after "No."."""
    joined: list[Span] = []
    for start, end in pieces:
        if joined and _continues(text, joined[-1], (start, end), language):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _continues(text: str, before: Span, piece: Span, language: Language) -> bool:
    first = text[piece[0]]
    if first.islower() and not is_unspaced(first):
        return True
    if _last_word(text, *before) in language.number_abbreviations:
        return bool(_NUMBER_NEXT.match(text, piece[0]))
    if _CASELESS_INITIAL.search(text, max(before[0], before[1] - LAST_WORD), before[1]):
        return True
    if not is_unspaced(first):
        return False
    if text[before[1] - 1] in "”」』" and _SPEAKER.fullmatch(text, *piece):
        return True
    return text[before[1] - 1] in "」』！？!?" and bool(_JAPANESE_NEXT.match(text, piece[0])) and before[1] == piece[0]


def _last_word(text: str, start: int, end: int) -> str:
    match = _LAST_WORD.search(text, max(start, end - LAST_WORD), end)
    return match[1].casefold() if match else ""


def _join_quotations(text: str, pieces: list[Span]) -> list[Span]:
    """Joins the sentences of one quotation, so that no piece opens a quotation mark that another one closes."""
    joined: list[Span] = []
    index = 0
    while index < len(pieces):
        start, end = pieces[index]
        if is_open(text[start:end]):
            for last in range(index + 1, min(index + MAX_QUOTED, len(pieces))):
                if pieces[last][1] - start > MAX_QUOTATION:
                    break
                if not is_open(text[start : pieces[last][1]]):
                    index, end = last, pieces[last][1]
                    break
        joined.append((start, end))
        index += 1
    return joined


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start] in _EDGE or text[start].isspace()):
        start += 1
    while end > start and (text[end - 1] in _EDGE or text[end - 1].isspace()):
        end -= 1
    return start, end
