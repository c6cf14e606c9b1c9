"""Models and language data, and the one object that holds what a pipeline needs of them."""

import logging
from collections.abc import Mapping

from conspectus.engine.devices import memory
from conspectus.engine.embedded import EmbeddedEncoder
from conspectus.engine.entailment import EntailmentModel, load_entailment
from conspectus.engine.languages import Identifier, Language, Languages, Topic
from conspectus.engine.sentence_encoder import SentenceEncoder
from conspectus.engine.writer import Writer
from conspectus.engine.writers import is_local, load_writer
from conspectus.settings import EMBEDDED, EXTRACTIVE, Settings

logger = logging.getLogger("conspectus")

__all__ = [
    "EmbeddedEncoder",
    "Engine",
    "EntailmentModel",
    "Identifier",
    "Language",
    "Languages",
    "SentenceEncoder",
    "Topic",
]


class Engine:
    """Everything loaded: the language data, the language identifier, the encoders, and the entailment model and the
    writer if there are any. Shared by threads, never changed.

    `words` encodes words, and sentences where no `encoder` is given for them. `writer` is the name of the one that
    writes unless a request names another, `writers` are those that are models, by name.
    """

    def __init__(
        self,
        entailment: EntailmentModel | None = None,
        encoder: SentenceEncoder | None = None,
        writer: Writer | None = None,
    ) -> None:
        self.identifier = Identifier()
        self.languages = Languages()
        self.words = EmbeddedEncoder()
        self.encoder: EmbeddedEncoder | SentenceEncoder = encoder or self.words
        if encoder:
            encoder.calibrate(self.words.encode)
        self.entailment = entailment
        self.writer = writer.model.name if writer else EXTRACTIVE
        self.writers: Mapping[str, Writer] = {writer.model.name: writer} if writer else {}

    @classmethod
    def load(cls, settings: Settings, judges: bool = True) -> "Engine":
        """What the settings name; without the entailment model where nothing is judged. Raises as the models do."""
        encoder = None
        if settings.encoder != EMBEDDED:
            encoder = SentenceEncoder(
                settings.encoder, device=settings.device, dtype=settings.dtype, tokens=settings.batch_tokens
            )
        engine = cls(load_entailment(settings) if judges else None, encoder, load_writer(settings))
        local = isinstance(encoder, SentenceEncoder), engine.entailment, any(map(is_local, engine.writers.values()))
        if any(local):
            logger.info("the models are warm: %s", memory())
        return engine

    def close(self) -> None:
        """Let the threads of models end."""
        if isinstance(self.encoder, SentenceEncoder):
            self.encoder.close()
        if self.entailment:
            self.entailment.close()
        for writer in self.writers.values():
            writer.close()
