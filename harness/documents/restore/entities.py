"""Entities of HTML that a page left in its text: ``&gt;`` where ``>`` was meant."""

import html
import re
from collections.abc import Sequence
from dataclasses import replace

from harness.documents.document import Line
from harness.documents.restore.scan import tokens

_ENTITY = re.compile(r"&(?:gt|lt|amp|quot|apos|nbsp|ldquo|rdquo|lsquo|rsquo|#\d{2,5}|#[xX][0-9a-fA-F]{2,4});")
_RAW = re.compile(r"[<>&]")


def has_entities(text: str) -> bool:
    """Whether an entity stands in a text."""
    return _ENTITY.search(text) is not None


def entities_are_damage(lines: Sequence[Line]) -> bool | None:
    """Whether the entities in code are damage: for certain where one stands outside of texts, for no page escapes half
    of its code; not where ``<``, ``>`` or ``&`` stand beside them; None where nothing tells, and both may be meant."""
    text = "\n".join(line.text for line in lines)
    bare = " ".join(token.text if token.kind not in ("string", "comment") else " " for token in tokens(text))
    code = bare.replace(" ", "")
    if _ENTITY.search(code):
        return True
    return False if _RAW.search(_ENTITY.sub("", text)) else None


def without_entities(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Give the lines with each entity as the character it stands for; those that were escaped twice, too."""
    return tuple(replace(line, text=_unescaped(_unescaped(line.text))) for line in lines)


def _unescaped(text: str) -> str:
    return _ENTITY.sub(lambda match: html.unescape(match[0]).replace("\u00a0", " "), text)
