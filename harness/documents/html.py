"""Saved pages: ``pre`` and what highlighters make of code, paragraphs, tables of numbers, the day in the metadata.

Read by Beautiful Soup with the parser of Python's own library, which keeps the line of each element. What other parsers
repair of a page they do without its lines.
"""

import re
import warnings
from collections.abc import Iterator, Sequence

from bs4 import BeautifulSoup
from bs4.element import NavigableString, PreformattedString, Tag

from harness.documents.document import Block, Day, Kind, Line
from harness.documents.looks import is_printed
from harness.documents.page_days import day_of_page
from harness.documents.page_lines import IGNORED, classes, is_line_numbers, lines_of, without_counting
from harness.documents.preformatted import blocks_of_preformatted, table_block

_SKIPPED = IGNORED | {"nav", "footer", "aside", "form", "textarea", "input", "object", "video", "audio", "canvas"}
_PARAGRAPHS = frozenset(
    {"p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "section", "article", "main"}
    | {
        "header",
        "blockquote",
        "body",
        "html",
        "table",
        "tbody",
        "tr",
        "td",
        "figure",
        "center",
        "details",
        "summary",
        "time",
    }
)
# Frames of code that is not in ``pre``, or that one with line numbers beside it is part of.
_CODE_FRAME = re.compile(
    r"\bsyntaxhighlighter\b|\bcrayon-(?:main|table)\b|\bdp-(?!highlighter)\w+|\bhljs-ln\b|\bhighlighttable\b|\brouge-table\b|\blntable\b"
    r"|\bjs-file-line-container\b|\bcnblogs_code\b|\bcode-lines?\b|\bhighlight-source-\w+",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LANGUAGE = re.compile(
    r"\b(?:language|lang|highlight|source|hl|brush|dp)[-:]\s?(?:source-)?([a-z][\w+#]*)"
    r"|\b(?:sourceCode|hljs|highlight|prettyprint|syntaxhighlighter|code|crayon|prism) +(?:nogutter +)?"
    r"(?!(?:language|lang|hl|source|brush|line)-|hljs\b|linenums\b)([a-z][\w+#]*)(?![\w-])",
    re.IGNORECASE,
)
# No page that a browser shows in time is nested so deep, and each level is a call or two.
_DEEPEST = 150
_BARE = re.compile(
    r"^(?:python\d?|py|bash|shell|sh|java|javascript|json|c|cpp|text|plain|pycon|ipython\d?|console)$", re.IGNORECASE
)
_NO_LANGUAGE = frozenset(
    {"notranslate", "linenums", "line", "hljs", "highlight", "table", "default", "copyable", "block"}
)
_OUTPUT = re.compile(
    r"\boutput(?:_\w+)?\b|\bjp-(?:\w+-)?output\w*|\boutput\w*(?:area|block)|\bnboutput\b|\bstdout\b", re.IGNORECASE
)


def blocks_of_html(text: str, first: int = 1) -> tuple[Block, ...]:
    """Give the blocks of a page, or of a piece of one that begins in line ``first`` of its file."""
    return tuple(_blocks(_parsed(text), first))


def read_page(text: str) -> tuple[tuple[Block, ...], str, Day | None]:
    """Give the blocks of a whole page, its title, and the day that its metadata give."""
    page = _parsed(text)
    found = page.find("title") or page.find("h1")
    title = " ".join(found.get_text().split()) if found is not None else ""
    return tuple(_blocks(page, 1)), title, day_of_page(page)


def _parsed(text: str) -> BeautifulSoup:
    with warnings.catch_warnings():
        # It warns of a text that looks like a name of a file, and of XHTML.
        warnings.simplefilter("ignore")
        page = BeautifulSoup(text, "html.parser")
    if _depth(page) > _DEEPEST:
        raise RecursionError
    return page


def _depth(page: Tag) -> int:
    deepest, level = 0, [page]
    while level:
        deepest += 1
        level = [child for tag in level for child in tag.children if isinstance(child, Tag)]
    return deepest


def _blocks(root: Tag, first: int) -> Iterator[Block]:
    loose: list[NavigableString | Tag] = []
    for child in root.children:
        if isinstance(child, PreformattedString):
            continue
        if isinstance(child, Tag) and not _is_area(child) and (child.name in _SKIPPED or _is_hidden(child)):
            continue
        if isinstance(child, Tag) and (_is_code(child) or child.name in _PARAGRAPHS or _holds_paragraphs(child)):
            yield from _prose(loose, root, first)
            loose = []
            yield from _element(child, first)
        elif isinstance(child, NavigableString | Tag):
            loose.append(child)
    yield from _prose(loose, root, first)


def _element(tag: Tag, first: int) -> Iterator[Block]:
    if _is_code(tag):
        yield from _code(tag, first)
    elif tag.name == "table" and not tag.find(["pre", "table"]):
        yield from table_block(list(_rows(tag, first)))
    elif not is_line_numbers(tag):
        yield from _blocks(tag, first)


def _is_hidden(tag: Tag) -> bool:
    return bool(_HIDDEN.search(str(tag.get("style") or ""))) or "hidden" in tag.attrs


def _is_area(tag: Tag) -> bool:
    """Whether an element is code that dp.SyntaxHighlighter would have made a list of."""
    return tag.name == "textarea" and tag.get("name") == "code"


def _is_code(tag: Tag) -> bool:
    if tag.name == "pre" or _is_area(tag):
        return True
    if tag.name in ("table", "div", "ol", "td") and _CODE_FRAME.search(classes(tag)):
        # Frames around several pieces of code, or around prose, are none.
        return len([each for each in tag.find_all("pre") if not is_line_numbers(each)]) <= 1 or "crayon" in classes(tag)
    if tag.name == "table":
        pres = tag.find_all("pre")
        return (
            bool(pres)
            and len([each for each in pres if not is_line_numbers(each)]) == 1
            and len(tag.find_all("tr")) == 1
        )
    return tag.name == "code" and (tag.find("br") is not None or tag.get_text().count("\n") > 1)


def _holds_paragraphs(tag: Tag) -> bool:
    return tag.find(["pre", "p", "div", "table", "h1", "h2", "h3", "li"]) is not None


def _code(tag: Tag, first: int) -> Iterator[Block]:
    lines = without_counting(lines_of(_root_of_code(tag), first, preformatted=True))
    if not lines:
        return
    is_output = any(_OUTPUT.search(classes(each)) for each in (tag, *list(tag.parents)[:6]) if isinstance(each, Tag))
    yield from blocks_of_preformatted(lines, _language(tag), is_output=is_output and not _in_input(tag))


def _root_of_code(tag: Tag) -> Tag:
    """The part of a frame in which the code is: beside it may stand a toolbar."""
    if tag.name in ("pre", "textarea"):
        return tag
    within = list(tag.find_all(["td", "div"], class_=re.compile(r"^(?:code|crayon-pre|crayon-code|blob-code)$")))
    pres = [each for each in tag.find_all("pre") if not is_line_numbers(each) and not is_line_numbers(_cell(each))]
    if len(pres) == 1 and not within:
        return pres[0]
    return within[0] if len(within) == 1 else tag


def _cell(tag: Tag) -> Tag:
    parent = tag.find_parent("td")
    return parent if isinstance(parent, Tag) else tag


def _in_input(tag: Tag) -> bool:
    return any(re.search(r"\binput_area\b|\bjp-InputArea|\bnbinput\b", classes(each)) for each in list(tag.parents)[:6])


def _language(tag: Tag) -> str:
    """What the element, one in it or one of the next around it says the language is."""
    inner = tag.find("code")
    near = [tag, *([inner] if isinstance(inner, Tag) else []), *list(tag.parents)[:6]]
    for each in near:
        told = str(each.get("lang") or "") or str(each.get("data-lang") or each.get("data-language") or "")
        if told and each.name not in ("html", "body") and len(told) > 2:
            return told
        for first, second in sorted(_LANGUAGE.findall(classes(each)), reverse=True):
            name = first or second
            if name.lower() not in _NO_LANGUAGE and len(name) > 1:
                return str(name)
        for name in classes(each).split():
            if _BARE.match(name) and each.name in ("pre", "code", "figure", "div", "textarea"):
                return name
    return ""


def _rows(table: Tag, first: int) -> Iterator[tuple[int, list[str]]]:
    for row in table.find_all("tr"):
        cells = [" ".join(cell.get_text(" ").split()) for cell in row.find_all(["td", "th"])]
        yield first + (row.sourceline or 1) - 1, cells


def _prose(parts: Sequence[NavigableString | Tag], parent: Tag, first: int) -> Iterator[Block]:
    if not any(str(part).strip() for part in parts):
        return
    # What stands loose between paragraphs is read as one, and its place found from its parent's first line on.
    lines = [line for line in _loose_lines(parts, parent, first) if line.text.strip()]
    if lines:
        is_output = is_printed([line.text for line in lines])
        yield Block(Kind.PREFORMATTED if is_output else Kind.PROSE, tuple(lines))


def _loose_lines(parts: Sequence[NavigableString | Tag], parent: Tag, first: int) -> tuple[Line, ...]:
    begins = _line_of(parts[0], parent)
    holder = Tag(name="span")
    holder.sourceline = begins
    for part in parts:
        holder.append(part.__copy__() if isinstance(part, NavigableString) else _copied(part))
    return lines_of(holder, first, preformatted=False)


def _copied(tag: Tag) -> Tag:
    return tag.__deepcopy__({})


def _line_of(part: NavigableString | Tag, parent: Tag) -> int:
    """The line of a piece of text, which has none of its own: that of what is before it, and the line breaks since."""
    if isinstance(part, Tag):
        return part.sourceline or 1
    breaks = 0
    for before in part.previous_siblings:
        if isinstance(before, Tag) and before.sourceline:
            return before.sourceline + str(before).count("\n") + breaks
        breaks += str(before).count("\n")
    return (parent.sourceline or 1) + breaks
