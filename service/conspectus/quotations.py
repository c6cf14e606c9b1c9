"""Quotation marks: whether a piece of text holds its quotations whole.

The same sign opens in one language and closes in another: “ opens in English and closes in German („…“), « opens in
French and closes in Danish and in German books (»…«). What a sign does is told by what is open when it comes.
"""

import re

_PAIRS = {"“": "”", "«": "»", "„": "“", "»": "«", "「": "」", "『": "』"}
_CLOSING = {"”", "»", "«", "“", "」", "』"}
_ALSO = {"„": "”", "»": "»", "”": "”"}  # Polish; Swedish and Finnish, which open as they close
# Between two Hebrew letters the sign marks an abbreviation. What closes elsewhere opens only in front of a word.
_SIGN = re.compile(r"(?<![\u05d0-\u05ea])[\"“”„«»「」『』]|[\"“”](?![\u05d0-\u05ea])|[„«»「」『』]")
_ALWAYS = frozenset('"“«„「『')
_BEFORE_WORD = re.compile(r"[\s(–—-]?[»”](?=\w)")


def quotes(text: str) -> bool:
    """Whether a text quotes somebody."""
    return not _ALWAYS.isdisjoint(text)


def is_open(text: str) -> bool:
    """Whether a quotation that begins in the text goes on behind it."""
    return _read(text)[0]


def is_whole(text: str) -> bool:
    """Whether every quotation of the text begins and ends in it."""
    return _read(text) == (False, False)


def _read(text: str) -> tuple[bool, bool]:
    """Whether something is left open, and whether something closes that was not opened."""
    opened: list[str] = []
    stray = False
    for match in _SIGN.finditer(text):
        sign = match[0]
        if opened and sign in (_PAIRS.get(opened[-1], opened[-1]), _ALSO.get(opened[-1])):
            opened.pop()
        elif sign in _ALWAYS or (sign in "»”" and _BEFORE_WORD.match(text, max(0, match.start() - 1))):
            opened.append(sign)
        elif sign in _CLOSING:
            stray = True
    return bool(opened), stray
