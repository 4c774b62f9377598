"""A text with what counts of it: calls, imports and bindings, each with what it stands under."""

import ast
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.diagnose.sources.text.names import dotted

Function = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
# What stands for every exception among those that are caught.
EVERY = "*"


@dataclass(frozen=True)
class Place:
    """What something stands under: the function whose names it sees (``scope``, None: the module's), the outermost
    definition that it lies ``within``, the names of exceptions ``caught`` around it, and the ``tests`` that have to be
    true or false. ``handles`` tells that it runs only once something has failed, ``loops`` that it may run often."""

    scope: Function | None = None
    within: str = ""
    caught: frozenset[str] = frozenset()
    tests: tuple[tuple[ast.expr, bool], ...] = ()
    handles: bool = False
    loops: bool = False

    def catches(self, *names: str) -> bool:
        """Whether one of these exceptions, or every one, is caught around it."""
        return self.handles or not self.caught.isdisjoint((EVERY, "Exception", "BaseException", *names))


@dataclass(frozen=True)
class Binding:
    """A value that a name is given; None for one that is not known. It is ``certain`` to be given where it stands under
    no test and in no loop."""

    line: int
    value: ast.expr | None
    certain: bool


@dataclass(frozen=True)
class Reading:
    """A text as read. ``bindings`` are by the scope's identity (0 for the module's) and the name; ``functions`` are
    those of the module, by name, ``names`` all that it mentions. ``aliases`` say what imported names stand for."""

    path: Path
    tree: ast.Module
    aliases: dict[str, str] = field(default_factory=dict)
    names: set[str] = field(default_factory=set)
    calls: list[tuple[ast.Call, Place]] = field(default_factory=list)
    imports: list[tuple[ast.Import | ast.ImportFrom, Place]] = field(default_factory=list)
    others: list[tuple[ast.stmt | ast.Subscript, Place]] = field(default_factory=list)
    bindings: dict[tuple[int, str], list[Binding]] = field(default_factory=dict)
    functions: dict[str, ast.FunctionDef | ast.AsyncFunctionDef] = field(default_factory=dict)

    def name(self, call: ast.Call) -> str:
        """Give the full name of what is called, as ``numpy.load``; what no import gives, as it is written."""
        return dotted(call.func, self.aliases)


def read(path: Path, tree: ast.Module) -> Reading:
    """Read a tree."""
    reading = Reading(path, tree)
    _Walk(reading).body(tree.body, Place())
    for node, _ in reading.imports:
        for alias in node.names:
            first = alias.name.partition(".")[0]
            if isinstance(node, ast.Import):
                reading.aliases[alias.asname or first] = alias.name if alias.asname else first
            elif node.module and not node.level:
                reading.aliases[alias.asname or alias.name] = f"{node.module}.{alias.name}"
                reading.names.add(alias.name)
            else:
                reading.names.add(alias.name)
    # `mnist = tf.keras.datasets.mnist`
    for (_, name), bound in reading.bindings.items():
        value = bound[0].value
        root = dotted(value, {}).partition(".")[0] if isinstance(value, ast.Attribute) else ""
        if value is not None and root in reading.aliases and name not in reading.aliases:
            reading.aliases[name] = dotted(value, reading.aliases)
    return reading


