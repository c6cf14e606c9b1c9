"""What is installed: what the base needs, what an extra that is missing says, what a wheel carries."""

import re
import subprocess
import sys
import zipfile

import conspectus
import pytest
from conftest import DATA, ROOT

HEAVY = (
    "numpy",
    "scipy",
    "nltk",
    "tokenizers",
    "langcodes",
    "py3langid",
    "regex",
    "torch",
    "transformers",
    "huggingface_hub",
    "openai",
    "grpc_reflection",
    "trafilatura",
)
HIDE = f"import sys; sys.modules.update(dict.fromkeys({HEAVY!r}))"  # None in sys.modules: not to be imported


def python(code: str):
    return subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT / "service", capture_output=True, text=True, timeout=60
    )


def test_the_base_needs_nothing_heavy(server):
    code = f"""{HIDE}
from conspectus.cli import main
main(["summarize", {str(DATA / "ferry.jsonl")!r}, "--server", {server.target!r}, "--max-words", "40"])"""
    done = python(code)
    assert done.returncode == 0, done.stderr
    assert "Sources" in done.stdout


@pytest.mark.parametrize("command", [["summarize", str(DATA / "ferry.jsonl")], ["serve"]])
def test_a_missing_extra_is_named(command):
    done = python(f"{HIDE}\nfrom conspectus.cli import main\nmain({command!r})")
    assert done.returncode == 64 + 9
    assert "pip install 'conspectus[server]'" in done.stderr


def test_an_entailment_model_without_its_extra_names_it():
    code = """import sys; sys.modules["torch"] = None
from conspectus.cli import main
main(["serve", "--entailment", "some-model"])"""
    done = python(code)
    assert done.returncode == 64 + 9
    assert "pip install 'conspectus[models]'" in done.stderr


def test_html_without_its_extra_names_the_document():
    code = f"""{HIDE.replace(repr(HEAVY), "('trafilatura',)")}
from conspectus.stages.html import main_text
main_text("<p>a</p>", 3)"""
    done = python(code)
    assert "documents[3].html" in done.stderr
    assert "conspectus[html]" in done.stderr


def test_exported_names():
    assert sorted(conspectus.__all__) == conspectus.__all__ == [
        "AsyncClient", "AttributeResponse", "Client", "ConspectusError", "Document", "OffsetEncoding", "Preset", "SummarizeResponse", "SummaryOptions", "__version__",
    ]  # fmt: skip
    assert all(hasattr(conspectus, name) for name in conspectus.__all__)


def test_the_changelog_knows_the_version():
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^## \[{re.escape(conspectus.__version__)}\]", changelog, re.MULTILINE)


def test_a_wheel_carries_the_models_and_works_from_where_it_is_unpacked(tmp_path):
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, timeout=240)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        archive.extractall(tmp_path / "site")
    assert "conspectus/models/minilm-static/embeddings.npy" in names
    assert "conspectus/models/languages/en.json" in names
    assert "conspectus/models/catalog.toml" in names
    assert "conspectus/py.typed" in names
    assert not [name for name in names if "tests" in name or name.endswith(".jsonl")]
    assert wheel.stat().st_size < 12_000_000
    code = "from conspectus.engine import Engine; e = Engine(); print(e.encoder.encode(['a']).shape, 'de' in e.languages.codes)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path / "site", capture_output=True, text=True, timeout=60
    )
    assert done.stdout.split() == ["(1,", "256)", "True"], done.stderr
