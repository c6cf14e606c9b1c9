"""clean: what is page furniture and not prose goes, and is reported; what stays are the sentences to work with.

Works on whole lines first (a menu, a credit), then on sentences (a call to subscribe in mid-paragraph), and looks at
their neighbours: what follows "Most read" is a list of links, what follows "Leave a comment" is readers' talk, and an
article's last sentence that just stops was cut by the crawler. The wordings are in `furniture`.

Headings are neither removed nor sentences: they are part of the article, but nothing to quote.
"""

import functools
import re
from dataclasses import dataclass

import regex

from conspectus.stages import furniture
from conspectus.stages.split import Block, Span
from conspectus.types import Removal, RemovedRange
from conspectus.typography import count_words, is_mostly_unspaced

LINE_WORDS = 40  # a line longer than this is a paragraph, whatever it opens with
HEADING_WORDS = 18  # a line without a full stop and no longer than this is a heading, not a sentence
MIN_WORDS = 4  # a sentence shorter than this says nothing on its own
MIN_UNSPACED = 8  # the same in characters of a script without spaces
MENU_ITEMS = 3
LINKS = 4  # so many short lines without a full stop in a row are a menu
LINK_WORDS = 6
# An article has so many words before its comments begin, and at least this share of all the page's prose.
ARTICLE_WORDS = 50
ARTICLE_SHARE = 0.3

# A page that holds a notice instead of an article is short, and says so at once.
PAGE_WORDS = 80
PAGE_SENTENCES = 4
LONG_PAGE_WORDS = 120  # up to which its very first sentence tells

LETTERS = 0.55  # of the characters of a sentence, spaces left out; codes, tables and addresses have fewer
SHOUTED = 0.6  # of the letters; a line with more capitals is a heading or a label

