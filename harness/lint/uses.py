"""The uses of TensorFlow in a script: which symbol stands where, and with which arguments it is called."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass

from harness.lint.expressions import asks, call_of, catches_imports_alone, catches_missing
from harness.lint.known import Known
from harness.lint.names import Ref, imported, tensorflow_name
from harness.symbols.signature import Call
from harness.symbols.timeline import Timeline


@dataclass(frozen=True)
class Use:
    """A symbol in its place, line and column from 1: ``names`` as ``Ref`` has them, with ``call`` where it is called.
    It is ``guarded`` where the script has asked first whether it is there. ``method`` tells that it is one of an
    object's."""

    names: tuple[str, ...]
    line: int
    column: int
    call: Call | None = None
    guarded: bool = False
    method: bool = False


def uses_of(tree: ast.Module, timeline: Timeline) -> list[Use]:
    """Give every use of TensorFlow in a script, in the order of its text."""
    reader = _Reader(timeline)
    reader.block(tree.body)
    return sorted(reader.found, key=lambda use: (use.line, use.column))


class _Reader:
    """Walks a script once, with what each name stands for at that place."""

    def __init__(self, timeline: Timeline) -> None:
        self.found: list[Use] = []
        self._known = Known(timeline)
        self._guarded = 0
        self._unguarded = False

    def block(self, statements: list[ast.stmt]) -> None:
        for statement in statements:
            self._statement(statement)

    def _statement(self, node: ast.stmt) -> None:
        match node:
            case ast.Import() | ast.ImportFrom():
                self._bind_imports(node)
            case ast.Try():
                self._try(node)
            case ast.If() if asks(node.test):
                self._expression(node.test, guarded=True)
                self._branches([node.body, node.orelse])
            case ast.Assign():
                self._expression(node.value)
                for target in node.targets:
                    self._known.bind(target, node.value)
            case ast.AnnAssign() if node.value is not None:
                self._expression(node.value)
                self._known.bind(node.target, node.value)
            case ast.With() | ast.AsyncWith():
                for item in node.items:
                    self._expression(item.context_expr)
                    if item.optional_vars is not None:
                        self._known.bind(item.optional_vars, item.context_expr)
                self.block(node.body)
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                self._function(node)
            case ast.ClassDef():
                for each in (*node.decorator_list, *node.bases, *(word.value for word in node.keywords)):
                    self._expression(each)
                self._inside(node.body, [])
            case _:
                self._others(node)

    def _others(self, node: ast.AST) -> None:
        for _, value in ast.iter_fields(node):
            for each in value if isinstance(value, list) else [value]:
                if isinstance(each, ast.stmt):
                    self._statement(each)
                elif isinstance(each, ast.expr):
                    self._expression(each)
                elif isinstance(each, ast.AST):
                    self._others(each)

    def _bind_imports(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.ImportFrom) and node.names[0].name == "*" and tensorflow_name(node.module or ""):
            self._add(Use((f"{tensorflow_name(node.module or '')}.*",), node.lineno, node.col_offset + 1, guarded=True))
        for word, ref in imported(node).items():
            self._known.imports(word, ref)
            line, column = node.lineno, node.col_offset + 1
            for name in ref.names:
                if name != "tf":
                    self._add(Use((name,), line, column, guarded=self._guarded > 0))
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.asname is None and alias.name.startswith("tensorflow."):
                    name = "tf." + alias.name.removeprefix("tensorflow.")
                    self._add(Use((name,), node.lineno, node.col_offset + 1, guarded=self._guarded > 0))

    def _try(self, node: ast.Try) -> None:
        """What is tried, and taken from elsewhere where it is missing, is had whichever of the two there is."""
        if not any(catches_missing(handler) for handler in node.handlers):
            self._others(node)
            return
        imports_alone = all(catches_imports_alone(handler) for handler in node.handlers)
        self._branches([node.body, *(handler.body for handler in node.handlers)], imports_alone=imports_alone)
        self.block(node.orelse)
        self.block(node.finalbody)

    def _branches(self, bodies: list[list[ast.stmt]], *, imports_alone: bool = False) -> None:
        """Read what runs in the place of each other; of the first, ``imports_alone`` may be missing."""
        self._guarded += 1
        for number, body in self._known.apart([*enumerate(bodies)]):
            self._unguarded = imports_alone and number == 0
            self.block(body)
            self._unguarded = False
        self._guarded -= 1

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        for each in (*node.decorator_list, *node.args.defaults, *node.args.kw_defaults, node.returns):
            if each is not None:
                self._expression(each)
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        for argument in arguments:
            if argument.annotation is not None:
                self._expression(argument.annotation)
        self._inside(node.body, [each.arg for each in arguments])

    def _inside(self, body: list[ast.stmt], hidden: list[str]) -> None:
        with self._known.inside():
            for word in hidden:
                if word != "self":
                    self._known.forget(word)
            self.block(body)

    def _expression(self, node: ast.expr, *, guarded: bool = False) -> None:
        self._guarded += guarded
        for use in self._uses(node):
            self._add(use)
        self._guarded -= guarded

    def _uses(self, node: ast.AST) -> Iterator[Use]:
        if isinstance(node, ast.Call):
            yield from self._of_call(node)
            return
        if isinstance(node, ast.Attribute | ast.Name):
            ref = self._known.reach(node)
            if ref is not None and not ref.instance and ref.names != ("tf",):
                yield self._use(node, ref, None)
                if isinstance(node, ast.Attribute):
                    yield from self._inner_calls(node.value)
                return
        if isinstance(node, ast.Lambda):
            with self._known.inside():
                for each in node.args.args:
                    self._known.forget(each.arg)
                yield from self._uses(node.body)
            return
        for child in ast.iter_child_nodes(node):
            yield from self._uses(child)

    def _of_call(self, node: ast.Call) -> Iterator[Use]:
        ref = self._known.reach(node.func)
        if ref is not None and not ref.instance:
            yield self._use(node.func, ref, call_of(node))
            yield from self._inner_calls(node.func.value if isinstance(node.func, ast.Attribute) else None)
        else:
            yield from self._uses(node.func)
        for each in (*node.args, *(word.value for word in node.keywords)):
            yield from self._uses(each)

    def _inner_calls(self, node: ast.expr | None) -> Iterator[Use]:
        """The calls that a chain begins with: in `tf.data.Dataset.range(3).batch(2)` there are two uses."""
        while isinstance(node, ast.Attribute):
            node = node.value
        if isinstance(node, ast.Call):
            yield from self._of_call(node)
        elif node is not None and not isinstance(node, ast.Name):
            yield from self._uses(node)

    def _use(self, node: ast.expr, ref: Ref, call: Call | None) -> Use:
        owner = self._known.reach(node.value) if isinstance(node, ast.Attribute) else None
        return Use(
            ref.names,
            node.lineno,
            node.col_offset + 1,
            call,
            ref.guarded or (self._guarded > 0 and not self._unguarded),
            owner is not None and owner.instance,
        )

    def _add(self, use: Use) -> None:
        self.found.append(use)
