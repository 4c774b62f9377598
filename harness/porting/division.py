"""Division of Python 2 in a text of Python 3: ``//`` where both sides are whole numbers for sure, a mark in doubt."""

import ast

from harness.porting.draft import with_marks

_DOUBT = "Python 2 divides whole numbers without a remainder: {} is // if both sides are whole numbers"
# What gives a whole number whatever it is given, and what never does.
_WHOLE = frozenset({"len", "int", "ord", "hash", "id"})
_FLOAT = frozenset({"float"})
# Arrays and tensors of these packages hold floats, but where whole numbers were asked for.
_PACKAGES = frozenset({"np", "numpy", "tf", "math", "time", "random"})
_OF_WHOLES = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv, ast.Mod, ast.LShift, ast.RShift)


def with_division(text: str) -> str:
    """Give a text of Python 3, which was Python 2, with the divisions that it had there."""
    tree = ast.parse(text)
    names = _whole_names(tree)
    edits: list[tuple[int, int]] = []
    doubts: dict[int, list[str]] = {}
    starts = [0]
    for line in text.split("\n"):
        starts.append(starts[-1] + len(line.encode()) + 1)
    content = text.encode()
    for statement in ast.walk(tree):
        if not isinstance(statement, ast.stmt):
            continue
        for node in _own(statement):
            if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Div):
                left, right = node.left, node.right
                assert left.end_lineno is not None and left.end_col_offset is not None
                begin = starts[left.end_lineno - 1] + left.end_col_offset
                end = starts[right.lineno - 1] + right.col_offset
            elif isinstance(node, ast.AugAssign) and isinstance(node.op, ast.Div):
                left, right = node.target, node.value
                assert left.end_lineno is not None and left.end_col_offset is not None
                begin = starts[left.end_lineno - 1] + left.end_col_offset
                end = starts[right.lineno - 1] + right.col_offset
            else:
                continue
            sides = _kind(left, names), _kind(right, names)
            if sides == ("whole", "whole"):
                edits.append((content.index(b"/", begin, end), 1))
            elif "float" not in sides:
                doubts.setdefault(statement.lineno, []).append(_DOUBT.format(f"`{ast.unparse(node)}`"))
    for place, _ in sorted(edits, reverse=True):
        content = content[:place] + b"//" + content[place + 1 :]
    return with_marks(content.decode(), doubts)


def _own(statement: ast.stmt) -> list[ast.AST]:
    """What stands in a statement but for the statements inside of it."""
    found: list[ast.AST] = []
    waiting: list[ast.AST] = [statement]
    while waiting:
        node = waiting.pop()
        found.append(node)
        waiting += [child for child in ast.iter_child_nodes(node) if not isinstance(child, ast.stmt)]
    return found


def _whole_names(tree: ast.Module) -> dict[str, str]:
    """Names by their kind that are given one and the same kind of number wherever they are bound."""
    names: dict[str, str] = {}
    for _ in range(3):  # one name of another
        found: dict[str, set[str]] = {}
        for node in ast.walk(tree):
            match node:
                case ast.Assign(targets=targets, value=value):
                    for target in targets:
                        _bind(target, _kind(value, names), found)
                case ast.AugAssign(target=ast.Name(id=name), op=operator, value=value):
                    kind = _kind(value, names) if isinstance(operator, _OF_WHOLES) else "unknown"
                    found.setdefault(name, set()).add(kind)
                case ast.For(target=target, iter=ast.Call(func=ast.Name(id="range"))):
                    _bind(target, "whole", found)
                case ast.comprehension(target=target, iter=ast.Call(func=ast.Name(id="range"))):
                    _bind(target, "whole", found)
                case ast.For(target=target) | ast.comprehension(target=target) | ast.withitem(optional_vars=target):
                    _bind(target, "unknown", found)
                case ast.arg(arg=name) | ast.NamedExpr(target=ast.Name(id=name)):
                    found.setdefault(name, set()).add("unknown")
                case ast.Global(names=several) | ast.Nonlocal(names=several):
                    for name in several:
                        found.setdefault(name, set()).add("unknown")
        names = {name: kinds.pop() for name, kinds in found.items() if len(kinds) == 1}
    return names


def _bind(target: ast.expr | None, kind: str, found: dict[str, set[str]]) -> None:
    match target:
        case ast.Name(id=name):
            found.setdefault(name, set()).add(kind)
        case ast.Tuple(elts=parts) | ast.List(elts=parts):
            for part in parts:
                _bind(part, "unknown", found)
        case ast.Starred(value=value):
            _bind(value, "unknown", found)


def _kind(node: ast.expr, names: dict[str, str]) -> str:
    """Whether an expression is a ``whole`` number, none (``float``, which may be an array of them), or ``unknown``."""
    match node:
        case ast.Constant(value=bool() | int()):
            return "whole"
        case ast.Constant():
            return "float"
        case ast.Name(id=name):
            return names.get(name, "unknown")
        case ast.Call(func=ast.Name(id=name)) if name in _WHOLE:
            return "whole"
        case ast.Call(func=ast.Name(id=name)) if name in _FLOAT:
            return "float"
        case ast.Call(func=function) if _root(function) in _PACKAGES:
            return "float" if "int" not in ast.unparse(node) else "unknown"
        case ast.Attribute(attr="num_examples"):
            return "whole"
        case ast.Subscript(value=ast.Attribute(attr="shape"), slice=ast.Constant()):
            return "whole"
        case ast.UnaryOp(operand=operand):
            return _kind(operand, names)
        case ast.BinOp(left=left, op=operator, right=right):
            kinds = {_kind(left, names), _kind(right, names)}
            if "float" in kinds:
                return "float"
            if kinds == {"whole"}:
                return "whole" if isinstance(operator, (*_OF_WHOLES, ast.Div)) else "unknown"
    return "unknown"


def _root(node: ast.expr) -> str:
    while isinstance(node, ast.Attribute):
        node = node.value
    return node.id if isinstance(node, ast.Name) else ""
