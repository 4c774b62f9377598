"""Gradients that steps take, for which variables, and what is done beside an update."""

import libcst as cst

from harness.porting.eager.graph import Gradient, Region
from harness.porting.eager.kinds import (
    DEFERRED,
    Kind,
)
from harness.porting.eager.names import reads
from harness.porting.eager.reading import kind_in
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, calls, code, dotted, walk


def scope_asked(value: cst.BaseExpression, script: Script) -> str:
    """Give the scope whose trained variables an expression asks for, an empty text for any other expression."""
    if called(value, script.aliases) == "tf.get_collection" and "TRAINABLE" in code(value):
        scope = argument(value, "scope", 1) if isinstance(value, cst.Call) else None
        return str(scope.evaluated_value) if isinstance(scope, cst.SimpleString) else ""
    if called(value, script.aliases) == "tf.trainable_variables" and isinstance(value, cst.Call):
        scope = argument(value, "scope", 0)
        return str(scope.evaluated_value) if isinstance(scope, cst.SimpleString) else ""
    if (
        isinstance(value, cst.ListComp)
        and "trainable_variables()" in code(value.for_in.iter)
        and ".name" in code(value)
    ):
        texts = [each for each in walk(value) if isinstance(each, cst.SimpleString)]
        return str(texts[0].evaluated_value) if len(texts) == 1 else ""
    return ""


def only_trained(name: str, script: Script) -> bool:
    """Whether a script asks for a name only to say what is trained."""
    uses = sum(1 for each in walk(script.module) if isinstance(each, cst.Name) and each.value == name)
    said = 1
    for call in calls(script.module):
        trained = (
            argument(call, "xs", 1) if called(call, script.aliases) == "tf.gradients" else argument(call, "var_list")
        )
        said += trained is not None and dotted(trained) == name
    return uses == said


def gradient_of(
    target: cst.BaseExpression, value: cst.BaseExpression, region: Region, script: Script
) -> Gradient | None:
    """Give the gradient that an assignment takes, None for one that takes none."""
    if not isinstance(value, cst.Call):
        return None
    if called(value, script.aliases) == "tf.gradients":
        return _asked_for(target, value, region, script)
    if isinstance(value.func, cst.Attribute) and value.func.attr.value in ("minimize", "compute_gradients"):
        return _of_optimizer(target, value, value.func, region, script)
    return None


def _asked_for(target: cst.BaseExpression, call: cst.Call, region: Region, script: Script) -> Gradient | None:
    """The gradient that ``tf.gradients`` gives."""
    losses, variables = argument(call, "ys", 0), argument(call, "xs", 1)
    if losses is None or variables is None:
        return None
    if isinstance(variables, cst.NamedExpr):
        script.done("gradients are taken by tf.GradientTape")
        return Gradient(losses, target=code(target), named=code(variables.target))
    names = [each for each in reads(variables) if each in region.things]
    watched = tuple(each for each in names if region.things[each].kind in (Kind.INPUT, Kind.TENSOR))
    text = code(variables)
    if (not isinstance(variables, cst.List | cst.Tuple) and kind_in(variables, region, script) in DEFERRED) or (
        not isinstance(variables, cst.List | cst.Tuple) and len(names) == 1 and region.things[names[0]].single
    ):
        text = f"[{text}]"
    return Gradient(losses, text, target=code(target), watched=watched)


def _of_optimizer(
    target: cst.BaseExpression, call: cst.Call, func: cst.Attribute, region: Region, script: Script
) -> Gradient | None:
    """The gradient that an optimizer takes, by which it may update variables at once."""
    loss, variables = argument(call, "loss", 0), argument(call, "var_list")
    owner = dotted(func.value)
    if loss is None or not owner:
        return None
    minimize = func.attr.value == "minimize"
    counter = argument(call, "global_step", 1) if minimize else None
    thing = region.things.get(owner)
    rate = thing.counter if thing is not None else ""
    script.done("gradients are taken by tf.GradientTape")
    return Gradient(
        loss,
        listed_variables(variables, script) if variables is not None and code(variables) != "None" else "",
        owner if minimize else "",
        code(counter) if counter is not None and dotted(counter) != "None" else "",
        rate if minimize else "",
        not minimize,
        code(target),
    )


def listed_variables(variables: cst.BaseExpression, script: Script) -> str:
    """Give the variables that an optimizer trains as text; those of a scope are all that was made in it."""
    scope = script.chosen.get(dotted(variables)) or scope_asked(variables, script)
    if not scope:
        return code(variables)
    how = {
        "layer": "*{0}.trainable_variables",
        "factory": "*(variable for layer in {0}.layers for variable in layer.trainable_variables)",
        "variable": "{0}",
    }
    texts = [how[kind].format(name) for where, name, kind in script.made if where.startswith(scope) and kind in how]
    return f"[{', '.join(texts)}]" if texts else code(variables)


def beside_update(value: cst.BaseExpression, region: Region) -> tuple[str, str]:
    """Give what is done before and after gradients are applied: the rate is set, the counter goes up."""
    if not isinstance(value, cst.Call) or not isinstance(value.func, cst.Attribute):
        return "", ""
    if value.func.attr.value != "apply_gradients":
        return "", ""
    thing = region.things.get(dotted(value.func.value))
    counter = argument(value, "global_step", 1)
    after = f"{code(counter)}.assign_add(1)" if counter is not None and code(counter) != "None" else ""
    return thing.counter if thing is not None else "", after
