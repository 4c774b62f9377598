"""Functions of steps: what several runs share stands in one function, what one run needs alone in its own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.ask import closure
from harness.porting.eager.graph import Function, Region, Step
from harness.porting.eager.kinds import Kind
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import code, dotted, marked, reads, statements

_BLANK = cst.EmptyLine(indent=False)


@dataclass
class _Block:
    """Steps that the same functions need. ``function`` is the one that gives just what the block does, where there is
    one."""

    name: str
    steps: list[Step]
    takes: tuple[str, ...]
    gives: tuple[str, ...]
    inputs: frozenset[str]
    place: int
    function: Function | None = None


Covers = dict[str, tuple[Function, ...]]
_Item = tuple[int, frozenset[int], list[cst.BaseStatement]]


def functions_of(region: Region, script: Script, depth: int) -> dict[int, list[cst.BaseStatement]]:
    """Give the functions that take the place of a region's runs, by the place behind which each stands."""
    covers = _covers(region)
    blocks = _blocks(region, script, covers)
    found: dict[int, list[cst.BaseStatement]] = {}
    blank = [_BLANK] * (2 if depth == 0 else 1)
    for block in blocks:
        if block.function is None:
            made = _block_function(block, region)
            found.setdefault(block.place, []).append(made.with_changes(leading_lines=blank))
    for function in region.functions:
        made = _run_function(function, region, blocks, script, covers[function.name])
        found.setdefault(function.place, []).append(made.with_changes(leading_lines=[*blank, *made.leading_lines]))
    return found


def _covers(region: Region) -> Covers:
    """Give the functions of other runs that each function calls: those that give all it needs of what they compute, and
    of two that compute something in common only one, for it may be drawn."""
    found: Covers = {}
    for function in region.functions:
        chosen: list[Function] = []
        taken: set[int] = set()
        others = [each for each in region.functions if _fits(each, function, region)]
        for other in sorted(others, key=lambda each: -len(each.needs)):
            if not other.needs & taken:
                chosen.append(other)
                taken |= other.needs
        found[function.name] = tuple(chosen)
    return found


def _fits(inner: Function, outer: Function, region: Region) -> bool:
    if len(inner.asked) != 1 or inner.asked[0].effect or inner.fed or outer.fed or not inner.needs <= outer.needs:
        return False
    name = inner.asked[0].text
    if inner is outer or (inner.needs == outer.needs and outer.asked[0].text.isidentifier() and len(outer.asked) == 1):
        return False
    if (
        not inner.needs
        or not name.isidentifier()
        or not inner.needs <= set(region.steps)
        or not set(inner.inputs) <= set(region.inputs)
    ):
        return False
    if any(region.steps[number].effect or region.steps[number].gradient for number in inner.needs):
        return False
    rest = [region.steps[number] for number in outer.needs - inner.needs if number in region.steps]
    used = {number for step in rest for number in step.needs} | {n for each in outer.asked for n in each.steps}
    return used & inner.needs <= inner.asked[0].steps and all(
        region.inputs[each].default == "" for each in inner.inputs
    )


def _own(function: Function, covers: Covers) -> frozenset[int]:
    """The steps that a function computes without calling another run's."""
    return function.needs - frozenset(number for each in covers[function.name] for number in each.needs)


def _bound_to_gradients(region: Region) -> set[int]:
    """Steps that take gradients, have effects, or need such: they stand in the function of a run."""
    found: set[int] = set()
    for number in sorted(region.steps):
        step = region.steps[number]
        if step.effect or step.gradient is not None or step.needs & found:
            found.add(number)
    return found


def _blocks(region: Region, script: Script, covers: Covers) -> list[_Block]:
    tied = _bound_to_gradients(region)
    users: dict[int, list[int]] = {}
    for place, function in enumerate(region.functions):
        for number in _own(function, covers) & set(region.steps):
            users.setdefault(number, []).append(place)
    groups: dict[tuple[int, ...], list[Step]] = {}
    for number in sorted(users):
        if len(users[number]) > 1 and number not in tied:
            groups.setdefault(tuple(users[number]), []).append(region.steps[number])
    return [_block(steps, region, script, covers) for steps in groups.values()]


