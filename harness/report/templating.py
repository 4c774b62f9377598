"""Templates: whatever they print is escaped, and what cannot be seen, or does something, is made visible."""

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from harness.report.links import href
from harness.words.visible import visible

_HERE = Path(__file__).parent
ASSETS = _HERE / "assets"
# What each page has; plots have their own.
STYLE, SCRIPT = "site.css", "site.js"
_TICKS = re.compile("`([^`]+)`")
_CHINESE = re.compile("[\u3400-\u9fff]")


def page(template: str, values: Mapping[str, object], *, depth: int = 0) -> str:
    """Give a page of the site that lies ``depth`` folders below its first one."""
    return _environment().get_template(template).render(values, root="../" * depth, standalone=False)


def standalone_page(template: str, values: Mapping[str, object]) -> str:
    """Give a page that is one file: style and script of the site stand in it, and it links to no other."""
    inline = {"style": Markup(asset(STYLE)), "script": Markup(asset(SCRIPT))}  # noqa: S704  (our own files)
    return _environment().get_template(template).render(values, root="", standalone=True, **inline)


def asset(name: str) -> str:
    """Give the text of a file that the pages need."""
    return (ASSETS / name).read_text(encoding="utf-8")


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_finalized,
    )
    environment.filters["href"] = href
    environment.filters["lang"] = _language
    environment.filters["ticks"] = _with_code
    return environment


def _language(text: str) -> Markup:
    """The attribute of an element with a Chinese text, whose characters other fonts have in other shapes."""
    return Markup(' lang="zh"') if _CHINESE.search(text) else Markup("")


def _with_code(text: str) -> Markup:
    """A text of prose in which what stands between backticks is code."""
    return Markup(_TICKS.sub(r"<code>\1</code>", str(escape(visible(text)))))  # noqa: S704  (escaped)


def _finalized(value: Any) -> Any:
    """What is foreign made visible, what an object says of itself, too; Markup is the harness' own."""
    return value if isinstance(value, Markup) else visible(str(value))
