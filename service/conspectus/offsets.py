"""Offsets in the three units of the contract.

Everything inside counts in code points, as Python's str does; an `OffsetMap` turns such an offset into the caller's
unit. A lone surrogate, which UTF-8 can't hold, counts three bytes: as much as the U+FFFD that takes its place on the
wire (see `convert`), so that its offsets hold there too.
"""

import numpy as np

from conspectus.types import OffsetEncoding, Range


class OffsetMap:
    """Maps code-point offsets of one text to one encoding."""

    __slots__ = ("_offsets",)

    def __init__(self, text: str, encoding: OffsetEncoding) -> None:
        self._offsets: np.ndarray | None = None  # (len(text) + 1,), None where the map is the identity
        if encoding in (OffsetEncoding.UNSPECIFIED, OffsetEncoding.CODE_POINTS) or text.isascii():
            return
        points = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype="<u4")
        if encoding == OffsetEncoding.UTF8_BYTES:
            widths = 1 + (points > 0x7F).astype(np.int64) + (points > 0x7FF) + (points > 0xFFFF)
        else:
            widths = 1 + (points > 0xFFFF).astype(np.int64)
        self._offsets = np.concatenate([[0], np.cumsum(widths)])

    def range(self, start: int, end: int) -> Range:
        """The range [start, end) of code points in this map's encoding."""
        if self._offsets is None:
            return Range(start, end)
        return Range(int(self._offsets[start]), int(self._offsets[end]))
