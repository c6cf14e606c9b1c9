"""A real server process, used as its users do: over a port, by clients that others wrote, and badly."""

import asyncio
import dataclasses
import json
import pathlib
import shutil
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor

import grpc
import pytest
from conftest import ROOT, SETS, ServerProcess, assert_spans_hold, sample
from conspectus import pipeline
from conspectus.client import AsyncClient, Client, parts
from conspectus.convert import request_to_proto
from conspectus.errors import (
    DeadlineExceeded,
    Internal,
    InvalidRequest,
    Overloaded,
    Unavailable,
)
from conspectus.server import Server
from conspectus.servicer import SummarizationServicer
from conspectus.settings import Settings
from conspectus.types import (
    Document,
    Gate,
    OffsetEncoding,
    Plan,
    Progress,
    SummarizeResponse,
    SummaryOptions,
    SummarySentence,
)
from conspectus.typography import well_formed
from conspectus.v1 import summarization_pb2 as pb
from conspectus.v1 import summarization_pb2_grpc as pb_grpc
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from google.rpc.status_pb2 import Status
from grpc_health.v1 import health_pb2, health_pb2_grpc

TEXT = "A ferry ran aground off the island on Monday, the coastguard said."


@pytest.fixture
def client(server):
    with Client(server.target) as found:
        yield found


@pytest.fixture
def stub(server):
    with grpc.insecure_channel(server.target) as channel:
        yield pb_grpc.SummarizationServiceStub(channel)


def status_of(error: grpc.RpcError) -> Status:
    return Status.FromString(dict(error.trailing_metadata())["grpc-status-details-bin"])


def details(error: grpc.RpcError):
    """The ErrorInfo of an error, and the fields of its BadRequest."""
    info, request = ErrorInfo(), BadRequest()
    found = [any_.Unpack(info) or any_.Unpack(request) for any_ in status_of(error).details]
    assert all(found)
    return info, [violation.field for violation in request.field_violations]


def test_it_is_ready_soon_and_small(server, client):
    client.summarize(sample("ferry"))
    assert server.peak_mb() < 400
    fastest = server.seconds_to_ready
    for _ in range(2):  # a machine that is busy with something else is no slow start
        if fastest >= 3:
            again = ServerProcess()
            fastest = min(fastest, again.seconds_to_ready)
            again.stop()
    assert fastest < 3


def test_every_rpc_of_the_contract_is_there():
    rpcs = {method.name for method in pb.DESCRIPTOR.services_by_name["SummarizationService"].methods}
    assert rpcs
    assert rpcs <= vars(SummarizationServicer).keys()  # the generated base answers UNIMPLEMENTED


def test_it_loads_no_torch(server):
    maps = pathlib.Path(f"/proc/{server.process.pid}/maps").read_text()
    assert "libtorch" not in maps
    assert "numpy" in maps  # the check can see libraries at all


@pytest.mark.parametrize("name", SETS)
def test_a_reply_over_the_wire_is_the_pipelines(client, summarize, name):
    documents = sample(name)
    for encoding in list(OffsetEncoding)[1:]:
        options = {"max_words": 120, "offset_encoding": encoding, "include_facts": True}
        response = client.summarize(documents, SummaryOptions(**options))
        assert_spans_hold(documents, response, encoding)
        assert response == summarize(documents, **options)


@pytest.mark.parametrize("name", SETS)
def test_an_attribution_over_the_wire_is_the_pipelines(client, server, engine, name):
    documents = sample(name)
    text = f"{documents[0].text[:700]} The mayor \ud800 paid 4,321 crowns. “Nobody said that,” said Ida Hale."
    for encoding in list(OffsetEncoding)[1:]:
        options = SummaryOptions(offset_encoding=encoding)
        response = client.attribute(text, documents, options)
        local = pipeline.attribute(text, documents, options, engine=engine, limits=Settings().limits)
        assert response.sentences == tuple(
            dataclasses.replace(sentence, text=well_formed(sentence.text)) for sentence in local.sentences
        )
        assert response.documents == local.documents
        assert {finding.gate for sentence in response.sentences for finding in sentence.findings} >= {Gate.QUOTATION}

    async def run():
        async with AsyncClient(server.target) as client:
            return await client.attribute(text, documents, options)

    assert asyncio.run(run()) == response


@pytest.mark.parametrize(
    ("text", "said"), [("", "it is empty"), ("x" * 2_200_000, "over the limit"), (7, "must be of type str")]
)
def test_a_text_that_cannot_be_judged_is_told_by_its_field(client, text, said):
    with pytest.raises(InvalidRequest) as error:
        client.attribute(text, sample("ferry"))
    (violation,) = error.value.violations
    assert violation.field == "text"
    assert said in violation.description


