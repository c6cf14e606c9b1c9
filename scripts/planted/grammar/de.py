"""German: the forms that counts, sums, shares and dates take in print."""

import datetime
import random
import re
from typing import Any

ARTICLE = r"^(?:die|der|das) "
WORDS = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn".split()
TENS = "_ _ zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split()
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()
DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {**kind["role"][gender], "prep": kind["prep"]}
    if "orgrole" in kind:
        words |= {"orgrole": kind["orgrole"][0], "orgrole:b": kind["orgrole"][1], "orgwho": kind["orgwho"]}
    return words | ({"dec": kind["dec"]} if "dec" in kind else {})


def spelled(value: int) -> str:
    """A number from two to ninety-nine in words."""
    if value < 20:
        return WORDS[value]
    one = {0: "", 1: "einund"}.get(value % 10, f"{WORDS[value % 10]}und")
    return one + TENS[value // 10]


def digits(value: int) -> str:
    """Digits in groups of three."""
    return f"{value:,}".replace(",", ".")


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    likely = 0.6 if value <= 12 else 0.25 if value <= 20 or value % 10 == 0 else 0
    if 1 < value < 100 and (rng.random() < likely or (start and value <= 20)):
        return spelled(value)
    if value >= 1_000_000 and rng.random() < 0.7:
        figure = f"{value / 1e6:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return f"{figure} Million{'' if figure == '1' else 'en'}"
    return digits(value)


def dozen(following: str) -> str:
    """Twelve."""
    return "ein Dutzend"


def money(value: int, symbol: str, name: str, rng: random.Random) -> str:
    """A sum of money."""
    if value < 1_000_000:
        return f"{digits(value)} {name}"
    unit, short, size = ("Milliarde", "Mrd.", 1e9) if value >= 1_000_000_000 else ("Million", "Mio.", 1e6)
    figure = f"{value / size:.3f}".rstrip("0").rstrip(".").replace(".", ",")
    plural = unit if figure == "1" else unit.removesuffix("e") + "en"
    forms = [f"{figure} {plural} {name}"] * 2 + [f"{figure} {short} {name}"]
    if value < 10_000_000:
        forms.append(f"{digits(value)} {name}")
    if figure.isdigit() and 1 < int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {plural} {name}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}".replace(".", ",")


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" Prozent", " Prozent", " %"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share that may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "knapp ein Viertel"),
            (32.5, 33.2, "knapp ein Drittel"),
            (48.5, 49.9, "fast die Hälfte"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"mehr als {percent(int(value), rng)}"
    return percent(value, rng)


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, plain = DAYS[value.weekday()], f"{value.day}. {MONTHS[value.month - 1]}"
    if flag == "w" and near:
        return "am ", weekday, ""
    if not flag and value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "gestern", ""
    if not flag and value == published and rng.random() < 0.15:
        return "", "heute", ""
    forms = [plain, plain, f"{weekday} ({plain})"] + ([weekday] * 5 if near else [])
    form = rng.choice(forms)
    if flag == "b":
        return ("den " if form == plain else ""), form, ""
    return {"v": "vom "}.get(flag, "am "), form, ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"vor {spelled(years)} Jahren"


def tidy(text: str) -> str:
    """Contract prepositions and the article, as German does before a noun; behind a comma it is no article."""
    forms = {"bei": "beim", "zu": "zum", "von": "vom"}

    def contracted(match: re.Match[str]) -> str:
        form = forms[match[1].lower()]
        return form.capitalize() if match[1][0].isupper() else form

    return re.sub(r"(?<!, )\b([Bb]ei|[Zz]u|[Vv]on) dem(?= [A-ZÄÖÜ])", contracted, text)
