"""Losses that a graph keeps in a collection of its own: penalties of variables are functions that a dictionary has, and
what else is added stands where the collection is asked for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import libcst as cst

from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.renaming import Remove
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, below, calls, code, expression, only, statements, walk

_VARIABLES = frozenset({"tf.Variable", "tf.get_variable"})

_Scope = cst.FunctionDef | cst.Module
# What stands in a line of its own, or behind the colon of a condition.
_Line = cst.SimpleStatementLine | cst.SimpleStatementSuite


@dataclass
class _Collection:
    """Where a collection is added to and asked for: each call with the scope that it stands in."""

    adds: list[tuple[_Line, cst.BaseExpression, _Scope]] = field(default_factory=list)
    asks: list[tuple[cst.Call, _Scope]] = field(default_factory=list)
    known: bool = True


def with_losses_apart(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module without the collections of losses that are followed: all that is added is a penalty of variables,
    where these are made, or stands before the one place that asks for it. A penalty is kept by its variable, of which
    there is one however often a run's function is made."""
    for key in _keys(module, aliases):
        module = _apart(module, key, aliases) or module
    return module


def _keys(module: cst.Module, aliases: Aliases) -> list[str]:
    keys = [
        code(call.args[0].value)
        for call in calls(module)
        if called(call, aliases) == "tf.add_to_collection" and call.args
    ]
    return [key for key in dict.fromkeys(keys) if key[:1] in "'\"" and key.strip("'\"").isidentifier()]


def _apart(module: cst.Module, key: str, aliases: Aliases) -> cst.Module | None:
    found = _collection(module, key.strip("'\""), aliases)
    if not found.known or len(found.asks) != 1:
        return None
    ask, scope = found.asks[0]
    name = key.strip("'\"")
    name = f"{name}_of_variables" if _is_taken(name, module) else name
    if _is_taken(name, module):
        return None
    here: list[str] = []
    gone: list[cst.CSTNode] = []
    changes: list[tuple[cst.CSTNode, cst.CSTNode]] = []
    kept_apart = False
    for statement, value, owner in found.adds:
        if owner is scope:
            means = _means_there(statement, value, ask, scope)
            if means is None:
                return None
            if means:
                here.append(code(value))
                gone.append(statement)
                continue
            own = f"{name}_{len(here) + 1}"
            if _is_taken(own, module):
                return None
            here.append(own)
            (named,) = statements(f"{own} = {code(value)}")
            assert isinstance(named, cst.SimpleStatementLine)
            changes.append((statement, statement.with_changes(body=named.body)))
            continue
        penalty = _penalty(value, owner, aliases)
        if penalty is None or (penalty.by_name and _shares_variables(module)):
            return None
        gone += penalty.dropped
        kept = ", ".join(f"{each}={each}" for each in penalty.variables)
        made = statements(f"{name}[{penalty.variables[0]}.ref()] = lambda {kept}: {penalty.text}")[0]
        assert isinstance(made, cst.SimpleStatementLine)
        changes.append((statement, statement.with_changes(body=made.body)))
        kept_apart = True
    if not kept_apart:
        asked = f"[{', '.join(here)}]"
    elif here:
        asked = f"[*[each() for each in {name}.values()], {', '.join(here)}]"
    else:
        asked = f"[each() for each in {name}.values()]"
    made_of = module.visit(_Replace([*changes, (ask, expression(asked))], gone))
    assert isinstance(made_of, cst.Module)
    return _with_dictionary(made_of, name) if kept_apart else made_of


class _Replace(Remove):
    """Takes statements out and puts nodes in the place of others, all at once."""

    def __init__(self, changes: Sequence[tuple[cst.CSTNode, cst.CSTNode]], gone: Sequence[cst.CSTNode]) -> None:
        super().__init__(gone)
        self._changes = changes

    def on_leave(self, original_node: cst.CSTNode, updated_node: cst.CSTNode) -> cst.CSTNode | cst.RemovalSentinel:  # type: ignore[override]
        for old, new in self._changes:
            if old is original_node:
                return new
        return super().on_leave(original_node, updated_node)


def _collection(module: cst.Module, name: str, aliases: Aliases) -> _Collection:
    found = _Collection()
    seen = 0
    for scope, node in _scoped(module, module):
        if isinstance(node, _Line):
            for small in node.body:
                call = small.value if isinstance(small, cst.Expr) else None
                if isinstance(call, cst.Call) and called(call, aliases) == "tf.add_to_collection" and _is(call, name):
                    value = argument(call, "value", 1)
                    if value is None or len(node.body) > 1:
                        found.known = False
                    else:
                        found.adds.append((node, value, scope))
        if isinstance(node, cst.Call) and _is(node, name):
            symbol = called(node, aliases)
            seen += symbol == "tf.add_to_collection"
            if symbol == "tf.get_collection" and len(node.args) == 1:
                found.asks.append((node, scope))
            elif symbol != "tf.add_to_collection":
                found.known = found.known and not code(node.func).endswith("collection")
    found.known = found.known and seen == len(found.adds)
    return found


