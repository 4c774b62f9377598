"""Updates in a function: what the tape watches, gradients, what is applied and assigned."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import libcst as cst

from harness.porting.eager.ask import closure
from harness.porting.eager.averages import moves_average
from harness.porting.eager.blocks import Item
from harness.porting.eager.bodies import trimmed
from harness.porting.eager.graph import Region, Step
from harness.porting.eager.kinds import Kind
from harness.porting.eager.names import binds, reads
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import assigned, code, dotted, marked, statements, with_lead

_RACE = "a race in TF1, which may average a variable before or after its update; here it is before, as it mostly was"


def effects_of(steps: Iterable[Step], script: Script) -> list[cst.BaseStatement]:
    """Assignments and the like, without the names that they had."""
    found: list[cst.BaseStatement] = []
    for step in steps:
        if not step.effect or step.gradient is not None:
            continue
        statement = step.statement
        small = statement.body[0] if isinstance(statement, cst.SimpleStatementLine) else None
        if step.before:
            found += statements(step.before)
        if isinstance(small, cst.Assign):
            if called(small.value, script.aliases) in ("tf.group", "tf.no_op"):
                continue
            found.append(statement.with_changes(body=[cst.Expr(_uncounted(small.value))]))
        else:
            found.append(statement)
        if step.after:
            found += statements(step.after)
    return found


def _uncounted(value: cst.BaseExpression) -> cst.BaseExpression:
    """``apply_gradients`` without the counter, which goes up by itself."""
    if not isinstance(value, cst.Call) or not dotted(value.func).endswith(".apply_gradients"):
        return value
    first = value.args[0].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return value.with_changes(args=[first])


def with_tape(
    items: list[Item],
    taking: list[Step],
    tied: list[Step],
    region: Region,
    script: Script,
) -> list[cst.BaseStatement]:
    """Give a body that takes gradients: all that they need under a tape, then what is applied and assigned."""
    wanted = _under_tape(taking, region)
    taped = [line for _, numbers, lines in items if numbers & wanted for line in lines]
    after = [line for _, numbers, lines in items if not numbers & wanted for line in lines]
    gradients: list[cst.BaseStatement] = []
    applied: list[cst.BaseStatement] = []
    many = len(taking) > 1
    for place, step in enumerate(taking, start=1):
        taken = _taken(step, taped, f"_{place}" if many else "", region, script)
        taped = taken.taped
        gradients += taken.gradient
        applied += taken.applied
    arguments = "persistent=True" if many else ""
    block = statements(f"with {script.tf}.GradientTape({arguments}) as tape:\n    pass\n")[0]
    assert isinstance(block, cst.With)
    block = block.with_changes(body=cst.IndentedBlock(trimmed(taped)))
    pure = [step.statement for step in tied if not step.effect and step.gradient is None]
    early, late = _around_updates(taking, tied, region)
    return [
        block,
        *after,
        *gradients,
        *pure,
        *effects_of(early, script),
        *applied,
        *effects_of(late, script),
    ]


def _under_tape(taking: list[Step], region: Region) -> set[int]:
    """The steps that the losses are made of."""
    wanted: set[int] = set()
    for step in taking:
        assert step.gradient is not None
        read = reads(step.gradient.loss)
        direct = [number for number in step.needs if set(region.steps[number].writes) & read]
        wanted |= closure(frozenset(direct), (region,))
    return wanted


@dataclass(frozen=True)
class _Taken:
    """A gradient in a body: what stands under the tape with it, what takes it, and what applies it."""

    taped: list[cst.BaseStatement]
    gradient: list[cst.BaseStatement]
    applied: list[cst.BaseStatement]


def _taken(step: Step, taped: list[cst.BaseStatement], suffix: str, region: Region, script: Script) -> _Taken:
    """Take the gradient of a step: its loss has a name under the tape, which watches what it is asked for."""
    gradient = step.gradient
    assert gradient is not None
    loss = code(gradient.loss)
    if not loss.isidentifier() and not isinstance(gradient.loss, cst.List):
        name = f"{_free('loss', script)}{suffix}"
        taped = [*taped, *statements(f"{name} = {loss}")]
        loss = name
    for name in gradient.watched:
        taped = _watch(name, taped, region)
    variables = gradient.variables or _variables(closure(step.needs, (region,)), region)
    names = f"{_free('variables', script)}{suffix}"
    slopes = f"{_free('gradients', script)}{suffix}"
    applied: list[str] = []
    if gradient.optimizer:
        text = f"{names} = {variables}\n{slopes} = tape.gradient({loss}, {names})"
        update = f"{gradient.optimizer}.apply_gradients(zip({slopes}, {names}))"
        applied = [gradient.rate, update, f"{gradient.counter}.assign_add(1)" if gradient.counter else ""]
    elif gradient.pairs:
        text = f"{names} = {variables}\n{gradient.target} = list(zip(tape.gradient({loss}, {names}), {names}))"
    else:
        named = f"{gradient.named} = {variables}\n" if gradient.named else ""
        text = f"{named}{gradient.target} = tape.gradient({loss}, {gradient.named or variables})"
    comments = [line for line in getattr(step.statement, "leading_lines", ()) if line.comment]
    first, *rest = statements(text)
    return _Taken(taped, [with_lead(first, comments), *rest], [line for each in applied for line in statements(each)])


def _around_updates(taking: list[Step], tied: list[Step], region: Region) -> tuple[list[Step], list[Step]]:
    """What is assigned before variables are updated, and what waits for that."""
    updates = {step.number for step in taking if step.gradient is not None and step.gradient.optimizer}
    late = [step for step in tied if step.number not in updates and closure(step.needs, (region,)) & updates]
    early = [step for step in tied if step not in late]
    return [_marked_race(step, region) if updates else step for step in early], late


def _marked_race(step: Step, region: Region) -> Step:
    """An average that moves in the same run as its variable, neither waiting for the other. The variable is what takes
    long, so it mostly was the later one."""
    pair = assigned(step.statement)
    races = pair is not None and moves_average(pair[1], region)
    return replace(step, statement=marked(step.statement, [_RACE])) if races else step


def _free(wanted: str, script: Script) -> str:
    """A name for something within a function, which no name of the script is hidden by."""
    return f"{wanted}_" if wanted in script.taken else wanted


def _watch(name: str, taped: list[cst.BaseStatement], region: Region) -> list[cst.BaseStatement]:
    """Have the tape watch a tensor as soon as it is there."""
    line = statements(f"tape.watch({name})")
    if name in region.inputs:
        return [*line, *taped]
    for place, statement in enumerate(taped):
        if name in binds(statement):
            return [*taped[: place + 1], *line, *taped[place + 1 :]]
    return taped


def _variables(steps: frozenset[int], region: Region) -> str:
    """The variables that a loss is made of: by their names, or as the tape has watched them."""
    names: dict[str, None] = {}
    for step in steps:
        for name in region.steps[step].variables:
            names[name] = None
    things = region.things
    if not names.keys() <= things.keys():
        return "tape.watched_variables()"  # a name has come to stand for something else
    known = [name for name, thing in things.items() if thing.kind is Kind.VARIABLE and name in names]
    known = [name for name in known if things[name].trains or not things[name].single]
    if (
        known
        and len(known) == sum(1 for name in names if things[name].trains)
        and all(things[name].single for name in known)
    ):
        return f"[{', '.join(known)}]"
    return "tape.watched_variables()"
