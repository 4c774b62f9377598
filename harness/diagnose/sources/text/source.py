"""Source: what a script's text says, without running it: its calls, names and numbers."""

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

from harness.diagnose.sources.text.names import aliases_of, constants_of, dotted, words_of
from harness.diagnose.sources.text.syntax import tree_of

# Other ways to the same API: `tf.compat.v1.train.AdamOptimizer` is `tf.train.AdamOptimizer`.
_WAYS = re.compile(r"^tensorflow\.(?:compat\.v[12]\.)*(?:python\.)?|^tf_keras\.(?=\w)")
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


@dataclass(frozen=True)
class Call:
    """A call in a script.

    ``name`` has its import aliases resolved: ``tensorflow.compat.v1.train.AdamOptimizer``; a method of what another
    call gives is ``tensorflow.compat.v1.train.AdamOptimizer().minimize``. ``arguments`` and ``keywords`` are texts.
    ``function`` is the innermost function it stands in, empty outside. ``loops`` are the lines of the loops that repeat
    it, the outermost first: those around it, and those around the calls of its function.
    """

    name: str
    line: int
    arguments: tuple[str, ...]
    keywords: Mapping[str, str]
    function: str
    loops: tuple[int, ...]

    @property
    def api(self) -> str:
        """The name in TensorFlow, the same for each way to it: ``train.AdamOptimizer``, ``keras.optimizers.SGD``; for
        what is not TensorFlow's the name as it is."""
        return api_name(self.name)

    @property
    def method(self) -> str:
        """The last part of the name."""
        return self.name.rpartition(".")[2]

    def argument(self, position: int, keyword: str) -> str | None:
        """Give an argument's text, by its place or its keyword; None where it is left to its default."""
        if keyword in self.keywords:
            return self.keywords[keyword]
        return self.arguments[position] if position < len(self.arguments) else None


@dataclass(frozen=True)
class NumberAt:
    """A number that stands in a script, with its sign; ``whole`` for one that is written as an integer."""

    value: float
    line: int
    whole: bool


@dataclass(frozen=True)
class NameAt:
    """A dotted name in a script, called or not, with its import aliases resolved: ``tensorflow.float64``."""

    name: str
    line: int

    @property
    def api(self) -> str:
        """The name in TensorFlow, the same for each way to it: ``float64``."""
        return api_name(self.name)


@dataclass(frozen=True)
class FunctionAt:
    """A function that a script defines; ``decorators`` are dotted names, a decorator's arguments left out."""

    name: str
    line: int
    last_line: int
    decorators: tuple[str, ...]

    @property
    def traced(self) -> bool:
        """Whether it is a ``tf.function``."""
        return any(api_name(name) == "function" for name in self.decorators)


@dataclass(frozen=True)
class Source:
    """What a script's text says. All of it is empty, and ``parsed`` False, for a text that is not today's Python.

    ``constants`` are the texts of the numbers that names stand for: those that are set once, and to a number. ``words``
    are how often each name, attribute or text stands in it, whatever it is used for, but for what is set to an alias.
    """

    parsed: bool = False
    calls: tuple[Call, ...] = ()
    names: tuple[NameAt, ...] = ()
    numbers: tuple[NumberAt, ...] = ()
    functions: tuple[FunctionAt, ...] = ()
    constants: Mapping[str, str] = field(default_factory=dict)
    words: Mapping[str, int] = field(default_factory=dict)

    def calls_of(self, *apis: str) -> tuple[Call, ...]:
        """Give the calls of these names of TensorFlow, as ``Call.api`` has them, in the order of lines."""
        return tuple(call for call in self.calls if call.api in apis)

    def has_name(self, *apis: str) -> bool:
        """Whether one of these names of TensorFlow stands in the script, called or not."""
        return any(name.api in apis for name in self.names)

    @property
    def builds_graph(self) -> bool:
        """Whether it is written for a Session."""
        graph = ("Session", "InteractiveSession", "disable_v2_behavior", "disable_eager_execution")
        return self.has_name(*graph, "train.MonitoredSession", "train.MonitoredTrainingSession")


def line_with_keyword(text: str, keyword: str, method: str = "") -> int:
    """Give the line of the first call of a script that is given a keyword, of a method where one is named; 0 for
    none."""
    calls = (call for call in read_source(text).calls if not method or call.method == method)
    return next((call.line for call in calls if keyword in call.keywords), 0)


@lru_cache(maxsize=64)
def read_source(text: str) -> Source:
    """Read a script. Its text is not run; what does not parse gives an empty Source, so does the text of a log's side,
    which has none."""
    if not text.strip():
        return Source()
    tree = tree_of(text)
    if tree is None:
        return Source()
    aliases = aliases_of(tree)
    found = list(_walk(tree, aliases, "", ()))
    loops = _loops_of_functions(found)
    return Source(
        parsed=True,
        calls=tuple(_with_loops(call, loops) for call in sorted(found, key=lambda call: call.line)),
        names=tuple(sorted(_names(tree, aliases), key=lambda name: name.line)),
        numbers=tuple(sorted(_numbers(tree), key=lambda number: number.line)),
        functions=tuple(_functions(tree, aliases)),
        constants=constants_of(tree),
        words=words_of(tree, aliases),
    )


