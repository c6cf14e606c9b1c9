"""What is planned and what is printed: an event, its independent origins, their documents, sentences and labels."""

import datetime
import functools
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from planted.facts import DISASTERS

# A slot, {deaths} or {deaths:x}; or the words in brackets that make a sentence a yes or a no.
SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<flag>\w))?\}|\[(?P<said>[^\]]+)\]")


@dataclass(frozen=True)
class Label:
    """What one sentence states of one fact."""

    fact: str
    value: str
    as_stated: str
    scope: str


@dataclass(frozen=True)
class Sentence:
    """A sentence as printed, and the template it came from."""

    text: str
    template: str
    labels: tuple[Label, ...]


@dataclass
class Origin:
    """One independent source: a newspaper's own reporting, or an agency."""

    publisher: str
    wire: bool
    view: dict[str, Any]


@dataclass
class Printed:
    """A document before it has its place in the event."""

    origin: Origin
    publisher: str
    author: str
    title: str
    time: datetime.datetime
    dateline: str
    sentences: list[Sentence]
    caption: str = ""
    footer: str = ""


@dataclass
class Event:
    """One event: what happened, and how it may be told."""

    kind: str
    tables: ModuleType  # names and templates
    grammar: ModuleType  # forms of values
    rng: random.Random
    truth: dict[str, Any] = field(default_factory=dict)
    rivals: dict[str, list[Any]] = field(default_factory=dict)  # fact -> values of a conflict
    old: dict[str, Any] = field(default_factory=dict)  # fact -> the first value of an update
    background: dict[str, Any] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)  # names that are the same in all documents
    gender: str = "f"
    currency: tuple[str, str] = ("", "")  # symbol and name
    used: Counter[str] = field(default_factory=Counter)  # how often a template was
    known: set[str] = field(default_factory=set)  # the slots it can fill
    said: Counter[tuple[str, Any]] = field(default_factory=Counter)  # how many sources state a value

    @property
    def words(self) -> dict[str, Any]:
        """The table of its kind: names, titles, first sentences, and the yes or no of its question."""
        table: dict[str, Any] = self.tables.KINDS[self.kind]
        return table

    @property
    def question(self) -> str:
        """The fact of the event that sources answer with yes or no."""
        return str(self.words["question"])

    @property
    def disaster(self) -> bool:
        """Whether the sentences for all disasters may tell of it too."""
        return self.kind in DISASTERS

    def of_kind(self, tables: dict[str, list[str]]) -> list[str]:
        """The templates for its kind, and those for all disasters where it is one."""
        return tables.get(self.kind, []) + (tables["disaster"] if self.disaster else [])

    def values_of(self, fact: str) -> list[Any]:
        """All values that any document may give for a fact."""
        if fact not in self.truth:
            return []
        return [self.truth[fact], *self.rivals.get(fact, []), *([self.old[fact]] if fact in self.old else [])]


@functools.cache
def slots_of(template: str) -> frozenset[str]:
    """The names of a template's slots."""
    return frozenset(match["name"] for match in SLOT.finditer(template) if match["name"])
