"""What is known of languages: which one a text is in, and the word lists of each (models/languages).

Languages without a list of their own are read by rules that hold for all: their stop words are then found by how many
sentences hold them (see `terms`).
"""

import functools
import json
import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields
from typing import Any

from conspectus.shipped import checksum, models_dir
from conspectus.types import Model

UNDETERMINED = "und"
MIN_LETTERS = 20  # py3langid is near guessing on less
SAMPLE = 400  # characters are enough to tell a language, and cost a millisecond


@dataclass(frozen=True, slots=True)
class Topic:
    """The words that tell what a figure is of: what it counts, what happened to that, and what makes it another."""

    of: frozenset[str]
    by: frozenset[str]
    excluded: frozenset[str]


@dataclass(frozen=True, slots=True, eq=False)
class Language:
    """The word lists of one language; empty for a language that has none. See models/languages/CARD.md."""

    code: str
    abbreviations: frozenset[str] = frozenset()
    number_abbreviations: frozenset[str] = frozenset()
    sentence_starters: frozenset[str] = frozenset()
    stop_words: frozenset[str] = frozenset()
    dangling_openers: frozenset[str] = frozenset()
    additives: frozenset[str] = frozenset()
    definite_articles: frozenset[str] = frozenset()
    first_and_second_person: frozenset[str] = frozenset()
    third_person: frozenset[str] = frozenset()
    self_references: frozenset[str] = frozenset()
    deictic_days: frozenset[str] = frozenset()
    negations: frozenset[str] = frozenset()
    number_words: dict[str, int] = field(default_factory=dict)
    months: dict[str, int] = field(default_factory=dict)
    weekdays: dict[str, int] = field(default_factory=dict)
    day_shifts: dict[str, int] = field(default_factory=dict)
    hedges: dict[str, str] = field(default_factory=dict)
    vague_numbers: dict[str, int] = field(default_factory=dict)
    dozens: frozenset[str] = frozenset()
    casualties: dict[str, str] = field(default_factory=dict)  # word or phrase to what became of people: "killed" …
    people: frozenset[str] = frozenset()
    currencies: dict[str, str] = field(default_factory=dict)
    past_markers: frozenset[str] = frozenset()
    opposites: dict[str, tuple[int, int]] = field(default_factory=dict)  # word to the number of its pair and its side
    offices: dict[str, str] = field(default_factory=dict)  # word to the office it names: "skipper" to "captain"
    office_verbs: dict[str, tuple[str, ...]] = field(default_factory=dict)  # verb form to the offices it gives
    other_holders: frozenset[str] = frozenset()
    namesakes: frozenset[str] = frozenset()
    naming_words: frozenset[str] = frozenset()
    of_words: frozenset[str] = frozenset()
    genitives: frozenset[str] = frozenset()
    articles: frozenset[str] = frozenset()
    by_words: frozenset[str] = frozenset()
    replies: frozenset[str] = frozenset()
    speech: frozenset[str] = frozenset()
    that_words: frozenset[str] = frozenset()
    neutral_words: frozenset[str] = frozenset()
    reservations: frozenset[str] = frozenset()
    time_units: frozenset[str] = frozenset()
    ages: frozenset[str] = frozenset()
    measures: frozenset[str] = frozenset()
    topics: dict[str, "Topic"] = field(default_factory=dict)
    parts: frozenset[str] = frozenset()
    scenes: frozenset[str] = frozenset()
    place_words: frozenset[str] = frozenset()
    range_words: dict[str, frozenset[str]] = field(default_factory=dict)  # "to", "and", "between", "from" to its words

    @property
    def unspaced(self) -> bool:
        """Whether it sets no spaces between words, which are then read as pairs of characters."""
        return self.code in ("zh", "ja")

    @property
    def hedges_behind(self) -> bool:
        """Whether a single word behind a number may hedge it, as "or more" does in all languages."""
        return self.code in ("ar", "hi", "ko", "zh", "ja")

    @property
    def ends_with_verbs(self) -> bool:
        """Whether a verb, or most of it, stands at the end of many clauses, far from what it is about."""
        return self.code in ("de", "nl", "hi", "ja", "ko")

    @property
    def omits_that(self) -> bool:
        """Whether "that" may be left out: "police said the road was closed"."""
        return self.code == "en"

    @property
    def modifies_behind(self) -> bool:
        """Whether what says which one a noun is stands behind it: "el ministro francés Luc Ferrand"."""
        return self.code in ("es", "fr", "it", "pt")

    @property
    def capitalizes_nouns(self) -> bool:
        """Whether a capital inside a sentence says no more than that a word is a noun."""
        return self.code == "de"

    def is_abbreviation(self, word: str) -> bool:
        """Whether a full stop behind a word, in lower case, is part of it."""
        return word in self.abbreviations or word in self.number_abbreviations


