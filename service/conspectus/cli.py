"""The command line: parse, call, render. Standard output has the result, standard error all else.

Heavy modules are imported where they are needed: `conspectus --help` and calls against a server need no numpy.
"""

import dataclasses
import functools
import io
import math
import os
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any, BinaryIO

import click

from conspectus import errors, render
from conspectus._version import __version__
from conspectus.catalog_cli import models
from conspectus.client import Client
from conspectus.convert import to_proto
from conspectus.exits import EXIT_CODES, reported_errors
from conspectus.ingest import placed, read_text
from conspectus.settings import EXTRACTIVE, Settings
from conspectus.types import (
    AttributeResponse,
    Document,
    Info,
    OffsetEncoding,
    Preset,
    RankSentencesResponse,
    SummarizeResponse,
    Summary,
    SummaryOptions,
    Support,
)
from conspectus.typography import well_formed
from conspectus.v1 import summarization_pb2 as pb

ENCODINGS = {
    "code-points": OffsetEncoding.CODE_POINTS,
    "utf8": OffsetEncoding.UTF8_BYTES,
    "utf16": OffsetEncoding.UTF16_CODE_UNITS,
}
# The verdicts that each choice of --fail-on ends with 1 for.
FAILING = {
    "partial": (Support.PARTIAL, Support.UNSUPPORTED, Support.CONTRADICTED),
    "unsupported": (Support.UNSUPPORTED, Support.CONTRADICTED),
    "contradicted": (Support.CONTRADICTED,),
}
PRESETS = {preset.name.lower().replace("_", "-"): preset for preset in Preset if preset}
_DOCUMENT = re.compile(r"(?:^|(?<=is the id of ))documents\[(\d+)\]")


@click.group(epilog=EXIT_CODES)
@click.version_option(__version__, prog_name="conspectus")
def main() -> None:
    """Many documents on one subject in, one summary out in which every sentence shows who says so."""
    # One request, one core: the threads of numpy's BLAS gain little on matrices of this size, and wait for one another
    # where requests or other programs keep the cores busy.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    for stream in (sys.stdout, sys.stderr):  # a terminal that can't show a character must not end the program
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


main.add_command(models)


def _number(context: click.Context, parameter: click.Parameter, value: float) -> float:
    if math.isnan(value):
        raise click.BadParameter("nan is no number")
    return value


