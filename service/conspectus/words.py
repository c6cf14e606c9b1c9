"""Words: how they are counted for a length limit, and how a sentence is taken apart for comparison.

Scripts that set no spaces between words (Chinese, Japanese kana, Thai, Lao, Khmer, Burmese) count each character as one
word, and are compared by pairs of characters, which is what retrieval systems for them fall back on (Nie et al. 2000).
"""

import functools
import re

from nltk.stem.snowball import SnowballStemmer

from conspectus.engine.languages import Language

UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\uff66-\uff9f\U00020000-\U0003ffff"
)
_UNSPACED_CHARACTER = re.compile(f"[{UNSPACED}]")
_UNSPACED_PUNCTUATION = re.compile("[\u3001-\u3004\u3008-\u303f\uff00-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65]")
# A run of unspaced characters; else a word with inner apostrophes and hyphens, or a number with its separators.
_TOKEN = re.compile(rf"[{UNSPACED}]+|\d+(?:[.,:]\d+)*|(?:(?![{UNSPACED}\d])\w)+(?:['’](?:(?![{UNSPACED}])\w)+)*|\w")

_SNOWBALL = {
    "ar": "arabic", "da": "danish", "de": "german", "en": "english", "es": "spanish", "fi": "finnish", "fr": "french",
    "hu": "hungarian", "it": "italian", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sv": "swedish",
}  # fmt: skip


def count_words(text: str) -> int:
    """Words as `SummaryOptions.max_words` counts them; never fewer than `len(text.split())` for spaced scripts."""
    if text.isascii():
        return len(text.split())
    unspaced = len(_UNSPACED_CHARACTER.findall(text))
    if not unspaced:
        return len(text.split())
    rest = _UNSPACED_PUNCTUATION.sub(" ", _UNSPACED_CHARACTER.sub(" ", text))
    return unspaced + len(rest.split())


def is_unspaced(character: str) -> bool:
    """Whether a character belongs to a script that sets no spaces between words, or to its punctuation."""
    return bool(_UNSPACED_CHARACTER.match(character) or _UNSPACED_PUNCTUATION.match(character))


def tokens(text: str) -> list[str]:
    """The words of a text in order, as written: numbers whole, unspaced scripts by pairs of characters."""
    found: list[str] = []
    for token in _TOKEN.findall(text):
        if _UNSPACED_CHARACTER.match(token) and len(token) > 1:
            found.extend(token[i : i + 2] for i in range(len(token) - 1))
        else:
            found.append(token)
    return found


def stems(text: str, language: Language) -> list[str]:
    """The content words of a text in order, folded and stemmed; stop words and single letters are left out."""
    stop_words, code = language.stop_words, language.code
    return [
        stem(word, code)
        for word in (token.casefold().replace("’", "'") for token in tokens(text))
        if word not in stop_words and (len(word) > 1 or word.isdigit() or is_unspaced(word))
    ]


@functools.lru_cache(maxsize=100_000)
def stem(word: str, code: str) -> str:
    """The stem of a folded word by Snowball, where the language has one; a possessive goes before."""
    word = word.removesuffix("'s").removesuffix("'")
    stemmer = _stemmer(code)
    return str(stemmer.stem(word)) if stemmer and not word.isdigit() else word


@functools.lru_cache(maxsize=64)
def _stemmer(code: str) -> SnowballStemmer | None:
    return SnowballStemmer(_SNOWBALL[code]) if code in _SNOWBALL else None
