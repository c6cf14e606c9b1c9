"""The rpcs: each converts, lets the pipeline work in a thread, and converts back.

The pipeline is plain synchronous code; here is where it meets the event loop: a bounded pool of threads, a bounded
queue in front of it, and a deadline that expires when the call does.
"""

import asyncio
import contextlib
import contextvars
import functools
import time
from collections.abc import AsyncIterator, Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, TypeVar

import grpc

from conspectus import pipeline
from conspectus.convert import documents_from_proto, options_from_proto, to_proto
from conspectus.deadline import Deadline
from conspectus.engine import Engine
from conspectus.engine.asking import Asking, asking
from conspectus.engine.batcher import Priority
from conspectus.errors import DeadlineExceeded, InvalidRequest, Overloaded
from conspectus.settings import Settings
from conspectus.types import Plan, Progress, SummarySentence
from conspectus.v1 import summarization_pb2 as pb
from conspectus.v1 import summarization_pb2_grpc as pb_grpc
from conspectus.watch import Event

if TYPE_CHECKING:
    Context = grpc.aio.ServicerContext[Any, Any]
else:
    Context = grpc.aio.ServicerContext
T = TypeVar("T")

# Metadata of a call: who shares the models fairly with others, and how urgent it is.
CALLER, PRIORITY = "conspectus-caller", "conspectus-priority"
# What a call adds to its log line; set by the interceptor, filled here.
call_facts: contextvars.ContextVar[dict[str, Any]] = contextvars.ContextVar("call_facts")


class Workers:
    """A bounded pool of threads with a bounded queue."""

    def __init__(self, settings: Settings) -> None:
        self._threads = settings.threads
        self._capacity = self._threads + settings.max_queued
        self._default_timeout = settings.default_timeout
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="pipeline")
        self._admitted = 0
        self._typical = 0.2  # seconds for one request, a running mean; starts at what five articles take at worst

    async def run(self, context: Context, work: Callable[[Deadline], T]) -> T:
        """The work's result; it is told to stop when the call ends. Raises Overloaded if the queue is full."""
        with self.admitted():
            deadline = Deadline(self.seconds(context))
            context.add_done_callback(lambda _: deadline.cancel())  # type: ignore[arg-type]
            who = _asking(context)
            return await asyncio.get_running_loop().run_in_executor(self._pool, self._timed, work, deadline, who)

    @contextlib.contextmanager
    def admitted(self) -> Iterator[None]:
        """A place among those at work or waiting. Raises Overloaded if there is none."""
        if self._admitted >= self._capacity:
            wait = self._typical * self._admitted / self._threads
            raise Overloaded(f"{self._admitted} requests are under way or waiting: come back in {wait:.1f} s", wait)
        self._admitted += 1
        try:
            yield
        finally:
            self._admitted -= 1

    def seconds(self, context: Context) -> float:
        """How long a call may take: what its deadline leaves, else the default."""
        remaining = context.time_remaining()
        return self._default_timeout if remaining is None else remaining

    def _timed(self, work: Callable[[Deadline], T], deadline: Deadline, who: Asking) -> T:
        deadline.check()  # it may have passed in the queue
        asking.set(who)
        start = time.monotonic()
        try:
            return work(deadline)
        finally:
            self._typical += 0.1 * (time.monotonic() - start - self._typical)

    def close(self) -> None:
        """Let the threads go; what waits is dropped."""
        self._pool.shutdown(wait=False, cancel_futures=True)


