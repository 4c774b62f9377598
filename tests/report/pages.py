"""Pages read as a browser reads them: strictly, with every name and every address in them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element

import html5lib

# Attributes by which a page makes a browser fetch something by itself.
LOADS = {("script", "src"), ("link", "href"), ("img", "src"), ("iframe", "src"), ("source", "src"), ("object", "data")}


@dataclass(frozen=True)
class Page:
    """A page: its elements in order, and where it lies."""

    path: Path
    elements: tuple[Element, ...]

    @property
    def ids(self) -> list[str]:
        return [element.attrib["id"] for element in self.elements if "id" in element.attrib]

    @property
    def text(self) -> str:
        return "".join(self.elements[0].itertext())

    def links(self) -> Iterator[str]:
        yield from (element.attrib["href"] for element in self.elements if "href" in element.attrib)

    def loads(self) -> Iterator[str]:
        for element in self.elements:
            for name, attribute in LOADS:
                if element.tag == name and attribute in element.attrib:
                    yield element.attrib[attribute]


def read_page(path: Path) -> Page:
    """Read a page. Raises html5lib's ParseError for anything that the standard calls a parse error."""
    parser = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False)
    root = parser.parse(path.read_text(encoding="utf-8"))
    return Page(path, tuple(element for element in root.iter() if isinstance(element.tag, str)))


def read_site(folder: Path) -> dict[Path, Page]:
    """Read all pages of a site by their paths."""
    return {path.resolve(): read_page(path) for path in sorted(folder.rglob("*.html"))}


def target_of(page: Page, address: str) -> tuple[Path, str]:
    """Give the file and the name in it to which an address leads."""
    parts = urlsplit(address)
    path = (page.path.parent / unquote(parts.path)).resolve() if parts.path else page.path.resolve()
    return path, unquote(parts.fragment)
