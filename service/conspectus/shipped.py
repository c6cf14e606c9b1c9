"""Where the shipped model data is, in a wheel, an editable install and a bare checkout."""

import hashlib
import os
import pathlib

from conspectus.errors import InvalidRequest


def models_dir() -> pathlib.Path:
    """The folder of shipped models: `$CONSPECTUS_MODELS_DIR`, else the wheel's, else the checkout's."""
    if given := os.environ.get("CONSPECTUS_MODELS_DIR"):
        if not pathlib.Path(given).is_dir():
            raise InvalidRequest.of("CONSPECTUS_MODELS_DIR", f"'{given}' is no folder; unset it for what is shipped")
        return pathlib.Path(given)
    package = pathlib.Path(__file__).resolve().parent
    installed = package / "models"
    return installed if installed.is_dir() else package.parent.parent / "models"


def checksum(folder: pathlib.Path, pattern: str = "*") -> str:
    """SHA-256 over the lines `<sha256>  <file>` of a model's data files, in the order of their names."""
    lines = [
        f"{_sha256(path)}  {path.name}\n"
        for path in sorted(folder.glob(pattern))
        if path.suffix in (".json", ".npy", ".safetensors")
    ]
    return hashlib.sha256("".join(lines).encode()).hexdigest()


def _sha256(path: pathlib.Path) -> str:
    with path.open("rb") as file:  # weights may be larger than what memory is free
        return hashlib.file_digest(file, "sha256").hexdigest()
