"""Names that were made up while a script was rewritten, as short as they can be in the end."""

import builtins
import keyword
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import libcst as cst

from harness.porting.eager.classes.naming import BETWEEN

_WORD = re.compile(rf"\w*{BETWEEN}\d+\w*")
_LONG = re.compile(rf"{BETWEEN}(\d+)")
_TAKEN = frozenset({*keyword.kwlist, *dir(builtins)})
Wanted = Mapping[str, tuple[str, ...]]


def shortened(text: str, wanted: Wanted) -> str:
    """Give a text with other names for those of ``wanted``, wherever they stand, also within longer ones: each has the
    first wanted one that nothing else has where it is used."""
    if not wanted:
        return text
    module = cst.parse_module(text)
    numbered = {name.rpartition(BETWEEN)[2]: name for name in wanted}

    def urgency(word: str) -> tuple[int, bool, int]:
        longs = [numbered[each] for each in _LONG.findall(word)]
        return len(longs), not all(_is_attribute(wanted[each]) for each in longs), text.index(word)

    words = sorted(set(_WORD.findall(text)), key=urgency)
    longer: set[str] = set()
    chosen: dict[str, str] = {}
    for _ in range(len(wanted) + 1):
        top = _Scope(None)
        module.visit(_Scopes(top))
        chosen, late = {}, set()
        for word in words:
            longs = [numbered[each] for each in _LONG.findall(word)]
            tries = _tries(word, longs, wanted, longer)
            chosen[word] = _choose(word, tries, top)
            if chosen[word] != tries[0]:
                late.update(longs)
        more = _alike(late - longer, wanted) - longer
        if not more:
            break
        longer |= more
    return _WORD.sub(lambda match: chosen[match[0]], text)


def _alike(late: set[str], wanted: Wanted) -> set[str]:
    """Attributes of one name of several objects, of which one has the object's name before it: then all have."""
    found: set[str] = set()
    for name in late:
        group = {each for each in wanted if _is_attribute(wanted[each]) and wanted[each][0] == wanted[name][0]}
        if _is_attribute(wanted[name]) and len({wanted[each][1] for each in group}) > 1:
            found |= group
    return found


def _is_attribute(options: tuple[str, ...]) -> bool:
    return len(options) > 1 and options[1].endswith(f"_{options[0]}")


def _tries(word: str, longs: list[str], wanted: Wanted, longer: set[str]) -> list[str]:
    """Give what a word may be, the best first."""
    found = []
    for place in range(2):
        made = word
        for long in longs:
            options = wanted[long]
            at = max(place, 1 if long in longer else 0)
            made = made.replace(long, options[min(at, len(options) - 1)])
        found.append(made)
    return list(dict.fromkeys([*found, *(f"{found[0]}_{number}" for number in range(2, 1000))]))


@dataclass(eq=False)
class _Scope:
    """The names that stand in a function or a module, and those that it binds."""

    above: "_Scope | None"
    names: set[str] = field(default_factory=set)
    bound: set[str] = field(default_factory=set)
    below: "list[_Scope]" = field(default_factory=list)

    def all(self) -> "Iterable[_Scope]":
        yield self
        for each in self.below:
            yield from each.all()


class _Scopes(cst.CSTVisitor):
    def __init__(self, top: _Scope) -> None:
        self._now = top

    def _enter(self) -> None:
        inner = _Scope(self._now)
        self._now.below.append(inner)
        self._now = inner

    def _leave(self) -> None:
        assert self._now.above is not None
        self._now = self._now.above

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        for each in node.decorators:
            each.visit(self)
        self._now.names.add(node.name.value)
        self._now.bound.add(node.name.value)
        self._enter()
        node.params.visit(self)
        node.body.visit(self)
        self._leave()
        return False

    def visit_Lambda(self, node: cst.Lambda) -> None:
        del node
        self._enter()

    def leave_Lambda(self, original_node: cst.Lambda) -> None:
        del original_node
        self._leave()

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        self._now.names.add(node.name.value)
        self._now.bound.add(node.name.value)
        self._enter()
        node.body.visit(self)
        self._leave()
        return False

    def visit_Param(self, node: cst.Param) -> None:
        self._now.names.add(node.name.value)
        self._now.bound.add(node.name.value)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        node.value.visit(self)
        return False

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_Name(self, node: cst.Name) -> None:
        self._now.names.add(node.value)

    def _binds(self, node: cst.CSTNode) -> None:
        if isinstance(node, cst.Name):
            self._now.bound.add(node.value)
        elif isinstance(node, cst.Tuple | cst.List):
            for element in node.elements:
                self._binds(element.value)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> None:
        self._binds(node.target)

    def visit_AugAssign(self, node: cst.AugAssign) -> None:
        self._binds(node.target)

    def visit_For(self, node: cst.For) -> None:
        self._binds(node.target)

    def visit_AsName(self, node: cst.AsName) -> None:
        self._binds(node.name)

    def visit_ImportAlias(self, node: cst.ImportAlias) -> bool:
        name: cst.BaseExpression = node.asname.name if node.asname is not None else node.name
        while isinstance(name, cst.Attribute):
            name = name.value
        self._binds(name)
        self._now.names |= self._now.bound
        return False

    def visit_Global(self, node: cst.Global) -> None:
        for each in node.names:
            self._now.bound.discard(each.name.value)


def _choose(word: str, tries: list[str], top: _Scope) -> str:
    """Give a short name, and have the scopes know it."""
    scopes = [each for each in top.all() if word in each.names]
    for each in tries:
        if each in _TAKEN or not each.isidentifier() or _hides(word, each, scopes, top):
            continue
        for scope in scopes:
            scope.names.add(each)
            if word in scope.bound:
                scope.bound.add(each)
        return each
    return word


def _hides(word: str, name: str, scopes: list[_Scope], top: _Scope) -> bool:
    """Whether another name would be hidden, or hide this one, were it called so."""
    reached: set[int] = set()
    binding: list[_Scope] = []
    for scope in scopes:
        now: _Scope | None = scope
        while now is not None:
            reached.add(id(now))
            if word in now.bound:
                if now not in binding:
                    binding.append(now)
                break
            now = now.above
    if any(name in each.names for each in top.all() if id(each) in reached):
        return True
    return any(_free(name, below) for each in binding for below in each.below)


def _free(name: str, scope: _Scope) -> bool:
    """Whether a name is read in a scope, or one below, that does not bind it."""
    if name in scope.bound:
        return False
    return name in scope.names or any(_free(name, each) for each in scope.below)
