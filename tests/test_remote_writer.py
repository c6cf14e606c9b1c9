"""A writer behind a URL: against an endpoint that behaves as it is told, and against `transformers serve` itself."""

import contextlib
import http.server
import json
import logging
import os
import re
import select
import socket
import subprocess
import sys
import threading
import time
import urllib.request
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from conftest import ROOT
from conspectus.deadline import Deadline
from conspectus.engine.asking import Asking, asking
from conspectus.engine.remote_writer import RemoteWriter, endpoint
from conspectus.engine.writer import Passage
from conspectus.errors import Cancelled, InvalidRequest, MissingExtra, Unavailable

LONG = 20.0
AT_ONCE = {"retry-after-ms": "10"}  # what the library waits by itself is half a second and more


def passages(*texts: str, words: int = 20) -> list[Passage]:
    return [Passage((text,), words) for text in texts]


def completion(text) -> dict:
    return {"object": "chat.completion", "choices": [{"message": {"role": "assistant", "content": text}}]}


def listed(*names: str) -> dict:
    return {"object": "list", "data": [{"id": name, "object": "model"} for name in names]}


class Call(http.server.BaseHTTPRequestHandler):
    """One call: what was asked, and the ways to answer it."""

    protocol_version = "HTTP/1.1"

    def do_GET(self):
        self.server.endpoint.serve(self, {})

    def do_POST(self):
        self.server.endpoint.serve(self, json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

    def reply(self, body, status=200, kind="application/json", **headers):
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(content)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)

    def cut(self):
        self.connection.shutdown(socket.SHUT_RDWR)
        self.close_connection = True

    def hang(self):
        """Answers nothing until the other side is gone, or the endpoint ends."""
        while not self.server.endpoint.over.is_set():
            if select.select([self.connection], [], [], 0.02)[0] and not self.connection.recv(1, socket.MSG_PEEK):
                self.server.endpoint.gone.release()
                break
        self.close_connection = True

    def log_message(self, *_):
        pass


class Endpoint:
    """An endpoint with one model; `behave(call, text)` answers a call for a passage, as an echo unless told else."""

    def __init__(self):
        self.behave: Callable[[Call, str], None] = lambda call, text: call.reply(completion(f"Wrote {text}"))
        self.models: Callable[[Call], None] = lambda call: call.reply(listed("toy"))
        self.texts, self.bodies, self.headers = [], [], []
        self.gone, self.over, self._lock = threading.Semaphore(0), threading.Event(), threading.Lock()
        self.now = self.peak = 0
        self.connections = set()
        self._server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Call, bind_and_activate=False)
        self._server.request_queue_size, self._server.endpoint = 64, self
        self._server.server_bind()
        self._server.server_activate()
        self.url = f"http://127.0.0.1:{self._server.server_port}/v1"
        self._thread = threading.Thread(target=self._server.serve_forever, args=[0.02])
        self._thread.start()

    def serve(self, call, body):
        with self._lock:
            self.now += 1
            self.peak = max(self.peak, self.now)
            self.headers.append(dict(call.headers))
            self.connections.add(call.connection)
        try:
            with contextlib.suppress(OSError):
                if call.path == "/v1/models":
                    self.models(call)
                elif call.path == "/v1/chat/completions":
                    text = re.search(r"1\. (.*)", body["messages"][-1]["content"])[1]
                    with self._lock:
                        self.texts.append(text)
                        self.bodies.append(body)
                    self.behave(call, text)
                else:
                    call.reply({"error": "no such place"}, 404)
        finally:
            with self._lock:
                self.now -= 1

    def close(self):
        self.over.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()
        for connection in self.connections:
            with contextlib.suppress(OSError):
                connection.shutdown(socket.SHUT_RDWR)


@pytest.fixture
def served():
    endpoints = []

    def serve():
        endpoints.append(Endpoint())
        return endpoints[-1]

    yield serve
    for one in endpoints:
        one.close()


@pytest.fixture
def made():
    writers = []

    def make(url, *arguments, **options):
        writers.append(RemoteWriter(url, *arguments, **options))
        return writers[-1]

    yield make
    for writer in writers:
        writer.close()


def write(writer, *texts, seconds=LONG) -> list[str]:
    return list(writer.write(passages(*texts), Deadline(seconds)))


# What is sent, and what comes back.


