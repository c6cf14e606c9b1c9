"""asking: on whose behalf a thread works, for those who share what is scarce among callers."""

import contextvars
from dataclasses import dataclass

from conspectus.engine.batcher import Priority


@dataclass(frozen=True, slots=True)
class Asking:
    """A caller by name, and how urgent what it asks for is."""

    caller: str = ""
    priority: Priority = Priority.NORMAL


NOBODY = Asking()

asking: contextvars.ContextVar[Asking] = contextvars.ContextVar("asking", default=NOBODY)
