"""Models and language data, and the one object that holds what a pipeline needs of them."""

from conspectus.engine.embedded import EmbeddedEncoder
from conspectus.engine.entailment import EntailmentModel
from conspectus.engine.languages import Identifier, Language, Languages, Topic

__all__ = ["EmbeddedEncoder", "Engine", "EntailmentModel", "Identifier", "Language", "Languages", "Topic"]


class Engine:
    """Everything loaded: the encoder, the language data, the language identifier, and the entailment model if there is
    one. Shared by threads, never changed.
    """

    def __init__(self, entailment: EntailmentModel | None = None) -> None:
        self.identifier = Identifier()
        self.languages = Languages()
        self.encoder = EmbeddedEncoder()
        self.entailment = entailment
