"""The catalog of models: what it holds, what is wrong with it if something is, and what `conspectus models` tells."""

import json
import subprocess
import sys
from types import SimpleNamespace

import pytest
from click.testing import CliRunner
from conftest import ROOT, conspectus
from conspectus import catalog
from conspectus.catalog import Entry, Role, Use
from conspectus.cli import main
from conspectus.errors import InvalidRequest, MissingExtra
from conspectus.machine import GIB, Gpu, Machine

MINILM = "sentence-transformers/all-MiniLM-L6-v2"
COMMIT = "0123456789abcdef0123456789abcdef01234567"
WHOLE = {
    "id": "someone/some-model", "role": "chat", "use": "24 GB", "license": "MIT", "parameters": 7, "context": 9, "languages": ["en"],
}  # fmt: skip
LARGEST = {Use.CPU: 0.5e9, Use.GB8: 3e9, Use.GB24: 10e9, Use.GB80: 36e9}  # parameters: at two bytes each, and some room


def test_every_entry_is_well_formed_and_fits_what_it_is_for():
    entries = catalog.load_catalog()
    assert {entry.role for entry in entries} == set(Role)
    assert {entry.use for entry in entries} == set(Use)
    for entry in entries:
        assert entry.parameters <= LARGEST[entry.use], entry.id
        assert entry.languages == ("mul",) or entry.languages == tuple(sorted(set(entry.languages))), entry.id
    assert catalog.find(MINILM).run_with_this_code
    assert catalog.find("someone/something") is None


@pytest.fixture
def written(tmp_path, monkeypatch):
    """Puts a catalog in the place of the shipped one: of entries, or of text."""

    def write(*entries, text=""):
        tables = ["[[model]]\n" + "\n".join(f"{k} = {json.dumps(v)}" for k, v in entry.items()) for entry in entries]
        (tmp_path / "catalog.toml").write_text(text or "\n".join(tables))

    monkeypatch.setenv("CONSPECTUS_MODELS_DIR", str(tmp_path))
    return write