def _block(steps: list[Step], region: Region, script: Script, covers: Covers) -> _Block:
    own = {step.number for step in steps}
    gives: dict[str, None] = {}
    for step in steps:
        for name in step.writes:
            outside = [
                each
                for each in region.steps.values()
                if step.number in each.needs and each.number not in own and name in reads(each.statement)
            ]
            asked = [
                each
                for function in region.functions
                for each in function.asked
                if step.number in each.steps and name in _words(each.text)
            ]
            if outside or asked:
                gives[name] = None
    takes: dict[str, None] = {}
    for step in steps:
        for number in sorted(step.needs - own):
            for name in region.steps[number].writes:
                if name in reads(step.statement):
                    takes[name] = None
    inputs = frozenset(name for step in steps for name in step.inputs)
    block = _Block("", steps, tuple(takes), tuple(gives), inputs, max(step.place for step in steps))
    for function in region.functions:
        whole = len(function.asked) == 1 and (function.asked[0].text,) == block.gives
        if whole and not takes and function.needs == own and not function.fed and not covers[function.name]:
            block.function = function
            block.name = function.name
            return block
    block.name = script.name(f"compute_{block.gives[0]}" if len(block.gives) == 1 else "forward")
    return block


def _words(text: str) -> set[str]:
    return reads(cst.parse_expression(text))


def _specs(names: Iterable[str], region: Region) -> tuple[str, ...]:
    """Inputs in the order of their placeholders."""
    wanted = set(names)
    return tuple(name for name in region.inputs if name in wanted) + tuple(sorted(wanted - set(region.inputs)))


def _block_inputs(block: _Block, region: Region) -> tuple[str, ...]:
    return block.function.inputs if block.function is not None else _specs(block.inputs, region)


def _block_function(block: _Block, region: Region) -> cst.FunctionDef:
    header = f"def {block.name}({', '.join([*_block_inputs(block, region), *block.takes])}):\n    return 0\n"
    body = [step.statement for step in block.steps]
    return _function(header, _returning(body, ", ".join(block.gives)))


def _function(header: str, body: Sequence[cst.BaseStatement]) -> cst.FunctionDef:
    made = statements(header)[0]
    assert isinstance(made, cst.FunctionDef)
    return made.with_changes(body=cst.IndentedBlock(_trimmed(body)))


def _trimmed(body: Sequence[cst.BaseStatement]) -> list[cst.BaseStatement]:
    """Statements without empty lines before the first, and with one at most before the others."""
    found = []
    for place, statement in enumerate(body):
        lines = list(getattr(statement, "leading_lines", ()))
        kept: list[cst.EmptyLine] = []
        for line in lines:
            if line.comment is None and ((not place and not kept) or (kept and kept[-1].comment is None)):
                continue
            kept.append(line if line.comment else _BLANK)
        if not hasattr(statement, "leading_lines"):
            found.append(statement)
            continue
        found.append(statement.with_changes(leading_lines=kept))
    return found


def _returning(body: list[cst.BaseStatement], text: str) -> list[cst.BaseStatement]:
    """Statements that give a text back; what is only named to be given back is not named."""
    last = body[-1] if body else None
    if isinstance(last, cst.SimpleStatementLine) and isinstance(last.body[0], cst.Assign):
        assign = last.body[0]
        if len(assign.targets) == 1 and dotted(assign.targets[0].target) == text:
            changed = last.with_changes(body=[cst.Return(assign.value)])
            return [*body[:-1], changed]
    return [*body, *statements(f"return {text}")] if text else body


