"""``harness list``: the cases, their variants and styles, and where each comes from."""

import argparse

from rich import box
from rich.table import Table

from harness.cases.case import Case
from harness.cases.suite import unused_golden_files
from harness.commands.common import console, suite_of


def execute(options: argparse.Namespace) -> int:
    """Print the table; golden files that no case uses are reported below it."""
    suite = suite_of(options)
    out = console()
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    for head in ("case", "variants", "styles", "note", "documented", "what it shows"):
        table.add_column(head, overflow="fold")
    for case in suite.cases:
        variants = ", ".join(variant.name for variant in case.variants if variant.name)
        styles = ", ".join(f"{style.name} ≥{style.since}" for style in case.styles)
        table.add_row(case.name, variants, styles, f"{case.note.key}, {case.where}", _documented(case), case.title)
    out.print(table)
    for path in unused_golden_files(suite):
        out.print(f"no case uses {path.relative_to(suite.root)}", style="yellow", soft_wrap=True)
    return 0


def _documented(case: Case) -> str:
    lines = sum(len(variant.log.lines) for variant in case.variants)
    return f"{lines} lines{', derived' if any(variant.derived for variant in case.variants) else ''}"
