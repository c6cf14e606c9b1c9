"""offices: the words for an office: those of `offices` of models/languages, and the compounds that end with one."""

import functools
from collections.abc import Collection

from conspectus.engine import Language
from conspectus.stages.phrases import Phrases
from conspectus.words import look_up

SHORTEST = 3  # letters of what stands before an office in a compound: "Bauleiter"


def names_office(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell who has an office."""
    return (
        not language.office_verbs.keys().isdisjoint(words)
        or office_phrases(language).may_stand_in(words)
        or any(office_of_compound(word, language)[1] for word in words)
    )


@functools.lru_cache(maxsize=64)
def office_phrases(language: Language) -> Phrases:
    """The offices of a language, each to be found in folded words."""
    return Phrases(language.offices, language)


def office_of_compound(word: str, language: Language) -> tuple[str, str]:
    """What stands before the office that ends a compound, as a stem, and the office: "Bauleiter"; "" if none."""
    return _last_part(word, language) if language.capitalizes_nouns else ("", "")


@functools.lru_cache(maxsize=10_000)
def _last_part(word: str, language: Language) -> tuple[str, str]:
    for length in range(SHORTEST, len(word) - SHORTEST):
        if word[length:] in language.offices:
            return look_up(word[:length], language).stem, language.offices[word[length:]]
    return "", ""
