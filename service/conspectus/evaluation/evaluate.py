"""Runs systems over a set and measures what they write, with intervals by bootstrap over clusters."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.engine import Engine
from conspectus.engine.languages import primary
from conspectus.evaluation import metrics
from conspectus.evaluation.attribution import attributed
from conspectus.evaluation.attributors import ATTRIBUTORS, Attributor, Task
from conspectus.evaluation.citations import citations, origins
from conspectus.evaluation.oracle import ORACLE, oracle
from conspectus.evaluation.sets import Cluster
from conspectus.evaluation.systems import BASELINES, OURS, System, Written, carried, ours, sentences
from conspectus.settings import EXTRACTIVE
from conspectus.stages.clean import clean
from conspectus.stages.split import Block, split
from conspectus.types import Limits
from conspectus.typography import count_words

RESAMPLES = 2000
LEVEL = 0.95
SEED = 20_2611


@dataclass(frozen=True, slots=True)
class Estimate:
    """A mean over clusters with its interval at 95 % by percentile bootstrap (Efron 1979)."""

    mean: float
    low: float
    high: float
    clusters: int


@dataclass(frozen=True, slots=True)
class Measured:
    """One system on one set: each measure as an estimate, and for each cluster, by its id, what was measured."""

    system: str
    estimates: Mapping[str, Estimate]
    clusters: Mapping[str, Mapping[str, float]]
    over_budget: int  # clusters on which the system wrote more words than the budget


@dataclass(frozen=True, slots=True)
class Report:
    """All systems on one set."""

    name: str
    budget: int
    clusters: int
    systems: Sequence[Measured]
    attribution: Sequence[Measured] = ()  # of the references' sentences, where people marked their sources


def evaluate(
    name: str,
    clusters: Sequence[Cluster],
    engine: Engine,
    limits: Limits,
    budget: int | None = None,
    baselines: bool = False,
    done: Callable[[], object] = lambda: None,
) -> Report:
    """Measures the pipeline, the baselines if asked for, and every system whose outputs the set carries.

    `budget` is the most words of a summary, by default the references' mean. `done` is called after each cluster.
    """
    budget = budget or round(np.mean([count_words(text) for cluster in clusters for text in cluster.references]))
    systems: dict[str, System] = {OURS: ours(engine, limits)}
    if engine.writers:
        systems[f"{OURS}, {EXTRACTIVE}"] = ours(engine, limits, EXTRACTIVE)
    if baselines:
        systems |= {**BASELINES, ORACLE: oracle}
    extractive = set(systems)
    for output in dict.fromkeys(output for cluster in clusters for output in cluster.outputs):
        systems[f"{output} (carried)" if output in extractive else output] = carried(output)
    rows: dict[str, dict[str, dict[str, float]]] = {system: {} for system in systems}  # by cluster
    attributors = dict(ATTRIBUTORS) if baselines else {OURS: ATTRIBUTORS[OURS]}
    cited: dict[str, dict[str, dict[str, float]]] = {system: {} for system in attributors}
    for cluster in clusters:
        read = _Read(cluster, engine)
        for system, write in systems.items():
            written = write(cluster, read.sentences, budget)
            if written is None:
                continue
            row = read.measure(written)
            if written.summary and engine.writers:
                row |= origins(written.summary) | citations(written.summary, read.sentences, engine, limits)
            if cluster.marks and system in extractive:
                row |= metrics.salience(written.texts, read.sentences, cluster.marks)
            rows[system][cluster.id] = row
        for system, cite in attributors.items():
            row = attributed(Task.of(cluster, read.sentences, engine, limits), cite) if cluster.marks else {}
            if row:
                cited[system][cluster.id] = row
        done()
    measured = [
        Measured(system, _estimates(found), found, sum(row["words"] > budget for row in found.values()))
        for system, found in rows.items()
    ]
    return Report(name, budget, len(clusters), measured, _summed(cited))


def attribution(
    clusters: Sequence[Cluster], engine: Engine, limits: Limits, attributors: Mapping[str, Attributor]
) -> list[Measured]:
    """How well each of some attributors finds what people marked."""
    cited: dict[str, dict[str, dict[str, float]]] = {system: {} for system in attributors}
    for cluster in clusters:
        task = Task.of(cluster, sentences(cluster.documents, engine), engine, limits)
        for system, cite in attributors.items():
            if row := attributed(task, cite):
                cited[system][cluster.id] = row
    return _summed(cited)


def halves(measured: Measured) -> Iterator[Measured]:
    """The first half of the clusters and the second: what is tuned on the one can be measured on the other."""
    ids = list(measured.clusters)
    middle = (len(ids) + 1) // 2
    for name, half in (("first", ids[:middle]), ("second", ids[middle:])):
        if half:
            rows = {cluster: measured.clusters[cluster] for cluster in half}
            yield Measured(f"{measured.system}, {name} {len(half)}", _estimates(rows), rows, 0)


class _Read:
    """A cluster ready to measure by."""

    def __init__(self, cluster: Cluster, engine: Engine) -> None:
        self._engine = engine
        self.sentences = sentences(cluster.documents, engine)
        self._language = primary(engine.identifier.identify(cluster.references[0]))
        self._references = [self._divide(reference) for reference in cluster.references]
        self._usable = {sentence.source.id for sentence in self.sentences} - cluster.junk

    def measure(self, written: Written) -> dict[str, float]:
        texts = [sentence for text in written.texts for sentence in self._divide(text)]
        row = metrics.rouge(texts, self._references, self._language)
        row["words"] = float(sum(map(count_words, texts)))
        row["redundancy"] = metrics.redundancy(texts)
        ordered = metrics.order(texts, self._references)
        if ordered is not None:
            row["order"] = ordered
        row["furniture"] = 100 * sum(not self._clean(text) for text in texts) / max(1, len(texts))
        if written.sources is not None:
            row["sources"] = metrics.source_coverage(written.sources, self._usable)
        return row

    def _divide(self, text: str) -> list[str]:
        return [text[start:end] for block in self._blocks(text) for start, end in block.sentences]

    def _clean(self, text: str) -> bool:
        return bool(clean(text, self._blocks(text)).sentences)

    def _blocks(self, text: str) -> list[Block]:
        return split(text, self._engine.languages[self._language])


def _summed(found: Mapping[str, Mapping[str, Mapping[str, float]]]) -> list[Measured]:
    """What was measured by system and cluster, of those systems that there is anything of."""
    return [Measured(system, _estimates(rows), rows, 0) for system, rows in found.items() if rows]


def _estimates(rows: Mapping[str, Mapping[str, float]]) -> dict[str, Estimate]:
    names = dict.fromkeys(name for row in rows.values() for name in row)
    return {name: _estimate(np.array([row[name] for row in rows.values() if name in row])) for name in names}


def _estimate(values: np.ndarray) -> Estimate:
    means = np.random.default_rng(SEED).choice(values, (RESAMPLES, len(values))).mean(axis=1)
    low, high = np.quantile(means, [(1 - LEVEL) / 2, (1 + LEVEL) / 2])
    return Estimate(float(values.mean()), float(low), float(high), len(values))