class SummarizationServicer(pb_grpc.SummarizationServiceServicer):
    """The service of the contract. Raises our errors; the interceptor turns them into statuses."""

    def __init__(self, engine: Engine, settings: Settings, workers: Workers) -> None:
        self._engine = engine
        self._settings = settings
        self._limits = settings.limits
        self._workers = workers

    async def Summarize(self, request: pb.SummarizeRequest, context: Context) -> pb.SummarizeResponse:  # noqa: N802
        response = await self._workers.run(context, functools.partial(self._summarize, request, None))
        return _noted(request, response)

    async def SummarizeStream(  # noqa: N802
        self, request: pb.SummarizeRequest, context: Context
    ) -> AsyncIterator[pb.SummarizeStreamResponse]:
        loop, events = asyncio.get_running_loop(), asyncio.Queue[pb.SummarizeStreamResponse | None]()

        def observe(event: Event) -> None:
            loop.call_soon_threadsafe(events.put_nowait, _event_to_proto(event))

        work = asyncio.ensure_future(self._workers.run(context, functools.partial(self._summarize, request, observe)))
        work.add_done_callback(lambda _: events.put_nowait(None))
        try:
            while (event := await events.get()) is not None:
                yield event
            yield pb.SummarizeStreamResponse(response=_noted(request, await work))
        finally:
            work.cancel()

    async def SummarizeUpload(  # noqa: N802
        self, requests: AsyncIterator[pb.SummarizeUploadRequest], context: Context
    ) -> pb.SummarizeResponse:
        with self._workers.admitted():  # it holds memory from its first part on
            try:
                async with asyncio.timeout(self._workers.seconds(context)):
                    request = await assemble(requests, self._settings)
            except TimeoutError:
                raise DeadlineExceeded("the deadline passed before the upload was complete") from None
        response = await self._workers.run(context, functools.partial(self._summarize, request, None))
        return _noted(request, response)

    async def RankSentences(self, request: pb.RankSentencesRequest, context: Context) -> pb.RankSentencesResponse:  # noqa: N802
        return await self._workers.run(context, functools.partial(self._rank, request))

    async def Attribute(self, request: pb.AttributeRequest, context: Context) -> pb.AttributeResponse:  # noqa: N802
        response = await self._workers.run(context, functools.partial(self._attribute, request))
        call_facts.get({}).update(documents=len(request.documents), sentences=len(response.sentences))
        return response

    async def GetInfo(self, request: pb.GetInfoRequest, context: Context) -> pb.GetInfoResponse:  # noqa: N802
        return to_proto(pipeline.info(self._engine, self._limits), pb.GetInfoResponse())

    def _summarize(
        self, request: pb.SummarizeRequest, observe: Callable[[Event], None] | None, deadline: Deadline
    ) -> pb.SummarizeResponse:
        documents, options = documents_from_proto(request.documents), options_from_proto(request.options)
        response = pipeline.summarize(
            documents, options, engine=self._engine, limits=self._limits, deadline=deadline, observe=observe
        )
        return to_proto(response, pb.SummarizeResponse())

    def _rank(self, request: pb.RankSentencesRequest, deadline: Deadline) -> pb.RankSentencesResponse:
        documents, options = documents_from_proto(request.documents), options_from_proto(request.options)
        response = pipeline.rank_sentences(
            documents, options, engine=self._engine, limits=self._limits, deadline=deadline
        )
        return to_proto(response, pb.RankSentencesResponse())

    def _attribute(self, request: pb.AttributeRequest, deadline: Deadline) -> pb.AttributeResponse:
        documents, options = documents_from_proto(request.documents), options_from_proto(request.options)
        response = pipeline.attribute(
            request.text, documents, options, engine=self._engine, limits=self._limits, deadline=deadline
        )
        return to_proto(response, pb.AttributeResponse())


async def assemble(parts: AsyncIterator[pb.SummarizeUploadRequest], settings: Settings) -> pb.SummarizeRequest:
    """The request that an upload's parts make. Raises InvalidRequest or Overloaded as the contract says."""
    request = pb.SummarizeRequest()
    contents: list[bytearray] = []
    size = 0
    has_options = False
    async for part in parts:
        size += part.ByteSize()
        if size > settings.max_upload_bytes:
            raise Overloaded(f"the upload passes the limit of {settings.max_upload_bytes} bytes: split the set")
        kind = part.WhichOneof("part")
        if kind == "options":
            if has_options or contents:
                raise InvalidRequest.of("options", "options come once, before the first document")
            has_options = True
            request.options.CopyFrom(part.options)
        elif kind == "document":
            if len(contents) == settings.max_documents:
                raise InvalidRequest.of("documents", f"over the limit of {settings.max_documents}: split the set")
            request.documents.append(part.document)
            contents.append(bytearray())
        elif kind == "chunk":
            if not contents:
                raise InvalidRequest.of("chunk", "a chunk comes after the document that it continues")
            contents[-1] += part.chunk.data
        else:
            raise InvalidRequest.of("part", "set one of options, document and chunk")
    for index, content in enumerate(contents):
        _append(request.documents[index], content, index)
    return request


def _asking(context: Context) -> Asking:
    """Who asks, and how urgently, as the metadata of a call tell; else where it comes from. Raises InvalidRequest."""
    told = {key: value for key, value in context.invocation_metadata() or () if isinstance(value, str)}
    priority = told.get(PRIORITY, Priority.NORMAL.name).upper()
    if priority not in Priority.__members__:
        raise InvalidRequest.of(f"metadata {PRIORITY}", f"'{told[PRIORITY]}' is none of low, normal, high")
    host = context.peer().rpartition(":")[0]  # without the port, which is another for each connection
    return Asking(told.get(CALLER) or host, Priority[priority])


def _append(document: pb.Document, content: bytearray, index: int) -> None:
    field = document.WhichOneof("content") or "text"
    if not content:
        return
    try:
        setattr(document, field, getattr(document, field) + content.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise InvalidRequest.of(
            f"documents[{index}].{field}", f"the chunks are not UTF-8: byte {error.start} can't be read"
        ) from None


def _noted(request: pb.SummarizeRequest, response: pb.SummarizeResponse) -> pb.SummarizeResponse:
    """Puts the sizes of a call into its log line."""
    call_facts.get({}).update(documents=len(request.documents), sentences=len(response.summary.sentences))
    return response


def _event_to_proto(event: Event) -> pb.SummarizeStreamResponse:
    message = pb.SummarizeStreamResponse()
    kinds = {Progress: message.progress, Plan: message.plan, SummarySentence: message.sentence}
    to_proto(event, kinds[type(event)])
    return message
