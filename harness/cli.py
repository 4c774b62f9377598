"""The ``harness`` command: options, exit codes, and nothing else."""

import argparse
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from harness import __version__
from harness.commands import (
    bisect,
    compare,
    constraints,
    doctor,
    drift,
    env,
    errata,
    explain,
    list_cases,
    matrix,
    pages,
    provenance,
    releases,
    run,
    show,
)
from harness.words.errors import UsageError

_VERBS = (
    list_cases,
    show,
    run,
    matrix,
    drift,
    compare,
    bisect,
    explain,
    errata,
    provenance,
    releases,
    env,
    doctor,
    constraints,
    pages,
)


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and give the exit code: 0 all is well, 1 something differs, 2 it cannot be done."""
    parser = argparse.ArgumentParser(
        prog="harness",
        description="Run documented TensorFlow examples, in TF1 and TF2 style, on any release, and hold what they "
        "compute against the log that the note printed.",
    )
    parser.add_argument("--version", action="version", version=f"harness {__version__}")
    parser.add_argument(
        "--root", type=Path, help="the project's folder, with cases/ and golden/ (default: found upwards)"
    )
    verbs = parser.add_subparsers(required=True, metavar="VERB")
    for verb in _VERBS:
        verb.add(verbs)
    options = parser.parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        # What a script says may hold characters that this terminal, or Unicode, does not have.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = int(options.execute(options))
        sys.stdout.flush()
        return code
    except UsageError as error:
        print(f"harness: {error}", file=sys.stderr)
        return 2
    except BrokenPipeError:  # `harness matrix --format json | head`
        # Python flushes at its end, too.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    except KeyboardInterrupt:
        print("harness: interrupted", file=sys.stderr)
        return 130