class Languages:
    """The shipped languages by primary subtag."""

    def __init__(self) -> None:
        folder = models_dir() / "languages"
        self.model = Model("languages", "languages", "Apache-2.0", checksum(folder))
        self._known = {path.stem: _load(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.json"))}

    def __getitem__(self, tag: str) -> Language:
        """The language of a BCP 47 tag."""
        code = primary(tag)
        return self._known.get(code) or _bare(code)

    @property
    def codes(self) -> tuple[str, ...]:
        """Tags of the languages that have lists."""
        return tuple(self._known)


class Identifier:
    """Tells a text's language by py3langid, whose tables load in the background: they take a second."""

    def __init__(self) -> None:
        self._loading = threading.Thread(target=self._load, daemon=True, name="language-identifier")
        self._loading.start()

    def _load(self) -> None:
        import py3langid

        py3langid.classify("ready")

    def identify(self, text: str) -> str:
        """The BCP 47 tag of the text's language, UNDETERMINED where there is too little to tell by."""
        import py3langid

        sample = text[:SAMPLE]
        if sum(map(str.isalpha, sample)) < MIN_LETTERS and sample.isascii():
            return UNDETERMINED
        if not any(map(str.isalpha, sample)):
            return UNDETERMINED
        self._loading.join()
        code, _ = py3langid.classify(sample.encode("utf-8", "replace").decode("utf-8"))
        return str(code)


@functools.lru_cache(maxsize=256)
def _bare(code: str) -> Language:
    return Language(code)


def primary(tag: str) -> str:
    """The primary subtag, which names the language: "pt" of "pt-BR"."""
    return tag.replace("_", "-").split("-")[0].lower()


def _load(text: str) -> Language:
    """A language from the JSON of its lists: every field that is a set of words is the list of its name."""
    data = json.loads(text)
    lists = [field.name for field in fields(Language) if field.default == frozenset()]
    read: dict[str, Any] = {name: frozenset(data.get(name, ())) for name in lists}
    objects = ("number_words", "months", "weekdays", "day_shifts", "hedges", "vague_numbers", "currencies")
    read |= {name: data.get(name, {}) for name in objects}
    return Language(
        code=data["language"],
        casualties=_turned(data.get("casualties", {})),
        opposites={
            word: (number, side)
            for number, pair in enumerate(data.get("opposites", ()))
            for side, words in enumerate(pair)
            for word in words
        },
        offices=_turned(data.get("offices", {})),
        office_verbs=_verbs(data.get("office_verbs", {})),
        topics={
            name: Topic(frozenset(told["of"]), frozenset(told["by"]), frozenset(told["not"]))
            for name, told in data.get("topics", {}).items()
        },
        range_words={role: frozenset(words) for role, words in data.get("range_words", {}).items()},
        **read,
    )


def _turned(lists: Mapping[str, Sequence[str]]) -> dict[str, str]:
    """Each word of some lists to the name of its list."""
    return {word: name for name, words in lists.items() for word in words}


def _verbs(lists: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Each word of some lists to the names of all lists that hold it."""
    found: dict[str, tuple[str, ...]] = {}
    for name, words in lists.items():
        for word in words:
            found[word] = (*found.get(word, ()), name)
    return found
