"""The plan of an event: what happened, which facts sources dispute, which figure rose, and what is near it."""

import datetime
import random
from types import ModuleType
from typing import Any

from planted.event import Event
from planted.facts import ALWAYS, BACKGROUND, IN_OFFICE_HOURS, RISING, SOMETIMES
from planted.values import earlier, fresh, number, rival


def happen(kind: str, tables: ModuleType, grammar: ModuleType, rng: random.Random) -> Event:
    """An event of a kind, with its conflicts and updates."""
    event = Event(kind, tables, grammar, rng)
    event.gender = rng.choice("fm")
    event.currency = rng.choice(sorted(tables.CURRENCIES.items()))
    event.fixed = fixed_names(event)
    facts = facts_told(event)
    day = some_day(event)
    taken: set[Any] = set()
    for fact in facts:
        event.truth[fact] = fresh(event, fact, day, taken)
    dispute(event, facts, taken)
    raise_a_figure(event, facts, taken)
    imagine(event, day, taken)
    event.known = known_slots(event)
    return event


def fixed_names(event: Event) -> dict[str, str]:
    """The names that no source disputes."""
    rng, towns = event.rng, event.tables.TOWNS
    fixed = {name: rng.choice(choices) for name, choices in event.words["fixed"].items()}
    fixed["town"], fixed["region"] = rng.choice(towns)
    fixed["elsewhere"] = rng.choice([town for town, _ in towns if town != fixed["town"]])
    return fixed


def facts_told(event: Event) -> list[str]:
    """The facts that the event has."""
    always = ALWAYS[event.kind]
    more = [*SOMETIMES[event.kind], event.question]
    event.rng.shuffle(more)
    return [*always, *more[: event.rng.randint(3, 9 - len(always))]]


def some_day(event: Event) -> datetime.date:
    """The day on which it happened."""
    rng = event.rng
    day = datetime.date(2024, 1, 10) + datetime.timedelta(rng.randrange(900))
    if day.month == 12 and day.day > 14:  # the corpus has no dates that need a year
        day = day.replace(day=rng.randint(2, 14))
    if event.kind in IN_OFFICE_HOURS:
        day += datetime.timedelta((2 - day.weekday()) % 7 + rng.randrange(3))
    return day


def dispute(event: Event, facts: list[str], taken: set[Any]) -> None:
    """Give none to three of the facts other values that some sources hold."""
    rng = event.rng
    contested = rng.choices((0, 1, 2, 3), (34, 33, 22, 11))[0]
    open_to_dispute = [fact for fact in facts if fact not in {"term"} or event.kind == "verdict"]
    for fact in rng.sample(open_to_dispute, min(contested, len(open_to_dispute))):
        values = [event.truth[fact]]
        for _ in range(1 if fact == event.question or rng.random() < 0.8 else 2):
            other = rival(event, fact, values, taken)
            values += [] if other is None else [other]
        if len(values) > 1:
            event.rivals[fact] = values


def raise_a_figure(event: Event, facts: list[str], taken: set[Any]) -> None:
    """Let one figure, of those that no source disputes, have been lower in first reports."""
    rising = [fact for fact in facts if fact in RISING and fact not in event.rivals]
    if rising and event.rng.random() < 0.35:
        fact = event.rng.choice(rising)
        event.old[fact] = earlier(event.truth[fact], taken, event.rng)


def imagine(event: Event, day: datetime.date, taken: set[Any]) -> None:
    """Things near the event that a report may tell of: one value each, so that they never disagree."""
    rng = event.rng
    for name, (_, bounds) in BACKGROUND.items():
        event.background[name] = number(bounds, taken, rng)
    if "damage" in event.truth:  # the insured part is smaller than the whole
        least = min(event.values_of("damage"))
        event.background["b_insured"] = number((least // 10, least // 2), taken, rng)
    event.background["b_year"] = day.year - rng.randint(2, 14)
    event.background["b_built"] = day.year - rng.randint(31, 88)
    event.background["b_inquiry"] = day + datetime.timedelta(rng.randint(43, 60))
    deaths = event.values_of("deaths")
    if deaths and min(deaths) >= 5:
        event.background["b_children"] = rng.choice([n for n in (2, 3, 4) if n < min(deaths) - 1])
    injured = event.values_of("injured")
    if injured and min(injured) >= 9:
        event.background["b_care"] = rng.choice([n for n in (3, 4, 5, 6, 7) if n < min(injured) - 1])
    if "person" in event.truth:
        first = rng.choice([name for name in event.tables.FIRST["m"] if name != event.truth["person"][0]])
        event.background["b_namesake"] = (first, event.truth["person"][1])


def known_slots(event: Event) -> set[str]:
    """The slots that this event can fill."""
    known = {"src", "b_ago", "b_spoke", "old"} | set(event.truth)
    known |= set(event.background) | set(event.fixed)
    return known | set(event.grammar.varied(event.words, event.gender, 0))
