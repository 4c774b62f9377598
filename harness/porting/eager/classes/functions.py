"""Methods as functions that see the names which an object's attributes are."""

import inspect

import libcst as cst

from harness.porting.eager.classes.calls import Body
from harness.porting.eager.classes.objects import Object
from harness.porting.eager.classes.read import attributes_set, is_text, owner_of
from harness.porting.eager.classes.rewrite import Rewrite
from harness.porting.eager.classes.writer import Writer
from harness.porting.eager.flatten import as_statements
from harness.porting.eager.tree import dotted, only, statements, walk

BLANK = cst.EmptyLine(indent=False)


def function_of(name: str, method: str, writer: Writer) -> cst.FunctionDef:
    """Give a method of an object as a function."""
    node = writer.found.methods[method]
    owner = owner_of(node)
    without = {*writer.around.dropped[method], owner}
    changed = _rewritten(node.with_changes(decorators=[]), owner, writer, without, plain=method in writer.plain)
    return changed.with_changes(name=cst.Name(name))


def given_function(node: cst.FunctionDef, owner: str, writer: Writer) -> cst.FunctionDef:
    """Give a function that is handed an object as one that sees the object's names."""
    return _rewritten(node, owner, writer, {owner, *writer.around.handed[node.name.value]})


def _rewritten(
    node: cst.FunctionDef, owner: str, writer: Writer, without: set[str], *, plain: bool = False
) -> cst.FunctionDef:
    body = node.body.visit(Rewrite(writer, owner, {}))
    assert isinstance(body, cst.BaseSuite)
    own = list(dict.fromkeys(attributes_set(node.body, owner))) if owner else []
    if own:
        made = sorted({name for each in own for name in _names(writer.asked(each)[0])})
        word = "global" if isinstance(writer.made.scope, cst.Module) else "nonlocal"
        lines = as_statements(body)
        at = 1 if lines and is_text(lines[0]) else 0
        lines[at:at] = statements(f"{word} {', '.join(made)}")
        body = cst.IndentedBlock(lines)
    body = _tidied(body, 4 if isinstance(writer.made.scope, cst.Module) or plain else 8)
    params = [each for each in node.params.params if each.name.value not in without]
    if params:
        params[-1] = params[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return node.with_changes(body=body, params=node.params.with_changes(params=params))


def _tidied(body: cst.BaseSuite, indent: int) -> cst.BaseSuite:
    """Give a body whose documentation stands as far in as the body does, without a ``return`` of nothing at its end."""
    lines = as_statements(body)
    last = only(lines[-1])
    if len(lines) > 1 and isinstance(last, cst.Return) and last.value is None:
        lines.pop()
    small = only(lines[0])
    if is_text(lines[0]) and isinstance(small, cst.Expr) and isinstance(small.value, cst.SimpleString):
        text = small.value.value
        first, *more = text.split("\n")
        inner = inspect.cleandoc("x\n" + "\n".join(more)).split("\n")[1:] if more else []
        said = "\n".join([first, *(f"{' ' * indent}{line}" if line.strip() else "" for line in inner)])
        if all(line.strip() == "" or line.startswith(" ") for line in more) and not first.startswith(("r", "R")):
            lines[0] = lines[0].with_changes(body=[cst.Expr(cst.SimpleString(said))])
    return body.with_changes(body=lines) if isinstance(body, cst.IndentedBlock) else cst.IndentedBlock(lines)


def _names(node: cst.BaseExpression) -> list[str]:
    return [node.value] if isinstance(node, cst.Name) else []


def with_functions(block: Body, functions: dict[str, cst.FunctionDef]) -> Body:
    """Give the statements that make an object with the functions that its methods are: each stands before the first
    statement that calls it, and behind all where none does."""
    waiting = dict(functions)
    placed = _placed(block, waiting, functions)
    return [*placed, *waiting.values()]


def apart(body: Body, blank: int) -> Body:
    """Give statements with empty lines around each function among them."""
    found: Body = []
    for place, statement in enumerate(body):
        if isinstance(statement, cst.With) and isinstance(statement.body, cst.IndentedBlock):
            inner = apart(as_statements(statement.body), blank)
            statement = statement.with_changes(body=statement.body.with_changes(body=inner))
        behind = place and isinstance(body[place - 1], cst.FunctionDef)
        if isinstance(statement, cst.FunctionDef) or behind:
            lines = list(getattr(statement, "leading_lines", ()))
            while lines and lines[0].comment is None:
                lines.pop(0)
            statement = statement.with_changes(leading_lines=[*[BLANK] * blank, *lines])
        found.append(statement)
    return found


def _placed(block: Body, waiting: dict[str, cst.FunctionDef], functions: dict[str, cst.FunctionDef]) -> Body:
    found: Body = []
    for statement in block:
        if isinstance(statement, cst.With) and isinstance(statement.body, cst.IndentedBlock):
            inner = _placed(as_statements(statement.body), waiting, functions)
            found.append(statement.with_changes(body=statement.body.with_changes(body=inner)))
            continue
        wanted = _reached(statement, functions)
        found += [waiting.pop(name) for name in list(waiting) if name in wanted]
        found.append(statement)
    return found


def _reached(node: cst.CSTNode, functions: dict[str, cst.FunctionDef]) -> set[str]:
    """The functions that a piece of code names, also by others of them."""
    found: set[str] = set()
    waiting = [node]
    while waiting:
        names = {each.value for each in walk(waiting.pop()) if isinstance(each, cst.Name)} & set(functions) - found
        found |= names
        waiting += [functions[name].body for name in names]
    return found


def places_of(call: cst.Call, name: str, own: str, writer: Writer) -> set[int]:
    """Give the places of arguments of a call that go: the object, and Sessions."""
    node = next(each for each, _ in writer.made.given if each.name.value == name)
    names = [each.name.value for each in node.params.params]
    gone = {own, *writer.around.handed[name]}
    return {
        place
        for place, each in enumerate(call.args)
        if (each.keyword.value if each.keyword else "".join(names[place : place + 1])) in gone
    }


class Place(cst.CSTTransformer):
    """Puts an object's statements where it is made, and names where it is used."""

    def __init__(self, made: Object, block: Body, writer: Writer, given: dict[str, cst.FunctionDef]) -> None:
        self._made, self._block, self._given = made, block, given
        self._moved = isinstance(made.scope, cst.FunctionDef)
        self._rewrite = Rewrite(writer, made.name, {}, inlines=True)
        self._handed = {function.name.value: name for function, name in made.given}
        self._inside = 0 if self._moved else 1
        self._class, self._writer = writer.found.name, writer

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        return node.name.value != self._class

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        if node.name.value in self._given and not self._inside_function:
            return False
        if node is self._made.scope:
            self._inside += 1
        elif self._inside:
            self._rewrite.visit_FunctionDef(node)
        return True

    @property
    def _inside_function(self) -> bool:
        return self._moved and bool(self._inside)

    def leave_FunctionDef(
        self, original_node: cst.FunctionDef, updated_node: cst.FunctionDef
    ) -> cst.FunctionDef | cst.RemovalSentinel:
        name = original_node.name.value
        if name in self._given and not self._inside_function:
            return cst.RemoveFromParent() if self._moved else self._given[name]
        if original_node is self._made.scope:
            self._inside -= 1
            return updated_node
        return self._rewrite.leave_FunctionDef(original_node, updated_node) if self._inside else updated_node

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        return self._rewrite.visit_Lambda(node) if self._inside else True

    def leave_Lambda(self, original_node: cst.Lambda, updated_node: cst.Lambda) -> cst.Lambda:
        return self._rewrite.leave_Lambda(original_node, updated_node) if self._inside else updated_node

    def leave_Attribute(self, original_node: cst.Attribute, updated_node: cst.Attribute) -> cst.BaseExpression:
        return self._rewrite.leave_Attribute(original_node, updated_node) if self._inside else updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.BaseExpression:
        if not self._inside:
            return updated_node
        own = self._handed.get(dotted(original_node.func))
        if own is not None:
            gone = places_of(original_node, dotted(original_node.func), own, self._writer)
            args = [each for place, each in enumerate(updated_node.args) if place not in gone]
            if args:
                args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
            return updated_node.with_changes(args=args)
        return self._rewrite.leave_Call(original_node, updated_node)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.BaseStatement | cst.FlattenSentinel[cst.BaseStatement] | cst.RemovalSentinel:
        if original_node is self._made.statement:
            return cst.FlattenSentinel(self._block)
        if not self._inside:
            return updated_node
        return self._rewrite.leave_SimpleStatementLine(original_node, updated_node)
