"""Drafts of a file and of the modules that it imports, made in a process of their own."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from harness.porting.draft import Aim, Mark
from harness.survey.answers import Remark
from harness.survey.obstacles import MARK
from harness.words.errors import UsageError


@dataclass(frozen=True)
class Drafted:
    """A draft: its text and its modules' texts, by their paths; marks and changes; ``problem`` is why there is none.
    ``firsts`` are drafts of the scripts that run before it, by their paths."""

    text: str = ""
    modules: tuple[tuple[str, str], ...] = ()
    marks: tuple[tuple[str, Mark], ...] = ()
    changes: tuple[str, ...] = ()
    problem: str = ""
    firsts: tuple[tuple[str, str], ...] = ()


def draft_file(
    path: Path,
    text: str,
    to: str,
    aim: Aim,
    also: Path | None = None,
    within: Path | None = None,
    first: tuple[Path, ...] = (),
) -> Drafted:
    """Draft a port of a file with that text, and of the modules of its own, which lie beside it, in the folder ``also``
    or anywhere ``within`` one; where that cannot be done the draft says why. Marks come with the name of the module
    that they stand in, empty for the file itself. Scripts that run ``first`` are drafted with it."""
    # What drafts is a second of imports, which the host need not wait for.
    from harness.porting.draft_port import draft_port
    from harness.porting.notebook_source import notebook_source
    from harness.sides.around.joined_modules import changes_of, joined
    from harness.sides.around.ported_modules import drafts_of_firsts, ported_modules, texts_of

    try:
        text = notebook_source(path).text if path.suffix == ".ipynb" else text
        text, names = joined(path, text, to, aim, also)
        draft = draft_port(text, to, aim)
        modules = tuple(ported_modules(path, text, to, aim, also, within))
    except UsageError as error:
        return Drafted(problem=error.message)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or getattr(error, "line", None)
        place = f"line {line}: " if line else ""
        return Drafted(problem=f"{place}{getattr(error, 'msg', None) or error}")
    except (RecursionError, MemoryError):
        return Drafted(problem="it is nested too deeply to be read")
    marks = [("", mark) for mark in draft.marks]
    marks += [(module.name, mark) for module in modules for mark in module.draft.marks]
    return Drafted(
        draft.text,
        tuple(texts_of(modules).items()),
        tuple(marks),
        (*changes_of(names), *draft.changes),
        firsts=tuple(drafts_of_firsts(first, aim).items()),
    )


def marks_of(marks: Iterable[tuple[str, Mark]]) -> tuple[Remark, ...]:
    """Give the marks of a draft as remarks, those of a module with its name before them."""
    found = [(f"{name}: " if name else "", mark) for name, mark in marks]
    return tuple(Remark(mark.line, 1, MARK, "warning", f"{name}{mark.reason}") for name, mark in found)
