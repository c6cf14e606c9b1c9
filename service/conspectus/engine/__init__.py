"""Models and language data, and the one object that holds what a pipeline needs of them."""

from conspectus.engine.embedded import EmbeddedEncoder
from conspectus.engine.entailment import EntailmentModel, load_entailment
from conspectus.engine.languages import Identifier, Language, Languages, Topic
from conspectus.engine.sentence_encoder import SentenceEncoder
from conspectus.settings import EMBEDDED, Settings

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
    """Everything loaded: the language data, the language identifier, the encoders, and the entailment model if there is
    one. Shared by threads, never changed.

    `words` encodes words, and sentences where no `encoder` is given for them.
    """

    def __init__(self, entailment: EntailmentModel | None = None, encoder: SentenceEncoder | None = None) -> None:
        self.identifier = Identifier()
        self.languages = Languages()
        self.words = EmbeddedEncoder()
        self.encoder: EmbeddedEncoder | SentenceEncoder = encoder or self.words
        if encoder:
            encoder.calibrate(self.words.encode)
        self.entailment = entailment

    @classmethod
    def load(cls, settings: Settings, judges: bool = True) -> "Engine":
        """What the settings name; without the entailment model where nothing is judged. Raises as the models do."""
        encoder = None
        if settings.encoder != EMBEDDED:
            encoder = SentenceEncoder(
                settings.encoder, device=settings.device, dtype=settings.dtype, tokens=settings.batch_tokens
            )
        return cls(load_entailment(settings) if judges else None, encoder)

    def close(self) -> None:
        """Let the threads of models end."""
        if isinstance(self.encoder, SentenceEncoder):
            self.encoder.close()
