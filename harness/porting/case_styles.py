"""The styles that a case lacks: drafted of those that it has, and named in its ``case.toml``."""

import re
from dataclasses import dataclass
from pathlib import Path

from harness.cases.case import Case, Style
from harness.porting.draft import Aim, Draft
from harness.porting.draft_port import draft_port
from harness.words.errors import UsageError

_OF = "graph"
_DRAFTED = "eager"
_HEADING = re.compile(r"^[ \t]*\[")
_STYLE = re.compile(r"^[ \t]*\[[ \t]*styles[ \t]*\.")


@dataclass(frozen=True)
class DraftedStyle:
    """A style of a case, the ``path`` where its script is to lie, and the draft."""

    style: str
    path: Path
    draft: Draft


def draft_style(case: Case, aim: Aim) -> DraftedStyle:
    """Draft the style of a case that is missing: ``eager``, of its graph.

    Raises UsageError for a case that has it, whose file is there already, that has no graph, or whose graph no Python
    reads.
    """
    styles = {style.name: style for style in case.styles}
    if _DRAFTED in styles:
        raise UsageError(f"no style is missing that could be drafted: it has {_listed(styles)}", case.path)
    if _OF not in styles:
        raise UsageError(
            f"has no style graph, of which {_DRAFTED} could be drafted: it has {_listed(styles)}", case.path
        )
    path = case.folder / f"{_DRAFTED}.py"
    if path.exists() or path.is_symlink():
        raise UsageError(f"is there, and case.toml has no [styles.{_DRAFTED}]; nothing is written over it", path)
    script = styles[_OF].script
    try:
        draft = draft_port(script.read_text(encoding="utf-8"), _DRAFTED, aim)
    except (OSError, ValueError, SyntaxError) as error:
        line = getattr(error, "lineno", None) or getattr(error, "line", None)
        raise UsageError(f"cannot be read: {getattr(error, 'msg', None) or error}", script, line) from None
    return DraftedStyle(_DRAFTED, path, draft)


def with_style(toml: str, style: str) -> str:
    """Give the text of a ``case.toml`` with one style more, behind those that it has; all else stays as it is."""
    lines = toml.splitlines(keepends=True)
    last = max((place for place, line in enumerate(lines) if _STYLE.match(line)), default=None)
    if last is None:
        return f"{toml.rstrip()}\n\n[styles.{style}]\n"
    place = last + 1
    while place < len(lines) and lines[place].strip() and not _HEADING.match(lines[place]):
        place += 1
    if not lines[place - 1].endswith("\n"):
        lines[place - 1] += "\n"
    return "".join([*lines[:place], f"[styles.{style}]\n", *lines[place:]])


def _listed(styles: dict[str, Style]) -> str:
    return " and ".join(styles)
