"""The lines that a browser shows of an element of a page, each with the line of the file that it stands in."""

import re
from collections.abc import Iterator, Sequence

from bs4.element import NavigableString, PreformattedString, Tag

from harness.documents.document import Line
from harness.documents.looks import is_log, is_statement

_BLOCKS = frozenset(
    {"div", "p", "li", "tr", "ol", "ul", "table", "tbody", "thead", "pre", "figure", "section", "article"}
)
# White space in them stands between their elements and is not shown, not even in ``pre``.
_FRAMES = frozenset({"ol", "ul", "table", "tbody", "thead", "tr", "figure", "dl"})
IGNORED = frozenset({"script", "style", "template", "button", "select", "svg", "noscript", "iframe", "head"})
# An element of one of these classes in which nothing but numbers stands counts the lines of the code beside it.
_NUMBERS = re.compile(
    r"gutter|line-?no|line-?num|pre-numbering|linenodiv|hljs-ln-n|crayon-num|blob-num|\blnt?\b|rownum",
    re.IGNORECASE,
)
_UNSEEN = re.compile("[\u200b\u200c\u200d\u2060\ufeff\xad]")
_SPACES = str.maketrans({"\u2002": "\xa0", "\u2003": "\xa0"})
_COUNTED = re.compile(r"^\s*(\d+)(?:[.:|]?\s|$)")


def classes(tag: Tag) -> str:
    """Give the classes of an element, in one text."""
    value = tag.get("class")
    return " ".join(value) if isinstance(value, list) else str(value or "")


def is_line_numbers(tag: Tag) -> bool:
    """Whether an element counts the lines of code that stands beside or behind it."""
    text = tag.get_text(" ")
    numbers = text.split()
    if not numbers and tag.name == "td":
        # The numbers come with the style.
        return bool(_NUMBERS.search(classes(tag)))
    if not numbers or len(text) > 60_000 or not all(each.rstrip(".").isdigit() for each in numbers):
        return False
    counted = [int(each.rstrip(".")) for each in numbers]
    up = counted == list(range(counted[0], counted[0] + len(counted)))
    if _NUMBERS.search(classes(tag)) or tag.get("data-line-number") is not None:
        return up
    beside = tag.name == "td" and tag.find_next_sibling("td") is not None
    return beside and up and len(counted) > 1 and tag.find("pre") is not None


def lines_of(tag: Tag, first: int, *, preformatted: bool) -> tuple[Line, ...]:
    """Give the lines of an element, ``first`` being the number of the file's first line: with all white space if it is
    ``preformatted``, else as in prose. Line numbers, scripts and the like are left out."""
    lines = _Lines(first + (tag.sourceline or 1) - 1, preformatted)
    lines.read(tag, first)
    lines.end()
    found = lines.found
    if found and preformatted and not found[0].text.strip():
        found = found[1:]
    return tuple(found)


class _Lines:
    """Lines while they are put together: the one begun, and the place in the file."""

    def __init__(self, at: int, preformatted: bool) -> None:
        self.found: list[Line] = []
        self._held: list[str] = []
        self._at = at
        self._began = at
        self._preformatted = preformatted

    def read(self, tag: Tag, first: int) -> None:
        """Take all that an element shows."""
        self._at = first + (tag.sourceline or 1) - 1
        for child in tag.children:
            if isinstance(child, PreformattedString):
                # Comments and the like, but they take lines.
                self._at += str(child).count("\n")
            elif isinstance(child, NavigableString):
                self._text(str(child), in_frame=tag.name in _FRAMES)
            elif isinstance(child, Tag):
                self._element(child, first)

    def _element(self, tag: Tag, first: int) -> None:
        if tag.name in IGNORED or is_line_numbers(tag) or _is_anchor(tag):
            self._at += str(tag).count("\n")
        elif tag.name == "br":
            self._at = first + (tag.sourceline or 1) - 1
            self.end(even_if_empty=True)
        elif tag.name in _BLOCKS or _is_line(tag):
            self.end()
            before = len(self.found)
            self.read(tag, first)
            # An element that holds no others is a line of code, be it empty.
            leaf = self._preformatted and tag.name in ("li", "div", "tr", "code") and not _holds_blocks(tag)
            self.end(even_if_empty=leaf and len(self.found) == before)
        elif tag.name == "td" and self._held and "".join(self._held).strip() and not self._preformatted:
            self._held.append("\t")
            self.read(tag, first)
        else:
            self.read(tag, first)

    def _text(self, text: str, *, in_frame: bool) -> None:
        parts = _UNSEEN.sub("", text).translate(_SPACES).split("\n")
        for place, part in enumerate(parts):
            if place:
                if self._preformatted and not in_frame:
                    self.end(even_if_empty=True)
                self._at += 1
                if not self._preformatted:
                    self._held.append(" ")
            if not self._held or not "".join(self._held).strip():
                self._began = self._at
            if part and not (in_frame and not part.strip()):
                self._held.append(part)

    def end(self, *, even_if_empty: bool = False) -> None:
        """End the line that is begun."""
        text = "".join(self._held)
        # Spaces that do not break are no less in prose, where they indent the code that is written so.
        text = text if self._preformatted else re.sub(r"[ \n\r\f]+", " ", text).strip(" ")
        text = text.replace("\xa0", " ").rstrip()
        if text.strip() or even_if_empty:
            self.found.append(Line(self._began if self._held else self._at, text))
        self._held = []
        self._began = self._at


def _is_line(tag: Tag) -> bool:
    """Whether an element is one of several ``code`` in one ``pre``, as WeChat writes lines."""
    in_pre = tag.name == "code" and tag.parent is not None and tag.parent.name == "pre"
    return in_pre and (tag.find_next_sibling("code") is not None or tag.find_previous_sibling("code") is not None)


def _holds_blocks(tag: Tag) -> bool:
    cells = (
        [cell for cell in tag.find_all("td", recursive=False) if not is_line_numbers(cell)]
        if tag.name == "tr"
        else [tag]
    )
    return any(cell.find(list(_BLOCKS)) is not None for cell in cells)


def _is_anchor(tag: Tag) -> bool:
    return tag.name == "a" and ("headerlink" in classes(tag) or "anchor" in classes(tag)) and len(tag.get_text()) <= 1


def without_counting(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give lines without the numbers that stand before each of them, where they count from 1 and stand at all lines."""
    matches = [_COUNTED.match(line.text) for line in lines]
    if len(lines) < 3 or any(match is None for match in matches):
        return tuple(lines)
    counted = [int(match[1]) for match in matches if match is not None]
    if counted != list(range(1, len(lines) + 1)):
        return tuple(lines)
    # Steps of a log count from 1, too.
    rests = list(_after_numbers(lines))
    if is_log(rests) or not any(is_statement(rest) for rest in rests):
        return tuple(lines)
    return tuple(Line(line.number, rest) for line, rest in zip(lines, rests, strict=True))


def _after_numbers(lines: Sequence[Line]) -> Iterator[str]:
    for line in lines:
        text = re.sub(r"^\s*\d+[.:|]?", "", line.text)
        yield text.removeprefix(" ")
