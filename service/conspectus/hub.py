"""hub: models by their id, fetched from the hub of Hugging Face or found in its cache on this machine.

Weights are fetched as safetensors alone, never pickled: those run code when they are read.
"""

import json
import pathlib
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from conspectus.errors import InvalidRequest, MissingExtra, RemoteError, Unavailable

# What is fetched of a model: also the settings of sentence-transformers in their folders, and templates of chats.
FILES = ["*.json", "*.txt", "*.model", "*.jinja", "*.safetensors", "*/config.json", "*/model.safetensors"]
OTHER_FORMS = ["onnx/*", "openvino/*", "original/*"]  # of the same weights
SHARDS = "model.safetensors.index.json"  # which files the weights of a large model are in
BY_HAND = "copy a folder of it here and give its path to --encoder or --writer"
DENIED = 7  # PERMISSION_DENIED


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A commit of a model in the cache: what points to it ("main"), its size, and whether its weights are all there."""

    commit: str
    refs: tuple[str, ...]
    bytes: int
    whole: bool


def fetch(field: str, name: str, revision: str = "") -> pathlib.Path:
    """The folder of a model; what it lacks is downloaded, with bars on standard error. Without `revision`: main.

    Without a network it is what was fetched before. Raises MissingExtra, InvalidRequest with the field for what the hub
    does not have, RemoteError where it wants a token, Unavailable where it can't be reached and not all is here, and
    OSError of the disk.
    """
    library = _library()
    try:
        return pathlib.Path(
            library.snapshot_download(
                name, revision=revision or None, allow_patterns=FILES, ignore_patterns=OTHER_FORMS
            )
        )
    except Exception as error:  # of three HTTP libraries, as its versions go
        told = _told(field, name, revision, error)
        if told is error:
            raise
        raise told from error


def require_weights(field: str, name: str, folder: pathlib.Path) -> None:
    """Raises InvalidRequest if a model has no weights as safetensors."""
    if not any(folder.glob("*.safetensors")):
        what = f"'{name}' has no weights as safetensors, and others are not read, since pickled ones run code"
        raise InvalidRequest.of(field, f"{what}: load and save_pretrained it where you trust it")


def snapshots() -> dict[str, list[Snapshot]]:
    """What is in the cache of this machine, by the id of the model. Raises MissingExtra."""
    library = _library()
    try:
        cache = library.scan_cache_dir()
    except library.errors.CacheNotFound:
        return {}
    return {
        repo.repo_id: [
            Snapshot(found.commit_hash, tuple(sorted(found.refs)), found.size_on_disk, whole(found.snapshot_path))
            for found in sorted(repo.revisions, key=lambda found: found.last_modified, reverse=True)
        ]
        for repo in cache.repos
        if repo.repo_type == "model"
    }


def whole(folder: pathlib.Path) -> bool:
    """Whether the configuration and all weights of a model are there: a download may have been cut short."""
    weights = {path.name for path in folder.glob("*.safetensors") if path.is_file()}
    if (index := folder / SHARDS).is_file():
        weight_map = json.loads(index.read_text(encoding="utf-8")).get("weight_map", {})
        return bool(weights) and weights >= set(weight_map.values())
    return bool(weights) and (folder / "config.json").is_file()


def _library() -> Any:
    try:
        import huggingface_hub
        import huggingface_hub.errors
    except ImportError:
        raise MissingExtra("the hub of models (huggingface_hub)", "models") from None
    return huggingface_hub


def _told(field: str, name: str, revision: str, error: Exception) -> Exception:
    """An error of the library as one of ours; itself, if it is the disk's or a defect."""
    library = _library()
    kinds, address = library.errors, library.constants.ENDPOINT
    host = urlsplit(address).netloc.rpartition("@")[2] or address  # a mirror's address may have a password
    causes = _causes(error)
    reason = _reason(causes[-1])
    if isinstance(error, kinds.HFValidationError):
        return InvalidRequest.of(field, f"'{name}' is no id of a model: give OWNER/NAME")
    if isinstance(error, kinds.GatedRepoError):
        terms = f"agree to its terms at {address}/{name}"
        return RemoteError(
            DENIED, f"'{name}' is gated and needs a token: {terms}, and set HF_TOKEN to a token of yours"
        )
    if isinstance(error, kinds.RepositoryNotFoundError):
        return InvalidRequest.of(field, f"{host} has no '{name}', or it is private: then set HF_TOKEN")
    if isinstance(error, kinds.RevisionNotFoundError):
        return InvalidRequest.of(field, f"{host} has no {revision or 'main'} of '{name}'")
    if isinstance(error, kinds.HfHubHTTPError) and error.response.status_code in (401, 403):
        return RemoteError(DENIED, f"{host} refuses '{name}': is HF_TOKEN right? ({reason})")
    if any(isinstance(cause, kinds.OfflineModeIsEnabled) for cause in causes):
        return Unavailable(f"'{name}' is not in the cache, and HF_HUB_OFFLINE is set: unset it, or {BY_HAND}")
    if isinstance(error, (kinds.LocalEntryNotFoundError, kinds.HfHubHTTPError)) or _of_a_network(causes):
        where = f"{host} can't be reached ({reason}), and '{name}' is not in the cache"
        return Unavailable(f"{where}: set HF_ENDPOINT to a mirror, or {BY_HAND}; what is in the cache needs no network")
    return error


def _causes(error: BaseException) -> Sequence[BaseException]:
    """An error and what it came of, down to the first."""
    found = [error]
    while (cause := found[-1].__cause__ or found[-1].__context__) and cause not in found:
        found.append(cause)
    return found


def _reason(cause: BaseException) -> str:
    told = (isinstance(cause, OSError) and cause.strerror) or str(cause)
    return next(iter(told.strip().splitlines()), type(cause).__name__)


def _of_a_network(causes: Sequence[BaseException]) -> bool:
    libraries = {type(cause).__module__.partition(".")[0] for cause in causes}
    return bool(libraries & {"httpx", "httpx2", "requests"}) or any(
        isinstance(cause, (ConnectionError, TimeoutError)) for cause in causes
    )
