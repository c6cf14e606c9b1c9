"""What makes a sentence fit to be quoted in a summary at all.

Unfit are very short ones, questions and exclamations, what a page had beside its text, those with a quotation or a
bracket that never closes, asides in brackets, and those that speak to the reader, of their writer, or of the article or
paper that they stand in ("I set out in April", "you will want to know", "told this newspaper").
"""

import functools
import re

import regex

from conspectus.engine import Language
from conspectus.quotations import is_whole, unquoted
from conspectus.typography import count_words, is_unspaced
from conspectus.words import look_up, normal

MIN_WORDS = 8  # what is shorter says too little without what stands around it; 16 characters where words have no spaces
WORD = regex.compile(r"[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*+")
_CLOSING = """])}"'”’“»«」』）》"""
_QUESTION = ("?", "？", "؟", "\u037e")
_UNENDED = (":", "：", ",", "，")
# What a page had beside its text: a date, a link, what a link says of itself.
_GLUED = re.compile(
    r"(?:19|20)\d\d[A-Z][a-z]|https?://|\((?:[Rr]ead|[Ss]ee|[Ww]atch) (?:it|more) here\)"
    r"|[Oo]pens (?:in )?a [Nn]ew [Ww]indow"
)
_BRACKETS = dict(zip("([（【", ")]）】", strict=True))
_SINGLE_QUOTE = re.compile(r"(?:^|\s)['‘](?=[^\W\d_])")  # British; what is inside and what outside is hard to tell


def is_fit(text: str, language: Language) -> bool:
    """Whether a sentence is whole, long enough, and speaks of its subject, as far as cheap looks tell."""
    if is_question(text, language) or _is_short(text) or text.endswith(_UNENDED):
        return False
    if text.rstrip(")]）】").endswith(("!", "！")) or _GLUED.search(text):
        return False
    return is_whole(text) and _has_whole_brackets(text) and not _speaks_of_itself(text, language)


def is_cut(text: str) -> bool:
    """Whether a sentence just stops, in a word, at a comma, or in the mark of a note, which would look like ours."""
    body = text.rstrip(_CLOSING)
    return body[-1:].isalnum() or body.endswith(_UNENDED)


def is_question(text: str, language: Language) -> bool:
    """Whether a sentence asks."""
    return text.rstrip(_CLOSING).endswith(_QUESTION) or (language.code == "el" and text.endswith(";"))


def speaks_to_reader(text: str, language: Language) -> bool:
    """Whether a sentence has a first or second person outside its quotations."""
    if _SINGLE_QUOTE.search(text):
        return False
    for part in unquoted(text):
        previous = ""
        for match in WORD.finditer(part):
            word = match[0]
            if look_up(normal(word), language).person == 1:
                behind = part[match.end() : match.end() + 1]
                if not _is_name(word, previous, behind):
                    return True
            previous = word
    return False


def _is_short(text: str) -> bool:
    return count_words(text) < (2 * MIN_WORDS if is_unspaced(text[0]) else MIN_WORDS)


def _has_whole_brackets(text: str) -> bool:
    """Whether every bracket closes, and not all stands in one."""
    body = text.rstrip(".!?…。！？")
    if (closing := _BRACKETS.get(text[0])) and body.find(closing) == len(body) - 1:
        return False
    return all(text.count(opening) == text.count(closing) for opening, closing in _BRACKETS.items())


def _speaks_of_itself(text: str, language: Language) -> bool:
    """Whether a sentence that is whole speaks of its article or paper outside its quotations."""
    pattern = _self_references(language)
    return pattern is not None and any(pattern.search(normal(part).casefold()) for part in unquoted(text))


@functools.lru_cache(maxsize=64)
def _self_references(language: Language) -> re.Pattern[str] | None:
    if not language.self_references:
        return None
    edge = "" if language.unspaced else r"\b"
    words = "|".join(map(re.escape, sorted(language.self_references)))
    return re.compile(rf"{edge}(?:{words}){edge}(?! of\b)")  # "this article of the treaty"


def _is_name(word: str, before: str, behind: str) -> bool:
    """Whether a pronoun is part of a name: "US", "Our Lady", the I of "World War I" and of "I-95"."""
    if len(word) > 1:
        return word.isupper() or (word[0].isupper() and bool(before))
    return word.isupper() and (before[:1].isupper() or behind in ("-", "."))
