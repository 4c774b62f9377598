"""Markdown: front matter, fenced and indented code wherever it is nested, ``pre``, tables, paragraphs.

Read with markdown-it-py, which keeps the lines of what it finds. Before it, what people write and CommonMark does not
mean is put right line by line: tags of Jekyll, Hexo and Hugo around code, and fences in lists whose code stands further
to the left than the list.
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from harness.documents.days import day_in
from harness.documents.document import Block, Day, Kind, Line
from harness.documents.looks import is_printed
from harness.documents.preformatted import blocks_of_preformatted, table_block

_FENCE = re.compile(r"(?P<indent>[ \t]*)(?P<fence>`{3,}|~{3,})(?P<info>[^`]*)$")
_OPEN_TAG = re.compile(r"\s*\{\{?[%<]\s*(?:highlight|codeblock|code)\b(?P<arguments>[^%>]*)[%>]\}?\}\s*$")
_CLOSE_TAG = re.compile(r"\s*\{\{?[%<]\s*(?:/\s*|end)(?:highlight|codeblock|code)\s*[%>]\}?\}\s*$")
_PRE = re.compile(r"\s{0,3}(?:<(?:div|figure|table|tbody|tr|td|section)\b[^>]*>\s*)*<pre\b", re.IGNORECASE)
_LANGUAGE = re.compile(r"[\w+#-]+")
_FRONT = re.compile(r"---\s*$|\+\+\+\s*$")


def front_matter(lines: Sequence[str]) -> int:
    """Give the number of lines that front matter takes, its marks included: 0 where there is none."""
    if not lines or not _FRONT.match(lines[0]):
        return 0
    mark = lines[0].rstrip()
    end = next((at for at, line in enumerate(lines[1:], start=1) if line.rstrip() in (mark, "...")), 0)
    inside = [line for line in lines[1:end] if line.strip()]
    return end + 1 if inside and any(re.match(r"[\w-]+\s*[:=]", line) for line in inside) else 0


def blocks_of_markdown(text: str) -> tuple[Block, ...]:
    """Give the blocks of a Markdown text, front matter left out, in the order in which they stand."""
    lines = text.split("\n")
    head = front_matter(lines)
    lines[:head] = [""] * head
    pages, lines = _without_pre(_righted(_without_tags(lines)))
    blocks = list(pages)
    tokens = MarkdownIt("commonmark").enable("table").parse("\n".join(lines))
    blocks += _blocks(tokens)
    return tuple(sorted(blocks, key=lambda block: block.lines[0].number))


def _without_tags(lines: Sequence[str]) -> list[str]:
    """Tags around code as fences."""
    found, inside = [], False
    for line in lines:
        if not inside and (match := _OPEN_TAG.match(line)):
            words = _LANGUAGE.findall(
                re.sub(r"\blang:|\blanguage=|linenos\w*(?:=\w+)?|title:\S+", " ", match["arguments"])
            )
            found.append(f"~~~~~~{words[0] if words else ''}")
            inside = True
        elif inside and _CLOSE_TAG.match(line):
            found.append("~~~~~~")
            inside = False
        else:
            found.append(line)
    return found


def _righted(lines: Sequence[str]) -> list[str]:
    """Fences whose code stands to the left of them, moved to the left: in a list the code would end list and fence."""
    righted = list(lines)
    for start, end in _fences(lines):
        indent = len(lines[start]) - len(lines[start].lstrip())
        inside = [line for line in lines[start + 1 : end] if line.strip()]
        if indent and any(len(line) - len(line.lstrip()) < indent for line in inside):
            for at in (start, end):
                righted[at] = lines[at].lstrip()
    return righted


def _fences(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """The first and last line of each fence, as one reads them who knows nothing of lists."""
    opened: tuple[int, str] | None = None
    for at, line in enumerate(lines):
        match = _FENCE.match(line)
        if match is None:
            continue
        if opened is None:
            opened = at, match["fence"]
        elif match["fence"].startswith(opened[1]) and not match["info"].strip():
            yield opened[0], at
            opened = None


def _without_pre(lines: list[str]) -> tuple[list[Block], list[str]]:
    """The blocks of ``pre``, which may have blank lines in it and so ends where CommonMark does not end it, and the
    lines without them."""
    inside_fence = {at for start, end in _fences(lines) for at in range(start, end + 1)}
    blocks: list[Block] = []
    rest, at = list(lines), 0
    while at < len(lines):
        if at not in inside_fence and _PRE.match(lines[at]):
            end = next(
                (each for each in range(at, len(lines)) if re.search(r"</pre>", lines[each], re.IGNORECASE)), None
            )
            if end is not None:
                # A table of line numbers is closed when its second column is.
                while "gutter" in lines[at] and not re.search(r"</table>", lines[end]) and end + 1 < len(lines):
                    end += 1
                blocks += _of_html("\n".join(lines[at : end + 1]), first=at + 1)
                rest[at : end + 1] = [""] * (end + 1 - at)
                at = end
        at += 1
    return blocks, rest


def _of_html(text: str, first: int) -> tuple[Block, ...]:
    # Its parser takes a while to import, and most notes have no use for it.
    from harness.documents.html import blocks_of_html

    return blocks_of_html(text, first)


def _blocks(tokens: Sequence[Token]) -> Iterator[Block]:
    row: list[str] | None = None
    rows: list[tuple[int, list[str]]] = []
    for token, after in zip(tokens, [*tokens[1:], None], strict=True):
        first = token.map[0] + 1 if token.map else 0
        match token.type:
            case "fence":
                found = _LANGUAGE.search(token.info.replace("{.", "").replace("lang-", ""))
                yield from blocks_of_preformatted(_lines(token, first + 1), found[0] if found else "")
            case "code_block":
                yield from blocks_of_preformatted(_lines(token, first), "")
            case "html_block":
                yield from _of_html(token.content, first=first)
            case "table_open":
                rows = []
            case "tr_open":
                row = []
                rows.append((first, row))
            case "th_open" | "td_open" if row is not None and after is not None:
                row.append(after.content)
            case "table_close":
                yield from table_block(rows)
                row = None
            case "inline" if row is None:
                yield from _paragraph(_lines(token, first))


def _lines(token: Token, first: int) -> tuple[Line, ...]:
    texts = token.content.removesuffix("\n").split("\n")
    return tuple(Line(number, text) for number, text in enumerate(texts, start=first))


def _paragraph(lines: Sequence[Line]) -> Iterator[Block]:
    """A paragraph as prose, but for one of lines that a program printed, which nobody fenced."""
    is_output = is_printed([line.text for line in lines])
    yield Block(Kind.PREFORMATTED if is_output else Kind.PROSE, tuple(lines))


def facts_of_markdown(text: str) -> tuple[str, Day | None]:
    """Give the title and the day of a Markdown text: those of its front matter, else its first heading and no day."""
    lines = text.split("\n")
    title, day = "", None
    for number, line in enumerate(lines[: front_matter(lines)], start=1):
        match = re.match(r"(?i)(title|date|published|pubdate|created)\s*[:=]\s*(.*)", line)
        if match is None:
            continue
        if match[1].lower() == "title":
            title = match[2].strip().strip("'\"")
        elif day is None and (found := day_in(match[2])):
            day = Day(found, f"{match[1].lower()} in front matter, line {number}")
    heading = re.search(r"^ {0,3}#{1,6}\s+(.+?)\s*#*$|^(\S.*)\n=+\s*$", text, re.MULTILINE)
    return title or (heading[1] or heading[2] if heading else ""), day
