"""What each idea of the ranking and the selection brings: ROUGE with it taken away, on sets as `conspectus eval` reads.

scripts/ablation SETS.jsonl[:BUDGET]...    BUDGET is the most words of a summary, the references' mean if none
"""

import sys
from pathlib import Path
from unittest.mock import patch

from conspectus.engine import Engine
from conspectus.evaluation.evaluate import evaluate
from conspectus.evaluation.sets import load_set
from conspectus.evaluation.systems import OURS
from conspectus.settings import Settings
from conspectus.stages import names, rank, select, suit, things

# What is set to what in order to take an idea away.
IDEAS: dict[str, dict[tuple[object, str], object]] = {
    "everything": {},
    "support": {(rank, "SUPPORT"): 0.0},
    "prominence": {(rank, "PROMINENCE"): 0.0},
    "position": {(rank, "POSITION"): 0.0, (rank, "RELATIVE"): 0.0},
    "position only in full where there is support": {(rank, "UNSUPPORTED"): 1.0},
    "title": {(rank, "TITLE"): 0.0},
    "quotation": {(rank, "QUOTATION"): 0.0},
    "quotation only where origins are few": {(rank, "FEW"): 1000},
    "repeated words": {(select, "REPETITION"): 0.0, (select, "SAID"): 2.0},
    "retellings": {(select, "RESTATED"): 9.0, (select, "SAME"): 9.0},
    "retellings told by one bar for any number of origins": {(select, "CROWDED"): 0.0},
    "preference for longer sentences": {(select, "LENGTH"): 0.0},
    "sentences that lean stand behind others": {(suit, "leans"): lambda *_: False},
    "or not at all": {(suit, "NEAR"): 0},
    "no word to the reader": {(suit, "speaks_to_reader"): lambda *_: False},
    "no cut sentences": {(suit, "_cut"): lambda *_: frozenset()},
    "names explained first": {(names.Names, "unexplained"): lambda *_: frozenset()},
    "things told of first": {(things.Things, "unexplained"): lambda *_: frozenset()},
}


def main(arguments: list[str]) -> None:
    sets = []
    for argument in arguments:
        path, _, words = argument.partition(":")
        sets.append((Path(path).stem, load_set(Path(path)), int(words) if words else None))
    engine, limits = Engine(), Settings().limits
    print(f"{'without':55}", *(f"{name[:22]:>22}" for name, *_ in sets))
    for idea, changes in IDEAS.items():
        patches = [patch.object(module, name, value) for (module, name), value in changes.items()]
        for change in patches:
            change.start()
        cells = []
        for name, clusters, budget in sets:
            systems = evaluate(name, clusters, engine, limits, budget).systems
            found = next(measured.estimates for measured in systems if measured.system == OURS)
            cells.append(f"{found['R1'].mean:8.1f} / {found['R2'].mean:5.1f} {found['words'].mean:5.0f}")
        for change in patches:
            change.stop()
        print(f"{'(nothing)' if not changes else idea:55}", *(f"{cell:>22}" for cell in cells), flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])
