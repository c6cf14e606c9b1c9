"""What people have -> documents: files, folders, patterns, standard input; plain text, HTML, JSON and JSON lines."""

import datetime
import glob
import json
import os
import pathlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, BinaryIO, TypeGuard

from conspectus.errors import InvalidRequest
from conspectus.types import Document

MAX_FILE_ID = 200  # bytes; ids may have 256
NULS = 10  # a text has fewer than one in so many characters; UTF-16 that is read as UTF-8 has one in two
LINES_SUFFIXES = (".jsonl", ".ndjson")
JSON_SUFFIXES = (".json", *LINES_SUFFIXES)
HTML_SUFFIXES = (".html", ".htm", ".xhtml")
SUFFIXES = (*JSON_SUFFIXES, *HTML_SUFFIXES, ".txt", ".text", ".md")  # what is taken of a folder

_STRINGS = ("id", "title", "text", "html", "url", "publisher", "author", "language_code")
# Byte order marks; that of UTF-32 begins as that of UTF-16 does.
_MARKS = {
    b"\xff\xfe\x00\x00": "utf-32",
    b"\x00\x00\xfe\xff": "utf-32",
    b"\xff\xfe": "utf-16",
    b"\xfe\xff": "utf-16",
}
# Other names under which the fields are found: protobuf's JSON mapping, and what crawlers write.
_ALIASES = {
    "languageCode": "language_code", "language": "language_code", "lang": "language_code",
    "publishTime": "publish_time", "date": "publish_time",
}  # fmt: skip


def load(names: Sequence[str], stdin: BinaryIO) -> list[Document]:
    """The documents of files, folders, patterns, and of `-`, in that order; see `placed`."""
    return [document for _, document in placed(names, stdin)]


def placed(names: Sequence[str], stdin: BinaryIO) -> Iterator[tuple[str, Document]]:
    """The documents with the places that they stand at: file, line, number in a list.

    A text or HTML file is one document, named by its path; a JSON file or JSON lines hold one or many. Raises
    FileNotFoundError for a name that stands for nothing, and InvalidRequest, naming the place, for what is no text.
    """
    taken: set[str] = set()
    for name in names:
        if name == "-":
            yield from _parse("-", _decode("-", stdin.read()), taken)
        else:
            for path in _paths(name):
                yield from _parse(str(path), _decode(str(path), path.read_bytes()), taken)


def read_text(name: str, stdin: BinaryIO) -> str:
    """The text of a file, or of standard input for `-`. Raises OSError, and InvalidRequest for what is no text."""
    return _decode(name, stdin.read() if name == "-" else pathlib.Path(name).read_bytes())


def _paths(name: str) -> list[pathlib.Path]:
    path = pathlib.Path(name)
    if not name:
        raise FileNotFoundError("a file's name is empty")
    if path.is_dir():
        found = sorted(_files(path))
        if not found:
            raise FileNotFoundError(f"{name}: a folder without a document; one ends in {', '.join(SUFFIXES)}")
    elif path.exists():
        found = [path]
    else:
        found = [p for p in map(pathlib.Path, sorted(glob.glob(name, recursive=True))) if p.is_file()]
        if not found:
            raise FileNotFoundError(f"{name}: no such file, and no pattern that fits one")
    return found


def _files(folder: pathlib.Path) -> Iterator[pathlib.Path]:
    """The documents below a folder, but for what is hidden. Raises PermissionError for a folder that can't be read."""

    def fail(error: OSError) -> None:
        raise error

    for root, folders, names in os.walk(folder, onerror=fail):
        folders[:] = [name for name in folders if not name.startswith(".")]
        paths = (pathlib.Path(root, name) for name in names if not name.startswith("."))
        yield from (path for path in paths if path.suffix.lower() in SUFFIXES and path.is_file())


