"""quantities: the figures of a sentence as numbers: how much, of which unit, and how exactly it is meant.

"1.2 million" is 1,200,000, "twelve" is 12, "about 300" is anything near it, "dozens" is two dozen or more, and "10 to
15" all that lies between.
"""

import functools
import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from conspectus.engine import Language
from conspectus.stages.figures import is_number_word, normal_figure

Words = Sequence[tuple[int, int, str]]  # as `words.places` gives them, folded

_FIVE, _HUNDRED, _THOUSAND, _DOZEN = 5, 100, 1000, 12
_JOINT = re.compile(r"(?:[\s-]|\band\b)*$")  # what may stand between the words of one number
# "Per cent" is none of "percentage points"; in some languages it has endings.
_PERCENT = re.compile(
    r"[\s\xa0]?(?:%|٪|(?:per\s?cent|pct|por\s?ciento|por\s?cento|per\s?cento|pour\s?cent|prozent"
    r"|procent\w{0,3}|процент\w{0,3}|τοις\s(?:εκατό|εκατο)|प्रतिशत|फीसदी|퍼센트|في\sالمئة|في\sالمائة|بالمئة|אחוז(?:ים)?)"
    r"(?!\w)|パーセント|퍼센트)",
    re.IGNORECASE,
)
_WORD_BEHIND = re.compile(r"\.?[\s\xa0-]?(?:d['’]|de\s|di\s)?(\w[\w\u0900-\u0dff]*)")  # with the vowel signs of India
_SIGNS = {"$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₩": "KRW"}
# Short forms of magnitudes, which only figures have before them; those of one letter only amounts of money.
_SHORT = {"bn": 1e9, "mn": 1e6, "mln": 1e6, "mio": 1e6, "mld": 1e9, "mrd": 1e9, "tn": 1e12, "млн": 1e6, "млрд": 1e9}
_SHORTEST = {"k": 1e3, "m": 1e6, "b": 1e9}
_SHORT_FORMS = _SHORT.keys() | _SHORTEST.keys()
_GROUPED = re.compile(r"\d{1,3}(?:[ \xa0\u202f]\d{3}){1,4}")  # digits in groups of three
# Chinese and Japanese numbers: digits, places below ten thousand, and those that multiply all before them.
_DIGITS = {sign: value for value, sign in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2, "兩": 2}
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8, "兆": 10**12}
_HAN_NUMBER = re.compile(
    rf"(?<![\d.,])\d++(?:[,.]\d++)*+[{''.join(_MYRIADS)}]"
    rf"|[{''.join([*_DIGITS, *_PLACES])}][{''.join([*_DIGITS, *_PLACES, *_MYRIADS])}]++"
)
_ARTICLE = re.compile(r"\b(?:an?|eine?[nmrs]?|une?|um|uma|una|uno|een|en)\s$", re.IGNORECASE)
_FRACTIONS = frozenset("¼½¾⅓⅔")
_DECIMALS = re.compile(r"\d+[.,](\d{1,6})(?!\d)")
_MINUS = re.compile(r"(?:^|(?<=[\s(]))[-−]$")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)$")
_DASH = re.compile(r"\s?[–—-]\s?$")
# 703-691-2131 is a number to call.
_DASHED_BEFORE, _DASHED_BEHIND = re.compile(r"\d-$"), re.compile(r"-\d")
NEAR = 0.05  # of a round number that it may be off
HALF = 0.499  # what a whole number may be off from one with decimals
LONGEST_HEDGE = 4  # words
LONGEST_HAN = 24  # signs of a number
LARGEST = 1e60  # what is larger is no number that anybody means
BEFORE = 24  # characters before a figure among which its sign or the word before it is


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number, or the two ends of a range, as stated; it means something from `low` to `high`.

    `unit` is "%", an ISO 4217 code, ":" for minutes of the day, or "". `step` is what it is rounded to.
    """

    numbers: tuple[float, ...]
    unit: str
    low: float
    high: float
    step: float = 1.0

    def says(self, theirs: "Quantity") -> bool:
        """Whether this may stand for a source's: the same, or a vaguer number or a range that holds it."""
        if self.unit != theirs.unit:
            return False
        if self.numbers == theirs.numbers:
            return not ((self.is_under and theirs.is_over) or (self.is_over and theirs.is_under))
        vaguer = len(theirs.numbers) == 1 and (len(self.numbers) > 1 or self.step > theirs.step or not self.step)
        return vaguer and self.low <= theirs.numbers[0] <= self.high

    @property
    def is_under(self) -> bool:
        """Whether it is the most that it may be."""
        return self.low < self.high == self.numbers[0]

    @property
    def is_over(self) -> bool:
        """Whether it is the least that it may be."""
        return self.numbers[0] == self.low < self.high

    def differs(self, other: "Quantity") -> bool:
        """Whether both can't be right, even if either is rounded."""
        if self.unit != other.unit:
            return False
        (low, high), (other_low, other_high) = self._meant(), other._meant()
        return high < other_low or other_high < low

    def _meant(self) -> tuple[float, float]:
        half = HALF * min(self.step, 1.0)
        off = min(self.step / 2, NEAR * abs(self.numbers[0])) if self.step >= _HUNDRED else half
        return self.low - off, self.high + off


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity and the characters that state it, from `start` to `end`."""

    start: int
    end: int
    quantity: Quantity


def figures(text: str, words: Words, language: Language) -> list[Figure]:
    """The figures of a sentence, each with all the words that make it, in order."""
    vague = list(_vague(text, words, language))
    taken = {place for figure in vague for place in range(figure.start, figure.end)}
    bare: list[Figure] = []
    for figure in sorted(_bare(text, words, language), key=lambda figure: figure.start):
        if figure.start not in taken and not (bare and figure.start < bare[-1].end):  # the 100 of "60 τοις εκατό"
            bare.append(figure)
    ranged = _ranged(bare, text, language)
    exact = [_hedged(figure, text, words, language) for figure in ranged]
    stated = {place for figure in exact for place in range(figure.start, figure.end)}
    told = [figure for figure in vague if figure.start not in stated and figure.end - 1 not in stated]
    return sorted((*exact, *told), key=lambda figure: figure.start)


def _bare(text: str, words: Words, language: Language) -> Iterator[Figure]:
    if language.unspaced:
        for match in _HAN_NUMBER.finditer(text):
            if (found := _han_value(match[0])) is not None:
                yield _with_unit(match.start(), match.end(), found, text, language)
        text = _HAN_NUMBER.sub(lambda match: " " * len(match[0]), text)
    run: list[tuple[int, int, float]] = []
    for start, end, word in words:
        if word not in language.number_words and not word[0].isdigit() and not (run and word in _SHORT_FORMS):
            continue
        if text[start:end].isspace():  # a number in signs has been taken out
            continue
        if clock := _CLOCK.match(word):
            minutes = 60.0 * int(clock[1]) + int(clock[2])
            yield Figure(start, end, Quantity((minutes,), ":", minutes, minutes))
            continue
        value = _value(word, language, run, text[start - 1 : start])
        if value is None:
            continue
        gap = text[run[-1][1] : start][: BEFORE + 1] if run else ""
        if run and _GROUPED.fullmatch(text, run[-1][0], end):
            first, _, before = run.pop()
            start, value = first, before * _THOUSAND + value
        elif run and (word[0].isdigit() or not (_JOINT.match(gap) and _continues(run, value))):
            yield _composed(run, text, language)
            run = []
        run.append((start, end, value))
    if run:
        yield _composed(run, text, language)


def _value(word: str, language: Language, run: list[tuple[int, int, float]], before: str) -> float | None:
    """What a word says as a number or as part of one; None if it is none."""
    if run and word in _SHORT:
        return _SHORT[word]
    if run and word in _SHORTEST and before.isdigit():
        return _SHORTEST[word]
    if word[0].isdigit():
        try:
            return float(normal_figure(word))
        except ValueError:
            return None
    if language.unspaced:
        return None
    tens = bool(run) and 20 <= run[-1][2] < _HUNDRED and run[-1][2] % 10 == 0  # forty-one
    if is_number_word(word, language) or (tens and word in language.number_words):
        return float(language.number_words[word])
    return None


def _continues(run: list[tuple[int, int, float]], value: float) -> bool:
    """Whether a number's next word may be one of this value: "twenty five", "1.2 million", "two hundred and six"."""
    last = run[-1][2]
    if value >= _HUNDRED or value == _DOZEN:
        return value in (_HUNDRED, _DOZEN) or value >= _THOUSAND
    if 20 <= last < _HUNDRED and last % 10 == 0:
        return value < 10 or (last in (60, 80) and value < 20)  # soixante-dix
    return last >= _HUNDRED and last % _HUNDRED == 0


