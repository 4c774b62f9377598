"""``harness matrix FOLDER``: the table of verdicts over all results files."""

import argparse
from pathlib import Path
from typing import Any

from harness.commands.common import console, suite_of
from harness.errors import UsageError
from harness.matrix import build_matrix
from harness.matrix_text import as_json, as_markdown, as_table
from harness.releases import read_releases
from harness.result import plan
from harness.results import read_folder


def add(verbs: Any) -> None:
    """Declare the verb."""
    verb = verbs.add_parser("matrix", help="the table of verdicts from results files")
    verb.add_argument("folder", type=Path, nargs="?", default=None, help="the results folder (default: results)")
    verb.add_argument("--format", choices=("text", "markdown", "json"), default="text")
    verb.add_argument("--slow", action="store_true", help="expect the slow cases, too")
    verb.set_defaults(execute=execute)


def execute(options: argparse.Namespace) -> int:
    """Print the matrix; 1 where a cell is red or nothing ran."""
    suite = suite_of(options)
    folder = options.folder if options.folder is not None else suite.root / "results"
    releases = read_releases(suite.root)
    targets = read_folder(folder) if folder.is_dir() or not releases else ()
    if not targets and not releases:
        raise UsageError("holds no results file", folder)
    matrix = build_matrix(plan(suite.cases, (), slow=options.slow), targets, releases)
    if options.format == "markdown":
        print(as_markdown(matrix), end="")
    elif options.format == "json":
        print(as_json(matrix), end="")
    else:
        console().print(as_table(matrix))
    return 0 if matrix.good else 1
