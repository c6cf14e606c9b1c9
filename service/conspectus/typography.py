"""Characters as people print and count them: words, spaces, scripts without spaces. Needs nothing but Python.

Scripts that set no spaces between words (Chinese, Japanese kana, Thai, Lao, Khmer, Burmese) count each character as one
word.
"""

import re

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
_CHARACTER = re.compile(f"[{UNSPACED}]")
_PUNCTUATION = re.compile("[\u3001-\u3004\u3008-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
# A word, or a character where words have no spaces.
_PIECE = re.compile(rf"[{UNSPACED}]|[^\s\x00-\x1f\x7f-\x9f{UNSPACED}]+")
_UNTIDY = re.compile(r"[^\S ]|  |[\x00-\x1f\x7f-\x9f\u200b\u2060\ufeff]")
_WORDED = re.compile(r"\S*\w\S*")
# What does not belong in running text: breaks, runs of space, control and zero-width characters (not joiners, which
# scripts need, nor the marks of direction, which belong to what they stand around).
_SPACE = re.compile(r"[\s\x00-\x1f\x7f-\x9f\u2028\u2029\u200b\u2060\ufeff]+")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_ZERO_WIDTH = frozenset("\u200b\u2060\ufeff")


def count_words(text: str) -> int:
    """Words as `SummaryOptions.max_words` counts them; never fewer than `len(text.split())`."""
    if text.isascii():
        return len(text.split())
    characters = len(_CHARACTER.findall(text))
    if not characters:
        return len(text.split())
    rest = _PUNCTUATION.sub(" ", _CHARACTER.sub(" ", text))
    return max(characters + len(_WORDED.findall(rest)), len(text.split()))


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words, or to its punctuation."""
    return character > "\u0dff" and bool(_CHARACTER.match(character) or _PUNCTUATION.match(character))


def is_mostly_unspaced(text: str) -> bool:
    """Whether most letters of a text belong to scripts that set no spaces."""
    if text.isascii() or not _CHARACTER.search(text):
        return False
    return 2 * len(_CHARACTER.findall(text)) > sum(map(str.isalpha, text))


def well_formed(text: str) -> str:
    """The text as UTF-8 can hold it: a lone surrogate becomes U+FFFD, one character for one, so that offsets hold."""
    return text if text.isascii() else _LONE_SURROGATE.sub("\ufffd", text)


def tidy(text: str) -> str:
    """A sentence as it is printed: on one line, without control characters."""
    if not _UNTIDY.search(text):
        return text.strip()
    return _SPACE.sub(lambda match: "" if _ZERO_WIDTH.issuperset(match[0]) else " ", text).strip()


def joint(before: str, after: str) -> str:
    """What stands between two sentences: a space, or nothing in scripts that set none."""
    return "" if not before or (is_unspaced(before[-1]) and is_unspaced(after[0])) else " "


def end_of_words(text: str, words: int, characters: int | None = None) -> int:
    """Where so many words of a text end, as `count_words` counts them, and so many characters if given, tidied."""
    end, count = 0, 0
    for match in _PIECE.finditer(text):
        count += count_words(tidy(match[0]))
        if count > words or (characters and len(tidy(text[: match.end()])) > characters):
            break
        end = match.end()
    return end


def line_break(before: str, after: str) -> str:
    """What stands between two sentences that have a line each."""
    return "\n" if before else ""
