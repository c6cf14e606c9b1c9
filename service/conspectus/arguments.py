"""What Python code hands over: whether it has the types that it should have, before anything trips over it."""

import dataclasses
import numbers
import typing
from collections.abc import Iterable, Iterator
from typing import Any

from conspectus.errors import FieldViolation, InvalidRequest
from conspectus.types import Document, OffsetEncoding, Preset, SummaryOptions, field_types

# What does as well: numpy's numbers, and the number of an enum's member, whose value is looked at in `validation`.
_AS_WELL: dict[Any, type] = {
    bool: numbers.Integral,
    int: numbers.Integral,
    float: numbers.Real,
    OffsetEncoding: numbers.Integral,
    Preset: numbers.Integral,
}


def checked(documents: Any, options: Any, *, unset: bool) -> list[Document]:
    """The documents as a list.

    Raises InvalidRequest, with the fields of the first document that has any of a wrong type. None passes where it is
    the default, and everywhere if `unset`, as a field that is not set.
    """
    if isinstance(documents, (str, bytes)) or not isinstance(documents, Iterable):
        raise InvalidRequest.of("documents", f"must be a list of Document, not {_name(documents)}")
    found = list(documents)
    parts = [(f"documents[{index}]", document, Document) for index, document in enumerate(found)]
    for path, value, kind in [*parts, ("options", options, SummaryOptions)]:
        if violations := list(_violations(path, value, kind, unset)):
            raise InvalidRequest(*violations)
    return found


def _violations(path: str, value: Any, kind: Any, unset: bool) -> Iterator[FieldViolation]:
    if typing.get_origin(kind) is tuple:
        inner = typing.get_args(kind)[0]
        if not isinstance(value, (tuple, list)):
            yield FieldViolation(path, f"must be a tuple of {inner.__name__}, not {_name(value)}")
        else:
            for index, item in enumerate(value):
                yield from _violations(f"{path}[{index}]", item, inner, unset)
    elif not isinstance(value, _AS_WELL.get(kind, kind)):
        yield FieldViolation(path, f"must be of type {kind.__name__}, not {_name(value)}")
    elif dataclasses.is_dataclass(value):
        optional = {field.name for field in dataclasses.fields(value) if field.default is None}
        for name, inner in field_types(kind).items():
            item = getattr(value, name)
            if item is not None or not (unset or name in optional):
                yield from _violations(f"{path}.{name}", item, inner, unset)


def _name(value: Any) -> str:
    return type(value).__name__
