"""The variables of a text that may be kernels and biases of layers."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.names import parameters
from harness.porting.eager.tree import assigned, code, dotted, only, walk
from harness.porting.keras.initial import Initial, initial_of
from harness.porting.keras.names import bindings, key_of


@dataclass(frozen=True)
class Weight:
    """A variable by its key, where it is made: ``block`` is the number of the list of statements, ``place`` the one in
    it. ``comments`` stand before it in its dictionary."""

    key: str
    initial: Initial
    statement: cst.BaseStatement
    block: int
    place: int
    comments: tuple[str, ...] = ()


def weights_of(module: cst.Module, tf: str, *, parameters_too: bool = False) -> dict[str, Weight]:
    """Give the variables that are made once, under a name that nothing else has, not in a loop. With
    ``parameters_too`` parameters may have that name."""
    makers = dict(_makers(module, tf))
    counted = bindings(module)
    if parameters_too:
        counted.subtract(node.name.value for node in walk(module) if isinstance(node, cst.Param))
    found: dict[str, Weight] = {}
    for number, block in enumerate(blocks(module)):
        for place, statement in enumerate(block):
            pair = assigned(statement)
            if pair is None or not isinstance(pair[0], cst.Name) or counted[pair[0].value] != 1:
                continue
            for key, value, comments in _variables(pair[0].value, pair[1]):
                initial = _initial(value, makers, tf)
                if initial is not None:
                    found[key] = Weight(key, initial, statement, number, place, comments)
    return found


def blocks(node: cst.CSTNode) -> Iterator[Sequence[cst.BaseStatement]]:
    """Give the lists of statements of a module, its functions and conditions, the outer ones first."""
    body = node.body if isinstance(node, cst.Module | cst.IndentedBlock) else ()
    statements = [each for each in body if isinstance(each, cst.BaseStatement)]
    if statements:
        yield statements
    for each in statements:
        if isinstance(each, cst.FunctionDef | cst.If):
            yield from blocks(each.body)


def _variables(name: str, value: cst.BaseExpression) -> Iterator[tuple[str, cst.BaseExpression, tuple[str, ...]]]:
    if not isinstance(value, cst.Dict):
        yield name, value, ()
        return
    before: cst.CSTNode | None = value.lbrace.whitespace_after
    for each in value.elements:
        comments = _comments(before)
        before = each.comma.whitespace_after if isinstance(each.comma, cst.Comma) else None
        if isinstance(each, cst.DictElement) and isinstance(each.key, cst.SimpleString):
            subscript = cst.Subscript(cst.Name(name), [cst.SubscriptElement(cst.Index(each.key))])
            yield key_of(subscript), each.value, comments


def _comments(space: cst.CSTNode | None) -> tuple[str, ...]:
    if not isinstance(space, cst.ParenthesizedWhitespace):
        return ()
    return tuple(line.comment.value for line in space.empty_lines if line.comment is not None)


def _initial(value: cst.BaseExpression, makers: Mapping[str, "_Maker"], tf: str) -> Initial | None:
    if not isinstance(value, cst.Call):
        return None
    name = dotted(value.func)
    if name in makers:
        return makers[name].initial(value, tf)
    if name != f"{tf}.Variable" or not value.args or value.args[0].keyword is not None:
        return None
    words = {each.keyword.value: code(each.value) for each in value.args[1:] if each.keyword is not None}
    if len(words) != len(value.args) - 1 or words.pop("dtype", f"{tf}.float32") != f"{tf}.float32":
        return None
    if words.keys() - {"name"}:
        return None
    return initial_of(value.args[0].value, tf)


@dataclass(frozen=True)
class _Maker:
    """A function of the script that gives a variable: its parameters and what it begins with."""

    names: tuple[str, ...]
    value: cst.BaseExpression

    def initial(self, call: cst.Call, tf: str) -> Initial | None:
        if len(call.args) != len(self.names) or any(each.keyword is not None for each in call.args):
            return None
        given = {name: each.value for name, each in zip(self.names, call.args, strict=True)}
        made = substituted(self.value, given)
        return initial_of(made, tf)


def _makers(module: cst.Module, tf: str) -> Iterator[tuple[str, _Maker]]:
    for function in module.body:
        if not isinstance(function, cst.FunctionDef) or function.decorators:
            continue
        made = as_expression(function)
        match made:
            case cst.Call(args=[cst.Arg(value=value, keyword=None)]) if dotted(made.func) == f"{tf}.Variable":
                yield function.name.value, _Maker(tuple(parameters(function.params)), value)


def as_expression(function: cst.FunctionDef) -> cst.BaseExpression | None:
    """Give what a function of assignments and a return gives, as one expression of its parameters; None where that
    computes something twice."""
    if not isinstance(function.body, cst.IndentedBlock):
        return None
    given: dict[str, cst.BaseExpression] = {}
    statements = list(function.body.body)
    if statements and isinstance(first := only(statements[0]), cst.Expr) and isinstance(first.value, cst.SimpleString):
        statements.pop(0)
    for place, statement in enumerate(statements):
        small = only(statement)
        if isinstance(small, cst.Return):
            last = place == len(statements) - 1 and small.value is not None
            return substituted(small.value, given) if last and small.value is not None else None
        pair = assigned(statement)
        if pair is None or not isinstance(pair[0], cst.Name):
            return None
        name = pair[0].value
        value = substituted(pair[1], given)
        rest = statements[place + 1 :]
        if sum(_count(each, name) for each in rest[:1]) != 1:
            return None
        given[name] = value
    return None


def _count(node: cst.CSTNode, name: str) -> int:
    """How often a statement reads a name."""
    pair = assigned(node)
    read = pair[1] if pair is not None else node
    counter = _Substitute({name: cst.Name(name)})
    read.visit(counter)
    return counter.count


class _Substitute(cst.CSTTransformer):
    """Puts expressions in the place of names that are read."""

    def __init__(self, given: Mapping[str, cst.BaseExpression]) -> None:
        super().__init__()
        self.given = given
        self.count = 0

    def visit_Attribute_attr(self, node: cst.Attribute) -> None:
        del node

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        return updated_node.with_changes(attr=original_node.attr)

    def leave_Arg(self, original_node: cst.Arg, updated_node: cst.Arg) -> cst.Arg:
        return updated_node.with_changes(keyword=original_node.keyword)

    def leave_Name(self, original_node: cst.Name, updated_node: cst.Name) -> cst.BaseExpression:
        if original_node.value not in self.given:
            return updated_node
        self.count += 1
        made = self.given[original_node.value]
        if isinstance(made, cst.BinaryOperation | cst.UnaryOperation | cst.Comparison) and not made.lpar:
            return made.with_changes(lpar=[cst.LeftParen()], rpar=[cst.RightParen()])
        return made


def substituted(node: cst.BaseExpression, given: Mapping[str, cst.BaseExpression]) -> cst.BaseExpression:
    """Give an expression with others in the place of names."""
    made = node.visit(_Substitute(given))
    assert isinstance(made, cst.BaseExpression)
    return made
