"""What is known of a class where one of its objects is made: arguments, branches, which method stands where."""

import ast
from collections import Counter
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.classes.calls import Body, Use, inlined_methods, lines_of, uses_in
from harness.porting.eager.classes.known import constant, folded
from harness.porting.eager.classes.objects import Object
from harness.porting.eager.classes.read import ClassOf, StaysError, attributes_set, owner_of
from harness.porting.eager.names import binds
from harness.porting.eager.resolve import Aliases
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, walk

_SESSIONS = ("sess", "session", "_sess", "_session")
Arguments = dict[str, cst.BaseExpression]


@dataclass(frozen=True)
class Circumstances:
    """``arguments`` are those of ``__init__``; ``known`` are values of attributes, ``words`` those that are texts;
    ``bodies`` the statements of methods without branches that are never run; ``times`` is how often each attribute is
    set, but for ``self.x = None``, ``set_at_all`` with it; ``dropped`` are the parameters of methods that are always
    given Sessions, ``handed`` those of functions that are handed the object."""

    arguments: Arguments
    known: dict[str, object]
    words: Arguments
    bodies: dict[str, Body]
    uses: list[Use]
    inlined: frozenset[str]
    times: Counter[str]
    set_at_all: frozenset[str]
    dropped: dict[str, frozenset[str]]
    handed: dict[str, frozenset[str]]


def circumstances(found: ClassOf, made: Object, aliases: Aliases, plain: set[str]) -> Circumstances:
    """Look at an object of a class. Raises StaysError for a call that does not fit."""
    arguments = bound_to(found, "__init__", made.call) if "__init__" in found.methods else {}
    if "__init__" not in found.methods and made.call.args:
        raise StaysError("it is made with arguments, and has no __init__")
    methods = [(node, owner_of(node)) for node in found.methods.values()]
    contexts = [*methods, (made.scope, made.name), *made.given]
    settings = [name for node, owner in contexts if owner for name in attributes_set(node, owner)]
    declared = [name for node, owner in methods for name in _declared(node, owner)]
    times = Counter(settings)
    times.subtract(declared)
    literals = _known(found, arguments, Counter(settings))
    known = {name: ast.literal_eval(code(value)) for name, value in literals.items()}
    words: Arguments = {name: value for name, value in literals.items() if isinstance(value, cst.SimpleString)}
    bodies = {name: _folded(name, node, known, arguments) for name, node in found.methods.items()}
    uses = _all_uses(found, made, bodies)
    for use in uses:
        if use.method in found.own and not use.alone:
            raise StaysError(f"what {use.method} gives, the object itself, is used")
    inlined = inlined_methods(found, bodies, uses, aliases) - plain
    dropped = {name: frozenset(_session_parameters(node, name, uses)) for name, node in found.methods.items()}
    handed = {node.name.value: frozenset(_sessions_handed(node, made)) for node, _ in made.given}
    return Circumstances(
        arguments, known, words, bodies, uses, frozenset(inlined), times, frozenset(settings), dropped, handed
    )


def bound_to(found: ClassOf, method: str, call: cst.Call) -> Arguments:
    """Give the arguments of a call by the names of a method's parameters, with those that have a default. Raises
    StaysError for one that does not say them one by one."""
    node = found.methods[method]
    params = [*node.params.posonly_params, *node.params.params][1 if owner_of(node) else 0 :]
    if isinstance(node.params.star_arg, cst.Param) or node.params.star_kwarg is not None:
        raise StaysError(f"{method} takes any arguments")
    given: Arguments = {}
    for each in (*params, *node.params.kwonly_params):
        if each.default is not None:
            given[each.name.value] = each.default
    for place, arg in enumerate(call.args):
        if arg.star:
            raise StaysError(f"{method} is called with arguments that a name holds")
        if arg.keyword is None and place >= len(params):
            raise StaysError(f"{method} is called with more arguments than it takes")
        given[arg.keyword.value if arg.keyword else params[place].name.value] = arg.value
    missing = [each.name.value for each in params if each.name.value not in given]
    if missing:
        raise StaysError(f"{method} is called without {missing[0]}")
    # In the order of the parameters.
    return {each.name.value: given[each.name.value] for each in (*params, *node.params.kwonly_params)}


def _declared(node: cst.FunctionDef, owner: str) -> list[str]:
    """Attributes that are set to None, which says that they are there."""
    pairs = [pair for line in walk(node.body) if (pair := assigned(line)) is not None]
    names = [dotted(target) for target, value in pairs if code(value) == "None"]
    return [name.removeprefix(f"{owner}.") for name in names if owner and name.startswith(f"{owner}.")]


def _known(found: ClassOf, arguments: Arguments, times: Counter[str]) -> Arguments:
    """Values of attributes that are set once, to a literal."""
    known: Arguments = {}
    for name, node in found.methods.items():
        owner = owner_of(node)
        for line in walk(node.body):
            pair = assigned(line)
            if pair is None or not owner or not dotted(pair[0]).startswith(f"{owner}."):
                continue
            attribute = dotted(pair[0]).removeprefix(f"{owner}.")
            value = pair[1]
            given = dotted(value)
            if name == "__init__" and given in arguments and given not in binds(node.body):
                value = arguments[given]
            if constant(value) is not None and times[attribute] == 1:
                known[attribute] = value
    return known


def _folded(name: str, node: cst.FunctionDef, known: dict[str, object], arguments: Arguments) -> Body:
    own: dict[str, object] = {f"{owner_of(node)}.{each}": value for each, value in known.items()}
    if name == "__init__":
        rebound = set(binds(node.body))
        literals = {each: constant(value) for each, value in arguments.items() if each not in rebound}
        own |= {each: value[0] for each, value in literals.items() if value is not None}
    return folded(lines_of(node), own)


def _all_uses(found: ClassOf, made: Object, bodies: dict[str, Body]) -> list[Use]:
    uses: list[Use] = []
    for name, body in bodies.items():
        uses += uses_in(body, owner_of(found.methods[name]), found, name)
    scope = made.scope
    body = list(scope.body) if isinstance(scope, cst.Module) else lines_of(scope)
    uses += uses_in(body, made.name, found, "", branches=False)
    for function, owner in made.given:
        uses += uses_in(lines_of(function), owner, found, f"{function.name.value}()")
    return uses


def _session_parameters(node: cst.FunctionDef, method: str, uses: list[Use]) -> set[str]:
    """Parameters of a method that every call gives a Session."""
    names = [each.name.value for each in node.params.params]
    found = set()
    for name in set(names) & set(_SESSIONS):
        place = names.index(name) - (1 if owner_of(node) else 0)
        own = [each for each in uses if each.method == method]
        given = [argument(each.call, name, place) if each.call else None for each in own]
        if own and all(each is None or is_session(each) for each in given):
            found.add(name)
    return found


def _sessions_handed(node: cst.FunctionDef, made: Object) -> set[str]:
    """Parameters of a function that every call gives a Session, beside an object."""
    names = [each.name.value for each in node.params.params]
    scopes = [made.scope, *(each for each, _ in made.given)]
    handing = [each for scope in scopes for each in calls(scope) if dotted(each.func) == node.name.value]
    return {
        name
        for name in set(names) & set(_SESSIONS)
        if all((given := argument(each, name, names.index(name))) is None or is_session(given) for each in handing)
    }


def is_session(node: cst.BaseExpression) -> bool:
    """Whether an expression is a Session by its name."""
    return dotted(node).rpartition(".")[2] in _SESSIONS
