"""The models that are known to fit, as models/catalog.toml has them: `conspectus models` -> catalog -> hub."""

import dataclasses
import enum
import re
import tomllib
from dataclasses import dataclass
from typing import Any

from conspectus.errors import InvalidRequest
from conspectus.shipped import models_dir
from conspectus.types import field_types

FILE = "catalog.toml"
_ID = re.compile(r"[\w.-]+/[\w.-]+")
_COMMIT = re.compile(r"[0-9a-f]{40}|")


class Role(enum.StrEnum):
    """What a model is for."""

    ENCODER = "encoder"
    CHAT = "chat"
    SEQ2SEQ = "seq2seq"

    @property
    def setting(self) -> str:
        """The flag that takes such a model."""
        return "--encoder" if self is Role.ENCODER else "--writer"


class Use(enum.StrEnum):
    """The least that a model runs well on: a processor, or a GPU of so much memory."""

    CPU = "cpu"
    GB8 = "8 GB"
    GB24 = "24 GB"
    GB80 = "80 GB"


@dataclass(frozen=True, slots=True)
class Entry:
    """A model of the catalog; what its fields say stands at the top of the catalog."""

    id: str
    role: Role
    use: Use
    license: str
    parameters: int
    context: int
    languages: tuple[str, ...]
    gated: bool = False
    revision: str = ""
    run_with_this_code: bool = False
    run: str = ""
    note: str = ""


def load_catalog() -> tuple[Entry, ...]:
    """The catalog, in its order. Raises InvalidRequest, which names the entry and the field, and OSError."""
    try:
        tables = tomllib.loads((models_dir() / FILE).read_text(encoding="utf-8")).get("model")
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise InvalidRequest.of(FILE, str(error)) from None
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise InvalidRequest.of(FILE, "has no [[model]]")
    entries = tuple(_entry(f"{FILE}: {table.get('id', f'model[{n}]')}", table) for n, table in enumerate(tables))
    ids = [entry.id for entry in entries]
    for entry in entries:
        if ids.count(entry.id) > 1:
            raise InvalidRequest.of(f"{FILE}: {entry.id}.id", "is there twice")
    return entries


def find(name: str) -> Entry | None:
    """The entry of an id; None if it has none. Raises as `load_catalog` does."""
    return next((entry for entry in load_catalog() if entry.id == name), None)


def _entry(where: str, table: dict[str, Any]) -> Entry:
    kinds = field_types(Entry)
    for name in table.keys() - kinds.keys():
        raise InvalidRequest.of(f"{where}.{name}", "is no field of an entry")
    for field in dataclasses.fields(Entry):
        if field.name not in table and field.default is dataclasses.MISSING:
            raise InvalidRequest.of(f"{where}.{field.name}", "is missing")
    entry = Entry(**{name: _value(f"{where}.{name}", value, kinds[name]) for name, value in table.items()})
    for name, holds, wanted in (
        ("id", _ID.fullmatch(entry.id), "must be OWNER/NAME"),
        ("license", entry.license, "must not be empty"),
        ("parameters", entry.parameters > 0, "must be more than 0"),
        ("context", entry.context > 0, "must be more than 0"),
        ("languages", entry.languages, "must not be empty"),
        ("revision", _COMMIT.fullmatch(entry.revision), "must be a commit of 40 digits, or nothing"),
        ("run", bool(entry.run) == entry.run_with_this_code, "must say what was run, where something was"),
    ):
        if not holds:
            raise InvalidRequest.of(f"{where}.{name}", wanted)
    return entry


def _value(where: str, value: Any, kind: Any) -> Any:
    """A value of TOML as the type of its field."""
    if kind == tuple[str, ...]:
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return tuple(value)
        raise InvalidRequest.of(where, "must be a list of strings")
    if issubclass(kind, enum.Enum):
        names = [member.value for member in kind]
        if value in names:
            return kind(value)
        raise InvalidRequest.of(where, f"'{value}' is none of {', '.join(names)}")
    if type(value) is not kind:  # a bool is an int too
        raise InvalidRequest.of(where, f"must be of type {kind.__name__}, not {type(value).__name__}")
    return value
