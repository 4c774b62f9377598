"""Values: what an expression stands for, through names that are set once, parameters, options and paths joined."""

import ast
import posixpath
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product

from harness.diagnose.sources.text.names import dotted
from harness.survey.needs.reading import Binding, Function, Place, Reading

Value = str | int | float | bool | None
# As many alternatives are followed, through as many names.
_MOST, _DEEPEST = 8, 12
_OPTION_OWNERS = ("args", "arg", "FLAGS", "flags", "opt", "opts", "options", "config", "conf", "params", "parsed_args")


class Values:
    """What expressions of a text may stand for: several, where a function is called with several. ``options`` are those
    of the command line, by name, with the value that they have without one."""

    def __init__(self, reading: Reading, options: Mapping[str, ast.expr | None] | None = None) -> None:
        self._reading = reading
        self._options = options or {}
        self._sites: dict[str, list[tuple[ast.Call, Place]]] = {}
        for call, place in reading.calls:
            if isinstance(call.func, ast.Name):
                self._sites.setdefault(call.func.id, []).append((call, place))

    def texts(self, node: ast.expr | None, scope: Function | None, depth: int = 0) -> tuple[str, ...]:
        """Give the texts that an expression may be; empty where that is not known."""
        found = self.of(node, scope, depth) if node is not None else ()
        return tuple(each for each in found if isinstance(each, str) and each)

    def of(self, node: ast.expr, scope: Function | None, depth: int = 0) -> tuple[Value, ...]:
        """Give what an expression may stand for; empty where that is not known."""
        if depth > _DEEPEST:
            return ()
        match node:
            case ast.Constant(value=value):
                return (value,) if value is None or isinstance(value, str | int | float) else ()
            case ast.Name(id="__file__"):
                return (str(self._reading.path.resolve()),)
            case ast.Name():
                return self._of_name(node, scope, depth + 1)
            case ast.Attribute():
                return self._of_attribute(node, depth + 1)
            case ast.JoinedStr():
                parts = [each.value if isinstance(each, ast.FormattedValue) else each for each in node.values]
                plain = all(
                    not isinstance(each, ast.FormattedValue) or each.format_spec is None for each in node.values
                )
                return self._joined(parts, scope, depth) if plain else ()
            case ast.BinOp():
                return self._of_operation(node, scope, depth + 1)
            case ast.UnaryOp(op=ast.Not()):
                return tuple(not each for each in self.of(node.operand, scope, depth + 1))
            case ast.Call():
                return self._of_call(node, scope, depth + 1)
            case ast.Subscript():
                return self._of_index(node, scope, depth + 1)
            case _:
                return ()

    def begins(self, node: ast.expr, scope: Function | None, depth: int = 0) -> str:
        """Give the text that an expression begins with, as far as that is known."""
        known = self.texts(node, scope)
        if known or depth > _DEEPEST:
            return known[0] if known else ""
        match node:
            case ast.BinOp(op=ast.Add()):
                return self.begins(node.left, scope, depth + 1)
            case ast.BinOp(op=ast.Mod()):
                return self.begins(node.left, scope, depth + 1).partition("%")[0]
            case ast.JoinedStr(values=[first, *_]):
                return self.begins(first.value if isinstance(first, ast.FormattedValue) else first, scope, depth + 1)
            case ast.Call(func=ast.Attribute(attr="format", value=template)):
                return self.begins(template, scope, depth + 1).partition("{")[0]
            case ast.Call(args=[first, *_]) if dotted(node.func, self._reading.aliases).endswith("join"):
                return self.begins(first, scope, depth + 1)
            case ast.Name():
                bound = self._bindings(node, scope)
                return self.begins(bound[0].value, scope, depth + 1) if len(bound) == 1 and bound[0].value else ""
            case _:
                return ""

    def is_true(self, test: ast.expr, scope: Function | None) -> bool | None:
        """Whether a condition holds; None where that is not known."""
        if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.Eq | ast.NotEq):
            left, right = self.of(test.left, scope), self.of(test.comparators[0], scope)
            if len(left) * len(right) != 1 and (not left or not right or set(left) & set(right)):
                return None
            return (left == right) == isinstance(test.ops[0], ast.Eq)
        found = self.of(test, scope)
        return bool(found[0]) if len(found) == 1 else None

    def _of_name(self, node: ast.Name, scope: Function | None, depth: int) -> tuple[Value, ...]:
        bound = self._bindings(node, scope)
        if bound:
            before = [each for each in bound if each.line < node.lineno]
            last = bound[0] if len(bound) == 1 else before[-1] if before and before[-1].certain else None
            if last is None or last.value is None:
                return ()
            local = scope is not None and (id(scope), node.id) in self._reading.bindings
            if len(bound) > 1 and scope is not None and not local:
                return ()
            return self.of(last.value, scope if local else None, depth)
        return self._of_parameter(node.id, scope, depth)

    def _bindings(self, node: ast.Name, scope: Function | None) -> list[Binding]:
        local = self._reading.bindings.get((id(scope), node.id)) if scope is not None else None
        if local or (scope is not None and node.id in _parameters(scope)):
            return local or []
        return self._reading.bindings.get((0, node.id), [])

    def _of_parameter(self, name: str, scope: Function | None, depth: int) -> tuple[Value, ...]:
        """What a parameter is in all calls of its function in the text."""
        if scope is None or isinstance(scope, ast.Lambda) or self._reading.functions.get(scope.name) is not scope:
            return ()
        names = _parameters(scope)
        if name not in names:
            return ()
        found: dict[Value, None] = {}
        for call, place in self._sites.get(scope.name, []):
            given = _argument(call, names.index(name), name) or _default(scope, name)
            values = self.of(given, place.scope, depth + 2) if given is not None and place.scope is not scope else ()
            if not values:
                return ()
            found.update(dict.fromkeys(values))
        return tuple(found)[:_MOST]

    def _of_attribute(self, node: ast.Attribute, depth: int) -> tuple[Value, ...]:
        name = dotted(node, self._reading.aliases)
        if name in ("os.sep", "os.path.sep"):
            return ("/",)
        is_option = isinstance(node.value, ast.Name) and node.value.id in _OPTION_OWNERS
        given = self._options.get(node.attr) if is_option or name.endswith(f"FLAGS.{node.attr}") else None
        return self.of(given, None, depth) if given is not None else ()

    def _of_operation(self, node: ast.BinOp, scope: Function | None, depth: int) -> tuple[Value, ...]:
        if isinstance(node.op, ast.Mod):
            values = node.right.elts if isinstance(node.right, ast.Tuple) else [node.right]
            return tuple(self._formatted(self.texts(node.left, scope, depth), values, scope, depth))
        pairs = list(product(self.of(node.left, scope, depth), self.of(node.right, scope, depth)))[:_MOST]
        if isinstance(node.op, ast.Div):
            return tuple(posixpath.join(a, b) for a, b in pairs if isinstance(a, str) and isinstance(b, str))
        if isinstance(node.op, ast.Add):
            return tuple(a + b for a, b in pairs if isinstance(a, str) and isinstance(b, str))
        return ()

    def _formatted(
        self, templates: Iterable[str], values: Sequence[ast.expr], scope: Function | None, depth: int
    ) -> Iterator[Value]:
        each = [self.of(value, scope, depth) for value in values]
        for template in templates:
            for chosen in list(product(*each))[:_MOST]:
                try:
                    yield template % chosen
                except (TypeError, ValueError, OverflowError):
                    return

    def _of_call(self, node: ast.Call, scope: Function | None, depth: int) -> tuple[Value, ...]:
        name = dotted(node.func, self._reading.aliases)
        parts = [self.of(each, scope, depth) for each in node.args]
        if name in ("os.getcwd", "os.getcwdu"):
            return (".",)
        if name in ("os.path.join", "pathlib.Path") and parts:
            texts = [[each for each in part if isinstance(each, str)] for part in parts]
            return tuple(posixpath.join(*each) for each in list(product(*texts))[:_MOST])
        if isinstance(node.func, ast.Attribute) and node.func.attr == "format" and not node.keywords:
            return tuple(self._filled(self.texts(node.func.value, scope, depth), parts))
        first = tuple(each for each in parts[0] if isinstance(each, str)) if parts else ()
        if name in ("os.path.abspath", "os.path.realpath", "os.path.normpath", "str", "os.fspath"):
            return first if name != "str" else tuple(str(each) for each in parts[0]) if parts else ()
        if name == "os.path.expanduser":
            return first if not any(each.startswith("~") for each in first) else ()
        if name == "os.path.dirname":
            return tuple(posixpath.dirname(each) for each in first)
        return tuple(posixpath.basename(each) for each in first) if name == "os.path.basename" else ()

    def _filled(self, templates: Iterable[str], parts: Sequence[tuple[Value, ...]]) -> Iterator[Value]:
        for template in templates:
            for chosen in list(product(*parts))[:_MOST]:
                try:
                    yield template.format(*chosen)
                except (IndexError, KeyError, ValueError, AttributeError):
                    return

    def _of_index(self, node: ast.Subscript, scope: Function | None, depth: int) -> tuple[Value, ...]:
        """``url.split("/")[-1]``, the way in which a download is named."""
        match node:
            case ast.Subscript(
                value=ast.Call(func=ast.Attribute(attr="split", value=text), args=[ast.Constant(value=str(sign))]),
                slice=ast.UnaryOp(op=ast.USub(), operand=ast.Constant(value=1)),
            ) if sign:
                known = self.of(text, scope, depth)
                return tuple(each.split(sign)[-1] for each in known if isinstance(each, str))
            case _:
                return ()

    def _joined(self, parts: Sequence[ast.expr], scope: Function | None, depth: int) -> tuple[Value, ...]:
        values = [self.of(each, scope, depth + 1) for each in parts]
        return tuple("".join(map(str, each)) for each in list(product(*values))[:_MOST])


def _parameters(scope: Function) -> list[str]:
    return [each.arg for each in (*scope.args.posonlyargs, *scope.args.args, *scope.args.kwonlyargs)]


def _argument(call: ast.Call, number: int, name: str) -> ast.expr | None:
    if number < len(call.args):
        return call.args[number] if not any(isinstance(each, ast.Starred) for each in call.args) else None
    return next((word.value for word in call.keywords if word.arg == name), None)


def _default(scope: Function, name: str) -> ast.expr | None:
    plain = [*scope.args.posonlyargs, *scope.args.args]
    given = dict(zip([each.arg for each in reversed(plain)], reversed(scope.args.defaults), strict=False))
    given.update(
        {each.arg: value for each, value in zip(scope.args.kwonlyargs, scope.args.kw_defaults, strict=True) if value}
    )
    return given.get(name)


def argument(call: ast.Call, number: int, *names: str) -> ast.expr | None:
    """Give an argument of a call by its place or one of its names; None where it has none."""
    return next((found for name in names or ("",) if (found := _argument(call, number, name)) is not None), None)
