"""Clients for a Conspectus server: `Client` for plain code, `AsyncClient` for asyncio.

Both return the types of `types` and raise the errors of `errors`. A set too large for one message is uploaded in parts
without being asked.
"""

import contextlib
from collections.abc import AsyncIterator, Iterable, Iterator
from types import TracebackType
from typing import Any, cast

import grpc
from google.rpc.status_pb2 import Status
from grpc_health.v1 import health_pb2, health_pb2_grpc

from conspectus.convert import from_proto, request_to_proto
from conspectus.errors import InvalidRequest
from conspectus.status import from_status
from conspectus.types import (
    AttributeResponse,
    Document,
    Info,
    Plan,
    Progress,
    RankSentencesResponse,
    SummarizeResponse,
    SummaryOptions,
    SummarySentence,
)
from conspectus.typography import well_formed
from conspectus.v1 import summarization_pb2 as pb
from conspectus.v1 import summarization_pb2_grpc as pb_grpc

Event = Progress | Plan | SummarySentence | SummarizeResponse

TIMEOUT = 60.0  # seconds
UPLOAD_FROM = 3 * 1024 * 1024  # bytes; below the 4 MiB that proxies let through by default
CHUNK = 1024 * 1024  # bytes
MAX_RESPONSE = 64 * 1024 * 1024  # bytes; twice what a server receives by default
_RETRY = """{"methodConfig": [{"name": [{"service": "conspectus.v1.SummarizationService"}], "retryPolicy": {
    "maxAttempts": 4, "initialBackoff": "0.2s", "maxBackoff": "2s", "backoffMultiplier": 2,
    "retryableStatusCodes": ["UNAVAILABLE"]}}]}"""
_OPTIONS = [
    ("grpc.max_receive_message_length", MAX_RESPONSE),
    ("grpc.max_send_message_length", MAX_RESPONSE),
    ("grpc.service_config", _RETRY),
]


class Client:
    """A client that blocks. Use it as a context manager, or close it.

    `timeout`, in seconds, holds for each call that names none of its own.
    """

    def __init__(self, target: str, *, timeout: float = TIMEOUT) -> None:
        self._channel = grpc.insecure_channel(target, options=_OPTIONS)
        self._stub = pb_grpc.SummarizationServiceStub(self._channel)
        self._health = health_pb2_grpc.HealthStub(self._channel)
        self._timeout = timeout

    def __enter__(self) -> "Client":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connection."""
        self._channel.close()

    def summarize(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> SummarizeResponse:
        """Summarizes a set of documents."""
        request, seconds = _request(documents, options), timeout or self._timeout
        with _our_errors():
            if request.ByteSize() < UPLOAD_FROM:
                return from_proto(SummarizeResponse, self._stub.Summarize(request, timeout=seconds))
            return from_proto(SummarizeResponse, self._stub.SummarizeUpload(parts(request), timeout=seconds))

    def summarize_stream(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> Iterator[Event]:
        """Summarizes a set and tells of it: progress, the plan, each sentence when verified, and last the response."""
        call = self._stub.SummarizeStream(_request(documents, options), timeout=timeout or self._timeout)
        with _our_errors(), _cancelled_at_end(call):
            yield from map(_event, call)

    def rank_sentences(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> RankSentencesResponse:
        """Ranks the sentences of a set by salience."""
        request = request_to_proto(documents, options or SummaryOptions(), pb.RankSentencesRequest())
        with _our_errors():
            response = self._stub.RankSentences(request, timeout=timeout or self._timeout)
        return from_proto(RankSentencesResponse, response)

    def attribute(
        self,
        text: str,
        documents: Iterable[Document],
        options: SummaryOptions | None = None,
        *,
        timeout: float | None = None,
    ) -> AttributeResponse:
        """Tells who says what a text says, sentence by sentence, and what in it nobody says."""
        request = _attribute_request(text, documents, options)
        with _our_errors():
            return from_proto(AttributeResponse, self._stub.Attribute(request, timeout=timeout or self._timeout))

    def info(self, *, timeout: float | None = None) -> Info:
        """What the server is."""
        with _our_errors():
            return from_proto(Info, self._stub.GetInfo(pb.GetInfoRequest(), timeout=timeout or self._timeout))

    def health(self, *, timeout: float | None = None) -> str:
        """The server's state by the standard health service: "SERVING" or "NOT_SERVING"."""
        with _our_errors():
            return _state(self._health.Check(health_pb2.HealthCheckRequest(), timeout=timeout or self._timeout))


