"""Models and language data, and the one object that holds what a pipeline needs of them."""

from conspectus.engine.embedded import EmbeddedEncoder
from conspectus.engine.languages import Identifier, Language, Languages

__all__ = ["EmbeddedEncoder", "Engine", "Identifier", "Language", "Languages"]


class Engine:
    """Everything loaded: the encoder, the language data, the language identifier. Shared by threads, never changed."""

    def __init__(self) -> None:
        self.identifier = Identifier()
        self.languages = Languages()
        self.encoder = EmbeddedEncoder()
