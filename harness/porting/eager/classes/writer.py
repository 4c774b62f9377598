"""An object of a class written out: its attributes as names, its methods where they are called."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.eager.classes.calls import Body, ends_well, lines_of
from harness.porting.eager.classes.circumstances import Arguments, Circumstances, bound_to, is_session
from harness.porting.eager.classes.comments import as_comments
from harness.porting.eager.classes.known import constant, folded
from harness.porting.eager.classes.merging import kept_in, merged_names
from harness.porting.eager.classes.naming import BETWEEN, Namer
from harness.porting.eager.classes.objects import Object
from harness.porting.eager.classes.read import ClassOf, StaysError, is_text, owner_of
from harness.porting.eager.classes.rewrite import Rewrite, pairs
from harness.porting.eager.classes.shared import Shared
from harness.porting.eager.classes.versions import first_name, versioned
from harness.porting.eager.names import binds, parameters
from harness.porting.eager.tree import assigned, code, dotted, only, statements, walk, with_lead


class Writer:
    """Writes an object out. What it cannot do raises StaysError. ``several`` says that the class has other objects."""

    def __init__(
        self, found: ClassOf, made: Object, around: Circumstances, shared: Shared, namer: Namer, *, several: bool
    ) -> None:
        self.found, self.made, self.around = found, made, around
        self.inlined = around.inlined
        self.plain = shared.plain
        self.functions: dict[str, str] = {}
        self._shared, self._namer, self._several = shared, namer, several
        self._attributes: dict[str, cst.BaseExpression] = {}
        self._expanded: dict[str, cst.BaseExpression] = {}

    def begin(self) -> Body:
        """Give the statements that make the object."""
        made = self._stand("__init__", self.around.arguments, None) if "__init__" in self.found.methods else []
        for name in self.found.methods:
            if name in self.found.lazy:
                made += self._property(name)[1]
        return made

    def expand(self, method: str, call: cst.Call, target: cst.BaseExpression | None) -> Body:
        """Give the statements of a method for its only call."""
        return self._stand(method, bound_to(self.found, method, call), target)

    # Names.

    def asked(self, attribute: str) -> tuple[cst.BaseExpression, Body]:
        """Give what stands for an attribute, and statements that are needed before."""
        if attribute in self.found.lazy:
            return self._property(attribute)
        if attribute in self.found.properties:
            given = self._plain_property(attribute)
            return (given or cst.Call(cst.Name(self.function(attribute)))), []
        if attribute in self.found.methods:
            return cst.Name(self.function(attribute)), []
        if attribute in self.found.constants and attribute not in self.around.set_at_all:
            return cst.Name(self._shared.constant(attribute)), []
        if attribute in self.around.words:
            return self.around.words[attribute], []
        if attribute not in self._attributes:
            if attribute not in self.around.set_at_all:
                raise StaysError(f"nothing of it sets {attribute}")
            self._attributes[attribute] = cst.Name(self._fresh(attribute))
        return self._attributes[attribute], []

    def function(self, method: str) -> str:
        """Give the name of the function that a method becomes."""
        if method in self._shared.plain:
            return self._shared.function(method)
        if method not in self.functions:
            self.functions[method] = self._fresh(method)
        return self.functions[method]

    def without_sessions(self, method: str, call: cst.Call) -> cst.Call:
        """Give a call of a method without the Sessions that it is given."""
        dropped = self.around.dropped.get(method)
        if method in self.inlined or not dropped:
            return call
        node = self.found.methods[method]
        names = [each.name.value for each in node.params.params][1 if owner_of(node) else 0 :]
        words = [
            each.keyword.value if each.keyword else "".join(names[at : at + 1]) for at, each in enumerate(call.args)
        ]
        args = [each for word, each in zip(words, call.args, strict=True) if word not in dropped]
        if args:
            args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
        return call.with_changes(args=args)

    def _fresh(self, name: str) -> str:
        own = f"{self.made.name}_{name.strip('_')}"
        return self._namer.fresh(own) if self._several else self._namer.fresh(name, own)

    def _local(self, name: str, method: str) -> str:
        name = first_name(name)
        if not name.strip("_"):
            return name
        whose = self.made.name if method == "__init__" else method.strip("_")
        return self._namer.fresh(f"{self.made.name}_{name}" if self._several else name, f"{name.strip('_')}_of_{whose}")

    # Methods where they are called.

    def _stand(self, method: str, arguments: Arguments, target: cst.BaseExpression | None, body: Body = ()) -> Body:  # type: ignore[assignment]
        owner = owner_of(self.found.methods[method])
        body = list(body or self.around.bodies[method])
        lead: Sequence[cst.EmptyLine] = ()
        if body and is_text(body[0]):
            lead, body = as_comments(body[0]), body[1:]
        bound = {name for each in body for name in binds(each)}
        literals = {name: constant(each) for name, each in arguments.items() if name not in bound}
        known: dict[str, object] = {name: value[0] for name, value in literals.items() if value is not None}
        known |= {f"{owner}.{each}": value for each, value in self.around.known.items()}
        body = versioned(self._undeclared(folded(body, known), owner))
        if not ends_well(body):
            raise StaysError(f"{method} returns before its end")
        names, before = self._names(method, body, arguments, target)
        rewrite = Rewrite(self, owner, names, returns=True, target=target, inlines=True)
        block = cst.Module(body).visit(rewrite)  # type: ignore[arg-type]
        assert isinstance(block, cst.Module)
        made = [*before, *(each for each in block.body if isinstance(each, cst.BaseStatement))]
        return [with_lead(made[0], lead), *made[1:]] if made and lead else made

    def _undeclared(self, body: Body, owner: str) -> Body:
        """Statements but for ``self.loss = None`` of what is set elsewhere."""
        found = []
        for each in body:
            pair = assigned(each)
            name = dotted(pair[0]) if pair is not None else ""
            attribute = name.removeprefix(f"{owner}.")
            if pair is None or name == attribute or code(pair[1]) != "None" or not self._is_set_straight(attribute):
                found.append(each)
        return found

    def _is_set_straight(self, attribute: str) -> bool:
        """Whether an attribute is set where the object is made or a method stands, and not to None."""
        for name in {"__init__", *self.found.lazy, *self.inlined} & set(self.around.bodies):
            owner = owner_of(self.found.methods[name])
            for each in self.around.bodies[name]:
                for line in walk(each):
                    small = only(line)
                    if not isinstance(small, cst.Assign) or code(small.value) == "None":
                        continue
                    if f"{owner}.{attribute}" in {code(one) for t in small.targets for one in _targets(t.target)}:
                        return True
        return False

    def _names(
        self, method: str, body: Body, arguments: Arguments, target: cst.BaseExpression | None
    ) -> tuple[dict[str, cst.BaseExpression], Body]:
        """What the names of a method become where it stands, and the statements that make them so."""
        owner = owner_of(self.found.methods[method])
        bound = {name: None for each in body for name in binds(each)}
        merged = merged_names(body, owner, self.around.times, set(arguments))
        used = {each.value for one in body for each in walk(one) if isinstance(each, cst.Name)}
        names: dict[str, cst.BaseExpression] = {}
        before: Body = []
        for name, value in arguments.items():
            attribute = merged.get(name, "")
            if name not in used:
                continue
            if attribute in self.around.words:
                names[name] = value
                continue
            if attribute and attribute not in self._attributes and self._is_alias(value) and name not in bound:
                self._attributes[attribute] = value
                names[name] = value
            elif not attribute and name not in bound and _is_plain(value, method):
                names[name] = value
            else:
                names[name] = self.asked(attribute)[0] if attribute else cst.Name(self._local(name, method))
                before += statements(f"{code(names[name])} = {code(value)}")
        for name in bound:
            if name not in arguments:
                names[name] = self.asked(merged[name])[0] if name in merged else cst.Name(self._local(name, method))
        _give(names, body, target, set(bound) - set(arguments) - set(merged))
        return names, before

    def _is_alias(self, value: cst.BaseExpression) -> bool:
        """Whether an attribute may be the name that it is given, which is given a value once and hidden nowhere."""
        if not isinstance(value, cst.Name) or value.value in ("True", "False", "None"):
            return False
        name = value.value
        if BETWEEN in name or is_session(value):
            return True
        scope = self.made.scope
        body = list(scope.body) if isinstance(scope, cst.Module) else lines_of(scope)
        times = sum(name in binds(each) for each in body)
        own = isinstance(scope, cst.FunctionDef) and name in parameters(scope.params)
        hidden = any(
            name in binds(each.body) or name in parameters(each.params)
            for method, each in self.found.methods.items()
            if method not in self.inlined
        )
        return times + own <= 1 and not hidden

    # Properties.

    def _property(self, name: str) -> tuple[cst.BaseExpression, Body]:
        """Give what stands for a property that is computed once, and the statements that compute it, the first time."""
        if name in self._expanded:
            return self._expanded[name], []
        attribute, body = kept_in(self.around.bodies[name], owner_of(self.found.methods[name]))
        made = self._attributes.setdefault(attribute or name, cst.Name(self._fresh(name)))
        self._expanded[name] = made
        return made, self._stand(name, {}, made, body)

    def is_attribute(self, name: str) -> bool:
        """Whether a property gives an attribute back."""
        return self._plain_property(name) is not None

    def _plain_property(self, name: str) -> cst.BaseExpression | None:
        """Give what a property gives back where that is an attribute."""
        body = [each for each in self.around.bodies[name] if not is_text(each)]
        small = only(body[0]) if len(body) == 1 else None
        if not isinstance(small, cst.Return) or not isinstance(small.value, cst.Attribute):
            return None
        owned = dotted(small.value.value) == owner_of(self.found.methods[name])
        return self.asked(small.value.attr.value)[0] if owned else None


def _give(names: dict[str, cst.BaseExpression], body: Body, target: cst.BaseExpression | None, local: set[str]) -> None:
    """What a method gives back has the name that its caller has for it."""
    last: cst.CSTNode | None = body[-1] if body else None
    while isinstance(last, cst.With):
        last = last.body.body[-1]
    small = only(last) if last is not None else None
    if target is None or not isinstance(small, cst.Return) or small.value is None:
        return
    named: set[str] = set()
    for left, right in pairs(target, small.value):
        name = dotted(right)
        if isinstance(left, cst.Name) and name in local - named and BETWEEN in left.value:
            named.add(name)
            names[name] = left


def _is_plain(value: cst.BaseExpression, method: str) -> bool:
    """Whether a parameter may be what it is given: a name, a word, and a number where no object is made of it."""
    if isinstance(value, cst.Name | cst.SimpleString):
        return True
    return constant(value) is not None and method != "__init__"


def _targets(target: cst.BaseExpression) -> list[cst.BaseExpression]:
    if isinstance(target, cst.Tuple | cst.List):
        return [one for element in target.elements for one in _targets(element.value)]
    return [target]
