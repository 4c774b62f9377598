"""A class of a script, as far as it can be written out: methods, properties, constants."""

from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.classes.known import constant
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.names import binds
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, calls, code, dotted, only, walk


class StaysError(Exception):
    """A class that is not written out; its text says why."""


@dataclass(frozen=True)
class ClassOf:
    """A class: its methods by name; ``properties`` are asked for without a call, ``lazy`` ones compute once;
    ``constants`` are the statements that give the class attributes of its own; ``own`` are methods that give their
    object back, and nothing now."""

    node: cst.ClassDef
    methods: dict[str, cst.FunctionDef]
    properties: frozenset[str]
    lazy: frozenset[str]
    constants: dict[str, cst.SimpleStatementLine]
    own: frozenset[str]

    @property
    def name(self) -> str:
        return self.node.name.value


def graph_classes(module: cst.Module, aliases: Aliases) -> list[cst.ClassDef]:
    """Give the classes of a module that stand for themselves and build a graph: a method beside ``__call__`` calls
    TensorFlow."""
    plain = (
        node
        for node in module.body
        if isinstance(node, cst.ClassDef) and all(dotted(base.value) in ("object", "") for base in node.bases)
    )
    return [node for node in plain if any(called(call, aliases) for call in calls(node))]


def class_of(node: cst.ClassDef, module: cst.Module, aliases: Aliases) -> ClassOf:
    """Read a class. Raises StaysError for one that has more than methods and constants."""
    if node.keywords or node.decorators or any(dotted(base.value) != "object" for base in node.bases):
        raise StaysError("it has a base or a decorator")
    methods: dict[str, cst.FunctionDef] = {}
    constants: dict[str, cst.SimpleStatementLine] = {}
    properties: set[str] = set()
    lazy: set[str] = set()
    own: set[str] = set()
    declared: list[cst.SimpleStatementLine] = []
    keeping = _keeping(module)
    for each in as_statements(node.body):
        pair = assigned(each)
        if isinstance(each, cst.FunctionDef):
            name = each.name.value
            if name in methods:
                raise StaysError(f"it has {name} twice")
            methods[name] = _plainly(each, declared)
            own |= {name} if len(_returns_bare(methods[name])) != len(_returns_bare(each)) else set()
            kinds = {_decorator(one) for one in each.decorators}
            if not kinds <= {"property", "staticmethod", *keeping}:
                raise StaysError(f"{name} has a decorator")
            if kinds & {"property", *keeping}:
                properties.add(name)
            if kinds & keeping or ("property" in kinds and _computes_once(each, aliases)):
                lazy.add(name)
        elif pair is not None and isinstance(pair[0], cst.Name) and isinstance(each, cst.SimpleStatementLine):
            constants[pair[0].value] = each
        elif not isinstance(only(each), cst.Pass) and not is_text(each):
            raise StaysError("it has more than methods and constants")
    _beginning(methods, declared)
    odd = [name for name in methods if name.startswith("__") and name.endswith("__") and name != "__init__"]
    if odd:
        raise StaysError(f"it has {odd[0]}")
    found = ClassOf(node, methods, frozenset(properties), frozenset(lazy), constants, frozenset(own))
    for method in methods.values():
        _check(method, found)
    return found


def owner_of(method: cst.FunctionDef) -> str:
    """Give the name that a method has for its object, an empty text for a static one."""
    if any(_decorator(each) == "staticmethod" for each in method.decorators):
        return ""
    first = (*method.params.posonly_params, *method.params.params)
    return first[0].name.value if first else ""


def is_text(node: cst.CSTNode) -> bool:
    """Whether a statement is a text alone."""
    small = only(node)
    return isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString | cst.ConcatenatedString)


def attributes_set(node: cst.CSTNode, owner: str) -> list[str]:
    """Give the attributes that a piece of code sets of an object, once for each time."""
    found = []
    for each in walk(node):
        if isinstance(each, cst.AssignTarget | cst.AugAssign | cst.AnnAssign | cst.For | cst.CompFor):
            found += _in_target(each.target, owner)
        elif isinstance(each, cst.AsName):
            found += _in_target(each.name, owner)
    return found


def _in_target(target: cst.CSTNode, owner: str) -> list[str]:
    if isinstance(target, cst.Attribute):
        return [target.attr.value] if dotted(target.value) == owner else []
    if isinstance(target, cst.Tuple | cst.List):
        return [name for element in target.elements for name in _in_target(element.value, owner)]
    return []


def _decorator(node: cst.Decorator) -> str:
    inner = node.decorator
    return dotted(inner.func if isinstance(inner, cst.Call) else inner)


