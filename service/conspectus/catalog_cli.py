"""`conspectus models`: what the catalog has and what of it is on this machine; `conspectus models pull` fetches."""

import dataclasses
import json
from typing import Any

import click

from conspectus import catalog, hub
from conspectus.catalog import Entry, Role, Use
from conspectus.errors import MissingExtra
from conspectus.exits import EXIT_CODES, reported_errors
from conspectus.hub import Snapshot
from conspectus.machine import GIB, Machine

HEADINGS = {
    Role.ENCODER: "Encoders of sentences",
    Role.CHAT: "Writers that are told what to write",
    Role.SEQ2SEQ: "Writers that were trained to summarize, or can be asked to",
}
ROOM = {True: "this machine has room for it", False: "this machine has no room for it"}
Cached = dict[str, list[Snapshot]]


@click.group(invoke_without_command=True, epilog=EXIT_CODES)
@click.option("--devices", is_flag=True, help="Look for GPUs too, with torch, which takes seconds.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def models(context: click.Context, devices: bool, form: str) -> None:
    """Tell which models are known to fit, and which of them are on this machine."""
    if context.invoked_subcommand:
        return
    with reported_errors():
        entries, machine, cached = catalog.load_catalog(), Machine.here(devices), _cached()
        click.echo((_to_text if form == "text" else _to_json)(entries, machine, cached))


@models.command(epilog=EXIT_CODES)
@click.argument("name", metavar="ID")
def pull(name: str) -> None:
    """Download a model, by its id on the hub, such as BAAI/bge-small-en-v1.5; print the folder it is in.

    Models that are not in the catalog are fetched too. Weights are taken as safetensors only. HF_HOME says where models
    are kept, HF_ENDPOINT where they come from, HF_TOKEN who asks.
    """
    with reported_errors():
        entry = catalog.find(name)
        click.echo(f"conspectus: {_told(name, entry)}", err=True)
        before = hub.snapshots().get(name, [])
        folder = hub.fetch("model", name, entry.revision if entry else "")
        hub.require_weights("model", name, folder)
        here = any(snapshot.commit == folder.name and snapshot.whole for snapshot in before)
        click.echo(f"conspectus: commit {folder.name}{', which was here already' if here else ''}", err=True)
        click.echo(folder)


def _told(name: str, entry: Entry | None) -> str:
    """What there is to know of a model before it is fetched."""
    if entry is None:
        return f"{name} is not in the catalog: its licence and whether it fits are for you to see"
    return f"{name}: {entry.license}, {_amount(entry.parameters)} parameters, {_revision(entry)}"


def _cached() -> Cached | None:
    """What is on this machine; None, which is told on standard error, where the library that knows is not installed."""
    try:
        return hub.snapshots()
    except MissingExtra as error:
        click.echo(f"conspectus: what is on this machine is not known: {error}", err=True)
        return None


def _to_text(entries: tuple[Entry, ...], machine: Machine, cached: Cached | None) -> str:
    lines = [_machine(machine)]
    for role, heading in HEADINGS.items():
        lines += ["", f"{heading} ({role.setting})"]
        for entry in (entry for entry in entries if entry.role is role):
            lines += ["", entry.id, *(f"    {line}" for line in _entry(entry, machine, cached))]
    return "\n".join(lines)


def _machine(machine: Machine) -> str:
    memory = "memory not known" if machine.memory is None else f"{machine.memory / GIB:.1f} GB of memory"
    if machine.gpus is None:
        return f"this machine: {memory}; --devices looks for GPUs"
    gpus = ", ".join(f"{gpu.name} ({gpu.memory / GIB:.1f} GB)" for gpu in machine.gpus)
    return f"this machine: {memory}; {gpus or 'no GPU'}"


def _entry(entry: Entry, machine: Machine, cached: Cached | None) -> list[str]:
    place = "processor" if entry.use is Use.CPU else f"GPU of {entry.use}"
    terms = f"{entry.license}, gated" if entry.gated else entry.license
    languages = "many languages" if entry.languages == ("mul",) else " ".join(entry.languages)
    sizes = f"{_amount(entry.parameters)} parameters, {entry.context:,} tokens"
    room = machine.has_room(entry)
    lines = [
        f"{place}; {terms}; {sizes}; {languages}; {_revision(entry)}",
        f"run with this code: {entry.run}" if entry.run_with_this_code else "not run with this code",
    ]
    lines += [entry.note] if entry.note else []
    if cached is not None:
        lines += [f"here: {_snapshot(found)}" for found in cached.get(entry.id, [])] or ["not here"]
    return lines + ([] if room is None else [ROOM[room]])


def _revision(entry: Entry) -> str:
    return f"commit {entry.revision[:12]}" if entry.revision else "main, not pinned"


def _snapshot(found: Snapshot) -> str:
    named = f" ({', '.join(found.refs)})" if found.refs else ""
    rest = "" if found.whole else ", not whole: pull it again"
    return f"{found.bytes / 1e6:,.1f} MB, commit {found.commit[:12]}{named}{rest}"


def _amount(parameters: int) -> str:
    return f"{parameters / 1e9:.3g} B" if parameters >= 1e9 else f"{parameters / 1e6:.3g} M"


def _to_json(entries: tuple[Entry, ...], machine: Machine, cached: Cached | None) -> str:
    told = [
        {
            **dataclasses.asdict(entry),
            "room": machine.has_room(entry),
            "here": None if cached is None else [dataclasses.asdict(found) for found in cached.get(entry.id, [])],
        }
        for entry in entries
    ]
    return json.dumps(_camel({"machine": dataclasses.asdict(machine), "models": told}), ensure_ascii=False, indent=2)


def _camel(value: Any) -> Any:
    """With names as the JSON of the other commands has them."""
    if isinstance(value, dict):
        return {_camel_name(name): _camel(item) for name, item in value.items()}
    return [_camel(item) for item in value] if isinstance(value, (list, tuple)) else value


def _camel_name(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)
