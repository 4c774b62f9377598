"""A script of graphs and Sessions as one of eager TF2."""

from collections.abc import Mapping, Sequence

import libcst as cst

from harness.porting.draft import Aim, Draft, marks_in, with_head
from harness.porting.eager.analyse import analyse
from harness.porting.eager.bodies import BLANK
from harness.porting.eager.classes.read import is_text
from harness.porting.eager.classes.shorten import shortened
from harness.porting.eager.classes.written import NO_OBJECT, written_out
from harness.porting.eager.emit import functions_of
from harness.porting.eager.emptied import emptied, with_none
from harness.porting.eager.equals.modern import modernised
from harness.porting.eager.equals.supplied import asks_state_by_name, piece_texts
from harness.porting.eager.flatten import as_statements, flattened, rebuilt
from harness.porting.eager.graph import Region
from harness.porting.eager.helpers import runs_graph
from harness.porting.eager.kept import Kept
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.names import binds, parameters, reads
from harness.porting.eager.reading import leftovers
from harness.porting.eager.renaming import Rename
from harness.porting.eager.resolve import aliases_of, called
from harness.porting.eager.runs import has_run
from harness.porting.eager.script import Script, script_of
from harness.porting.eager.settling.by_name import with_variables_by_name
from harness.porting.eager.settling.settled import settled
from harness.porting.eager.settling.spacing import spaced
from harness.porting.eager.settling.taken_apart import Factories
from harness.porting.eager.tree import calls, code, dotted, marked, only, statements, with_lead

# Stands for a statement of which only the comments are left.
GONE_LINE = "__left_out__"
_NO_SESSION = "was a Session, of which nothing is left: leave it out here"
_TOO_EARLY = "stands in a function now, which a run calls"


def draft_eager(text: str, aim: Aim) -> Draft:
    """Draft a port of a text of Python 3 to eager TF2.

    Raises ValueError, with the line, for a text that Python does not read.
    """
    draft = to_eager(text)
    head = f"to eager TensorFlow {aim.release} by harness port --to eager"
    made = with_head(draft.text, head)
    return Draft(made, marks_in(made), draft.changes)


def to_eager(text: str) -> Draft:
    """Rewrite a script of TensorFlow 1. What is not rewritten is marked.

    Raises ValueError for a text that Python does not read.
    """
    try:
        module = spaced(cst.parse_module(text))
    except cst.ParserSyntaxError as error:
        raise ValueError(f"line {error.raw_line}: {error.message}") from None
    aliases = aliases_of(module)
    written = written_out(module, aliases)
    module, left_out = settled(written.module, aliases)
    script = script_of(module, aliases, written.names)
    named = with_variables_by_name(module, aliases, script.initializers, script.piece("variable"))
    outer = {}
    if named is not module:
        outer = {script.piece("variable"): Thing(Kind.VARIABLE)}
        module, script = named, script_of(named, aliases, written.names)
        script.supplied.add("variable")
        script.done("functions ask for their variables by name, which are made when one asks first")
    for each in left_out:
        script.done(each)
    script.stay = written.stay
    body = _region(list(module.body), outer, (), script, 0)
    changed = module.with_changes(body=body).visit(Factories(script))
    assert isinstance(changed, cst.Module)
    module = modernised(changed, script)
    if "BasicLSTMCell" in script.supplied and asks_state_by_name(script.module):
        script.supplied.add("LSTMStateTuple")
    if script.supplied or script.tf1:
        module = module.with_changes(body=_with_pieces(list(module.body), script))
    made = shortened(module.code, written.names)
    return Draft(made, marks_in(made), tuple(script.changes))


