"""The command line as people and scripts use it: a process, its output, its exit code."""

import json
import re

import pytest
from click.testing import CliRunner
from conftest import DATA, ROOT, conspectus, sample
from conspectus.cli import main
from conspectus.client import Client
from conspectus.settings import Settings
from conspectus.v1 import summarization_pb2 as pb
from google.protobuf import json_format

TEXT = "A ferry ran aground off the island on Monday, the coastguard said."


def test_without_a_server_it_works_in_process_and_says_so():
    done = conspectus("summarize", DATA / "ferry.jsonl", "--max-words", "60")
    assert done.returncode == 0
    assert b"in process" in done.stderr
    assert b"in process" not in done.stdout


def test_text_shows_numbered_sources_with_their_quotes(server):
    done = conspectus("summarize", DATA / "ferry.jsonl", "--server", server.target)
    assert done.returncode == 0
    assert done.stderr == b""
    summary, _, sources = done.stdout.decode().partition("\nSources\n")
    assert "[1]" in summary
    flat = " ".join(sources.split())
    for document in sample("ferry"):
        if document.title in flat:
            assert f"{document.publisher}, {document.publish_time.date()}" in flat
    assert "same text as [" in flat
    first = summary.split("[")[0].strip()
    assert f"“{' '.join(first.split())}”" in flat


def test_json_is_protobufs_own_mapping(server):
    done = conspectus(
        "summarize", DATA / "ferry.jsonl", "--server", server.target, "--format", "json", "--offsets", "utf16"
    )
    message = json_format.Parse(done.stdout.decode(), pb.SummarizeResponse())
    assert message.summary.sentences[0].citations[0].ranges[0].HasField("start")
    assert "independentSources" in done.stdout.decode()
    local = conspectus("summarize", DATA / "ferry.jsonl", "--format", "json", "--offsets", "utf16")
    assert local.stdout == done.stdout


def test_markdown_has_a_footnote_for_each_mark():
    text = conspectus("summarize", DATA / "presa.jsonl", "--format", "markdown").stdout.decode()
    assert "[^1]" in text
    assert "\n[^1]: " in text
    assert ":~:text=" in text


def test_standard_input_takes_json_lines_and_plain_text():
    lines = "\n".join(json.dumps({"id": f"d{n}", "text": TEXT}) for n in range(2))
    found = json.loads(conspectus("summarize", "-", "--format", "json", stdin=lines.encode()).stdout)
    assert [document["documentId"] for document in found["documents"]] == ["d0", "d1"]
    found = json.loads(conspectus("summarize", "-", "--format", "json", stdin=TEXT.encode()).stdout)
    assert found["summary"]["text"] == TEXT
    assert found["documents"][0]["documentId"] == "stdin"


