"""Write a corpus of news events with planted conflicts, updates and origins, as JSON Lines.

python scripts/planted_corpus.py --events 100 --seed 1 --languages en,es,de --part dev > planted.jsonl

Each line is one event: documents of several origins, and what is true of them.

- statements: every sentence that states a figure, date, name or place. Offsets are code points of the sentence in its
  document's text. `scope` is "event" for a fact of the event, "background" for all else: other events, part figures,
  other counts, dates and persons, and a figure that its own publisher has put right. `value` is what the source holds
  to be true, `as_stated` how the sentence words it: "about 300" where the source counts 312.
- conflicts: facts of the event for which sources give clearly different values.
- updates: figures that one publisher raised in a later report. Other sources give the last value, or the first one
  before any source gave the last.
- origins: how many independent origins state a value. An agency's report and its copies are one.

A conflict's lower values carry no hedge that would make them true beside the higher ones ("at least 9" and 14 agree).
Templates are tables in planted/: those of even place in a list are of part `dev`, the others of `test`.
"""

import argparse
import datetime
import functools
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from types import ModuleType
from typing import Any

from planted import de, en, es

LANGUAGES: dict[str, ModuleType] = {"en": en, "es": es, "de": de}
PARTS = ("dev", "test")
# A slot, {deaths} or {deaths:x}; or the words in brackets that make a sentence a yes or a no.
SLOT = re.compile(r"\{(?P<name>\w+)(?::(?P<flag>\w))?\}|\[(?P<said>[^\]]+)\]")

# What each kind of event always tells of, and what else it may.
ALWAYS: dict[str, tuple[str, ...]] = {
    "explosion": ("deaths", "day"),
    "flood": ("deaths", "day"),
    "ferry": ("deaths", "day"),
    "fire": ("deaths", "day"),
    "quake": ("deaths", "day", "magnitude"),
    "bridge": ("deaths", "day"),
    "strike": ("arrested", "day"),
    "takeover": ("price", "day"),
    "verdict": ("term", "day"),
    "vote": ("share", "day"),
    "aid": ("amount", "day"),
}
SOMETIMES: dict[str, tuple[str, ...]] = {
    "explosion": ("injured", "missing", "displaced", "homes", "damage", "place", "person", "org", "leak_reported"),
    "flood": ("missing", "displaced", "homes", "damage", "injured", "person", "warning_issued"),
    "ferry": ("injured", "missing", "place", "person", "org", "crew_warned"),
    "fire": ("injured", "displaced", "damage", "place", "person", "org", "arrested", "doors_locked"),
    "quake": ("injured", "missing", "displaced", "homes", "damage", "place", "person", "station_shut"),
    "bridge": ("injured", "missing", "damage", "person", "org", "decision", "bridge_open"),
    "strike": ("injured", "damage", "place", "decision", "person", "org", "minister_resigned"),
    "takeover": ("jobs", "share", "decision", "person", "deal_confirmed"),
    "verdict": ("damage", "decision", "person", "org", "pleaded_guilty"),
    "vote": ("votes", "decision", "person", "arrested", "conceded"),
    "aid": ("share", "votes", "displaced", "decision", "person", "conditions"),
}
NO_DAYS = datetime.timedelta(0)
# Events that are over only at night: papers report the day after.
LATER = {"vote": datetime.timedelta(1), "strike": datetime.timedelta(1)}
DISASTERS = frozenset({"explosion", "flood", "ferry", "fire", "quake", "bridge"})
COUNTS = frozenset({"deaths", "injured", "missing", "displaced", "arrested", "homes", "jobs", "votes", "term"})
ALL_COUNTED = COUNTS - {"votes", "term"}  # counts that may still grow
MONEY = frozenset({"damage", "price", "amount"})
DATES = frozenset({"day", "decision"})
YES_NO = frozenset(
    {
        "leak_reported",
        "warning_issued",
        "crew_warned",
        "doors_locked",
        "station_shut",
        "bridge_open",
        "minister_resigned",
        "deal_confirmed",
        "pleaded_guilty",
        "conceded",
        "conditions",
    }
)
RISING = ("deaths", "injured", "displaced", "homes", "arrested")
RANGES: dict[str, tuple[int, int]] = {
    "deaths": (4, 48),
    "injured": (9, 340),
    "missing": (3, 60),
    "displaced": (240, 48_000),
    "arrested": (6, 140),
    "homes": (18, 900),
    "jobs": (180, 1_900),
    "term": (4, 18),
    "votes": (164, 297),
    "vote.votes": (210_000, 3_400_000),
    "aid.displaced": (40_000, 2_600_000),
    "flood.displaced": (900, 240_000),
    "explosion.displaced": (120, 4_000),
    "fire.displaced": (120, 3_000),
    "explosion.homes": (6, 60),
    "explosion.damage": (2_000_000, 60_000_000),
    "fire.damage": (2_000_000, 120_000_000),
    "bridge.damage": (2_000_000, 90_000_000),
    "strike.damage": (1_000_000, 20_000_000),
    "verdict.damage": (20_000_000, 900_000_000),
    "ferry.injured": (9, 120),
    "fire.injured": (9, 120),
    "strike.injured": (9, 140),
    "bridge.injured": (5, 60),
    "bridge.missing": (3, 25),
    "quake.deaths": (12, 460),
    "quake.injured": (80, 2_400),
    "damage": (2_000_000, 900_000_000),
    "price": (40_000_000, 8_000_000_000),
    "amount": (30_000_000, 4_000_000_000),
}
# Figures of other things: the fact they are labelled with, and their range.
BACKGROUND: dict[str, tuple[str, tuple[int, int]]] = {
    "b_deaths": ("deaths", (3, 40)),
    "b_injured": ("injured", (5, 60)),
    "b_homes": ("homes", (15, 120)),
    "b_displaced": ("displaced", (300, 4_000)),
    "b_arrested": ("arrested", (8, 60)),
    "b_crew": ("helpers", (35, 240)),
    "b_capacity": ("capacity", (750, 990)),
    "b_staff": ("staff", (5_100, 9_000)),
    "b_age": ("age", (34, 66)),
    "b_jurors": ("witnesses", (21, 70)),
    "b_seats": ("seats", (120, 150)),
    "b_crowd": ("crowd", (2_000, 30_000)),
    "b_stations": ("polling_stations", (1_200, 9_000)),
    "b_shocks": ("aftershocks", (14, 80)),
    "b_relief": ("relief", (1_000_000, 9_000_000)),
    "b_repair": ("repairs", (1_000_000, 6_000_000)),
    "b_fine": ("fine", (200_000, 900_000)),
    "b_insured": ("insured", (10_000_000, 90_000_000)),
    "b_price": ("price", (20_000_000, 900_000_000)),
    "b_amount": ("amount", (10_000_000, 600_000_000)),
    "b_turnout": ("turnout", (48, 79)),
    "b_share": ("other_share", (11, 24)),
    "b_rise": ("share_rise", (4, 19)),
    "b_term": ("term", (2, 9)),
}
B_MONEY = frozenset({"b_relief", "b_repair", "b_fine", "b_insured", "b_price", "b_amount"})
B_PERCENT = frozenset({"b_turnout", "b_share", "b_rise"})


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
    language: ModuleType
    parity: int
    rng: random.Random
    truth: dict[str, Any] = field(default_factory=dict)
    rivals: dict[str, list[Any]] = field(default_factory=dict)  # fact -> values of a conflict
    old: dict[str, Any] = field(default_factory=dict)  # fact -> the first value of an update
    background: dict[str, Any] = field(default_factory=dict)
    fixed: dict[str, str] = field(default_factory=dict)  # names that are the same in all documents
    gender: str = "f"
    currency: str = ""
    used: Counter[str] = field(default_factory=Counter)  # how often a template was
    known: set[str] = field(default_factory=set)  # the slots it can fill
    said: Counter[tuple[str, Any]] = field(default_factory=Counter)  # how many sources state a value

    def table(self, entries: Sequence[str]) -> list[str]:
        """The half of a table that belongs to this event's part."""
        return list(entries[self.parity :: 2])


