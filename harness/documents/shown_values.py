"""Outputs that stand with the code, or as code: values that Python could read, data, and answers behind ``>>>``."""

import ast
from collections.abc import Iterator
from dataclasses import replace

from harness.documents.document import ANSWER, SESSION, Block, Document, Kind, Line
from harness.documents.syntax import prints, tree_of

_PROMPT = ">>>"


def with_values_told(document: Document) -> Document:
    """Give a document in which a block of code without a language that names nothing, such as ``(100, 32) (100,)`` or a
    dictionary of JSON, is no code; and the part of a block that is the output of the code above it a block of its own:
    values behind an empty line, or what stands behind ``>>>`` where no prompt stands before the code."""
    parted = [part for block in document.blocks for part in _parted(block)]
    blocks = tuple(replace(block, kind=Kind.PREFORMATTED) if _is_value(block) else block for block in parted)
    return replace(document, blocks=blocks)


def _parted(block: Block) -> Iterator[Block]:
    """The code of a block, and its output where that stands below in the same block."""
    if block.kind is not Kind.CODE or block.exact:
        yield block
        return
    texts = [line.text for line in block.lines]
    at = next((place for place, text in enumerate(texts) if text.lstrip().startswith(_PROMPT)), None)
    if at is None:
        at = max((place for place, text in enumerate(texts) if not text.strip()), default=None)
        if at is not None and not _names_values("\n".join(text.strip() for text in texts[at:])):
            at = None
    elif not any(text.strip() for text in texts[:at]):
        at = None
    if at is None or not _is_code_that_prints("\n".join(texts[:at])):
        yield block
        return
    language = "" if block.language == SESSION else block.language
    yield replace(block, lines=block.lines[:at], language=language)
    yield Block(Kind.OUTPUT, tuple(_without_prompt(line) for line in block.lines[at:] if line.text.strip()), ANSWER)


def _without_prompt(line: Line) -> Line:
    return replace(line, text=line.text.replace(_PROMPT, "", 1).strip() if _PROMPT in line.text else line.text)


def _is_code_that_prints(text: str) -> bool:
    tree = tree_of(text)
    return tree is not None and bool(tree.body) and prints(text)


def _is_value(block: Block) -> bool:
    if block.kind is not Kind.CODE or block.exact or block.language:
        return False
    return _names_values("\n".join(line.text.strip() for line in block.lines))


def _names_values(text: str) -> bool:
    """Whether a text that Python reads is nothing but values: it names nothing, or looks like ``w1:0``."""
    tree = tree_of(text)
    if tree is None or not tree.body:
        return False
    if not all(isinstance(node, ast.Expr) or _is_tensor_name(node) for node in tree.body):
        return False
    shown = [node for top in tree.body if not _is_tensor_name(top) for node in ast.walk(top)]
    # `[PhysicalDevice(name='/physical_device:CPU:0')]`, as a value of a class tells itself.
    told = {node.func for node in shown if isinstance(node, ast.Call) and _tells_itself(node)}
    names = {node.id for node in shown if isinstance(node, ast.Name) and node not in told}
    return names <= {"true", "false", "null", "array", "nan", "inf", "dtype", "float32", "int32"}


def _tells_itself(node: ast.Call) -> bool:
    is_class = isinstance(node.func, ast.Name) and node.func.id[:1].isupper()
    return (
        is_class and bool(node.keywords) and not node.args and all(_is_constant(each.value) for each in node.keywords)
    )


def _is_constant(node: ast.expr) -> bool:
    return not any(isinstance(each, ast.Name | ast.Call) for each in ast.walk(node))


def _is_tensor_name(node: ast.stmt) -> bool:
    return isinstance(node, ast.AnnAssign) and node.value is None and isinstance(node.annotation, ast.Constant)
