"""Other optimizer: each side has one, and they are of another kind: momentum and Adam."""

import ast
from collections.abc import Mapping
from typing import Any

from harness.diagnose.detectors.cause import Cause
from harness.diagnose.evidence.calls import CallSetting, calls_of
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.evidence.shape import differs
from harness.diagnose.facts.suspect import suspect
from harness.diagnose.facts.values import shown
from harness.diagnose.sources.text.syntax import Edit, edited, tree_of
from harness.words.finding import Change, Confidence, Finding
from harness.words.stage import Stage

# Classes that compute the same in tf.train and in tf.keras, with the settings that both have.
_KERAS = {
    "sgd": ("SGD", ("learning_rate", "momentum", "nesterov")),
    "adam": ("Adam", ("learning_rate", "beta_1", "beta_2", "epsilon")),
    "adamax": ("Adamax", ("learning_rate", "beta_1", "beta_2", "epsilon")),
}


def detect(evidence: Evidence) -> Finding | None:
    """Find one optimizer on each side, as their calls were seen, of another class or lazy on one side alone, where the
    sides part in the rate or the update, or nobody saw where.

    The trial has the right side make the left one's optimizer, by the text of the script, and would cure nothing else.
    """
    if not differs(evidence):
        return None
    left, right = _only(evidence.left), _only(evidence.right)
    if left is None or right is None:
        return None
    if _class(left) == _class(right):
        return suspect(evidence, "other-optimizer")
    stage = evidence.watched.stage if evidence.watched is not None else None
    return Finding(
        "other-optimizer",
        Confidence.LIKELY if stage is not None else Confidence.POSSIBLE,
        f"{evidence.right.name} has {_told(right)}, {evidence.left.name} {_told(left)}",
        f"take the optimizer of {evidence.left.name}: {_told(left)}",
        trials=_trials(left, right, evidence),
    )


def _only(side: Side) -> CallSetting | None:
    """The one optimizer that a side makes, None for several classes."""
    made = [call for call in calls_of(side) if call.kind == "optimizer"]
    return made[0] if made and len({_class(call) for call in made}) == 1 else None


def _class(call: CallSetting) -> Any:
    return call.settings.get("class")


def _told(call: CallSetting) -> str:
    where = f" in line {call.line}" if call.line is not None else ""
    settings = {name: call.settings.get(name) for name in ("learning_rate", "momentum")}
    given = ", ".join(f"{name.replace('_', ' ')} {shown(value)}" for name, value in settings.items() if value)
    return f"{call.symbol}{where}" + (f" ({given})" if given else "")


def _trials(left: CallSetting, right: CallSetting, evidence: Evidence) -> tuple[Change, ...]:
    made = _as_keras(left.settings)
    source = evidence.right.source
    tree = tree_of(source)
    if made is None or tree is None or right.line is None:
        return ()
    name = right.symbol.rpartition(".")[2]
    for node in ast.walk(tree):
        is_it = isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == name
        if not is_it or not isinstance(node, ast.Call) or node.lineno != right.line:
            continue
        if node.end_lineno == node.lineno and node.end_col_offset is not None:
            text = edited(source, [Edit(node.lineno, node.col_offset, node.end_col_offset, made)])
            return () if text is None else (Change(f"{made.partition('.')[2]} in line {right.line}", source=text),)
    return ()


def _as_keras(settings: Mapping[str, Any]) -> str | None:
    """The call that makes an optimizer of Keras with these settings, None where one of them is not known."""
    known = _KERAS.get(settings.get("class", ""))
    if known is None:
        return None
    name, wanted = known
    given = {each: settings[each] for each in wanted if settings.get(each) is not None}
    if not all(isinstance(value, int | float) for value in given.values()) or "learning_rate" not in given:
        return None
    words = ", ".join(f"{each}={value!r}" for each, value in given.items())
    return f'__import__("tensorflow").keras.optimizers.{name}({words})'


CAUSE = Cause(
    ("other-optimizer",),
    detect,
    likely=("other-optimizer",),
    witnesses=("watch_calls",),
    stages=(Stage.RATE, Stage.UPDATE),
)
