"""``harness show CASE``: the documented log beside the ports."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from rich import box
from rich.console import Group, RenderableType
from rich.syntax import Syntax
from rich.table import Table
from rich.text import Text

from harness.cases.choice import choose_runs
from harness.cases.run import Run
from harness.commands.common import console, suite_of

# Narrower than this, ports stand below each other: code in half a terminal is not readable.
_WIDTH_FOR_TWO = 150


def execute(options: argparse.Namespace) -> int:
    """Print the case; in a terminal through the pager."""
    runs = choose_runs(suite_of(options), options.case)
    out = console()
    page = _page(runs, out.width)
    if sys.stdout.isatty():
        with out.pager(styles=True):
            out.print(page)
    else:
        out.print(page)
    return 0


def _page(runs: Sequence[Run], width: int) -> RenderableType:
    """All runs are of one case."""
    case = runs[0].case
    variants = list(dict.fromkeys(run.variant for run in runs))
    head = Text(f"{case.title}\n", style="bold")
    head.append(f"note {case.note.key} ({case.note.title}), {case.where}\n", style="not bold dim")
    if case.pitfall:
        head.append(f"pitfall: {case.pitfall}\n", style="not bold yellow")
    for text in dict.fromkeys(variant.template.text for variant in variants):
        head.append(f"template: {text}\n", style="not bold dim")
    for text in dict.fromkeys(variant.derived for variant in variants if variant.derived):
        head.append(f"derived: {text}\n", style="not bold dim")
    for erratum in case.errata:
        text = f"erratum, line {erratum.line} of the note: {erratum.says}; {erratum.shows}\n"
        head.append(text, style="not bold yellow")
    logs = [
        _titled(f"documented log{f' of {variant.name}' if variant.name else ''}", Text(_text(variant.log_path)))
        for variant in variants
    ]
    ports = [
        _titled(title, Syntax(_text(script), "python", word_wrap=True)) for script, title in _scripts(runs).items()
    ]
    if width < _WIDTH_FOR_TWO:
        return Group(head, *logs, *ports)
    grid = Table.grid(padding=(0, 2), expand=True)
    for part in (*logs, *ports):
        grid.add_column(ratio=1 if part in logs else 2)
    grid.add_row(*logs, *ports)
    return Group(head, grid)


def _titled(title: str, body: RenderableType) -> RenderableType:
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, expand=True)
    table.add_column(title, overflow="fold")
    table.add_row(body)
    return table


def _scripts(runs: Sequence[Run]) -> dict[Path, str]:
    """Each script once, with its title: its name, and the styles that it stands for where that does not tell."""
    styles: dict[Path, dict[str, None]] = {}
    for run in runs:
        styles.setdefault(run.style.script, {})[run.style.name] = None
    return {
        script: script.name if list(names) == [script.stem] else f"{script.name} ({', '.join(names)})"
        for script, names in styles.items()
    }


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace").rstrip()
