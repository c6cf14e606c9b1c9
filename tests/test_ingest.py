import datetime
import io
import os

import pytest
from conspectus.errors import InvalidRequest
from conspectus.ingest import load
from conspectus.types import Document


def documents(tmp_path, name, data):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return load([str(path)], io.BytesIO())


def test_line_breaks_stay_as_they_are(tmp_path):
    assert documents(tmp_path, "a.txt", b"one\r\ntwo\rthree\n")[0].text == "one\r\ntwo\rthree\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_say_how_to_read(tmp_path, encoding):
    assert documents(tmp_path, "a.txt", "näive 渡轮".encode(encoding))[0].text == "näive 渡轮"


def test_json_in_all_its_shapes(tmp_path):
    one = '{"id": 5, "text": "a", "language": "en", "date": "2026-05-04T09:30:00+02:00", "weight": 2, "junk": [1]}'
    expected = Document(
        text="a",
        id="5",
        language_code="en",
        publish_time=datetime.datetime(2026, 5, 4, 7, 30, tzinfo=datetime.UTC),
        weight=2.0,
    )
    for shape in (one, f"[{one}]", f'{{"documents": [{one}]}}', f"{one}\n", f"\n{one}\n\n"):
        assert documents(tmp_path, "a.json", shape) == [expected]
    assert documents(tmp_path, "a.jsonl", f'{one}\n{{"documents": [{one}, {one}]}}') == [expected] * 3


def test_html_is_told_by_its_name(tmp_path):
    assert documents(tmp_path, "a.HTML", "<p>a</p>") == [Document(html="<p>a</p>", id=str(tmp_path / "a.HTML"))]


def test_a_file_read_twice_has_two_ids_and_a_long_path_a_short_one(tmp_path):
    folder = tmp_path / ("x" * 120) / ("y" * 120)
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("text")
    ids = [document.id for document in load([str(folder / "a.txt")] * 3, io.BytesIO())]
    assert len(set(ids)) == 3
    assert all(len(id_.encode()) <= 256 and "a.txt" in id_ for id_ in ids)


@pytest.mark.parametrize(
    "data", ['{"text": ["a"]}', '{"text": "a", "weight": "heavy"}', "7", '{"text": "a", "weight": 1e999}x']
)
def test_what_is_no_document_is_named_by_place(tmp_path, data):
    with pytest.raises(InvalidRequest) as caught:
        documents(tmp_path, "a.json", data)
    assert caught.value.violations[0].field.startswith(str(tmp_path / "a.json"))


@pytest.mark.parametrize(
    ("name", "data", "place", "told"),
    [
        ("a.json", '{"text": "a",\n "title": "b",\n}', ":3", "at column 1"),
        ("a.json", '[\n{"text": "a"}\n{"text": "b"}]', ":3", "at column 1"),
        ("a.json", '{"text": "a"}\n{broken', ":2", "at column 2"),
        ("a.jsonl", '{"text": "a"\n{"text": "b"}', ":1", "at column 13"),
        ("a.jsonl", '{"text": "a"}\n' + "[" * 100_000, ":2", "nested too deep"),
        ("a.json", "[" * 100_000, "", "nested too deep"),
    ],
)
def test_broken_json_is_told_by_the_line_that_breaks(tmp_path, name, data, place, told):
    with pytest.raises(InvalidRequest) as caught:
        documents(tmp_path, name, data)
    assert caught.value.violations[0].field == f"{tmp_path / name}{place}"
    assert told in caught.value.violations[0].description


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "byte 0 is not UTF-8; give the text of it"),
        ("A ferry ran aground.".encode("utf-16-le"), "it is full of NULs; give the text of it"),
        ("A ferry ran aground.".encode("utf-16")[:-1], "byte 40 is not UTF-16; give the text of it"),
        ("un café fermé".encode("latin-1"), "byte 6 is not UTF-8; convert it first, for example: iconv"),
    ],
)
def test_what_is_no_text_is_told_from_text_in_another_encoding(tmp_path, data, told):
    with pytest.raises(InvalidRequest) as caught:
        documents(tmp_path, "a.txt", data)
    assert told in caught.value.violations[0].description


def test_a_nul_in_a_text_does_not_make_it_none(tmp_path):
    assert documents(tmp_path, "a.txt", "A ferry ran\0 aground.")[0].text == "A ferry ran\0 aground."


def test_a_folder_without_a_document_says_what_one_is(tmp_path):
    for path in (tmp_path / "a.pdf", tmp_path / ".hidden" / "a.txt", tmp_path / "folder.txt" / "a.bin"):
        path.parent.mkdir(exist_ok=True)
        path.write_text("text")
    (tmp_path / "dangling.txt").symlink_to("nowhere")
    with pytest.raises(FileNotFoundError, match=r"a folder without a document; one ends in \.json"):
        load([str(tmp_path)], io.BytesIO())
    assert len(load([str(tmp_path / ".hidden")], io.BytesIO())) == 1


def test_a_folder_that_can_not_be_read_is_told(tmp_path, monkeypatch):
    def refuse(path):
        raise PermissionError(13, "Permission denied", path)

    monkeypatch.setattr(os, "scandir", refuse)
    with pytest.raises(PermissionError):
        load([str(tmp_path)], io.BytesIO())


def test_an_empty_name_is_not_the_folder_one_is_in():
    with pytest.raises(FileNotFoundError):
        load([""], io.BytesIO())
