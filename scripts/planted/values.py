"""Values of facts: a first one, another that is clearly different, and the earlier one of a figure that rose."""

import datetime
import random
from typing import Any

from planted.event import Event
from planted.facts import COUNTS, DATES, MONEY, NAMES, RIVAL_RANGES, range_of


def fresh(event: Event, fact: str, day: datetime.date, taken: set[Any]) -> Any:
    """A value for a fact of the event."""
    rng = event.rng
    if fact == "day":
        return day
    if fact == "decision":
        return day + datetime.timedelta(rng.randint(5, 40))
    if fact == event.question:
        return rng.choice(("yes", "no"))
    if fact == "magnitude":
        return rng.choice([tenths for tenths in range(51, 74) if tenths % 10]) / 10
    if fact == "share":
        low, high = (35, 63) if event.kind == "vote" else (21, 79)
        common = [value for value in (24, 33, 49) if low <= value]
        return rng.choice((rng.randint(low, high), rng.randint(low * 10, high * 10) / 10, rng.choice(common)))
    if fact in NAMES:
        return named(event, fact)
    return number(range_of(event.kind, fact), taken, rng)


def named(event: Event, fact: str) -> Any:
    """A person, as first name and surname; an organization, as its long and its short name; or a place."""
    if fact == "person":
        return (event.rng.choice(event.tables.FIRST[event.gender]), event.rng.choice(event.tables.LAST))
    return event.rng.choice(event.words[f"{fact}s"])


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
    if fact == event.question:
        return "no" if values[0] == "yes" else "yes"
    if fact in DATES:
        return other_day(fact, values, event.rng)
    for _ in range(500):
        value = try_rival(event, fact, values, taken)
        if all(clearly_different(fact, value, other) for other in values):
            return value
    return None


def other_day(fact: str, values: list[datetime.date], rng: random.Random) -> datetime.date:
    """A day before all that are given for what happened, or after all for what is to come."""
    if fact == "day":
        return min(values) - datetime.timedelta(rng.randint(1, 2))
    return max(values) + datetime.timedelta(rng.choice((1, 2, 5, 7, 14)))


def try_rival(event: Event, fact: str, values: list[Any], taken: set[Any]) -> Any:
    """Some other value for a fact, which may be too near to those it has."""
    if fact == "magnitude":
        return round(values[0] + event.rng.choice((-8, -6, -5, -4, 4, 5, 6)) / 10, 1)
    if fact == "share":
        return round(values[0] + event.rng.choice((-9, -7, -6, 6, 8, 11)), 1)
    if fact in NAMES:
        return named(event, fact)
    low, high = range_of(event.kind, fact)
    value = number(RIVAL_RANGES.get(f"{event.kind}.{fact}", (max(2, low // 2), high * 2)), taken, event.rng)
    if not all(clearly_different(fact, value, other) for other in values):
        taken.discard(value)
    return value


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
