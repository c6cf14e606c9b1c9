"""embed: sentences -> unit vectors, in batches, with a look at the deadline between them."""

from collections.abc import Sequence

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import EmbeddedEncoder
from conspectus.stages.sentence import Sentence

BATCH = 2048  # sentences; a fifth of a second of work for the embedded encoder


def embed(sentences: Sequence[Sentence], encoder: EmbeddedEncoder, deadline: Deadline) -> np.ndarray:
    """Unit vectors of the sentences, (n, d) float32."""
    batches = []
    for start in range(0, len(sentences), BATCH):
        deadline.check()
        batch = sentences[start : start + BATCH]
        batches.append(encoder.encode([s.text for s in batch], [s.words for s in batch]))
    return np.concatenate(batches) if batches else np.zeros((0, encoder.dimension), dtype=np.float32)
