"""What a summary is measured by.

ROUGE is rouge-score's (Lin 2004): F1 of unigrams, bigrams and the longest common subsequence by sentences, with its
Porter stemmer for English. Its own tokenizer drops every letter that is not of the Latin alphabet, and its stemmer
knows English alone, so texts in other languages are taken apart by Unicode's letters, and by characters where words
have no spaces, without a stemmer; the same for every system compared.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from itertools import combinations, pairwise

import regex
from rouge_score.rouge_scorer import RougeScorer

from conspectus.evaluation.sets import Mark
from conspectus.stages.sentence import Sentence
from conspectus.typography import UNSPACED
from conspectus.words import fold

ROUGE = {"rouge1": "R1", "rouge2": "R2", "rougeLsum": "RLsum"}
MIN_SHARED = 3  # word pairs of two sentences that tell the same, for comparing the order
_TOKEN = regex.compile(rf"[{UNSPACED}]|(?:(?![{UNSPACED}])[\p{{L}}\p{{M}}\p{{N}}])+")


def rouge(summary: Sequence[str], references: Sequence[Sequence[str]], language: str) -> dict[str, float]:
    """ROUGE-1, -2 and -Lsum of a summary, in percent, the mean over the references; both in sentences."""
    scorer = _scorer(language == "en")
    found = [scorer.score("\n".join(reference), "\n".join(summary)) for reference in references]
    return {name: 100 * sum(scores[kind].fmeasure for scores in found) / len(found) for kind, name in ROUGE.items()}


def rouge_words(text: str, language: str) -> list[str]:
    """The words of a text as ROUGE counts them."""
    return list(_scorer(language == "en")._tokenizer.tokenize(text))


def redundancy(summary: Sequence[str]) -> float:
    """The share of a summary's word pairs that stand in it already, in percent."""
    pairs = [pair for sentence in summary for pair in pairwise(fold(sentence))]
    return 100 * (1 - len(set(pairs)) / len(pairs)) if pairs else 0.0


def order(summary: Sequence[str], references: Sequence[Sequence[str]]) -> float | None:
    """The share of the pairs of a summary's sentences that stand as in the references, in percent; None without pairs.

    A sentence stands where the reference's sentence stands with which it shares most word pairs, MIN_SHARED at least
    (Lapata 2006 orders by Kendall's tau, of which this is the same in another scale).
    """
    right = total = 0
    pairs = [set(pairwise(fold(sentence))) for sentence in summary]
    for reference in references:
        told = [set(pairwise(fold(sentence))) for sentence in reference]
        places = []
        for own in pairs:
            shared = [len(own & theirs) for theirs in told]
            if max(shared, default=0) >= MIN_SHARED:
                places.append(shared.index(max(shared)))
        compared = [(one, other) for one, other in combinations(places, 2) if one != other]
        total += len(compared)
        right += sum(one < other for one, other in compared)
    return 100 * right / total if total else None


def salience(summary: Sequence[str], found: Sequence[Sentence], marks: Sequence[Mark]) -> Mapping[str, float]:
    """How far the chosen sentences are those that people marked, in percent.

    *precision* is the share of the chosen that people marked in part at least, *coverage* the share of the reference's
    sentences of which one of the marked was chosen. A sentence that stands in several documents was marked if one was.
    """
    marked: dict[tuple[str, ...], set[int]] = {}
    for sentence in found:
        key = tuple(fold(sentence.text))
        marked.setdefault(key, set()).update(
            mark.sentence_start
            for mark in marks
            if mark.document_id == sentence.source.id and mark.start < sentence.end and mark.end > sentence.start
        )
    chosen = [marked.get(tuple(fold(sentence)), set()) for sentence in summary]
    there = {mark.sentence_start for mark in marks}
    return {
        "precision": 100 * sum(map(bool, chosen)) / max(1, len(chosen)),
        "coverage": 100 * len(set().union(*chosen)) / len(there),
    }


def source_coverage(sources: Collection[str], usable: Collection[str]) -> float:
    """The share of the usable documents that a summary rests on, in percent."""
    return 100 * len(set(sources) & set(usable)) / max(1, len(set(usable)))


class _Words:
    def tokenize(self, text: str) -> list[str]:
        return [str(token) for token in _TOKEN.findall(text.lower())]


@lru_cache(maxsize=2)
def _scorer(english: bool) -> RougeScorer:
    return RougeScorer(list(ROUGE), use_stemmer=True) if english else RougeScorer(list(ROUGE), tokenizer=_Words())