_MARK = regex.compile(r"\p{M}")
_CAPITAL = re.compile(r"[A-ZÀ-ÖØ-ÞΑ-ΫЀ-Я]")
_ENDED = re.compile(r"""[.!?。！？｡।॥؟۔։።…][\])}"'”’“»«」』）》]*\s*$""")
_ELLIPSIS = re.compile(r"(?:…|\.\.\.)\s*$")
_MENU_GAP = re.compile(r"[|·•»›>/‹«\t\u3000]|\s{2,}")
_LINKS_HEADING = re.compile(
    r"\W*(?:related|recommended|most (?:read|popular|viewed|shared)|more (?:news|stories|from)|top stories|trending"
    r"|see also|customers who|(?:noticias|art[ií]culos|contenidos) relacionad|lo m[aá]s|相关|推荐阅读|延伸阅读)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Cleaned:
    """The sentences of a source that are prose, and what was removed; both in order, by code points.

    `page` says what a page is that has no article, such as "an error page"; all of it is removed.
    """

    sentences: tuple[Span, ...]
    removed: tuple[RemovedRange, ...]
    page: str = ""


def clean(text: str, blocks: list[Block], title: str = "") -> Cleaned:
    """Divides the sentences of a text into prose and furniture."""
    page = _page(text, blocks)
    if page:
        whole = RemovedRange(blocks[0].start, blocks[-1].end, Removal.NOT_PROSE)
        return Cleaned((), (whole,), page)
    reasons = [_line_reason(text[block.start : block.end]) for block in blocks]
    _mark_links(text, blocks, reasons)
    _mark_comments(text, blocks, reasons)
    sentences: list[Span] = []
    removed: list[RemovedRange] = []
    for block, reason in zip(blocks, reasons, strict=True):
        if reason:
            removed.append(RemovedRange(block.start, block.end, reason))
        else:
            _divide(text, block, sentences, removed)
    _drop_cut_ending(text, blocks, sentences, removed)
    prose = [span for span in sentences if _is_prose(text[slice(*span)]) and not _same(text[slice(*span)], title)]
    return Cleaned(tuple(prose or _fallback(text, sentences)), _merge(text, removed))


def _page(text: str, blocks: list[Block]) -> str:
    """What a short page is if it holds a notice instead of an article; "" if it may hold one."""
    words = count_words(text)
    if not blocks or words > LONG_PAGE_WORDS:
        return ""
    sentences = [span for block in blocks for span in (block.sentences or ((block.start, block.end),))]
    for start, end in sentences[: PAGE_SENTENCES if words <= PAGE_WORDS else 1]:
        kind = furniture.page(text[start:end])
        if kind:
            return kind
    return ""


def _line_reason(line: str) -> Removal | None:
    if len(line) > furniture.LONGEST or count_words(line) > LINE_WORDS:
        return None
    if furniture.COMMENTS.match(line) and _is_short(line):
        return Removal.COMMENTS
    if _is_menu(line):
        return Removal.NAVIGATION
    if _ENDED.search(line) and len(line) > 60 and not line.startswith(("©", "(")):
        return None  # a full sentence: only what is plainly said to a visitor counts, see `_divide`
    return furniture.match(furniture.LINE, line)


def _is_menu(line: str) -> bool:
    items = [item.strip() for item in _MENU_GAP.split(line) if item.strip()]
    return len(items) >= MENU_ITEMS and all(_is_short(item) and not _ENDED.search(item) for item in items)


def _is_short(line: str) -> bool:
    return count_words(line) <= (2 * LINK_WORDS if is_mostly_unspaced(line) else LINK_WORDS)


def _mark_links(text: str, blocks: list[Block], reasons: list[Removal | None]) -> None:
    """Marks as navigation the lines below a heading such as "Most read", and runs of short lines."""
    run: list[int] = []
    below_heading = False
    for index, block in enumerate([*blocks, Block(0, 0, ())]):
        line = text[block.start : block.end]
        unended = bool(line) and not _ENDED.search(line)
        if below_heading and unended and reasons[index] is None and count_words(line) <= HEADING_WORDS + 12:
            reasons[index] = Removal.NAVIGATION
        elif index < len(blocks):
            below_heading = bool(_LINKS_HEADING.match(line)) and unended and _is_short(line)
        if unended and _is_short(line):
            run.append(index)
            continue
        if len(run) >= LINKS:
            for i in run:
                reasons[i] = reasons[i] or Removal.NAVIGATION
        run = []


def _mark_comments(text: str, blocks: list[Block], reasons: list[Removal | None]) -> None:
    """Marks everything from the first line of a comment thread on, if an article stands before it."""
    if Removal.COMMENTS not in reasons:
        return
    words = [
        0 if reason else sum(count_words(text[s:e]) for s, e in block.sentences if _is_prose(text[s:e]))
        for block, reason in zip(blocks, reasons, strict=True)
    ]
    total, before = sum(words), 0
    for index, reason in enumerate(reasons):
        if reason == Removal.COMMENTS and before >= max(ARTICLE_WORDS, ARTICLE_SHARE * total):
            reasons[index:] = [Removal.COMMENTS] * (len(blocks) - index)
            return
        before += words[index]


def _divide(text: str, block: Block, sentences: list[Span], removed: list[RemovedRange]) -> None:
    reasons = [furniture.match(furniture.SENTENCE, text[start:end]) for start, end in block.sentences]
    short = count_words(text[block.start : block.end]) <= LINE_WORDS
    whole = reasons[0] if reasons and len(reasons) <= 3 else None  # "Subscribe now. No spam. Ever."
    whole = whole or next((reason for reason in reasons if reason == Removal.CREDIT), None)
    if short and whole:
        removed.append(RemovedRange(block.start, block.end, whole))
        return
    for (start, end), reason in zip(block.sentences, reasons, strict=True):
        if reason:
            removed.append(RemovedRange(start, end, reason))
            continue
        opening = furniture.OPENING.match(text, start, end)
        if opening and opening.end() < end:
            removed.append(RemovedRange(start, opening.end(), Removal.BYLINE))
            start = opening.end()
        sentences.append((start, end))


def _drop_cut_ending(text: str, blocks: list[Block], sentences: list[Span], removed: list[RemovedRange]) -> None:
    """Removes the last sentence where it stops in the middle, and one that ends in dots before removed matter."""
    if not sentences:
        return
    start, end = sentences[-1]
    last = text[start:end]
    others = [span for span in sentences[:-1] if _is_prose(text[slice(*span)])]
    ended = sum(bool(_ENDED.search(text, *span)) for span in others)
    dots = bool(_ELLIPSIS.search(last)) and count_words(last) > MIN_WORDS
    stops = not _ENDED.search(last) and count_words(last) > HEADING_WORDS and len(others) >= 3 and ended == len(others)
    if others and (dots or stops):
        sentences.pop()
        removed.append(RemovedRange(start, end, Removal.TRUNCATED))
        removed.sort(key=lambda r: r.start)


@functools.lru_cache(maxsize=4096)  # the same sentence is asked about by several rules
def _is_prose(sentence: str) -> bool:
    """Whether a piece of text can stand as a sentence: long enough, of words, and not a heading."""
    words, letters = count_words(sentence), sum(map(str.isalpha, sentence))
    if not sentence.isascii():
        letters += len(_MARK.findall(sentence))
    if letters < LETTERS * len("".join(sentence.split())):
        return False
    if is_mostly_unspaced(sentence):
        return words >= MIN_UNSPACED and bool(_ENDED.search(sentence))
    if letters > 12 and len(_CAPITAL.findall(sentence)) > SHOUTED * letters:
        return False
    return words >= MIN_WORDS and (bool(_ENDED.search(sentence)) or words > HEADING_WORDS)


def _fallback(text: str, sentences: list[Span]) -> list[Span]:
    """Of a text without one proper sentence, such as a bare headline: whatever has words."""
    return [span for span in sentences if sum(map(str.isalpha, text[slice(*span)])) > 1]


def _same(line: str, title: str) -> bool:
    return bool(title) and line.strip().casefold() == title.strip().casefold()


def _merge(text: str, removed: list[RemovedRange]) -> tuple[RemovedRange, ...]:
    """Joins neighbours that were removed for one reason and have only space between them."""
    merged: list[RemovedRange] = []
    for part in removed:
        previous = merged[-1] if merged else None
        if previous and previous.removal == part.removal and not text[previous.end : part.start].strip():
            merged[-1] = RemovedRange(previous.start, part.end, part.removal)
        else:
            merged.append(part)
    return tuple(merged)
