"""batcher: the one place between requests and a device.

Threads of requests put items in and wait; workers, one for each replica of a model, pull. There is no timer: what came
while a worker was busy is in its next batch. A worker looks at a window of what waits, filled from the callers in turn
by deficit round robin over tokens (Shreedhar & Varghese 1996), and takes the first item of the caller whose turn it is,
with those nearest to it in length, as far as a budget of padded tokens goes: the items of a window make full batches
with little padding. A caller who has little to do beside others who have much gets batches of its own, padded as they
may be, as soon as one is done, whatever the others have queued; and theirs are smaller meanwhile.

Where a batch fails, as for want of memory, it is run in halves, and these again, down to the one item that fails alone,
which is tried twice. A batch that does not come back is given up, and a new worker takes over. An item of a request
that has been cancelled, or whose deadline has passed, never reaches the device.
"""

import enum
import logging
import threading
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Generic, TypeVar, cast

from conspectus.deadline import Deadline
from conspectus.errors import Cancelled, ConspectusError, DeadlineExceeded, Internal, Overloaded, Unavailable

Lane = tuple[str, "Priority"]
T = TypeVar("T")  # of what is put in
R = TypeVar("R")  # of what comes out
logger = logging.getLogger("conspectus")

WINDOW = 32  # batches of a full budget among which like lengths are looked for
SHARED = 4  # parts of a full budget, of which one who has more than that gets one while others wait too
LITTLE = 16  # times that another lane has as much as one that gets batches of its own
AGEING = 2.0  # seconds without a batch that are worth one class of priority
LOOK = 0.1  # seconds between two looks of a waiting thread at its deadline: oftener, many of them would be a load
HANGING = 120.0  # seconds after which a batch is given up
MOST_HANGING = 3  # workers that may hang before no more are started
SMOOTHING = 0.2  # weight of the last batch in the running speed


class Priority(enum.IntEnum):
    """Who goes first; who gets no batch is raised by one class every AGEING seconds, until one is got."""

    LOW = 0
    NORMAL = 1
    HIGH = 2


@dataclass(frozen=True, slots=True)
class Capacity:
    """What may be under way or wait at once."""

    requests: int = 512
    tokens: int = 4_000_000
    bytes: int = 256 * 1024 * 1024


@dataclass(slots=True, eq=False)
class _Job(Generic[R]):
    """What one call put in: its results by place, and how many are still to come."""

    caller: str
    priority: Priority
    deadline: Deadline
    results: list[R | None]
    left: int
    error: ConspectusError | None = None
    done: threading.Event = field(default_factory=threading.Event)

    def fail(self, error: ConspectusError) -> None:
        self.error = self.error or error
        self.done.set()

    @property
    def lane(self) -> "Lane":
        """Where it waits: what a caller asks for comes in the order in which it was asked, each class for itself."""
        return self.caller, self.priority


@dataclass(slots=True, eq=False)
class _Entry(Generic[T, R]):
    """One item of a job, and how many tokens it has."""

    job: _Job[R]
    place: int
    item: T
    tokens: int


@dataclass(slots=True, eq=False)
class _Running(Generic[T, R]):
    """The batch that a worker is at."""

    entries: list[_Entry[T, R]]
    since: float = field(default_factory=time.monotonic)


Run = Callable[[Sequence[T]], Sequence[R]]


