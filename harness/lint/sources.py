"""The files that are linted, and the Python in them: scripts, notebooks, and the code in Markdown."""

import ast
import warnings
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from harness.documents.encodings import script_of, text_of
from harness.files.odd_file import what_it_is
from harness.files.others_code import OTHERS_CODE
from harness.lint.finding import LintFinding
from harness.words.errors import UsageError

SUFFIXES = (".py", ".ipynb", ".md", ".markdown")
SKIPPED = OTHERS_CODE | {".git", ".tox", ".venv"}


@dataclass(frozen=True)
class Source:
    """A piece of Python: its text, in which each line has the number that it has in the file. Of a notebook it is the
    script that its cells make, and ``cells`` gives cell and line for a line of it. ``indents`` is what a line of
    Markdown was moved by, ``broken`` what is said of code in it that cannot be read."""

    path: Path
    text: str
    cells: Callable[[int], tuple[int, int]] | None = None
    indents: Mapping[int, int] = field(default_factory=dict)
    broken: tuple[LintFinding, ...] = ()


def files_below(paths: Sequence[Path]) -> Iterator[Path]:
    """Give the files to lint: those named, and those in named folders. Raises UsageError for what is not there."""
    for path in paths:
        if path.is_dir():
            found = sorted(each for each in path.rglob("*") if each.suffix in SUFFIXES and each.is_file())
            yield from (each for each in found if set(each.relative_to(path).parts).isdisjoint(SKIPPED))
        elif path.exists():
            yield path
        else:
            raise UsageError("there is no such file or folder", path)


def read_source(path: Path) -> Source:
    """Read the Python in a file. Raises UsageError for a file that cannot be read as one."""
    odd = what_it_is(path)
    if odd is not None:
        raise UsageError(f"is {odd}, and no file to read", path)
    if path.suffix == ".ipynb":
        # It imports a good deal.
        from harness.scripts.notebook import read_notebook

        notebook = read_notebook(path)
        return Source(path, notebook.source, notebook.place_of)
    is_document = path.suffix in (".md", ".markdown")
    try:
        text = text_of(path.read_bytes(), path)[0] if is_document else script_of(path)[0]
    except OSError as error:
        raise UsageError(f"cannot be read: {error.strerror}", path) from None
    if is_document:
        # It reads each piece of code by what this file has.
        from harness.lint.markdown import source_of_markdown

        return source_of_markdown(path, text)
    return Source(path, text)


def tree_of(text: str) -> ast.Module:
    """Give the tree of a text of Python 3. Raises SyntaxError for another."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return ast.parse(text)