def _run_function(
    function: Function, region: Region, blocks: list[_Block], script: Script, covers: tuple[Function, ...]
) -> cst.FunctionDef:
    own = next((block for block in blocks if block.function is function), None)
    returned = [each.text for each in function.asked if not each.effect]
    if own is not None:
        body = _returning([step.statement for step in own.steps], ", ".join(returned))
    else:
        body = _run_body(function, region, blocks, script, returned, covers)
    parameters = []
    for name in function.inputs:
        default = region.inputs[name].default if name in region.inputs else ""
        parameters.append(f"{name}={default}" if default else name)
    header = f"def {function.name}({', '.join(parameters)}):\n    return 0\n"
    made = _function(f"{_decorator(function, region, script)}\n{header}", body)
    doubts = _doubts(function, region)
    lead = marked(made, doubts)
    assert isinstance(lead, cst.FunctionDef)
    return lead


def _doubts(function: Function, region: Region) -> list[str]:
    doubts = [f"{name} is computed, and this run feeds it: check its dtype" for name in sorted(function.fed)]
    current: dict[str, int] = {}
    ordered = sorted(function.needs & set(region.steps), key=lambda number: region.steps[number].place)
    for number in ordered:
        step = region.steps[number]
        for name, source in step.sources:
            if source in function.needs and current.get(name) != source:
                doubts.append(
                    f"{name} stands for two tensors, and the earlier one is used after the later one was made"
                )
        for name in step.writes:
            current[name] = number
    return list(dict.fromkeys(doubts))


def _decorator(function: Function, region: Region, script: Script) -> str:
    specs = [region.inputs[name].spec if name in region.inputs else name for name in function.inputs]
    if not specs:
        return f"@{script.tf}.function"
    if function.fed or any(name not in region.inputs or region.inputs[name].default for name in function.inputs):
        return f"@{script.tf}.function"
    return f"@{script.tf}.function(input_signature=[{', '.join(specs)}])"


def _run_body(
    function: Function,
    region: Region,
    blocks: list[_Block],
    script: Script,
    returned: list[str],
    covers: tuple[Function, ...],
) -> list[cst.BaseStatement]:
    covered = frozenset(number for each in covers for number in each.needs)
    numbers = function.needs & set(region.steps) - covered
    blocks = [block for block in blocks if {step.number for step in block.steps} <= numbers]
    inside = {step.number for block in blocks for step in block.steps}
    items: list[_Item] = []
    for block in blocks:
        call = f"{block.name}({', '.join([*_block_inputs(block, region), *block.takes])})"
        line = statements(f"{', '.join(block.gives)} = {call}" if block.gives else call)
        items.append((block.place, frozenset(step.number for step in block.steps), list(line)))
    for other in covers:
        line = statements(f"{other.asked[0].text} = {other.name}({', '.join(other.inputs)})")
        items.append((other.place, other.needs, list(line)))
    own = [region.steps[number] for number in sorted(numbers - inside)]
    taking = [step for step in own if step.gradient is not None]
    tied = _bound_to_gradients(region) & numbers
    items += [(step.place, frozenset({step.number}), [step.statement]) for step in own if step.number not in tied]
    items = _in_order(items, region)
    text = ", ".join(returned)
    if not taking:
        body = [line for _, _, lines in items for line in lines]
        rest = [region.steps[number] for number in sorted(tied)]
        pure = [step.statement for step in rest if not step.effect]
        return _returning([*body, *pure, *_effects(rest, region, script)], text)
    return [*_with_tape(items, taking, [region.steps[n] for n in sorted(tied)], region, script), *_last(text)]


def _in_order(items: list["_Item"], region: Region) -> list["_Item"]:
    """Items by their places, but each behind what it needs."""
    found: list[_Item] = []
    waiting = sorted(items, key=lambda item: item[0])
    numbers = {number for item in items for number in item[1]}

    def put(item: "_Item") -> None:
        if item in found:
            return
        needs = {need for number in item[1] for need in region.steps[number].needs} & numbers - item[1]
        for other in waiting:
            if other is not item and other[1] & needs:
                put(other)
        found.append(item)

    for item in waiting:
        put(item)
    return found


def _last(text: str) -> Iterable[cst.BaseStatement]:
    return statements(f"return {text}") if text else ()


