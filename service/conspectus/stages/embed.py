"""embed: sentences and queries -> vectors of unit length, in batches, with a look at the deadline between them."""

from collections.abc import Sequence

import numpy as np

from conspectus.deadline import Deadline
from conspectus.engine import EmbeddedEncoder, Engine, Language
from conspectus.stages.sentence import Sentence
from conspectus.stages.tokens import Tokens

BATCH = 2048  # sentences; a fifth of a second of work for the embedded encoder


def embed(sentences: Sequence[Sentence], tokens: Tokens, engine: Engine, deadline: Deadline) -> np.ndarray:
    """Vectors of the sentences, (n, d) float32; `tokens` are their words."""
    if isinstance(engine.encoder, EmbeddedEncoder):
        return _by_words(tokens, engine.encoder, deadline)
    return engine.encoder.encode([sentence.text for sentence in sentences], deadline)


def embed_query(query: str, language: Language, engine: Engine, deadline: Deadline) -> np.ndarray:
    """The vector of a query in a language, (d,) float32."""
    encoder = engine.encoder
    if isinstance(encoder, EmbeddedEncoder):
        return np.asarray(encoder.encode([query], by_letters=not encoder.knows(language.code))[0])
    return np.asarray(encoder.encode([query], deadline, query=True)[0])


def _by_words(tokens: Tokens, encoder: EmbeddedEncoder, deadline: Deadline) -> np.ndarray:
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
