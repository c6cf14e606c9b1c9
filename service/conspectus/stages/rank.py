"""rank: how salient each sentence is, as a sum of parts that the reply can show.

- *support*: the share of the sentence's concepts that other sources have too. A concept is a pair of neighbouring words
  of which at least one is a content word (Gillick & Favre 2009). On news clusters this correlates better with what
  people put in summaries than sentence similarity does; a little of that is mixed in for what is said in other words.
- *position*: early in its document, both absolutely and by share of its length; in full only for a sentence that has
  support, since an opening that no other source shares is one paper's own angle.
- *title*: what it has in common with the headlines and opening sentences of all documents.
- *quotation*: a little for a sentence that quotes somebody.
- *query*: what it has in common with what was asked for.

The weights were chosen on four development sets together (Multi-News at 220 words and with human alignments,
MultiLing events, viewpoints), where they lie on a broad plateau.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from conspectus.engine import EmbeddedEncoder, Languages
from conspectus.stages.drop_repeats import Voices
from conspectus.stages.group import Groups
from conspectus.stages.matrices import dense_row, incidence, row_sums
from conspectus.stages.tokens import Tokens, runs
from conspectus.words import stems

SUPPORT, MEANING, POSITION, RELATIVE, TITLE, QUOTATION = 1.0, 0.3, 0.5, 0.3, 0.5, 0.1
UNSUPPORTED = 0.3  # of its position that a sentence without any support is left with
OPENING = 3  # sentences of a document that count as its opening
QUERY = 1.5  # of the sum of the others: the angle leads, salience decides among what fits it
_MARKS = ('"', "“", "«", "「", "„")


@dataclass(frozen=True, slots=True, eq=False)
class Salience:
    """The ranking of n sentences. `scores` are sums of `parts`, by name, all within 0 to 1."""

    scores: np.ndarray  # (n,)
    parts: dict[str, np.ndarray]  # name -> (n,)
    concepts: sparse.csr_matrix  # (n, concepts) 0/1


def rank(voices: Voices, groups: Groups, languages: Languages, encoder: EmbeddedEncoder, query: str = "") -> Salience:
    """Scores every sentence."""
    sentences = voices.originals
    concepts = _concepts(voices.tokens)
    length = {s.source.index: s.position + 1 for s in sentences}  # sentences of each document, up to its last
    positions = np.array([s.position for s in sentences], dtype=float)
    lengths = np.array([length[s.source.index] for s in sentences], dtype=float)
    support = SUPPORT * _shared(concepts, voices) + MEANING * groups.support
    earliness = POSITION / np.sqrt(1 + positions) + RELATIVE * (1 - positions / np.maximum(lengths, 1))
    supported = UNSUPPORTED + (1 - UNSUPPORTED) * support / max(support.max(initial=0.0), 1e-9)
    parts = {
        "support": support,
        "position": earliness * supported,
        "title": TITLE * _openings(voices, groups, languages),
        "quotation": QUOTATION * np.array([any(mark in s.text for mark in _MARKS) for s in sentences], dtype=float),
    }
    whole = SUPPORT + MEANING + POSITION + RELATIVE + TITLE + QUOTATION
    if query:
        parts["query"] = QUERY * whole * _asked(query, voices, groups, languages, encoder)
        whole *= 1 + QUERY
    parts = {name: part / whole for name, part in parts.items()}
    return Salience(np.sum(list(parts.values()), axis=0) if sentences else np.zeros(0), parts, concepts)


def _concepts(tokens: Tokens) -> sparse.csr_matrix:
    """Which sentence holds which pair of neighbouring stems of which one at least says something, (n, pairs) 0/1."""
    starts, pairs = runs(tokens, tokens.stems, 2)
    telling = tokens.says[starts] | tokens.says[starts + 1]
    _, columns = np.unique(pairs[telling], return_inverse=True)
    shape = (len(tokens), int(columns.max(initial=-1)) + 1)
    return incidence(tokens.rows[starts[telling]], columns, shape)


def _shared(concepts: sparse.csr_matrix, voices: Voices) -> np.ndarray:
    """The share of each sentence's concepts that another origin has too, by that origin's weight up to 1, (n,)."""
    own, weights, holding = voices.by_origin  # (n,), (origins,), (origins, n)
    held = (holding @ concepts).tocsr()  # (origins, concepts) > 0 where the origin has it
    held.data = np.repeat(weights, np.diff(held.indptr))
    everywhere = np.asarray(held.sum(axis=0)).ravel()
    sizes = np.maximum(np.diff(concepts.indptr), 1)
    shares = np.zeros(len(own))
    for origin in range(len(weights)):
        elsewhere = np.minimum(1.0, everywhere - dense_row(held, origin))
        rows = own == origin
        shares[rows] = (concepts @ elsewhere)[rows] / sizes[rows]
    return shares


def _openings(voices: Voices, groups: Groups, languages: Languages) -> np.ndarray:
    """Mean likeness of each sentence's words to the documents' opening sentences and titles, the best being 1, (n,)."""
    openings = [i for i, s in enumerate(voices.originals) if s.position < OPENING and s.source.document.weight > 0]
    sources = {s.source.index: s.source for s in voices.originals if s.source.document.weight > 0}.values()
    titles = [stems(s.document.title, languages[s.language]) for s in sources if s.document.title]
    count = len(openings) + len(titles)
    if not count:
        return np.zeros(len(voices.originals))
    # The mean of likenesses to many is the likeness to their mean.
    rows = [groups.terms.unit[openings], *(groups.terms.row(title) for title in titles)]
    mean = np.sum([np.asarray(row.sum(axis=0)).ravel() for row in rows], axis=0) / count
    likeness = groups.terms.unit @ mean
    return np.asarray(likeness / max(likeness.max(), 1e-9))


def _asked(query: str, voices: Voices, groups: Groups, languages: Languages, encoder: EmbeddedEncoder) -> np.ndarray:
    """How far each sentence speaks of the query: half by meaning, half by the share of its words, (n,)."""
    meaning = np.maximum(groups.vectors @ encoder.encode([query])[0], 0.0)
    naming = np.zeros(len(meaning))
    spoken = [sentence.source.language for sentence in voices.originals]
    for tag in set(spoken):
        wanted = set(stems(query, languages[tag]))
        columns = [groups.terms.columns[stem] for stem in wanted if stem in groups.terms.columns]
        rows = [row for row, language in enumerate(spoken) if language == tag]
        naming[rows] = row_sums(groups.terms.counts[:, columns])[rows] / max(1, len(wanted))
    return np.asarray((meaning + naming) / 2)
