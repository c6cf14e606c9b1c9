"""embed: sentences -> unit vectors, in batches, with a look at the deadline between them."""

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import EmbeddedEncoder
from conspectus.stages.tokens import Tokens

BATCH = 2048  # sentences; a fifth of a second of work for the embedded encoder


def embed(tokens: Tokens, encoder: EmbeddedEncoder, deadline: Deadline) -> np.ndarray:
    """Unit vectors of the sentences, (n, d) float32."""
    batches = [np.zeros((0, encoder.dimension), dtype=np.float32)]
    forms = tokens.forms
    words = [
        (forms.words[word], not encoder.knows(language.code))
        for word, language in zip(forms.word.tolist(), forms.languages, strict=True)
    ]
    for start in range(0, len(tokens), BATCH):
        deadline.check()
        ends = tokens.starts[start : start + BATCH + 1]
        batches.append(encoder.encode_bags(words, tokens.flat[ends[0] : ends[-1]], ends - ends[0]))
    return np.concatenate(batches)
