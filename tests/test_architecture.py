"""The map is true: what docs/architecture.md names is there."""

import re
from pathlib import Path

import pytest

PAGE = Path(__file__).parents[1] / "docs" / "architecture.md"
TEXT = PAGE.read_text(encoding="utf-8")
WALKS = TEXT[TEXT.index("## Five walks") : TEXT.index("## Decisions")]


def code() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (PAGE.parents[1] / "harness").rglob("*.py"))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([a-z_/0-9]+/[a-z_0-9]+\.py)`", TEXT))))
def test_every_file_that_the_page_names_is_there(name: str) -> None:
    root = PAGE.parents[1]
    assert (root / "harness" / name).is_file() or (root / name).is_file()


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([A-Za-z_]+)`", WALKS))))
def test_every_function_and_class_on_the_walks_is_defined(name: str) -> None:
    assert re.search(rf"^(?:class|def) {name}\b", code(), re.MULTILINE), name
