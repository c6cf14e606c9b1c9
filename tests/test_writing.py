"""A server that writes with a model, used as its users do: what is planned, written, verified, streamed, and cancelled."""

import copy
import itertools
import json
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import small_models
from conftest import DATA, ServerProcess, assert_spans_hold, conspectus, sample
from conspectus.client import Client
from conspectus.deadline import Deadline
from conspectus.engine.writer import Scope
from conspectus.engine.writers import load_writer
from conspectus.errors import InvalidRequest
from conspectus.settings import Settings
from conspectus.types import (
    Model,
    OffsetEncoding,
    Origin,
    Plan,
    SummarizeResponse,
    SummaryOptions,
    SummarySentence,
    Support,
)

WORDS = 80
PUT = {
    "at first light on Thursday": "on Thursday",  # what the sources say, if not all of it
    "Fourteen": "Fifteen",  # put right
    "is spending": "is not spending",  # given up
}


class Recording:
    """A writer that keeps what it is asked for, and writes nothing."""

    model = Model("recording", "writer", "")
    seed = 0

    def __init__(self, scope):
        self.scope = scope
        self.asked = []

    def write(self, passages, deadline):
        self.asked += passages
        yield from [""] * len(passages)


@pytest.fixture(scope="module")
def asked(engine, summarize):
    """What a writer is asked for in a summary of the sample."""

    def ask(scope):
        with_writer, writer = copy.copy(engine), Recording(scope)
        with_writer.writers = {"recording": writer}
        summarize(sample("ferry"), engine=with_writer, writer="recording", max_words=WORDS)
        return writer.asked

    return ask


@pytest.fixture(scope="module")
def chats(asked, tmp_path_factory):
    """A server with a chat model that has been taught what to write for each passage."""
    folder = small_models.saved(tmp_path_factory.mktemp("models") / "little-chat", "qwen2")
    passages = asked(Scope.SENTENCE)
    writer = load_writer(Settings(writer=str(folder), device="cpu", dtype="float32"))
    prompts = [writer._prompt(passage, Deadline()).ids for passage in passages]
    writer.close()
    answers = [passage.texts[0] for passage in passages]
    for said, put in PUT.items():
        assert sum(said in answer for answer in answers) == 1
        answers = [answer.replace(said, put) for answer in answers]
    small_models.taught_to_go_on(folder, list(zip(prompts, answers, strict=True)))
    server = ServerProcess("--writer", str(folder), "--device", "cpu", "--dtype", "float32", "--seed", "5")
    yield server
    assert server.stop() == 0
    assert "Traceback" not in "".join(server.log)


@pytest.fixture(scope="module")
def client(chats):
    with Client(chats.target) as made:
        yield made


def test_what_the_model_writes_stands_where_its_sources_say_it(client):
    response = client.summarize(sample("ferry"), SummaryOptions(max_words=WORDS))
    by_origin = {sentence.origin: sentence for sentence in response.summary.sentences}
    assert len(by_origin) == len(response.summary.sentences) == len(PUT)
    assert "drove onto Combs Reef on Thursday" in by_origin[Origin.WRITTEN].text
    assert by_origin[Origin.REPAIRED].text.startswith("Fourteen girls")
    assert "is spending tonight" in by_origin[Origin.EXTRACTED].text
    assert {sentence.support for sentence in response.summary.sentences} == {Support.SUPPORTED}
    (degraded,) = response.trace.degraded
    assert degraded.reason.startswith("1 of the sentences")
    assert_spans_hold(sample("ferry"), response, OffsetEncoding.CODE_POINTS)
    trace = response.trace
    assert (trace.writer, trace.seed, trace.writer_revision[:7]) == ("little-chat", 5, "sha256:")
    (model,) = [model for model in client.info().models if model.name == "little-chat"]
    assert (model.role, model.revision) == ("writer", trace.writer_revision)


def test_who_asks_for_quotations_gets_them(client):
    response = client.summarize(sample("ferry"), SummaryOptions(max_words=WORDS, writer="extractive"))
    assert {s.origin for s in response.summary.sentences} == {Origin.EXTRACTED}
    assert (response.trace.writer, response.trace.writer_revision, response.trace.seed) == ("extractive", "", None)
    with pytest.raises(InvalidRequest, match="extractive, little-chat"):
        client.summarize(sample("ferry"), SummaryOptions(writer="gpt"))