@pytest.mark.parametrize("name", SETS)
def test_the_streams_end_equals_unary_and_tells_the_way_there(stub, name):
    request = request_to_proto(sample(name), SummaryOptions(max_words=90), pb.SummarizeRequest())
    events = list(stub.SummarizeStream(request))
    unary = stub.Summarize(request)
    assert events[-1].response.SerializeToString() == unary.SerializeToString()
    assert [e.sentence for e in events if e.WhichOneof("event") == "sentence"] == list(unary.summary.sentences)
    stages = [e.progress.stage for e in events if e.WhichOneof("event") == "progress"]
    assert stages == [stage.name for stage in unary.trace.stages]
    assert [e.WhichOneof("event") for e in events].count("response") == 1


def test_an_upload_split_inside_characters_equals_unary(stub):
    request = request_to_proto(sample("diqiao"), SummaryOptions(max_words=90), pb.SummarizeRequest())
    pieces = []
    for part in parts(request):
        data = part.chunk.data
        if part.WhichOneof("part") == "chunk":
            pieces += [
                pb.SummarizeUploadRequest(chunk=pb.DocumentChunk(data=data[i : i + 7])) for i in range(0, len(data), 7)
            ]
        else:
            pieces.append(part)
    assert stub.SummarizeUpload(iter(pieces)) == stub.Summarize(request)


def test_a_set_larger_than_a_message_is_uploaded_without_being_asked(client):
    filler = " ".join(f"word{n}" for n in range(20_000)) + "\n"
    documents = [Document(text=filler * 7 + TEXT, id=str(n), language_code="en") for n in range(5)]
    assert sum(len(document.text) for document in documents) > 4 * 1024 * 1024
    response = client.summarize(documents, SummaryOptions(max_words=30))
    assert TEXT in response.summary.text


@pytest.mark.parametrize(
    ("pieces", "field"),
    [
        ([pb.SummarizeUploadRequest(chunk=pb.DocumentChunk(data=b"a"))], "chunk"),
        ([pb.SummarizeUploadRequest(options=pb.SummaryOptions())] * 2, "options"),
        ([pb.SummarizeUploadRequest(document=pb.Document(text="a")), pb.SummarizeUploadRequest(options=pb.SummaryOptions())], "options"),
        ([pb.SummarizeUploadRequest(document=pb.Document()), pb.SummarizeUploadRequest(chunk=pb.DocumentChunk(data=b"\xff"))], "documents[0].text"),
        ([pb.SummarizeUploadRequest()], "part"),
        ([], "documents"),
    ],
)  # fmt: skip
def test_an_upload_out_of_order_is_told_so(stub, pieces, field):
    with pytest.raises(grpc.RpcError) as caught:
        stub.SummarizeUpload(iter(pieces))
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert details(caught.value)[1] == [field]


@pytest.mark.parametrize(
    ("request_", "fields"),
    [
        (pb.SummarizeRequest(), ["documents"]),
        (pb.SummarizeRequest(documents=[pb.Document()]), ["documents"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="a", id="x")] * 2), ["documents[1].id"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="a")], options=pb.SummaryOptions(max_words=0)), ["options.max_words"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="a")], options=pb.SummaryOptions(offset_encoding=44)), ["options.offset_encoding"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="a", language_code="xx")]), ["documents[0].language_code"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="x" * (2 * 1024 * 1024 + 1))]), ["documents[0].text"]),
        (pb.SummarizeRequest(documents=[pb.Document(text="a", id=str(n)) for n in range(1001)]), ["documents"]),
    ],
)  # fmt: skip
def test_a_bad_request_names_its_field_in_the_status(stub, request_, fields):
    for call in (stub.Summarize, lambda request: list(stub.SummarizeStream(request))):
        with pytest.raises(grpc.RpcError) as caught:
            call(request_)
        assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
        info, found = details(caught.value)
        assert (info.domain, info.reason) == ("conspectus", "INVALID_REQUEST")
        assert found == fields


def test_an_error_of_a_large_set_fits_into_its_trailers(stub):
    with pytest.raises(grpc.RpcError) as caught:
        stub.Summarize(pb.SummarizeRequest(documents=[pb.Document(text="a", weight=-1)] * 500))
    assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
    assert len(details(caught.value)[1]) == 21


@pytest.mark.parametrize("data", [b"\xff\xff\xff", b"\x0a\x04\x1a\x02\xff\xfe"])
def test_bytes_that_are_no_message_are_an_invalid_argument(server, data):
    with grpc.insecure_channel(server.target) as channel:
        for method, call in (("Summarize", channel.unary_unary), ("SummarizeStream", channel.unary_stream)):
            send = call(f"/conspectus.v1.SummarizationService/{method}")
            with pytest.raises(grpc.RpcError) as caught:
                list(send(data))
            assert caught.value.code() == grpc.StatusCode.INVALID_ARGUMENT
            assert details(caught.value)[1] == ["request"]


