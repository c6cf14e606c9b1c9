"""Reports as a table for people and as JSON for programs."""

import json
from collections.abc import Sequence
from dataclasses import asdict

from rich.console import Console
from rich.table import Table

from conspectus.evaluation.evaluate import Estimate, Measured, Report, halves

HEADS = {
    "R1": "R1", "R2": "R2", "RLsum": "RLsum", "words": "words", "precision": "marked", "coverage": "covered",
    "redundancy": "repeated", "order": "order", "sources": "sources", "furniture": "furniture",
    "written": "written", "repaired": "repaired", "citation recall": "cit. rec.", "citation precision": "cit. prec.",
}  # fmt: skip
ATTRIBUTION_HEADS = {
    "hit": "hit", "precision": "precision", "recall": "recall", "F1": "F1", "documents precision": "doc. prec.",
    "documents recall": "doc. recall", "IoU": "IoU", "IoU whole": "IoU whole",
}  # fmt: skip
WITH_INTERVAL = ("R1", "R2", "RLsum", "precision", "coverage")
LEGEND = (
    "R1, R2, RLsum: ROUGE F1, ± half the 95 % interval by bootstrap over clusters. words: mean length. marked: chosen "
    "sentences that people marked. covered: reference sentences with a marked sentence chosen. repeated: word pairs "
    "that are there twice. order: pairs of sentences in the references' order. sources: usable documents the summary "
    "rests on. furniture: sentences the cleaner would remove. written, repaired: sentences in a model's words, as "
    "it wrote them and put right. cit.: citation recall and precision (ALCE) by our own verification of the cited "
    "sentences alone. Attribution: how often the first citation is one that "
    "people marked; the shares of citations and of marks that are right and found; of documents too; IoU: the "
    "intersection over the union of the characters shown and marked, and of cited sentences as a whole. All but words "
    "in percent. sumy's systems run with its English stemmer and stop words on every language."
)


def to_json(reports: Sequence[Report]) -> str:
    """Everything, with each cluster's measures, for paired comparison of two runs."""
    return json.dumps([asdict(report) for report in reports], ensure_ascii=False, indent=2)


def print_tables(reports: Sequence[Report], console: Console, by_halves: bool = False) -> None:
    """A table a set, a row a system; attribution for the halves of the clusters too if asked for."""
    for report in reports:
        held = {name for system in report.systems for name in system.estimates}
        names = [name for name in HEADS if name in held]
        title = f"{report.name}: {report.clusters} clusters at {report.budget} words"
        table = Table("system", title=title, title_justify="left")
        for name in names:
            table.add_column(HEADS[name], justify="right", no_wrap=True)
        for system in report.systems:
            some = next(iter(system.estimates.values()))
            note = "" if some.clusters == report.clusters else f" ({some.clusters} clusters)"
            note += f" (over the budget on {system.over_budget})" if system.over_budget else ""
            cells = [_cell(name, system.estimates.get(name)) for name in names]
            table.add_row(system.system + note, *cells)
        console.print(table)
        if report.attribution:
            print_attribution(report.name, report.attribution, console, by_halves)
    console.print(LEGEND, style="dim")


def print_attribution(title: str, systems: Sequence[Measured], console: Console, by_halves: bool = False) -> None:
    """A row a system, and one for each half of the clusters behind it if asked for."""
    table = Table("attribution by", title=f"{title}: sources of the references' sentences", title_justify="left")
    for head in ATTRIBUTION_HEADS.values():
        table.add_column(head, justify="right", no_wrap=True)
    for system in systems:
        for measured in (system, *(halves(system) if by_halves else ())):
            table.add_row(
                measured.system, *(_with_interval(measured.estimates[measure]) for measure in ATTRIBUTION_HEADS)
            )
    console.print(table)


def _cell(name: str, estimate: Estimate | None) -> str:
    if estimate is None:
        return ""
    if name in WITH_INTERVAL:
        return _with_interval(estimate)
    return f"{estimate.mean:.0f}" if name == "words" else f"{estimate.mean:.1f}"


def _with_interval(estimate: Estimate) -> str:
    return f"{estimate.mean:.1f} ±{(estimate.high - estimate.low) / 2:.1f}"
