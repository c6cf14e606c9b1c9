"""scenes: where a sentence says that something happened: "it happened in Chapel Road", "the scene, in Mill Lane, …".

Two places are at odds only if no source tells of both, for a street is in a town and the town in its region.
"""

import itertools
from collections.abc import Collection, Iterator

from conspectus.engine import Language
from conspectus.stages.claim import Claim
from conspectus.stages.items import Item, Parsed
from conspectus.stages.proper_names import ProperNames
from conspectus.stages.sentence import Sentence
from conspectus.types import Gate

SCENE = "scene"
NEAR = 7  # words between what tells of a scene and where that is
WITHIN = 5  # words behind "in" among which a name begins: "en la plaza de la Libertad"
MARKS = '.;:!?()[]"“”«»„'


def names_scene(words: Collection[str], language: Language) -> bool:
    """Whether folded words may tell where something happened."""
    return not language.scenes.isdisjoint(words)


def scenes(sentence: Sentence, row: int, parsed: Parsed, language: Language) -> Iterator[Claim]:
    """The claim that a sentence makes, if it does, of where something happened."""
    told = [number for number, word in enumerate(parsed.known) if word.folded in language.scenes]
    names = ProperNames(parsed, language)
    places = [
        (place, name)
        for place, word in enumerate(parsed.known)
        if word.folded in language.place_words and (name := _name(place, parsed, names))
    ]
    near = [
        (abs(place - number), name)
        for number in told
        for place, name in places
        if abs(place - number) <= NEAR and not _is_apart(min(place, number), max(place, number), parsed)
    ]
    if not near:
        return
    _, name = min(near, key=lambda found: found[0])
    start, end = parsed.words[name.start][0], parsed.words[name.stop - 1][1]
    value = " ".join(word.folded for word in parsed.known[name.start : name.stop])
    around = {word.stem: 1.0 for word in parsed.known if word.says}
    yield Claim(sentence, row, Item(Gate.NAME, start, end, value), SCENE, frozenset(), around)


def _name(before: int, parsed: Parsed, names: ProperNames) -> range:
    """The words of the name behind "in", with what says of what kind it is: "plaza de la Libertad"."""
    behind = range(before + 1, min(before + 1 + WITHIN, len(parsed.words)))
    inside = list(itertools.takewhile(lambda number: not names.gap(number).strip(), behind))
    first = next((number for number in inside if names.has_capital(number)), None)
    name = names.run(first, 1) if first is not None else []
    if not name:
        return range(0)
    said = [number for number in inside if number < name[0] and parsed.known[number].says]
    return range(said[0] if said else name[0], name[-1] + 1)


def _is_apart(one: int, other: int, parsed: Parsed) -> bool:
    """Whether a mark that ends a clause stands between two words; a comma does not."""
    between = parsed.text[parsed.words[one][1] : parsed.words[other][0]]
    return any(mark in between for mark in MARKS)
