"""What goes on between the stages of a pipeline: a look at the deadline, a word to the observer, the time taken."""

import time
from collections.abc import Callable, Sequence

from conspectus.deadline import Deadline
from conspectus.types import Progress, Stage, SummarySentence

Event = Progress | SummarySentence
Observer = Callable[[Event], None]


class Watch:
    """Between stages: looks at the deadline, tells the observer, takes the time."""

    def __init__(self, names: Sequence[str], deadline: Deadline, observe: Observer | None) -> None:
        self.deadline = deadline
        self._names = names
        self._observe = observe
        self._starts: list[float] = []

    def enter(self, name: str) -> None:
        self.deadline.check()
        assert name == self._names[len(self._starts)], name  # the order in the contract is the order of work
        self._starts.append(time.perf_counter())
        if self._observe:
            self._observe(Progress(name, len(self._starts) - 1, len(self._names)))

    def stages(self, with_durations: bool) -> tuple[Stage, ...]:
        ends = [*self._starts[1:], time.perf_counter()]
        durations = [end - start for start, end in zip(self._starts, ends, strict=True)]
        return tuple(Stage(n, d if with_durations else None) for n, d in zip(self._names, durations, strict=True))