class AsyncClient:
    """The same for asyncio. Use it as an async context manager, or close it."""

    def __init__(self, target: str, *, timeout: float = TIMEOUT) -> None:
        self._channel = grpc.aio.insecure_channel(target, options=_OPTIONS)
        self._stub = pb_grpc.SummarizationServiceStub(self._channel)
        self._health = health_pb2_grpc.HealthStub(self._channel)
        self._timeout = timeout

    async def __aenter__(self) -> "AsyncClient":
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Close the connection."""
        await self._channel.close()

    async def summarize(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> SummarizeResponse:
        """Summarizes a set of documents."""
        request, seconds = _request(documents, options), timeout or self._timeout
        with _our_errors():
            if request.ByteSize() < UPLOAD_FROM:
                return from_proto(SummarizeResponse, await self._stub.Summarize(request, timeout=seconds))
            return from_proto(SummarizeResponse, await self._stub.SummarizeUpload(parts(request), timeout=seconds))

    async def summarize_stream(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> AsyncIterator[Event]:
        """Summarizes a set and tells of it: progress, the plan, each sentence when verified, and last the response."""
        call = self._stub.SummarizeStream(_request(documents, options), timeout=timeout or self._timeout)
        with _our_errors(), _cancelled_at_end(call):
            async for event in call:
                yield _event(event)

    async def rank_sentences(
        self, documents: Iterable[Document], options: SummaryOptions | None = None, *, timeout: float | None = None
    ) -> RankSentencesResponse:
        """Ranks the sentences of a set by salience."""
        request = request_to_proto(documents, options or SummaryOptions(), pb.RankSentencesRequest())
        with _our_errors():
            response = await self._stub.RankSentences(request, timeout=timeout or self._timeout)
        return from_proto(RankSentencesResponse, response)

    async def attribute(
        self,
        text: str,
        documents: Iterable[Document],
        options: SummaryOptions | None = None,
        *,
        timeout: float | None = None,
    ) -> AttributeResponse:
        """Tells who says what a text says, sentence by sentence, and what in it nobody says."""
        request = _attribute_request(text, documents, options)
        with _our_errors():
            return from_proto(AttributeResponse, await self._stub.Attribute(request, timeout=timeout or self._timeout))

    async def info(self, *, timeout: float | None = None) -> Info:
        """What the server is."""
        with _our_errors():
            return from_proto(Info, await self._stub.GetInfo(pb.GetInfoRequest(), timeout=timeout or self._timeout))

    async def health(self, *, timeout: float | None = None) -> str:
        """The server's state by the standard health service: "SERVING" or "NOT_SERVING"."""
        with _our_errors():
            return _state(await self._health.Check(health_pb2.HealthCheckRequest(), timeout=timeout or self._timeout))


def parts(request: pb.SummarizeRequest) -> Iterator[pb.SummarizeUploadRequest]:
    """The parts of an upload that make a request: options, then each document with its content in chunks."""
    yield pb.SummarizeUploadRequest(options=request.options)
    for document in request.documents:
        field = document.WhichOneof("content") or "text"
        content = getattr(document, field).encode("utf-8")
        head = pb.Document()
        head.CopyFrom(document)
        setattr(head, field, "")
        yield pb.SummarizeUploadRequest(document=head)
        for start in range(0, len(content), CHUNK):
            yield pb.SummarizeUploadRequest(chunk=pb.DocumentChunk(data=content[start : start + CHUNK]))


def _request(documents: Iterable[Document], options: SummaryOptions | None) -> pb.SummarizeRequest:
    return request_to_proto(documents, options or SummaryOptions(), pb.SummarizeRequest())


def _attribute_request(text: str, documents: Iterable[Document], options: SummaryOptions | None) -> pb.AttributeRequest:
    if not isinstance(text, str):
        raise InvalidRequest.of("text", f"must be of type str, not {type(text).__name__}")
    request = pb.AttributeRequest(text=well_formed(text))
    return request_to_proto(documents, options or SummaryOptions(), request)


def _event(message: pb.SummarizeStreamResponse) -> Event:
    kind = message.WhichOneof("event")
    if kind == "progress":
        return from_proto(Progress, message.progress)
    if kind == "plan":
        return from_proto(Plan, message.plan)
    if kind == "sentence":
        return from_proto(SummarySentence, message.sentence)
    return from_proto(SummarizeResponse, message.response)


def _state(response: health_pb2.HealthCheckResponse) -> str:
    return str(health_pb2.HealthCheckResponse.ServingStatus.Name(response.status))


@contextlib.contextmanager
def _cancelled_at_end(call: grpc.Call | grpc.aio.Call) -> Iterator[None]:
    """Cancels a call that its caller stops listening to; of one that has ended nothing is left to cancel."""
    try:
        yield
    finally:
        call.cancel()


@contextlib.contextmanager
def _our_errors() -> Iterator[None]:
    """Raises the error of ours that a failed call stands for."""
    try:
        yield
    except grpc.RpcError as error:
        packed: Any = dict(cast(Any, error.trailing_metadata() or ())).get("grpc-status-details-bin")
        status = Status.FromString(packed) if packed else None
        raise from_status(error.code().value[0], error.details() or error.code().name, status) from None
