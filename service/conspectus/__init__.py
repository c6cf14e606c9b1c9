"""Conspectus: many documents on one subject in, one summary out in which every sentence shows who says so."""

from conspectus._version import __version__
from conspectus.client import AsyncClient, Client
from conspectus.errors import ConspectusError
from conspectus.types import AttributeResponse, Document, OffsetEncoding, Preset, SummarizeResponse, SummaryOptions

__all__ = [
    "AsyncClient",
    "AttributeResponse",
    "Client",
    "ConspectusError",
    "Document",
    "OffsetEncoding",
    "Preset",
    "SummarizeResponse",
    "SummaryOptions",
    "__version__",
]
