"""Pages on causes, as parts of a page that is one file."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path

from markupsafe import Markup

from harness.pages.sections import sections
from harness.report.articles import render_markdown
from harness.report.links import anchor

_ERRORS = "errors"
_TITLE = re.compile(r"\A\s*(?:<!--.*?-->\s*)*# (?P<title>[^\n]*)\n", re.DOTALL)
# Heads get names as those of one page do; here are several, and nothing leads to them.
_NAME = re.compile(r'(<h[1-6]) id="[^"]*"')


@dataclass(frozen=True)
class CausePage:
    """What the documentation says of a cause: the name, what its part of the page is called, the title, the text."""

    name: str
    anchor: str
    title: str
    html: Markup


def cause_pages(names: Collection[str], pages: Path) -> dict[str, CausePage]:
    """Give the pages on causes, by their names, as far as the folder has them; on an error, its section."""
    errors = pages / f"{_ERRORS}.md"
    known = sections(errors.read_text(encoding="utf-8")) if errors.is_file() else {}
    listed = {path.stem: path for path in pages.glob("*.md")}
    found = {}
    for name in sorted(names):
        if name in listed:
            found[name] = _page(name, listed[name].read_text(encoding="utf-8"))
        elif name in known:
            found[name] = _page(name, known[name])
    return found


def _page(name: str, text: str) -> CausePage:
    title = _TITLE.match(text)
    body = text[title.end() :] if title else text
    html = Markup(_NAME.sub(r"\1", str(render_markdown(body))))  # noqa: S704  (rendered)
    return CausePage(name, anchor(f"cause-{name}"), title["title"] if title else name, html)