def _composed(run: list[tuple[int, int, float]], text: str, language: Language) -> Figure:
    total, current = 0.0, 0.0
    for _, _, value in run:
        if value >= _THOUSAND and current:
            total, current = total + current * value, 0.0
        elif value in (_HUNDRED, _DOZEN) and current:
            current *= value
        else:
            current += value
    start, end = run[0][0], run[-1][1]
    if run[0][2] >= _DOZEN and text[start].isalpha() and (found := _ARTICLE.search(text, max(0, start - 6), start)):
        start = found.start()  # "a dozen"
    figure = _with_unit(start, end, total + current, text, language)
    if run[-1][2] == _DOZEN and text[run[-1][0] : end].casefold() in language.dozens:
        return replace(figure, quantity=replace(figure.quantity, step=float(_DOZEN)))
    return figure


def _with_unit(start: int, end: int, value: float, text: str, language: Language) -> Figure:
    first = start
    unit, before = "", text[max(0, start - BEFORE) : start].rstrip()
    if text[end : end + 1] in _FRACTIONS:
        value, end = value + unicodedata.numeric(text[end]), end + 1
    if percent := _PERCENT.match(text, end):
        unit, end = "%", percent.end()
    elif before[-1:] in _SIGNS:
        unit, start = _SIGNS[before[-1]], max(0, start - BEFORE) + len(before) - 1
    elif sign := re.match(r"\s?([$£€¥₹₽₩])", text[end : end + 2]):
        unit, end = _SIGNS[sign[1]], end + sign.end()
    elif word := _WORD_BEHIND.match(text, end, end + 24):  # "70 Mio. Euro"
        name = word[1].casefold()
        if language.unspaced:  # what follows is joined to it: "円に"
            name = max((known for known in language.currencies if name.startswith(known)), key=len, default=name)
        unit = language.currencies.get(name, "")
        end = word.start(1) + len(name) if unit else end
    if _MINUS.search(text, max(0, start - 2), start):
        value, start = -value, start - 1
    # 12 significant digits: what comes of multiplying decimals is cut off.
    value = max(-LARGEST, min(float(f"{value:.12g}"), LARGEST))
    decimals = _DECIMALS.match(text, first)
    step = 10.0 ** -len(decimals[1]) if decimals and not value.is_integer() else _step(value)
    return Figure(start, end, Quantity((value,), unit, value, value, step))


