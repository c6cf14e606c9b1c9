"""The corpus: events of a language and a part, each the plan of an event, the reports of it, and their labels."""

import random
from collections.abc import Iterator

from planted.dev import de, en, es
from planted.event import Event, Printed
from planted.facts import ALWAYS
from planted.grammar import de as de_grammar
from planted.grammar import en as en_grammar
from planted.grammar import es as es_grammar
from planted.labels import Line, labelled
from planted.plan import happen
from planted.reports import report

GRAMMARS = {"en": en_grammar, "es": es_grammar, "de": de_grammar}
LANGUAGES = {"en": en, "es": es, "de": de}
PARTS = ("dev", "test")


def generate(language: str, part: str, events: int, seed: int) -> Iterator[Line]:
    """Events of one language and part, the same for the same seed."""
    kinds = list(ALWAYS)
    for number in range(events):
        rng = random.Random(f"{language} {part} {seed} {number}")
        while True:
            kind = kinds[number % len(kinds)]
            event = happen(kind, LANGUAGES[language], GRAMMARS[language], PARTS.index(part), rng)
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
    return {update["fact"] for update in line["updates"]} == set(event.old)
