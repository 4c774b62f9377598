"""What every verb does: find the project, make a console."""

import argparse
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.console import Console, ConsoleOptions, RenderableType
from rich.segment import Segment
from rich.status import Status
from rich.text import Text

from harness.cases.suite import Suite, find_root, read_suite
from harness.commands.saying import say as say
from harness.releases.shipped import own_root
from harness.words.errors import UsageError
from harness.words.visible import visible

# Wide enough for a matrix of several releases where nobody says how wide it may be.
_WIDTH_OF_A_FILE = 160


def root_of(options: argparse.Namespace) -> Path:
    """Give the folder of the project that the options name, or that the working directory lies in.

    Raises UsageError where there is none.
    """
    root: Path | None = options.root
    if root is None:
        return find_root(Path.cwd())
    for folder in ("cases", "golden"):
        if not (root / folder).is_dir():
            raise UsageError(f"--root {root} is no project of the harness: it has no folder {folder}/")
    return root


def releases_root_of(options: argparse.Namespace) -> Path:
    """Give the folder whose ``tox.ini`` lists the releases that a script can run in: the project or, outside of any,
    what the harness itself brings, the checkout that it runs from or the wheel.

    Raises UsageError for a ``--root`` that is no project.
    """
    try:
        return root_of(options)
    except UsageError:
        if options.root is not None:
            raise
    return own_root()


def suite_of(options: argparse.Namespace) -> Suite:
    """Give the suite of that project. Raises UsageError for the first mistake in it, too."""
    return read_suite(root_of(options))


def console() -> Console:
    """Give a console on stdout: colours on a terminal only, texts as they are, ``COLUMNS`` wide or else, in a file, not
    cut at 80 columns."""
    columns = os.environ.get("COLUMNS", "")
    width = None if sys.stdout.isatty() or columns.isdecimal() else _WIDTH_OF_A_FILE
    return _VisibleConsole(highlight=False, markup=False, emoji=False, width=width)


class _VisibleConsole(Console):
    """What it prints is foreign text for the most part; only its own colours may reach a terminal as they are."""

    def render(self, renderable: RenderableType, options: ConsoleOptions | None = None) -> Iterator[Segment]:
        for segment in super().render(renderable, options):
            yield segment if segment.control else Segment(visible(segment.text), segment.style)


def show_line(status: Status, line: str) -> None:
    """Show the last line that a run has printed beside a status."""
    status.update(Text(visible(line), no_wrap=True, overflow="ellipsis"))
