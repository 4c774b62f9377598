"""What holds for a whole script: its imports, its functions, the names it feeds, names that are free."""

import itertools
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

import libcst as cst

from harness.porting.eager.estimators import graph_functions
from harness.porting.eager.feeds import keys_in, only_feeds
from harness.porting.eager.flatten import Scopes
from harness.porting.eager.helpers import Does, Helper, graph_count, helpers_of
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.names import names_in_target
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, assigned, calls, code, dotted, walk


@dataclass
class Script:
    """A script while it is rewritten. ``marks`` are reasons by statement; ``changes`` are what was done, in words;
    ``known`` are names of tensors that no run is needed for; ``graphs`` are functions that go on building a graph,
    ``tf1`` is the name of TF1's module in them."""

    module: cst.Module
    aliases: Aliases
    tf: str
    helpers: dict[str, Helper]
    fed: frozenset[str]
    taken: set[str]
    initializers: frozenset[str]
    graphs: frozenset[str] = frozenset()
    graph_count: int = 1
    bound: frozenset[str] = frozenset()
    sessions: set[str] = field(default_factory=set)
    changes: dict[str, None] = field(default_factory=dict)
    numbers: "itertools.count[int]" = field(default_factory=itertools.count)
    used: set[str] = field(default_factory=set)
    scopes: Scopes = field(default_factory=dict)
    scope: str = ""
    made: list[tuple[str, str, str]] = field(default_factory=list)
    saved: set[str] = field(default_factory=set)
    named: dict[tuple[str, str], str] = field(default_factory=dict)
    chosen: dict[str, str] = field(default_factory=dict)
    loops: set[str] = field(default_factory=set)
    updates: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)
    supplied: set[str] = field(default_factory=set)
    factories: dict[str, cst.FunctionDef] = field(default_factory=dict)
    runs: dict[str, tuple[str, ...]] = field(default_factory=dict)
    shared: dict[str, str] = field(default_factory=dict)
    renamed: dict[str, str] = field(default_factory=dict)
    seeds: frozenset[str] = frozenset()
    graph_seed: str = ""
    seeded: bool = False
    tf1: str = ""
    lost: bool = False
    stay: dict[str, str] = field(default_factory=dict)

    def apart(self) -> "Script":
        """Give a script of the same text, in which nothing done changes this one."""
        return replace(
            self,
            taken=set(self.taken),
            sessions=set(self.sessions),
            changes=dict(self.changes),
            numbers=itertools.count(),
            used=set(self.used),
            updates=set(self.updates),
            supplied=set(self.supplied),
            factories=dict(self.factories),
            runs=dict(self.runs),
            shared=dict(self.shared),
            renamed=dict(self.renamed),
            loops=set(self.loops),
            known=set(self.known),
            made=list(self.made),
            named=dict(self.named),
            saved=set(self.saved),
            chosen=dict(self.chosen),
        )

    def name(self, wanted: str) -> str:
        """Give a name that nothing else has, as close to the wanted one as can be."""
        chosen = wanted
        for number in itertools.count(2):
            if chosen not in self.taken:
                break
            chosen = f"{wanted}_{number}"
        self.taken.add(chosen)
        return chosen

    def other_name(self, name: str) -> str:
        """Have what the script calls so stand for something else from here on, also where it did so before, and give
        the new name of that."""
        first = next((old for old, now in self.renamed.items() if now == name), name)
        self.renamed[first] = self.name(first)
        return self.renamed[first]

    def piece(self, name: str) -> str:
        """Give the name of what a draft brings along, another one where the script gives it to something of its own."""
        return f"{name}_of_tf1" if name in self.bound else name

    def done(self, what: str) -> None:
        """Note what was rewritten."""
        self.changes[what] = None

    def helper(self, name: str, things: dict[str, Thing]) -> Kind:
        """Give what a call of a function of the script gives by itself."""
        found = self.helpers.get(name)
        if found is None:
            return Kind.HOST
        if found.does is Does.GIVES_VARIABLE:
            return Kind.VARIABLE
        if found.does is Does.MAKES_LAYER:
            return Kind.TENSOR
        asked = {
            each
            for each in found.captures
            if each in things and things[each].kind in (Kind.INPUT, Kind.TENSOR, Kind.VARIABLE)
        }
        if only_feeds(found.node, things):
            asked -= set(keys_in(found.node))
        return Kind.TENSOR if found.does is Does.COMPUTES and asked else Kind.HOST


