"""What can go wrong, as a tree. Each class has the gRPC code that it travels under, in both directions.

* ConspectusError
  + InvalidRequest        INVALID_ARGUMENT     the caller's input; names the fields
  + MissingExtra          FAILED_PRECONDITION  a part that is not installed; says which extra has it
  + Overloaded            RESOURCE_EXHAUSTED   too much work or too large a message; may say when to come back
  + DeadlineExceeded      DEADLINE_EXCEEDED
  + Cancelled             CANCELLED
  + Unavailable           UNAVAILABLE          no server, or one that is going down; no hub to fetch a model from
  + Internal              INTERNAL             a defect of the server; tells nothing of its inside
  + RemoteError           any other code       what a server answered that has no class here

The server turns them into google.rpc.Status in one place (`interceptors`), the client back in one place (`status`).
Anything else that is raised is a defect: the server logs it and answers with Internal.
"""

from dataclasses import dataclass


class ConspectusError(Exception):
    """The root. `code` is the gRPC code by number, `reason` the ErrorInfo reason."""

    code = 2
    reason = "UNKNOWN"


@dataclass(frozen=True, slots=True)
class FieldViolation:
    """One field of a request that is wrong: its path, such as `documents[3].text`, and what to do about it."""

    field: str
    description: str


class InvalidRequest(ConspectusError):
    """The caller's input can't be worked on; `violations` name every field that is wrong."""

    code = 3
    reason = "INVALID_REQUEST"

    def __init__(self, *violations: FieldViolation) -> None:
        super().__init__("; ".join(f"{v.field}: {v.description}" for v in violations))
        self.violations = violations

    @classmethod
    def of(cls, field: str, description: str) -> "InvalidRequest":
        """The error of one field."""
        return cls(FieldViolation(field, description))


class MissingExtra(ConspectusError):
    """A part of Conspectus is not installed."""

    code = 9
    reason = "EXTRA_NOT_INSTALLED"

    def __init__(self, what: str, extra: str) -> None:
        super().__init__(f"{what} needs the '{extra}' extra: pip install 'conspectus[{extra}]'")


class Overloaded(ConspectusError):
    """The server has as much work as it accepts; `retry_after` is in seconds, None where waiting does not help."""

    code = 8
    reason = "OVERLOADED"

    def __init__(self, message: str, retry_after: float | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


class DeadlineExceeded(ConspectusError):
    """The caller's deadline passed before the work was done."""

    code = 4
    reason = "DEADLINE_EXCEEDED"


class Cancelled(ConspectusError):
    """The caller left."""

    code = 1
    reason = "CANCELLED"


class Unavailable(ConspectusError):
    """There is no server, or it is going down; or the hub that has a model can't be reached."""

    code = 14
    reason = "UNAVAILABLE"


class Internal(ConspectusError):
    """The server failed by a defect of its own; its log has the details."""

    code = 13
    reason = "INTERNAL"


class RemoteError(ConspectusError):
    """A server answered with a code that has no class here."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code