class Batcher(Generic[T, R]):
    """Runs items in batches, of whichever requests they are.

    `replicas` each run a batch and return as many results, in its order; each has a thread of its own. `tokens` is the
    budget of a batch, padding included; an item that is longer is a batch alone. `hanging` is how many seconds a batch
    may take.
    """

    def __init__(
        self,
        replicas: Sequence[Run[T, R]],
        tokens: int,
        capacity: Capacity | None = None,
        hanging: float = HANGING,
    ) -> None:
        self._tokens, self._capacity, self._hanging = tokens, capacity or Capacity(), hanging
        self._changed = threading.Condition()
        self._lanes: dict[Lane, deque[_Entry[T, R]]] = {}  # what waits, the lane whose turn it is first
        self._deficits: dict[Lane, int] = {}
        self._window: list[_Entry[T, R]] = []
        self._turns: deque[Lane] = deque()  # those in the window, the one whose turn it is first
        self._left: dict[Lane, int] = {}  # tokens of each that are not yet at work
        self._served: dict[Lane, float] = {}  # when each had its last turn, or began to wait
        self._running: dict[threading.Thread, _Running[T, R]] = {}
        self._replicas: dict[threading.Thread, Run[T, R]] = {}
        self._requests = self._bytes = 0  # admitted
        self._waiting = 0
        self._speed = 0.0  # tokens a second in full batches, a running mean; 0 before the first
        self._lost = 0  # workers that hang
        self._closed = False
        for replica in replicas:
            self._start(replica)

    @contextmanager
    def admitted(self, size: int) -> Iterator[None]:
        """A place for a request of so many bytes, taken before any of it is made tokens. Raises Overloaded."""
        with self._changed:
            if self._requests >= self._capacity.requests or self._bytes + size > self._capacity.bytes:
                raise self._overloaded(f"{self._requests} requests with {self._bytes} bytes are under way")
            self._requests += 1
            self._bytes += size
        try:
            yield
        finally:
            with self._changed:
                self._requests -= 1
                self._bytes -= size

    def run(
        self,
        items: Sequence[T],
        tokens: Sequence[int],
        deadline: Deadline,
        caller: str = "",
        priority: Priority = Priority.NORMAL,
    ) -> list[R]:
        """The results of some items, of which `tokens` tell the lengths, in their order. Called from any thread, waits.

        Raises Overloaded where too much waits; DeadlineExceeded at once where the deadline can't be met at the present
        speed, or when it passes; Cancelled; Unavailable where the device hangs; Internal where an item fails alone.
        """
        if not items:
            return []
        job = _Job[R](caller, priority, deadline, [None] * len(items), len(items))
        entries = [_Entry(job, place, item, size) for place, (item, size) in enumerate(zip(items, tokens, strict=True))]
        self._enter(entries)
        try:
            self._wait(job)
            return cast(list[R], job.results)
        finally:
            self._leave(job)

    def each(
        self,
        items: Sequence[T],
        tokens: Sequence[int],
        deadline: Deadline,
        caller: str = "",
        priority: Priority = Priority.NORMAL,
    ) -> Iterator[R | None]:
        """The results of some items, as `run` does, but one after another as they come, in their order; None for one
        that fails alone or whose worker hangs, which is no other's matter.
        """
        jobs = [_Job[R](caller, priority, deadline, [None], 1) for _ in items]
        if jobs:
            self._enter([_Entry(job, 0, *one) for job, one in zip(jobs, zip(items, tokens, strict=True), strict=True)])
        try:
            for job in jobs:
                try:
                    self._wait(job)
                except (Internal, Unavailable):
                    yield None
                else:
                    yield job.results[0]
        finally:
            for job in jobs:
                self._leave(job)

    def _wait(self, job: _Job[R]) -> None:
        while not job.done.wait(LOOK):
            job.deadline.check()
            self._look_after_workers()
        if job.error:
            raise job.error

    @property
    def waiting(self) -> int:
        """How many tokens wait or are at work."""
        return self._waiting

    def close(self) -> None:
        """Let the workers end; what waits is Unavailable."""
        with self._changed:
            self._closed = True
            for entry in (*self._window, *(entry for lane in self._lanes.values() for entry in lane)):
                entry.job.fail(Unavailable("the server is going down"))
            self._changed.notify_all()

    # What waits.

    def _enter(self, entries: Sequence[_Entry[T, R]]) -> None:
        """Takes in what one caller asks for at once."""
        job, tokens = entries[0].job, sum(entry.tokens for entry in entries)
        job.deadline.check()
        with self._changed:
            if self._closed or not self._replicas:
                raise Unavailable("the model does not answer: restart the server")
            if self._waiting and self._waiting + tokens > self._capacity.tokens:
                raise self._overloaded(f"{self._waiting} tokens wait for the model")
            needed, left = self._needed(job.lane, tokens), job.deadline.remaining()
            if self._waiting and left is not None and needed > left:  # where nobody is served, the speed may be of old
                what = f"about {needed:.1f} s are needed and {left:.1f} s are left"
                raise DeadlineExceeded(f"the deadline can't be met, {what}: give it more time, or come back later")
            self._waiting += tokens
            self._lanes.setdefault(job.lane, deque()).extend(entries)
            self._left[job.lane] = self._left.get(job.lane, 0) + tokens
            self._served.setdefault(job.lane, time.monotonic())
            self._changed.notify_all()

    def _leave(self, job: _Job[R]) -> None:
        """Takes what is left of a job away."""
        with self._changed:
            if not job.left:
                return
            lane = self._lanes.get(job.lane, deque())
            gone = sum(entry.tokens for entry in (*lane, *self._window) if entry.job is job)
            self._waiting -= gone
            self._left[job.lane] = self._left.get(job.lane, 0) - gone
            self._window = [entry for entry in self._window if entry.job is not job]
            if kept := deque(entry for entry in lane if entry.job is not job):
                self._lanes[job.lane] = kept
            else:
                self._lanes.pop(job.lane, None)
                self._deficits.pop(job.lane, None)
            job.fail(Unavailable("nobody waits for it"))

    def _needed(self, lane: Lane, tokens: int) -> float:
        """Seconds until so many tokens of a lane would be done: after all that waits, or with an equal share."""
        if not self._speed:
            return 0.0
        others = len(self._lanes.keys() - {lane})
        own = sum(entry.tokens for entry in self._lanes.get(lane, ()))
        return min(self._waiting + tokens, (own + tokens) * (others + 1)) / self._speed

    def _overloaded(self, why: str) -> Overloaded:
        wait = self._waiting / self._speed if self._speed else 1.0
        return Overloaded(f"{why}: come back in {wait:.1f} s", wait)

    # What the workers do.

    def _start(self, replica: Run[T, R]) -> None:
        thread = threading.Thread(target=self._work, args=(replica,), name="batcher", daemon=True)
        self._replicas[thread] = replica
        thread.start()

    def _work(self, replica: Run[T, R]) -> None:
        while True:  # and nothing of the last batch is held
            try:
                if not self._work_once(replica):
                    return
            except Exception:  # a defect of ours: those who wait have their deadlines, and the others a worker
                logger.exception("a worker goes on after a defect")
                time.sleep(LOOK)

    def _work_once(self, replica: Run[T, R]) -> bool:
        """Runs the next batch; whether there is more to come for this worker."""
        thread = threading.current_thread()
        entries = self._next(thread)
        started = time.monotonic()
        self._run(replica, entries)
        spent = time.monotonic() - started
        with self._changed:
            if thread not in self._running:
                return False  # it is time to end, or another has taken over
            del self._running[thread]
            tokens = sum(entry.tokens for entry in entries)
            self._waiting -= tokens
            # What a small batch takes tells little of a full one, and what fails takes no time.
            if 2 * tokens >= self._tokens and not any(entry.job.error for entry in entries):
                speed = tokens * len(self._replicas) / max(spent, 1e-6)
                self._speed = speed if not self._speed else self._speed + SMOOTHING * (speed - self._speed)
            return True

    def _next(self, thread: threading.Thread) -> list[_Entry[T, R]]:
        """The next batch, once there is one; none when it is time to end."""
        with self._changed:
            while not self._closed and thread in self._replicas:
                self._fill_window()
                if self._window:
                    batch = self._batch()
                    self._running[thread] = _Running(batch)
                    return batch
                self._changed.wait()
        return []

    def _fill_window(self) -> None:
        """Moves what waits into the window, the highest class first, of each class from each lane in turn."""
        now = time.monotonic()
        held = sum(entry.tokens for entry in self._window)
        while self._lanes and held < WINDOW * self._tokens:
            ranks = {lane: self._rank(lane, now) for lane in self._lanes}
            for lane in [lane for lane, rank in ranks.items() if rank == max(ranks.values())]:
                entries = self._lanes.pop(lane)
                deficit = self._deficits.pop(lane, 0) + self._tokens
                while entries and entries[0].tokens <= deficit:
                    deficit -= entries[0].tokens
                    held += entries[0].tokens
                    self._window.append(entries.popleft())
                if entries:
                    self._lanes[lane], self._deficits[lane] = entries, deficit  # behind the others
                if lane not in self._turns:
                    self._turns.appendleft(lane)  # who has just come, or has had all of his before, comes first

    def _batch(self) -> list[_Entry[T, R]]:
        """Takes a batch out of the window: the first item of the lane whose turn it is, and its like in length."""
        now = time.monotonic()
        firsts: dict[Lane, _Entry[T, R]] = {}
        for entry in self._window:
            firsts.setdefault(entry.job.lane, entry)
        turn = max((lane for lane in self._turns if lane in firsts), key=lambda lane: self._rank(lane, now))
        has_little = LITTLE * self._left[turn] <= max(self._left.values())
        ordered = sorted(
            (entry for entry in self._window if not has_little or entry.job.lane == turn),
            key=lambda entry: entry.tokens,
        )
        has_much = self._left[turn] > self._tokens and len(firsts) > 1
        budget = self._tokens // SHARED if has_much else self._tokens
        low = high = ordered.index(firsts[turn])
        while True:
            count, longest = high - low + 2, ordered[high].tokens
            shorter = low > 0 and count * longest <= budget
            longer = high + 1 < len(ordered) and count * ordered[high + 1].tokens <= budget
            if shorter and longer:  # whichever is nearer
                longer = ordered[high + 1].tokens - longest <= longest - ordered[low - 1].tokens
            if longer:
                high += 1
            elif shorter:
                low -= 1
            else:
                break
        batch = ordered[low : high + 1]
        for entry in batch:
            self._left[entry.job.lane] -= entry.tokens
        taken = set(map(id, batch))
        self._window = [entry for entry in self._window if id(entry) not in taken]
        waiting = {entry.job.lane for entry in self._window} | self._lanes.keys()
        self._turns.remove(turn)
        self._turns = deque(lane for lane in (*self._turns, turn) if lane in waiting)
        self._served[turn] = now
        self._served = {lane: served for lane, served in self._served.items() if lane in waiting}
        self._left = {lane: left for lane, left in self._left.items() if lane in waiting}
        return batch

    def _rank(self, lane: Lane, now: float) -> int:
        """The class of a lane by now."""
        return lane[1] + int((now - self._served.get(lane, now)) / AGEING)

    def _run(self, replica: Run[T, R], entries: Sequence[_Entry[T, R]], again: bool = True) -> None:
        """Runs a batch; where it fails, in halves, and one item twice."""
        wanted = [entry for entry in entries if not entry.job.done.is_set()]
        if not wanted:
            return
        error: BaseException | None = None
        try:
            results = list(replica([entry.item for entry in wanted]))
            if len(results) != len(wanted):
                raise ValueError(f"{len(results)} results for {len(wanted)} items")
        except BaseException as caught:  # a worker must not end
            error = caught
        if error is None:
            for entry, result in zip(wanted, results, strict=True):
                self._resolve(entry, result)
        elif isinstance(error, (Cancelled, DeadlineExceeded)) and len(wanted) == 1:
            wanted[0].job.fail(error)
        elif len(wanted) > 1:
            logger.warning("a batch of %d failed (%s) and is run in halves", len(wanted), _said(error))
            middle = len(wanted) // 2
            self._run(replica, wanted[:middle])
            self._run(replica, wanted[middle:])
        elif again:
            self._run(replica, wanted, again=False)
        else:
            logger.error("an item of %d tokens fails alone", wanted[0].tokens, exc_info=error)
            wanted[0].job.fail(error if isinstance(error, ConspectusError) else Internal("the model failed"))

    def _resolve(self, entry: _Entry[T, R], result: R) -> None:
        with self._changed:
            job = entry.job
            if job.done.is_set():
                return
            job.results[entry.place] = result
            job.left -= 1
            if not job.left:
                job.done.set()

    def _look_after_workers(self) -> None:
        """Gives up the workers that hang, and starts others in their place."""
        with self._changed:
            now = time.monotonic()
            for thread, running in list(self._running.items()):
                if now - running.since <= self._hanging:
                    continue
                logger.error("a batch of %d has not come back in %.0f s", len(running.entries), now - running.since)
                del self._running[thread]
                replica = self._replicas.pop(thread)
                self._waiting -= sum(entry.tokens for entry in running.entries)
                self._lost += 1
                for entry in running.entries:
                    entry.job.fail(Unavailable("the model did not answer: try again"))
                if self._lost < MOST_HANGING:
                    self._start(replica)


def _said(error: BaseException) -> str:
    return next(iter(str(error).strip().splitlines()), "") or type(error).__name__