def test_each_passage_is_a_call_and_comes_back_in_its_place(made, served):
    one = served()
    one.behave = lambda call, text: (
        time.sleep(0.2 if text == "First." else 0),
        call.reply(completion(f"Wrote {text}")),
    )
    writer = made(one.url, seed=7)
    assert write(writer, "First.", "Second.", "Third.") == ["Wrote First.", "Wrote Second.", "Wrote Third."]
    assert (writer.model.name, writer.model.role, writer.seed) == ("toy", "writer", 7)
    body = one.bodies[0]
    assert (body["model"], body["temperature"], body["seed"], body["max_tokens"]) == ("toy", 0, 7, 92)
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert write(writer) == []


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("<think>Hm.</think>Here is the sentence:\n“It sank.”", "It sank."),
        ("It sank in", "It sank in"),
        ("It sank \ud83d.", "It sank \ufffd."),
        ("<think>What is", ""),
        ("", ""),
        (None, ""),
        (7, ""),
    ],
)
def test_what_a_model_says_is_made_prose(made, served, said, text):
    one = served()
    one.behave = lambda call, _: call.reply(completion(said))
    assert write(made(one.url), "A.") == [text]
    assert len(one.texts) == 1


@pytest.mark.parametrize("given", ["", "/", "/v1", "/v1/"])
def test_a_url_may_end_as_it_likes(made, served, given):
    one = served()
    assert write(made(one.url.removesuffix("/v1") + given), "A.") == ["Wrote A."]


def test_a_path_and_a_version_in_it_stay():
    assert endpoint("https://host/llm/") == "https://host/llm/v1"
    assert endpoint("https://host/v1beta/openai/") == "https://host/v1beta/openai"
    assert endpoint("http://[::1]:8000") == "http://[::1]:8000/v1"


@pytest.mark.parametrize(
    "url", ["", "host:8000", "ftp://host/v1", "http://", "http://host:99999", "http://[host", "http://a b/", "http://me:secret@host/", "http://host/?key=secret", "http://host/#secret"]
)  # fmt: skip
def test_what_is_no_url_is_refused(url):
    with pytest.raises(InvalidRequest) as caught:
        RemoteWriter(url)
    assert caught.value.violations[0].field == "writer"
    assert "secret" not in str(caught.value)


# Which model.


@pytest.mark.parametrize(
    ("names", "told"), [(("toy", "other"), "has 2 models, name the one to use: toy, other"), ((), "lists no models")]
)
def test_one_of_several_models_is_to_be_named(made, served, names, told):
    one = served()
    one.models = lambda call: call.reply(listed(*names))
    with pytest.raises(InvalidRequest, match=told) as caught:
        made(one.url)
    assert caught.value.violations[0].field == "writer_model"
    assert write(made(one.url, "other"), "A.") == ["Wrote A."]
    assert one.bodies[0]["model"] == "other"


@pytest.mark.parametrize(
    ("answer", "error", "told"),
    [
        ({"body": {}, "status": 401}, InvalidRequest, "writer_key: .*HTTP 401, look at CONSPECTUS_WRITER_KEY"),
        ({"body": {}, "status": 404}, InvalidRequest, "writer: .*HTTP 404, look at --writer and --writer-model"),
        ({"body": b"<p>Hello", "kind": "text/html"}, InvalidRequest, "writer: .*something else"),
        ({"body": b"{"}, InvalidRequest, "writer: .*something else"),
        ({"body": []}, InvalidRequest, "writer: .*something else"),
        ({"body": {"data": [{}]}}, InvalidRequest, "writer: .*something else"),
        ({"body": {"data": None}}, InvalidRequest, "writer: .*something else"),
        ({"body": {}, "status": 503, **AT_ONCE}, Unavailable, "HTTP 503.*start it"),
    ],
)
def test_an_endpoint_that_lists_no_models_is_told(made, served, answer, error, told):
    one = served()
    one.models = lambda call: call.reply(**answer)
    with pytest.raises(error, match=told) as caught:
        made(one.url, key="sk-secret")
    assert "secret" not in str(caught.value)
    assert "remote-writer" not in {thread.name for thread in threading.enumerate()}


def test_nobody_there_is_told_with_the_way_out(made):
    with pytest.raises(Unavailable, match=r"at http://127\.0\.0\.1:1/v1 .*no connection.*--writer"):
        made("http://127.0.0.1:1", retries=0)


# What goes wrong.