def main(arguments: list[str] | None = None) -> None:
    """Write the events of each language to stdout."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", type=int, default=60, help="events a language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--part", choices=PARTS, default="dev")
    options = parser.parse_args(arguments)
    for language in options.languages.split(","):
        for event in generate(language, options.part, options.events, options.seed):
            sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")


def generate(language: str, part: str, events: int, seed: int) -> Iterator[dict[str, Any]]:
    """Events of one language and part, the same for the same seed."""
    kinds = list(ALWAYS)
    for number in range(events):
        rng = random.Random(f"{language} {part} {seed} {number}")
        while True:
            event = happen(kinds[number % len(kinds)], LANGUAGES[language], PARTS.index(part), rng)
            line = labelled(event, f"{language}-{part}-{seed}-{number:04}", language, printed := report(event))
            if sound(event, printed, line):
                yield line
                break


def sound(event: Event, printed: list[Printed], line: dict[str, Any]) -> bool:
    """Whether what was planned has come out: conflicts and updates are told of, and reports are of a fair length."""
    if not 4 <= len(printed) <= 12 or any(not 6 <= len(document.sentences) <= 14 for document in printed):
        return False
    if {conflict["fact"] for conflict in line["conflicts"]} != set(event.rivals):
        return False
    return {update["fact"] for update in line["updates"]} == set(event.old)


# What happened


def happen(kind: str, language: ModuleType, parity: int, rng: random.Random) -> Event:
    """An event of a kind, with its conflicts and updates."""
    event = Event(kind, language, parity, rng)
    event.gender = rng.choice("fm")
    event.currency = rng.choice(sorted(language.CURRENCIES))
    event.fixed = {name: rng.choice(choices) for name, choices in language.KINDS[kind]["fixed"].items()}
    event.fixed["town"], event.fixed["region"] = rng.choice(language.TOWNS)
    event.fixed["elsewhere"] = rng.choice([town for town, _ in language.TOWNS if town != event.fixed["town"]])
    more = list(SOMETIMES[kind])
    rng.shuffle(more)
    facts = [*ALWAYS[kind], *more[: rng.randint(3, 9 - len(ALWAYS[kind]))]]
    day = datetime.date(2024, 1, 10) + datetime.timedelta(rng.randrange(900))
    if day.month == 12 and day.day > 14:  # the corpus has no dates that need a year
        day = day.replace(day=rng.randint(2, 14))
    if kind in {"takeover", "verdict", "aid"}:  # offices are open
        day += datetime.timedelta((2 - day.weekday()) % 7 + rng.randrange(3))
    taken: set[Any] = set()
    for fact in facts:
        event.truth[fact] = fresh(event, fact, day, taken)
    contested = rng.choices((0, 1, 2, 3), (34, 33, 22, 11))[0]
    open_to_dispute = [fact for fact in facts if fact not in {"term"} or kind == "verdict"]
    for fact in rng.sample(open_to_dispute, min(contested, len(open_to_dispute))):
        values = [event.truth[fact]]
        for _ in range(1 if fact in YES_NO or rng.random() < 0.8 else 2):
            other = rival(event, fact, values, taken)
            values += [] if other is None else [other]
        if len(values) > 1:
            event.rivals[fact] = values
    rising = [fact for fact in facts if fact in RISING and fact not in event.rivals]
    if rising and rng.random() < 0.35:
        fact = rng.choice(rising)
        event.old[fact] = earlier(event.truth[fact], taken, rng)
    imagine(event, day, taken)
    event.known = known_slots(event)
    return event


def fresh(event: Event, fact: str, day: datetime.date, taken: set[Any]) -> Any:
    """A value for a fact of the event."""
    rng, language = event.rng, event.language
    table = language.KINDS[event.kind]
    if fact == "day":
        return day
    if fact == "decision":
        return day + datetime.timedelta(rng.randint(5, 40))
    if fact in YES_NO:
        return rng.choice(("yes", "no"))
    if fact == "magnitude":
        return rng.choice([tenths for tenths in range(51, 74) if tenths % 10]) / 10
    if fact == "share":
        low, high = (35, 63) if event.kind == "vote" else (21, 79)
        common = [value for value in (24, 33, 49) if low <= value]
        return rng.choice((rng.randint(low, high), rng.randint(low * 10, high * 10) / 10, rng.choice(common)))
    if fact == "person":
        return (rng.choice(language.FIRST[event.gender]), rng.choice(language.LAST))
    if fact == "org":
        return rng.choice(table["orgs"])
    if fact == "place":
        return rng.choice(table["places"])
    return number(RANGES.get(f"{event.kind}.{fact}") or RANGES[fact], taken, rng)


def number(bounds: tuple[int, int], taken: set[Any], rng: random.Random) -> int:
    """A count or a sum that no other fact of the event has, of few digits that count; small ones are likelier."""
    low, high = bounds
    while True:
        value = round(low * (high / low) ** rng.random())
        if value >= 1000:
            unit = 10 ** (len(str(value)) - (2 if value >= 100_000_000 or rng.random() < 0.6 else 3))
            value = value // unit * unit
        if low <= value and all(value != other for other in taken):
            taken.add(value)
            return int(value)


def rival(event: Event, fact: str, values: list[Any], taken: set[Any]) -> Any:
    """Another value for a fact, clearly different from those it has; None where there is hardly any."""
    rng = event.rng
    first = values[0]
    if fact in YES_NO:
        return "no" if first == "yes" else "yes"
    if fact == "day":
        return min(values) - datetime.timedelta(rng.randint(1, 2))
    if fact == "decision":
        return max(values) + datetime.timedelta(rng.choice((1, 2, 5, 7, 14)))
    for _ in range(500):
        if fact == "magnitude":
            value: Any = round(first + rng.choice((-8, -6, -5, -4, 4, 5, 6)) / 10, 1)
        elif fact == "share":
            value = round(first + rng.choice((-9, -7, -6, 6, 8, 11)), 1)
        elif fact in {"person", "org", "place"}:
            value = fresh(event, fact, datetime.date.min, taken)
        else:
            low, high = RANGES.get(f"{event.kind}.{fact}") or RANGES[fact]
            bounds = (150, 330) if (event.kind, fact) == ("aid", "votes") else (max(2, low // 2), high * 2)
            value = number(bounds, taken, rng)
            if not all(clearly_different(fact, value, other) for other in values):
                taken.discard(value)
        if all(clearly_different(fact, value, other) for other in values):
            return value
    return None


def clearly_different(fact: str, one: Any, other: Any) -> bool:
    """Whether no rounding, spelling or short form makes two values one."""
    if fact == "person":
        return bool(one[0] != other[0] and one[1] != other[1])
    if fact == "magnitude":
        return bool(abs(one - other) >= 0.35 and one % 1)
    if fact == "share":
        return bool(abs(one - other) >= 5)
    if fact in COUNTS or fact in MONEY:
        low, high = sorted((one, other))
        return bool(high - low >= 2 and 1.2 <= high / low <= 3)
    return bool(one != other)


def earlier(value: int, taken: set[Any], rng: random.Random) -> int:
    """What the first report gave for a figure that rose."""
    old = value
    while old in taken or old < 2:
        old = round(value * rng.uniform(0.45, 0.8))
        if old >= 1000:
            unit = 10 ** (len(str(old)) - 2)
            old = old // unit * unit
        if old < 2:
            return max(1, value - 2)
        if old in taken and value < 12:
            break
    taken.add(old)
    return old


def imagine(event: Event, day: datetime.date, taken: set[Any]) -> None:
    """Things near the event that a report may tell of: one value each, so that they never disagree."""
    rng = event.rng
    for name, (_, bounds) in BACKGROUND.items():
        event.background[name] = number(bounds, taken, rng)
    if "damage" in event.truth:  # the insured part is smaller than the whole
        least = min(values_of(event, "damage"))
        event.background["b_insured"] = number((least // 10, least // 2), taken, rng)
    event.background["b_year"] = day.year - rng.randint(2, 14)
    event.background["b_built"] = day.year - rng.randint(31, 88)
    event.background["b_inquiry"] = day + datetime.timedelta(rng.randint(43, 60))
    deaths = values_of(event, "deaths")
    if deaths and min(deaths) >= 5:
        event.background["b_children"] = rng.choice([n for n in (2, 3, 4) if n < min(deaths) - 1])
    injured = values_of(event, "injured")
    if injured and min(injured) >= 9:
        event.background["b_care"] = rng.choice([n for n in (3, 4, 5, 6, 7) if n < min(injured) - 1])
    if "person" in event.truth:
        first = rng.choice([name for name in event.language.FIRST["m"] if name != event.truth["person"][0]])
        event.background["b_namesake"] = (first, event.truth["person"][1])


def values_of(event: Event, fact: str) -> list[Any]:
    """All values that any document may give for a fact."""
    if fact not in event.truth:
        return []
    return [event.truth[fact], *event.rivals.get(fact, []), *([event.old[fact]] if fact in event.old else [])]


# How it is told


def report(event: Event) -> list[Printed]:
    """The documents of an event, in the order they were published."""
    rng, language = event.rng, event.language
    papers = rng.sample(language.PAPERS, len(language.PAPERS))
    wires = rng.sample(language.WIRES, len(language.WIRES))
    # As many voices as make the event worth disputing, and mostly one agency among them.
    voices = rng.randint(4, 6) if event.rivals else rng.randint(3, 6)
    voices = min(voices, len(leads(event)) - 1)
    agencies = rng.choices((0, 1, 2), (20, 60, 20))[0] if voices > 3 else 1
    origins = [
        Origin(wires[i] if i < agencies else papers.pop(), i < agencies, dict(event.truth)) for i in range(voices)
    ]
    for fact, values in event.rivals.items():
        dissent(origins, fact, values, rng)
    day = event.truth["day"] + LATER.get(event.kind, NO_DAYS)
    printed: list[Printed] = []
    copies = 0
    for origin in origins:
        time = datetime.datetime.combine(day, datetime.time(15), datetime.UTC)
        time += datetime.timedelta(days=rng.choice((0, 0, 1, 1, 2)), minutes=rng.randrange(6 * 60))
        document = write(event, origin, origin.view, time)
        if not origin.wire:
            printed.append(document)
            continue
        if rng.random() < 0.4:
            printed.append(document)
        room = 12 - voices - copies
        prints = min(rng.randint(2, 4), max(2, room))
        copies += prints
        printed.extend(copy(event, document, papers.pop()) for _ in range(prints))
    if event.old:
        printed = revise(event, origins, printed)
    return sorted(printed, key=lambda document: (document.time, document.publisher))[:12]


def dissent(origins: list[Origin], fact: str, values: list[Any], rng: random.Random) -> None:
    """Let some origins hold another value; the first value keeps two at least."""
    others = rng.sample(origins, len(origins))
    for value in values[1:]:
        for _ in range(1 if len(values) > 2 or len(origins) < 5 or rng.random() < 0.5 else 2):
            others.pop().view[fact] = value


def revise(event: Event, origins: list[Origin], printed: list[Printed]) -> list[Printed]:
    """Add the first report of a publisher whose figure rose later, before all that give the later figure."""
    rng = event.rng
    own = [origin for origin in origins if not origin.wire]
    if not own:
        event.old.clear()
        return printed
    morning = morning_end(event) - datetime.timedelta(hours=4)
    tellers = rng.sample(own, min(len(own), 2 if rng.random() < 0.3 else 1))
    for place, origin in enumerate(tellers):
        view = {**origin.view, **event.old}
        time = morning + datetime.timedelta(minutes=rng.randrange(180))
        first = write(event, origin, view, time, must=set(event.old), short=True)
        if place:  # a paper that had the first figure too and did not report again
            printed = [document for document in printed if document.origin is not origin]
        printed.append(first)
    # The later report of the first teller names the figure for certain.
    teller = tellers[0]
    printed = [document for document in printed if document.origin is not teller or document.time < morning_end(event)]
    time = morning_end(event) + datetime.timedelta(days=rng.choice((0, 1)), hours=6, minutes=rng.randrange(180))
    printed.append(write(event, teller, teller.view, time, must=set(event.old), later=True))
    return printed


def morning_end(event: Event) -> datetime.datetime:
    """When the last first reports are out."""
    day = event.truth["day"] + LATER.get(event.kind, NO_DAYS)
    return datetime.datetime.combine(day, datetime.time(12), datetime.UTC)


def write(
    event: Event,
    origin: Origin,
    view: dict[str, Any],
    time: datetime.datetime,
    must: set[str] | None = None,
    short: bool = False,
    later: bool = False,
) -> Printed:
    """One origin's report."""
    rng, language = event.rng, event.language
    told: set[str] = set()
    mine: set[str] = set()
    sentences: list[Sentence] = []

    def add(template: str) -> None:
        mine.add(template)
        event.used[template] += 1
        sentence = render(event, template, view, time, told)
        told.update(label.fact for label in sentence.labels if label.scope == "event")
        sentences.append(sentence)

    needed = set(event.rivals) | (must or set())
    facts = [fact for fact in event.truth if fact in needed or rng.random() < (0.55 if short else 0.8)]
    add(choose(event, leads(event), view, mine) or "")
    if later and rng.random() < 0.5:
        for fact in event.old:
            add(
                choose(
                    event,
                    [
                        t.replace("{what}", language.WHAT[fact]).replace("{new", "{" + fact)
                        for t in event.table(language.RISES)
                    ],
                    view,
                    mine,
                )
                or ""
            )
    rng.shuffle(facts)
    body: list[str] = []
    covered = set(told)
    for fact in facts:
        if fact in covered:
            continue
        template = choose(event, tellings(event, fact, view, covered), view, mine | set(body))
        # Sources do not share words, unless a value that few state would go unsaid.
        if template is not None and (
            not event.used[template] or (fact in needed and (event.said[fact, view[fact]] < 2 or must))
        ):
            event.said[fact, view[fact]] += 1
            body.append(template)
            covered |= slots_of(template) | ({fact} if fact in YES_NO else set())
    length = rng.randint(6, 8) if short else rng.randint(7, 13)
    asides = event.table(language.ASIDES.get(event.kind, [])) + (
        event.table(language.ASIDES["disaster"]) if event.kind in DISASTERS else []
    )
    fillers = event.table(language.FILLERS.get(event.kind, [])) + (
        event.table(language.FILLERS["disaster"]) if event.kind in DISASTERS else []
    )
    for pool, most in ((asides, rng.randint(1, 3)), (fillers, 4), (asides, 2)):
        for _ in range(most):
            template = choose(event, [t for t in pool if not event.used[t]], view, mine | set(body))
            if template is None or len(sentences) + len(body) >= length:
                break
            body.insert(rng.randint(min(2, len(body)), len(body)), template)
            event.used[template] += 1
    for fact in facts:  # some things are said twice, and a report has six sentences
        if len(sentences) + len(body) >= 6 and rng.random() < 0.85:
            continue
        template = choose(event, tellings(event, fact, view, set()), view, mine | set(body))
        if template is None or (event.used[template] and len(sentences) + len(body) >= 6):
            continue
        if len(sentences) + len(body) < 13:
            body.append(template)
    for template in body:
        add(template)
    title = headline(event, view, time, told)
    document = Printed(origin, origin.publisher, rng.choice(language.REPORTERS), title, time, "", sentences)
    if origin.wire:
        document.author = origin.publisher
        document.dateline = dateline(event, origin.publisher)
    return junked(event, document)


