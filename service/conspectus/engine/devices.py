"""devices: where a model runs, and in which numbers.

On a processor float32, unless it computes in bfloat16 by itself: on one that has to make do with AVX2 bfloat16 takes
five times as long. A model that writes reads all its weights for each token, so there half as many bytes are worth more
than the sums. On a GPU bfloat16 where it has it, else float16.
"""

import copy
import pathlib
import platform
import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from conspectus.errors import InvalidRequest

LEAST = 512  # tokens of a batch for which a GPU must have memory
DEVICES = "auto, cpu, cuda, cuda:N or mps"
DTYPES = ("auto", "float32", "float16", "bfloat16", "int8")
# Flags of a processor that multiplies bfloat16 by itself; AVX512_BF16 alone only takes pairs of products together.
BF16_FLAGS = frozenset({"amx_bf16", "bf16"})
WRITING_FLAGS = BF16_FLAGS | {"avx512_bf16"}  # 2.7 times float32, one token after another
_CPUINFO = pathlib.Path("/proc/cpuinfo")


@dataclass(frozen=True, slots=True)
class Placed:
    """Devices, one for each replica, and the name of the numbers that a model has there."""

    devices: tuple[str, ...]
    dtype: str

    @property
    def on_cpu(self) -> bool:
        """Whether they are processors."""
        return self.devices[0] == "cpu"


def place(torch: Any, device: str, dtype: str, threads: int, *, writes: bool = False) -> Placed:
    """Where to put a model, one that writes or not: all GPUs of the kind that is asked for, or as many threads of a
    processor.

    Raises InvalidRequest for a device that is not there and for numbers that it does not have.
    """
    devices = _devices(torch, device, threads)
    if dtype not in DTYPES:
        raise InvalidRequest.of("dtype", f"'{dtype}' is none of {', '.join(DTYPES)}")
    if dtype == "int8" and devices[0] != "cpu":
        raise InvalidRequest.of("dtype", f"int8 is for processors: leave it out, or give --device cpu for '{device}'")
    return Placed(devices, _best(torch, devices[0], writes) if dtype == "auto" else dtype)


def replicas(torch: Any, model: Any, placed: Placed) -> Sequence[Any]:
    """A model on each of its devices, in its numbers; threads of a processor share one."""
    if placed.dtype == "int8":
        with warnings.catch_warnings():  # torch is about to move it to torchao, which it does not bring along
            warnings.simplefilter("ignore")
            model = torch.ao.quantization.quantize_dynamic(model.float(), {torch.nn.Linear}, dtype=torch.qint8)
    else:
        model = model.to(getattr(torch, placed.dtype))
    if placed.on_cpu:
        return [model] * len(placed.devices)
    return [copy.deepcopy(model).to(device) for device in placed.devices]


def fitting(torch: Any, tokens: int, run: Callable[[int], object]) -> int:
    """How many tokens a batch may have: so many, or half, or half of that, as far as `run` has memory for them."""
    while True:
        try:
            run(tokens)
        except torch.OutOfMemoryError:
            if tokens <= LEAST:
                raise
            tokens //= 2
            torch.cuda.empty_cache()
        else:
            return tokens


def memory() -> str:
    """What this process has taken so far, for people: of the processor's memory, and at most of each GPU's."""
    import psutil
    import torch

    taken = {"memory": psutil.Process().memory_info().rss}
    if torch.cuda.is_available():
        taken |= {f"cuda:{gpu}": torch.cuda.max_memory_reserved(gpu) for gpu in range(torch.cuda.device_count())}
    return ", ".join(f"{name} {size / 2**20:,.0f} MiB" for name, size in taken.items())


def _devices(torch: Any, device: str, threads: int) -> tuple[str, ...]:
    gpus = torch.cuda.device_count() if torch.cuda.is_available() else 0
    kind, _, number = device.partition(":")
    if kind == "auto" and not number:
        kind = "cuda" if gpus else "mps" if torch.backends.mps.is_available() else "cpu"
    if kind == "cpu" and not number:
        return ("cpu",) * threads
    if kind == "mps" and not number and torch.backends.mps.is_available():
        return ("mps",)
    if kind == "cuda" and not number and gpus:
        return tuple(f"cuda:{gpu}" for gpu in range(gpus))
    if kind == "cuda" and number.isdecimal() and int(number) < gpus:
        return (device,)
    there = ", ".join(["cpu", *(f"cuda:{gpu}" for gpu in range(gpus)), *["mps"] * torch.backends.mps.is_available()])
    raise InvalidRequest.of("device", f"'{device}' is not here, but {there}: give {DEVICES}")


def _best(torch: Any, device: str, writes: bool) -> str:
    if device.startswith("cuda"):
        return "bfloat16" if torch.cuda.is_bf16_supported(including_emulation=False) else "float16"
    return "bfloat16" if device == "cpu" and (WRITING_FLAGS if writes else BF16_FLAGS) & _flags() else "float32"


def _flags() -> frozenset[str]:
    """What this processor says that it has; nothing where it can't be asked."""
    if platform.system() != "Linux" or not _CPUINFO.is_file():
        return frozenset()
    for line in _CPUINFO.read_text(encoding="utf-8", errors="replace").splitlines():
        name, _, value = line.partition(":")
        if name.strip().lower() in ("flags", "features"):
            return frozenset(value.split())
    return frozenset()
