"""other times: sentences that speak of another time than their document: "a similar fire two years ago"."""

from collections.abc import Iterator, Sequence

from conspectus.engine import Language
from conspectus.stages.days import Day
from conspectus.stages.items import Item, Parsed
from conspectus.stages.quantities import Quantity
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

_YEARS = range(1900, 2100)


def year(item: Item) -> int | None:
    """The year that a day or a figure names; None if it names none."""
    if isinstance(item.value, Day):
        return item.value.year
    value = item.value
    if (
        not isinstance(value, Quantity)
        or value.unit
        or (item.end - item.start != len("2025") and len(value.numbers) == 1)
    ):
        return None
    return int(value.numbers[-1]) if all(number in _YEARS for number in value.numbers) else None


def is_of_another_time(sentence: Sentence, parsed: Parsed, language: Language) -> bool:
    """Whether a sentence tells of another time than its document: by its words, or by a year."""
    items = [item for item in parsed.items if item.gate in (Gate.FIGURE, Gate.DATE)]
    space = "" if language.unspaced else " "
    folded = space + space.join(_with_figures_as_signs(parsed, items)) + space
    if any(f"{space}{marker}{space}" in folded for marker in language.past_markers):
        return True
    published = sentence.source.document.publish_time
    years = {named for item in items if (named := year(item)) is not None}
    if published is None:
        return bool(years) and not any(item.gate == Gate.DATE for item in items)  # "in 1995"
    return bool(years) and published.year not in years


def _with_figures_as_signs(parsed: Parsed, items: Sequence[Item]) -> Iterator[str]:
    """The words of a sentence, folded, "#" for each figure."""
    figures = {place: item for item in items if item.gate == Gate.FIGURE for place in parsed.of(item)}
    for number, word in enumerate(parsed.known):
        if number not in figures:
            yield word.folded
        elif figures.get(number - 1) is not figures[number]:
            yield "#"