def test_the_stream_tells_the_plan_and_then_each_sentence(client):
    documents, options = sample("ferry"), SummaryOptions(max_words=WORDS)
    events = list(client.summarize_stream(documents, options))
    kinds = [type(event) for event in events]
    assert kinds.count(Plan) == 1
    assert kinds.index(Plan) < kinds.index(SummarySentence)
    plan = events[kinds.index(Plan)]
    response = events[-1]
    assert isinstance(response, SummarizeResponse)
    assert response == client.summarize(documents, options)
    told = [event for event in events if isinstance(event, SummarySentence)]
    assert told == list(response.summary.sentences)
    texts = {document.id: document.text for document in documents}
    assert len(plan.sentences) == len(told)
    for planned, sentence in zip(plan.sentences, told, strict=True):
        assert planned.citations[0].document_id == sentence.citations[0].document_id
        for citation in planned.citations:
            (span,) = citation.ranges
            assert texts[citation.document_id][span.start : span.end] == citation.quote


def test_a_stream_that_is_given_up_while_it_is_written_holds_nobody_up(client):
    documents = sample("ferry")
    expected = client.summarize(documents, SummaryOptions(max_words=WORDS))
    for kind, _ in itertools.product((Plan, SummarySentence), range(5)):
        for event in client.summarize_stream(documents, SummaryOptions(max_words=WORDS)):
            if isinstance(event, kind):
                break
    begun = time.monotonic()
    assert client.summarize(documents, SummaryOptions(max_words=WORDS)) == expected
    assert time.monotonic() - begun < 10


def test_many_at_once_get_what_one_alone_gets(client):
    documents, options = sample("ferry"), SummaryOptions(max_words=WORDS)
    alone = client.summarize(documents, options)
    with ThreadPoolExecutor(8) as threads:
        replies = list(threads.map(lambda _: client.summarize(documents, options), range(16)))
    assert all(reply == alone for reply in replies)


def test_a_model_of_paragraphs_is_attributed_sentence_by_sentence(asked, tmp_path):
    (passage,) = asked(Scope.PARAGRAPH)
    folder = small_models.saved(tmp_path / "little-bart", "bart", max_position_embeddings=1024)
    says = "A passenger ferry carrying 212 people ran aground on a reef off the island of Ostrey on Thursday."
    invents = "Penguins have taken over the parliament of Antarctica and its harbours."
    small_models.taught(folder, [("\n".join(passage.texts), f"{says} {invents}")])
    server = ServerProcess("--writer", str(folder), "--device", "cpu", "--dtype", "float32")
    try:
        with Client(server.target) as client:
            response = client.summarize(sample("ferry"), SummaryOptions(max_words=WORDS))
    finally:
        assert server.stop() == 0
    assert response.summary.sentences[0].text == says
    assert response.summary.sentences[0].origin == Origin.WRITTEN
    assert len(response.summary.sentences[0].citations) > 1
    assert "Penguins" not in response.summary.text
    assert_spans_hold(sample("ferry"), response, OffsetEncoding.CODE_POINTS)


def test_a_writer_behind_a_url_that_is_gone_leaves_the_sources_words(tmp_path):
    server = ServerProcess("--writer", "http://127.0.0.1:9/v1", "--writer-model", "gone", "--writer-retries", "0")
    try:
        with Client(server.target) as client:
            response = client.summarize(sample("ferry"), SummaryOptions(max_words=WORDS))
    finally:
        assert server.stop() == 0
    assert {s.origin for s in response.summary.sentences} == {Origin.EXTRACTED}
    (degraded,) = response.trace.degraded
    assert degraded.stage == "write"
    assert "gone" in degraded.reason


def test_the_command_line_names_a_writer(chats, tmp_path):
    path = str(DATA / "ferry.jsonl")
    told = conspectus("summarize", path, "--server", chats.target, "--max-words", str(WORDS), "--format", "json")
    assert json.loads(told.stdout)["trace"]["writer"] == "little-chat"
    quoted = conspectus("summarize", path, "--server", chats.target, "--writer", "extractive", "--format", "json")
    assert json.loads(quoted.stdout)["trace"]["writer"] == "extractive"
    folder = small_models.saved(tmp_path / "little-t5", "t5")
    here = conspectus("summarize", path, "--writer", str(folder), "--max-words", "60", "--format", "json")
    assert json.loads(here.stdout)["trace"]["writer"] == "little-t5"
    wrong = conspectus("summarize", path, "--writer", str(tmp_path / "nowhere"))
    assert wrong.returncode == 67
    assert b"writer" in wrong.stderr