def _region(
    body: Sequence[cst.BaseStatement], outer: dict[str, Thing], around: tuple[Region, ...], script: Script, depth: int
) -> list[cst.BaseStatement]:
    """Rewrite the statements of a scope."""
    flat, footer = flattened(body, script.aliases, script.sessions, scopes=script.scopes)
    region = analyse(flat, outer, script)
    regions = (region, *around)
    kept = [[] if entry is None else _kept(entry[0], entry[1], regions, script, depth) for entry in region.entries]
    if any(isinstance(only(step.statement), cst.Return) for step in region.steps.values()):
        script.lost = True
    functions = functions_of(region, script, depth)
    found: list[cst.BaseStatement] = []
    waiting: list[cst.EmptyLine] = []
    apart = False
    for place, statement in enumerate(kept):
        for each in statement:
            if isinstance(only(each), cst.Expr) and code(only(each)) == GONE_LINE:  # type: ignore[arg-type]
                waiting.extend(getattr(each, "leading_lines", ()))
                continue
            each, waiting = with_lead(each, waiting), []
            found.append(_apart(each, depth) if apart or _follows_function(each, found) else each)
            apart = False
        for function in functions.get(place, ()):
            found.append(function)
            apart = True
    del footer
    if waiting:
        found.append(with_lead(cst.SimpleStatementLine([cst.Pass()]), waiting))
    return found


def _follows_function(statement: cst.BaseStatement, before: Sequence[cst.BaseStatement]) -> bool:
    """Whether what stood between a function and a statement is gone, empty lines and all."""
    return bool(before) and isinstance(before[-1], cst.FunctionDef) and _stands_close(statement)


def _apart(statement: cst.BaseStatement, depth: int) -> cst.BaseStatement:
    """Empty lines behind a function."""
    lines = list(getattr(statement, "leading_lines", ()))
    while lines and lines[0].comment is None:
        lines.pop(0)
    wanted = 2 if depth == 0 else 1
    return statement.with_changes(leading_lines=[*[cst.EmptyLine(indent=False)] * wanted, *lines])


def _kept(
    statement: cst.BaseStatement, things: dict[str, Thing], regions: tuple[Region, ...], script: Script, depth: int
) -> list[cst.BaseStatement]:
    region = regions[0]
    if isinstance(statement, cst.FunctionDef):
        # What stands in a function is run when all around it is there.
        things = region.things
        if statement.name.value in script.factories or statement.name.value in script.graphs:
            return [statement]
        saves = any(called(call, script.aliases) == "tf.train.Saver" for call in calls(statement))
        if saves or runs_graph(statement, script.aliases) or has_run(statement, things, script):
            return [_function(statement, things, regions, script, depth)]
    if isinstance(statement, cst.If) and _is_main(statement):
        block = statement.body
        body = _region(as_statements(block), things, regions, script, depth + 1)
        if isinstance(block, cst.IndentedBlock):
            return [statement.with_changes(body=rebuilt(block, body))]
    if isinstance(statement, cst.ClassDef) and runs_graph(statement, script.aliases):
        why = script.stay.get(statement.name.value, "")
        reason = "a graph that a class keeps in its attributes is not rewritten"
        return [marked(statement, [why, reason] if why == NO_OBJECT else [f"{reason}: {why}" if why else reason])]
    rewrite = Kept(things, regions, script, _checkpointed(things, script))
    changed = emptied(statement.visit(rewrite))  # type: ignore[arg-type]
    if not isinstance(changed, cst.BaseStatement):
        return []
    changed, nothing = with_none(changed)
    assert isinstance(changed, cst.BaseStatement)
    left = [name for name in leftovers(changed, things) if name not in script.used]
    if left and _is_print(changed, script):
        return _left_out(changed, left)
    reasons = [*rewrite.reasons, *nothing, *(f"{name} {_TOO_EARLY}" for name in left)]
    reasons += [f"{name} {_NO_SESSION}" for name in sorted(reads(changed) & script.sessions)]
    return [marked(changed, reasons)]


def _is_print(statement: cst.CSTNode, script: Script) -> bool:
    """Whether a statement prints, asserts, or calls a function of the script that does nothing else."""
    small = only(statement)
    if isinstance(small, cst.Assert):
        return True
    name = dotted(small.value.func) if isinstance(small, cst.Expr) and isinstance(small.value, cst.Call) else ""
    helper = script.helpers.get(name)
    if helper is None:
        return name == "print"
    return all(_is_print(each, script) or is_text(each) for each in as_statements(helper.node.body))


