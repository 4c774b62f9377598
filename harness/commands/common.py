"""What every verb does: find the project, make a console."""

import argparse
import sys
from pathlib import Path

from rich.console import Console

from harness.suite import Suite, find_root, read_suite

# Wide enough for a matrix of several releases where nobody's terminal says how wide it is.
_WIDTH_OF_A_FILE = 160


def suite_of(options: argparse.Namespace) -> Suite:
    """Give the suite of the project that the options name, or that the working directory lies in."""
    root = options.root if options.root is not None else find_root(Path.cwd())
    return read_suite(root)


def console() -> Console:
    """Give a console on stdout: colours on a terminal only, lines of a file not cut at 80 columns."""
    if sys.stdout.isatty():
        return Console(highlight=False)
    return Console(highlight=False, width=_WIDTH_OF_A_FILE)
