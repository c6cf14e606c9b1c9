"""exits: how the command line ends, with a line on standard error and a code that scripts can tell apart."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import click

from conspectus import errors

RPC_ERROR = 64  # plus the gRPC code, as grpcurl does: 67 is INVALID_ARGUMENT
EXIT_CODES = "Exit codes: 0 done, 2 usage, 64 + the gRPC code of an error (67 invalid argument, 78 unavailable)."


@contextmanager
def reported_errors() -> Iterator[None]:
    """Ends the program with a message and the exit code that an error has."""
    try:
        yield
    except BrokenPipeError:
        raise  # whoever reads the output has enough of it; click ends quietly
    except OSError as error:
        raise click.UsageError(str(error)) from None
    except errors.InvalidRequest as error:
        for violation in error.violations:
            click.echo(f"conspectus: {violation.field}: {violation.description}", err=True)
        sys.exit(RPC_ERROR + error.code)
    except errors.ConspectusError as error:
        click.echo(f"conspectus: {error}", err=True)
        sys.exit(RPC_ERROR + error.code)
