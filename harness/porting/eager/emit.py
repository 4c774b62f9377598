"""Functions of steps: what several runs share stands in one function, what one run needs alone in its own."""

from collections.abc import Iterable

import libcst as cst

from harness.porting.eager.blocks import Block, Item, block_inputs, blocks_of, bound_to_gradients, covers_of
from harness.porting.eager.bodies import BLANK, function_of, returning
from harness.porting.eager.graph import Function, Region
from harness.porting.eager.script import Script
from harness.porting.eager.tapes import effects_of, with_tape
from harness.porting.eager.tree import marked, statements


def functions_of(region: Region, script: Script, depth: int) -> dict[int, list[cst.BaseStatement]]:
    """Give the functions that take the place of a region's runs, by the place behind which each stands."""
    covers = covers_of(region)
    blocks = blocks_of(region, script, covers)
    found: dict[int, list[cst.BaseStatement]] = {}
    blank = [BLANK] * (2 if depth == 0 else 1)
    for block in blocks:
        if block.function is None:
            made = _block_function(block, region)
            found.setdefault(block.place, []).append(made.with_changes(leading_lines=blank))
    for function in region.functions:
        made = _run_function(function, region, blocks, script, covers[function.name])
        found.setdefault(function.place, []).append(made.with_changes(leading_lines=[*blank, *made.leading_lines]))
    return found


def _block_function(block: Block, region: Region) -> cst.FunctionDef:
    header = f"def {block.name}({', '.join([*block_inputs(block, region), *block.takes])}):\n    return 0\n"
    body = [step.statement for step in block.steps]
    return function_of(header, returning(body, ", ".join(block.gives)))


def _run_function(
    function: Function, region: Region, blocks: list[Block], script: Script, covers: tuple[Function, ...]
) -> cst.FunctionDef:
    own = next((block for block in blocks if block.function is function), None)
    returned = [each.text for each in function.asked if not each.effect]
    if own is not None:
        body = returning([step.statement for step in own.steps], ", ".join(returned))
    else:
        body = _run_body(function, region, blocks, script, returned, covers)
    parameters = []
    for name in function.inputs:
        default = region.inputs[name].default if name in region.inputs else ""
        parameters.append(f"{name}={default}" if default else name)
    header = f"def {function.name}({', '.join(parameters)}):\n    return 0\n"
    made = function_of(f"{_decorator(function, region, script)}\n{header}", body)
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
    if function.plain:
        return ""
    specs = [region.inputs[name].spec if name in region.inputs else name for name in function.inputs]
    if not specs:
        return f"@{script.tf}.function"
    if (
        function.fed
        or function.always
        or any(name not in region.inputs or region.inputs[name].default for name in function.inputs)
    ):
        return f"@{script.tf}.function"
    return f"@{script.tf}.function(input_signature=[{', '.join(specs)}])"


def _run_body(
    function: Function,
    region: Region,
    blocks: list[Block],
    script: Script,
    returned: list[str],
    covers: tuple[Function, ...],
) -> list[cst.BaseStatement]:
    covered = frozenset(number for each in covers for number in each.needs)
    numbers = function.needs & set(region.steps) - covered
    blocks = [block for block in blocks if {step.number for step in block.steps} <= numbers]
    inside = {step.number for block in blocks for step in block.steps}
    items: list[Item] = []
    for block in blocks:
        call = f"{block.name}({', '.join([*block_inputs(block, region), *block.takes])})"
        line = statements(f"{', '.join(block.gives)} = {call}" if block.gives else call)
        items.append((block.place, frozenset(step.number for step in block.steps), list(line)))
    for other in covers:
        line = statements(f"{other.asked[0].text} = {other.name}({', '.join(other.inputs)})")
        items.append((other.place, other.needs, list(line)))
    own = [region.steps[number] for number in sorted(numbers - inside)]
    taking = [step for step in own if step.gradient is not None]
    tied = bound_to_gradients(region) & numbers
    items += [(step.place, frozenset({step.number}), [step.statement]) for step in own if step.number not in tied]
    items = _in_order(items, region)
    text = ", ".join(returned)
    if not taking:
        body = [line for _, _, lines in items for line in lines]
        rest = [region.steps[number] for number in sorted(tied)]
        pure = [step.statement for step in rest if not step.effect]
        return returning([*body, *pure, *effects_of(rest, script)], text)
    return [*with_tape(items, taking, [region.steps[n] for n in sorted(tied)], region, script), *_last(text)]


def _in_order(items: list[Item], region: Region) -> list[Item]:
    """Items by their places, but each behind what it needs."""
    found: list[Item] = []
    waiting = sorted(items, key=lambda item: item[0])
    numbers = {number for item in items for number in item[1]}

    def put(item: Item) -> None:
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
