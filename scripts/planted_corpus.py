"""Write a corpus of news events with planted conflicts, updates and origins, as JSON Lines.

python scripts/planted_corpus.py --events 100 --seed 1 --languages en,es,de --part dev > planted.jsonl

Each line is one event: documents of several origins, and what is true of them.

- statements: every sentence that states a figure, date, name or place. Offsets are code points of the sentence in its
  document's text. `scope` is "event" for a fact of the event, "background" for all else: other events, part figures,
  other counts, dates and persons, and a figure that its own publisher has put right. `value` is what the source holds
  to be true, `as_stated` how the sentence words it: "about 300" where the source counts 312.
- conflicts: facts of the event for which sources give clearly different values.
- updates: figures that one publisher raised in a later report. Other sources give the last value, or the first one
  before any source gave the last.
- origins: how many independent origins state a value. An agency's report and its copies are one.

A conflict's lower values carry no hedge that would make them true beside the higher ones ("at least 9" and 14 agree).
Nor is there a conflict where all reports of a lower count came before those of a higher one: it may just have risen.
Templates are tables in planted/dev, planted/more and planted/test. Rules are made on part `dev`, and on part `more` by
other authors, whose sentences are as varied as those of real papers; part `test` has other sentences and names, and is
only for measuring: a rule made on a sentence of it makes it worthless.
"""

import argparse
import json
import sys

from planted.corpus import LANGUAGES, PARTS, generate

__all__ = ["generate", "main"]


def main(arguments: list[str] | None = None) -> None:
    """Write the events of each language to stdout."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--events", type=int, default=60, help="events a language")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--languages", default=",".join(LANGUAGES))
    parser.add_argument("--part", choices=PARTS, default="dev")
    options = parser.parse_args(arguments)
    for language in options.languages.split(","):
        for event in generate(language, options.part, options.events, options.seed):
            sys.stdout.write(json.dumps(event, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
