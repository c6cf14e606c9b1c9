"""English: the forms that counts, sums, shares and dates take in print."""

import datetime
import random
from typing import Any

ARTICLE = r"^the "
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {
        "role": kind["role"]["role"],
        "who": kind["role"]["who"],
        "title": kind["role"]["title"],
        "prep": kind["prep"],
    }
    return words | {name: kind[name] for name in ("orgrole", "orgwho", "dec") if kind.get(name)}


def spelled(value: int) -> str:
    """A number below a hundred in words."""
    if value < 20:
        return ONES[value]
    return TENS[value // 10] + (f"-{ONES[value % 10]}" if value % 10 else "")


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    if value < 100 and (
        start or rng.random() < (0.6 if value <= 12 else 0.25 if value <= 20 or value % 10 == 0 else 0)
    ):
        return spelled(value)
    if value >= 1_000_000 and rng.random() < 0.7:
        text = f"{value / 1e6:.2f}".rstrip("0").rstrip(".") + " million"
        return f"A total of {text}" if start else text
    return f"A total of {value:,}" if start else f"{value:,}"


def dozen(following: str) -> str:
    """Twelve."""
    return "a dozen"


def money(value: int, symbol: str, name: str, rng: random.Random) -> str:
    """A sum of money."""
    unit, short, size = ("billion", "bn", 1e9) if value >= 1_000_000_000 else ("million", "m", 1e6)
    if value < 1_000_000:
        return rng.choice((f"{symbol}{value:,}", f"{value:,} {name}"))
    figure = f"{value / size:.3f}".rstrip("0").rstrip(".")
    forms = [f"{symbol}{figure} {unit}", f"{symbol}{figure}{short}", f"{figure} {unit} {name}"]
    if value < 10_000_000:
        forms.append(f"{symbol}{value:,}")
    if figure.isdigit() and int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {unit} {name}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}"


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" percent", "%", " per cent"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share that may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "nearly a quarter"),
            (32.5, 33.2, "nearly a third"),
            (48.5, 49.9, "nearly half"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"more than {percent(int(value), rng)}"
    return percent(value, rng)


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, month = DAYS[value.weekday()], MONTHS[value.month - 1]
    forms = [f"{value.day} {month}", f"{month} {value.day}", f"{weekday}, {value.day} {month}"]
    if flag == "p":
        return "", weekday if near else f"{month} {value.day}", "'s"
    if near:
        forms += [weekday] * 5
    if flag == "w" and near:
        return "on ", weekday, ""
    if flag == "b":
        return "", rng.choice(forms), ""
    if value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "yesterday", ""
    if value == published and rng.random() < 0.15:
        return "", "today", ""
    return "on ", rng.choice(forms), ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"{spelled(years)} years ago"


def tidy(text: str) -> str:
    """Nothing to mend in English."""
    return text
