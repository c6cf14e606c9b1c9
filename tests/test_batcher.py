"""The batcher: nobody hangs, nobody gets another's answer, and one that floods keeps nobody from his turn."""

import gc
import random
import threading
import time
import weakref
from concurrent.futures import ThreadPoolExecutor

import pytest
from conspectus.deadline import Deadline
from conspectus.engine.batcher import Batcher, Capacity, Priority
from conspectus.errors import Cancelled, DeadlineExceeded, Internal, Overloaded, Unavailable
from hypothesis import given, settings
from hypothesis import strategies as st

LONG = 10.0  # seconds; nothing here takes as long unless it hangs


class Device:
    """Doubles numbers; keeps what it was asked for, and waits until it is let."""

    def __init__(self, seconds_a_token=0.0):
        self.batches, self.free, self.seconds_a_token = [], threading.Event(), seconds_a_token
        self.free.set()
        self.fails = lambda items: None

    def __call__(self, items):
        self.batches.append(list(items))
        assert self.free.wait(LONG)
        self.fails(items)
        time.sleep(self.seconds_a_token * len(items) * max(items))
        return [2 * item for item in items]

    @property
    def items(self):
        return [item for batch in self.batches for item in batch]


@pytest.fixture
def device():
    return Device()


@pytest.fixture
def made():
    batchers = []

    def make(*replicas, tokens=64, **options):
        batchers.append(Batcher(replicas, tokens, **options))
        return batchers[-1]

    yield make
    for batcher in batchers:
        batcher.close()


def run(batcher, items, seconds=LONG, **options):
    """Items are as long as they are large."""
    return batcher.run(items, items, Deadline(seconds), **options)


@given(st.lists(st.lists(st.integers(1, 100), max_size=30), min_size=1, max_size=12), st.integers(1, 200))
@settings(max_examples=60, deadline=None)
def test_everybody_gets_the_own_answers_in_order(requests, budget):
    device = Device()
    batcher = Batcher([device, device], budget)
    with ThreadPoolExecutor(len(requests)) as pool:
        found = list(
            pool.map(lambda number: run(batcher, requests[number], caller=f"{number % 3}"), range(len(requests)))
        )
    assert found == [[2 * item for item in items] for items in requests]
    assert all(len(batch) == 1 or len(batch) * max(batch) <= budget for batch in device.batches)
    assert sorted(device.items) == sorted(item for items in requests for item in items)
    batcher.close()


def test_what_came_while_the_device_was_busy_is_the_next_batch_whosever_it_is(made, device):
    batcher = made(device)
    device.free.clear()
    with ThreadPoolExecutor(9) as pool:
        first = pool.submit(run, batcher, [8])
        waiting_for(lambda: device.batches)
        others = [pool.submit(run, batcher, [8], caller=str(number)) for number in range(8)]
        waiting_for(lambda: batcher.waiting == 72)
        device.free.set()
        assert [future.result() for future in (first, *others)] == [[16]] * 9
    assert [len(batch) for batch in device.batches] == [1, 8]


def test_batches_are_of_like_lengths(made, device):
    lengths = [random.Random(1).choice([5, 6, 7, 50, 60]) for _ in range(400)]
    run(made(device, tokens=300), lengths)
    padded = sum(len(batch) * max(batch) for batch in device.batches)
    assert padded <= 1.15 * sum(lengths)


def test_a_small_request_beside_a_flood_waits_for_a_few_batches(made):
    device = Device(seconds_a_token=0.00002)
    batcher = made(device)
    with ThreadPoolExecutor(2) as pool:
        flood = pool.submit(run, batcher, [8] * 4000, caller="flood")
        waiting_for(lambda: len(device.batches) > 5)
        before = len(device.batches)
        run(batcher, [8] * 16, caller="small")
        between = sum(map(sum, device.batches[before:]))
        assert not flood.done()
        flood.result()
    assert between <= 16 * 8 + 2 * 64  # its own tokens, and those of two full batches


def test_a_higher_class_goes_first_and_waiting_raises_a_lower_one(made, device, monkeypatch):
    batcher = made(device, tokens=8)
    device.free.clear()
    with ThreadPoolExecutor(4) as pool:
        pool.submit(run, batcher, [1])
        waiting_for(lambda: device.batches)
        low = pool.submit(run, batcher, [7] * 3, priority=Priority.LOW)
        waiting_for(lambda: batcher.waiting == 22)
        high = pool.submit(run, batcher, [8] * 3, priority=Priority.HIGH)
        waiting_for(lambda: batcher.waiting == 46)
        device.free.set()
        assert [low.result(), high.result()] == [[14] * 3, [16] * 3]
        assert device.items == [1, 8, 8, 8, 7, 7, 7]
        monkeypatch.setattr("conspectus.engine.batcher.AGEING", 0.05)
        device.free.clear()
        pool.submit(run, batcher, [1])
        low = pool.submit(run, batcher, [7] * 3, priority=Priority.LOW)
        waiting_for(lambda: batcher.waiting == 22)
        time.sleep(0.3)
        high = pool.submit(run, batcher, [8] * 3, priority=Priority.HIGH)
        waiting_for(lambda: batcher.waiting == 46)
        device.free.set()
        assert [low.result(), high.result()] == [[14] * 3, [16] * 3]
    assert device.items[7:] == [1, 7, 8, 8, 8, 7, 7]