def leads(event: Event) -> list[str]:
    """First sentences for an event of this kind."""
    entries = event.table(event.language.KINDS[event.kind]["leads"])
    if event.kind in DISASTERS:
        entries += event.table(event.language.LEADS)
    return entries


def tellings(event: Event, fact: str, view: dict[str, Any], covered: set[str]) -> list[str]:
    """The templates that state a fact, those with a second fact only where that is new too."""
    language = event.language
    if fact in YES_NO:
        return event.table(language.KINDS[event.kind][view[fact]])
    entries = event.table(language.FACTS.get(f"{event.kind}.{fact}") or language.FACTS[fact])
    pairs = [t for t in event.table(language.PAIRS) if fact in slots_of(t) and not covered & slots_of(t)]
    return entries + pairs


@functools.cache
def slots_of(template: str) -> frozenset[str]:
    """The names of a template's slots."""
    return frozenset(match["name"] for match in SLOT.finditer(template) if match["name"])


def choose(event: Event, pool: list[str], view: dict[str, Any], mine: set[str]) -> str | None:
    """A template whose slots this event can fill, one that the event has used least."""
    rng = event.rng
    fit = [template for template in pool if template not in mine and fits(event, template)]
    if not fit:
        return None
    least = min(event.used[template] for template in fit)
    return rng.choice([template for template in fit if event.used[template] == least])