@pytest.mark.parametrize(
    ("change", "field", "told"),
    [
        ({"use": "16 GB"}, "use", "'16 GB' is none of cpu, 8 GB, 24 GB, 80 GB"),
        ({"role": "poet"}, "role", "'poet' is none of encoder, chat, seq2seq"),
        ({"role": 7}, "role", "'7' is none of encoder, chat, seq2seq"),
        ({"languages": "en"}, "languages", "list of strings"),
        ({"languages": []}, "languages", "not be empty"),
        ({"license": ""}, "license", "not be empty"),
        ({"context": "512"}, "context", "must be of type int, not str"),
        ({"context": True}, "context", "must be of type int, not bool"),
        ({"parameters": 0}, "parameters", "more than 0"),
        ({"revision": "main"}, "revision", "a commit of 40 digits"),
        ({"run_with_this_code": True}, "run", "must say what was run"),
        ({"run": "all of it"}, "run", "must say what was run"),
        ({"colour": "red"}, "colour", "is no field of an entry"),
        ({"license": None}, "license", "is missing"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_by_entry_and_field(written, change, field, told):
    written({name: value for name, value in {**WHOLE, **change}.items() if value is not None})
    with pytest.raises(InvalidRequest, match=told) as raised:
        catalog.load_catalog()
    assert [violation.field for violation in raised.value.violations] == [f"catalog.toml: someone/some-model.{field}"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[[model]\n", "line 1"),
        ("model = 3\n", r"no \[\[model\]\]"),
        ("", r"no \[\[model\]\]"),
        ("[[model]]\n", r"model\[0\]"),
    ],
)
def test_a_file_that_is_no_catalog_is_told(written, text, told):
    written(text=text)
    with pytest.raises(InvalidRequest, match=told):
        catalog.load_catalog()


def test_an_id_is_there_once(written):
    written(WHOLE, WHOLE)
    with pytest.raises(InvalidRequest, match=r"someone/some-model\.id: is there twice"):
        catalog.load_catalog()


def test_what_a_machine_has_room_for():
    small, large = (Entry("a/b", Role.CHAT, use, "MIT", 500_000_000, 512, ("en",)) for use in (Use.CPU, Use.GB24))
    assert [Machine(memory).has_room(small) for memory in (2 * GIB, 4 * GIB, None)] == [False, True, None]
    assert Machine(4 * GIB).has_room(large) is None  # nobody has looked for GPUs
    for gpus, expected in (
        ((), False),
        ((Gpu("small", 8 * GIB),), False),
        ((Gpu("small", 8 * GIB), Gpu("of 24 GB", int(23.6 * GIB))), True),
    ):
        assert Machine(4 * GIB, gpus).has_room(large) is expected


def test_gpus_are_looked_for_where_asked_and_with_torch(monkeypatch):
    assert Machine.here(devices=False).gpus is None
    cuda = SimpleNamespace(
        device_count=lambda: 2,
        get_device_properties=lambda number: SimpleNamespace(name=f"GPU {number}", total_memory=80 * GIB),
    )
    monkeypatch.setitem(sys.modules, "torch", SimpleNamespace(cuda=cuda))
    assert Machine.here(devices=True).gpus == (Gpu("GPU 0", 80 * GIB), Gpu("GPU 1", 80 * GIB))
    monkeypatch.setitem(sys.modules, "torch", None)
    with pytest.raises(MissingExtra, match=r"conspectus\[models\]"):
        Machine.here(devices=True)


def test_what_is_in_the_cache_is_recognised(tmp_path):
    pytest.importorskip("huggingface_hub")
    folder = tmp_path / "hub" / f"models--{MINILM.replace('/', '--')}"
    snapshot = folder / "snapshots" / COMMIT
    for made in (snapshot, folder / "blobs", folder / "refs"):
        made.mkdir(parents=True)
    (folder / "refs" / "main").write_text(COMMIT)
    for name, size in (("config.json", 100), ("model.safetensors", 2_000_000)):
        (folder / "blobs" / name).write_bytes(bytes(size))
        (snapshot / name).symlink_to(folder / "blobs" / name)
    told = {entry["id"]: entry for entry in listed(tmp_path)}
    assert told[MINILM]["here"] == [{"commit": COMMIT, "refs": ["main"], "bytes": 2_000_100, "whole": True}]
    assert [entry["id"] for entry in told.values() if entry["here"]] == [MINILM]
    text = conspectus("models", HF_HOME=str(tmp_path)).stdout.decode()
    assert "here: 2.0 MB, commit 0123456789ab (main)\n" in text
    assert text.count("\n    not here") == len(told) - 1

    index = {"weight_map": {"a": "model.safetensors", "b": "model-00002-of-00002.safetensors"}}
    (snapshot / "model.safetensors.index.json").write_text(json.dumps(index))
    assert "not whole: pull it again" in conspectus("models", HF_HOME=str(tmp_path)).stdout.decode()


def listed(home):
    done = conspectus("models", "--format", "json", HF_HOME=str(home))
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)["models"]


def test_models_are_told_with_what_has_been_run_and_what_is_pinned(tmp_path, written):
    pytest.importorskip("huggingface_hub")
    written({**WHOLE, "revision": COMMIT}, {**WHOLE, "id": "a/b", "run_with_this_code": True, "run": "all of it"})
    text = conspectus("models", HF_HOME=str(tmp_path)).stdout.decode()
    pinned, _, unpinned = text.partition("\na/b\n")
    assert "commit 0123456789ab\n    not run with this code\n    not here" in pinned
    assert "main, not pinned\n    run with this code: all of it\n    not here" in unpinned


def test_the_base_lists_the_catalog_and_names_the_extra():
    hide = "import sys; sys.modules.update(dict.fromkeys(('numpy', 'torch', 'transformers', 'huggingface_hub')))"
    for command, code, told in ((["models"], 0, "what is on this machine is not known"), (["models", "pull", MINILM], 73, "conspectus: the hub of models")):  # fmt: skip
        done = subprocess.run(
            [sys.executable, "-c", f"{hide}\nfrom conspectus.cli import main\nmain({command!r})"],
            cwd=ROOT / "service", capture_output=True, text=True, timeout=60,
        )  # fmt: skip
        assert done.returncode == code, done.stderr
        assert told in done.stderr
        assert "pip install 'conspectus[models]'" in done.stderr
        assert (MINILM in done.stdout) == (code == 0)


def test_a_catalog_that_is_wrong_or_not_there_ends_in_a_line(written, tmp_path):
    written({**WHOLE, "use": "16 GB"})
    done = CliRunner().invoke(main, ["models"])
    assert done.exit_code == 67
    assert done.stderr.startswith("conspectus: catalog.toml: someone/some-model.use: '16 GB' is none of")
    (tmp_path / "catalog.toml").unlink()
    done = CliRunner().invoke(main, ["models"])
    assert done.exit_code == 2
    assert "catalog.toml" in done.stderr
