"""``harness releases``: the list of releases, for people and for other tools."""

import argparse
import json

from rich import box
from rich.table import Table

from harness.commands.common import console, root_of, say
from harness.releases.release import read_releases


def execute(options: argparse.Namespace) -> int:
    """Print the list, oldest first."""
    releases = read_releases(root_of(options))
    if options.format == "json":
        rows = [
            {"name": each.name, "tensorflow": each.version, "python": each.pythons[0].removeprefix("python")}
            for each in releases
            if each.pythons and not each.is_prerelease
        ]
        say(json.dumps(rows))
        return 0
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("environment", "installs", "as of", "Pythons", "MB", "here"):
        table.add_column(head)
    for each in releases:
        pythons = ", ".join(python.removeprefix("python") for python in each.pythons)
        table.add_row(each.name, each.requirement, each.as_of, pythons, str(each.megabytes), each.missing or "yes")
    console().print(table)
    return 0
