"""days: the days that a sentence names, as far as they can be told: "3 May", "Tuesday", "yesterday".

A weekday, a day without its year, and a word such as "yesterday" are resolved against the day on which the document was
published, where that is known. A weekday may then be the last one before or the next one after it.
"""

import datetime
import functools
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from conspectus.engine import Language
from conspectus.stages.quantities import Words

# What may stand between the parts of a date: ordinal endings, dots, "of", "de"; a comma before the year.
_OF = r"(?:st|nd|rd|th|er|º|ª)?[\s.]{0,4}(?:(?:of|de|del|do|di|d['’]|the|le|el)\s{1,4}){0,2}"
_DAY_BEFORE = re.compile(rf"(?<![\d.,])(\d{{1,2}}){_OF}$", re.IGNORECASE)
_DAY_BEHIND = re.compile(rf"{_OF}(\d{{1,2}})(?![\d%:])(?!\s?[,.]\d{{3}}\b)", re.IGNORECASE)
_YEAR_BEHIND = re.compile(rf"{_OF}[\s,]{{0,4}}(\d{{4}})(?!\d)", re.IGNORECASE)
LONGEST = 4  # words of a phrase such as "the day before yesterday"
LONGEST_GAP = 16  # characters from the number of a day to its month
_BESIDE = re.compile(
    r"[\s.,(]{0,4}(?:(?:the|den|dem|le|el|il|o|de)\s)?$", re.IGNORECASE
)  # between a weekday and its date
_DIGIT = re.compile(r"\d")
_ISO = re.compile(r"(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)")
_DOTTED = re.compile(r"(?<![\d.])(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})(?!\d)")
_CJK = re.compile(r"(?:(\d{4})\s?[年년]\s?)?(\d{1,2})\s?[月월]\s?(?:(\d{1,2})\s?[日号號일])?")


