"""What the tests share: the engine, the sample sets, and a real server in a process of its own."""

import dataclasses
import json
import os
import pathlib
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator

import pytest
from conspectus import pipeline
from conspectus.engine import Engine
from conspectus.ingest import load
from conspectus.settings import Settings
from conspectus.stages.read import read
from conspectus.stages.sentence import Sentence
from conspectus.stages.tokens import tokenize
from conspectus.types import Document, OffsetEncoding, SummarizeResponse, SummaryOptions

ROOT = pathlib.Path(__file__).resolve().parent.parent
DATA = ROOT / "tests" / "data"
SHARED = ROOT.parent / "shared"
SETS = ("ferry", "presa", "diqiao", "reviews")


def conspectus(*arguments, stdin=b"", timeout=60, **environment):
    """The command line as a user starts it, in a process of its own; what it printed and its exit code."""
    return subprocess.run(
        [sys.executable, "-m", "conspectus", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        timeout=timeout,
        env={**os.environ, "PYTHONPATH": str(ROOT / "service"), **environment},
    )


def sample(name: str) -> list[Document]:
    """A sample set by name."""
    return load([str(DATA / f"{name}.jsonl")], sys.stdin.buffer)


def labels(name: str) -> dict:
    """What a sample set plants."""
    return json.loads((DATA / f"{name}.labels.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="session")
def engine() -> Engine:
    return Engine()


@pytest.fixture(scope="session")
def summarize(engine):
    """pipeline.summarize with the default limits: `summarize(documents, max_words=50, ...)`."""
    limits = Settings().limits

    own = engine

    def run(documents, *, observe=None, deadline=None, limits=limits, engine=None, **options) -> SummarizeResponse:
        return pipeline.summarize(
            documents,
            SummaryOptions(**options),
            engine=engine or own,
            limits=limits,
            observe=observe,
            deadline=deadline,
        )

    return run


def sliced(text: str, start: int, end: int, encoding: OffsetEncoding) -> str:
    """The text between two offsets, by the definition of each encoding and nothing of ours."""
    if encoding == OffsetEncoding.UTF8_BYTES:
        return text.encode("utf-8", "surrogatepass")[start:end].decode("utf-8", "surrogatepass")
    if encoding == OffsetEncoding.UTF16_CODE_UNITS:
        return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "surrogatepass")
    return text[start:end]


@pytest.fixture(scope="session")
def tokens(engine):
    def run(*texts, language="en"):
        documents = [Document(text=text, id=str(i), language_code=language) for i, text in enumerate(texts)]
        sources = sorted(read(documents, SummaryOptions(), engine), key=lambda source: source.arrival)
        return tokenize([Sentence(source, 0, len(source.text), 0) for source in sources], engine.languages)

    return run


def assert_spans_hold(documents, response: SummarizeResponse, encoding: OffsetEncoding) -> None:
    """Every range in a reply slices to what stands beside it."""
    texts = {}
    for report, document in zip(response.documents, documents, strict=True):
        texts[report.document_id] = text = report.text or document.text
        previous = 0
        for removed in report.removed_ranges:
            assert previous <= removed.start < removed.end
            assert sliced(text, removed.start, removed.end, encoding).strip()
            previous = removed.end
    citations = [citation for fact in response.facts for citation in fact.citations]
    for summary in (response.summary, *(preset.summary for preset in response.presets)):
        for sentence in summary.sentences:
            assert sliced(summary.text, sentence.range.start, sentence.range.end, encoding) == sentence.text
            assert sentence.citations, sentence.text
            assert sentence.independent_sources >= 1
            citations += sentence.citations
    for citation in citations:
        text = texts[citation.document_id]
        parts = [sliced(text, part.start, part.end, encoding) for part in citation.ranges]
        assert "".join(parts) == citation.quote
        assert citation.quote
        before = sliced(text, 0, citation.ranges[0].start, encoding)
        assert before.endswith(citation.prefix)
        assert text.startswith(sliced(text, 0, citation.ranges[-1].end, encoding) + citation.suffix)


class ServerProcess:
    """`conspectus serve` as a user starts it."""

    def __init__(self, *flags: str, environment: dict[str, str] | None = None) -> None:
        started = time.monotonic()
        command = [sys.executable, "-m", "conspectus", "serve", "--listen", "127.0.0.1:0", *flags]
        self.process = subprocess.Popen(
            command,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "PYTHONPATH": str(ROOT / "service"), **(environment or {})},
        )
        self.log: list[str] = []
        self.target = ""
        assert self.process.stderr
        for line in self.process.stderr:
            self.log.append(line)
            if ready := re.search(r"ready: listening on (\S+)", line):
                self.target = ready[1]
                break
        self.seconds_to_ready = time.monotonic() - started
        assert self.target, "".join(self.log)
        self._reader = threading.Thread(target=lambda: self.log.extend(self.process.stderr), daemon=True)
        self._reader.start()

    def peak_mb(self) -> int:
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+)", status)[1]) // 1024

    def stop(self) -> int:
        """Ask it to stop; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.wait()

    def wait(self) -> int:
        """Its exit code, once it has ended."""
        code = self.process.wait(timeout=30)
        self._reader.join(timeout=5)
        self.process.stderr.close()
        return code


@pytest.fixture(scope="session")
def server() -> Iterator[ServerProcess]:
    process = ServerProcess()
    yield process
    assert process.stop() == 0


def without_durations(response: SummarizeResponse) -> SummarizeResponse:
    """A reply as it is without `include_durations`."""
    stages = tuple(dataclasses.replace(stage, duration=None) for stage in response.trace.stages)
    return dataclasses.replace(response, trace=dataclasses.replace(response.trace, stages=stages))
