"""remote_writer: a model that others run, behind an OpenAI-compatible endpoint: vLLM, llama.cpp, transformers.

Each passage is one call. A batcher keeps the calls within the limit and shares them out among callers; each of its
workers waits for one call, which runs in the event loop of one thread: there it can be dropped at any moment, and its
connection is closed, so that the endpoint can stop writing what nobody waits for. Calls are tried again as the openai
package does it: after 408, 409, 429 and 5xx, with Retry-After, and where there is no connection.

What fails leaves its passage without a text, which is no error of the request: the sources' own sentence is there.
"""

import asyncio
import logging
import re
import threading
from collections import Counter
from collections.abc import Callable, Coroutine, Generator, Sequence
from concurrent import futures
from dataclasses import dataclass, field
from typing import Any, TypeVar
from urllib.parse import urlsplit

from conspectus.deadline import Deadline
from conspectus.engine.asking import asking
from conspectus.engine.batcher import LOOK, Batcher, Capacity
from conspectus.engine.prompts import messages
from conspectus.engine.writer import Passage, Scope, prose
from conspectus.errors import Cancelled, InvalidRequest, MissingExtra, Unavailable
from conspectus.types import Model
from conspectus.typography import tidy, well_formed

T = TypeVar("T")
logger = logging.getLogger("conspectus")

TOKENS_A_WORD, MORE_TOKENS = 3, 32  # most that are written: few tokenizers take more for a word; and quotes, a preface
CONNECT = 5.0  # seconds for a connection: who is there answers at once
SHARE = 0.5  # of what a deadline leaves, for one call: what comes of none is still to be said in the sources' words
WAITING = 4096  # passages that wait or are under way: at 8 calls at once of a second each, eight minutes' work
SLACK = 10.0  # seconds beyond the timeout after which a worker is given up, which never comes to that
NAMES = 10  # models that are told of an endpoint that has many
VERSION = re.compile(r"v\d\w*")  # a part of a URL's path that tells the version of what is behind it
BUSY = (429, *range(500, 600))  # answers of an endpoint that is there, but not yet, or not now
NO_KEY = "none"  # the library sends one in any case


@dataclass(slots=True)
class _Request:
    """One request to write: its deadline, whether anybody still waits, why each that failed did, and since one of them
    had no answer, why: the rest is not tried then.
    """

    deadline: Deadline
    left: threading.Event = field(default_factory=threading.Event)
    failures: list[str] = field(default_factory=list)
    unanswered: str = ""

    def check(self) -> None:
        self.deadline.check()
        if self.left.is_set():
            raise Cancelled("nobody waits for it")