def _is(call: cst.Call, name: str) -> bool:
    return bool(call.args) and code(call.args[0].value) in (f"'{name}'", f'"{name}"')


def _scoped(node: cst.CSTNode, scope: _Scope) -> Iterator[tuple[_Scope, cst.CSTNode]]:
    """Give all nodes with the function that they stand in, or the module."""
    for child in below(node):
        yield scope, child
        yield from _scoped(child, child if isinstance(child, cst.FunctionDef) else scope)


def _is_taken(name: str, module: cst.Module) -> bool:
    return any(isinstance(node, cst.Name) and node.value == name for node in walk(module))


def _means_there(statement: cst.CSTNode, value: cst.BaseExpression, ask: cst.Call, scope: _Scope) -> bool | None:
    """Whether what a statement of a scope itself adds means the same where that is asked for; None where it is not
    added by such a statement, or behind that."""
    body: Sequence[cst.CSTNode] = scope.body.body if isinstance(scope, cst.FunctionDef) else scope.body
    body = _through_blocks(body)
    places = [place for place, each in enumerate(body) if each is statement]
    asks = [place for place, each in enumerate(body) if any(node is ask for node in walk(each))]
    if not places or not asks or places[0] >= asks[-1]:
        return None
    between = body[places[0] : asks[-1]]
    return not reads(value) & {name for each in between for name in binds(each)}


def _through_blocks(body: Sequence[cst.CSTNode]) -> list[cst.CSTNode]:
    """The statements of a scope, those of its ``with`` blocks in their place."""
    found: list[cst.CSTNode] = []
    for each in body:
        found += _through_blocks(each.body.body) if isinstance(each, cst.With) else [each]
    return found


@dataclass(frozen=True)
class _Penalty:
    """A penalty as text, the variables of a function's own that it is made of, whether one is asked for by name, and
    the statement that names it, if nothing else reads that."""

    text: str
    variables: tuple[str, ...]
    by_name: bool
    dropped: tuple[cst.CSTNode, ...]


def _shares_variables(module: cst.Module) -> bool:
    """Whether a script asks for variables again: a graph then has their penalties twice, a dictionary once."""
    return "reuse" in module.code.lower()


def _penalty(value: cst.BaseExpression, owner: _Scope, aliases: Aliases) -> _Penalty | None:
    """Give a penalty; None for what is made of something else that a run computes."""
    if not isinstance(owner, cst.FunctionDef):
        return None
    made = [(each, pair) for each in walk(owner.body) if (pair := assigned(each)) is not None]
    dropped: list[cst.CSTNode] = []
    if isinstance(value, cst.Name):
        named = [(each, pair[1]) for each, pair in made if code(pair[0]) == value.value]
        if len(named) != 1:
            return None
        uses = [node for node in walk(owner) if isinstance(node, cst.Name) and node.value == value.value]
        if len(uses) == 2:
            dropped = [named[0][0]]
        value = named[0][1]
    own = set(binds(owner.body))
    variables: dict[str, str] = {}
    for name in sorted(reads(value) & own):
        sources = [pair[1] for _, pair in made if code(pair[0]) == name]
        maker = called(sources[0], aliases) if len(sources) == 1 and isinstance(sources[0], cst.Call) else ""
        if maker in _VARIABLES:
            variables[name] = maker
        elif len(sources) != 1 or reads(sources[0]) & own or _hands_on(owner, sources[0]):
            return None  # what is neither a variable nor known where the function begins
    if not variables or _hands_on(owner, value):
        return None
    return _Penalty(code(value), tuple(variables), "tf.get_variable" in variables.values(), tuple(dropped))


def _hands_on(owner: cst.FunctionDef, value: cst.BaseExpression) -> bool:
    """Whether a penalty reads what its function is given and calls it with a tensor's operators: only what is no tensor
    may be there, as a share or a regularizer."""
    given = set(parameters(owner.params)) & reads(value)
    inputs = {"x", "inputs", "input", "logits", "labels", "y", "y_", "images"}
    return bool(given & inputs)


def _with_dictionary(module: cst.Module, name: str) -> cst.Module:
    """Put the dictionary behind the imports."""
    last = 0
    for place, each in enumerate(module.body):
        if isinstance(only(each), cst.Import | cst.ImportFrom):
            last = place + 1
    (made,) = statements(f"{name} = {{}}")
    blank = [cst.EmptyLine(indent=False)]
    made = made.with_changes(leading_lines=blank)
    return module.with_changes(body=[*module.body[:last], made, *module.body[last:]])
