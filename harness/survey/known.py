"""What is known of a file without running it: its kind, its own release, what the linter says, what it needs."""

import ast
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from harness.lint.check import Linted, lint_file
from harness.lint.finding import LintFinding
from harness.lint.script import first_blocker, releases_of, script_of
from harness.scripts.either import python3_of
from harness.scripts.python2 import broken_at, is_python2
from harness.sides.around.own_files import OwnFile, own_files
from harness.survey.answers import Kind, Known, Remark
from harness.survey.ask import Ask, Entry, scene_for
from harness.survey.needs.given import with_given
from harness.survey.needs.of_file import needs_of
from harness.survey.needs.packages import packages_with
from harness.survey.pins import Pin, pin_for
from harness.survey.stamps import Stamp, stamps_of
from harness.survey.tails import tail_of
from harness.survey.texts import text_of
from harness.survey.tree import why_unread
from harness.symbols.naming import is_tf2
from harness.symbols.timeline import Timeline, read_timeline
from harness.words.errors import UsageError

# TensorFlow by whatever name, and imports of what is built on it.
_TENSORFLOW = re.compile(
    r"\b(?:tensorflow\w*|keras)\b"
    r"|^\s*(?:import|from)\s+(?:tf_slim|tflearn|sonnet|tensorlayer|edward|tensor2tensor|tensorpack|gpflow|trfl|tf_agents)\b",
    re.MULTILINE,
)
_NOTEBOOK = ".ipynb"
# It names what it wants installed, and may use nothing of it.
_SETUP = "setup.py"
_IMPORTS = re.compile(r"^\s*(?:import|from)\s+(?:tensorflow|keras)\b", re.MULTILINE)
# Files that no one runs by themselves, whatever is in them.
_NEVER_RUN = ("__init__.py", _SETUP, "conftest.py")
_MAIN = re.compile(r"""^if\s+__name__\s*==\s*["']__main__["']|^if\s+["']__main__["']\s*==\s*__name__""", re.MULTILINE)
_DEFINES = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)


@dataclass(frozen=True)
class Read:
    """What reading a file came to. ``own`` are the files of its own that it imports, ``source`` is its text as people
    wrote it, ``text`` the same as Python 3; ``is_guarded`` says that it runs as a script by ``if __name__ ==
    "__main__"``, ``does`` that importing it does something; ``stamps`` are those of the files that were read."""

    known: Known
    own: tuple[OwnFile, ...] = ()
    source: str = ""
    text: str = ""
    is_guarded: bool = False
    does: bool = True
    stamps: tuple[Stamp, ...] = ()


def read_file(entry: Entry, folder: Path, root: Path, ask: Ask, made: Sequence[str]) -> Read:
    """Read a file of a survey, by itself; ``root`` has the list of releases, ``made`` are releases of which the
    environment is there already, which are taken first where several would do. Whether it is a module that others
    import is not known here, see ``with_modules``."""
    path = folder / entry.path
    reason = why_unread(path)
    if reason:
        return Read(unread(reason))
    timeline = read_timeline()
    stamps = stamps_of((path,))
    try:
        given = text_of(path)
        given += tail_of(given, path, folder) if entry.tests else ""
        text = python3_of(given)
        tree = ast.parse(text)
    except UsageError as error:
        return Read(unread(error.message, error.line or 1))
    except (RecursionError, MemoryError):
        return Read(unread("is nested too deeply to be read"))
    except (SyntaxError, ValueError) as error:
        line, wrong = broken_at(given) or (getattr(error, "lineno", None) or 1, getattr(error, "msg", None) or error)
        return Read(unread(f"is no Python, neither 2 nor 3: {wrong}", line))
    own = tuple(own_files(path, text, folder))
    stamps += stamps_of(file.path for file in own)
    kind = Kind.NOTEBOOK if path.suffix == _NOTEBOOK else Kind.SCRIPT
    mentions = _IMPORTS if path.name == _SETUP else _TENSORFLOW
    if not any(mentions.search(each) for each in (text, *(file.text for file in own))):
        kind = Kind.OTHER
    fits = _fitting(own, timeline)
    linted = lint_file(path, timeline, timeline.place(ask.target), _place(entry.origin or ask.origin, timeline))
    linted = replace(linted, releases=tuple(each for each in linted.releases if each in fits))
    origin, why = _origin(linted, own, ask, entry, timeline, made, pin_for(path, folder))
    known = Known(
        kind,
        origin,
        why,
        linted.releases,
        linted.uses,
        tuple(_remark(finding) for finding in linted.findings),
        needs=with_given(needs_of(text, path, folder, own, packages_with(origin, root)), scene_for(entry, folder, ask)),
        own=tuple(_below(own, folder)),
        python2=is_python2(given),
    )
    guarded, does = _MAIN.search(text) is not None, not all(map(_only_defines, tree.body))
    return Read(known, own, given, text, guarded, does, stamps)


def _fitting(own: Iterable[OwnFile], timeline: Timeline) -> set[str]:
    """The releases that have all that the files use which a file imports."""
    fits = set(timeline.releases)
    for file in own:
        if "tensorflow" in file.text:
            fits &= set(_releases_of(file.text))
    return fits


