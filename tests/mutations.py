"""Sentences with one thing changed that a reader must be told of. The changes know nothing of how they are found."""

import random
import re
from collections.abc import Iterator, Sequence

DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
MONTHS = ["January", "February", "March", "April", "June", "July", "August", "September", "October", "November"]
_QUOTED = re.compile(r"[“\"«「]([^“”\"«»「」]{20,})[”\"»」]")
_NAME = re.compile(r"(?<=[a-z,] )[A-Z][a-z]{3,}\b")
_AUXILIARY = re.compile(r"\b(?:is|was|were|are|has|had|will|would|could|did|does)\b(?! not\b|n.t)")
_WORDS = ["terrible", "green", "weather", "argued", "sudden"]


def names_in(texts: Sequence[str]) -> list[str]:
    """Words that look like names, of which some can be swapped for others."""
    return sorted({name for text in texts for name in _NAME.findall(text)} - {*DAYS, *MONTHS})


def mutations(text: str, names: Sequence[str], chance: random.Random) -> Iterator[tuple[str, str]]:
    """Changed sentences, each with what was changed."""

    def put(place: re.Match, new: str) -> str:
        return text[: place.start()] + new + text[place.end() :]

    digits = list(re.finditer(r"\d", text))
    if digits:
        place = chance.choice(digits)
        yield "number", put(place, chance.choice([digit for digit in "123456789" if digit != place[0]]))
    for words in (DAYS, MONTHS):
        found = list(re.finditer(rf"\b(?:{'|'.join(words)})\b", text))
        if found:
            place = chance.choice(found)
            yield "date", put(place, chance.choice([word for word in words if word != place[0]]))
    own = [place for place in _NAME.finditer(text) if place[0] in names]
    others = [name for name in names if name not in text]
    if own and others:
        yield "name", put(chance.choice(own), chance.choice(others))
    if place := _AUXILIARY.search(text):
        yield "negation", put(place, f"{place[0]} not")
    if place := re.search(r"\b(?:not|never) ", text):
        yield "negation", put(place, "")
    for quotation in _QUOTED.finditer(text):
        start, end = quotation.span(1)
        inner = list(re.finditer(r"\b[a-zа-яéíóúñ]{4,}\b", text[start:end]))
        if inner:
            place = chance.choice(inner)
            changed = text[: start + place.start()] + chance.choice(_WORDS) + text[start + place.end() :]
            yield "quotation", changed
        yield "quotation", f"{text[: end - 1]} and nobody minds the weather{text[end - 1 :]}"
        outside = [place for place in own if not quotation.start() <= place.start() < quotation.end()]
        if outside and others:
            speaker = min(
                outside, key=lambda p: min(abs(p.start() - quotation.end()), abs(quotation.start() - p.end()))
            )
            yield "speaker", put(speaker, chance.choice(others))
        break