def _keeping(module: cst.Module) -> set[str]:
    """Decorators of a script that compute once and keep what comes of it in an attribute."""
    found = set()
    for node in module.body:
        if not isinstance(node, cst.FunctionDef):
            continue
        names = {dotted(call.func) for call in calls(node)}
        asks = {dotted(each.decorator) for each in walk(node) if isinstance(each, cst.Decorator)}
        if {"hasattr", "setattr"} <= names and ("property" in names | asks):
            found.add(node.name.value)
    # One that stands around such a one, so that it may be had with and without arguments.
    around = {
        node.name.value
        for node in module.body
        if isinstance(node, cst.FunctionDef) and len(node.params.params) == 1 and _names_read(node) & {"callable"}
    }
    functions = [node for node in module.body if isinstance(node, cst.FunctionDef)]
    inner = [node for node in functions if {_decorator(each) for each in node.decorators} & around]
    return found | {
        node.name.value for node in inner if {"hasattr", "setattr"} <= {dotted(call.func) for call in calls(node)}
    }


def _names_read(node: cst.CSTNode) -> set[str]:
    return {each.value for each in walk(node) if isinstance(each, cst.Name)}


def _computes_once(method: cst.FunctionDef, aliases: Aliases) -> bool:
    """Whether a property makes something of a graph."""
    return any(called(call, aliases) for call in calls(method))


class _Plainly(cst.CSTTransformer):
    """Leaves out ``return self`` and the call of a base that does nothing."""

    def __init__(self, owner: str) -> None:
        self.declared: list[cst.SimpleStatementLine] = []
        self._owner = owner

    def leave_If(self, original_node: cst.If, updated_node: cst.If) -> cst.If | cst.RemovalSentinel:
        """``if not hasattr(self, "steps"): self.steps = 0`` says what an attribute begins with."""
        line = declared_by(original_node, self._owner)
        if line is None:
            return updated_node
        self.declared.append(line)
        return cst.RemoveFromParent()

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        small = only(original_node)
        if isinstance(small, cst.Return) and small.value is not None and dotted(small.value) == self._owner:
            return updated_node.with_changes(body=[cst.Return(None)])
        if isinstance(small, cst.Expr) and isinstance(small.value, cst.Call):
            func = small.value.func
            base = func.value if isinstance(func, cst.Attribute) and func.attr.value == "__init__" else None
            if isinstance(base, cst.Call) and dotted(base.func) == "super":
                return cst.RemoveFromParent()
        return updated_node


def declared_by(node: cst.If, owner: str) -> cst.SimpleStatementLine | None:
    """Give the line that sets an attribute to a literal where it is not set, None for any other condition."""
    body = as_statements(node.body)
    pair = assigned(body[0]) if len(body) == 1 and node.orelse is None else None
    if pair is None or not isinstance(pair[0], cst.Attribute) or constant(pair[1]) is None:
        return None
    asked = [f"not hasattr({owner}, {quote}{pair[0].attr.value}{quote})" for quote in ("'", '"')]
    line = body[0]
    whole = dotted(pair[0].value) == owner and code(node.test) in asked
    return line if whole and isinstance(line, cst.SimpleStatementLine) else None


def _plainly(method: cst.FunctionDef, declared: list[cst.SimpleStatementLine]) -> cst.FunctionDef:
    change = _Plainly(owner_of(method))
    made = method.visit(change)
    assert isinstance(made, cst.FunctionDef)
    declared += change.declared
    return made


def _beginning(methods: dict[str, cst.FunctionDef], declared: list[cst.SimpleStatementLine]) -> None:
    """Have ``__init__`` set what other methods set where it is not set."""
    first = methods.get("__init__")
    if not declared:
        return
    own = {dotted(pair[0]).partition(".")[0] for each in declared if (pair := assigned(each)) is not None}
    if first is None or own != {owner_of(first)}:
        raise StaysError("a method asks whether it has an attribute")
    lines = as_statements(first.body)
    at = 1 if is_text(lines[0]) else 0
    methods["__init__"] = first.with_changes(body=cst.IndentedBlock([*lines[:at], *declared, *lines[at:]]))


def _returns_bare(method: cst.FunctionDef) -> list[cst.Return]:
    return [each for each in walk(method.body) if isinstance(each, cst.Return) and each.value is None]


def _is_special(name: str) -> bool:
    return name.startswith("__") and name.endswith("__")


def _check(method: cst.FunctionDef, found: ClassOf) -> None:
    owner = owner_of(method)
    if not owner:
        if any(_decorator(each) == "staticmethod" for each in method.decorators):
            return
        raise StaysError(f"{method.name.value} has no self")
    uses = sum(1 for each in walk(method.body) if isinstance(each, cst.Name) and each.value == owner)
    asked = [each for each in walk(method.body) if isinstance(each, cst.Attribute) and dotted(each.value) == owner]
    if uses != len(asked):
        raise StaysError(f"{method.name.value} hands {owner} on")
    if owner in binds(method.body) or any(_is_special(each.attr.value) for each in asked):
        raise StaysError(f"{method.name.value} asks {owner} for more than attributes")
    if method.asynchronous is not None:
        raise StaysError(f"{method.name.value} is asynchronous")
    for name in attributes_set(method.body, owner):
        if name in found.methods:
            raise StaysError(f"{method.name.value} sets {name}, which is a method")
