"""rank: how salient each sentence is, as a sum of parts that the reply can show.

A *concept* is a pair of neighbouring words of which at least one is a content word (Gillick & Favre 2009).

- *support*: the share of the sentence's concepts that another origin has too.
- *prominence*: how early the origins bring up its concepts, on average over all origins and over its concepts. Taken
  over all clusters of a set, that says more of a concept about what people put into a summary than how many have it.
- *position*: early in its own document or one that repeats it, both absolutely and by share of its length; in full only
  for a sentence that has the two above, since an opening that no other source shares is one paper's own angle.
- *title*: what it has in common with the headlines, where documents have any.
- *quotation*: that it quotes somebody; the more origins there are, the less, since they then tell what matters better.
- *query*: what it has in common with what was asked for.

The weights were chosen on five development sets together (Multi-News at 220 words and with human alignments, MultiLing
events in English and in three other languages, viewpoints); scripts/ablation tells what each part brings on them.
"""

from dataclasses import dataclass

import numpy as np
from scipy import sparse

from conspectus.deadline import Deadline
from conspectus.engine import Engine, Languages
from conspectus.quotations import quotes
from conspectus.stages.drop_repeats import Standing, Voices
from conspectus.stages.embed import embed_query
from conspectus.stages.group import Groups
from conspectus.stages.matrices import incidence, row_sums, rows_of
from conspectus.stages.tokens import Tokens, runs
from conspectus.words import stems

SUPPORT, PROMINENCE, POSITION, RELATIVE, TITLE, QUOTATION = 0.8, 1.25, 0.75, 0.3, 1.0, 0.5
UNSUPPORTED = 0.3  # of its position that a sentence without any support is left with
FEW = 2  # origins up to which a quotation counts in full
QUERY = 1.5  # of the sum of the others: the angle leads, salience decides among what fits it


@dataclass(frozen=True, slots=True, eq=False)
class Salience:
    """The ranking of n sentences. `scores` are sums of `parts`, by name, all within 0 to 1."""

    scores: np.ndarray  # (n,)
    parts: dict[str, np.ndarray]  # name -> (n,)
    concepts: sparse.csr_matrix  # (n, concepts) 0/1
    answered: bool  # whether any sentence has a word of the query, or none was given


def rank(voices: Voices, groups: Groups, engine: Engine, deadline: Deadline, query: str = "") -> Salience:
    """Scores every sentence; the deadline is that of what the query means."""
    sentences, standing = voices.originals, voices.standing
    concepts = _concepts(voices.tokens)
    mentions = _mentions(concepts, standing)
    support = SUPPORT * _shared(concepts, mentions, standing)
    prominence = PROMINENCE * _prominence(concepts, mentions, standing)
    earliness = POSITION / np.sqrt(1 + standing.positions) + RELATIVE * (1 - standing.positions / standing.lengths)
    earliest = np.zeros(len(sentences))
    np.maximum.at(earliest, standing.rows, earliness)
    supported = UNSUPPORTED + (1 - UNSUPPORTED) * _to_one(support + prominence)
    quoting = np.array([quotes(s.text) for s in sentences], dtype=float)
    parts = {
        "support": support,
        "prominence": prominence,
        "position": earliest * supported,
        "title": TITLE * _headlines(voices, groups, engine.languages),
        "quotation": QUOTATION * min(1.0, FEW / max(1, len(standing.weights))) * quoting,
    }
    whole = SUPPORT + PROMINENCE + POSITION + RELATIVE + TITLE + QUOTATION
    answered = True
    if query:
        meaning, naming = _asked(query, voices, groups, engine, deadline)
        parts["query"] = QUERY * whole * (meaning + naming) / 2
        whole *= 1 + QUERY
        answered = bool(naming.any())
    parts = {name: part / whole for name, part in parts.items()}
    return Salience(np.sum(list(parts.values()), axis=0) if sentences else np.zeros(0), parts, concepts, answered)


def _concepts(tokens: Tokens) -> sparse.csr_matrix:
    """Which sentence holds which pair of neighbouring stems of which one at least says something, (n, pairs) 0/1."""
    starts, pairs = runs(tokens, tokens.stems, 2)
    telling = tokens.says[starts] | tokens.says[starts + 1]
    _, columns = np.unique(pairs[telling], return_inverse=True)
    shape = (len(tokens), int(columns.max(initial=-1)) + 1)
    return incidence(tokens.rows[starts[telling]], columns, shape)