def test_a_message_over_the_limit_is_refused(client):
    with pytest.raises(Overloaded):
        client.rank_sentences([Document(text="a " * 1024 * 1024, id=str(n)) for n in range(17)])


def test_a_defect_is_a_bare_internal_and_a_log_line(caplog):
    secret = "what nobody outside may read"

    class Broken:
        def __getattr__(self, name):
            raise RuntimeError(secret)

    async def call():
        server = Server(Settings(listen="127.0.0.1:0"), engine=Broken())
        await server.start()
        try:
            async with AsyncClient(f"127.0.0.1:{server.port}") as client:
                with pytest.raises(Internal) as unary:
                    await client.summarize([Document(text=TEXT)])
                with pytest.raises(Internal) as stream:
                    [event async for event in client.summarize_stream([Document(text=TEXT)])]
                assert await client.health() == "SERVING"
            return str(unary.value), str(stream.value)
        finally:
            await server.stop()

    assert asyncio.run(call()) == ("internal error", "internal error")
    assert secret in caplog.text  # in the log, and nowhere else


def test_clients_raise_our_errors(client, server):
    with pytest.raises(InvalidRequest) as caught:
        client.summarize([Document(text=TEXT)], SummaryOptions(max_words=-3))
    assert caught.value.violations[0].field == "options.max_words"
    with pytest.raises(InvalidRequest):
        client.summarize([Document(text=TEXT)], SummaryOptions(max_words=2**40))
    with pytest.raises(InvalidRequest):
        client.summarize([Document(text=TEXT, html=TEXT)])
    with pytest.raises(DeadlineExceeded):
        client.summarize(sample("ferry"), timeout=0.001)
    with Client("127.0.0.1:1", timeout=3) as nobody, pytest.raises(Unavailable):
        nobody.info()


def test_a_deadline_stops_the_work(server, client):
    documents = [
        Document(text="\n".join(f"Item {n} of list {k} was sold." for n in range(400)), id=str(k)) for k in range(60)
    ]
    started = time.monotonic()
    with pytest.raises(DeadlineExceeded):
        client.summarize(documents, timeout=0.3)
    assert time.monotonic() - started < 3
    started = time.monotonic()
    client.summarize([Document(text=TEXT)], timeout=20)
    assert time.monotonic() - started < 10  # the worker was let go


def test_a_stream_that_nobody_listens_to_any_more_leaves_the_server_well(client):
    for _ in range(20):
        events = client.summarize_stream(sample("ferry"))
        next(events)
        events.close()
    assert client.health() == "SERVING"
    assert client.summarize(sample("ferry")).summary.text


def test_many_at_once_get_their_own_answers(server):
    texts = [f"A ferry named Number{n} ran aground off the island on Monday, the coastguard said." for n in range(60)]
    with Client(server.target) as client, ThreadPoolExecutor(16) as pool:
        replies = list(pool.map(lambda text: client.summarize([Document(text=text)]), texts))
    assert [reply.summary.text for reply in replies] == texts


def test_more_than_it_accepts_is_told_to_come_back():
    server = ServerProcess("--workers", "1", "--max-queued", "1")
    try:
        documents = [
            Document(text="\n".join(f"Item {n} of {k} was sold." for n in range(150)), id=str(k)) for k in range(12)
        ]
        refused, served = [], []

        def call():
            with Client(server.target) as client:
                try:
                    served.append(client.summarize(documents))
                except Overloaded as error:
                    refused.append(error)

        threads = [threading.Thread(target=call) for _ in range(8)]
        for thread in threads:
            thread.start()
        with Client(server.target) as client:
            assert client.health(timeout=2) == "SERVING"  # health is never refused
        for thread in threads:
            thread.join()
        assert refused
        assert served
        assert len(refused) + len(served) == 8
        assert all(error.retry_after for error in refused)
    finally:
        assert server.stop() == 0


def test_it_drains_what_is_under_way_and_says_that_it_is_going():
    server = ServerProcess()
    documents = [
        Document(text="\n".join(f"Item {n} of list {k} was sold." for n in range(150)), id=str(k)) for k in range(12)
    ]
    with Client(server.target) as client, ThreadPoolExecutor(1) as pool:
        client.info()
        reply = pool.submit(client.summarize, documents)
        time.sleep(0.3)
        server.process.send_signal(signal.SIGTERM)
        assert reply.result(timeout=30).summary.text
    assert server.wait() == 0
    assert any("stopped" in line for line in server.log)