def _decode(name: str, data: bytes) -> str:
    """The text of a file: UTF-8, or what a byte order mark says. Line breaks stay as they are."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "utf-8-sig")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        wrong = f"byte {error.start} is not {encoding.removesuffix('-sig').upper()}"
    else:
        if text.count("\0") <= max(1, len(text) // NULS):
            return text
        wrong = "it is full of NULs"
    if b"\0" in data:
        raise InvalidRequest.of(name, f"{wrong}; give the text of it: UTF-8, or UTF-16 with a byte order mark")
    raise InvalidRequest.of(name, f"{wrong}; convert it first, for example: iconv -f windows-1252 -t utf-8 {name}")


def _parse(name: str, text: str, taken: set[str]) -> Iterator[tuple[str, Document]]:
    suffix = pathlib.Path(name).suffix.lower()
    if suffix in JSON_SUFFIXES or (name == "-" and text.lstrip()[:1] in ("{", "[")):
        yield from _json_documents(name, text)
    elif suffix in HTML_SUFFIXES:
        yield name, Document(html=text, id=_file_id(name, taken))
    else:
        yield name, Document(text=text, id=_file_id("stdin" if name == "-" else name, taken))


def _file_id(name: str, taken: set[str]) -> str:
    """A file's path, or its end where it is too long for an id, with a number behind it where it is read again."""
    base = found = name.encode("utf-8", "replace")[-MAX_FILE_ID:].decode("utf-8", "ignore")
    number = 1
    while found in taken:
        number += 1
        found = f"{base}#{number}"
    taken.add(found)
    return found


def _json_documents(name: str, text: str) -> Iterator[tuple[str, Document]]:
    """Documents of a JSON value (an object, a list, an object with `documents`), or of one such value a line."""
    try:
        values = [(name, json.loads(text))]
    except RecursionError as error:
        raise _no_json(name, error) from None
    except ValueError as error:
        if _breaks_below(error) and not name.lower().endswith(LINES_SUFFIXES):
            raise _no_json(f"{name}:{error.lineno}", error) from None
        values = [(f"{name}:{number}", _json(f"{name}:{number}", line)) for number, line in _lines(text)]
    for place, value in values:
        yield from _documents(place, value)


def _breaks_below(error: ValueError) -> TypeGuard[json.JSONDecodeError]:
    """Whether one value breaks below its first line; of JSON lines the first is whole, and the others are more data."""
    return isinstance(error, json.JSONDecodeError) and error.lineno > 1 and error.msg != "Extra data"


def _lines(text: str) -> Iterator[tuple[int, str]]:
    return ((number, line) for number, line in enumerate(text.split("\n"), start=1) if line.strip())


def _json(place: str, line: str) -> Any:
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        raise _no_json(place, error) from None


def _no_json(place: str, error: ValueError | RecursionError) -> InvalidRequest:
    if isinstance(error, json.JSONDecodeError):
        return InvalidRequest.of(place, f"no JSON: {error.msg} at column {error.colno}")
    return InvalidRequest.of(place, "nested too deep" if isinstance(error, RecursionError) else f"no JSON: {error}")


def _documents(place: str, value: Any) -> Iterator[tuple[str, Document]]:
    if isinstance(value, Mapping) and isinstance(value.get("documents"), list):
        value = value["documents"]
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield f"{place}[{index}]", document_of(f"{place}[{index}]", item)
    else:
        yield place, document_of(place, value)


def document_of(place: str, value: Any) -> Document:
    """The document that a JSON object is. Raises InvalidRequest, naming the field behind its `place`."""
    if not isinstance(value, Mapping):
        raise InvalidRequest.of(place, f"a document is a JSON object, not {type(value).__name__}")
    fields = {_ALIASES.get(name, name): item for name, item in value.items() if item is not None}
    for name in _STRINGS:
        if name == "id" and isinstance(fields.get(name), int):
            fields[name] = str(fields[name])
        if not isinstance(fields.get(name, ""), str):
            raise InvalidRequest.of(f"{place}.{name}", f"must be a string, not {type(fields[name]).__name__}")
    if not {"text", "html"} & fields.keys():
        raise InvalidRequest.of(f"{place}.text", "a document has its content in 'text' or 'html'")
    known = {name: fields[name] for name in _STRINGS if name in fields}
    return Document(
        **known, publish_time=_time(place, fields.get("publish_time")), weight=_weight(place, fields.get("weight", 1.0))
    )


def _time(place: str, value: Any) -> datetime.datetime | None:
    if value is None or value == "":
        return None
    try:
        time = datetime.datetime.fromisoformat(value)
        return (time if time.tzinfo else time.replace(tzinfo=datetime.UTC)).astimezone(datetime.UTC)
    except (TypeError, ValueError, OverflowError):
        raise InvalidRequest.of(
            f"{place}.publish_time", f"{value!r} is no RFC 3339 time, such as 2026-05-04T09:30:00Z"
        ) from None


def _weight(place: str, value: Any) -> float:
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise InvalidRequest.of(f"{place}.weight", f"must be a number, not {type(value).__name__}")
    try:
        return float(value)
    except OverflowError:
        raise InvalidRequest.of(f"{place}.weight", "is out of range") from None