def test_folders_patterns_and_files(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.md").write_text("Nobody was hurt when the ferry ran aground, officials said.")
    (tmp_path / ".hidden.txt").write_text("Hidden words are never read by the program, it seems.")
    (tmp_path / "c.bin").write_bytes(b"\xff\xfe\xfd")
    for arguments in ([tmp_path], [tmp_path / "*.[tm]*"], [tmp_path / "a.txt", tmp_path / "b.md"]):
        found = json.loads(conspectus("summarize", *arguments, "--format", "json").stdout)
        assert [document["documentId"] for document in found["documents"]] == [f"{tmp_path}/a.txt", f"{tmp_path}/b.md"]


def test_rank_info_and_health(server):
    ranked = conspectus(
        "rank", DATA / "ferry.jsonl", "--server", server.target, "--max-sentences", "3", "--format", "json"
    )
    assert len(json.loads(ranked.stdout)["sentences"]) == 3
    assert b"support" in conspectus("rank", DATA / "ferry.jsonl", "--max-sentences", "1").stdout
    assert b"minilm-static (Apache-2.0)" in conspectus("info", "--server", server.target).stdout
    assert conspectus("health", "--server", server.target).stdout == b"SERVING\n"


DRAFT = (
    "The Kestrel Bay drove onto Combs Reef at first light on Friday with 212 people on board. "
    "The Marine Safety Board has begun an investigation. Who is to blame? A choir of shepherds sang."
)


def test_an_attribution_says_who_says_so_and_what_nobody_says(server, tmp_path):
    (tmp_path / "draft.txt").write_text(DRAFT)
    text = conspectus("attribute", tmp_path / "draft.txt", DATA / "ferry.jsonl").stdout.decode()
    assert "CONTRADICTED: The Kestrel Bay drove" in text
    assert "date “Friday”: [1] has “Thursday”" in text
    assert "SUPPORTED: The Marine Safety Board has begun an investigation. [" in text
    assert "NO CLAIM: Who is to blame?" in text
    assert "UNSUPPORTED: A choir of shepherds sang." in text
    assert (
        "[1] Steering fault suspected as Ostrey ferry drives onto reef (Elsen Standard, 2025-11-06, elsen-standard)"
        in text
    )
    marked = conspectus(
        "attribute", "-", DATA / "ferry.jsonl", "--format", "markdown", stdin=DRAFT.encode()
    ).stdout.decode()
    assert "- **CONTRADICTED**: The Kestrel Bay" in marked
    assert "\n[^1]: " in marked
    arguments = ["attribute", "-", DATA / "ferry.jsonl", "--format", "json", "--offsets", "utf16"]
    local = conspectus(*arguments, stdin=DRAFT.encode()).stdout
    assert local == conspectus(*arguments, "--server", server.target, stdin=DRAFT.encode()).stdout
    sentences = json.loads(local)["sentences"]
    assert [sentence["verdict"].removeprefix("SUPPORT_") for sentence in sentences] == [
        "CONTRADICTED", "SUPPORTED", "NO_CLAIM", "UNSUPPORTED",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("draft", "codes"),
    [
        ("The Marine Safety Board has begun an investigation.", {"partial": 0, "unsupported": 0, "contradicted": 0}),
        (
            "The Marine Safety Board has begun an opera with horses.",
            {"partial": 1, "unsupported": 0, "contradicted": 0},
        ),
        ("A choir of shepherds sang.", {"partial": 1, "unsupported": 1, "contradicted": 0}),
        (DRAFT, {"partial": 1, "unsupported": 1, "contradicted": 1}),
    ],
)
def test_a_pipeline_can_fail_on_what_is_wrong(draft, codes):
    for fail_on, code in codes.items():
        done = conspectus("attribute", "-", DATA / "ferry.jsonl", "--fail-on", fail_on, stdin=draft.encode())
        assert done.returncode == code, (fail_on, done.stdout.decode())
        assert done.stdout  # what is wrong is told all the same


@pytest.mark.parametrize(
    ("arguments", "stdin", "code", "message"),
    [
        (["summarize"], b"", 2, "Missing argument"),
        (["summarize", "nowhere.txt"], b"", 2, "nowhere.txt"),
        (["summarize", "-", "--format", "poem"], b"", 2, "poem"),
        (["summarize", "-", "--timeout", "nan"], b"", 2, "timeout"),
        (["summarize", "-", "--facts"], b"Some words here.", 2, "add --format json"),
        (["summarize", "-", "--facts", "--format", "markdown"], b"Some words here.", 2, "add --format json"),
        (["summarize", "-"], b"", 67, "documents: every document is empty"),
        (["summarize", "-"], b"caf\xe9 is no UTF-8 here", 67, "byte 3"),
        (["summarize", "-"], b'{"text": "a"}\n{broken', 67, "-:2"),
        (["summarize", "-"], b'{"title": "no text"}', 67, "'text' or 'html'"),
        (["summarize", "-"], b'{"text": 7}', 67, "-.text"),
        (["summarize", "-"], b'{"text": "a", "publish_time": "soon"}', 67, "publish_time"),
        (["summarize", "-"], b'{"text": "a", "publish_time": "0001-01-01T00:00:00+23:59"}', 67, "publish_time"),
        (["summarize", "-"], b"[" * 100_000, 67, "-"),
        (["summarize", "-", "--max-words", "0"], b"Some words here.", 67, "options.max_words"),
        (["summarize", "-", "--max-words", "99999999999"], b"Some words here.", 67, "options.max_words"),
        (["summarize", "-", "--server", "127.0.0.1:1", "--timeout", "3"], b"Some words here.", 78, "refused"),
        (["health", "--server", "127.0.0.1:1"], b"", 78, "nothing answers at 127.0.0.1:1, 'conspectus serve' starts a server"),
        (["info", "--server", "127.0.0.1:1"], b"", 78, "nothing answers at 127.0.0.1:1, 'conspectus serve' starts a server"),
        (["health", "--server", "http://127.0.0.1:1"], b"", 2, "leave out the http://"),
        (["rank", "-", "--server", "HTTP://127.0.0.1:1"], b"", 2, "leave out the HTTP://"),
        (["attribute", "-"], b"", 2, "Missing argument"),
        (["attribute", "-", "-"], b"Some words here.", 2, "not both"),
        (["attribute", "nowhere.txt", "-"], b"Some words here.", 2, "nowhere.txt"),
        (["attribute", "-", DATA / "ferry.jsonl"], b" \n", 67, "-: it is empty"),
        (["attribute", "-", DATA / "ferry.jsonl"], b"caf\xe9", 67, "byte 3"),
        (["attribute", "-", DATA / "ferry.jsonl", "--fail-on", "poetry"], b"Words.", 2, "poetry"),
        (["serve", "--listen", "127.0.0.1:99999"], b"", 67, "--listen"),
        (["serve", "--workers", "-1"], b"", 67, "--workers"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_in_a_line_with_its_exit_code(arguments, stdin, code, message):
    done = conspectus(*arguments, stdin=stdin)
    assert done.returncode == code, done.stderr
    assert message in done.stderr.decode()
    assert "Traceback" not in done.stderr.decode()
    assert done.stdout == b""


def test_a_server_that_answers_that_it_is_not_ready_is_not_told_to_be_missing(monkeypatch):
    monkeypatch.setattr(Client, "health", lambda self: "NOT_SERVING")
    done = CliRunner().invoke(main, ["health", "--server", "127.0.0.1:1"])
    assert done.exit_code == 78
    assert done.stderr == "conspectus: NOT_SERVING\n"


@pytest.mark.parametrize("where", ["in process", "server"])
def test_documents_of_files_are_told_by_file_and_line(tmp_path, request, where):
    one, two, three = (tmp_path / name for name in ("one.jsonl", "two.jsonl", "three.json"))
    one.write_text('{"id": "x", "text": "a"}\n{"id": "y", "text": "b"}')
    two.write_text('{"id": "z", "text": "c"}\n\n{"id": "y", "text": "documents[9]"}')
    three.write_text(
        '[{"text": "d"}, {"id": "documents[9]", "text": "e", "weight": 99}, {"id": "documents[9]", "text": "f"}]'
    )
    server = ["--server", request.getfixturevalue("server").target] if where == "server" else []
    for command in ("summarize", "rank"):
        done = conspectus(command, one, two, three, *server)
        assert done.returncode == 67
        told = done.stderr.decode().splitlines()[-3:]
        assert told == [
            f"conspectus: {two}:3.id: 'y' is the id of {one}:2 too: give each its own",
            f"conspectus: {three}[2].id: 'documents[9]' is the id of {three}[1] too: give each its own",
            f"conspectus: {three}[1].weight: 99.0 is not within 0 to 10",
        ]


def test_a_lone_surrogate_in_json_ends_in_a_summary():
    done = conspectus(
        "summarize", "-", stdin=b'{"id": "\\ud800", "text": "The ferry \\ud83d ran aground near Larne on Monday."}'
    )
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr


def test_a_terminal_of_another_encoding_does_not_end_the_program():
    done = conspectus("summarize", DATA / "diqiao.jsonl", PYTHONIOENCODING="latin-1")
    assert done.returncode == 0


def test_the_readme_tells_the_commands_that_there_are():
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = conspectus("--help").stdout.decode().partition("Commands:\n")[2].partition("\n\n")[0]
    assert len(commands.splitlines()) == 8
    for line in commands.splitlines():
        assert f"conspectus {line.split()[0]}" in readme


def test_the_readmes_python_prints_what_it_says(server, capsys):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    code, expected = re.search(r"```python\n(.*?)```\s+prints\s+```text\n(.*?)```", readme, re.DOTALL).groups()
    assert code.count(Settings().listen) == 1
    exec(code.replace(Settings().listen, server.target), {})
    assert capsys.readouterr().out == expected
