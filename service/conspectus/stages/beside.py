"""beside: the words beside a figure, which tell what it is a figure of."""

import itertools
from collections.abc import Iterator, Sequence

from conspectus.engine import Language
from conspectus.stages.items import Parsed

AROUND = 8  # words that say something on each side of a figure that tell of what it is one
SEEN = 40  # words among which they are looked for
FADING = 0.85  # of its weight that such a word keeps for each that stands between
NOUN = 3  # words behind a figure among which what it counts is named
MARKS = ",;:.()–—"


def around(parsed: Parsed, numbers: Sequence[int], left_out: set[int]) -> dict[str, float]:
    """The stems of the words on both sides of some that say something, the nearer the heavier."""
    found: dict[str, float] = {}
    if not numbers:
        return found
    first, last = max(-1, numbers[0] - 1 - SEEN), min(numbers[-1] + 1 + SEEN, len(parsed.known))
    for side in (range(numbers[0] - 1, first, -1), range(numbers[-1] + 1, last)):
        telling = (n for n in side if parsed.known[n].says and n not in left_out)
        for distance, number in enumerate(itertools.islice(telling, AROUND)):
            stem = parsed.known[number].stem
            found[stem] = max(found.get(stem, 0.0), FADING**distance)
    return found


def nouns_behind(parsed: Parsed, numbers: Sequence[int], taken: set[int], language: Language) -> list[str]:
    """The stems of the words behind a figure that may tell what it counts, up to a mark or another item."""
    places = range(numbers[-1] + 1, min(numbers[-1] + 1 + NOUN, len(parsed.words)))
    if language.capitalizes_nouns and not any(parsed.words[place][2][0].isupper() for place in places):
        return []
    counted = itertools.takewhile(lambda place: parsed.known[place].folded not in language.of_words, places)
    return list(_telling(parsed, [(place, place - 1, place) for place in counted], taken))


def nouns_before(parsed: Parsed, numbers: Sequence[int], taken: set[int]) -> list[str]:
    """The same of the words before it: "a magnitude of 6.1"."""
    places = range(numbers[0] - 1, max(-1, numbers[0] - 1 - NOUN), -1)
    return list(_telling(parsed, [(place, place, place + 1) for place in places], taken))


def _telling(parsed: Parsed, places: Sequence[tuple[int, int, int]], taken: set[int]) -> Iterator[str]:
    """The stems of words that say something; each is given with the two words between which no mark may stand."""
    for place, one, other in places:
        between = parsed.text[parsed.words[one][1] : parsed.words[other][0]]
        if place in taken or any(mark in between for mark in MARKS):
            return
        if parsed.known[place].says:
            yield parsed.known[place].stem


def heads(parsed: Parsed, numbers: Sequence[int], language: Language) -> frozenset[str]:
    """The stem of the word that a figure is of: "a fund of 9 million"."""
    of, head = numbers[0] - 1, numbers[0] - 2
    if head < 0 or parsed.known[of].folded not in language.genitives or not parsed.known[head].says:
        return frozenset()
    between = parsed.text[parsed.words[head][1] : parsed.words[of][0]]
    return frozenset() if between.strip() else frozenset({parsed.known[head].stem})