def test_an_endpoint_that_is_busy_is_asked_again_when_it_says(made, served):
    one = served()
    one.behave = lambda call, text: (
        call.reply({}, 429, **{"Retry-After": "0.4"}) if len(one.texts) == 1 else call.reply(completion("Done."))
    )
    writer = made(one.url)
    started = time.monotonic()
    assert write(writer, "A.") == ["Done."]
    assert time.monotonic() - started >= 0.4
    assert len(one.texts) == 2


def test_an_endpoint_that_starts_slowly_is_asked_again(made, served):
    one = served()
    answers = iter([lambda call: call.reply({}, 503, **AT_ONCE), lambda call: call.cut()])
    one.behave = lambda call, text: next(answers, lambda call: call.reply(completion("Done.")))(call)
    assert write(made(one.url), "A.") == ["Done."]
    assert len(one.texts) == 3


def test_what_fails_for_ever_leaves_its_passage_alone_and_is_logged_without_its_text(made, served, caplog):
    one = served()
    one.behave = lambda call, text: (
        call.reply({"error": f"no {text}"}, 500, **AT_ONCE) if "Bad" in text else call.reply(completion("Done."))
    )
    assert write(made(one.url, retries=1), "Bad one.", "Good.", "Bad two.") == ["", "Done.", ""]
    assert sorted(one.texts) == ["Bad one."] * 2 + ["Bad two."] * 2 + ["Good."]
    [record] = caplog.records
    assert record.getMessage() == f"the writer at {one.url} wrote nothing for 2 of 3 passages: HTTP 500"


def test_an_endpoint_that_is_gone_leaves_all_passages_without_a_text(made, served, caplog):
    one = served()
    writer = made(one.url, retries=0)
    one.close()
    assert write(writer, "A.", "B.") == ["", ""]
    assert "for 2 of 2 passages: there is no connection" in caplog.text


@pytest.mark.parametrize(
    "answer",
    [
        {"body": b"<p>Hello", "kind": "text/html"},
        {"body": b'{"choices": ['},
        {"body": b"\xff\xfe"},
        {"body": ["A."]},
        {"body": {}},
        {"body": {"choices": []}},
        {"body": {"choices": [{}]}},
        {"body": {"choices": [{"message": "A."}]}},
        {"body": {"choices": [{"message": None}]}},
        {"body": {"choices": {"0": 1}}},
        {"body": None},
    ],
)
def test_what_is_no_completion_is_no_text(made, served, answer, caplog):
    one = served()
    one.behave = lambda call, text: call.reply(**answer)
    assert write(made(one.url), "A.") == [""]
    assert len(one.texts) == 1
    assert "for 1 of 1 passages: it said something else" in caplog.text


@pytest.mark.parametrize(
    ("status", "told"),
    [(401, "CONSPECTUS_WRITER_KEY"), (403, "CONSPECTUS_WRITER_KEY"), (404, "--writer-model"), (400, "HTTP 400")],
)
def test_a_call_that_is_refused_is_not_made_again_and_the_log_says_what_to_set(made, served, status, told, caplog):
    one = served()
    one.behave = lambda call, text: call.reply({"error": "sk-secret is wrong"}, status)
    caplog.set_level(logging.INFO, "conspectus")
    assert write(made(one.url, key="sk-secret"), "A.") == [""]
    assert len(one.texts) == 1
    assert told in caplog.text
    assert "sk-secret" not in caplog.text


# Who is told what.


def test_the_key_goes_to_the_endpoint_and_no_key_of_another_does(made, served, monkeypatch):
    for name in ("OPENAI_API_KEY", "OPENAI_ORG_ID", "OPENAI_PROJECT_ID"):
        monkeypatch.setenv(name, "other")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", "Authorization: Bearer other")
    one = served()
    write(made(one.url, key=" sk-secret\n"), "A.")
    write(made(one.url), "A.")
    told = [{name.lower(): value for name, value in headers.items()} for headers in one.headers]
    assert [headers["authorization"] for headers in told] == ["Bearer sk-secret"] * 2 + ["Bearer none"] * 2
    assert not any("other" in headers.values() for headers in told)


@pytest.mark.parametrize("key", ["sk-secrét", "sk\nsecret"])
def test_a_key_that_cannot_be_sent_is_refused_and_not_told(key):
    with pytest.raises(InvalidRequest, match="writer_key") as caught:
        RemoteWriter("http://127.0.0.1:1", key=key)
    assert "sk" not in str(caught.value)


