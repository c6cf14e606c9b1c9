"""Models fetched from a hub: a server of a few lines that answers as the hub does, and what is told where none does."""

import hashlib
import http.server
import json
import re
import threading
import time

import pytest
from conftest import conspectus

pytest.importorskip("huggingface_hub", reason="the 'models' extra is not installed")

COMMIT = "0123456789abcdef0123456789abcdef01234567"
CONFIG = {"config.json": b'{"model_type": "bert"}', "tokenizer.json": b"{}"}
WEIGHTS = {"model.safetensors": b"weights" * 1000}
OTHERS = {"pytorch_model.bin": b"pickled", "onnx/config.json": b"{}", "handler.py": b"print('code of a model')"}


class Hub(http.server.ThreadingHTTPServer):
    """One model, whatever its id; a file `behind_terms` is refused as the hub refuses those of gated models."""

    daemon_threads = True
    behind_terms = ()
    missing = False

    @property
    def environment(self):
        return {"HF_ENDPOINT": f"http://127.0.0.1:{self.server_address[1]}"}


class Answers(http.server.BaseHTTPRequestHandler):
    def do_HEAD(self):
        hub, path = self.server, self.path.partition("?")[0]
        hub.asked.append(path)
        if hub.missing:
            self.answer(404, headers={"X-Error-Code": "RepoNotFound"})
        elif "/tree/" in path:
            tree = [
                {"type": "file", "path": name, "size": len(content), "oid": hashlib.sha1(content).hexdigest()}
                for name, content in hub.files.items()
            ]
            self.answer(200, json.dumps(tree).encode())
        elif path.startswith("/api/models/"):
            siblings = [{"rfilename": name} for name in hub.files]
            self.answer(200, json.dumps({"id": "someone/tiny", "sha": COMMIT, "siblings": siblings}).encode())
        else:
            commit, name = re.search(r"/resolve/(\w+)/(.+)", path).groups()
            if name in hub.behind_terms:
                self.answer(403, headers={"X-Error-Code": "GatedRepo"})
            else:
                headers = {"ETag": f'"{hashlib.sha1(hub.files[name]).hexdigest()}"', "X-Repo-Commit": commit}
                self.answer(200, hub.files[name], headers)

    do_GET = do_HEAD  # noqa: N815

    def answer(self, code, content=b"", headers=()):
        self.send_response(code)
        for name, value in {"Content-Length": str(len(content)), **dict(headers)}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(content)

    def log_message(self, *arguments):
        pass


@pytest.fixture
def hub():
    server = Hub(("127.0.0.1", 0), Answers)
    server.files, server.asked = {**CONFIG, **WEIGHTS, **OTHERS}, []
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def pull(tmp_path):
    def run(name="someone/tiny", **environment):
        token = {"HF_TOKEN": "", "HF_HUB_OFFLINE": "", "HF_HUB_DISABLE_TELEMETRY": "1"}
        return conspectus("models", "pull", name, **{**token, "HF_HOME": str(tmp_path), **environment})

    return run


def test_a_model_is_downloaded_without_what_runs_code(hub, pull, tmp_path):
    done = pull(**hub.environment)
    assert done.returncode == 0, done.stderr.decode()
    folder = tmp_path / "hub" / "models--someone--tiny" / "snapshots" / COMMIT
    assert done.stdout.decode() == f"{folder}\n"
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {**CONFIG, **WEIGHTS}
    assert not [path for path in hub.asked if path.endswith((".bin", ".py"))]
    told = done.stderr.decode()
    assert "conspectus: someone/tiny is not in the catalog" in told
    assert f"conspectus: commit {COMMIT}\n" in told
    assert "100%" in told  # the bars

    again = pull(HF_ENDPOINT="http://127.0.0.1:9")  # what is there needs no network
    assert (again.returncode, again.stdout) == (0, done.stdout)
    assert f"conspectus: commit {COMMIT}, which was here already\n" in again.stderr.decode()