def test_one_bad_item_fails_alone(made, device):
    batcher = made(device)
    device.fails = poison(7)
    device.free.clear()
    with ThreadPoolExecutor(8) as pool:
        futures = [pool.submit(run, batcher, [number]) for number in range(1, 9)]
        waiting_for(lambda: batcher.waiting == 36)
        device.free.set()
        for number, future in enumerate(futures, start=1):
            if number == 7:
                with pytest.raises(Internal):
                    future.result()
            else:
                assert future.result() == [2 * number]
    assert batcher.waiting == 0


def test_an_error_that_comes_once_is_nobodys(made, device):
    device.fails = once(RuntimeError("a glitch"))
    assert run(made(device), [3, 4]) == [6, 8]
    device.fails = once(SystemExit())  # what would end a worker
    assert run(made(device), [3]) == [6]


def test_a_device_out_of_memory_gets_half(made, device):
    def fails(items):
        if len(items) > 3:
            raise MemoryError("out of memory")

    device.fails = fails
    assert run(made(device), [4] * 16) == [8] * 16
    assert max(len(batch) for batch in device.batches if len(batch) <= 3) in (2, 3)


def test_too_few_results_are_an_error_and_not_shifted(made):
    with pytest.raises(Internal):
        run(made(lambda items: []), [1])


def test_a_request_that_is_cancelled_or_late_never_reaches_the_device(made, device):
    batcher = made(device)
    device.free.clear()
    with ThreadPoolExecutor(3) as pool:
        pool.submit(run, batcher, [1])
        waiting_for(lambda: device.batches)
        leaving = Deadline()
        cancelled = pool.submit(batcher.run, [2] * 50, [2] * 50, leaving)
        late = pool.submit(run, batcher, [3] * 50, seconds=0.1)
        waiting_for(lambda: batcher.waiting == 251)
        leaving.cancel()
        with pytest.raises(Cancelled):
            cancelled.result(LONG)
        with pytest.raises(DeadlineExceeded):
            late.result(LONG)
        assert batcher.waiting == 1
        device.free.set()
    assert device.items == [1]


def test_a_request_that_is_cancelled_at_work_leaves_within_one_batch(made):
    device = Device(seconds_a_token=0.0001)
    batcher, leaving = made(device), Deadline()
    with ThreadPoolExecutor(1) as pool:
        work = pool.submit(batcher.run, [8] * 4000, [8] * 4000, leaving)
        waiting_for(lambda: len(device.batches) > 3)
        leaving.cancel()
        with pytest.raises(Cancelled):
            work.result(LONG)
    before = len(device.batches)
    assert run(batcher, [8]) == [16]
    assert len(device.batches) <= before + 1


def test_a_deadline_that_cannot_be_met_is_refused_at_once(made):
    device = Device(seconds_a_token=0.001)
    batcher = made(device)
    run(batcher, [8] * 16)
    with ThreadPoolExecutor(1) as pool:
        flood = pool.submit(run, batcher, [8] * 200)
        waiting_for(lambda: batcher.waiting > 1000)
        started = time.monotonic()
        with pytest.raises(DeadlineExceeded, match="can't be met"):
            run(batcher, [8] * 200, seconds=0.5)
        assert time.monotonic() - started < 0.2
        flood.cancel()


def test_small_batches_tell_nothing_of_the_speed(made):
    device = Device(seconds_a_token=0.01)
    batcher = made(device)
    run(batcher, [1])
    device.seconds_a_token = 0.0
    assert run(batcher, [8] * 200, seconds=1.0) == [16] * 200


def test_a_device_that_was_slow_once_is_tried_again(made):
    device = Device(seconds_a_token=0.01)
    batcher = made(device)
    run(batcher, [8] * 8)
    device.seconds_a_token = 0.0
    assert run(batcher, [8] * 200, seconds=1.0) == [16] * 200


def test_one_of_two_replicas_may_hang(made, device):
    stuck = Device()
    stuck.free.clear()
    batcher = made(device, stuck, hanging=0.3)
    until = time.monotonic() + LONG
    while len(stuck.batches) < 3 and time.monotonic() < until:
        with ThreadPoolExecutor(2) as pool:
            futures = [pool.submit(run, batcher, [number]) for number in (1, 2)]
        assert {type(future.exception()) for future in futures} <= {type(None), Unavailable}
    assert run(batcher, [3]) == [6]
    stuck.free.set()