def _left_out(statement: cst.BaseStatement, names: list[str]) -> list[cst.BaseStatement]:
    """What asks for a tensor that has no value outside of a run stays as a comment."""
    reason = f"left out, for {' and '.join(names)} has no value outside of a run:"
    said = marked(statement, [" ".join([reason, *code(statement.with_changes(leading_lines=[])).split()])])
    return [said.with_changes(body=[cst.Expr(cst.Name(GONE_LINE))])]


def _is_main(statement: cst.If) -> bool:
    return isinstance(statement.test, cst.Comparison) and "__name__" in cst.Module([]).code_for_node(statement.test)


def _function(
    function: cst.FunctionDef, things: dict[str, Thing], regions: tuple[Region, ...], script: Script, depth: int
) -> cst.FunctionDef:
    own = {*parameters(function.params), *binds(function.body)}
    outer = {name: thing for name, thing in things.items() if name not in own}
    body = _region(as_statements(function.body), outer, regions, script, depth + 1)
    if script.lost:
        script.lost = False
        return _marked_whole(function)
    if isinstance(function.body, cst.IndentedBlock):
        return function.with_changes(body=rebuilt(function.body, body))
    return function.with_changes(body=cst.IndentedBlock(body))


def _marked_whole(function: cst.FunctionDef) -> cst.FunctionDef:
    made = marked(function, ["it builds a graph and gives tensors of it back: have it compute from its inputs instead"])
    assert isinstance(made, cst.FunctionDef)
    return made


def _checkpointed(things: Mapping[str, Thing], script: Script) -> str:
    """What a Saver saves, the slots of optimizers among it, as arguments by their names: in a second graph by those
    that the first has for them."""
    factories = {name for _, name, kind in script.made if kind == "factory"}
    again = {new: old for old, new in script.renamed.items() if old in things}
    again |= {name: name.rpartition("_")[0] for name, thing in things.items() if thing.kind is Kind.OPTIMIZER}
    first = {new: old for new, old in again.items() if old in things} if script.graph_count > 1 else {}
    words = {}
    for name, thing in things.items():
        if name in factories:
            words[first.get(name, name)] = f"{name}.made"
        elif thing.kind in (Kind.VARIABLE, Kind.OPTIMIZER) and name != script.piece("variable"):
            words[first.get(name, name)] = name
    return ", ".join(f"{name}={value}" for name, value in words.items())


def _with_pieces(body: list[cst.BaseStatement], script: Script) -> list[cst.BaseStatement]:
    """Put what a draft brings along behind the imports that stand before the first that uses any of it."""
    brought = {script.piece(name) for name in script.supplied} | ({script.tf1} if script.tf1 else set())
    first = next((place for place, each in enumerate(body) if reads(each) & brought), len(body))
    last = 0
    for place, statement in enumerate(body[:first]):
        small = statement.body if isinstance(statement, cst.SimpleStatementLine) else ()
        if any(isinstance(each, cst.Import | cst.ImportFrom) for each in small):
            last = place + 1
    pieces: list[cst.BaseStatement] = []
    absl = sorted(script.supplied & {"app", "flags"})
    imports = [f"import tensorflow.compat.v1 as {script.tf1}"] if script.tf1 else []
    imports += ["import collections"] if "LSTMStateTuple" in script.supplied else []
    imports += [f"from absl import {', '.join(absl)}"] if absl else []
    for line in imports:
        body = [*body[:last], statements(line)[0], *body[last:]]
        last += 1
    if imports and set(absl) == script.supplied:
        behind = [with_lead(each, [BLANK]) if _stands_close(each) else each for each in body[last : last + 1]]
        return [*body[:last], *behind, *body[last + 1 :]]
    for name, text in piece_texts(script.supplied):
        made = statements(text.replace("tf.", f"{script.tf}."))[0].visit(Rename({name: script.piece(name)}))
        assert isinstance(made, cst.BaseStatement)
        pieces.append(with_lead(made, [cst.EmptyLine(indent=False)] * 2))
    rest = body[last:]
    if rest:
        rest = [_apart(rest[0], 0), *rest[1:]]
    return [*body[:last], *pieces, *rest]


def _stands_close(statement: cst.BaseStatement) -> bool:
    """Whether no empty line stands before a statement."""
    return all(line.comment is not None for line in getattr(statement, "leading_lines", ()))
