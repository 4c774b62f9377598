"""Words of the command line without which a script ends: arguments and options that are required, and sys.argv."""

import ast
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from harness.diagnose.sources.text.names import dotted
from harness.survey.answers import Need, Wanting
from harness.survey.needs.course import Course, options_of, words_of
from harness.survey.needs.reading import Place, Reading

_OPTIONAL = ("?", "*")
_SET_BY_ITSELF = ("help", "version", "store_true", "store_false", "store_const", "count", "append_const")
# What fails where it is given None.
_NEVER_NONE = frozenset(["range", "open", "int", "float", "os.path.join", "os.listdir", "len", "os.makedirs"])
_ENDS = ("exit", "sys.exit", "quit", "os._exit")


@dataclass(frozen=True)
class _Word:
    """What has to be given: its ``name`` as a person says it, as one writes it, and the line that says so."""

    name: str
    written: str
    line: int


def argument_needs(reading: Reading, course: Course) -> Iterator[Need]:
    """Give all that a text wants behind its name, as one need."""
    found = [*_of_argparse(reading, course), *_of_flags(reading, course), *_of_click(reading), *_of_fire(reading)]
    found = found or [*_of_argv(reading, course)]
    words = {word.name: word for word in sorted(found, key=lambda word: word.line)}
    if words:
        written = " ".join(word.written for word in words.values())
        first = next(iter(words.values())).line
        yield Need(Wanting.ARGUMENTS, ", ".join(words), first, f'--args "{written}"')


def _of_argparse(reading: Reading, course: Course) -> Iterator[_Word]:
    if not any(_reads_the_command_line(reading, call) and course.is_certain(place) for call, place in reading.calls):
        return
    for call, place in reading.calls:
        if not _is_of_the_parser(reading, call) or not course.is_certain(place):
            continue
        names = words_of(call)
        named = {word.arg: word.value for word in call.keywords}
        action, nargs, required = (_constant(named.get(each)) for each in ("action", "nargs", "required"))
        if action in _SET_BY_ITSELF and required is not True:
            continue
        options = [each for each in names if each.startswith("-")]
        if options and required is True:
            name = next((each for each in options if each.startswith("--")), options[0])
            yield _Word(name, f"{name} ...", call.lineno)
        elif names and not options and nargs not in _OPTIONAL and not _rest(named.get("nargs")):
            shown = _constant(named.get("metavar"))
            name = shown if isinstance(shown, str) else names[0]
            yield _Word(name, name.upper(), call.lineno)


def _rest(nargs: ast.expr | None) -> bool:
    return isinstance(nargs, ast.Attribute) or _constant(nargs) in ("...", 0)


def _reads_the_command_line(reading: Reading, call: ast.Call) -> bool:
    last = reading.name(call).rpartition(".")[2]
    if last not in ("parse_args", "parse_known_args"):
        return False
    words = call.args[0] if call.args else next((each.value for each in call.keywords if each.arg == "args"), None)
    return words is None or _constant(words, missing="") is None or "argv" in ast.unparse(words)


def _is_of_the_parser(reading: Reading, call: ast.Call) -> bool:
    """Whether a call defines an argument that every way to start the script has, not that of one command among many."""
    if not (isinstance(call.func, ast.Attribute) and call.func.attr == "add_argument"):
        return False
    owner = call.func.value
    if not isinstance(owner, ast.Name):
        return False
    made = [each.value for (_, name), bound in reading.bindings.items() if name == owner.id for each in bound]
    makers = [dotted(value.func, {}) for value in made if isinstance(value, ast.Call)]
    if any(maker.endswith(("add_parser", "add_mutually_exclusive_group")) for maker in makers):
        return False
    return not any(isinstance(each, ast.Constant) and each.value == "-h" for each in call.args)


def _of_flags(reading: Reading, course: Course) -> Iterator[_Word]:
    """Flags that are marked as required, and options without a default whose value is used at once."""
    defined = {}
    for call, place in reading.calls:
        name = reading.name(call).rpartition(".")[2]
        if not course.is_certain(place):
            continue
        if name.startswith("mark_flag") and name.endswith("as_required") and call.args:
            first = call.args[0]
            for each in first.elts if isinstance(first, ast.List | ast.Tuple) else [first]:
                if isinstance(_constant(each), str):
                    yield _flag(str(_constant(each)), call.lineno)
        if name.startswith("DEFINE_") and words_of(call):
            defined[words_of(call)[0]] = call
            if any(word.arg == "required" and _constant(word.value) is True for word in call.keywords):
                yield _flag(words_of(call)[0], call.lineno)
    defaults = options_of([reading])
    unset = {name for name, default in defaults.items() if default is None or _constant(default, missing=0) is None}
    yield from (_flag(name, line) for name, line in _used_at_once(reading, course, unset) if name in defined)
    yield from (_flag(name, line) for name, line in _asked_for(reading, course, unset))


