"""The files that are linted, and the Python in them: scripts, notebooks, and the code in Markdown."""

import ast
import re
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from harness.words.errors import UsageError

SUFFIXES = (".py", ".ipynb", ".md", ".markdown")
_FENCE = re.compile(r"^(?P<indent> {0,3})(?P<fence>`{3,}|~{3,})[ \t]*(?P<language>[\w+-]*).*$")
_PYTHON = ("", "py", "python", "python3", "python2", "ipython", "tensorflow")
# Folders of other people's code.
_SKIPPED = (".git", ".tox", ".venv", "venv", "node_modules", "__pycache__", "site-packages", "build", "dist")


@dataclass(frozen=True)
class Source:
    """A piece of Python: its text, in which each line has the number that it has in the file (for a notebook, of the
    script that its cells make)."""

    path: Path
    text: str


def files_below(paths: Sequence[Path]) -> Iterator[Path]:
    """Give the files to lint: those named, and those in named folders. Raises UsageError for what is not there."""
    for path in paths:
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.is_file())
            yield from (each for each in found if set(each.relative_to(path).parts).isdisjoint(_SKIPPED))
        elif path.exists():
            yield path
        else:
            raise UsageError("there is no such file or folder", path)


def read_source(path: Path) -> Source:
    """Read the Python in a file. Raises UsageError for a file that cannot be read as one."""
    if path.suffix == ".ipynb":
        # It imports a good deal.
        from harness.scripts.notebook import read_notebook

        return Source(path, read_notebook(path).source)
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    except UnicodeDecodeError:
        text = path.read_bytes().decode("gb18030", errors="replace")
    if path.suffix in (".md", ".markdown"):
        return Source(path, fenced_python(text))
    return Source(path, text)


def fenced_python(text: str) -> str:
    """Give the fenced Python in a Markdown text, each line in its place; all other lines are empty."""
    kept: list[str] = []
    fence, is_python, indent = "", False, 0
    for line in text.split("\n"):
        match = _FENCE.match(line)
        if fence:
            ends = match is not None and match["fence"].startswith(fence) and not match["language"]
            if ends:
                fence = ""
            kept.append("" if ends or not is_python else line[indent:] if not line[:indent].strip() else line)
        else:
            if match is not None:
                fence, indent = match["fence"], len(match["indent"])
                is_python = match["language"].lower() in _PYTHON
            kept.append("")
    return "\n".join(kept)


def tree_of(text: str) -> ast.Module:
    """Give the tree of a text of Python 3, or of one of Python 2, which is translated and keeps its lines. Raises
    SyntaxError for one that is neither, of which Python 3 says why."""
    with warnings.catch_warnings():
        # An old string's escapes are no matter here.
        warnings.simplefilter("ignore")
        try:
            return ast.parse(text)
        except SyntaxError as error:
            # It imports a good deal.
            from harness.scripts.python2 import translated

            try:
                return ast.parse(translated(text).text)
            except (ValueError, SyntaxError):
                raise error from None