def fits(event: Event, template: str) -> bool:
    """Whether the event has what the template speaks of."""
    return slots_of(template) <= event.known


def known_slots(event: Event) -> set[str]:
    """The slots that this event can fill."""
    kind = event.language.KINDS[event.kind]
    known = {"src", "b_ago", "b_spoke", "old"} | set(event.truth)
    known |= set(event.background) | set(event.fixed) | set(event.language.varied(kind, event.gender, 0))
    return known


def headline(event: Event, view: dict[str, Any], time: datetime.datetime, told: set[str]) -> str:
    """A title that gives no fact that the text does not give."""
    pool = [
        template
        for template in event.table(event.language.KINDS[event.kind]["titles"])
        if not (slots_of(template) & set(event.truth)) - told
    ]
    template = choose(event, pool, view, set()) or ""
    event.used[template] += 1
    return render(event, template, view, time, told).text


def dateline(event: Event, agency: str) -> str:
    """How an agency's report begins."""
    town = event.fixed["town"]
    return event.rng.choice((f"{town.upper()} ({agency}) - ", f"{town} ({agency}) – ", f"({agency}) - "))


def junked(event: Event, document: Printed) -> Printed:
    """Give some documents a caption and a line of the paper's own."""
    rng, language = event.rng, event.language
    document.caption = rng.choice(language.CAPTIONS[event.kind in DISASTERS]) if rng.random() < 0.15 else ""
    document.footer = rng.choice(language.FOOTERS) if rng.random() < 0.25 else ""
    for name in ("town", "publisher"):
        value = event.fixed["town"] if name == "town" else document.publisher
        document.caption = document.caption.replace("{" + name + "}", value)
        document.footer = document.footer.replace("{" + name + "}", value)
    return document


