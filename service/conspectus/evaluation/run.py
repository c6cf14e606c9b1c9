"""`conspectus eval`: sets from files, measured with a progress bar, as tables or JSON."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from rich.console import Console
from rich.progress import MofNCompleteColumn, Progress

from conspectus.engine import Engine
from conspectus.evaluation.evaluate import evaluate
from conspectus.evaluation.report import print_tables, to_json
from conspectus.evaluation.sets import load_set
from conspectus.settings import Settings

WIDTH = 140  # of a table that goes to a file


def run(
    paths: Sequence[str], *, settings: Settings, budget: int | None, baselines: bool, by_halves: bool, as_json: bool
) -> None:
    """Measures the sets and prints what was found to standard output, the progress to standard error."""
    sets = {path: load_set(Path(path)) for path in paths}
    engine, reports = Engine.load(settings), []
    with Progress(*Progress.get_default_columns(), MofNCompleteColumn(), console=Console(stderr=True)) as progress:
        tasks = {name: progress.add_task(name, total=len(clusters)) for name, clusters in sets.items()}
        for name, clusters in sets.items():
            done = partial(progress.advance, tasks[name])
            reports.append(evaluate(name, clusters, engine, settings.limits, budget, baselines, done))
    if as_json:
        print(to_json(reports))
    else:
        print_tables(reports, wide_console(), by_halves)


def wide_console() -> Console:
    """Standard output, wide enough for a table where it is a file."""
    console = Console()
    return console if console.is_terminal else Console(width=WIDTH)
