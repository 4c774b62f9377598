"""Texts that document a class or a method, as comments."""

import inspect

import libcst as cst

from harness.porting.eager.tree import only


def as_comments(statement: cst.CSTNode) -> list[cst.EmptyLine]:
    """Give the first paragraph of a documenting text as comments."""
    small = only(statement)
    value = small.value if isinstance(small, cst.Expr) else None
    said = value.evaluated_value if isinstance(value, cst.SimpleString | cst.ConcatenatedString) else ""
    lines = inspect.cleandoc(said if isinstance(said, str) else "").partition("\n\n")[0].splitlines()
    return [cst.EmptyLine(comment=cst.Comment(f"# {line}".rstrip())) for line in lines]