def _flag(name: str, line: int) -> _Word:
    return _Word(f"--{name}", f"--{name} ...", line)


def _used_at_once(reading: Reading, course: Course, unset: set[str]) -> Iterator[tuple[str, int]]:
    for call, place in reading.calls:
        if reading.name(call) in _NEVER_NONE and course.is_certain(place) and not place.catches("TypeError"):
            for each in call.args:
                name = _option(each)
                if name in unset and not _is_set(reading, name):
                    yield name, each.lineno


def _asked_for(reading: Reading, course: Course, unset: set[str]) -> Iterator[tuple[str, int]]:
    """``if not FLAGS.data: raise ValueError(...)``."""
    for node, place in reading.others:
        if not isinstance(node, ast.If) or node.orelse or not course.is_certain(place):
            continue
        match node.test:
            case ast.UnaryOp(op=ast.Not(), operand=asked):
                name = _option(asked)
            case ast.Compare(left=asked, ops=[ast.Is()], comparators=[ast.Constant(value=None)]):
                name = _option(asked)
            case _:
                continue
        if name in unset and _ends(node.body[-1]):
            yield name, node.lineno


def _ends(statement: ast.stmt) -> bool:
    if isinstance(statement, ast.Raise):
        return True
    called = statement.value if isinstance(statement, ast.Expr) else None
    name = dotted(called.func, {}) if isinstance(called, ast.Call) else ""
    return name in _ENDS or name.endswith("parser.error")


def _option(node: ast.expr) -> str:
    if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
        owner = dotted(node.value, {})
        return node.attr if owner.rpartition(".")[2] in ("FLAGS", "args", "flags", "opt", "opts", "options") else ""
    return ""


def _is_set(reading: Reading, name: str) -> bool:
    """Whether a script gives an option a value itself."""
    return any(
        isinstance(target, ast.Attribute) and target.attr == name
        for node, _ in reading.others
        if isinstance(node, ast.Assign)
        for target in node.targets
    )


def _of_click(reading: Reading) -> Iterator[_Word]:
    for call, _ in reading.calls:
        name, words = reading.name(call), words_of(call)
        named = {word.arg: word.value for word in call.keywords}
        required = _constant(named.get("required"))
        if name == "click.argument" and words and required is not False and not {"default", "nargs"} & set(named):
            yield _Word(words[0], words[0].upper(), call.lineno)
        elif name == "click.option" and words and required is True and "default" not in named:
            long = next((each for each in words if each.startswith("--")), words[0])
            yield _Word(long, f"{long} ...", call.lineno)


def _of_fire(reading: Reading) -> Iterator[_Word]:
    for call, _ in reading.calls:
        first = call.args[0] if reading.name(call) == "fire.Fire" and call.args else None
        function = reading.functions.get(first.id) if isinstance(first, ast.Name) else None
        if function is not None:
            plain = function.args.args
            for each in plain[: len(plain) - len(function.args.defaults)]:
                yield _Word(f"--{each.arg}", f"--{each.arg} ...", function.lineno)


def _of_argv(reading: Reading, course: Course) -> Iterator[_Word]:
    if any(_sets_argv(node) for node, _ in reading.others):
        return
    for node, place in reading.others:
        if place.catches("IndexError", "ValueError", "LookupError") or not _is_free(place, course):
            continue
        match node:
            case ast.Subscript(value=value, slice=ast.Constant(value=int(number)), ctx=ast.Load()):
                if _is_argv(value, reading.aliases):
                    yield from (_positional(each, node.lineno) for each in range(1, number + 1))
            case ast.Assign(targets=[ast.Tuple(elts=names)], value=value) if _is_argv(value, reading.aliases):
                yield from (_positional(each, node.lineno) for each in range(1, len(names)))
            case _:
                continue


def _positional(number: int, line: int) -> _Word:
    return _Word(f"sys.argv[{number}]", f"WORD{number}", line)


def _is_free(place: Place, course: Course) -> bool:
    """Whether nothing has asked how many words there are."""
    return course.is_certain(place) and not any("argv" in ast.unparse(test) for test, _ in place.tests)


def _is_argv(node: ast.expr, aliases: Mapping[str, str]) -> bool:
    return dotted(node, aliases) == "sys.argv"


def _sets_argv(node: ast.AST) -> bool:
    return isinstance(node, ast.Assign) and any(dotted(target, {}) == "sys.argv" for target in node.targets)


def _constant(node: ast.expr | None, missing: object = None) -> object:
    return node.value if isinstance(node, ast.Constant) else missing