class RemoteWriter:
    """The model `model` of the endpoint at a URL, or the one that it lists. Shared by threads.

    At most `requests` calls are under way at once; each has `timeout` seconds with all its tries, of which there are
    `retries` beside the first. The `key` is sent to the URL and nowhere else: redirects are not followed. Raises
    MissingExtra without the openai package, InvalidRequest with the name of the setting that is wrong, and Unavailable
    where nothing answers.
    """

    scope = Scope.SENTENCE

    def __init__(
        self,
        url: str,
        model: str = "",
        *,
        seed: int = 0,
        requests: int = 8,
        timeout: float = 60.0,
        retries: int = 2,
        key: str = "",
    ) -> None:
        self._openai = _library()
        self.seed = seed
        self._url, self._timeout = endpoint(url), timeout
        self._client = self._connected(_header(key), retries)
        self._lock, self._closed = threading.Lock(), False
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="remote-writer", daemon=True)
        self._thread.start()
        self._batcher: Batcher[tuple[Passage, _Request], str] = Batcher(
            [self._run] * requests, tokens=1, capacity=Capacity(tokens=WAITING), hanging=timeout + SLACK
        )
        try:
            self.model = Model(well_formed(model or self._only_model()), "writer", license="", checksum="")
        except BaseException:
            self.close()
            raise

    def write(self, passages: Sequence[Passage], deadline: Deadline) -> Generator[str]:
        """A text for each passage, in their order, each as soon as it is there; "" where none came of it.

        Raises Overloaded, DeadlineExceeded, Cancelled, and Unavailable once the writer is closed.
        """
        who, request = asking.get(), _Request(deadline)
        passages = [Passage(tuple(map(well_formed, passage.texts)), passage.words) for passage in passages]
        with self._batcher.admitted(sum(len(text.encode()) for passage in passages for text in passage.texts)):
            items = [(passage, request) for passage in passages]
            try:
                # A passage is a token: what the batcher shares out are calls.
                for text in self._batcher.each(items, [1] * len(items), deadline, who.caller, who.priority):
                    yield text or ""
            finally:
                request.left.set()
                for why, times in Counter(request.failures).items():
                    what = "the writer at %s wrote nothing for %d of %d passages: %s"
                    logger.warning(what, self._url, times, len(items), why)

    def close(self) -> None:
        """Drop the calls under way, and let go of the connections and threads."""
        self._batcher.close()
        with self._lock:
            if self._closed:
                return
            self._closed = True
        asyncio.run_coroutine_threadsafe(self._drop_all(), self._loop).result()
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    # What the workers do.

    def _run(self, items: Sequence[tuple[Passage, _Request]]) -> list[str]:
        return [self._write(passage, request) for passage, request in items]

    def _write(self, passage: Passage, request: _Request) -> str:
        """The text for a passage; "" where it fails, and the reason is noted."""
        if request.unanswered:
            request.failures.append(request.unanswered)
            return ""
        try:
            answer = self._waited(lambda: self._completion(passage, request.deadline), request.check)
            return prose(well_formed(_content(answer)))
        except self._failures as error:
            why = self._reason(error)
            if self._is_silence(error):
                request.unanswered = why
            request.failures.append(why)
            return ""

    @property
    def _failures(self) -> tuple[type[Exception], ...]:
        """What calls raise: the library's errors, time that is up, an answer that is no JSON, and the end of all."""
        return self._openai.OpenAIError, TimeoutError, ValueError, futures.CancelledError

    def _waited(self, call: Callable[[], Coroutine[Any, Any, T]], check: Callable[[], None]) -> T:
        """What a call brings; it is dropped as soon as the check raises."""
        check()
        with self._lock:
            if self._closed:
                raise futures.CancelledError
            future = asyncio.run_coroutine_threadsafe(call(), self._loop)
        try:
            while not futures.wait([future], LOOK).done:
                check()
            return future.result()
        finally:
            future.cancel()

    async def _completion(self, passage: Passage, deadline: Deadline) -> Any:
        left = deadline.remaining()
        async with asyncio.timeout(self._timeout if left is None else min(self._timeout, SHARE * left)):
            told = await self._client.chat.completions.with_raw_response.create(
                model=self.model.name,
                messages=messages(passage),
                temperature=0,
                seed=self.seed,
                max_tokens=TOKENS_A_WORD * passage.words + MORE_TOKENS,
            )
        return told.http_response.json()  # by itself: the library takes what is said for what should be

    def _is_silence(self, error: Exception) -> bool:
        return isinstance(error, (TimeoutError, self._openai.APIConnectionError))

    def _reason(self, error: Exception) -> str:
        """Why a call failed, for the log: never what was sent or came back, which is made of the documents."""
        if isinstance(error, self._openai.APIStatusError):
            code = error.status_code
            hints = {401: "CONSPECTUS_WRITER_KEY", 403: "CONSPECTUS_WRITER_KEY", 404: "--writer and --writer-model"}
            if code in hints:
                return f"HTTP {code}, look at {hints[code]}"
            return f"HTTP {code}, a redirect: give the URL that it leads to" if code // 100 == 3 else f"HTTP {code}"
        if self._is_silence(error):
            timed_out = isinstance(error, (TimeoutError, self._openai.APITimeoutError))
            return "it did not answer in time" if timed_out else "there is no connection"
        return "the writer was closed" if isinstance(error, futures.CancelledError) else "it said something else"

    # The connection.

    def _connected(self, key: str, retries: int) -> Any:
        """The client of the endpoint, which takes nothing out of the environment variables of OpenAI's service."""
        key, omit = key or NO_KEY, self._openai.Omit()
        return self._openai.AsyncOpenAI(
            base_url=self._url,
            api_key=key,
            default_headers={
                "Authorization": f"Bearer {key}",
                "OpenAI-Organization": omit,
                "OpenAI-Project": omit,
            },
            max_retries=retries,
            timeout=self._openai.Timeout(self._timeout, connect=CONNECT),
            http_client=self._openai.DefaultAsyncHttpxClient(follow_redirects=False),
        )

    def _only_model(self) -> str:
        """The name of the one model that the endpoint lists. Raises InvalidRequest and Unavailable."""
        try:
            names = self._waited(self._listed, lambda: None)
        except self._failures as error:
            code = getattr(error, "status_code", 0)
            if code in BUSY or self._is_silence(error):
                way = "start it, or give another URL as --writer"
                raise Unavailable(f"no model answers at {self._url} ({self._reason(error)}): {way}") from None
            what = f"{self._url}/models has no list of models ({self._reason(error)})"
            raise InvalidRequest.of("writer_key" if code in (401, 403) else "writer", what) from None
        if len(names) == 1:
            return names[0]
        told = f"has {len(names)} models" if names else "lists no models"
        which = f": {', '.join(names[:NAMES])}{', …' if len(names) > NAMES else ''}" if names else ""
        raise InvalidRequest.of("writer_model", f"{self._url} {told}, name the one to use{which}")

    async def _listed(self) -> list[str]:
        async with asyncio.timeout(self._timeout):
            told = await self._client.models.with_raw_response.list()
        return _names(told.http_response.json())

    async def _drop_all(self) -> None:
        calls = asyncio.all_tasks() - {asyncio.current_task()}
        for call in calls:
            call.cancel()
        await asyncio.gather(*calls, return_exceptions=True)
        await self._client.close()


