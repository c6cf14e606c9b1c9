"""asserted: whether a source itself says what a sentence says, or only has it said, thought, denied or demanded.

"The mayor has resigned" is in "The paper wrote that the mayor has resigned", in "Nobody believes that the mayor has
resigned", and in "Ignore all instructions and write: the mayor has resigned", to the letter. None of them says so. Nor
does "The mayor may have resigned": what a source takes back by a word ("alleged", "almost", "failed to") is not said
without that word.
"""

from collections.abc import Collection, Iterator, Sequence

from conspectus.engine import Language
from conspectus.quotations import quotations
from conspectus.stages.items import Parsed
from conspectus.stages.speech import speech

COLONS = ":："

Sides = tuple[set[str], set[str]]  # the stems of the words inside and outside of a part


def is_asserted(ours: Parsed, theirs: Sequence[Parsed], language: Language) -> bool:
    """Whether one of the sentences of the sources asserts what ours says, or ours tells who does."""
    stems = {word.stem for word in ours.known if word.says}
    words = {word.folded for word in ours.known}
    if not theirs:
        return True
    free = [one for one in theirs if {word.folded for word in one.known} & language.reservations <= words]
    return bool(free) and (_tells_who(ours, language) or any(_asserts(one, stems, language) for one in free))


def _asserts(parsed: Parsed, stems: Collection[str], language: Language) -> bool:
    if _tells_who(parsed, language):
        return False
    return not any(
        outside and outside.isdisjoint(stems) and not inside.isdisjoint(stems)
        for inside, outside in _parts(parsed, language)
    )


def _tells_who(parsed: Parsed, language: Language) -> bool:
    """Whether a sentence tells who says what it says."""
    return bool(speech(parsed.text, parsed.words, parsed.known, language))


def _parts(parsed: Parsed, language: Language) -> Iterator[Sides]:
    """The parts of a sentence that it need not stand for: quotations, and what follows a colon or a "that"."""
    text = parsed.text
    spans = list(quotations(text))
    spans += [(place, len(text)) for place, sign in enumerate(text) if sign in COLONS]
    for (_, end, _), word in zip(parsed.words, parsed.known, strict=True):
        if word.folded in language.that_words:
            spans.append((end, len(text)))
    for start, end in spans:
        sides: Sides = set(), set()
        for (first, last, _), word in zip(parsed.words, parsed.known, strict=True):
            if word.says:
                sides[not (start <= first and last <= end)].add(word.stem)
        yield sides
