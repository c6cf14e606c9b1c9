"""Errors <-> google.rpc.Status with details, in both directions.

Every status has one ErrorInfo; INVALID_ARGUMENT adds a BadRequest with a violation a field, and an error that says when
to come back a RetryInfo (AIP-193).
"""

from typing import TypeVar

from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.message import Message
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, RetryInfo
from google.rpc.status_pb2 import Status

from conspectus import errors

D = TypeVar("D", bound=Message)
DOMAIN = "conspectus"
_CLASSES = (errors.Cancelled, errors.DeadlineExceeded, errors.Unavailable, errors.Internal)


def to_status(error: errors.ConspectusError) -> Status:
    """The status that an error travels as."""
    status = Status(code=error.code, message=str(error))
    _attach(status, ErrorInfo(reason=error.reason, domain=DOMAIN))
    if isinstance(error, errors.InvalidRequest):
        violations = [BadRequest.FieldViolation(field=v.field, description=v.description) for v in error.violations]
        _attach(status, BadRequest(field_violations=violations))
    if isinstance(error, errors.Overloaded) and error.retry_after is not None:
        retry = RetryInfo()
        retry.retry_delay.FromNanoseconds(round(error.retry_after * 1e9))
        _attach(status, retry)
    return status


def from_status(code: int, message: str, status: Status | None) -> errors.ConspectusError:
    """The error that a status stands for; `status` is None where the server sent no details."""
    details = list(status.details) if status else []
    if code == errors.InvalidRequest.code:
        request = _detail(details, BadRequest())
        violations = (
            [errors.FieldViolation(v.field, v.description) for v in request.field_violations] if request else []
        )
        return errors.InvalidRequest(*(violations or [errors.FieldViolation("request", message)]))
    if code == errors.Overloaded.code:
        retry = _detail(details, RetryInfo())
        return errors.Overloaded(message, retry.retry_delay.ToNanoseconds() / 1e9 if retry else None)
    for cls in _CLASSES:
        if code == cls.code:
            return cls(message)
    return errors.RemoteError(code, message)


def _attach(status: Status, detail: Message) -> None:
    packed = AnyMessage()
    packed.Pack(detail)
    status.details.append(packed)


def _detail(details: list[AnyMessage], detail: D) -> D | None:
    return next((detail for packed in details if packed.Unpack(detail)), None)
