"""Quotation marks: whether a piece of text holds its quotations whole.

The same sign opens in one language and closes in another: “ opens in English and closes in German („…“), « opens in
French and closes in Danish and in German books (»…«). What a sign does is told by what is open when it comes.
"""

import re
from typing import NamedTuple

_PAIRS = {"“": "”", "«": "»", "„": "“", "»": "«", "「": "」", "『": "』"}
_CLOSING = {"”", "»", "«", "“", "」", "』"}
_ALSO = {"„": "”", "»": "»", "”": "”"}  # Polish; Swedish and Finnish, which open as they close
# Between two Hebrew letters the sign marks an abbreviation. What closes elsewhere opens only in front of a word.
_SIGN = re.compile(r"(?<![\u05d0-\u05ea])[\"“”„«»「」『』]|[\"“”](?![\u05d0-\u05ea])|[„«»「」『』]")
_ALWAYS = frozenset('"“«„「『')
_SIGNS = _ALWAYS | _CLOSING
_BEFORE_WORD = re.compile(r"[\s(–—-]?[»”](?=\w)")


def quotes(text: str) -> bool:
    """Whether a text quotes somebody, whole."""
    return bool(_read(text).spans)


def quotations(text: str) -> list[tuple[int, int]]:
    """Where the quotations of a text stand, the outermost ones, with their marks."""
    return _read(text).spans


def opens_quoting(text: str) -> bool:
    """Whether a text begins with a quotation that ends in it."""
    return text[:1] in _SIGNS and any(start == 0 for start, _ in _read(text).spans[:1])


def is_open(text: str) -> bool:
    """Whether a quotation that begins in the text goes on behind it."""
    return _read(text).open


def is_whole(text: str) -> bool:
    """Whether every quotation of the text begins and ends in it."""
    found = _read(text)
    return not found.open and not found.stray


def unquoted(text: str) -> list[str]:
    """What stands before, between and behind the quotations of a text that holds them whole."""
    edges = [0, *(edge for span in _read(text).spans for edge in span), len(text)]
    return [text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True)]


class _Found(NamedTuple):
    open: bool  # something does not close
    stray: bool  # something closes that was not opened
    spans: list[tuple[int, int]]  # the outermost quotations, with their marks


def _read(text: str) -> _Found:
    opened: list[str] = []
    stray, start = False, 0
    spans: list[tuple[int, int]] = []
    if _SIGNS.isdisjoint(text):
        return _Found(False, False, spans)
    for match in _SIGN.finditer(text):
        sign = match[0]
        if opened and sign in (_PAIRS.get(opened[-1], opened[-1]), _ALSO.get(opened[-1])):
            opened.pop()
            if not opened:
                spans.append((start, match.end()))
        elif sign in _ALWAYS or (sign in "»”" and _BEFORE_WORD.match(text, max(0, match.start() - 1))):
            start = start if opened else match.start()
            opened.append(sign)
        elif sign in _CLOSING:
            stray = True
    return _Found(bool(opened), stray, spans)