@pytest.mark.parametrize("status", [301, 302, 307, 308])
def test_a_redirect_to_another_host_gets_neither_key_nor_text(made, served, status, caplog):
    one, other = served(), served()
    place = {"Location": other.url.replace("127.0.0.1", "localhost") + "/chat/completions"}
    one.behave = lambda call, text: call.reply({}, status, **place)
    assert write(made(one.url, key="sk-secret"), "A.") == [""]
    assert f"HTTP {status}, a redirect" in caplog.text
    one.models = one.behave = lambda call, text="": call.reply({}, status, **place)
    with pytest.raises(InvalidRequest, match="a redirect"):
        made(one.url, key="sk-secret")
    assert not other.headers


# Limits, and leaving.


@pytest.fixture
def hanging(served):
    one = served()
    one.behave = lambda call, text: call.hang()
    return one


def test_a_cancelled_request_leaves_at_once_and_closes_its_calls(made, hanging):
    writer, deadline = made(hanging.url), Deadline(LONG)
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(lambda: list(writer.write(passages("A.", "B."), deadline)))
        until(lambda: len(hanging.texts) == 2)
        started = time.monotonic()
        deadline.cancel()
        with pytest.raises(Cancelled):
            work.result(LONG)
        assert time.monotonic() - started < 0.5
    assert hanging.gone.acquire(timeout=1)
    assert hanging.gone.acquire(timeout=1)
    assert len(hanging.texts) == 2


def test_who_takes_no_more_texts_closes_the_calls(made, hanging):
    hanging.behave = lambda call, text: call.reply(completion("Done.")) if text == "A." else call.hang()
    texts = made(hanging.url).write(passages("A.", "B."), Deadline(LONG))
    assert next(texts) == "Done."
    until(lambda: len(hanging.texts) == 2)
    texts.close()
    assert hanging.gone.acquire(timeout=1)


def test_a_call_takes_half_of_what_the_deadline_leaves(made, hanging, caplog):
    writer, deadline = made(hanging.url), Deadline(1.0)
    assert list(writer.write(passages("A."), deadline)) == [""]
    assert deadline.remaining() > 0.2
    assert "it did not answer in time" in caplog.text
    assert hanging.gone.acquire(timeout=1)


def test_of_a_request_that_had_no_answer_the_rest_is_not_tried(made, hanging, caplog):
    writer, started = made(hanging.url, requests=2, timeout=0.3), time.monotonic()
    assert write(writer, *["A."] * 20) == [""] * 20
    assert time.monotonic() - started < 1.5
    assert len(hanging.texts) == 2
    assert "for 20 of 20 passages: it did not answer in time" in caplog.text


def test_a_call_has_so_many_seconds_with_all_its_tries(made, served):
    one = served()
    one.behave = lambda call, text: call.reply({}, 429, **{"Retry-After": "60"})
    writer, started = made(one.url, timeout=0.5), time.monotonic()
    assert write(writer, "A.") == [""]
    assert time.monotonic() - started < 2
    assert len(one.texts) == 1


def test_closing_drops_what_is_under_way(made, hanging):
    writer = made(hanging.url)
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(write, writer, "A.")
        until(lambda: hanging.texts)
        writer.close()
        assert work.result(1) == [""]
    assert hanging.gone.acquire(timeout=1)
    writer.close()
    with pytest.raises(Unavailable):
        write(writer, "A.")


def test_no_more_calls_than_the_limit_are_under_way_and_all_come_in_order(made, served):
    one = served()
    one.behave = lambda call, text: (time.sleep(0.01 * (len(text) % 3)), call.reply(completion(f"Wrote {text}")))
    texts = [f"{'Long ' * (number % 5)}{number}." for number in range(50)]
    writer = made(one.url, requests=4)
    with ThreadPoolExecutor(2) as pool:
        for work in [pool.submit(write, writer, *texts), pool.submit(write, writer, *texts[::-1])]:
            assert work.result(LONG)[0] in ("Wrote 0.", f"Wrote {texts[-1]}")
    assert one.peak == 4
    assert write(writer, *texts) == [f"Wrote {text}" for text in texts]


