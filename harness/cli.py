"""The ``harness`` command: options, exit codes, and nothing else."""

import argparse
import gc
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from harness.commands.scene_words import joined
from harness.commands.verbs import declare_verbs
from harness.releases.shipped import version_text
from harness.words.errors import UsageError
from harness.words.visible import visible

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

# Values that are made before the youngest are looked through for circles.
_BETWEEN_COLLECTIONS = 50_000


def main(arguments: Sequence[str] | None = None) -> int:
    """Do what the command line says and give the exit code: 0 all is well, 1 something differs, 2 it cannot be done, or
    what it comes to cannot be written; where nobody reads it any more, 1 without a word."""
    if sys.stdout is None:  # `harness list >&-`
        _complain("standard output is closed, so there is nowhere to write to")
        return 2
    # A log of many lines becomes a million small values without a circle, which nobody needs to look through at each
    # step.
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    for stream in (sys.stdout, sys.stderr):
        # What a script says may hold characters that this terminal, or Unicode, does not have.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _do(arguments)
        sys.stdout.flush()
        return code
    except UsageError as error:
        _complain(str(error))
        return 2
    except BrokenPipeError:  # `harness matrix --format json | head`
        _drop_output()
        return 1
    except OSError as error:  # `harness list >/dev/full`
        _complain(str(error) if error.filename else f"the output cannot be written: {error.strerror or error}")
        _drop_output()
        return 2
    except KeyboardInterrupt:
        _complain("interrupted")
        return 130


def _do(arguments: Sequence[str] | None) -> int:
    try:
        options, rest = _parser().parse_known_args(joined(sys.argv[1:] if arguments is None else arguments))
    except SystemExit:  # --help, --version, and words that are no command
        sys.stdout.flush()
        raise
    if rest:
        words = ", ".join(map(repr, rest))
        raise UsageError(f"{options.verb} does not know {words}; harness {options.verb} --help says what it takes")
    return int(options.execute(options))


class _Parser(argparse.ArgumentParser):
    """argparse passes over an output that cannot be written."""

    def print_help(self, file: "SupportsWrite[str] | None" = None) -> None:
        """Write the help, here or to ``file``. Raises OSError where that cannot be done."""
        (sys.stdout if file is None else file).write(self.format_help())


class _Version(argparse.Action):
    """The commit is asked of git, which nobody waits for who wants something else."""

    def __call__(self, parser: argparse.ArgumentParser, *_given: object) -> None:
        print(version_text())
        parser.exit()


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="harness",
        description="Run documented TensorFlow examples, in TF1 and TF2 style, on any release, and hold what they "
        "compute against the log that the note printed.",
    )
    parser.add_argument("--version", action=_Version, nargs=0, help="show version and commit, and exit")
    parser.add_argument(
        "--root", type=Path, help="the project's folder, with cases/ and golden/ (default: found upwards)"
    )
    declare_verbs(parser.add_subparsers(required=True, dest="verb", metavar="VERB"))
    return parser


def _complain(text: str) -> None:
    if sys.stderr is not None:  # else print would write it to the output
        print(f"harness: {visible(text)}", file=sys.stderr)


def _drop_output() -> None:
    """Python flushes at its end, too, and would say that it cannot."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