@lru_cache(maxsize=512)
def _releases_of(text: str) -> tuple[str, ...]:
    timeline = read_timeline()
    try:
        return releases_of(script_of(python3_of(text), timeline), timeline)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return timeline.releases


def with_modules(entries: Sequence[Entry], read: Mapping[str, Read]) -> dict[str, Known]:
    """Give what is known of each entry, by its name, those that others import and that do not run by themselves as
    modules; so are files that define and do nothing. What ``survey.toml`` names is run, whatever it is."""
    imported = {path for each in read.values() for path in each.known.own}
    plain = {entry.name: entry == Entry(entry.path, entry.path) for entry in entries}
    return {
        entry.name: _as_module(entry.path, read[entry.name], imported) if plain[entry.name] else read[entry.name].known
        for entry in entries
    }


def _as_module(path: str, read: Read, imported: set[str]) -> Known:
    name = path.rpartition("/")[2]
    if read.known.kind is not Kind.SCRIPT or (read.is_guarded and name not in _NEVER_RUN):
        return read.known
    if path in imported or not read.does or name in _NEVER_RUN:
        return replace(read.known, kind=Kind.MODULE)
    return read.known


def _only_defines(node: ast.stmt) -> bool:
    """Whether a statement makes names and does nothing else that anybody sees."""
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.If | ast.Try):
        parts = [*node.body, *node.orelse]
        parts += [each for handler in node.handlers for each in handler.body] if isinstance(node, ast.Try) else []
        return all(map(_only_defines, parts))
    if isinstance(node, ast.Assign | ast.AnnAssign):
        return not any(isinstance(each, ast.Call) for each in ast.walk(node))
    return isinstance(node, _DEFINES)


def _origin(
    linted: Linted,
    own: Iterable[OwnFile],
    ask: Ask,
    entry: Entry,
    timeline: Timeline,
    made: Sequence[str],
    pin: Pin | None,
) -> tuple[str, str]:
    """The release that a file comes from, and how that is known. What its repository asks for is believed before what
    its text has: a name that is gone may stand in a branch that nobody takes."""
    if entry.origin:
        return entry.origin, "survey.toml says so"
    fits = linted.releases
    if ask.origin and (ask.origin in fits or not fits):
        return ask.origin, "--from says so"
    lacking = f"{ask.origin} lacks {_lacking(linted, own, ask.origin, timeline)}" if ask.origin else ""
    asked = pin.of(timeline.releases) if pin is not None else timeline.releases
    best = _best([each for each in fits if each in asked], ask, timeline)
    if pin is not None and asked and not best:
        said = f"{pin.name} asks for {pin.says}, and none of these has all that it uses"
        if ask.origin in asked:
            return ask.origin, f"--from says so; {said}: {lacking}"
        best = _best(asked, ask, timeline)
        if best:
            return next((each for each in reversed(best) if each in made), best[-1]), said
    best = best or _best(fits, ask, timeline)
    if not best:
        return ask.origin or ask.target, "no release up to the target has all that it uses"
    ready = [each for each in best if each in made]
    said = f", and {pin.name} asks for {pin.says}" if pin is not None and asked else ""
    return (ready or best)[-1], (lacking or "it has all that it uses") + said


def _lacking(linted: Linted, own: Iterable[OwnFile], release: str, timeline: Timeline) -> str:
    """What a release lacks that a file or one that it imports uses, and where."""
    found = next((each for each in linted.blockers if each.release == release), None)
    if found is not None:
        return f"{found.name} (line {found.line})"
    for path, text in ((linted.path, ""), *((file.path, file.text) for file in own)):
        try:
            text = python3_of(text or text_of(path))
            found = first_blocker(script_of(text, timeline), timeline, release)
        except (UsageError, SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        if found is not None:
            where = f"line {found.line}" if path == linted.path else f"{path.name}, line {found.line}"
            return f"{found.name} ({where})"
    return "something that it, or what it imports, uses"


def _best(releases: Sequence[str], ask: Ask, timeline: Timeline) -> list[str]:
    """Of some releases those of TensorFlow 1, else those up to the target."""
    before = [each for each in releases if timeline.place(each) <= timeline.place(ask.target)]
    return [each for each in before if not is_tf2(each)] or before


def _place(release: str, timeline: Timeline) -> int | None:
    return timeline.place(release) if release else None


def _remark(finding: LintFinding) -> Remark:
    return Remark(finding.line, finding.column, finding.code, finding.severity, finding.message, finding.advice)


def unread(reason: str, line: int = 1) -> Known:
    """Give what is known of a file that cannot be read."""
    return Known(Kind.UNREAD, remarks=(Remark(line, 1, "TFH001", "error", reason),))


def _below(own: Iterable[OwnFile], folder: Path) -> list[str]:
    base = folder.resolve()
    found = (file.path.resolve() for file in own)
    return sorted(path.relative_to(base).as_posix() for path in found if path.is_relative_to(base))
