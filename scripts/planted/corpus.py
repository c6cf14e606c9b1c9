"""The corpus: events of a language and a part, each the plan of an event, the reports of it, and their labels."""

import random
from collections.abc import Iterator
from importlib import import_module
from itertools import pairwise
from types import ModuleType
from typing import Any

from planted.event import Event, Printed
from planted.facts import ALWAYS, RISING
from planted.labels import Line, labelled
from planted.plan import happen
from planted.reports import report

LANGUAGES = ("en", "es", "de")
LEARNT = ("dev", "more")  # the parts on which rules are made
PARTS = (*LEARNT, "test")


def tables_of(language: str, part: str) -> ModuleType:
    """The names and templates of a part, and the kinds of events it has."""
    return import_module(f"planted.{part}.{language}")


def generate(language: str, part: str, events: int, seed: int) -> Iterator[Line]:
    """Events of one language and part, the same for the same seed."""
    tables, grammar = tables_of(language, part), import_module(f"planted.grammar.{language}")
    kinds = [kind for kind in ALWAYS if kind in tables.KINDS]
    for number in range(events):
        rng = random.Random(f"{language} {part} {seed} {number}")
        while True:
            event = happen(kinds[number % len(kinds)], tables, grammar, rng)
            line = labelled(event, f"{language}-{part}-{seed}-{number:04}", language, printed := report(event))
            if sound(event, printed, line):
                yield line
                break


def sound(event: Event, printed: list[Printed], line: Line) -> bool:
    """Whether what was planned has come out: conflicts and updates are told of, and reports are of a fair length."""
    if not 4 <= len(printed) <= 12 or any(not 6 <= len(document.sentences) <= 14 for document in printed):
        return False
    if {conflict["fact"] for conflict in line["conflicts"]} != set(event.rivals):
        return False
    if any(only_moved(conflict, line) for conflict in line["conflicts"]):
        return False
    return {update["fact"] for update in line["updates"]} == set(event.old)


def only_moved(conflict: dict[str, Any], line: Line) -> bool:
    """Whether a count may just have gone up, or that of the missing down, between the reports that give its values."""
    if conflict["fact"] not in {*RISING, "missing"}:
        return False
    when = {document["id"]: document["publish_time"] for document in line["documents"]}
    spans = []
    for variant in sorted(conflict["variants"], key=lambda variant: int(variant["value"])):
        times = sorted(when[identity] for identity in variant["document_ids"])
        spans.append((times[0], times[-1]))
    rose = all(lower[1] < higher[0] for lower, higher in pairwise(spans))
    fell = all(higher[1] < lower[0] for lower, higher in pairwise(spans))
    return rose or (fell and conflict["fact"] == "missing")
