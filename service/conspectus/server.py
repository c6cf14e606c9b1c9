"""The server: the service, health and reflection on one port; loads before it is ready, drains before it ends."""

import asyncio
import logging
import signal
import sys

import grpc
from grpc_health.v1 import health, health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha import reflection

from conspectus._version import __version__
from conspectus.engine import Engine
from conspectus.errors import InvalidRequest
from conspectus.interceptors import CallInterceptor
from conspectus.servicer import SummarizationServicer, Workers
from conspectus.settings import Settings
from conspectus.v1 import summarization_pb2 as pb
from conspectus.v1 import summarization_pb2_grpc as pb_grpc

logger = logging.getLogger("conspectus")
SERVICE = pb.DESCRIPTOR.services_by_name["SummarizationService"].full_name


class Server:
    """A server on `settings.listen`; `port` is the one it got, where 0 was asked for."""

    def __init__(self, settings: Settings, engine: Engine | None = None) -> None:
        self._settings = settings
        self._given = engine
        self._loaded: Engine | None = None
        self.port = 0

    async def start(self) -> None:
        """Load the models, listen and be ready.

        Raises InvalidRequest if the address can't be listened on, and what `Engine.load` does.
        """
        engine = self._given
        if not engine:
            engine = self._loaded = await asyncio.to_thread(Engine.load, self._settings)
        self._workers = Workers(self._settings)
        self._health = health.aio.HealthServicer()
        self._server = grpc.aio.server(interceptors=[CallInterceptor()], options=_channel_options(self._settings))
        servicer = SummarizationServicer(engine, self._settings, self._workers)
        pb_grpc.add_SummarizationServiceServicer_to_server(servicer, self._server)
        health_pb2_grpc.add_HealthServicer_to_server(self._health, self._server)
        reflection.enable_server_reflection((SERVICE, health.SERVICE_NAME, reflection.SERVICE_NAME), self._server)
        try:
            self.port = self._server.add_insecure_port(self._settings.listen)
        except RuntimeError:
            raise InvalidRequest.of(
                "listen", f"can't listen on '{self._settings.listen}': in use, or no address"
            ) from None
        await self._server.start()
        for name in ("", SERVICE):
            await self._health.set(name, health_pb2.HealthCheckResponse.SERVING)

    async def stop(self) -> None:
        """Report not serving, let the calls under way end for `drain_grace` seconds, then end."""
        await self._health.enter_graceful_shutdown()
        await self._server.stop(self._settings.drain_grace)
        self._workers.close()
        if self._loaded:
            self._loaded.close()


def serve(settings: Settings) -> None:
    """Run a server until SIGTERM or SIGINT; a second signal ends it at once."""
    logging.basicConfig(stream=sys.stderr, format="%(asctime)s %(levelname)s %(message)s")
    logger.setLevel(settings.log_level.upper())
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    logger.info("conspectus %s: %s", __version__, settings)
    server = Server(settings)
    await server.start()
    logger.info("ready: listening on %s:%d", settings.listen.rpartition(":")[0], server.port)
    told = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(number, _on_signal, told)
    await told.wait()
    logger.info("stopping: calls under way have %g s", settings.drain_grace)
    await server.stop()
    logger.info("stopped")


def _on_signal(told: asyncio.Event) -> None:
    if told.is_set():
        sys.exit(1)
    told.set()


def _channel_options(settings: Settings) -> list[tuple[str, int]]:
    return [
        ("grpc.max_receive_message_length", settings.max_message_bytes),
        (
            "grpc.max_send_message_length",
            min(2 * settings.max_message_bytes, 2**31 - 1),
        ),  # a response quotes what it was sent
        ("grpc.so_reuseport", 0),  # a second server on the same port is a mistake, and must be told so
        ("grpc.http2.min_recv_ping_interval_without_data_ms", 10_000),  # let clients behind balancers keep alive
    ]
