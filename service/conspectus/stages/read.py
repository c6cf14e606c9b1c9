"""read: documents as sent -> sources in an order of their own, with ids, languages and the text that offsets count in.

Everything after it works on `Source`s in one order, whatever the order of arrival, which is what makes a summary
independent of that order.
"""

import datetime
import hashlib
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conspectus.engine import Engine
from conspectus.engine.languages import UNDETERMINED, primary
from conspectus.errors import InvalidRequest
from conspectus.offsets import OffsetMap
from conspectus.stages.html import main_text
from conspectus.types import Document, SummaryOptions
from conspectus.typography import count_words

_HOST = re.compile(r"https?://(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Source:
    """A document as read. `index` is its place in the order of work, `arrival` its place in the request."""

    index: int
    arrival: int
    document: Document  # with its id, given or made
    text: str  # what offsets count in
    language: str
    offsets: OffsetMap
    digest: str

    @property
    def id(self) -> str:
        """The document's id."""
        return self.document.id

    @property
    def published(self) -> datetime.datetime | None:
        """When it was published, in UTC; None if that is not known."""
        return in_utc(self.document.publish_time) if self.document.publish_time else None

    @property
    def day(self) -> datetime.date | None:
        """The day of it."""
        return self.published.date() if self.published else None

    @property
    def publisher(self) -> str:
        """Who published it: the publisher that is given, else the host of its address; "" if neither is known."""
        host = _HOST.match(self.document.url)
        return self.document.publisher.strip().casefold() or (host[1].casefold() if host else "")


def read(documents: Sequence[Document], options: SummaryOptions, engine: Engine) -> list[Source]:
    """The sources in the order of work: by publish time, then by text, then by all else. `documents` passed `check`."""
    texts = [
        main_text(document.html, index) if document.html else document.text for index, document in enumerate(documents)
    ]
    digests = [_digest(document) for document in documents]
    made = _make_ids(documents, digests)
    order = sorted(
        range(len(documents)),
        key=lambda i: (_timestamp(documents[i].publish_time), _digest_of(texts[i]), digests[i], made[i]),
    )
    return [
        Source(
            index=index,
            arrival=arrival,
            document=replace(documents[arrival], id=made[arrival]),
            text=texts[arrival],
            language=documents[arrival].language_code or engine.identifier.identify(texts[arrival]),
            offsets=OffsetMap(texts[arrival], options.offset_encoding),
            digest=digests[arrival],
        )
        for index, arrival in enumerate(order)
    ]


def input_digest(sources: Sequence[Source], options: SummaryOptions, text: str = "") -> str:
    """A digest of the request, whatever the order of its documents: BLAKE2b, 128 bits, hex.

    `text` is that which the documents are to be compared with, if any.
    """
    digest = hashlib.blake2b(digest_size=16)
    for part in sorted(f"{source.digest}{source.id}" for source in sources):
        digest.update(part.encode("utf-8", "surrogatepass") + b"\0")
    digest.update(repr(replace(options, include_durations=False)).encode("utf-8", "surrogatepass"))
    digest.update(text.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()


def main_language(sources: Sequence[Source], options: SummaryOptions) -> str:
    """The primary subtag of the summary's language: the one asked for, else the commonest by words."""
    present: Counter[str] = Counter()
    for source in sources:
        present[primary(source.language)] += count_words(source.text)
    if options.language_code:
        asked = primary(options.language_code)
        if asked not in present:
            there = ", ".join(sorted(present))
            raise InvalidRequest.of(
                "options.language_code", f"no document is in '{options.language_code}'; the documents are in: {there}"
            )
        return asked
    return max(present.items(), key=lambda item: (item[0] != UNDETERMINED, item[1], item[0]))[0]


def _make_ids(documents: Sequence[Document], digests: Sequence[str]) -> list[str]:
    """The given ids, and for the others `doc-` with the content's digest; copies get a number behind it."""
    taken = {document.id for document in documents}
    copies: Counter[str] = Counter()
    made = []
    for document, digest in zip(documents, digests, strict=True):
        name = document.id
        while not name or (name in taken and not document.id):
            copies[digest] += 1
            name = f"doc-{digest[:12]}" + (f"-{copies[digest]}" if copies[digest] > 1 else "")
        taken.add(name)
        made.append(name)
    return made


def _digest(document: Document) -> str:
    return _digest_of(
        document.text, document.html, document.title, document.url, document.publisher, document.author,
        str(document.publish_time), document.language_code, repr(document.weight),
    )  # fmt: skip


def _digest_of(*parts: str) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        data = part.encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(data) + data)
    return digest.hexdigest()


def _timestamp(time: datetime.datetime | None) -> float:
    if time is None:
        return float("inf")
    return in_utc(time).timestamp()


def in_utc(time: datetime.datetime) -> datetime.datetime:
    """The time in UTC, which one without a zone is taken to be in."""
    try:
        return time.astimezone(datetime.UTC) if time.tzinfo else time.replace(tzinfo=datetime.UTC)
    except OverflowError:  # in the first or last hours of the calendar
        return time.replace(tzinfo=datetime.UTC)