@dataclass(frozen=True, slots=True, eq=False)
class _Mentions:
    """Which origin brings up which concept, m in all, once each."""

    origins: np.ndarray  # (m,)
    concepts: np.ndarray  # (m,)
    positions: np.ndarray  # (m,) of the first sentence in which it does


def _mentions(concepts: sparse.csr_matrix, standing: Standing) -> _Mentions:
    places, held = rows_of(concepts, standing.rows)
    origins, positions = standing.origins[places], standing.positions[places]
    order = np.lexsort((positions, held, origins))
    _, first = np.unique(origins[order] * concepts.shape[1] + held[order], return_index=True)
    return _Mentions(origins[order[first]], held[order[first]], positions[order[first]])


def _shared(concepts: sparse.csr_matrix, mentions: _Mentions, standing: Standing) -> np.ndarray:
    """The share of each sentence's concepts that another origin has too, by that origin's weight up to 1, (n,)."""
    weights = standing.weights
    everywhere = np.bincount(mentions.concepts, weights[mentions.origins], minlength=concepts.shape[1])
    own = np.repeat(weights[standing.own], np.diff(concepts.indptr))
    elsewhere = np.clip(everywhere[concepts.indices] - own, 0.0, 1.0)
    return _mean(sparse.csr_matrix((elsewhere, concepts.indices, concepts.indptr), shape=concepts.shape))


def _prominence(concepts: sparse.csr_matrix, mentions: _Mentions, standing: Standing) -> np.ndarray:
    """How early the origins bring up each sentence's concepts, on average, the best being 1, (n,)."""
    worth = standing.weights[mentions.origins] / np.sqrt(1 + mentions.positions)
    prominence = np.bincount(mentions.concepts, worth, minlength=concepts.shape[1])
    worths = prominence[concepts.indices]
    return _to_one(_mean(sparse.csr_matrix((worths, concepts.indices, concepts.indptr), shape=concepts.shape)))


def _headlines(voices: Voices, groups: Groups, languages: Languages) -> np.ndarray:
    """Mean likeness of each sentence's words to the documents' titles, the best being 1, (n,)."""
    sources = {s.source.index: s.source for s in voices.originals if s.source.document.weight > 0}.values()
    titles = [stems(s.document.title, languages[s.language]) for s in sources if s.document.title]
    # The mean of likenesses to many is the likeness to their mean.
    total = np.zeros(groups.terms.unit.shape[1])
    for title in titles:
        total += np.asarray(groups.terms.row(title).sum(axis=0)).ravel()
    return _to_one(groups.terms.unit @ total)


def _mean(values: sparse.csr_matrix) -> np.ndarray:
    """The mean of what each row holds, (n,)."""
    return np.asarray(row_sums(values) / np.maximum(np.diff(values.indptr), 1))


def _to_one(values: np.ndarray) -> np.ndarray:
    return np.asarray(values / max(values.max(initial=0.0), 1e-9))


def _asked(
    query: str, voices: Voices, groups: Groups, engine: Engine, deadline: Deadline
) -> tuple[np.ndarray, np.ndarray]:
    """How far each sentence speaks of the query: by meaning, and by the share of its words, both (n,)."""
    meaning, naming = np.zeros(len(groups.vectors)), np.zeros(len(groups.vectors))
    spoken = [sentence.source.language for sentence in voices.originals]
    for tag in set(spoken):
        rows = [row for row, own in enumerate(spoken) if own == tag]
        language = engine.languages[tag]
        meaning[rows] = np.maximum(groups.vectors[rows] @ embed_query(query, language, engine, deadline), 0.0)
        wanted = set(stems(query, language))
        columns = [groups.terms.columns[stem] for stem in wanted if stem in groups.terms.columns]
        naming[rows] = row_sums(groups.terms.counts[:, columns])[rows] / max(1, len(wanted))
        if language.unspaced:  # one character is no pair
            naming[rows] = np.maximum(naming[rows], [query.strip() in voices.originals[row].text for row in rows])
    return meaning, naming
