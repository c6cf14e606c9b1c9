"""items: what in a sentence must be right to the letter, each with its place: figures, names and days, and negations.

Figures are compared by value: "1.2 million" is "1,200,000", "twelve" is "12", and "5 %" is not "5". A name is a
capitalized word that does not open the sentence, or that does and has a capital elsewhere as well; English days and
months are found as such. German, where every noun has a capital, has no names here, nor have scripts without capitals.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from conspectus.engine import Language
from conspectus.stages.figures import is_number_word, normal_figure
from conspectus.types import Gate
from conspectus.words import Word, look_up, places

_HUNDRED, _THOUSAND, _DOZEN = 100, 1000, 12
_JOINT = re.compile(r"(?:[\s-]|\band\b)*$")  # what may stand between the words of one number
_PERCENT = re.compile(
    r"[\s\xa0]?(?:%|٪|per\s?cent|pct\b|por\s?ciento|por\s?cento|pour\s?cent|prozent|procent|процент)", re.IGNORECASE
)
_CURRENCY = "$£€¥₹₽₩"
# Short forms of magnitudes, which only figures have before them.
_SHORT = {"bn": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mld": 1e9, "mrd": 1e9, "tn": 1e12, "млн": 1e6, "млрд": 1e9}
_GROUPED = re.compile(r"\d{1,3}(?:[ \xa0\u202f]\d{3})+")  # digits in groups of three
# Chinese and Japanese numbers: digits, places below ten thousand, and those that multiply all before them.
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN_NUMBER = re.compile(
    rf"\d[\d,.]*[{''.join(_MYRIADS)}]|[{''.join([*_DIGITS, *_PLACES])}][{''.join([*_DIGITS, *_PLACES, *_MYRIADS])}]+"
)


@dataclass(frozen=True, slots=True)
class Item:
    """What must be right to the letter at characters `start` to `end` of a sentence; `value` is what it says."""

    gate: Gate  # FIGURE, NAME or NEGATION
    start: int
    end: int
    value: str


@dataclass(frozen=True, slots=True)
class Parsed:
    """A sentence taken apart: its words with their places, what there is to know of them, and its items, in order."""

    text: str
    words: list[tuple[int, int, str]]
    known: list[Word]
    items: list[Item]

    def of(self, item: Item) -> list[int]:
        """The numbers of the words that an item has."""
        return [number for number, (start, end, _) in enumerate(self.words) if start < item.end and end > item.start]


def parse(text: str, language: Language, capitalized: Collection[str]) -> Parsed:
    """Takes a sentence apart; `capitalized` are folded words that have a capital inside sentences."""
    words = places(text)
    known = [look_up(word, language) for _, _, word in words]
    found = [*_figures(text, words, language), *_others(words, known, language, capitalized)]
    return Parsed(text, words, known, sorted(found, key=lambda item: item.start))


def _others(
    words: list[tuple[int, int, str]], known: list[Word], language: Language, capitalized: Collection[str]
) -> Iterator[Item]:
    named = not language.capitalizes_nouns
    for number, ((start, end, word), found) in enumerate(zip(words, known, strict=True)):
        if found.folded in language.negations:
            yield Item(Gate.NEGATION, start, end, "not")
        elif named and word[0].isupper() and found.says and (number or found.folded in capitalized):
            yield Item(Gate.NAME, start, end, found.folded.removesuffix("'s"))


def _figures(text: str, words: list[tuple[int, int, str]], language: Language) -> Iterator[Item]:
    """The figures of a sentence, each with all the words that make it."""
    if language.unspaced:
        for match in _HAN_NUMBER.finditer(text):
            yield Item(Gate.FIGURE, match.start(), match.end(), f"{_han_value(match[0]):.12g}")
        text = _HAN_NUMBER.sub(lambda match: " " * len(match[0]), text)
    run: list[tuple[int, int, float]] = []
    for start, end, word in words:
        value = _value(word, language, run)
        if value is None or text[start:end].isspace():  # a number in signs has been taken out
            continue
        if isinstance(value, str):  # a time
            yield Item(Gate.FIGURE, start, end, value)
            continue
        gap = text[run[-1][1] : start] if run else ""
        if run and _GROUPED.fullmatch(text, run[-1][0], end):
            first, _, before = run.pop()
            start, value = first, before * _THOUSAND + value
        elif run and not (_JOINT.match(gap) and _continues(run, value)):
            yield _figure(run, text)
            run = []
        run.append((start, end, value))
    if run:
        yield _figure(run, text)


def _value(word: str, language: Language, run: list[tuple[int, int, float]]) -> float | str | None:
    """What a word says as a number or as part of one; None if it is none."""
    if run and word.casefold() in _SHORT:
        return _SHORT[word.casefold()]
    if word[0].isdigit():
        normal = normal_figure(word)
        try:
            return float(normal)
        except ValueError:
            return normal
    folded = word.casefold()
    if language.unspaced:
        return None
    return float(language.number_words[folded]) if is_number_word(folded, language) else None


def _continues(run: list[tuple[int, int, float]], value: float) -> bool:
    """Whether a number's next word may be one of this value: "twenty five", "1.2 million", "two hundred and six"."""
    last = run[-1][2]
    if value >= _HUNDRED or value == _DOZEN:
        return value in (_HUNDRED, _DOZEN) or value >= _THOUSAND
    tens = (
        20 <= last < _HUNDRED and last % 10 == 0 and (value < 10 or (last in (60, 80) and value < 20))
    )  # soixante-dix
    return tens or (last >= _HUNDRED and last % _HUNDRED == 0)


def _figure(run: list[tuple[int, int, float]], text: str) -> Item:
    total, current = 0.0, 0.0
    for _, _, value in run:
        if value >= _THOUSAND and current:
            total, current = total + current * value, 0.0
        elif value in (_HUNDRED, _DOZEN) and current:
            current *= value
        else:
            current += value
    start, end = run[0][0], run[-1][1]
    unit = ""
    if percent := _PERCENT.match(text, end):
        unit, end = "%", percent.end()
    elif (sign := text[:start].rstrip()[-1:]) and sign in _CURRENCY:
        unit, start = sign, text.rindex(sign, 0, start)
    return Item(Gate.FIGURE, start, end, f"{total + current:.12g}{unit}")


def _han_value(number: str) -> float:
    """The value of a number in Chinese or Japanese signs, or in digits before one of them."""
    if number[0].isdigit() and number[0] not in _DIGITS:
        return float(number[:-1].replace(",", "")) * _MYRIADS[number[-1]]
    total = section = digit = 0
    for sign in number:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            section, digit = section + max(digit, 1) * _PLACES[sign], 0
        else:
            total, section, digit = total + max(section + digit, 1) * _MYRIADS[sign], 0, 0
    return float(total + section + digit)