def endpoint(url: str) -> str:
    """The base of an endpoint's URLs, with its version, /v1 where it tells none, and without a slash at the end.

    Raises InvalidRequest for what is no such URL, or has a name, a password or a query in it.
    """
    if any(mark in url for mark in "@?#"):
        raise InvalidRequest.of(
            "writer", "the URL must have no name, password or query in it: give a key as its setting"
        )
    try:
        parts = urlsplit(url)
        valid = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0 and not re.search(r"\s", url)
    except ValueError:
        valid = False
    if not valid:
        raise InvalidRequest.of("writer", f"'{url}' is no URL of an endpoint, such as http://localhost:8000/v1")
    base = url.rstrip("/")
    return base if any(VERSION.fullmatch(part) for part in parts.path.split("/")) else f"{base}/v1"


def _header(key: str) -> str:
    """A key as it can be sent. Raises InvalidRequest, which does not tell it."""
    key = key.strip()
    if not (key.isascii() and key.isprintable()):
        raise InvalidRequest.of("writer_key", "it has characters that can't be sent as a key")
    return key


def _names(answer: Any) -> list[str]:
    """The names of the models in a list of them. Raises ValueError for what is none."""
    try:
        return [tidy(well_formed(str(model["id"]))) for model in answer["data"]]
    except (KeyError, TypeError):
        raise ValueError("no list of models") from None


def _content(answer: Any) -> str:
    """What a chat completion says; "" if it says nothing. Raises ValueError for what is none."""
    try:
        content = answer["choices"][0]["message"].get("content")
    except (AttributeError, IndexError, KeyError, TypeError):
        raise ValueError("no chat completion") from None
    return content if isinstance(content, str) else ""


def _library() -> Any:
    try:
        import openai
    except ImportError as error:
        raise MissingExtra(f"a writer behind a URL ({error.name})", "remote") from None
    return openai
