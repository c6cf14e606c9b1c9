"""decoder: a causal language model under transformers' continuous batching, supervised.

Continuous batching (Yu et al. 2022) lets a sequence into the running batch at any step, and out of it when it ends.
Its manager gives up as a whole on one prompt that is empty, too long or out of the vocabulary, never answers who has
been cancelled, and takes in nothing more once it has died. So prompts are looked at first, those who wait are answered
from here, and a manager that dies or stands still is replaced by another.
"""

import itertools
import logging
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from conspectus.deadline import Deadline
from conspectus.errors import Unavailable

logger = logging.getLogger("conspectus")

LOOK = 0.05  # seconds between two looks at a deadline, and at whether the manager is alive: less than a step takes
STANDSTILL = 60.0  # seconds without a step after which a manager with work is given up
PAGE = 64  # tokens of a page of the cache: prompts begin alike, and whole pages are shared
# On a processor attention is one matrix over all that is read in a step, so steps are kept small.
CACHE_CPU, STEP_CPU = 8192, 256  # tokens in the cache of a replica, and in one step
MEMORY_GPU = 0.8  # of what is free on a GPU that the cache may take; the rest is for encoders

Ids = list[int]


@dataclass(frozen=True, slots=True)
class Prompt:
    """Tokens to go on from, for at most `most` new ones, as long as `deadline` is not over."""

    ids: Ids
    most: int
    deadline: Deadline


@dataclass(slots=True, eq=False)
class _Waiter:
    """Who waits for what comes of one prompt."""

    tokens: Ids = field(default_factory=list)
    error: str = ""
    done: threading.Event = field(default_factory=threading.Event)


class Decoder:
    """One replica of a model. Its method `generate` is called from as many threads as sequences may be under way."""

    def __init__(self, model: Any, generation: Any, *, on_cpu: bool, standstill: float = STANDSTILL) -> None:
        self._model, self._generation, self._on_cpu = model, generation, on_cpu
        self._standstill = standstill
        self._lock = threading.Lock()
        self._session: _Session | None = None
        self._closed = False
        text = model.config.get_text_config()
        self._vocabulary = int(text.vocab_size)
        context = int(getattr(text, "max_position_embeddings", None) or CACHE_CPU)
        self.longest = min(context, CACHE_CPU - PAGE) if on_cpu else context  # prompt and new tokens together

    def generate(self, prompts: Sequence[Prompt]) -> list[Ids]:
        """The new tokens of each prompt, without those that end a text.

        Raises ValueError for a prompt that the model can't read, Cancelled and DeadlineExceeded within a step, and
        Unavailable where the model gives no answer.
        """
        return [self._one(prompt) for prompt in prompts]

    def close(self) -> None:
        """Stop the model; who waits is answered with Unavailable."""
        with self._lock:
            self._closed = True
            if self._session:
                self._session.close()

    def _one(self, prompt: Prompt) -> Ids:
        self._check(prompt)
        waiter = self._at_work().ask(prompt) or self._at_work().ask(prompt)  # the first may have died just now
        if not waiter or waiter.error:
            raise Unavailable(f"the model does not answer: {waiter.error if waiter else 'it is going down'}")
        return waiter.tokens

    def _check(self, prompt: Prompt) -> None:
        if not prompt.ids or prompt.most < 1:
            raise ValueError("the prompt is empty, or nothing may follow it")
        if len(prompt.ids) + prompt.most > self.longest:
            what = f"{len(prompt.ids)} tokens and {prompt.most} new ones"
            raise ValueError(f"{what} are more than the {self.longest} that the model reads")
        if min(prompt.ids) < 0 or max(prompt.ids) >= self._vocabulary:
            raise ValueError("the prompt has a token that the model does not know")

    def _at_work(self) -> "_Session":
        """The session that takes prompts: another, if the last has ended."""
        with self._lock:
            if self._closed:
                raise Unavailable("the server is going down")
            if not self._session or self._session.ended:
                if self._session:
                    logger.error("the model has stopped (%s) and is started again", self._session.ended)
                self._session = _Session(self._manager(), self._standstill)
            return self._session

    def _manager(self) -> Any:
        from transformers.generation.configuration_utils import ContinuousBatchingConfig

        if self._on_cpu:
            config = ContinuousBatchingConfig(
                page_size=PAGE,
                num_blocks=CACHE_CPU // PAGE,
                max_batch_tokens=STEP_CPU,
                use_async_batching=False,
                use_cuda_graph=False,
                auto_switch_to_flash=False,
            )
        else:  # flash attention and CUDA graphs where they are there; the rest is read off the device's memory
            config = ContinuousBatchingConfig(max_memory_percent=MEMORY_GPU)
        manager = self._model.init_continuous_batching(
            generation_config=self._generation, continuous_batching_config=config
        )
        if not self._on_cpu:
            manager.warmup()
        return manager


