"""A notebook as the script that a draft is made of: its cells of code, and what shows the value that one ends in."""

import re
from pathlib import Path

from harness.porting.source import Source, with_one_indentation
from harness.scripts.cells.display import DEFINITION, NAME
from harness.scripts.cells.restarts import DEFINITION as RESTART
from harness.scripts.cells.restarts import NAME as RESTART_NAME
from harness.scripts.notebook import Notebook, read_notebook

_CELL = re.compile(r"# code cell \d+$")
_RESTART = re.compile(rf"^{RESTART_NAME}\(\)  (?P<cell># code cell \d+)$", re.MULTILINE)
_TENSORFLOW = re.compile(r"^[ \t]*import[ \t]+tensorflow(?:\.compat\.v1)?[ \t]+as[ \t]+(?P<name>\w+)", re.MULTILINE)
# What a draft calls with the value that a cell ends in.
SHOWN = "show_value"
_SHOW = f'''def {SHOWN}(value):
    """Print the value that a cell ends in, as a notebook shows it."""
    if value is not None:
        text = repr(value)
        is_long = len(text) >= 80 and type(value) in (list, tuple, dict, set)
        print(__import__("pprint").pformat(value, width=79) if is_long else text)


'''


def notebook_source(path: Path) -> Source:
    """Give the cells of a notebook one after the other; magics and lines for the shell are comments; where its kernel
    was started anew the graph is left, and names stay. Raises UsageError for a file that is none, and for cells that no
    Python reads."""
    notebook = read_notebook(path, as_recorded=True)
    lines = _with_comments(notebook)
    future = lines[0].partition(";")[0] + "\n" if lines[0].startswith("from __future__") else ""
    lines[0] = lines[0].replace(future.rstrip() + "; ", "").replace(DEFINITION, "").replace(RESTART, "").strip("; ")
    text = "\n".join(f"\n{line}" if at and _CELL.match(line) else line for at, line in enumerate(lines))
    alias = _TENSORFLOW.search(text)
    text = _RESTART.sub(
        rf"\n\g<cell>, in a fresh kernel\n{alias['name'] if alias else 'tf'}.reset_default_graph()", text
    )
    shows = f"{NAME}(" in text
    text = f"{future}{_SHOW if shows else ''}{text.replace(f'{NAME}(', f'{SHOWN}(')}"
    return Source(with_one_indentation(text))


def _with_comments(notebook: Notebook) -> list[str]:
    """The lines of the script, what IPython alone understands as comments where it stands in no block."""
    lines = notebook.source.split("\n")
    for each in notebook.left_out:
        place = notebook.starts[each.cell - 1] + each.line - 1
        if lines[place] == "pass":
            lines[place] = f"# {each.text.splitlines()[0].strip()}"
    return lines