def copy(event: Event, wire: Printed, paper: str) -> Printed:
    """An agency's report as a paper prints it: another title, a cut end, a sentence in house style, a local one."""
    rng, language = event.rng, event.language
    sentences = list(wire.sentences)
    if len(sentences) > 7 and rng.random() < 0.6:
        sentences = sentences[: -rng.randint(1, min(3, len(sentences) - 6))]
    time = wire.time + datetime.timedelta(minutes=rng.randrange(10, 200))
    same_day = time.date() == wire.time.date()
    if rng.random() < 0.4:
        place = rng.randrange(1, len(sentences))
        old = sentences[place]
        if same_day and not {"b_spoke"} & slots_of(old.template):
            sentences[place] = render(event, old.template, wire.origin.view, wire.time, {"person", "org"})
    if rng.random() < 0.5:
        local = choose(event, [t for t in event.table(language.LOCAL) if not event.used[t]], wire.origin.view, set())
        if local is not None:
            event.used[local] += 1
            sentences.append(render(event, local.replace("{paper}", paper), wire.origin.view, time, set()))
    told = {label.fact for sentence in sentences for label in sentence.labels if label.scope == "event"}
    if not same_day:
        time = wire.time + datetime.timedelta(minutes=5)
    credit = rng.random()
    author = wire.author if credit < 0.5 else rng.choice(language.REPORTERS)
    line = dateline(event, wire.publisher) if credit < 0.25 or 0.5 <= credit < 0.88 else ""
    title = wire.title if rng.random() < 0.15 else headline(event, wire.origin.view, time, told)
    return junked(event, Printed(wire.origin, paper, author, title, time, line, sentences))


