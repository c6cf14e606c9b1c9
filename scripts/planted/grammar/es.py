"""Spanish: the forms that counts, sums, shares and dates take in print."""

import datetime
import random
import re
from typing import Any

ARTICLE = r"^(?:la|el|los|las) "
WORDS = "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte".split()
TENS = {30: "treinta", 40: "cuarenta", 50: "cincuenta", 60: "sesenta", 70: "setenta", 80: "ochenta", 90: "noventa"}
MONTHS = "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split()
DAYS = "lunes martes miércoles jueves viernes sábado domingo".split()


def varied(kind: dict[str, Any], gender: str, pick: int) -> dict[str, str]:
    """The words of a kind that change from sentence to sentence."""
    words = {name: choices[pick % len(choices)] for name, choices in kind["vary"].items()}
    words |= {**kind["role"][gender], "prep": kind["prep"]}
    return words | {name: kind[name] for name in ("orgrole", "orgwho", "dec") if kind.get(name)}


def spelled(value: int) -> str | None:
    """A number in words where it has one form for both genders and is short."""
    return WORDS[value] if 1 < value <= 20 else TENS.get(value)


def digits(value: int) -> str:
    """Digits in groups of three."""
    return f"{value:,}".replace(",", ".")


def before_noun(text: str, following: str) -> str:
    """A million and a dozen need "de" before what is counted."""
    return f"{text} de" if re.match(r" (?!y |que |según |para |dijo )\w", following) else text


def count(value: int, start: bool, following: str, rng: random.Random) -> str:
    """A whole number as papers print it."""
    words = spelled(value)
    if words and (start or rng.random() < (0.6 if value <= 12 else 0.25)):
        return words
    lead = "Un total de " if start else ""
    if value >= 1_000_000 and rng.random() < 0.7:
        figure = f"{value / 1e6:.2f}".rstrip("0").rstrip(".").replace(".", ",")
        return lead + before_noun(f"{figure} {'millón' if figure == '1' else 'millones'}", following)
    if 10_000 <= value < 1_000_000 and value % 1000 == 0 and rng.random() < 0.3:
        return f"{lead}{value // 1000} mil"
    return lead + (str(value) if value < 10_000 and rng.random() < 0.5 else digits(value))


def dozen(following: str) -> str:
    """Twelve."""
    return before_noun("una docena", following)


def money(value: int, symbol: str, name: str, rng: random.Random) -> str:
    """A sum of money."""
    if value < 1_000_000:
        return f"{digits(value)} {name}"
    millions = value / 1e6
    figure = digits(int(millions)) if millions >= 1000 else f"{millions:.2f}".rstrip("0").rstrip(".").replace(".", ",")
    unit = "millón" if figure == "1" else "millones"
    forms = [f"{figure} {unit} de {name}"] * 3
    if value < 10_000_000 and value % 1_000_000:
        forms.append(f"{digits(value)} {name}")
    if figure.isdigit() and 1 < int(figure) <= 12:
        forms.append(f"{spelled(int(figure))} {unit} de {name}")
    return rng.choice(forms)


def decimal(value: float) -> str:
    """A number with a fraction."""
    return f"{value:g}".replace(".", ",")


def percent(value: float, rng: random.Random) -> str:
    """A share of a hundred."""
    return decimal(value) + rng.choice((" por ciento", "%", " %"))


def share(value: float, hedge: str, rng: random.Random) -> str:
    """A share with its article; it may be rounded to a fraction."""
    if hedge in {"about", "nearly"}:
        for low, high, words in (
            (24, 25, "casi la cuarta parte"),
            (32.5, 33.2, "casi un tercio"),
            (48.5, 49.9, "casi la mitad"),
        ):
            if low <= value <= high and value != 25:
                return words
    if hedge == "over" and value % 1:
        return f"más del {percent(int(value), rng)}"
    return f"el {percent(value, rng)}"


def date(value: datetime.date, published: datetime.date, flag: str, rng: random.Random) -> tuple[str, str, str]:
    """A date as told on the day of publishing: what leads to it, itself, what follows."""
    near = abs((value - published).days) < 6
    weekday, plain = DAYS[value.weekday()], f"{value.day} de {MONTHS[value.month - 1]}"
    forms = [plain, plain, f"{weekday} {plain}"]
    if near:
        forms += [weekday] * 5
    if flag == "w" and near:
        return "el ", weekday, ""
    if flag != "b" and value == published - datetime.timedelta(1) and rng.random() < 0.15:
        return "", "ayer", ""
    if flag != "b" and value == published and rng.random() < 0.15:
        return "", "hoy", ""
    return "el ", rng.choice(forms), ""


def ago(years: int) -> str:
    """How many years ago."""
    return f"hace {spelled(years)} años" if spelled(years) else f"hace {years} años"


def tidy(text: str) -> str:
    """Contract prepositions and the article, as Spanish does; not before a name that begins with it."""
    return re.sub(r"\b([Aa]|[Dd]e) el\b", lambda match: match[1][0] + ("l" if match[1] in "aA" else "el"), text)