def _step(value: float) -> float:
    """What a whole number is rounded to as far as its zeros tell: 100 for 1,200."""
    if not value.is_integer() or not value:
        return 1.0
    digits = str(int(abs(value)))
    return 10.0 ** (len(digits) - len(digits.rstrip("0")))


def _ranged(found: list[Figure], text: str, language: Language) -> list[Figure]:
    """The same with the two ends of each range as one."""
    joined: list[Figure] = []
    for figure in found:
        if joined and _is_range(joined[-1], figure, text, language):
            last = joined.pop()
            low, high = last.quantity.numbers[0], figure.quantity.numbers[0]
            quantity = replace(figure.quantity, numbers=(low, high), low=low, high=high, step=1.0)
            figure = Figure(last.start, figure.end, quantity)
        joined.append(figure)
    return joined


def _is_range(one: Figure, other: Figure, text: str, language: Language) -> bool:
    low, high = one.quantity, other.quantity
    if len(low.numbers) > 1 or low.numbers[0] >= high.numbers[0] or low.unit not in ("", high.unit):
        return False
    if text[other.start] in _SIGNS and not low.unit:  # "in 2015 to $19.6 million"
        return False
    gap = text[one.end : other.start]
    if len(gap) > BEFORE:
        return False
    if _DASH.match(gap):
        return not (
            _DASHED_BEFORE.search(text, max(0, one.start - 2), one.start) or _DASHED_BEHIND.match(text, other.end)
        )
    word, before = gap.strip().casefold(), text[max(0, one.start - BEFORE) : one.start].split()[-1:]
    opening = before[0].casefold() if before else ""
    words = language.range_words
    if word in words.get("to", ()):
        return opening not in words["from"]
    return word in words.get("and", ()) and opening in words["between"]