# From templates to sentences


def render(event: Event, template: str, view: dict[str, Any], time: datetime.datetime, told: set[str]) -> Sentence:
    """Fill a template as a source that holds a view would."""
    rng, language = event.rng, event.language
    source = template
    if template.endswith("~"):
        template = template[:-1] + (rng.choice(language.ATTRIBUTIONS) if rng.random() < 0.45 else ".")
    kind = language.KINDS[event.kind]
    words = language.varied(kind, event.gender, rng.randrange(1000))
    labels: list[tuple[Label, int]] = []
    out = ""
    end = 0
    for match in SLOT.finditer(template):
        out += template[end : match.start()]
        end = match.end()
        name, flag, said = match["name"], match["flag"] or "", match["said"]
        start, following = match.start() == 0, template[match.end() :]
        if said:
            fact = next(fact for fact in event.truth if fact in YES_NO)
            labels.append((Label(fact, view[fact], said, "event"), len(out)))
            out += said
        elif name in view or name in event.background or name in {"b_ago", "b_spoke", "old"}:
            label, text = stated(event, name, flag, view, time, told, start, following)
            at = len(out) + text.index(label.as_stated)
            labels.append((label, at))
            out += text
        elif name == "src":
            out += rng.choice(language.SOURCES["disaster" if event.kind in DISASTERS else event.kind])
        elif name in words:
            word = words[f"{name}:{flag}"] if flag else words[name]
            out += SLOT.sub(lambda inner: event.fixed[inner["name"]], word)
        else:
            out += event.fixed[name]
    out += template[end:]
    if out:
        first = next((i for i, char in enumerate(out) if char.isalnum()), 0)
        out = out[:first] + out[first].upper() + out[first + 1 :]
    kept = tuple(
        Label(label.fact, label.value, out[at : at + len(label.as_stated)], label.scope) for label, at in labels
    )
    return Sentence(language.tidy(out), source, kept)


