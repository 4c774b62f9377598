"""Names that a tree reads and binds, each in the scope that it stands in."""

from functools import lru_cache

import libcst as cst

from harness.porting.eager.tree import below, dotted, walk


class _Names(cst.CSTVisitor):
    """Gathers names that are read and bound; those of comprehensions and lambdas are their own."""

    def __init__(self) -> None:
        self.read: set[str] = set()
        self.bound: list[str] = []
        self._own: list[set[str]] = []

    def _reads(self, name: str) -> None:
        if not any(name in own for own in self._own):
            self.read.add(name)

    def visit_Name(self, node: cst.Name) -> None:
        self._reads(node.value)

    def visit_Attribute(self, node: cst.Attribute) -> bool:
        node.value.visit(self)
        return False

    def visit_Arg(self, node: cst.Arg) -> bool:
        node.value.visit(self)
        return False

    def visit_Param(self, node: cst.Param) -> bool:
        if node.default is not None:
            node.default.visit(self)
        return False

    def visit_Lambda(self, node: cst.Lambda) -> bool:
        node.params.visit(self)
        self._own.append(set(parameters(node.params)))
        node.body.visit(self)
        self._own.pop()
        return False

    def visit_FunctionDef(self, node: cst.FunctionDef) -> bool:
        node.params.visit(self)
        for decorator in node.decorators:
            decorator.visit(self)
        inner = _Names()
        node.body.visit(inner)
        own = {*parameters(node.params), *inner.bound} - declared_global(node)
        for name in inner.read - own:
            self._reads(name)
        self.bound.append(node.name.value)
        return False

    def visit_ClassDef(self, node: cst.ClassDef) -> bool:
        inner = _Names()
        node.body.visit(inner)
        for name in inner.read - set(inner.bound):
            self._reads(name)
        self.bound.append(node.name.value)
        return False

    def _comprehension(self, node: cst.BaseComp) -> bool:
        own: set[str] = set()
        each: cst.CompFor | None = node.for_in
        while each is not None:
            own.update(names_in_target(each.target))
            each = each.inner_for_in
        self._own.append(own)
        for child in below(node):
            child.visit(self)
        self._own.pop()
        return False

    visit_ListComp = visit_SetComp = visit_GeneratorExp = visit_DictComp = _comprehension

    def visit_CompFor(self, node: cst.CompFor) -> bool:
        node.iter.visit(self)
        for condition in node.ifs:
            condition.visit(self)
        if node.inner_for_in is not None:
            node.inner_for_in.visit(self)
        return False

    def _target(self, target: cst.BaseExpression) -> None:
        names = names_in_target(target)
        self.bound.extend(names)
        for node in walk(target):
            if isinstance(node, cst.Subscript | cst.Attribute):
                node.visit(self)

    def visit_AssignTarget(self, node: cst.AssignTarget) -> bool:
        self._target(node.target)
        return False

    def visit_AugAssign(self, node: cst.AugAssign) -> bool:
        node.target.visit(self)
        self._target(node.target)
        node.value.visit(self)
        return False

    def visit_AnnAssign(self, node: cst.AnnAssign) -> bool:
        self._target(node.target)
        if node.value is not None:
            node.value.visit(self)
        return False

    def visit_For(self, node: cst.For) -> bool:
        self._target(node.target)
        for child in (node.iter, node.body, node.orelse):
            if child is not None:
                child.visit(self)
        return False

    def visit_AsName(self, node: cst.AsName) -> bool:
        self._target(node.name)
        return False

    def visit_Import(self, node: cst.Import) -> bool:
        for alias in node.names:
            self.bound.append(dotted(alias.asname.name if alias.asname else alias.name).split(".")[0])
        return False

    def visit_ImportFrom(self, node: cst.ImportFrom) -> bool:
        if not isinstance(node.names, cst.ImportStar):
            for alias in node.names:
                self.bound.append(dotted(alias.asname.name if alias.asname else alias.name))
        return False

    def visit_Global(self, node: cst.Global) -> bool:
        return False


def reads(node: cst.CSTNode) -> set[str]:
    """Give the names that a node reads and does not bind in a scope of its own."""
    return set(_names_in(node).read)


def binds(node: cst.CSTNode) -> tuple[str, ...]:
    """Give the names that a node binds in the scope it stands in, each once."""
    return tuple(dict.fromkeys(_names_in(node).bound))


@lru_cache(maxsize=1 << 13)
def _names_in(node: cst.CSTNode) -> _Names:
    names = _Names()
    node.visit(names)
    return names


def names_in_target(target: cst.CSTNode) -> list[str]:
    """Give the names that an assignment to a target binds."""
    if isinstance(target, cst.Name):
        return [target.value]
    if isinstance(target, cst.Tuple | cst.List):
        return [name for element in target.elements for name in names_in_target(element.value)]
    return []


def parameters(params: cst.Parameters) -> list[str]:
    """Give the names of all parameters."""
    single = [each for each in (params.star_arg, params.star_kwarg) if isinstance(each, cst.Param)]
    return [each.name.value for each in (*params.posonly_params, *params.params, *params.kwonly_params, *single)]


def declared_global(function: cst.FunctionDef) -> set[str]:
    """Give the names that a function declares to be of the module."""
    return {item.name.value for node in walk(function.body) if isinstance(node, cst.Global) for item in node.names}
