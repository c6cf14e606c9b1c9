"""A deadline that is passed down the pipeline and looked at between stages and batches.

A thread does not stop because its caller left: without this the work of an expired call would run to its end.
"""

import threading
import time

from conspectus.errors import Cancelled, DeadlineExceeded


class Deadline:
    """When to stop: `seconds` from now (None: never), or as soon as `cancel` is called, from any thread."""

    __slots__ = ("_cancelled", "_expires")

    def __init__(self, seconds: float | None = None) -> None:
        self._expires = None if seconds is None else time.monotonic() + seconds
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Make every later `check` raise Cancelled."""
        self._cancelled.set()

    def remaining(self) -> float | None:
        """Seconds that are left, below 0 when it has passed; None where there is no end."""
        return None if self._expires is None else self._expires - time.monotonic()

    def check(self) -> None:
        """Raise Cancelled or DeadlineExceeded if it is time to stop."""
        if self._cancelled.is_set():
            raise Cancelled("the caller left")
        if self._expires is not None and time.monotonic() >= self._expires:
            raise DeadlineExceeded("the deadline passed before the work was done")