def script_of(module: cst.Module, aliases: Aliases, written: Collection[str] = ()) -> Script:
    """Look at a whole script. ``written`` are names of functions that may stand in others."""
    functions = [each for each in module.body if isinstance(each, cst.FunctionDef)]
    functions += [
        each
        for each in walk(module)
        if isinstance(each, cst.FunctionDef) and each.name.value in written and each not in functions
    ]
    tf = next((local for local, name in aliases.items() if name in ("tf", "tf.compat.v1")), "tf")
    taken = {node.value for node in walk(module) if isinstance(node, cst.Name)}
    script = Script(module, aliases, tf, helpers_of(functions, aliases), _fed(module), taken, _initializers(module))
    script.seeds, script.graph_seed = _seeds(module, aliases)
    script.bound = frozenset(_bound(module))
    script.graphs, script.graph_count = graph_functions(module, aliases), graph_count(module, aliases)
    return script


def _bound(module: cst.Module) -> Iterable[str]:
    """The names that a script gives to something of its own, in any scope."""
    for node in walk(module):
        if isinstance(node, cst.AssignTarget):
            yield from names_in_target(node.target)
        elif isinstance(node, cst.FunctionDef | cst.ClassDef):
            yield node.name.value


def _seeds(module: cst.Module, aliases: Aliases) -> tuple[frozenset[str], str]:
    """The seeds that several draws have, and that of the graph."""
    counted: Counter[str] = Counter()
    graph = ""
    for call in calls(module):
        seed = argument(call, "seed")
        if called(call, aliases) in ("tf.set_random_seed", "tf.random.set_random_seed"):
            graph = code(call.args[0].value) if call.args else ""
        elif seed is not None and isinstance(seed, cst.Integer):
            counted[code(seed)] += 1
    return frozenset(seed for seed, number in counted.items() if number > 1), graph


def _fed(module: cst.Module) -> frozenset[str]:
    """The names that are keys of dictionaries, or are set in such: what may be fed."""
    keys: list[cst.BaseExpression] = []
    for node in walk(module):
        if isinstance(node, cst.DictElement):
            keys.append(node.key)
        elif isinstance(node, cst.AssignTarget) and isinstance(node.target, cst.Subscript):
            keys.extend(_indices(node.target))
    return frozenset(name for name in map(dotted, keys) if name)


def _indices(node: cst.Subscript) -> Iterable[cst.BaseExpression]:
    return (each.slice.value for each in node.slice if isinstance(each.slice, cst.Index))


def _initializers(module: cst.Module) -> frozenset[str]:
    """The names that stand for initializers, and those of functions, with ``()`` behind them, that give one."""
    found = {f"{node.name.value}()" for node in walk(module) if isinstance(node, cst.FunctionDef) and _gives_one(node)}
    for node in walk(module):
        pair = assigned(node)
        name = dotted(pair[1].func) if pair is not None and isinstance(pair[1], cst.Call) else ""
        other = "variables_initializer" in name or "all_variables" in name
        if pair is not None and "initializer" in name.lower() and not other:
            found.add(dotted(pair[0]))
    return frozenset(found)


def _gives_one(function: cst.FunctionDef) -> bool:
    """Whether all that a function gives back are initializers of TensorFlow."""
    given = [node.value for node in walk(function.body) if isinstance(node, cst.Return)]
    names = [dotted(value.func) if isinstance(value, cst.Call) else "" for value in given]
    return bool(names) and all("." in name and name.endswith(("_initializer", "Initializer")) for name in names)
