"""What whole sentences can reach that are chosen greedily by the references themselves (Nallapati et al. 2017)."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from conspectus.engine.languages import primary
from conspectus.evaluation.metrics import rouge_words
from conspectus.evaluation.sets import Cluster
from conspectus.evaluation.systems import Written
from conspectus.stages.sentence import Sentence
from conspectus.typography import count_words, tidy

ORACLE = "oracle (reads the references)"
_Grams = Counter[str | tuple[str, str]]


def oracle(cluster: Cluster, found: Sequence[Sentence], budget: int) -> Written:
    """Sentence after sentence the one that raises the F1 of words and word pairs most, as long as one does and fits.

    They are written in the order of the documents.
    """
    language = primary(found[0].source.language) if found else ""
    sources = {tidy(sentence.text): sentence.source.id for sentence in reversed(found)}
    order = {text: place for place, text in enumerate(reversed(sources))}
    references = [_grams(reference, language) for reference in cluster.references]
    left = {text: (count_words(text), _grams(text, language)) for text in order}
    written: list[str] = []
    have: _Grams = Counter()
    reached = 0.0
    while True:
        left = {text: (words, grams) for text, (words, grams) in left.items() if words <= budget}
        scores = {text: _score(have, grams, references) for text, (_, grams) in left.items()}
        best = max(scores, key=lambda text: scores[text], default="")
        if not best or scores[best] <= reached:
            written.sort(key=lambda text: order[text])
            return Written(tuple(written), frozenset(sources[text] for text in written))
        words, grams = left.pop(best)
        written.append(best)
        have, reached, budget = have + grams, scores[best], budget - words


def _grams(text: str, language: str) -> _Grams:
    """The words of a text and their pairs, with how often they are there."""
    words = rouge_words(text, language)
    return Counter(words) + Counter(pairwise(words))


def _score(have: _Grams, added: _Grams, references: Sequence[_Grams]) -> float:
    """F1 over words and pairs together of a summary with a sentence added, summed over the references."""
    size = have.total() + added.total()
    total = 0.0
    for reference in references:
        shared = (have & reference).total()
        shared += sum(
            min(have[gram] + count, reference[gram]) - min(have[gram], reference[gram]) for gram, count in added.items()
        )
        total += 2 * shared / max(1, size + reference.total())
    return total
