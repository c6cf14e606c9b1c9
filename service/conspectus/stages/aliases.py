"""aliases: names that stand for one another: "WHO" and "World Health Organization", "Hale" and "Ida Hale"."""

from collections.abc import Iterator

from conspectus.stages.items import Item, Parsed
from conspectus.types import Gate

LONGEST = 8  # words of a name that has an acronym


def names(parsed: Parsed) -> list[list[Item]]:
    """The names of a sentence, each as its words: capitalized words with nothing but spaces between them."""
    found: list[list[Item]] = []
    for item in parsed.items:
        if item.gate != Gate.NAME:
            continue
        if found and not parsed.text[found[-1][-1].end : item.start].strip(" \xa0.-"):
            found[-1].append(item)
        else:
            found.append([item])
    return found


def acronyms(parsed: Parsed) -> Iterator[tuple[str, list[Item]]]:
    """The acronyms, folded, that names of a sentence may have, each with the words that it is made of.

    Small words may stand between those of a name, and may have a letter of their own or none: "Bank of England".
    """
    named = {item.start: item for item in parsed.items if item.gate == Gate.NAME}
    run: list[Item] = []
    letters: list[tuple[str, bool]] = []
    for (start, end, word), known in zip(parsed.words, parsed.known, strict=True):
        item = named.get(start)
        if item is None and word[0].isupper() and known.says:  # the first word of a sentence
            item = Item(Gate.NAME, start, end, known.folded)
        if item:
            run.append(item)
            letters.append((known.folded[0], True))
            yield from _ending(run[-LONGEST:], letters[-2 * LONGEST :])
        elif run and not known.says and word.islower():
            letters.append((known.folded[0], False))
        else:
            run, letters = [], []


def _ending(run: list[Item], letters: list[tuple[str, bool]]) -> Iterator[tuple[str, list[Item]]]:
    """Those of all names that end with the last word of a run."""
    capitals = [place for place, (_, capital) in enumerate(letters) if capital]
    for count in range(2, min(len(run), len(capitals)) + 1):
        told = letters[capitals[-count] :]
        for initials in {"".join(letter for letter, _ in told), "".join(letter for letter, capital in told if capital)}:
            yield initials, run[-count:]