def stated(
    event: Event,
    name: str,
    flag: str,
    view: dict[str, Any],
    time: datetime.datetime,
    told: set[str],
    start: bool,
    following: str,
) -> tuple[Label, str]:
    """The words for a slot, and what they state."""
    rng, language = event.rng, event.language
    if name == "b_ago":
        years = time.year - event.background["b_year"]
        text = language.ago(years)
        return Label("other_year", str(event.background["b_year"]), text, "background"), text
    if name == "b_spoke":
        spoken = max(time.date() - datetime.timedelta(rng.choice((0, 0, 1))), event.truth["day"])
        before, text, after = language.date(spoken, time.date(), flag or "w", rng)
        return Label("speech_day", spoken.isoformat(), text, "background"), before + text + after
    if name == "b_inquiry":
        value = event.background[name]
        before, text, after = language.date(value, time.date(), flag, rng)
        return Label("inquiry_day", value.isoformat(), text, "background"), before + text + after
    if name in {"b_year", "b_built"}:
        text = str(event.background[name])
        return Label("other_year", text, text, "background"), text
    if name == "b_namesake":
        text = " ".join(event.background[name])
        return Label("other_person", text, text, "background"), text
    if name in {"b_children", "b_care"}:
        fact = {"b_children": "deaths_part", "b_care": "injured_part"}[name]
        text = counted(event, event.background[name], "exact", start, following)
        return Label(fact, str(event.background[name]), text, "background"), text
    if name in BACKGROUND:
        fact, value = BACKGROUND[name][0], event.background[name]
        if name in B_MONEY:
            text = language.money(value, event.currency, rng)
        elif name in B_PERCENT:
            text = language.percent(value, rng)
        else:
            text = counted(event, value, "exact" if name == "b_age" else "plain", start, following)
        return Label(fact, str(value), text, "background"), text
    if name == "old":
        fact = next(iter(event.old))
        text = counted(event, event.old[fact], "exact", start, following)
        return Label(fact, str(event.old[fact]), text, "background"), text
    value = view[name]
    if name in DATES:
        before, text, after = language.date(value, time.date(), flag, rng)
        return Label(name, value.isoformat(), text, "event"), before + text + after
    if name == "person":
        full = " ".join(value)
        text = value[1] if flag == "t" and "person" in told and rng.random() < 0.7 else full
        if flag == "t":
            shown = language.varied(language.KINDS[event.kind], event.gender, 0)["title"].replace("{}", text)
        else:
            shown = text
        return Label(name, full, text, "event"), shown
    if name == "org":
        long, short = (re.sub(language.ARTICLE, "", name) for name in value)
        article = value[0][: len(value[0]) - len(long)]
        text = short if ("org" in told and rng.random() < 0.7) or rng.random() < 0.2 else long
        if text == long and short.isupper() and "org" not in told and rng.random() < 0.4:
            text = f"{long} ({short})"
        return Label(name, long, text, "event"), article + text
    if name == "place":
        bare = re.sub(language.ARTICLE, "", value)
        shown = value if flag == "b" else language.KINDS[event.kind]["at"].replace("{}", value)
        return Label(name, bare, bare, "event"), shown
    if name == "magnitude":
        text = language.decimal(value)
        return Label(name, str(value), text, "event"), text
    hedge = hedged(event, name, value, flag)
    if name == "share":
        shown = language.share(value, hedge, rng)
        return Label(name, f"{value:g}", re.sub(language.ARTICLE, "", shown), "event"), shown
    text = summed(event, value, hedge) if name in MONEY else counted(event, value, hedge, start, following)
    return Label(name, str(value), text, "event"), text


def hedged(event: Event, fact: str, value: Any, flag: str) -> str:
    """Whether a source hedges here, and how: no hedge may make two values of a conflict agree."""
    rng = event.rng
    if flag == "x":
        return "exact"
    if fact in event.rivals:
        return "least" if value == max(event.rivals[fact]) and fact in ALL_COUNTED and rng.random() < 0.15 else "exact"
    if rng.random() > 0.35:
        return "plain"
    if fact in event.old:
        return "least" if rng.random() < 0.6 else "plain"
    ways = ["about", "about", "over", "nearly"]
    return rng.choice([*ways, "least"] if fact in ALL_COUNTED else ways)