def test_what_is_too_much_is_told_when_to_come_back(made, device):
    batcher = made(device, capacity=Capacity(requests=2, tokens=20, bytes=100))
    run(batcher, [5, 5])
    device.free.clear()
    with ThreadPoolExecutor(1) as pool, batcher.admitted(60):
        pool.submit(run, batcher, [15])
        waiting_for(lambda: batcher.waiting == 15)
        with pytest.raises(Overloaded) as tokens:
            run(batcher, [6])
        with pytest.raises(Overloaded), batcher.admitted(41):
            pass
        with batcher.admitted(40), pytest.raises(Overloaded), batcher.admitted(0):
            pass
        device.free.set()
    assert tokens.value.retry_after > 0
    with batcher.admitted(100):  # all has been given back
        assert run(batcher, [20]) == [40]


def test_a_batch_that_hangs_is_given_up_and_another_worker_goes_on(made, device):
    batcher = made(device, hanging=0.2)
    device.free.clear()
    with pytest.raises(Unavailable, match="try again"):
        run(batcher, [1])
    device.free.set()
    assert run(batcher, [2]) == [4]
    assert batcher.waiting == 0


def test_a_device_that_hangs_again_and_again_is_not_asked_for_ever(made, device):
    batcher = made(device, hanging=0.1)
    device.free.clear()
    for _ in range(3):
        with pytest.raises(Unavailable):
            run(batcher, [1])
    started = time.monotonic()
    with pytest.raises(Unavailable, match="restart"):
        run(batcher, [1])
    assert time.monotonic() - started < 0.05
    device.free.set()


def test_closing_leaves_nobody_waiting(device):
    batcher = Batcher([device], 64)
    device.free.clear()
    with ThreadPoolExecutor(2) as pool:
        running = pool.submit(run, batcher, [1])
        waiting_for(lambda: device.batches)
        waiting = pool.submit(run, batcher, [2])
        waiting_for(lambda: batcher.waiting == 3)
        batcher.close()
        with pytest.raises(Unavailable):
            waiting.result(LONG)
        device.free.set()
        assert running.result(LONG) == [2]
    with pytest.raises(Unavailable):
        run(batcher, [3])


def test_five_thousand_requests_at_once(made, device):
    batcher = made(device, tokens=512)
    with ThreadPoolExecutor(64) as pool:
        found = list(pool.map(lambda number: run(batcher, [number % 90 + 1], caller=str(number % 7)), range(5000)))
    assert found == [[2 * (number % 90 + 1)] for number in range(5000)]
    assert len(device.batches) < 5000
    assert batcher.waiting == 0


def test_memory_returns(made):
    class Text:
        pass

    texts = [Text() for _ in range(20)]
    seen = [weakref.ref(text) for text in texts]
    batcher = made(lambda items: [0 for _ in items])
    batcher.run(texts, [3] * 20, Deadline(LONG))
    del texts
    waiting_for(lambda: gc.collect() >= 0 and not any(one() for one in seen))


def poison(bad):
    def fails(items):
        if bad in items:
            raise ValueError("poison")

    return fails


def once(error):
    left = [error]

    def fails(items):
        if left:
            raise left.pop()

    return fails


def waiting_for(holds):
    until = time.monotonic() + LONG
    while not holds():
        assert time.monotonic() < until
        time.sleep(0.002)


def each(batcher, items, deadline=None, **options):
    return batcher.each(items, items, deadline or Deadline(LONG), **options)


def test_one_after_another_they_come_in_order_as_soon_as_they_are_there(made, device):
    batcher = made(device, tokens=1)
    device.fails = lambda items: items == [3] and device.free.clear()
    coming = each(batcher, [1, 2, 3, 4])
    assert [next(coming), next(coming)] == [2, 4]  # the third keeps the device busy, and the fourth waits
    device.free.set()
    assert list(coming) == [6, 8]


def test_of_those_that_come_one_by_one_only_the_bad_one_is_missing(made, device):
    batcher = made(device)

    def fail(items):
        if 13 in items:
            raise ValueError("a bad item")

    device.fails = fail
    assert list(each(batcher, [1, 2, 13, 4])) == [2, 4, None, 8]
    assert batcher.waiting == 0


def test_a_worker_that_hangs_is_missing_too(made, device):
    batcher = made(device, tokens=1, hanging=0.2)
    device.fails = lambda items: items == [13] and time.sleep(1.0)
    assert list(each(batcher, [1, 13, 2])) == [2, None, 4]


def test_who_stops_listening_leaves_nothing_behind(made, device):
    batcher = made(device, tokens=1)
    coming = each(batcher, [1, *range(2, 500)])
    assert next(coming) == 2
    device.free.clear()
    coming.close()
    device.free.set()
    assert run(batcher, [7]) == [14]
    assert len(device.items) < 10
    waiting_for(lambda: batcher.waiting == 0)


def test_what_is_cancelled_beforehand_never_reaches_the_device(made, device):
    batcher = made(device)
    deadline = Deadline(LONG)
    deadline.cancel()
    with pytest.raises(Cancelled):
        list(each(batcher, [1, 2], deadline))
    with pytest.raises(Cancelled):
        batcher.run([1], [1], deadline)
    assert device.items == []
    assert run(batcher, [5]) == [10]
