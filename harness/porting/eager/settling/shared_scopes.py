"""Blocks that use the variables of a scope again: what they make is what was made there first."""

from collections import Counter
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.equals.layers import makes_layer
from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.kinds import VARIABLES
from harness.porting.eager.renaming import Rename
from harness.porting.eager.resolve import Aliases, called, symbol
from harness.porting.eager.tree import argument, assigned, code, dotted, expression, only, walk


@dataclass(frozen=True)
class _Made:
    """Something that a script makes: ``place`` is its function, scopes and name as a text, ``name`` what it is assigned
    to (empty for a layer); ``by`` are the blocks and lines that have it used again, ``auto`` that it may be new."""

    call: cst.Call
    place: str
    name: str
    by: tuple[int, ...]
    auto: bool


def with_shared_scopes(module: cst.Module, aliases: Aliases) -> cst.Module:
    """Give a module whose blocks of ``tf.variable_scope(…, reuse=True)`` name the variables, layers and cells that were
    made in the scope before. A block that makes what was not is left as it is."""
    look = _Look(module, aliases)
    if not look.again:
        return module
    counted = Counter(dotted(pair[0]) for node in walk(module) if (pair := assigned(node)) is not None)
    known: dict[str, str] = {}
    left: set[int] = set()
    for each in look.made:
        named = counted[each.name] == 1 or (not each.name and makes_layer(called(each.call, aliases)))
        if each.by and (not named or (each.place not in known and not each.auto)):
            left.update(each.by)
        elif named:
            known.setdefault(each.place, each.name)
    used = {number for each in look.made for number in each.by} - left
    same = {
        each.name: known[each.place]
        for each in look.made
        if each.by and not left & set(each.by) and each.name and known.get(each.place, each.name) != each.name
    }
    layers = {id(each.call) for each in look.made if each.by and not left & set(each.by) and not each.name}
    changed = module.visit(_Share(used | look.plain, set(same), layers, aliases))
    assert isinstance(changed, cst.Module)
    renamed = changed.visit(Rename(same)) if same else changed
    assert isinstance(renamed, cst.Module)
    return renamed


def _scope_call(node: cst.BaseExpression, aliases: Aliases) -> cst.Call | None:
    return node if isinstance(node, cst.Call) and called(node, aliases) == "tf.variable_scope" else None


class _Look:
    """Looks at what a script makes, in the order of its text: ``again`` are blocks and lines that have things used
    again, ``plain`` are blocks that say that they do not."""

    def __init__(self, module: cst.Module, aliases: Aliases) -> None:
        self.made: list[_Made] = []
        self.again: set[int] = set()
        self.plain: set[int] = set()
        self._aliases = aliases
        self._scopes: list[list[object]] = [["", (), False]]
        self._cells: Counter[tuple[int, str]] = Counter()
        self._block = 0
        self._node(module)

    def _node(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.FunctionDef):
            outer, self._scopes = self._scopes, [[f"{node.name.value}:", (), False]]
            self._children(node)
            self._scopes = outer
        elif isinstance(node, cst.With):
            before, block = len(self._scopes), self._block
            for item in node.items:
                self._open(item, node)
            # Cells have no names: those of a block that uses a scope again are counted anew.
            self._block = id(node) if id(node) in self.again else block
            self._children(node)
            self._block = block
            del self._scopes[before:]
        elif isinstance(node, cst.SimpleStatementLine):
            self._line(node)
        else:
            self._children(node)

    def _children(self, node: cst.CSTNode) -> None:
        for each in node.children:
            self._node(each)

    def _open(self, item: cst.WithItem, block: cst.With) -> None:
        call = _scope_call(item.item, self._aliases)
        if call is None:
            return
        name, reuse = argument(call, "name_or_scope", 0), argument(call, "reuse")
        said = str(name.evaluated_value) if isinstance(name, cst.SimpleString) else code(name or call)
        if called(name or call, self._aliases) == "tf.get_variable_scope":
            said = ""
        _, by, auto = self._scopes[-1]
        text = code(reuse) if reuse is not None else "None"
        if text in ("None", "False"):
            self.plain |= {id(block)} if reuse is not None else set()
        else:
            self.again.add(id(block))
            automatic = reuse is not None and symbol(reuse, self._aliases) == "tf.AUTO_REUSE"
            # What nobody sees here is left as it is.
            by = (*by, id(block)) if automatic or text == "True" else (*by, id(block), 0)  # type: ignore[misc]
            auto = automatic
        self._scopes.append([f"{self._scopes[-1][0]}{said}{'/' if said else ''}", by, auto])

    def _line(self, line: cst.SimpleStatementLine) -> None:
        small = only(line)
        whole = small.value if isinstance(small, cst.Expr) else None
        func = whole.func if isinstance(whole, cst.Call) else None
        if isinstance(func, cst.Attribute) and func.attr.value == "reuse_variables":
            self.again.add(id(line))
            scope = self._scopes[-1]
            scope[1], scope[2] = (*scope[1], id(line)), False  # type: ignore[misc]
        pair = assigned(line)
        for each in walk(line):
            name = called(each, self._aliases)
            if not isinstance(each, cst.Call) or not (name in VARIABLES or makes_layer(name) or name in CELLS):
                continue
            place, by, auto = self._scopes[-1]
            given = argument(each, "name", 0 if name == "tf.get_variable" else None)
            said = code(given) if given is not None else code(each)
            if name in CELLS:
                self._cells[self._block, name] += 1
                said = f"number {self._cells[self._block, name]}"
            # What a layer gives is another tensor each time.
            target = dotted(pair[0]) if pair is not None and pair[1] is each and not makes_layer(name) else ""
            self.made.append(_Made(each, f"{place}{name} {said}", target, by, bool(auto)))  # type: ignore[arg-type]


class _Share(cst.CSTTransformer):
    def __init__(self, plain: set[int], gone: set[str], layers: set[int], aliases: Aliases) -> None:
        self._plain, self._gone, self._layers, self._aliases = plain, gone, layers, aliases

    def leave_With(self, original_node: cst.With, updated_node: cst.With) -> cst.With:
        if id(original_node) not in self._plain:
            return updated_node
        items = []
        for each in updated_node.items:
            call = _scope_call(each.item, self._aliases)
            if call is not None:
                args = [arg for arg in call.args if arg.keyword is None or arg.keyword.value != "reuse"]
                args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
                each = each.with_changes(item=call.with_changes(args=args))
            items.append(each)
        return updated_node.with_changes(items=items)

    def leave_SimpleStatementLine(
        self, original_node: cst.SimpleStatementLine, updated_node: cst.SimpleStatementLine
    ) -> cst.SimpleStatementLine | cst.RemovalSentinel:
        pair = assigned(original_node)
        gone = id(original_node) in self._plain or (pair is not None and dotted(pair[0]) in self._gone)
        return cst.RemoveFromParent() if gone else updated_node

    def leave_Call(self, original_node: cst.Call, updated_node: cst.Call) -> cst.Call:
        if id(original_node) not in self._layers or argument(original_node, "reuse") is not None:
            return updated_node
        word = expression("f(reuse=True)")
        assert isinstance(word, cst.Call)
        args = [each.with_changes(comma=cst.MaybeSentinel.DEFAULT) for each in updated_node.args]
        return updated_node.with_changes(args=[*args, *word.args])
