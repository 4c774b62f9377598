"""Functions that build a graph stand where they are called: their inputs and tensors become those of the caller."""

import ast
from collections import Counter
from dataclasses import dataclass, field

import libcst as cst

from harness.porting.eager.flatten import as_statements
from harness.porting.eager.helpers import graph_count, runs_graph
from harness.porting.eager.kinds import ALL_VARIABLES, INPUTS, is_optimizer
from harness.porting.eager.names import binds, names_in_target, parameters
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import assigned, calls, code, dotted, only, statements, walk, with_lead

# One that is called more often is a loop's, or a library.
_MOST_CALLS = 4


@dataclass
class _Names:
    """What the names of a function become where it is called."""

    names: dict[str, cst.BaseExpression] = field(default_factory=dict)
    before: list[cst.BaseStatement] = field(default_factory=list)
    after: list[cst.BaseStatement] = field(default_factory=list)
    items: dict[str, cst.BaseExpression] = field(default_factory=dict)


def inlined(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose functions that build a graph stand within their callers."""
    graphs = graph_count(module, aliases)
    for _ in range(8):
        function = next((each for each in module.body if _is_builder(each, module, aliases, graphs)), None)
        if not isinstance(function, cst.FunctionDef):
            return module
        change = _Inline(function, module, numbered=graphs == 1)
        changed = module.visit(change)
        assert isinstance(changed, cst.Module)
        if change.items:
            named = changed.visit(_Items(change.target, change.items))
            assert isinstance(named, cst.Module)
            changed = named
        body = [each for each in changed.body if not _is_function(each, function.name.value)]
        module = changed.with_changes(body=body)
    return module


def _is_function(node: cst.CSTNode, name: str) -> bool:
    return isinstance(node, cst.FunctionDef) and node.name.value == name


def _is_builder(node: cst.CSTNode, module: cst.Module, aliases: Aliases, graphs: int) -> bool:
    """Whether a function builds a graph, runs none, ends in its only return, and is called in assignments, once for
    each graph; one that has no inputs may be called a few times in one."""
    if not isinstance(node, cst.FunctionDef) or node.decorators or not _builds(node, aliases):
        return False
    body = as_statements(node.body)
    returns = sum(isinstance(each, cst.Return) for each in walk(node.body))
    last = only(body[-1]) if body else None
    if returns > 1 or (returns == 1 and not isinstance(last, cst.Return)):
        return False
    if any(isinstance(each, cst.Yield | cst.Global | cst.FunctionDef) for each in walk(node.body)):
        return False
    name = node.name.value
    within = _named(node.body, name) if name in {each for line in body for each in binds(line)} else 0
    uses = _named(module, name) - 1 - within
    called_in = sum(1 for each in walk(module) if _call_in(each, name) is not None)
    inputs = any(called(call, aliases) in INPUTS for call in calls(node))
    if uses != called_in or not 0 < uses <= (graphs if inputs or graphs > 1 else _MOST_CALLS):
        return False
    params = node.params
    return not isinstance(params.star_arg, cst.Param) and params.star_kwarg is None


def _named(node: cst.CSTNode, name: str) -> int:
    return sum(1 for each in walk(node) if isinstance(each, cst.Name) and each.value == name)


def _builds(node: cst.FunctionDef, aliases: Aliases) -> bool:
    made = [called(call, aliases) for call in calls(node)]
    methods = {dotted(call.func).rpartition(".")[2] for call in calls(node)}
    if _copies(made, methods):
        return True
    if not any(name in INPUTS or is_optimizer(name) for name in made) and "minimize" not in methods:
        return False
    return (
        not (methods & {"run", "eval"})
        and not any(name.endswith("Session") for name in made)
        and (runs_graph(node, aliases) or "minimize" in methods)
    )


def _copies(made: list[str], methods: set[str]) -> bool:
    """Whether a function asks for the variables of scopes and assigns to them, for a run that another makes."""
    asks = any(name in {"tf.get_collection", *ALL_VARIABLES} for name in made)
    return asks and not methods & {"run", "eval"} and bool(methods & {"assign", "assign_add", "assign_sub"})


def _call_in(node: cst.CSTNode, name: str) -> cst.Call | None:
    """Give the call of a function that a statement is, or assigns to names."""
    small = only(node)
    value = small.value if isinstance(small, cst.Expr | cst.Assign) else None
    if not isinstance(value, cst.Call) or dotted(value.func) != name:
        return None
    pair = assigned(node)
    if isinstance(small, cst.Assign) and (pair is None or not names_in_target(pair[0])):
        return None
    return value if not any(each.star for each in value.args) else None


class _Inline(cst.CSTTransformer):
    """Puts the statements of a function in the place of its calls; ``numbered``, what they name has another name in
    each."""

    def __init__(self, function: cst.FunctionDef, module: cst.Module, *, numbered: bool) -> None:
        self.items: dict[str, cst.BaseExpression] = {}
        self.target = ""
        self._function = function
        self._numbered, self._call = numbered, 0
        inside = Counter(each.value for each in walk(function) if isinstance(each, cst.Name))
        everywhere = Counter(each.value for each in walk(module) if isinstance(each, cst.Name))
        self._elsewhere = {name for name, number in everywhere.items() if number > inside[name]}
        self._module = module

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        return node is not self._function

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement]:
        call = _call_in(original_node, self._function.name.value)
        if call is None:
            return updated_node
        self._call += 1
        pair = assigned(original_node)
        body = as_statements(self._function.body)
        lead: list[cst.EmptyLine] = list(updated_node.leading_lines)
        first = only(body[0])
        if isinstance(first, cst.Expr) and isinstance(first.value, cst.SimpleString):
            said = str(ast.literal_eval(first.value.value)).strip().partition("\n")[0]
            lead.append(cst.EmptyLine(comment=cst.Comment(f"# {said}")))
            body = body[1:]
        last = only(body[-1]) if body else None
        given = last.value if isinstance(last, cst.Return) else None
        names = self._names(call, pair[0] if pair is not None else None, given)
        if isinstance(last, cst.Return):
            body = body[:-1]
        renamed = [each.visit(_Substitute(names.names)) for each in body]
        made = [each for each in [*names.before, *renamed, *names.after] if isinstance(each, cst.BaseStatement)]
        if made:
            made[0] = with_lead(made[0], lead)
        self.items = names.items
        return cst.FlattenSentinel(made)

    def _names(self, call: cst.Call, target: cst.BaseExpression | None, given: cst.BaseExpression | None) -> _Names:
        found = _Names()
        body = as_statements(self._function.body)
        bound = {name for each in body for name in binds(each)}
        order = parameters(self._function.params)
        arguments = self._arguments(call, order)
        for name in order:
            value = arguments.get(name)
            if value is None:
                continue
            if name not in bound and isinstance(value, cst.Name | cst.Attribute | cst.BaseNumber | cst.SimpleString):
                found.names[name] = value
            elif code(value) != name:
                own = self._own(name)
                found.names[name] = cst.Name(own)
                found.before += statements(f"{own} = {code(value)}")
        for name in bound - set(order):
            found.names[name] = cst.Name(self._own(name))
        if target is not None and given is not None:
            self._give(found, target, given, bound - set(order))
        return found

    def _own(self, name: str) -> str:
        own = f"{name}_{self._function.name.value.strip('_')}" if name in self._elsewhere else name
        return f"{own}_{self._call}" if self._numbered and self._call > 1 else own

    def _give(self, found: _Names, target: cst.BaseExpression, given: cst.BaseExpression, local: set[str]) -> None:
        """What the function gives back has the names that its caller has for it."""
        targets = [each.value for each in target.elements] if isinstance(target, cst.Tuple | cst.List) else [target]
        values = (
            [each.value for each in given.elements]
            if isinstance(given, cst.Tuple | cst.List) and len(targets) > 1
            else [given]
        )
        if isinstance(given, cst.Dict) and len(targets) == 1 and self._only_items(dotted(target)):
            self.target = dotted(target)
            for element in given.elements:
                if isinstance(element, cst.DictElement):
                    value = element.value.visit(_Substitute(found.names))
                    assert isinstance(value, cst.BaseExpression)
                    found.items[code(element.key).strip("\"'")] = value
            return
        named: set[str] = set()
        for left, right in zip(targets, values, strict=False):
            if isinstance(left, cst.Name) and dotted(right) in local - named:
                named.add(dotted(right))
                found.names[dotted(right)] = left
        for left, right in zip(targets, values, strict=False):
            new = right.visit(_Substitute(found.names))
            assert isinstance(new, cst.BaseExpression)
            if code(left) != code(new):
                found.after += statements(f"{code(left)} = {code(new)}")

    def _only_items(self, name: str) -> bool:
        """Whether a name is only asked for its items by constant keys."""
        uses = sum(1 for each in walk(self._module) if isinstance(each, cst.Name) and each.value == name)
        items = sum(1 for each in walk(self._module) if isinstance(each, cst.Subscript) and _key(each, name))
        return bool(name) and uses == items + 1

    def _arguments(self, call: cst.Call, order: list[str]) -> dict[str, cst.BaseExpression]:
        defaults = {each.name.value: each.default for each in self._function.params.params if each.default is not None}
        given: dict[str, cst.BaseExpression] = dict(defaults)
        for place, each in enumerate(call.args):
            word = each.keyword.value if each.keyword else (order[place] if place < len(order) else "")
            given[word] = each.value
        return given


def _key(node: cst.Subscript, name: str) -> str:
    """Give the key of ``name["key"]``, an empty text for all else."""
    if dotted(node.value) != name or len(node.slice) != 1 or not isinstance(node.slice[0].slice, cst.Index):
        return ""
    key = node.slice[0].slice.value
    return str(ast.literal_eval(key.value)) if isinstance(key, cst.SimpleString) else ""


class _Substitute(cst.CSTTransformer):
    """Puts expressions in the place of names."""

    def __init__(self, names: dict[str, cst.BaseExpression]) -> None:
        self._names = names

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.Attribute:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        del original_node
        return self._names.get(updated_node.value, updated_node)


class _Items(cst.CSTTransformer):
    """Puts tensors in the place of items of the dictionary that they were given back in."""

    def __init__(self, name: str, items: dict[str, cst.BaseExpression]) -> None:
        self._name, self._items = name, items

    def leave_Subscript(self, original_node: cst.Subscript, updated_node: cst.Subscript) -> cst.BaseExpression:
        return self._items.get(_key(original_node, self._name), updated_node)
