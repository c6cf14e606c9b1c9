"""Which sentences lean on the one before them, and can't be understood without it.

Those that open with a pronoun or a connective ("He also said …"), or say early that they add to something ("The board
also …"); quotations without a speaker, and those whose speaker is a pronoun ("…, she said.").
"""

import re
from collections.abc import Sequence

from conspectus.engine import Language
from conspectus.quotations import opens_quoting, quotes, unquoted
from conspectus.stages.fit import WORD
from conspectus.words import look_up, normal

EARLY = 6  # words within which "also" speaks of the sentence before
_LONGEST_OPENER = 5  # words
_SCRIPTS_WITHOUT_SPACES = 3  # characters of an opener there
_CLAUSE = re.compile(r"(?<![,;:，、؛،–—-])[,;:，、؛،–—-]++\s+|\s[–—-]")
# Before and behind a word for "also" in "but also" and "also known as", which add to nothing.
_CONJUNCTIONS = frozenset((
    "and", "but", "not", "or", "aber", "sondern", "und", "et", "mais", "ou", "e", "ma", "mas", "como", "sino", "y",
    "maar", "ale", "а", "и", "но", "και", "αλλά", "و",
))  # fmt: skip
_NAMING = frozenset(
    ["called", "dubbed", "known", "named", "conocido", "conocida", "connu", "connue", "chamado", "chamada"]
)
_TAG = 4  # words: "she said", "he told the court", "a-t-il dit"


def leans(text: str, opening: Sequence[str], has_pronoun: bool, language: Language) -> bool:
    """Whether a sentence that is whole leans on another.

    `opening` are its first EARLY words, folded; `has_pronoun` whether it has a pronoun for people spoken of.
    """
    if _opens_dangling(opening[:_LONGEST_OPENER], text, language) or _adds(opening, language):
        return True
    return (has_pronoun or opens_quoting(text)) and _lacks_speaker(text, language)


def _adds(opening: Sequence[str], language: Language) -> bool:
    """Whether a sentence says early that it adds to something, and not "but also …" or "also known as"."""
    around = zip(("", *opening), opening, (*opening[1:], ""), strict=False)
    return any(
        word in language.additives and before not in _CONJUNCTIONS and behind not in _NAMING
        for before, word, behind in around
    )


def _opens_dangling(words: Sequence[str], text: str, language: Language) -> bool:
    openers = language.dangling_openers
    if any(" ".join(words[:count]) in openers for count in range(1, _LONGEST_OPENER + 1)):
        return True
    return language.unspaced and any(text[:count] in openers for count in range(1, _SCRIPTS_WITHOUT_SPACES + 1))


def _lacks_speaker(text: str, language: Language) -> bool:
    """Whether a sentence quotes and nobody says it, or has a pronoun say something before it has named anybody."""
    clauses = [
        [(word, look_up(normal(word), language)) for word in WORD.findall(clause)]
        for part in unquoted(text)
        for clause in _CLAUSE.split(part)
    ]
    quoting = quotes(text)
    if quoting and not any(known.says for words in clauses for _, known in words):
        return True  # "one of them said", "dijo"
    if not quoting and text.lower() == text.upper():
        return False  # names can't be told in scripts without capitals
    for number, words in enumerate(clauses):
        said = [known.person == 3 for _, known in words]
        if (quoting or number) and any(said if len(words) <= _TAG else said[:1] if quoting else ()):
            return True
        named = words if number or len(words) == 1 else words[1:]  # a sentence's first word has a capital anyway
        if any(word[0].isupper() and known.says for word, known in named):
            return False
    return False
