"""Pages of the documentation: Markdown in which no HTML stands for itself, with code in colours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup, escape

from harness.report.code import coloured
from harness.report.links import heading_anchor
from harness.words.visible import visible

_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
# The only HTML that our own pages have: two pieces of code beside each other.
_PAIR = re.compile(
    r"<table>\n<tr><th>(?P<left>.*?)</th><th>(?P<right>.*?)</th></tr>\n"
    r"<tr>\n<td>(?P<one>.*?)</td>\n<td>(?P<other>.*?)</td>\n</tr>\n</table>\n?",
    re.DOTALL,
)
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)
_WEB = ("https://", "http://")


@dataclass(frozen=True)
class Article:
    """A page of the documentation: where it lies in it, its title, its HTML, and the first sentence as a text."""

    path: Path
    title: str
    html: Markup
    about: str


def read_article(path: Path, folder: Path) -> Article:
    """Read a page below a folder of documentation; its links lead to the other pages as the site has them."""
    text = visible(path.read_text(encoding="utf-8", errors="replace"))
    title = _TITLE.search(text)
    place = path.relative_to(folder)
    body = render_markdown(text, (path.parent, folder))
    return Article(place, _plain(title[1]) if title else path.stem, body, _about(text))


def render_markdown(text: str, where: tuple[Path, Path] | None = None) -> Markup:
    """Give Markdown as HTML; any HTML in it, but for comments and pairs of code, stands there as text. With ``where``,
    the folder of the text and that of all documentation, links to its pages lead to those of the site; what else the
    project has the site has not, and is no link."""
    bare = _COMMENT.sub("", visible(text))
    parts: list[str] = []
    end = 0
    for match in _PAIR.finditer(bare):
        parts += [_rendered(bare[end : match.start()], where), _pair(match)]
        end = match.end()
    return Markup("".join([*parts, _rendered(bare[end:], where)]))  # noqa: S704


def _pair(match: re.Match[str]) -> str:
    sides = [
        f'<section><h3 class="pair-head">{escape(match[head])}</h3>{_rendered(match[body], None)}</section>'
        for head, body in (("left", "one"), ("right", "other"))
    ]
    return f'<div class="pair">{"".join(sides)}</div>'


def _rendered(text: str, where: tuple[Path, Path] | None) -> str:
    markdown = _markdown()
    tokens = markdown.parse(text)
    _adapt(tokens, where)
    return str(markdown.renderer.render(tokens, markdown.options, {}))


def _adapt(tokens: list[Token], where: tuple[Path, Path] | None) -> None:
    """Names for headings, links to pages of the site."""
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            token.attrSet("id", heading_anchor(_words(tokens[place + 1])))
        for child in token.children or ():
            if child.type == "link_open":
                _lead(child, where)
            elif child.type == "image":
                # Pictures of the documentation lie beside it, not in the site; its text is what they show.
                child.type, child.children = "text", None


def _lead(link: Token, where: tuple[Path, Path] | None) -> None:
    """Have a link lead to the page as the site has it; take its address from one that leads to no page."""
    address = str(link.attrGet("href"))
    path, sign, part = address.partition("#")
    if address.startswith(_WEB) or not path:
        return
    if path.endswith(".md") and where is not None:
        page = (where[0] / unquote(path)).resolve()
        if page.is_file() and page.is_relative_to(where[1].resolve()):
            link.attrSet("href", f"{path.removesuffix('.md')}.html{sign}{part}")
            return
    del link.attrs["href"]


def _words(inline: Token) -> str:
    return "".join(child.content for child in inline.children or ())


@cache
def _markdown() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "highlight": _highlighted}).enable("table")
    # A wide table scrolls by itself, also by keyboard.
    markdown.add_render_rule("table_open", _table_open)
    markdown.add_render_rule("table_close", _table_close)
    return markdown


def _table_open(*_given: Any) -> str:
    return '<div class="scroll" role="region" aria-label="table" tabindex="0"><table>\n'


def _table_close(*_given: Any) -> str:
    return "</table></div>\n"


def _highlighted(code: str, language: str, _attributes: str) -> str:
    # A plain text: what is added to Markup is escaped.
    return str(coloured(code, language))


def _about(text: str) -> str:
    """The first sentence of the first paragraph that is one."""
    for paragraph in _paragraphs(text):
        if paragraph[0].isalpha():
            words = _plain(" ".join(paragraph.split()))
            return re.split(r"(?<=[.:;])\s", words, maxsplit=1)[0].rstrip(":;")
    return ""


def _paragraphs(text: str) -> Iterator[str]:
    yield from (part.strip() for part in re.split(r"\n\s*\n", _COMMENT.sub("", text)) if part.strip())


def _plain(text: str) -> str:
    return re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", text).replace("`", "").replace("**", "")
