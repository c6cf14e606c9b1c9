"""machine: what of a model's needs this machine has."""

import os
from dataclasses import dataclass

from conspectus.catalog import Entry, Use
from conspectus.errors import MissingExtra

GIB = 2**30
NOMINAL = 0.9  # a GPU that is sold as one of 24 GB tells of somewhat less
BYTES = 4  # of a parameter on a processor, where most have no better than float32
WORKING = GIB  # beside the weights


@dataclass(frozen=True, slots=True)
class Gpu:
    """A GPU: its name, and its memory in bytes."""

    name: str
    memory: int


@dataclass(frozen=True, slots=True)
class Machine:
    """Memory in bytes, None where the system does not tell; the GPUs, None where nobody has looked for them."""

    memory: int | None
    gpus: tuple[Gpu, ...] | None = None

    @classmethod
    def here(cls, devices: bool) -> "Machine":
        """This one. With `devices` torch looks for GPUs, which takes seconds; raises MissingExtra without torch."""
        try:
            memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
        except (AttributeError, ValueError):  # Windows has none
            memory = None
        return cls(memory, _gpus() if devices else None)

    def has_room(self, entry: Entry) -> bool | None:
        """Whether it has what a model is for, a processor or a GPU of that size; None where that is not known."""
        if entry.use is Use.CPU:
            return None if self.memory is None else self.memory >= entry.parameters * BYTES + WORKING
        if self.gpus is None:
            return None
        wanted = int(entry.use.split()[0]) * GIB * NOMINAL
        return any(gpu.memory >= wanted for gpu in self.gpus)


def _gpus() -> tuple[Gpu, ...]:
    try:
        import torch
    except ImportError:
        raise MissingExtra("looking for GPUs (torch)", "models") from None
    found = [torch.cuda.get_device_properties(number) for number in range(torch.cuda.device_count())]
    return tuple(Gpu(properties.name, properties.total_memory) for properties in found)
