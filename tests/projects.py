"""Projects as literals: a dictionary of files becomes a folder that the harness can read."""

import textwrap
from collections.abc import Mapping
from pathlib import Path

NOTES = """
[n1]
title = "A note"
file = "n1.txt"
sha256 = "00"
"""

CASE = """
title = "Counts to three"
note = "n1"
where = "the only code block"
template = "%(step)s %(w)s"

[styles.graph]
"""

# Runs without TensorFlow, in any interpreter.
SCRIPT = """
def trace():
    for step in (1, 2, 3):
        yield {"step": step, "w": step / 2}


if __name__ == "__main__":
    for record in trace():
        print(record["step"], record["w"])
"""

LOG = """
1 0.5
2 1.0
3 1.5
"""

# The files of the minimal project, by the name under which `minimal_project` takes another text for them.
PATHS = {
    "notes": "golden/notes.toml",
    "log": "golden/counting/documented.log",
    "case": "cases/counting/case.toml",
    "script": "cases/counting/graph.py",
}
TEXTS = {"notes": NOTES, "log": LOG, "case": CASE, "script": SCRIPT}


def write_project(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write files below ``folder`` and give the folder. A text loses its common indentation and its first line break,
    so that the line numbers in it are those that one counts below the opening quotes; bytes are written as they are."""
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            path.write_bytes(content)
        else:
            path.write_text(textwrap.dedent(content).removeprefix("\n"), encoding="utf-8")
    return folder


def minimal_project(folder: Path, **changes: str | bytes | None) -> Path:
    """Write the smallest valid project, one case ``counting`` with the style ``graph``, and give its folder.

    ``notes``, ``log``, ``case`` and ``script`` replace the file of that name; None leaves it out.
    """
    (folder / "cases").mkdir(parents=True, exist_ok=True)
    (folder / "golden").mkdir(exist_ok=True)
    contents = {**TEXTS, **changes}
    return write_project(folder, {PATHS[name]: text for name, text in contents.items() if text is not None})
