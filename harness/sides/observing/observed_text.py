"""An observation of one run in words: a line for each of its first steps, and for the last ones that were looked at."""

from collections.abc import Iterator

from harness.targets.outcome import Outcome
from harness.watching.things import brief
from harness.words.observation import Observation, ObservedStep, ObservedVariable, Reduced

_HEAD, _TAIL = 3, 2
_MOST_VARIABLES = 6


def observed_text(name: str, outcome: Outcome, observation: Observation) -> Iterator[str]:
    """Give the lines that tell what was seen of a run."""
    yield f"{name}: {_counts(observation)}"
    if outcome.failure is not None and outcome.failure.kind != "silent":
        yield f"failed: {outcome.failure.reason}"
    steps = observation.steps
    shown = steps if len(steps) <= _HEAD + _TAIL else (*steps[:_HEAD], *steps[-_TAIL:])
    last = -1
    for step in shown:
        if last >= 0 and step.number > last + 1:
            yield "…"
        yield from _step(step)
        last = step.number
    yield from (f"watched: {remark}" for remark in observation.remarks)


def _counts(observation: Observation) -> str:
    if not observation.count:
        return "no update of a trained variable was seen"
    one = observation.count == 1
    return f"{observation.count} update{'' if one else 's'}, {len(observation.steps)} of them looked at"


def _step(step: ObservedStep) -> Iterator[str]:
    loss = f", loss {brief(step.loss)}" if step.loss is not None else ""
    rate = f", rate {step.rate:.6g}" if step.rate is not None else ""
    yield f"step {step.number} ({step.way}, {step.optimizer}){loss}{rate}"
    for each in step.variables[:_MOST_VARIABLES]:
        yield f"    {_variable(each)}"
    if len(step.variables) > _MOST_VARIABLES:
        yield f"    and {len(step.variables) - _MOST_VARIABLES} more variables"
    for state in step.state:
        if state.before is not None and state.after is not None and state.before.digest != state.after.digest:
            yield f"    {state.name} moves: {brief(state.before)} to {brief(state.after)}"
    for layer in step.layers:
        yield f"    {layer.kind} {layer.name}: {_array(layer.output)}"


def _variable(each: ObservedVariable) -> str:
    return f"{each.name}: {_array(each.before)}, gradient {_array(each.gradient)}, then {_array(each.after)}"


def _array(array: Reduced | None) -> str:
    return "not seen" if array is None else brief(array)
