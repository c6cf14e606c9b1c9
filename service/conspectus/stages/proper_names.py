"""proper_names: the names among the words of a sentence, as far as capitals and small words between tell them.

All places are numbers of words. A script without capitals has no names here.
"""

from collections.abc import Sequence

from conspectus.engine import Language
from conspectus.stages.items import Parsed
from conspectus.stages.offices import office_of_compound, office_phrases
from conspectus.types import Gate

LONGEST = 8  # words of a name
BETWEEN = 2  # small words in a row inside a name: "Plaza de la Libertad"
_ENDS = ",.;:!?()[]–—" + '"”»“'


class ProperNames:
    """Reads the names of a sentence."""

    def __init__(self, parsed: Parsed, language: Language) -> None:
        self._parsed, self._language = parsed, language
        self._words = [word.folded for word in parsed.known]
        joints = language.of_words | language.articles | language.range_words.get("and", frozenset())
        self._joints = frozenset() if language.capitalizes_nouns else joints
        days = [item for item in parsed.items if item.gate == Gate.DATE]
        self._days = {number for day in days for number in parsed.of(day)}
        first = parsed.items[0] if parsed.items else None
        named = first is not None and first.gate == Gate.NAME and first.start == parsed.words[0][0]
        self._opens_with_name = named or language.capitalizes_nouns

    def gap(self, number: int) -> str:
        """What stands before a word; a full stop before the first and behind the last."""
        if not 0 < number < len(self._words):
            return "."
        return self._parsed.text[self._parsed.words[number - 1][1] : self._parsed.words[number][0]]

    def has_capital(self, number: int) -> bool:
        """Whether a word begins with a capital, be it the sentence's first."""
        return self._parsed.words[number][2][0].isupper()

    def is_acronym(self, number: int) -> bool:
        """Whether a word has capitals only."""
        return self._parsed.words[number][2].isupper()

    def may_be(self, number: int) -> bool:
        """Whether a word may be part of a name: it says something, and has a capital that is not the sentence's."""
        if not 0 <= number < len(self._words) or number in self._days:
            return False
        named = self.has_capital(number) and self._parsed.known[number].says
        return named and (number > 0 or self._opens_with_name)

    def is_closed(self, name: Sequence[int]) -> bool:
        """Whether a mark stands behind a name."""
        if not name:
            return False
        end = self._parsed.words[name[-1]][1]
        behind = self._parsed.text[end : end + 2].strip()
        return not behind or behind[0] in _ENDS

    def run(self, place: int, step: int, joined: bool = False) -> list[int]:
        """The words that may be a name from one on, forward (`step` 1) or back (-1); if they may be `joined`, with
        small words between: "Health and Care Union".
        """
        found: list[int] = []
        between: list[int] = []
        while 0 <= place < len(self._words) and len(between) <= BETWEEN and len(found) < LONGEST:
            if (found or between) and self.gap(max(place, place - step)).strip(" .-&"):
                break
            if self.may_be(place):
                found += [*between, place]
                between = []
            elif joined and found and self._words[place] in self._joints:
                between.append(place)
            else:
                break
            place += step
        return sorted(found)

    def holder(self, place: int, step: int, joined: bool = False) -> list[int]:
        """The run from a word on as the name of who has an office: without the office before it, "Captain Ida Hale"; of
        a language that writes nouns with capitals no single word that may be one.
        """
        name = self.run(place, step, joined)
        words = [self._words[place] for place in name]
        titles = office_phrases(self._language).find(words)
        start = 0
        while start < len(name) - 1 and (start in titles or office_of_compound(words[start], self._language)[1]):
            start = titles.get(start, (start, ""))[0] + 1
        name = name[start:] or name
        noun = len(name) == 1 and self._language.capitalizes_nouns and not self.is_acronym(name[0])
        return [] if noun else name

    def holder_before(self, place: int) -> list[int]:
        """The words of the name that ends before a word; what stands in brackets behind the name is none of it, and
        what a place is of is no holder: "Ida Hale, of Tolen, who runs …".
        """
        last = place - 1
        if last > 0 and ")" in self.gap(place) and "(" in self.gap(last):
            last -= 1
        name = self.holder(last, -1, joined=True)
        of = name[0] - 1 if name else -1
        if of < 0 or self._words[of] not in self._language.of_words:
            return name
        return name if len(name) > 1 and "," not in self.gap(of) else []