def _effects(steps: Iterable[Step], region: Region, script: Script) -> list[cst.BaseStatement]:
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
    del region
    return found


def _uncounted(value: cst.BaseExpression) -> cst.BaseExpression:
    """``apply_gradients`` without the counter, which goes up by itself."""
    if not isinstance(value, cst.Call) or not dotted(value.func).endswith(".apply_gradients"):
        return value
    first = value.args[0].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return value.with_changes(args=[first])


def _with_tape(
    items: list["_Item"],
    taking: list[Step],
    tied: list[Step],
    region: Region,
    script: Script,
) -> list[cst.BaseStatement]:
    wanted: set[int] = set()
    for step in taking:
        assert step.gradient is not None
        read = reads(step.gradient.loss)
        direct = [number for number in step.needs if set(region.steps[number].writes) & read]
        wanted |= closure(frozenset(direct), (region,))
    taped: list[cst.BaseStatement] = []
    after: list[cst.BaseStatement] = []
    for _, numbers, lines in items:
        (taped if numbers & wanted else after).extend(lines)
    before: list[cst.BaseStatement] = []
    gradients: list[cst.BaseStatement] = []
    applied: list[cst.BaseStatement] = []
    many = len(taking) > 1
    for place, step in enumerate(taking):
        gradient = step.gradient
        assert gradient is not None
        loss = code(gradient.loss)
        suffix = f"_{place + 1}" if many else ""
        if not loss.isidentifier() and not isinstance(gradient.loss, cst.List):
            name = f"{_free('loss', script)}{suffix}"
            taped += statements(f"{name} = {loss}")
            loss = name
        for name in gradient.watched:
            taped = _watch(name, taped, region)
        variables = gradient.variables or _variables(closure(step.needs, (region,)), region)
        names = f"{_free('variables', script)}{suffix}"
        slopes = f"{_free('gradients', script)}{suffix}"
        if gradient.optimizer:
            gradients += statements(f"{names} = {variables}\n{slopes} = tape.gradient({loss}, {names})")
            if gradient.rate:
                applied += statements(gradient.rate)
            applied += statements(f"{gradient.optimizer}.apply_gradients(zip({slopes}, {names}))")
            if gradient.counter:
                applied += statements(f"{gradient.counter}.assign_add(1)")
        elif gradient.pairs:
            gradients += statements(
                f"{names} = {variables}\n{gradient.target} = list(zip(tape.gradient({loss}, {names}), {names}))"
            )
        else:
            gradients += statements(f"{gradient.target} = tape.gradient({loss}, {variables})")
    arguments = "persistent=True" if many else ""
    block = statements(f"with {script.tf}.GradientTape({arguments}) as tape:\n    pass\n")[0]
    assert isinstance(block, cst.With)
    block = block.with_changes(body=cst.IndentedBlock(_trimmed(taped)))
    pure = [step.statement for step in tied if not step.effect and step.gradient is None]
    effects = _effects(tied, region, script)
    return [*before, block, *after, *gradients, *pure, *effects, *applied]


def _free(wanted: str, script: Script) -> str:
    """A name for something within a function, which no name of the script is hidden by."""
    return f"{wanted}_" if wanted in script.taken else wanted


def _watch(name: str, taped: list[cst.BaseStatement], region: Region) -> list[cst.BaseStatement]:
    """Have the tape watch a tensor as soon as it is there."""
    line = statements(f"tape.watch({name})")
    if name in region.inputs:
        return [*line, *taped]
    for place, statement in enumerate(taped):
        from harness.porting.eager.tree import binds

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
    known = [name for name, thing in things.items() if thing.kind is Kind.VARIABLE and name in names]
    known = [name for name in known if things[name].trains or not things[name].single]
    if (
        known
        and len(known) == sum(1 for name in names if things[name].trains)
        and all(things[name].single for name in known)
    ):
        return f"[{', '.join(known)}]"
    return "tape.watched_variables()"
