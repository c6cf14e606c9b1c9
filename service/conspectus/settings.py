"""One place for everything that can be set: a flag of `conspectus serve` > `CONSPECTUS_<FIELD>` > the default here."""

import dataclasses
import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from conspectus.errors import InvalidRequest
from conspectus.types import Limits

MIB = 1024 * 1024
EMBEDDED = "embedded"  # the encoder that is shipped
EXTRACTIVE = "extractive"  # the writer that is shipped: it quotes
WAITING = 32  # pipelines that may wait for a model at once
FROM_ZERO = ("workers", "max_queued", "drain_grace", "batch_tokens", "writer_retries", "seed")  # the others: from 1


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a server, each with its reason."""

    listen: str = "127.0.0.1:50051"  # loopback: there is no authentication yet, so opening it is a decision
    workers: int = 0  # pipelines at work at once; 0: one for each processor, or 32 that wait for a model's batches
    max_queued: int = 64  # requests that wait for a worker; past that a caller is better told to come back
    default_timeout: float = 60.0  # seconds for a call that brings no deadline of its own
    drain_grace: float = 10.0  # seconds for calls under way when the server is told to stop
    max_documents: int = 1000  # a day's wires on one subject
    max_document_bytes: int = 2 * MIB  # a long report; an article is a few KiB
    max_message_bytes: int = 32 * MIB  # gRPC's own default of 4 MiB cuts off sets of fifty long articles
    max_upload_bytes: int = 128 * MIB  # what SummarizeUpload takes in all, held in memory
    max_words: int = 5000  # past that it is no summary
    default_max_words: int = 220  # the length editors chose for clusters of news articles (Multi-News)
    encoder: str = EMBEDDED  # of sentences: what is shipped, or a model: a folder, or an id; it needs torch
    device: str = "auto"  # of models: a GPU where there is one; cpu, cuda (all of them), cuda:N, mps
    dtype: str = "auto"  # of models: the numbers that the device computes with best; float32, bfloat16, float16, int8
    batch_tokens: int = 0  # most tokens of a batch of sentences, padding included; 0: what suits the device
    entailment: str = ""  # model that judges drafts beside the gates: a folder, or an id; none: it needs torch
    entailment_labels: str = ""  # what the model's labels stand for, in their order, where their names do not tell
    writer: str = (
        EXTRACTIVE  # quotes, or a model: a folder, an id, or the URL of one that others run, http://host:8000/v1
    )
    writer_model: str = ""  # which of the models that the URL has; none: the one that it lists
    writer_requests: int = 8  # calls to the URL at once, of all requests: more than that a small server only queues
    writer_timeout: float = 60.0  # seconds for a text, with all tries; and half of what a call's deadline leaves
    writer_retries: int = 2  # tries after one that was refused, failed, or found nobody: a server that restarts is back
    writer_key: str = dataclasses.field(default="", repr=False)  # for the URL; no flag, for processes show theirs
    seed: int = 0  # sent to the URL: the same request, the same text, as far as it keeps to it; here none is drawn
    log_level: str = "info"  # debug, info, warning, error

    @classmethod
    def load(cls, flags: Mapping[str, Any] | None = None, environment: Mapping[str, str] = os.environ) -> "Settings":
        """Settings from flags (None: not given), then the environment, then the defaults.

        Raises InvalidRequest, naming the variable or flag, for a value that is no number or out of range.
        """
        values: dict[str, Any] = {}
        names: dict[str, str] = {}  # what to call each in an error
        for field in dataclasses.fields(cls):
            variable = f"CONSPECTUS_{field.name.upper()}"
            if flags and flags.get(field.name) is not None:
                values[field.name], names[field.name] = flags[field.name], f"--{field.name.replace('_', '-')}"
            elif environment.get(variable):
                values[field.name] = _parse(variable, environment[variable], type(field.default))
                names[field.name] = variable
        if "max_words" in values:  # a lower limit lowers the default with it
            values.setdefault("default_max_words", max(1, min(cls().default_max_words, values["max_words"])))
        settings = cls(**values)
        settings._check(names)
        return settings

    def _check(self, names: Mapping[str, str]) -> None:
        for field in dataclasses.fields(self):
            value, name = getattr(self, field.name), names.get(field.name, field.name)
            lowest = 0 if field.name in FROM_ZERO else 1
            if isinstance(value, (int, float)) and not lowest <= value < 2**31:
                raise InvalidRequest.of(name, f"{value} is out of range: it must be {lowest} to {2**31 - 1}")
        if self.default_max_words > self.max_words:
            name = names.get("default_max_words", "default_max_words")
            raise InvalidRequest.of(name, f"must not be more than max_words, {self.max_words}")
        if self.log_level not in ("debug", "info", "warning", "error"):
            name = names.get("log_level", "log_level")
            raise InvalidRequest.of(name, f"'{self.log_level}' is none of debug, info, warning, error")
        if "://" in self.writer and any(mark in self.writer for mark in "@?#"):  # settings are printed
            what = "it must have no name, password or query: a key is given as CONSPECTUS_WRITER_KEY"
            raise InvalidRequest.of(names.get("writer", "writer"), what)
        host, _, port = self.listen.rpartition(":")
        if not host or not port.isdecimal() or int(port) > 65535:
            name = names.get("listen", "listen")
            raise InvalidRequest.of(name, f"'{self.listen}' is no HOST:PORT with a port of 0 to 65535")

    @property
    def threads(self) -> int:
        """How many pipelines are at work at once: numpy holds a processor busy, who waits for a model holds none, and
        its batches are made of what several wait for.
        """
        return self.workers or (
            os.cpu_count() or 1 if (self.encoder, self.writer) == (EMBEDDED, EXTRACTIVE) else WAITING
        )

    @property
    def limits(self) -> Limits:
        """What callers are told of them."""
        return Limits(**{field.name: getattr(self, field.name) for field in dataclasses.fields(Limits)})

    def __str__(self) -> str:
        """All settings; of a secret one whether it is set."""
        values = ((field, getattr(self, field.name)) for field in dataclasses.fields(self))
        return " ".join(f"{field.name}={value if field.repr else value and '***'}" for field, value in values)


def _parse(name: str, value: str, kind: type) -> Any:
    try:
        return kind(value)
    except ValueError:
        raise InvalidRequest.of(name, f"'{value}' is no number") from None
