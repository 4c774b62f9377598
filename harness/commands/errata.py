"""``harness errata``: where the notes contradict themselves, and what became of the claims in their prose."""

import argparse

from rich import box
from rich.table import Table

from harness.commands.common import console, suite_of


def execute(options: argparse.Namespace) -> int:
    """Print the table, by note and line."""
    suite = suite_of(options)
    rows = [
        (case.note.key, erratum.line, "erratum", erratum.says, erratum.shows, case.name)
        for case in suite.cases
        for erratum in case.errata
    ] + [
        (case.note.key, claim.line, claim.verdict, claim.says, claim.shows, case.name)
        for case in suite.cases
        for claim in case.claims
    ]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("note", "what", "the note says", "the run shows", "case"):
        table.add_column(head, overflow="fold")
    for note, line, what, says, shows, case_name in sorted(rows):
        table.add_row(f"{note}:{line}", what, says, shows, case_name)
    console().print(table)
    return 0
