"""Words: how a sentence is taken apart for comparison.

Scripts that set no spaces between words are compared by pairs of characters, which is what retrieval systems for them
fall back on (Nie et al. 2000).
"""

import functools
import re
import unicodedata
from typing import NamedTuple

import regex

from conspectus.engine.languages import Language
from conspectus.engine.nltk_parts import SnowballStemmer
from conspectus.typography import UNSPACED, is_unspaced

LONGEST = 64  # characters of a word; what is longer is a code or an address, and its beginning tells it from others
_UNSPACED_RUN = regex.compile(f"[{UNSPACED}]{{2}}")
# A run of unspaced characters; a number with its separators; a word with its marks and inner apostrophes; a currency.
_LETTER = rf"(?:(?![{UNSPACED}])[\p{{L}}\p{{M}}_])"
_TOKEN = regex.compile(
    rf"[{UNSPACED}]+|\p{{N}}+(?:[.,:]\p{{N}}+)*|{_LETTER}(?:{_LETTER}|\p{{N}})*(?:'{_LETTER}+)*|[$£€¥₹₽₩]"
)

# The same for text without unspaced scripts and combining marks, which is ten times as fast.
_PLAIN_TOKEN = re.compile(r"[^\W\d]\w*+(?:'[^\W\d]++)*+|\d++(?:[.,:]\d++)*+|[$£€¥₹₽₩]")
_NEEDS_CARE = re.compile("[\u0300-\u1fff\u20d0-\U0010ffff]")

_SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish",
}  # fmt: skip


class Word(NamedTuple):
    """What there is to know of a word by itself."""

    folded: str
    stem: str
    says: bool  # stop words and single letters say nothing by themselves
    person: int  # 3 of a pronoun for people spoken of, 1 of one for those who speak and are spoken to, 0 of others


def normal(text: str) -> str:
    """A text in the spelling of the word lists: NFC, apostrophes straight."""
    return unicodedata.normalize("NFC", text).replace("’", "'")


def tokens(text: str) -> list[str]:
    """The words of a text in order as they are written: numbers whole, unspaced scripts by pairs of characters."""
    if not text.isascii():
        text = normal(text)
    if not _NEEDS_CARE.search(text):
        return [token[:LONGEST] for token in _PLAIN_TOKEN.findall(text)]
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if _UNSPACED_RUN.match(token):
            found.extend(token[i : i + 2] for i in range(len(token) - 1))
        else:
            found.append(token[:LONGEST])
    return found


def places(text: str) -> list[tuple[int, int, str]]:
    """The words of a text as `tokens` gives them, each with where it stands: start, end, word."""
    text = text.replace("’", "'")
    if not _NEEDS_CARE.search(text):
        return [(match.start(), match.end(), match[0][:LONGEST]) for match in _PLAIN_TOKEN.finditer(text)]
    found: list[tuple[int, int, str]] = []
    for match in _TOKEN.finditer(text):
        token, start = match[0], match.start()
        if _UNSPACED_RUN.match(token):
            found.extend((start + i, start + i + 2, token[i : i + 2]) for i in range(len(token) - 1))
        else:
            found.append((start, match.end(), normal(token)[:LONGEST]))
    return found


def fold(text: str) -> list[str]:
    """The words of a text in order, case folded."""
    return [_folded(token) for token in tokens(text)]


@functools.lru_cache(maxsize=100_000)
def look_up(form: str, language: Language) -> Word:
    """What there is to know of a word as `tokens` gives it."""
    word = _folded(form)
    says = word not in language.stop_words and (len(word) > 1 or word.isdigit() or is_unspaced(word))
    return Word(word, _stem(word, language.code), says, _person(word, language))


def stems(text: str, language: Language) -> list[str]:
    """The stems of the words of a text that say something by themselves."""
    return [word.stem for word in (look_up(form, language) for form in tokens(text)) if word.says]


def _folded(form: str) -> str:
    return form.casefold()[:LONGEST]


def _person(word: str, language: Language) -> int:
    head, apostrophe, _ = word.partition("'")
    forms = {word, head, head + apostrophe} if apostrophe else {word}  # "I've" is an I, "j'ai" a j'
    if not language.first_and_second_person.isdisjoint(forms):
        return 1
    return 0 if language.third_person.isdisjoint(forms) else 3


def _stem(word: str, code: str) -> str:
    """The stem of a folded word by Snowball, where the language has one; a possessive goes before."""
    word = word.removesuffix("'s").removesuffix("'")
    # NLTK's Arabic stemmer remembers the word before, so each word gets one of its own.
    stemmer = _stemmer.__wrapped__(code) if code == "ar" else _stemmer(code)
    return str(stemmer.stem(word)) if stemmer and not word.isdigit() else word


@functools.lru_cache(maxsize=64)
def _stemmer(code: str) -> SnowballStemmer | None:
    return SnowballStemmer(_SNOWBALL[code]) if code in _SNOWBALL else None
