"""calibration: makes the cosines of a sentence encoder mean what those of the embedded one do.

What counts as the same, and as another subject, is a cosine read off the embedded encoder. Other encoders put any two
sentences at 0.7, or at 0.1: their vectors lie in a narrow cone (Ethayarajh 2019), out of which the mean of unrelated
sentences takes them (Mu & Viswanath 2018); then their length makes two wordings of one thing as near as the embedded
encoder has them. Read off forty pairs of sentences that are shipped (models/calibration).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from conspectus.shipped import models_dir

Encode = Callable[[Sequence[str]], np.ndarray]  # n texts to unit vectors, (n, d)
LONGEST = 2.0  # what vectors are made longer by at most


@dataclass(frozen=True, slots=True)
class Calibration:
    """What unit vectors become: less `center`, (d,), at unit length again, times `length`."""

    center: np.ndarray
    length: float

    @classmethod
    def of(cls, encode: Encode, embedded: Encode) -> "Calibration":
        """That of an encoder, by the embedded one."""
        lines = (models_dir() / "calibration" / "pairs.tsv").read_text(encoding="utf-8").splitlines()
        ones, others = zip(*(line.split("\t") for line in lines), strict=True)
        wanted = float((embedded(ones) * embedded(others)).sum(1).mean())
        vectors = encode([*ones, *others])
        center = vectors.mean(axis=0)
        own = _unit(vectors - center)
        told = float((own[: len(ones)] * own[len(ones) :]).sum(1).mean())
        return cls(center, float(min(LONGEST, np.sqrt(wanted / max(told, 1e-6)))))

    def __call__(self, vectors: np.ndarray) -> np.ndarray:
        """Vectors made comparable, (n, d) float32; zeros stay."""
        found = self.length * _unit(vectors - self.center)
        return np.asarray(np.where(vectors.any(axis=1, keepdims=True), found, 0.0), dtype=np.float32)


def _unit(vectors: np.ndarray) -> np.ndarray:
    return np.asarray(vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-12))
