"""phrases: words and phrases that tell something, found in the words of a sentence."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from conspectus.engine import Language
from conspectus.words import tokens

GAP = "…"  # of a phrase with other words in its middle: "nahm … fest"
WIDEST = 6  # words that a gap may hold


class Phrases:
    """Folded words and phrases, a space between words, each with what it tells.

    Those of scripts without spaces are cut as texts are, into pairs of characters.
    """

    def __init__(self, meanings: Mapping[str, str], language: Language) -> None:
        cut = (lambda phrase: tuple(tokens(phrase))) if language.unspaced else (lambda phrase: tuple(phrase.split()))
        self._meanings = {cut(phrase): meaning for phrase, meaning in meanings.items()}
        self._meanings.pop((), None)  # a single character, which no text is cut into
        self._by_first: defaultdict[str, list[tuple[str, ...]]] = defaultdict(list)
        for phrase in sorted(self._meanings, key=lambda words: (-len(words), words)):
            self._by_first[phrase[0]].append(phrase)
        self._longest = {max(phrase, key=len) for phrase in self._meanings}

    def may_stand_in(self, words: Collection[str]) -> bool:
        """Whether the longest word of one is among folded words."""
        return not self._longest.isdisjoint(words)

    def find(self, words: Sequence[str]) -> dict[int, tuple[int, str]]:
        """Where they begin in the folded words of a sentence: the last word of each up to its gap, and what it tells.

        Of those that overlap the first counts, and the longest of those that begin at one word.
        """
        found: dict[int, tuple[int, str]] = {}
        end = 0
        for number, word in enumerate(words):
            if number < end or word not in self._by_first:
                continue
            for phrase in self._by_first[word]:
                if length := _stands_at(number, phrase, words):
                    end = number + length
                    found[number] = end - 1, self._meanings[phrase]
                    break
        return found


def _stands_at(number: int, phrase: Sequence[str], words: Sequence[str]) -> int:
    """How many words a phrase has up to its gap if it stands at one of a sentence; 0 if it does not."""
    length = phrase.index(GAP) if GAP in phrase else len(phrase)
    if tuple(words[number : number + length]) != tuple(phrase[:length]):
        return 0
    tail = tuple(phrase[length + 1 :])
    ends = range(number + length, number + length + WIDEST + 1)
    return length if not tail or any(tuple(words[n : n + len(tail)]) == tail for n in ends) else 0
