"""Texts of scripts as they are run: a notebook's cells one after the other, Python 2 translated."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.documents.encodings import script_of
from harness.scripts.notebook import Notebook, read_notebook
from harness.scripts.python2 import PRELUDES, is_python2, translated
from harness.sides.around.filled_in import filled_in_text
from harness.sides.around.in_packages import with_package_imports
from harness.sides.around.own_files import OwnFile, own_files
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude
from harness.words.errors import UsageError

NOTEBOOK = ".ipynb"
_LINE_IN = re.compile(r"^line (\d+)[:,] ?")


@dataclass(frozen=True)
class ScriptText:
    """What is run for a file: its ``text``, None where that is the file's own. ``preludes`` run before it, ``remarks``
    say what was done to it; ``notebook`` is what it was made of, None for a script. ``own_files`` are what it imports
    of its own, None where nobody has looked."""

    text: str | None = None
    preludes: tuple[Prelude, ...] = ()
    remarks: tuple[str, ...] = ()
    notebook: Notebook | None = None
    own_files: tuple[OwnFile, ...] | None = None


def script_text(path: Path, also: Path | None = None, *, python2: bool = False) -> ScriptText:
    """Give the text of a script or notebook, one of Python 2 translated, as which any can be taken; modules of its own
    are looked for beside it, and ``also`` in another folder. Raises UsageError for one that no Python reads as it is.
    """
    if path.suffix == NOTEBOOK:
        try:
            notebook = read_notebook(path)
        except UsageError as error:
            filled = filled_in_text(path) if path.is_file() else ""
            raise UsageError(f"{error.message}{filled}", error.path, error.line) from None
        remarks = (*_left_out(notebook), *_restarted(notebook))
        given = ScriptText(notebook.source, remarks=remarks, notebook=notebook)
        if notebook.python2 or python2:
            given = _translated(path, notebook.source, given)
        return _with_own_files(path, notebook.source, given, also, python2=python2)
    given = ScriptText()
    try:
        text, remark = script_of(path)
    except (OSError, UsageError):
        return given  # the run meets the same error, and tells
    if remark:
        given = ScriptText(text, remarks=(remark,))
    given = _translated(path, text, given) if python2 or is_python2(text) else given
    return _with_own_files(path, text, given, also, python2=python2)


def text_as_run(path: Path, text: str, *, python2: bool = False) -> ScriptText:
    """Give a text that stands in another file, as a document, in the form in which it is run; modules of its own are
    looked for beside that. Raises UsageError for one that no Python reads."""
    given = ScriptText(text)
    given = _translated(path, text, given) if python2 or is_python2(text) else given
    return _with_own_files(path, text, given, None, python2=python2)


def _with_own_files(path: Path, text: str, given: ScriptText, also: Path | None, *, python2: bool) -> ScriptText:
    """With the files that it imports of its own: those of a script of Python 2 are that as well, also where both read
    them."""
    files = tuple(own_files(path, given.text or text, also, python2=python2 or bool(given.preludes)))
    files = with_package_imports(path, given.text or text, files)
    return _with_own_modules(replace(given, own_files=files), [file for file in files if file.was_python2])


def _translated(path: Path, text: str, given: ScriptText) -> ScriptText:
    try:
        found = translated(text)
    except ValueError as error:
        said = str(error)
        line = _LINE_IN.match(said)
        raise UsageError(
            f"is neither Python 3 nor Python 2: {said[line.end() :] if line else said}",
            path,
            int(line[1]) if line else None,
        ) from None
    changes = ", ".join(found.changes) or "no line had to change"
    remark = f"translated from Python 2 ({changes}); --show-source prints it"
    preludes = tuple(Prelude(name.removesuffix(".py")) for name in PRELUDES)
    return replace(given, text=found.text, preludes=preludes, remarks=(*given.remarks, remark))


def _with_own_modules(given: ScriptText, files: Sequence[OwnFile]) -> ScriptText:
    """The same, with the modules of the script's own that are Python 2 translated as well."""
    if not files:
        return given
    texts = {str(file.path.resolve()): file.text for file in files}
    names = ", ".join(file.path.name for file in files[:3]) + (", ..." if len(files) > 3 else "")
    preludes = given.preludes or tuple(Prelude(name.removesuffix(".py")) for name in PRELUDES)
    remark = f"translated from Python 2, too: {names}"
    return replace(
        given,
        preludes=(*preludes, Prelude("own_modules", {"texts": texts})),
        remarks=(*given.remarks, remark),
    )


def _left_out(notebook: Notebook) -> tuple[str, ...]:
    if not notebook.left_out:
        return ()
    first, count = notebook.left_out[0], len(notebook.left_out)
    what = "1 line" if count == 1 else f"{count} lines"
    more = ", ..." if count > 1 else ""
    return (f"left out {what} that IPython alone understands: {first.text.strip()!r} in cell {first.cell}{more}",)


def _restarted(notebook: Notebook) -> tuple[str, ...]:
    if not notebook.restarts:
        return ()
    cells = ", ".join(map(str, notebook.restarts))
    return (f"begins anew, without variables and graph, before cell {cells}, which ran in a fresh kernel (In [1])",)


def placed(failure: Failure, name: str, notebook: Notebook) -> Failure:
    """Give a failure with the cells of a notebook in place of the lines of the script that was made of it."""

    def cell(match: re.Match[str]) -> str:
        number, line = notebook.place_of(int(match["line"]))
        return f"{match['before']}cell {number}, line {line}"

    reason = re.sub(rf"(?P<before>){re.escape(name)}:(?P<line>\d+)", cell, failure.reason)
    detail = re.sub(rf"(?P<before>File \"[^\"]*{re.escape(name)}\", )line (?P<line>\d+)", cell, failure.detail)
    return replace(failure, reason=reason, detail=detail)