def _hedged(figure: Figure, text: str, words: Words, language: Language) -> Figure:
    """The same with what makes it less exact: "about", "more than"."""
    if len(figure.quantity.numbers) > 1:
        return figure
    kind, start, end = _hedge(figure, text, words, language)
    value = figure.quantity.numbers[0]
    step = figure.quantity.step * (_FIVE if value % (_FIVE * figure.quantity.step or 1.0) == 0 else 1.0)
    off = max(step / 2, NEAR * abs(value)) if step > 1 else 0.0
    # What is known to be the least may become more; that it becomes more than twice as much is another report.
    ranges = {"about": (-off, off), "over": (0.0, step), "least": (0.0, abs(value)), "under": (-step, 0.0)}
    low, high = ranges.get(kind, (0.0, 0.0))
    return Figure(start, end, replace(figure.quantity, low=value + low, high=value + high))


def _hedge(figure: Figure, text: str, words: Words, language: Language) -> tuple[str, int, int]:
    """What kind of hedge stands before a figure or behind it, and where the two together begin and end."""
    if language.unspaced:
        before, after = text[max(0, figure.start - BEFORE) : figure.start], text[figure.end : figure.end + 4]
        for phrase, kind in language.hedges.items():
            if before.endswith(phrase):
                return kind, figure.start - len(phrase), figure.end
            if 0 <= (place := after.find(phrase)) <= 1:  # a counter may stand between: 300人以上
                return kind, figure.start, figure.end + place + len(phrase)
        return "", figure.start, figure.end
    first = bisect_right(words, figure.start, key=_end)
    last = bisect_left(words, figure.end, key=_begin)
    for length in range(LONGEST_HEDGE, 0, -1):
        if length <= first and (kind := language.hedges.get(_phrase(words[first - length : first]), "")):
            return kind, words[first - length][0], figure.end
        behind = words[last : last + length]
        told = len(behind) == length and (length > 1 or language.hedges_behind)
        if told and (kind := language.hedges.get(_phrase(behind), "")):
            return kind, figure.start, behind[-1][1]
    return "", figure.start, figure.end


def _begin(word: tuple[int, int, str]) -> int:
    return word[0]


def _end(word: tuple[int, int, str]) -> int:
    return word[1]


def _phrase(words: Words) -> str:
    return " ".join(word for _, _, word in words)


def _vague(text: str, words: Words, language: Language) -> Iterator[Figure]:
    """Numbers that only tell their size: "dozens", "tens of thousands"."""
    pattern, firsts = _vague_numbers(language)
    if not pattern or not (language.unspaced or any(word in firsts for _, _, word in words)):
        return
    for match in pattern.finditer(text):
        unit = float(language.vague_numbers.get(" ".join(match[0].casefold().split()), 0))
        if unit:
            yield Figure(match.start(), match.end(), Quantity((unit,), "", 1.5 * unit, 12.0 * unit, 0.0))


@functools.lru_cache(maxsize=64)
def _vague_numbers(language: Language) -> tuple[re.Pattern[str] | None, frozenset[str]]:
    """What finds vague numbers in a text, the longest first, and the words that they begin with."""
    names = sorted(language.vague_numbers, key=lambda name: (-len(name), name))
    edge = "" if language.unspaced else r"\b"
    words = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    pattern = re.compile(rf"{edge}(?:{words}){edge}", re.IGNORECASE) if names else None
    return pattern, frozenset(name.split()[0] for name in names)


def _han_value(number: str) -> float | None:
    """The value of a number in Chinese or Japanese signs, or in digits before one of them; None of "1.2.3万"."""
    if number[0].isdigit() and number[0] not in _DIGITS:
        try:
            return float(number[:-1].replace(",", "")) * _MYRIADS[number[-1]]
        except ValueError:
            return None
    total = section = digit = 0
    for sign in number[:LONGEST_HAN]:
        if sign in _DIGITS:
            digit = _DIGITS[sign]
        elif sign in _PLACES:
            section, digit = section + max(digit, 1) * _PLACES[sign], 0
        else:
            total, section, digit = total + max(section + digit, 1) * _MYRIADS[sign], 0, 0
    return float(total + section + digit)
