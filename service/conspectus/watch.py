"""What goes on between the stages of a pipeline: a look at the deadline, a word to the observer, the time taken."""

import time
from collections.abc import Callable, Sequence

from conspectus.deadline import Deadline
from conspectus.types import Plan, Progress, Stage, SummarySentence

Event = Progress | Plan | SummarySentence
Observer = Callable[[Event], None]


class Watch:
    """Between stages: looks at the deadline, tells the observer, takes the time."""

    def __init__(self, names: Sequence[str], deadline: Deadline, observe: Observer | None) -> None:
        self.deadline = deadline
        self._names = names
        self._observe = observe
        self._spent: dict[str, float] = {}
        self._at, self._since = "", 0.0

    def enter(self, name: str) -> None:
        """Begins a stage, or goes on with one: what is written sentence by sentence is verified in between."""
        self.deadline.check()
        self._take_time()
        self._at = name
        if name in self._spent:
            return
        assert name == self._names[len(self._spent)], name  # the order in the contract is the order of work
        self._spent[name] = 0.0
        self.tell(Progress(name, len(self._spent) - 1, len(self._names)))

    def tell(self, event: Event) -> None:
        """A word to the observer, if there is one."""
        if self._observe:
            self._observe(event)

    def stages(self, with_durations: bool) -> tuple[Stage, ...]:
        """The stages with how long they took."""
        self._take_time()
        return tuple(Stage(name, spent if with_durations else None) for name, spent in self._spent.items())

    def _take_time(self) -> None:
        now = time.perf_counter()
        if self._at:
            self._spent[self._at] += now - self._since
        self._since = now
