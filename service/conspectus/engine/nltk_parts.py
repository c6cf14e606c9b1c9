"""The parts of NLTK that are used here, imported without what they don't need.

NLTK's package loads every module of its own, and one of them scipy.stats, for a test of collocations: more than a
second of each start. It goes without where scipy.stats can't be imported, so that is hidden from it for the moment.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType


@contextmanager
def _hidden(name: str) -> Iterator[None]:
    """Makes a module that is not loaded yet one that can't be imported."""
    modules: dict[str, ModuleType | None] = sys.modules  # type: ignore[assignment]
    if name in modules:
        yield
        return
    modules[name] = None
    try:
        yield
    finally:
        del modules[name]


with _hidden("scipy.stats"):
    from nltk.stem.snowball import SnowballStemmer
    from nltk.tokenize.punkt import PunktParameters, PunktSentenceTokenizer

__all__ = ["PunktParameters", "PunktSentenceTokenizer", "SnowballStemmer"]