def _address(context: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value and value.lower().startswith(("http://", "https://")):
        raise click.BadParameter(f"{value} is no HOST:PORT, leave out the {value.partition('//')[0]}//")
    return value


_server_option = functools.partial(
    click.option, "--server", metavar="HOST:PORT", envvar="CONSPECTUS_SERVER", callback=_address
)


def _stdin() -> BinaryIO:
    return sys.stdin.buffer if sys.stdin else io.BytesIO()


def _options_of(*decorators: Callable[..., Any]) -> Callable[..., Any]:
    """One decorator for several, in the order of --help."""
    return lambda command: functools.reduce(
        lambda wrapped, decorator: decorator(wrapped), reversed(decorators), command
    )


# What all commands that read documents have in common, and those that choose among sentences.
_call_options = _options_of(
    _server_option(help="Server; in process without."),
    click.option("--language", default="", metavar="TAG", help="Language of the result, or of the draft, such as en."),
    click.option("--offsets", type=click.Choice(list(ENCODINGS)), help="Unit of offsets; code points by default."),
    click.option("--durations", is_flag=True, help="Put the stages' durations into the trace."),
    click.option("--timeout", type=click.FloatRange(0.001, 86400), callback=_number, default=60.0),
)
_sources_argument = click.argument("sources", nargs=-1, required=True, metavar="FILE|DIR|GLOB|-...")
_input_options = _options_of(
    _sources_argument,
    click.option("--query", default="", help="A question or an angle to prefer."),
    click.option("--max-sentences", type=int, help="Most sentences."),
    _call_options,
)


@main.command(epilog=EXIT_CODES)
@_input_options
@click.option("--max-words", type=int, help="Most words; the server's default is 220.")
@click.option("--writer", default="", help="Who writes, by name; in process also a folder, an id or a URL.")
@click.option(
    "--preset",
    "presets",
    multiple=True,
    type=click.Choice(list(PRESETS)),
    help="Such a summary alone; with --max-words or --max-sentences, as well.",
)
@click.option(
    "--facts", is_flag=True, help="What the documents say, in or out of the summary; only with --format json."
)
@click.option(
    "--single-source", is_flag=True, help="What one of eight sources or more says alone is as welcome as the rest."
)
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
def summarize(sources: Sequence[str], server: str | None, form: str, timeout: float, writer: str, **given: Any) -> None:
    """Summarize documents: text, HTML, JSON or JSON lines ({"id", "title", "text", "url", ...} a document).

    A folder stands for the documents in it; - reads standard input.
    """
    options = _options(**given, writer=writer if server else "")
    if options.include_facts and form != "json":
        raise click.UsageError("--facts are told as JSON only: add --format json")
    with reported_errors():
        places, documents = _load(sources)
        with _service(server, timeout, writer=writer) as service, _errors_with_places(places):
            response: SummarizeResponse = service.summarize(documents, options)
        if form == "json":
            click.echo(render.to_json(to_proto(response, pb.SummarizeResponse())))
        else:
            if options.presets and options.max_words is None and options.max_sentences is None:
                response = dataclasses.replace(response, summary=Summary())  # only the presets were asked for
            click.echo((render.to_text if form == "text" else render.to_markdown)(response, documents))


@main.command(epilog=EXIT_CODES)
@_input_options
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def rank(sources: Sequence[str], server: str | None, form: str, timeout: float, **given: Any) -> None:
    """Rank the sentences of documents by salience."""
    options = _options(**given)
    with reported_errors():
        places, documents = _load(sources)
        with _service(server, timeout) as service, _errors_with_places(places):
            response: RankSentencesResponse = service.rank_sentences(documents, options)
        if form == "json":
            click.echo(render.to_json(to_proto(response, pb.RankSentencesResponse())))
        else:
            click.echo(render.ranking_to_text(response))


@main.command(epilog=f"{EXIT_CODES} 1 if --fail-on says so.")
@click.argument("draft", metavar="DRAFT|-")
@_sources_argument
@_call_options
@click.option("--format", "form", type=click.Choice(["text", "markdown", "json"]), default="text", show_default=True)
@click.option(
    "--fail-on",
    type=click.Choice(list(FAILING)),
    help="End with 1 if a sentence is so, or worse: contradicted is worse than unsupported, that than partial.",
)
def attribute(
    draft: str, sources: Sequence[str], server: str | None, form: str, timeout: float, fail_on: str | None, **given: Any
) -> None:
    """Tell who says what a text says, sentence by sentence, and what in it no source says.

    DRAFT is a text file, or - for standard input; the sources are given as to `summarize`.
    """
    if draft == "-" and "-" in sources:
        raise click.UsageError("standard input is the draft or the sources, not both")
    options = _options(query="", max_sentences=None, **given)
    if form != "json":
        options = dataclasses.replace(options, offset_encoding=OffsetEncoding.UNSPECIFIED)  # nothing is told of them
    with reported_errors():
        text = read_text(draft, _stdin())
        places, documents = _load(sources)
        with _service(server, timeout, judges=True) as service, _errors_with_places(places, draft):
            response: AttributeResponse = service.attribute(text, documents, options)
        if form == "json":
            click.echo(render.to_json(to_proto(response, pb.AttributeResponse())))
        else:
            show = render.attribution_to_text if form == "text" else render.attribution_to_markdown
            click.echo(show(response, documents, text))
    if fail_on and any(sentence.verdict in FAILING[fail_on] for sentence in response.sentences):
        sys.exit(1)


@main.command(epilog=EXIT_CODES)
@_server_option(help="Server; in process without.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
def info(server: str | None, form: str) -> None:
    """Tell version, models, languages and limits."""
    with reported_errors(), _service(server, 10.0, judges=True, writer="") as service:
        found: Info = service.info()
        as_json = form == "json"
        click.echo(render.to_json(to_proto(found, pb.GetInfoResponse())) if as_json else render.info_to_text(found))


@main.command(epilog=EXIT_CODES)
@_server_option(default=Settings().listen, show_default=True)
def health(server: str) -> None:
    """Tell whether a server is ready; exits with 78 if it is not."""
    with reported_errors():
        with _client(server, 5.0) as client:
            state = client.health()
        if state != "SERVING":
            raise errors.Unavailable(state)
    click.echo(state)


def _setting_options(command: Callable[..., None]) -> Callable[..., None]:
    """A flag for each of the settings, but for those that are secret: whoever lists the processes sees their flags."""
    for field in reversed([field for field in dataclasses.fields(Settings) if field.repr]):
        flag = f"--{field.name.replace('_', '-')}"
        kind: Any = type(field.default)
        default = "none" if field.default == "" else field.default
        help_text = f"[default: {default}; env: CONSPECTUS_{field.name.upper()}]"
        command = click.option(flag, field.name, type=kind, default=None, help=help_text)(command)
    return command


@main.command(epilog=EXIT_CODES)
@_setting_options
def serve(**flags: Any) -> None:
    """Run a server until it is told to stop (SIGTERM, Ctrl-C)."""
    with reported_errors():
        settings = Settings.load(flags)
        try:
            from conspectus.server import serve as run
        except ImportError as error:
            raise errors.MissingExtra(f"a server ({error.name})", "server") from None
        run(settings)


@main.command("eval", epilog=EXIT_CODES)
@click.argument("sets", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False), metavar="SETS.jsonl...")
@click.option("--budget", type=click.IntRange(1), help="Most words of a summary; the references' mean length if none.")
@click.option("--baselines", is_flag=True, help="Measure round-robin lead, LexRank and TextRank beside it.")
@click.option("--halves", "by_halves", is_flag=True, help="Attribution for each half of the clusters too.")
@click.option("--json", "as_json", is_flag=True, help="JSON with each cluster's measures instead of tables.")
def evaluate(sets: Sequence[str], budget: int | None, baselines: bool, by_halves: bool, as_json: bool) -> None:
    """Measure summaries against people's, on sets of your own.

    A set has a cluster a line: {"id", "documents": [{"id", "title", "text"}], "references": [...]}, and if you have
    them "outputs": {system: text} and "alignments".
    """
    with reported_errors():
        try:
            from conspectus.evaluation.run import run
        except ImportError as error:
            raise errors.MissingExtra(f"an evaluation ({error.name})", "eval") from None
        settings = Settings.load()
        run(sets, settings=settings, budget=budget, baselines=baselines, by_halves=by_halves, as_json=as_json)


def _load(sources: Sequence[str]) -> tuple[list[str], list[Document]]:
    """The documents, and the place of each."""
    found = list(placed(sources, _stdin()))
    return [place for place, _ in found], [document for _, document in found]


def _options(
    query: str, language: str, max_sentences: int | None, offsets: str | None, durations: bool, **more: Any
) -> SummaryOptions:
    return SummaryOptions(
        max_words=more.get("max_words"),
        max_sentences=max_sentences,
        query=query,
        language_code=language,
        writer=more.get("writer", ""),
        offset_encoding=ENCODINGS[offsets] if offsets else OffsetEncoding.UNSPECIFIED,
        include_facts=more.get("facts", False),
        include_single_source=more.get("single_source", False),
        presets=tuple(PRESETS[name] for name in dict.fromkeys(more.get("presets", ()))),
        include_durations=durations,
    )


class _InProcess:
    """The service without a server: with the models of the settings that it needs, since each takes time. `writer` is
    None where nothing is written, and "" for that of the settings.
    """

    def __init__(self, timeout: float, judges: bool, writer: str | None) -> None:
        try:
            from conspectus import pipeline
            from conspectus.deadline import Deadline
            from conspectus.engine import Engine
        except ImportError as error:
            raise errors.MissingExtra(f"work without a server ({error.name})", "server") from None
        self._pipeline = pipeline
        settings = Settings.load({"writer": EXTRACTIVE if writer is None else writer or None})
        engine = Engine.load(settings, judges or settings.writer != EXTRACTIVE)
        self._context: dict[str, Any] = {"engine": engine, "limits": settings.limits}
        self._deadline = Deadline(timeout)

    def summarize(self, documents: Sequence[Document], options: SummaryOptions) -> SummarizeResponse:
        return self._pipeline.summarize(documents, options, deadline=self._deadline, **self._context)

    def rank_sentences(self, documents: Sequence[Document], options: SummaryOptions) -> RankSentencesResponse:
        return self._pipeline.rank_sentences(documents, options, deadline=self._deadline, **self._context)

    def attribute(self, text: str, documents: Sequence[Document], options: SummaryOptions) -> AttributeResponse:
        return self._pipeline.attribute(text, documents, options, deadline=self._deadline, **self._context)

    def info(self) -> Info:
        return self._pipeline.info(**self._context)


@contextmanager
def _client(server: str, timeout: float) -> Iterator[Client]:
    """A client of the server; says what to do where there is none."""
    with Client(well_formed(server), timeout=timeout) as client:
        try:
            yield client
        except errors.Unavailable as error:
            hint = "'conspectus serve' starts a server"
            raise errors.Unavailable(f"nothing answers at {server}, {hint} ({error})") from None


@contextmanager
def _service(server: str | None, timeout: float, judges: bool = False, writer: str | None = None) -> Iterator[Any]:
    """A client of the server, or the service in this process, told on standard error."""
    if server:
        with _client(server, timeout) as client:
            yield client
    else:
        click.echo("conspectus: no --server given, working in process", err=True)
        yield _InProcess(timeout, judges, writer)


@contextmanager
def _errors_with_places(places: Sequence[str], draft: str = "text") -> Iterator[None]:
    """Names a document that is wrong by its place, and a draft by its file: who wrote a command line knows files, not
    numbers in a request.
    """

    def place(match: re.Match[str]) -> str:
        return places[int(match[1])] if int(match[1]) < len(places) else match[0]

    try:
        yield
    except errors.InvalidRequest as error:
        told = [
            (draft if v.field == "text" else _DOCUMENT.sub(place, v.field), _DOCUMENT.sub(place, v.description))
            for v in error.violations
        ]
        raise errors.InvalidRequest(*(errors.FieldViolation(*texts) for texts in told)) from None


if __name__ == "__main__":
    main()
