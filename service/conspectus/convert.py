"""Our types <-> the contract's messages. The only module that knows both; what they say is checked elsewhere
(see `validation`).

`types` names its classes' fields as the contract does, so one walk over a class's fields serves every message, in each
direction; tests/test_convert.py holds the two against each other. What differs is in the leaves:

- times are Timestamps, a stage's seconds a Duration; what is None is not set, and what is not set has its default;
- a protobuf string is valid UTF-8, so a lone surrogate, which Python's str may hold, goes out as U+FFFD: one character
  for one, so that every offset holds in every encoding (see `offsets`).
"""

import dataclasses
import datetime
import enum
import typing
from collections.abc import Iterable
from typing import Any, TypeVar, cast

from google.protobuf.duration_pb2 import Duration
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from conspectus.arguments import checked
from conspectus.errors import InvalidRequest
from conspectus.types import Document, OffsetEncoding, SummaryOptions, field_types
from conspectus.typography import well_formed
from conspectus.v1 import summarization_pb2 as pb

T = TypeVar("T")
M = TypeVar("M", bound=Message)


def to_proto(value: Any, message: M, path: str = "") -> M:
    """Fills a message from the dataclass of the same fields, and returns it.

    Raises InvalidRequest, with the field below `path`, for a number or a time that the contract's types can't hold.
    """
    for field in dataclasses.fields(value):
        item = getattr(value, field.name)
        if isinstance(item, (tuple, list)):
            _extend(getattr(message, field.name), item)
        elif dataclasses.is_dataclass(item):
            child = getattr(message, field.name)
            child.SetInParent()
            to_proto(item, child)
        elif item is not None and item != "":
            _set(message, field.name, item, path)
    return message


def from_proto(cls: type[T], message: Message, path: str = "") -> T:
    """The dataclass of a message.

    An enum value that is not known here becomes UNSPECIFIED: a newer server must not break an older client. Raises
    InvalidRequest, with the field below `path`, for a time outside the years 1 to 9999.
    """
    values = {}
    for name, kind in field_types(cast(Any, cls)).items():
        descriptor = message.DESCRIPTOR.fields_by_name[name]
        item = getattr(message, name)
        if typing.get_origin(kind) is tuple:
            inner = typing.get_args(kind)[0]
            values[name] = tuple(_value(inner, part, path) for part in item)
        elif not descriptor.has_presence or message.HasField(name):
            values[name] = _value(kind, item, f"{path}.{name}" if path else name)
    return cls(**values)


def request_to_proto(documents: Iterable[Document], options: SummaryOptions, message: M) -> M:
    """Fills a request that has `documents` and `options`, and returns it.

    Raises InvalidRequest for what has a wrong type, and for what a message can't hold.
    """
    for index, document in enumerate(checked(documents, options, unset=True)):
        path = f"documents[{index}]"
        if document.text and document.html:
            raise InvalidRequest.of(f"{path}.text", "both text and html are set: send one of them")
        to_proto(document, message.documents.add(), path)  # type: ignore[attr-defined]
    to_proto(options, message.options, "options")  # type: ignore[attr-defined]
    return message


def documents_from_proto(messages: Iterable[pb.Document]) -> list[Document]:
    """The documents of a request; raises InvalidRequest as `from_proto` does."""
    return [from_proto(Document, message, f"documents[{index}]") for index, message in enumerate(messages)]


def options_from_proto(message: pb.SummaryOptions) -> SummaryOptions:
    """The options of a request. Raises InvalidRequest for an offset encoding that is not known here."""
    if int(message.offset_encoding) not in tuple(OffsetEncoding):
        known = ", ".join(f"{encoding.value} ({encoding.name})" for encoding in OffsetEncoding)
        raise InvalidRequest.of("options.offset_encoding", f"{message.offset_encoding} is none of those known: {known}")
    return from_proto(SummaryOptions, message, "options")


def _extend(repeated: Any, items: Iterable[Any]) -> None:
    for item in items:
        if dataclasses.is_dataclass(item):
            to_proto(item, repeated.add())
        else:
            repeated.append(well_formed(item) if isinstance(item, str) else item)


def _set(message: Message, name: str, item: Any, path: str) -> None:
    if isinstance(item, str):
        setattr(message, name, well_formed(item))
    elif isinstance(getattr(message, name), Duration):
        getattr(message, name).FromNanoseconds(round(item * 1e9))
    else:
        try:
            if isinstance(item, datetime.datetime):
                getattr(message, name).FromDatetime(item)  # a time without a zone is taken as UTC
            else:
                setattr(message, name, item)
        except (ValueError, OverflowError):
            raise InvalidRequest.of(f"{path}.{name}", f"{item} is out of range") from None


def _value(kind: Any, item: Any, path: str) -> Any:
    if isinstance(item, Timestamp):
        return _datetime(item, path)
    if isinstance(item, Duration):
        return item.ToNanoseconds() / 1e9
    if isinstance(item, Message):
        return from_proto(kind, item, path)
    if isinstance(kind, type) and issubclass(kind, enum.IntEnum):
        return kind(item) if item in tuple(kind) else kind(0)
    return item


def _datetime(message: Timestamp, path: str) -> datetime.datetime:
    try:
        return message.ToDatetime(datetime.UTC)
    except (ValueError, OverflowError):
        raise InvalidRequest.of(
            path, f"{message.seconds} s {message.nanos} ns is no time of the years 1 to 9999"
        ) from None
