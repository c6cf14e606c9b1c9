import datetime
import io

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
