"""``harness explain CAUSE``: the page on a cause, or the section on an error."""

import argparse
import re
import sys
from pathlib import Path

from rich.columns import Columns
from rich.console import RenderableType
from rich.markdown import Markdown
from rich.panel import Panel
from rich.syntax import Syntax

from harness.commands.common import console
from harness.commands.pages import FOLDER
from harness.pages.sections import sections
from harness.releases.shipped import own_root
from harness.words.errors import UsageError, near

# The pages belong to the harness, whatever project it is used on.
_PAGES = own_root() / FOLDER
_LINT = own_root() / "docs" / "lint.md"
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_TABLE = re.compile(r"<table>\n<tr><th>(.*?)</th><th>(.*?)</th></tr>(.*?)</table>\n?", re.DOTALL)
_CODE = re.compile(r"```(\w*)\n(.*?)\n```", re.DOTALL)
# Narrower than this, two pieces of code stand below each other.
_WIDTH_FOR_TWO = 120


def execute(options: argparse.Namespace) -> int:
    """Print the page, its section for an error, or the list of all. Raises UsageError for an unknown cause."""
    pages = {path.stem: path for path in sorted(_PAGES.glob("*.md"))}
    if not pages:
        raise UsageError("the pages are not here; this installation is not whole", _PAGES)
    out = console()
    if options.cause is None:
        width = max(map(len, pages))
        for name, path in pages.items():
            out.print(f"{name:<{width}}  {_title(path)}", soft_wrap=True)
        return 0
    texts = {name: path.read_text(encoding="utf-8") for name, path in pages.items()}
    texts |= sections(texts.get("errors", ""))
    texts |= sections(_LINT.read_text(encoding="utf-8")) if _LINT.is_file() else {}
    if options.cause not in texts:
        advice = near(options.cause, texts) or "; `harness explain` lists all"
        raise UsageError(f"there is no page on {options.cause!r}{advice}")
    parts = page_parts(texts[options.cause], out.width)
    if sys.stdout.isatty():
        with out.pager(styles=True):
            out.print(*parts, sep="\n")
    else:
        out.print(*parts, sep="\n")
    return 0


def page_parts(text: str, width: int) -> list[RenderableType]:
    """Give a page as rich shows it: prose as Markdown, a pair of files side by side where the terminal is wide."""
    parts: list[RenderableType] = []
    end = 0
    text = _COMMENT.sub("", text)
    for match in _TABLE.finditer(text):
        parts.append(Markdown(text[end : match.start()]))
        panels = [
            Panel(Syntax(code, language or "text", word_wrap=True), title=title, width=_panel_width(width))
            for title, (language, code) in zip(match.groups()[:2], _CODE.findall(match[3]), strict=True)
        ]
        parts.append(Columns(panels, padding=(0, 1)))
        end = match.end()
    parts.append(Markdown(text[end:]))
    return parts


def _panel_width(width: int) -> int:
    return (width - 2) // 2 if width >= _WIDTH_FOR_TWO else width


def _title(path: Path) -> str:
    with path.open(encoding="utf-8") as file:
        return file.readline().lstrip("# ").rstrip()
