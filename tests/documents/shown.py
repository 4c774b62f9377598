"""Blocks as tests write them down."""

from collections.abc import Iterable

from harness.documents.document import Block

Shown = tuple[str, str, list[tuple[int, str]]]


def shown(blocks: Iterable[Block]) -> list[Shown]:
    """Give each block as its kind, its language, and its lines with their numbers."""
    return [(block.kind.name, block.language, [(line.number, line.text) for line in block.lines]) for block in blocks]
