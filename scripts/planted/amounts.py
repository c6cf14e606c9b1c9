"""Counts and sums in words or digits, with a hedge or without."""

from typing import Any

from planted.event import Event
from planted.facts import ALL_COUNTED


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
    rng, grammar, hedges = event.rng, event.grammar, event.tables.HEDGES
    if hedge in {"about", "over", "nearly"}:
        dozen = {"about": 11 <= value <= 13 and value != 12, "over": 13 <= value <= 16, "nearly": value == 11}[hedge]
        if dozen and rng.random() < 0.6:
            fit = hedges.get(f"{hedge} a dozen", hedges[hedge])
            return str(rng.choice(fit) + " " + grammar.dozen(following))
        near = nice(value, hedge)
        if near is not None:
            return str(rng.choice(hedges[hedge]) + " " + grammar.count(near, False, following, rng))
        hedge = "plain"
    if hedge == "least":
        return str(rng.choice(hedges[hedge]) + " " + grammar.count(value, False, following, rng))
    if hedge == "plain" and value == 12 and rng.random() < 0.4:
        return str(grammar.dozen(following))
    return str(grammar.count(value, start, following, rng))


def summed(event: Event, value: int, hedge: str) -> str:
    """A sum of money, with a hedge or without."""
    rng, hedges = event.rng, event.tables.HEDGES
    near = nice(value, hedge) if hedge in {"about", "over", "nearly"} else None
    if near is not None:
        return str(rng.choice(hedges[hedge]) + " " + money(event, near))
    if hedge == "least":
        return str(rng.choice(hedges[hedge]) + " " + money(event, value))
    return money(event, value)


def money(event: Event, value: int) -> str:
    """A sum in the currency of the event."""
    return str(event.grammar.money(value, *event.currency, event.rng))
