"""Small questions to LibCST's trees, and small trees made of text."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

import libcst as cst

_PLAIN = cst.Module([])
_SIMPLE = cst.SimpleStatementLine
# Nearly half of all nodes, of which nobody asks anything.
_SPACE = frozenset({cst.SimpleWhitespace, cst.Newline})


def code(node: cst.CSTNode) -> str:
    """Give the text of a node as it stands."""
    return _PLAIN.code_for_node(node)


def expression(text: str) -> cst.BaseExpression:
    """Make an expression of text."""
    return cst.parse_expression(text)


def target_of(names: str) -> cst.BaseAssignTargetExpression:
    """Make what is assigned to of names."""
    pair = assigned(statements(f"{names} = 0")[0])
    assert pair is not None and isinstance(pair[0], cst.BaseAssignTargetExpression)
    return pair[0]


def statements(text: str) -> tuple[cst.BaseStatement, ...]:
    """Make statements of text."""
    return tuple(each for each in cst.parse_module(text).body if isinstance(each, cst.BaseStatement))


def dotted(node: cst.CSTNode) -> str:
    """Give ``tf.nn.relu`` for such an expression, an empty text for one that is no dotted name."""
    if isinstance(node, cst.Name):
        return node.value
    if isinstance(node, cst.Attribute):
        above = dotted(node.value)
        return f"{above}.{node.attr.value}" if above else ""
    return ""


def walk(node: cst.CSTNode) -> Iterator[cst.CSTNode]:
    """Give a node and all below it but spaces and the ends of lines, in their order."""
    waiting = [node]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(below(each)))


@lru_cache(maxsize=1 << 14)
def below(node: cst.CSTNode) -> tuple[cst.CSTNode, ...]:
    """Give what a node is made of, in its order, without spaces and the ends of lines."""
    # No node ever changes, the same ones are asked again and again, and LibCST makes each child anew to answer.
    return tuple(each for each in node.children if type(each) not in _SPACE)


def calls(node: cst.CSTNode) -> Iterator[cst.Call]:
    """Give all calls in a node, the outer ones first."""
    return (each for each in walk(node) if isinstance(each, cst.Call))


def only(statement: cst.CSTNode) -> cst.BaseSmallStatement | None:
    """Give the small statement of a line that has one, None for all else."""
    return statement.body[0] if isinstance(statement, _SIMPLE) and len(statement.body) == 1 else None


def assigned(statement: cst.CSTNode) -> tuple[cst.BaseExpression, cst.BaseExpression] | None:
    """Give target and value of a statement that is one assignment to one target."""
    small = only(statement)
    if isinstance(small, cst.Assign) and len(small.targets) == 1:
        return small.targets[0].target, small.value
    return None


def argument(call: cst.Call, name: str, place: int | None = None) -> cst.BaseExpression | None:
    """Give an argument of a call by its name or its place."""
    for each in call.args:
        if each.keyword is not None and each.keyword.value == name:
            return each.value
    if place is not None and place < len(call.args) and call.args[place].keyword is None:
        return call.args[place].value
    return None


def with_lead(statement: cst.BaseStatement, lines: Sequence[cst.EmptyLine]) -> cst.BaseStatement:
    """Put lines (comments, empty lines) before those that stand before a statement."""
    own = getattr(statement, "leading_lines", ())
    return statement.with_changes(leading_lines=[*lines, *own]) if lines else statement


def marked(statement: cst.BaseStatement, reasons: Sequence[str]) -> cst.BaseStatement:
    """Put ``# port: reason`` right above a statement."""
    lines = [cst.EmptyLine(comment=cst.Comment(f"# port: {reason}")) for reason in dict.fromkeys(reasons)]
    own = list(getattr(statement, "leading_lines", ()))
    have = {line.comment.value for line in own if line.comment}
    fresh = [line for line in lines if line.comment and line.comment.value not in have]
    return statement.with_changes(leading_lines=[*own, *fresh]) if fresh else statement