def test_one_line_is_logged_for_a_call_and_no_text_of_it(server, client):
    client.summarize([Document(text=TEXT)])
    with pytest.raises(InvalidRequest):
        client.summarize([])
    time.sleep(0.2)
    lines = [line for line in server.log if " Summarize " in line][-2:]
    assert "Summarize OK ms=" in lines[0]
    assert "documents=1 sentences=1" in lines[0]
    assert "INVALID_ARGUMENT" in lines[1]
    assert not any("ferry" in line for line in server.log)


def test_settings_are_printed_and_come_from_flag_then_environment():
    environment = {"CONSPECTUS_WORKERS": "3", "CONSPECTUS_MAX_DOCUMENTS": "7", "CONSPECTUS_WRITER_KEY": "sk-secret"}
    server = ServerProcess("--workers", "1", environment=environment)
    try:
        assert "workers=1 " in server.log[0]
        assert "max_documents=7 " in server.log[0]
        with Client(server.target) as client:
            assert client.info().limits.max_documents == 7
            assert "sk-secret" not in str(client.info())
    finally:
        server.stop()
    assert "writer_key=*** " in server.log[0]
    assert not any("sk-secret" in line for line in server.log)


def test_a_port_in_use_is_told_in_one_line(server):
    command = [sys.executable, "-m", "conspectus", "serve", "--listen", server.target]
    done = subprocess.run(command, cwd=ROOT / "service", capture_output=True, text=True, timeout=20)
    assert done.returncode == 67
    assert "in use" in done.stderr
    assert "Traceback" not in done.stderr


def test_health_and_reflection_are_the_standard_ones(server):
    with grpc.insecure_channel(server.target) as channel:
        health = health_pb2_grpc.HealthStub(channel)
        for name in ("", "conspectus.v1.SummarizationService"):
            assert health.Check(health_pb2.HealthCheckRequest(service=name)).status == 1


def test_a_client_that_nobody_here_wrote_summarizes_over_reflection(server):
    buf = shutil.which("buf", path=f"{ROOT}/.venv/bin") or shutil.which("buf")
    assert buf, "buf comes with the dev extra (buf-bin)"
    url = f"http://{server.target}/conspectus.v1.SummarizationService/Summarize"
    command = [buf, "curl", "--protocol", "grpc", "--http2-prior-knowledge", url, "-d"]
    body = {"documents": [{"text": TEXT}], "options": {"maxWords": 30}}
    done = subprocess.run([*command, json.dumps(body)], capture_output=True, text=True, check=True, timeout=30)
    reply = json.loads(done.stdout)
    assert reply["summary"]["text"] == TEXT
    assert reply["summary"]["sentences"][0]["citations"][0]["ranges"] == [{"start": 0, "end": len(TEXT)}]


def test_info_tells_models_with_licence_and_checksum(client):
    info = client.info()
    encoder = next(model for model in info.models if model.role == "encoder")
    assert (encoder.name, encoder.license) == ("minilm-static", "Apache-2.0")
    assert len(encoder.checksum) == 64
    assert {"en", "es", "zh"} <= set(info.languages)
    assert info.offset_encodings == tuple(OffsetEncoding)[1:]


def test_the_async_client_does_the_same(server, client):
    documents = sample("ferry")

    async def calls():
        async with AsyncClient(server.target) as twin:
            events = [event async for event in twin.summarize_stream(documents)]
            with pytest.raises(InvalidRequest):
                await twin.summarize([])
            return (
                events,
                await twin.summarize(documents),
                await twin.rank_sentences(documents, SummaryOptions(max_sentences=3)),
                await twin.info(),
                await twin.health(),
            )

    events, response, ranking, info, health = asyncio.run(calls())
    assert {type(event) for event in events} == {Progress, Plan, SummarySentence, SummarizeResponse}
    assert events == list(client.summarize_stream(documents))
    assert response == events[-1] == client.summarize(documents)
    assert ranking == client.rank_sentences(documents, SummaryOptions(max_sentences=3))
    assert info == client.info()
    assert health == client.health() == "SERVING"


def test_a_ranking_is_in_order_and_its_parts_add_up(client):
    documents = sample("ferry")
    texts = {document.id: document.text for document in documents}
    ranked = client.rank_sentences(documents).sentences
    assert len(ranked) > 40
    assert [sentence.rank for sentence in ranked] == list(range(1, len(ranked) + 1))
    assert [sentence.score for sentence in ranked] == sorted((s.score for s in ranked), reverse=True)
    for sentence in ranked:
        assert 0 <= sentence.score <= 1
        assert sentence.score == pytest.approx(sum(part.value for part in sentence.parts), abs=1e-5)
        assert texts[sentence.document_id][sentence.range.start : sentence.range.end] == sentence.text