class _Session:
    """A manager at work, from its start to its end; `ended` says why it has."""

    def __init__(self, manager: Any, standstill: float) -> None:
        self._manager, self._standstill = manager, standstill
        self._numbers = itertools.count()
        self._lock = threading.Lock()
        self._waiters: dict[str, _Waiter] = {}
        self.ended = ""
        started = threading.Event()
        # The manager's thread is one of this kind too, since it is started from it: it holds up no ending process.
        threading.Thread(target=self._collect, args=(started,), name="decoder", daemon=True).start()
        started.wait()

    def ask(self, prompt: Prompt) -> _Waiter | None:
        """What comes of a prompt; None if the session has ended before it was asked."""
        waiter, name = _Waiter(), f"prompt-{next(self._numbers)}"
        with self._lock:
            if self.ended:
                return None
            self._waiters[name] = waiter
        try:
            if self._manager.add_request(prompt.ids, request_id=name, max_new_tokens=prompt.most) is None:
                self._end("it takes nothing more")
                return None
            while not waiter.done.wait(LOOK):
                prompt.deadline.check()
            return waiter
        finally:
            with self._lock:
                left = self._waiters.pop(name, None)
            if left and not self.ended:
                self._manager.cancel_request(name)

    def close(self) -> None:
        """End the session."""
        self._end("it is going down")
        self._manager.stop(block=True, timeout=5, hard_stop=True)

    def _collect(self, started: threading.Event) -> None:
        """Hands out what the manager gives, and watches it, whatever comes of it."""
        try:
            try:
                self._manager.start()
            finally:
                started.set()
            self._watch()
        except BaseException as error:  # who waits would wait for ever
            self._end(str(error) or type(error).__name__)

    def _watch(self) -> None:
        step, since = -1, time.monotonic()
        while not self.ended:
            result = self._manager.get_result(timeout=LOOK)
            now = time.monotonic()
            if result is not None and result.is_finished():
                self._hand_out(result)
            if result is not None or not self._waiters or step != getattr(self._manager, "current_batch", 0):
                step, since = getattr(self._manager, "current_batch", 0), now
            if result is None and not self._manager.is_running():
                self._end(str(self._manager.background_thread_status.fatal_error or "it ended"))
            elif now - since > self._standstill:
                self._end(f"no step in {now - since:.0f} s")
                # Should it go on after all, it is to end; its own way to stop would change the model under the next.
                status = self._manager.background_thread_status
                status.request_stop(status.HARD_STOP, self._manager.distributed_helper.global_rank)

    def _hand_out(self, result: Any) -> None:
        with self._lock:
            waiter = self._waiters.pop(result.request_id, None)
        if waiter:
            waiter.tokens, waiter.error = list(result.generated_tokens), result.error or ""
            waiter.done.set()

    def _end(self, why: str) -> None:
        with self._lock:
            self.ended = self.ended or why
            waiters, self._waiters = self._waiters, {}
        for waiter in waiters.values():
            waiter.error = why
            waiter.done.set()
