"""Functions as trees: a header with a body, and what the body gives back."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.tree import dotted, statements

BLANK = cst.EmptyLine(indent=False)


def function_of(header: str, body: Sequence[cst.BaseStatement]) -> cst.FunctionDef:
    """Make a function of a header, whose own body goes, and of statements."""
    made = statements(header)[0]
    assert isinstance(made, cst.FunctionDef)
    return made.with_changes(body=cst.IndentedBlock(trimmed(body)))


def trimmed(body: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """Statements without empty lines before the first, and with one at most before the others."""
    found = []
    for place, statement in enumerate(body):
        lines = list(getattr(statement, "leading_lines", ()))
        kept: list[cst.EmptyLine] = []
        for line in lines:
            if line.comment is None and ((not place and not kept) or (kept and kept[-1].comment is None)):
                continue
            kept.append(line if line.comment else BLANK)
        if not hasattr(statement, "leading_lines"):
            found.append(statement)
            continue
        found.append(statement.with_changes(leading_lines=kept))
    return found


def returning(body: list[cst.BaseStatement], text: str) -> list[cst.BaseStatement]:
    """Statements that give a text back; what is only named to be given back is not named."""
    last = body[-1] if body else None
    if isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[0], cst.Assign):
        assign = last.body[0]
        if len(assign.targets) == 1 and dotted(assign.targets[0].target) == text:
            changed = last.with_changes(body=[cst.Return(assign.value)])
            return [*body[:-1], changed]
    return [*body, *statements(f"return {text}")] if text else body
