"""The cleaner on lines that were labelled before its author saw the rules: see data/lines.README.md."""

import json
from collections import Counter

from conftest import DATA
from conspectus.stages.clean import clean
from conspectus.stages.split import split


def test_most_furniture_goes_and_nearly_all_prose_stays(engine):
    found = Counter()
    for line in (DATA / "lines.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        text = record["text"]
        cleaned = clean(text, split(text, engine.languages[record["language"]]))
        removed = sum(part.end - part.start for part in cleaned.removed) > len(text) / 2
        # A line that is a document by itself is quoted for want of better; in an article a line without a full stop is not.
        unquotable = not cleaned.removed and text[-1] not in '.!?。！？…”"»)”'
        found[record["language"], record["furniture"], removed or unquotable] += 1
    totals = Counter()
    for (language, furniture, gone), count in sorted(found.items()):
        totals[furniture, gone] += count
        print(language, "furniture" if furniture else "prose", "gone" if gone else "kept", count)
    recall = totals[True, True] / (totals[True, True] + totals[True, False])
    precision = totals[True, True] / (totals[True, True] + totals[False, True])
    print(f"precision {precision:.3f} recall {recall:.3f}")
    assert recall >= 0.75
    assert precision >= 0.95
