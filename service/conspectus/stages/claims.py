"""claims: the figures and days that sentences state, each with what it is a figure or a day of.

A claim's *kind* tells what it can be compared with at all: what became of people (see `casualties`), what a story has
one figure of (see `topics`), a unit such as a currency, people or anything else that is counted, measures and spans of
time, days that are over and days to come. Part of a sum ("three of the dead"), ages, years and the days on which
somebody spoke are no claims.
"""

import itertools
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from conspectus.engine import Language
from conspectus.stages.beside import NOUN, around, heads, nouns_before, nouns_behind
from conspectus.stages.casualties import CASUALTIES, casualties
from conspectus.stages.claim import COUNT, DAYS, FUTURE, MEASURE, PAST, PEOPLE, SPAN, Claim
from conspectus.stages.days import Day
from conspectus.stages.items import Item, Parsed
from conspectus.stages.other_times import year
from conspectus.stages.quantities import BEFORE, Quantity
from conspectus.stages.sentence import Sentence
from conspectus.stages.speech import speech
from conspectus.stages.topics import is_topic, topic
from conspectus.types import Gate

DASHES = ("-", "–")
LONGEST_TO = 4  # letters of the word between the figures of a change: "to", "auf", "naar"


def claims(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> list[Claim]:
    """The claims of a sentence, which speaks of the time of its document (see `other_times`)."""
    items = [item for item in parsed.items if item.gate in (Gate.FIGURE, Gate.DATE)]
    if not items:
        return []
    taken = {number for item in items for number in parsed.of(item)}
    # The day of an event stands by the same names as those on which people spoke of it.
    named = {number for item in parsed.items if item.gate == Gate.NAME for number in parsed.of(item)}
    fates = casualties(parsed, taken, language)
    general = {
        word.stem for word in parsed.known if word.folded in language.people or word.folded in language.casualties
    }
    dated = any(item.gate == Gate.DATE for item in items)
    said = speech(parsed.text, parsed.words, parsed.known, language) if dated else range(0)
    if any(number in said for item in items if item.gate == Gate.FIGURE for number in parsed.of(item)):
        said = range(0)  # "an accident, which claimed 19 lives on Friday"
    found = []
    for item in items:
        numbers = parsed.of(item)
        if isinstance(item.value, Day) and item.value != Day(month=item.value.month, year=item.value.year):
            if numbers and numbers[0] in said:
                continue  # the day on which somebody said so
            words = around(parsed, numbers, taken | named)
            found.append(Claim(sentence, row, item, _when(item.value, sentence), frozenset(), words))
        elif isinstance(item.value, Quantity) and numbers and not _is_no_count(item, numbers, parsed, language):
            # Whose share or sum it is does not tell which: a company has many.
            words = around(parsed, numbers, taken if item.value.unit in ("", ":") else taken | named)
            claim = _counted(sentence, row, item, parsed, taken, words, fates.get(item, ""), general, language)
            found += [claim] if claim else []
    # Figures with nothing behind them count one thing: "the number of homes lost rose to 78, having been 51 at first".
    bare = frozenset().union(*(claim.nouns for claim in found if claim.is_bare))
    found = [replace(claim, nouns=bare) if claim.is_bare else claim for claim in found]
    changed = _with_fates(_changing(found, parsed, language), parsed, language)
    same = Counter((claim.kind, claim.nouns) for claim in changed if claim.kind not in DAYS)
    return [replace(claim, is_one_of_two=True) if same[claim.kind, claim.nouns] > 1 else claim for claim in changed]


def _with_fates(found: Sequence[Claim], parsed: Parsed, language: Language) -> list[Claim]:
    """The same where the only day knows the casualties, topics and sums of money beside it, as those of one event are
    of one day; but not those that the reader knows of: "on Tuesday the names of the 12 dead were read".
    """
    if sum(claim.kind in DAYS for claim in found) != 1:
        return list(found)
    fates = frozenset(
        (claim.kind, claim.item.value.numbers[0])
        for claim in found
        if isinstance(claim.item.value, Quantity)
        and (claim.kind in CASUALTIES or is_topic(claim.kind) or claim.item.value.unit not in ("", "%", ":"))
        and parsed.known[max(0, parsed.of(claim.item)[0] - 1)].folded not in language.articles
    )
    return [replace(claim, beside=fates) if claim.kind in DAYS else claim for claim in found]


def _changing(found: Sequence[Claim], parsed: Parsed, language: Language) -> list[Claim]:
    """The same with the two figures of a change, "from 62 to 113", as claims of one thing."""
    changed = list(found)
    for place, (one, other) in enumerate(itertools.pairwise(found)):
        before = parsed.text[max(0, one.item.start - BEFORE) : one.item.start].split()[-1:]
        between = parsed.text[one.item.end : other.item.start].split()
        rises = before and before[0].casefold() in language.range_words.get("from", ())
        if rises and len(between) == 1 and len(between[0]) <= LONGEST_TO:
            told = other if other.kind != COUNT else one
            changed[place] = replace(one, kind=told.kind, nouns=told.nouns, around=told.around)
            changed[place + 1] = replace(other, kind=told.kind, nouns=told.nouns, around=told.around)
    return changed


def _counted(
    sentence: Sentence,
    row: int,
    item: Item,
    parsed: Parsed,
    taken: set[int],
    words: Mapping[str, float],
    casualty: str,
    general: set[str],
    language: Language,
) -> Claim | None:
    """The claim of a figure; None if nothing tells what it counts."""
    assert isinstance(item.value, Quantity)
    numbers = parsed.of(item)
    nouns = nouns_behind(parsed, numbers, taken, language)
    if casualty:
        words = {stem: weight for stem, weight in words.items() if stem not in general}
        counted = frozenset(itertools.takewhile(lambda stem: stem not in general, nouns))
        return Claim(sentence, row, item, casualty, counted, words)
    of = heads(parsed, numbers, language)
    if of_topic := topic(item, parsed, taken, language):
        return Claim(sentence, row, item, of_topic, frozenset(), words)
    if item.value.unit:
        return Claim(sentence, row, item, item.value.unit, frozenset(nouns), words, of)
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 3]]
    if measured := [word for word in behind if word in language.measures]:
        return Claim(sentence, row, item, MEASURE, frozenset({measured[0]}), words, of)
    if not language.time_units.isdisjoint(behind):
        return Claim(sentence, row, item, SPAN, frozenset(nouns), words, of) if nouns else None
    if not language.people.isdisjoint(behind):
        words = {stem: weight for stem, weight in words.items() if stem not in general}
        return Claim(sentence, row, item, PEOPLE, frozenset(nouns), words)
    before = [] if nouns else nouns_before(parsed, numbers, taken)
    told = frozenset(nouns or before)
    return Claim(sentence, row, item, COUNT, told, words, is_bare=not nouns) if told else None