@dataclass(frozen=True, slots=True)
class Day:
    """What is told of a day. `weekday` is 0 for Monday; `dates` are the days that it may be, as ordinals of the
    proleptic Gregorian calendar, empty if nothing tells.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None  # days from that of the document
    dates: frozenset[int] = frozenset()

    def is_same(self, other: "Day") -> bool | None:
        """Whether two may be one day; None if too little is told of them."""
        if self.dates and other.dates:
            return not self.dates.isdisjoint(other.dates)
        for one, two in ((self, other), (other, self)):
            if one.dates:
                fitting = [two._fits(datetime.date.fromordinal(date)) for date in one.dates]
                return None if None in fitting else any(fitting)
        pairs = [(getattr(self, part), getattr(other, part)) for part in ("year", "month", "day", "weekday", "shift")]
        told = [one == two for one, two in pairs if None not in (one, two)]
        return all(told) if told else None

    def _fits(self, date: datetime.date) -> bool | None:
        parts = [
            (self.year, date.year),
            (self.month, date.month),
            (self.day, date.day),
            (self.weekday, date.weekday()),
        ]
        told = [one == two for one, two in parts if one is not None]
        return all(told) if told else None


@dataclass(frozen=True, slots=True)
class Dated:
    """A day and the characters that name it, from `start` to `end`."""

    start: int
    end: int
    day: Day


def days(text: str, words: Words, language: Language, published: datetime.date | None = None) -> list[Dated]:
    """The days that a sentence names, in order; `published` is the day of its document."""
    found = list(_written_out(text))
    taken = {place for dated in found for place in range(dated.start, dated.end)}
    named = _joined([dated for dated in _named(text, words, language) if dated.start not in taken], text)
    both = sorted([*found, *named], key=lambda dated: dated.start)
    return [Dated(d.start, d.end, _resolved(d.day, published)) for d in both]


def names_day(words: Collection[str], language: Language) -> bool:
    """Whether folded words may name a day otherwise than in figures alone."""
    return language.unspaced or not _last_words(language).isdisjoint(words)


@functools.lru_cache(maxsize=64)
def _last_words(language: Language) -> frozenset[str]:
    """The words with which the names of days and months end."""
    return frozenset(name.split()[-1] for name in _names(language))


def _written_out(text: str) -> Iterator[Dated]:
    """Days in figures: 2025-05-03, 3.5.2025, 2025年5月3日."""
    if not _DIGIT.search(text):
        return
    for pattern, order in ((_ISO, (1, 2, 3)), (_DOTTED, (3, 2, 1)), (_CJK, (1, 2, 3))):
        for match in pattern.finditer(text):
            year, month, day = (int(match[part]) if match[part] else None for part in order)
            if 1 <= (month or 0) <= 12 and (day is None or 1 <= day <= 31):
                yield Dated(match.start(), match.end(), Day(year, month, day))


def _named(text: str, words: Words, language: Language) -> Iterator[Dated]:
    """Days by the names of months and weekdays, and by words such as "yesterday"."""
    for start, end in _unspaced(text, language) if language.unspaced else _spaced(words, language):
        name = " ".join(text[start:end].casefold().replace("’", "'").split())
        if name in language.day_shifts:
            yield Dated(start, end, Day(shift=language.day_shifts[name]))
        elif name in language.weekdays:
            yield Dated(start, end, Day(weekday=language.weekdays[name]))
        # In English "may" and "march" are months by their capital alone.
        elif language.code != "en" or text[start].isupper():
            dated = _with_numbers(Dated(start, end, Day(month=language.months.get(name))), text, language)
            if start or name != "may" or dated.end > end:  # "May" opens a sentence as a verb
                yield dated


def _spaced(words: Words, language: Language) -> Iterator[tuple[int, int]]:
    """Where the names of days and months stand, the longest that end at a word."""
    last = _last_words(language)
    for number, (_, end, word) in enumerate(words):
        if word not in last:
            continue
        for length in range(min(LONGEST, number + 1), 0, -1):
            run = words[number + 1 - length : number + 1]
            if " ".join(part for _, _, part in run) in _names(language):
                yield run[0][0], end
                break


def _unspaced(text: str, language: Language) -> Iterator[tuple[int, int]]:
    """The same in scripts without spaces."""
    for match in _pattern(language).finditer(text):
        yield match.span()


@functools.lru_cache(maxsize=64)
def _names(language: Language) -> frozenset[str]:
    return frozenset((*language.months, *language.weekdays, *language.day_shifts))


@functools.lru_cache(maxsize=64)
def _pattern(language: Language) -> re.Pattern[str]:
    """What finds the names of days and months in a text, the longest first."""
    names = sorted(_names(language), key=lambda name: (-len(name), name))
    return re.compile("|".join(map(re.escape, names)))


def _with_numbers(dated: Dated, text: str, language: Language) -> Dated:
    """A month with the day and the year beside it."""
    if dated.day.month is None:
        return dated
    start, end, day, year = dated.start, dated.end, None, None
    if (match := _DAY_BEFORE.search(text, max(0, start - LONGEST_GAP), start)) and 1 <= int(match[1]) <= 31:
        day, start = int(match[1]), match.start()
    elif (match := _DAY_BEHIND.match(text, end)) and _is_day(match, text, language):
        day, end = int(match[1]), match.end()
    if match := _YEAR_BEHIND.match(text, end):
        year, end = int(match[1]), match.end()
    return Dated(start, end, Day(year, dated.day.month, day))


def _is_day(match: re.Match[str], text: str, language: Language) -> bool:
    """Whether a number behind a month is a day, and not one of people: "In May 25 people died"."""
    word = re.match(r"\s(\w+)", text[match.end() : match.end() + LONGEST_GAP])
    counts = word is not None and word[1].casefold() in language.people
    return 1 <= int(match[1]) <= 31 and not counts


def _joined(found: list[Dated], text: str) -> list[Dated]:
    """The same with a weekday and the date beside it as one day."""
    joined: list[Dated] = []
    for dated in found:
        last = joined[-1] if joined else None
        if (
            last
            and {last.day.weekday is None, dated.day.weekday is None} == {True, False}
            and (last.day.month or dated.day.month)
            and _BESIDE.match(text[last.end : dated.start])
        ):
            one, two = last.day, dated.day
            whole = Day(
                one.year or two.year,
                one.month or two.month,
                one.day or two.day,
                one.weekday if one.weekday is not None else two.weekday,
            )
            joined[-1] = Dated(last.start, dated.end, whole)
        else:
            joined.append(dated)
    return joined


def _resolved(day: Day, published: datetime.date | None) -> Day:
    """The same with the days that it may be."""
    dates = frozenset(_dates(day, published))
    return Day(day.year, day.month, day.day, day.weekday, day.shift, dates)


def _dates(day: Day, published: datetime.date | None) -> Iterator[int]:
    if day.month and day.day:
        if day.year is not None:
            yield from _date(day.year, day.month, day.day)
        elif published:
            near = [o for y in (-1, 0, 1) for o in _date(published.year + y, day.month, day.day)]
            yield from [min(near, key=lambda ordinal: abs(ordinal - published.toordinal()))] if near else []
    elif published and day.shift is not None:
        yield from _in_calendar(published.toordinal() + day.shift)
    elif published and day.weekday is not None and day.month is None:
        last = published.toordinal() - (published.weekday() - day.weekday) % 7
        yield from (*_in_calendar(last), *_in_calendar(last + 7))


def _date(year: int, month: int, day: int) -> Iterator[int]:
    try:
        yield datetime.date(year, month, day).toordinal()
    except ValueError:  # 30 February
        return


def _in_calendar(ordinal: int) -> Iterator[int]:
    if 1 <= ordinal <= datetime.date.max.toordinal():
        yield ordinal