def api_name(name: str) -> str:
    """Give a dotted name as TensorFlow's own part of it: ``keras.optimizers.SGD`` for ``tensorflow.keras.…``,
    ``tensorflow.compat.v1.keras.…`` and ``keras.…``."""
    return _WAYS.sub(lambda way: "keras." if way[0].startswith("tf_keras") else "", name)


def _walk(node: ast.AST, aliases: Mapping[str, str], function: str, loops: tuple[int, ...]) -> Iterator[Call]:
    """All calls below a node, with the loops of their own function only."""
    if isinstance(node, ast.Call):
        name = dotted(node.func, aliases)
        if name:
            keywords = {word.arg: ast.unparse(word.value) for word in node.keywords if word.arg}
            yield Call(name, node.lineno, tuple(map(ast.unparse, node.args)), keywords, function, loops)
    for child, repeated in _children(node):
        if isinstance(child, _FUNCTIONS):
            # What a decorator or a default calls is called where the function is made.
            for part in (*child.decorator_list, *child.args.defaults, *filter(None, child.args.kw_defaults)):
                yield from _walk(part, aliases, function, loops)
            for statement in child.body:
                yield from _walk(ast.Module([statement], []), aliases, child.name, ())
        else:
            yield from _walk(child, aliases, function, (*loops, repeated) if repeated else loops)


def _children(node: ast.AST) -> Iterator[tuple[ast.AST, int]]:
    """The nodes right below, each with the line of the loop that repeats it, 0 for none."""
    if isinstance(node, (ast.For, ast.AsyncFor)):
        yield node.iter, 0
        yield from ((child, node.lineno) for child in node.body)
        yield from ((child, 0) for child in node.orelse)
    elif isinstance(node, ast.While):
        yield node.test, node.lineno
        yield from ((child, node.lineno) for child in node.body)
        yield from ((child, 0) for child in node.orelse)
    elif isinstance(node, _COMPREHENSIONS):
        first = node.generators[0].iter
        yield first, 0
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.comprehension):
                yield from ((part, node.lineno) for part in ast.iter_child_nodes(child) if part is not first)
            else:
                yield child, node.lineno
    else:
        yield from ((child, 0) for child in ast.iter_child_nodes(node))


def _loops_of_functions(calls: list[Call]) -> Mapping[str, tuple[int, ...]]:
    """The loops that repeat each function: those around its deepest call, and so on up."""
    defined = {call.function for call in calls if call.function}

    def loops(function: str, seen: frozenset[str]) -> tuple[int, ...]:
        sites = [call for call in calls if call.method == function and call.function not in seen | {function}]
        return max(
            (loops(call.function, seen | {function}) + call.loops if call.function else call.loops for call in sites),
            key=len,
            default=(),
        )

    return {function: loops(function, frozenset()) for function in defined}


def _with_loops(call: Call, loops: Mapping[str, tuple[int, ...]]) -> Call:
    outer = loops.get(call.function, ())
    return Call(call.name, call.line, call.arguments, call.keywords, call.function, outer + call.loops)


def _names(tree: ast.AST, aliases: Mapping[str, str]) -> Iterator[NameAt]:
    """Every dotted name once, whole: not ``tensorflow.keras`` within ``tensorflow.keras.optimizers``."""
    inner = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    for node in ast.walk(tree):
        if isinstance(node, (ast.Attribute, ast.Name)) and id(node) not in inner:
            name = dotted(node, aliases)
            if name:
                yield NameAt(name, node.lineno)


def _numbers(tree: ast.AST) -> Iterator[NumberAt]:
    signed = {id(node.operand): -1 for node in ast.walk(tree) if isinstance(node, ast.UnaryOp) and _is_minus(node.op)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, int | float) and not isinstance(node.value, bool):
            try:
                value = float(node.value) * signed.get(id(node), 1)
            except OverflowError:
                continue
            yield NumberAt(value, node.lineno, isinstance(node.value, int))


def _is_minus(operator: ast.unaryop) -> bool:
    return isinstance(operator, ast.USub)


def _functions(tree: ast.AST, aliases: Mapping[str, str]) -> Iterator[FunctionAt]:
    for node in ast.walk(tree):
        if isinstance(node, _FUNCTIONS):
            made_by = [dotted(it.func if isinstance(it, ast.Call) else it, aliases) for it in node.decorator_list]
            yield FunctionAt(node.name, node.lineno, node.end_lineno or node.lineno, tuple(filter(None, made_by)))