def test_a_pinned_model_is_fetched_at_its_commit(hub, pull, tmp_path):
    models = tmp_path / "models"
    models.mkdir()
    pin = "f" * 40
    (models / "catalog.toml").write_text(
        f'[[model]]\nid = "someone/tiny"\nrole = "encoder"\nuse = "cpu"\nlicense = "MIT"\nparameters = 7_000_000\ncontext = 9\n'
        f'languages = ["en"]\nrevision = "{pin}"\n'
    )
    done = pull(**hub.environment, CONSPECTUS_MODELS_DIR=str(models))
    assert done.returncode == 0, done.stderr.decode()
    assert f"/api/models/someone/tiny/tree/{pin}" in hub.asked
    assert not [path for path in hub.asked if path.endswith("main")]
    assert done.stdout.decode().endswith(f"/snapshots/{pin}\n")
    assert "conspectus: someone/tiny: MIT, 7 M parameters, commit ffffffffffff\n" in done.stderr.decode()


def test_a_model_with_pickled_weights_alone_is_refused(hub, pull):
    hub.files = {**CONFIG, **OTHERS}
    done = pull(**hub.environment)
    assert done.returncode == 67
    assert "model: 'someone/tiny' has no weights as safetensors" in done.stderr.decode()
    assert done.stdout == b""


def test_a_gated_model_says_that_it_needs_a_token(hub, pull):
    hub.behind_terms = tuple(CONFIG) + tuple(WEIGHTS)
    done = pull(**hub.environment)
    assert done.returncode == 71
    ways = f"agree to its terms at {hub.environment['HF_ENDPOINT']}/someone/tiny, and set HF_TOKEN"
    assert f"conspectus: 'someone/tiny' is gated and needs a token: {ways}" in done.stderr.decode()


def test_a_model_that_the_hub_does_not_have_is_told(hub, pull):
    hub.missing = True
    done = pull(**hub.environment)
    assert done.returncode == 67
    host = hub.environment["HF_ENDPOINT"].removeprefix("http://")
    assert f"conspectus: model: {host} has no 'someone/tiny', or it is private" in done.stderr.decode()


def test_without_a_network_the_host_and_the_ways_out_are_told_at_once(pull):
    started = time.monotonic()
    done = pull("BAAI/bge-small-en-v1.5", HF_ENDPOINT="http://127.0.0.1:9")
    assert time.monotonic() - started < 20  # most of it to start; the library's own retries go on for longer
    assert done.returncode == 78
    first, last = done.stderr.decode().splitlines()
    assert first == "conspectus: BAAI/bge-small-en-v1.5: MIT, 33.4 M parameters, main, not pinned"
    assert last.startswith("conspectus: 127.0.0.1:9 can't be reached (Connection refused), and")
    for way in ("HF_ENDPOINT", "a folder of it", "--encoder", "the cache needs no network"):
        assert way in last
    assert done.stdout == b""


def test_where_the_network_is_forbidden_that_is_told(pull):
    done = pull(HF_HUB_OFFLINE="1")
    assert done.returncode == 78
    assert "HF_HUB_OFFLINE is set" in done.stderr.decode()


def test_a_name_that_is_no_id_is_told(pull):
    done = pull("no id")
    assert done.returncode == 67
    assert "conspectus: model: 'no id' is no id of a model" in done.stderr.decode()


def test_an_encoder_that_can_not_be_fetched_is_told_as_a_pull_is(tmp_path):
    pytest.importorskip("torch", reason="the 'models' extra is not installed")
    pytest.importorskip("transformers", reason="the 'models' extra is not installed")
    done = conspectus("serve", "--encoder", "someone/tiny", HF_HOME=str(tmp_path), HF_ENDPOINT="http://127.0.0.1:9")
    assert done.returncode == 78
    assert "127.0.0.1:9 can't be reached (Connection refused), and 'someone/tiny'" in done.stderr.decode()