def _when(day: Day, sentence: Sentence) -> str:
    """Whether a day is to come when the document is published, or over, as a weekday in a report mostly is."""
    today = sentence.source.day.toordinal() if sentence.source.day else 0
    return FUTURE if today and day.dates and min(day.dates) > today else PAST


def _is_no_count(item: Item, numbers: Sequence[int], parsed: Parsed, language: Language) -> bool:
    """Whether a figure is a year, an age, a part or a score: "in 2019", "Ida Hale, 43, said", "three of the dead"."""
    behind = [word.folded for word in parsed.known[numbers[-1] + 1 : numbers[-1] + 1 + NOUN]]
    phrases = [" ".join(behind[:length]) for length in range(1, NOUN + 1)]
    # "60 % of the vote" is no part of anything that is counted.
    of = language.ages if _unit(item) else language.parts | language.ages
    part = next((length for length, phrase in enumerate(phrases, start=1) if phrase in of), 0)
    before = [word.folded for word in parsed.known[max(0, numbers[0] - NOUN) : numbers[0]]]
    if any(" ".join(before[-length:]) in language.ages for length in range(1, NOUN + 1)):
        return True
    counted = numbers[-1] + 1 + part
    if part and counted < len(parsed.known) and parsed.known[counted].folded[0].isdigit():
        part = 0  # "twelve of the 52 on board"
    between_commas = parsed.text.endswith(", ", 0, item.start) and parsed.text[item.end : item.end + 1] == ","
    return year(item) is not None or between_commas or part > 0 or _is_half(item, parsed.text)


def _is_half(item: Item, text: str) -> bool:
    """Whether a figure is one half of something with a dash in it: "won 2-1", "a 5–4 ruling"."""
    behind, before = text[item.end : item.end + 2], text[max(0, item.start - 2) : item.start]
    return (behind[:1] in DASHES and behind[1:].isdigit()) or (before[1:] in DASHES and before[:1].isdigit())


def _unit(item: Item) -> str:
    return item.value.unit if isinstance(item.value, Quantity) else ""
