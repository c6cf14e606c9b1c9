"""Speed and memory beside sumy's LexRank, in one run on one machine; only the ratios hold on another.

    scripts/bench [SETS.jsonl]    a set of documents as JSON lines, or a folder of text files; the sample set if none

Both get the same sentences: ours reads, splits, cleans, ranks, writes and cites the documents; LexRank gets the
sentences that were found, ready divided, and only tokenizes and ranks. Each figure is the median of several runs after
one that is not counted. Every size runs in a process of its own, so that its peak memory is its own.
"""

import argparse
import json
import pathlib
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable

from conspectus import pipeline
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.evaluation.systems import sentences, sumy_document, sumy_summarizer
from conspectus.ingest import load
from conspectus.settings import Settings
from conspectus.types import Document, SummaryOptions

ROOT = pathlib.Path(__file__).resolve().parent.parent
SAMPLE = ROOT / "tests" / "data" / "ferry.jsonl"
SIZES = (100, 1_000, 2_000, 10_000, 20_000, 25_000)  # sentences; 25,000 are 1,000 documents of about 500 words
LEXRANK_UP_TO = 2_000  # its cost grows with the square: 10,000 sentences take it half an hour
DOCUMENT = 25  # sentences a made document
OPTIONS = SummaryOptions(max_words=200, include_durations=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("set", nargs="?", default=str(SAMPLE))
    parser.add_argument("--size", type=int, help="only measure so many sentences, and print JSON")
    arguments = parser.parse_args()
    documents = load([arguments.set], sys.stdin.buffer)
    if arguments.size is not None:
        print(json.dumps(measure(documents, arguments.size)))
        return
    print(f"{arguments.set}: {len(documents)} documents\n")
    heads = ("sentences", 10), ("ours", 9), ("LexRank", 9), ("ratio", 7), ("ms/sentence", 12), ("peak MB", 8)
    print(" ".join(f"{head:>{width}}" for head, width in heads), "  where the time goes")
    for size in (0, *SIZES):  # 0 stands for the set as it is
        print(row(in_process_of_its_own(arguments.set, size)), flush=True)


def in_process_of_its_own(name: str, size: int) -> dict[str, object]:
    command = [sys.executable, __file__, name, "--size", str(size)]
    return dict(json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout))


def row(found: dict[str, object]) -> str:
    ours, lexrank, stages = float(str(found["ours"])), found["lexrank"], found["stages"]
    assert isinstance(stages, dict)
    shares = sorted(stages.items(), key=lambda item: -item[1])
    where = " ".join(f"{name} {100 * share / sum(stages.values()):.0f}%" for name, share in shares[:6])
    beside = (
        f"{float(str(lexrank)):9.3f} {float(str(lexrank)) / ours:6.1f}x"
        if lexrank is not None
        else f"{'-':>9} {'-':>7}"
    )
    count = int(str(found["sentences"]))
    return f"{count:10} {ours:9.3f} {beside} {1000 * ours / count:12.3f} {found['peak_mb']:>8}   {where}"


def measure(documents: list[Document], size: int) -> dict[str, object]:
    engine = Engine()
    limits = Settings().limits
    texts = [sentence.text for sentence in sentences(documents, engine)]
    if size:
        documents, texts = made(texts, size)
    runs = 3 if size >= 2_000 else 7

    def ours() -> dict[str, float]:
        reply = pipeline.summarize(documents, OPTIONS, engine=engine, limits=limits, deadline=Deadline())
        return {stage.name: stage.duration or 0.0 for stage in reply.trace.stages}

    ours()
    seconds = median_seconds(ours, runs)
    stages = ours()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    lexrank = median_seconds(lambda: run_lexrank(texts), 1 if size >= 1_000 else 5) if size <= LEXRANK_UP_TO else None
    return {"sentences": len(texts), "ours": seconds, "lexrank": lexrank, "peak_mb": peak, "stages": stages}


def median_seconds(work: Callable[[], object], runs: int) -> float:
    if runs > 1:
        work()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return statistics.median(taken)


def made(texts: list[str], size: int) -> tuple[list[Document], list[str]]:
    """So many different sentences from those given, with words exchanged between them, as documents of one length."""
    words = [text.split() for text in texts]
    lines = []
    for index in range(size):
        one, other = words[index % len(words)], words[(index * 7 + index // len(words)) % len(words)]
        middle = len(one) // 2
        lines.append(" ".join([*one[:middle], f"item{index}", *other[len(other) // 2 :]]))
    documents = [
        Document(text="\n".join(lines[start : start + DOCUMENT]), id=f"made-{start}", language_code="en")
        for start in range(0, size, DOCUMENT)
    ]
    return documents, lines


def run_lexrank(texts: list[str]) -> object:
    from sumy.summarizers.lex_rank import LexRankSummarizer

    return sumy_summarizer(LexRankSummarizer)(sumy_document(texts), 8)


if __name__ == "__main__":
    main()
