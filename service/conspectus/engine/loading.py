"""loading: models that transformers loads, from a folder, or by their id from the hub or its cache.

Weights are read as safetensors alone, and no code that comes with a model is run.
"""

import contextlib
import pathlib
from collections.abc import Iterator
from typing import Any

from conspectus import catalog, hub
from conspectus.errors import ConspectusError, InvalidRequest, MissingExtra

USUAL = 512  # tokens that a model reads, where neither it nor its tokenizer tells
SAFE = {"trust_remote_code": False, "local_files_only": True}


def libraries(what: str) -> tuple[Any, Any]:
    """torch and transformers, which nothing imports before they are needed. Raises MissingExtra."""
    try:
        import torch
        import transformers
    except ImportError as error:
        raise MissingExtra(f"{what} ({error.name})", "models") from None
    return torch, transformers


@contextlib.contextmanager
def loading(field: str, name: str) -> Iterator[None]:
    """While a model is loaded: keeps bars and advice off standard error, and tells of what fails as InvalidRequest."""
    from transformers.utils import logging as logs

    level, bars = logs.get_verbosity(), logs.is_progress_bar_enabled()
    logs.set_verbosity_error()
    logs.disable_progress_bar()
    try:
        yield
    except ConspectusError:
        raise
    except Exception as error:  # whatever the libraries raise, it is this model that they can't work with
        reason = next(iter(str(error).strip().splitlines()), type(error).__name__)
        raise InvalidRequest.of(field, f"'{name}' can't be loaded: {reason}") from error
    finally:
        logs.set_verbosity(level)
        if bars:
            logs.enable_progress_bar()


def folder_of(field: str, name: str) -> pathlib.Path:
    """Where a model is; fetched, if it is no folder but an id, at the commit that the catalog may have for it.

    Raises InvalidRequest without weights as safetensors, and as `hub.fetch` does.
    """
    path = pathlib.Path(name).expanduser()
    if not path.is_dir():
        if name.startswith((".", "~", "/")) or name.count("/") > 1 or path.exists():
            raise InvalidRequest.of(field, f"'{name}' is no folder")
        entry = catalog.find(name)
        path = hub.fetch(field, name, entry.revision if entry else "")
    hub.require_weights(field, name, path)
    return path.resolve()


def revision(folder: pathlib.Path, weights: str) -> str:
    """Which version of a model is in a folder: the commit of the hub, or else the checksum of its weights."""
    return folder.name if folder.parent.name == "snapshots" else f"sha256:{weights}"


def called(folder: pathlib.Path, name: str) -> str:
    """What a model is called: its id, or the name of its folder."""
    return folder.name if pathlib.Path(name).expanduser().is_dir() else name


def longest(tokenizer: Any, model: Any) -> int:
    """How many tokens a model reads at once: as many as its tokenizer, its configuration and its table tell."""
    most = [tokenizer.model_max_length, getattr(model.config, "max_position_embeddings", None) or USUAL]
    for name, module in model.named_modules():
        if name.endswith("position_embeddings") and hasattr(module, "num_embeddings"):
            padding = module.padding_idx  # behind which the places of RoBERTa's kind begin
            most.append(module.num_embeddings - (0 if padding is None else padding + 1))
    return int(min(most))