def nice(value: int, way: str) -> int | None:
    """A round number near a value, on the side that a hedge speaks of."""
    size = 10 ** (len(str(value)) - 1)
    for step in (size, size // 2, size // 10):
        if step < 5:
            return None
        low = value // step * step
        high = low + step
        if way == "over" and low < value and value <= low * 1.1:
            return int(low)
        if way == "nearly" and value < high <= value * 1.06:
            return int(high)
        if way == "about":
            near = low if value - low <= high - value else high
            if near and near != value and abs(near - value) <= 0.05 * value:
                return int(near)
    return None


def counted(event: Event, value: int, hedge: str, start: bool, following: str) -> str:
    """A count in words or digits, with a hedge or without."""
    rng, language = event.rng, event.language
    if hedge in {"about", "over", "nearly"}:
        dozen = {"about": 11 <= value <= 13 and value != 12, "over": 13 <= value <= 16, "nearly": value == 11}[hedge]
        if dozen and rng.random() < 0.6:
            return str(rng.choice(language.HEDGES[hedge]) + " " + language.dozen(following))
        near = nice(value, hedge)
        if near is not None:
            return str(rng.choice(language.HEDGES[hedge]) + " " + language.count(near, False, following, rng))
        hedge = "plain"
    if hedge == "least":
        return str(rng.choice(language.HEDGES[hedge]) + " " + language.count(value, False, following, rng))
    if hedge == "plain" and value == 12 and rng.random() < 0.4:
        return str(language.dozen(following))
    return str(language.count(value, start, following, rng))


def summed(event: Event, value: int, hedge: str) -> str:
    """A sum of money, with a hedge or without."""
    rng, language = event.rng, event.language
    near = nice(value, hedge) if hedge in {"about", "over", "nearly"} else None
    if near is not None:
        return str(rng.choice(language.HEDGES[hedge]) + " " + language.money(near, event.currency, rng))
    if hedge == "least":
        return str(rng.choice(language.HEDGES[hedge]) + " " + language.money(value, event.currency, rng))
    return str(language.money(value, event.currency, rng))


# What is true of the documents


def labelled(event: Event, name: str, language: str, printed: list[Printed]) -> dict[str, Any]:
    """The event as a line of the corpus, its labels read off what the documents say."""
    documents: list[dict[str, str]] = []
    statements: list[dict[str, Any]] = []
    origin_of: dict[str, int] = {}
    says: dict[tuple[str, str], list[str]] = {}
    for place, document in enumerate(printed):
        identity = f"d{place + 1}"
        origin_of[identity] = id(document.origin)
        text, spans = laid_out(event, document)
        documents.append(
            {
                "id": identity,
                "publisher": document.publisher,
                "author": document.author,
                "title": document.title,
                "publish_time": document.time.isoformat().replace("+00:00", "Z"),
                "text": text,
            }
        )
        for (start, end), sentence in zip(spans, document.sentences, strict=True):
            assert text[start:end] == sentence.text
            for label in sentence.labels:
                assert label.as_stated in sentence.text, (label, sentence)
                where = {"document_id": identity, "start": start, "end": end}
                what = {"fact": label.fact, "value": label.value, "as_stated": label.as_stated, "scope": label.scope}
                statements.append(where | what)
                if label.scope == "event" and identity not in says.setdefault((label.fact, label.value), []):
                    says[label.fact, label.value].append(identity)
    return {
        "id": name,
        "language": language,
        "kind": event.kind,
        "documents": documents,
        "statements": statements,
        "conflicts": conflicts(event, says),
        "updates": updates(event, documents, says),
        "origins": [
            {"fact": fact, "value": value, "count": len({origin_of[i] for i in ids}), "document_ids": ids}
            for (fact, value), ids in sorted(says.items())
        ],
    }


def conflicts(event: Event, says: dict[tuple[str, str], list[str]]) -> list[dict[str, Any]]:
    """The facts for which documents give values that no update explains."""
    found = []
    for fact in event.truth:
        variants = [{"value": value, "document_ids": ids} for (name, value), ids in says.items() if name == fact]
        assert len(variants) < 2 or fact in event.rivals or fact in event.old, (fact, variants)
        if len(variants) > 1 and fact in event.rivals:
            found.append({"fact": fact, "variants": variants})
    return found


def updates(
    event: Event, documents: list[dict[str, str]], says: dict[tuple[str, str], list[str]]
) -> list[dict[str, Any]]:
    """The figures that a publisher raised."""
    publisher = {document["id"]: document["publisher"] for document in documents}
    found = []
    for fact, old in event.old.items():
        before = {publisher[i] for i in says.get((fact, str(old)), [])}
        after = {publisher[i] for i in says.get((fact, str(event.truth[fact])), [])}
        found += [
            {"fact": fact, "publisher": name, "values": [str(old), str(event.truth[fact])]}
            for name in sorted(before & after)
        ]
    return found


def laid_out(event: Event, document: Printed) -> tuple[str, list[tuple[int, int]]]:
    """A document's text in paragraphs, and where each sentence stands in it."""
    text = f"{document.caption}\n\n" if document.caption else ""
    text += document.dateline
    spans = []
    left = 1
    for place, sentence in enumerate(document.sentences):
        if place:
            left -= 1
            text += " " if left > 0 else "\n\n"
        if left <= 0:
            left = event.rng.randint(1, 3)
        spans.append((len(text), len(text) + len(sentence.text)))
        text += sentence.text
    if document.footer:
        text += f"\n\n{document.footer}"
    return text, spans


if __name__ == "__main__":
    main()