class _Walk:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def body(self, statements: Sequence[ast.AST], place: Place) -> None:
        for statement in statements:
            self.node(statement, place)

    def node(self, node: ast.AST, place: Place) -> None:
        if isinstance(node, ast.Constant | ast.expr_context | ast.operator | ast.alias):
            return
        match node:
            case ast.Name():
                self._reading.names.add(node.id)
            case ast.Attribute():
                self._reading.names.add(node.attr)
                self.node(node.value, place)
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.Lambda():
                self._function(node, place)
            case ast.ClassDef():
                self.body([*node.decorator_list, *node.bases], place)
                self.body(node.body, replace(place, within=place.within or node.name))
            case ast.If() | ast.IfExp():
                self._choice(node, place)
            case ast.BoolOp():
                truth = isinstance(node.op, ast.And)
                for number, each in enumerate(node.values):
                    self.node(each, _under(place, *((test, truth) for test in node.values[:number])))
            case ast.Try() | ast.TryStar():
                self.body(node.body, replace(place, caught=place.caught | _caught(node.handlers)))
                for handler in node.handlers:
                    self.body(handler.body, replace(place, handles=True))
                self.body([*node.orelse, *node.finalbody], place)
            case ast.For() | ast.AsyncFor() | ast.While():
                self._loop(node, place)
            case _:
                self._note(node, place)
                for name in node._fields:
                    child = getattr(node, name, None)
                    if isinstance(child, list):
                        for part in child:
                            if isinstance(part, ast.AST):
                                self.node(part, place)
                    elif isinstance(child, ast.AST):
                        self.node(child, place)

    def _loop(self, node: ast.For | ast.AsyncFor | ast.While, place: Place) -> None:
        inside = replace(place, loops=True)
        if isinstance(node, ast.While):
            self.node(node.test, place)
        else:
            self.node(node.iter, place)
            self._bind(node.target, None, inside)
        self.body([*node.body, *node.orelse], inside)

    def _choice(self, node: ast.If | ast.IfExp, place: Place) -> None:
        self.node(node.test, place)
        if _is_main(node.test):
            assert isinstance(node, ast.If)
            self.body(node.body, place)
            return
        if isinstance(node, ast.If):
            self._reading.others.append((node, place))
        for truth, branch in ((True, node.body), (False, node.orelse)):
            self.body(branch if isinstance(branch, list) else [branch], _under(place, (node.test, truth)))

    def _function(self, node: Function, place: Place) -> None:
        defaults = [each for each in (*node.args.defaults, *node.args.kw_defaults) if each is not None]
        self.body(defaults, place)
        within = place.within
        if not isinstance(node, ast.Lambda):
            self.body(node.decorator_list, place)
            self._reading.others.append((node, place))
            within = within or node.name
            if place.scope is None and not place.within:
                self._reading.functions[node.name] = node
        inside = replace(place, scope=node, within=within, caught=frozenset(), handles=False, loops=False)
        self.body(node.body if isinstance(node.body, list) else [node.body], inside)

    def _note(self, node: ast.AST, place: Place) -> None:
        match node:
            case ast.Call():
                self._reading.calls.append((node, place))
            case ast.Import() | ast.ImportFrom():
                self._reading.imports.append((node, place))
            case ast.Subscript():
                self._reading.others.append((node, place))
            case ast.Assign():
                self._reading.others.append((node, place))
                for target in node.targets:
                    self._bind(target, node.value, place)
            case ast.AnnAssign():
                self._bind(node.target, node.value, place)
            case ast.AugAssign() | ast.NamedExpr():
                self._bind(node.target, None, place)
            case ast.comprehension():
                self._bind(node.target, None, place)
            case ast.withitem() if node.optional_vars is not None:
                self._bind(node.optional_vars, None, place)
            case _:
                pass

    def _bind(self, target: ast.expr, value: ast.expr | None, place: Place) -> None:
        if isinstance(target, ast.Tuple | ast.List):
            parts: Sequence[ast.expr | None] = [None] * len(target.elts)
            if isinstance(value, ast.Tuple | ast.List) and len(value.elts) == len(target.elts):
                parts = value.elts
            for each, part in zip(target.elts, parts, strict=True):
                self._bind(each, part, place)
        elif isinstance(target, ast.Name):
            key = (id(place.scope) if place.scope is not None else 0, target.id)
            certain = not (place.tests or place.loops or place.caught or place.handles)
            self._reading.bindings.setdefault(key, []).append(Binding(target.lineno, value, certain))


def _under(place: Place, *tests: tuple[ast.expr, bool]) -> Place:
    return replace(place, tests=(*place.tests, *tests))


def _caught(handlers: Sequence[ast.ExceptHandler]) -> frozenset[str]:
    if any(handler.type is None for handler in handlers):
        return frozenset([EVERY])
    named = [node for handler in handlers if handler.type is not None for node in ast.walk(handler.type)]
    names = {node.id for node in named if isinstance(node, ast.Name)}
    return frozenset(names | {node.attr for node in named if isinstance(node, ast.Attribute)})


def _is_main(test: ast.expr) -> bool:
    return isinstance(test, ast.Compare) and any(
        isinstance(side, ast.Name) and side.id == "__name__" for side in (test.left, *test.comparators)
    )