def test_a_caller_beside_one_who_floods_waits_for_a_few_calls(made, served):
    one = served()
    one.behave = lambda call, text: (time.sleep(0.02), call.reply(completion("Done.")))
    writer = made(one.url, requests=2)
    with ThreadPoolExecutor(2) as pool:
        flood = pool.submit(as_caller, "flood", writer, *["Much."] * 60)
        until(lambda: len(one.texts) >= 4)
        before = len(one.texts)
        assert pool.submit(as_caller, "little", writer, "Little.", "Little.").result(LONG) == ["Done."] * 2
        assert len(one.texts) - before < 12
        assert flood.result(LONG) == ["Done."] * 60


def as_caller(name: str, writer, *texts) -> list[str]:
    asking.set(Asking(name))
    return write(writer, *texts)


def until(happens: Callable[[], object]) -> None:
    end = time.monotonic() + LONG
    while not happens():
        assert time.monotonic() < end
        time.sleep(0.005)


# The package, and a real endpoint.


def test_without_the_package_the_extra_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openai", None)
    with pytest.raises(MissingExtra, match=r"conspectus\[remote\]"):
        RemoteWriter("http://127.0.0.1:1")


def test_the_package_is_not_imported_before_it_is_needed():
    code = "import sys, conspectus.engine.remote_writer; sys.exit('openai' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT / "service", timeout=60).returncode == 0


@pytest.fixture(scope="module")
def transformers_url(tmp_path_factory):
    """Where `transformers serve` serves a model that was made a moment ago, found in a cache of its own."""
    cache, revision = tmp_path_factory.mktemp("cache"), "0" * 40
    folder = cache / "models--press--toy"
    (folder / "refs").mkdir(parents=True)
    (folder / "refs" / "main").write_text(revision)
    toy_model(folder / "snapshots" / revision)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "transformers.cli.transformers", "serve", "press/toy", "--device", "cpu"]
    with (cache / "log").open("w") as log:
        process = subprocess.Popen(
            [*command, "--host", "127.0.0.1", "--port", str(port)],
            stdout=log,
            stderr=log,
            env={**os.environ, "HF_HUB_CACHE": str(cache), "HF_HUB_OFFLINE": "1"},
        )
    try:
        end = time.monotonic() + 60
        while not answers(f"http://127.0.0.1:{port}/health"):
            still_starting = process.poll() is None and time.monotonic() < end
            assert still_starting, (cache / "log").read_text()
            time.sleep(0.1)
        yield f"http://127.0.0.1:{port}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except OSError:
        return False


def toy_model(folder) -> None:
    """A model that says something, whatever it is: its weights are drawn, its tokens are of our own sentences."""
    import torch
    import transformers
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

    pieces = Tokenizer(models.BPE())
    pieces.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pieces.decoder = decoders.ByteLevel()
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = trainers.BpeTrainer(
        vocab_size=400, special_tokens=["<|end|>"], initial_alphabet=alphabet, show_progress=False
    )
    pieces.train_from_iterator(["The ferry ran aground on the reef.", "Lifeboats took all of them off."], trainer)
    tokenizer = transformers.PreTrainedTokenizerFast(tokenizer_object=pieces, eos_token="<|end|>", pad_token="<|end|>")
    tokenizer.chat_template = "{% for m in messages %}{{ m.role }}: {{ m.content }}\n{% endfor %}assistant: "
    tokenizer.save_pretrained(folder)
    torch.manual_seed(0)
    config = transformers.LlamaConfig(
        vocab_size=len(tokenizer), hidden_size=32, intermediate_size=64, num_hidden_layers=1, num_attention_heads=2,
        num_key_value_heads=2, max_position_embeddings=2048, bos_token_id=0, eos_token_id=0, pad_token_id=0,
    )  # fmt: skip
    transformers.LlamaForCausalLM(config).save_pretrained(folder)


def test_transformers_serve_writes(made, transformers_url, caplog):
    writer = made(transformers_url)
    assert writer.model.name == "press/toy"
    texts = write(writer, "The ferry ran aground.", "Lifeboats took them off.", seconds=60)
    assert len(texts) == 2
    assert all(texts)
    assert write(writer, "The ferry ran aground.", "Lifeboats took them off.", seconds=60) == texts
    assert not caplog.records


def test_a_model_that_transformers_serve_has_not_is_told(made, transformers_url, caplog):
    assert write(made(transformers_url, "press/other", retries=0), "The ferry ran aground.") == [""]
    assert "wrote nothing for 1 of 1 passages: HTTP" in caplog.text
