"""What every rpc of the service goes through: the one place where an error becomes a status, and its log line."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import grpc
from google.protobuf.message import DecodeError, Message

from conspectus.errors import ConspectusError, Internal, InvalidRequest
from conspectus.servicer import Context, call_facts
from conspectus.status import to_status

logger = logging.getLogger("conspectus")
SERVICE = "/conspectus.v1.SummarizationService/"


class CallInterceptor(grpc.aio.ServerInterceptor):
    """Wraps the handlers of the service; health and reflection pass untouched."""

    async def intercept_service(
        self,
        continuation: Callable[[grpc.HandlerCallDetails], Awaitable[Any]],
        handler_call_details: grpc.HandlerCallDetails,
    ) -> Any:
        handler = await continuation(handler_call_details)
        method = handler_call_details.method
        if handler is None or not method.startswith(SERVICE):
            return handler
        name, decode = method.removeprefix(SERVICE), handler.request_deserializer
        # Requests come as bytes and are decoded within the call, so that what can't be decoded gets a status too.
        codec = {"request_deserializer": None, "response_serializer": handler.response_serializer}
        if handler.unary_unary:
            return grpc.unary_unary_rpc_method_handler(_unary(name, handler.unary_unary, decode), **codec)
        if handler.stream_unary:
            return grpc.stream_unary_rpc_method_handler(_upload(name, handler.stream_unary, decode), **codec)
        return grpc.unary_stream_rpc_method_handler(_stream(name, handler.unary_stream, decode), **codec)


Decode = Callable[[bytes], Message]


def _unary(name: str, behavior: Any, decode: Decode) -> Callable[[bytes, Context], Awaitable[Any]]:
    async def call(request: bytes, context: Context) -> Any:
        async with _Call(name, context):
            return await behavior(_decoded(request, decode), context)

    return call


def _upload(name: str, behavior: Any, decode: Decode) -> Callable[[AsyncIterator[bytes], Context], Awaitable[Any]]:
    async def call(requests: AsyncIterator[bytes], context: Context) -> Any:
        async with _Call(name, context):
            return await behavior((_decoded(request, decode) async for request in requests), context)

    return call


def _stream(name: str, behavior: Any, decode: Decode) -> Callable[[bytes, Context], AsyncIterator[Any]]:
    async def call(request: bytes, context: Context) -> AsyncIterator[Any]:
        async with _Call(name, context):
            async for response in behavior(_decoded(request, decode), context):
                yield response

    return call


def _decoded(request: bytes, decode: Decode) -> Message:
    try:
        return decode(request)
    except DecodeError:
        raise InvalidRequest.of("request", "the bytes are no message of this rpc, or a string is no UTF-8") from None


class _Call:
    """One call: aborts with the status of what was raised, and logs one line when it ends."""

    def __init__(self, name: str, context: Context) -> None:
        self._name = name
        self._context = context

    async def __aenter__(self) -> None:
        self._start = time.monotonic()
        self._facts: dict[str, Any] = {}
        call_facts.set(self._facts)

    async def __aexit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: Any) -> None:
        if error is None:
            self._log(logging.INFO, "OK")
        elif isinstance(error, ConspectusError):
            await self._abort(error, logging.INFO)
        elif isinstance(error, (asyncio.CancelledError, GeneratorExit)):
            self._log(logging.INFO, "CANCELLED")
        else:
            logger.error("%s failed: a defect", self._name, exc_info=error)
            await self._abort(Internal("internal error"), logging.ERROR)

    async def _abort(self, error: ConspectusError, level: int) -> None:
        code = _code(error.code)
        self._log(level, code.name, reason=error.reason)
        details = (("grpc-status-details-bin", to_status(error).SerializeToString()),)
        await self._context.abort(code, str(error), trailing_metadata=details)

    def _log(self, level: int, code: str, **more: Any) -> None:
        facts = {"ms": round(1000 * (time.monotonic() - self._start)), **self._facts, **more}
        logger.log(level, "%s %s %s", self._name, code, " ".join(f"{name}={value}" for name, value in facts.items()))


def _code(number: int) -> grpc.StatusCode:
    return next(code for code in grpc.StatusCode if code.value[0] == number)
