"""Arguments of calls that have another order, or other names, in ``tf.compat.v1``."""

from collections.abc import Sequence

import libcst as cst

from harness.porting.compat.rules import Rule

# In 0.12 these took their arguments by place; since 1.0 a call by place is refused.
_LOGITS_FIRST = {
    "tf.nn.softmax_cross_entropy_with_logits": ("logits", "labels", "dim", "name"),
    "tf.nn.sparse_softmax_cross_entropy_with_logits": ("logits", "labels", "name"),
    "tf.nn.sigmoid_cross_entropy_with_logits": ("logits", "labels", "name"),
}
CALLS: dict[str, Rule] = {
    name: Rule(name, order, {"targets": "labels"} if "sigmoid" in name else {}) for name, order in _LOGITS_FIRST.items()
}
# What was in another order in 0.12, and is taken in either: it depends on the release that the script is for.
OF_0_12: dict[str, Rule] = {
    name: Rule(name, ("weights", "biases", "inputs", "labels", "num_sampled", "num_classes"))
    for name in ("tf.nn.nce_loss", "tf.nn.sampled_softmax_loss")
}


def ruled(rule: Rule, arguments: Sequence[cst.Arg]) -> list[cst.Arg] | str:
    """Give the arguments of a call as a rule has them, or the reason why it does not hold for them."""
    given = [argument.keyword.value if argument.keyword else "" for argument in arguments]
    if any(argument.star for argument in arguments) and rule.needs_call:
        return "its arguments are handed on with a star, so nobody sees which they are"
    found = []
    for place, argument in enumerate(arguments):
        name = given[place]
        if not name and rule.order and not argument.star:
            if place >= len(rule.order):
                return f"it has more than {len(rule.order)} arguments by place"
            argument = named(argument, rule.order[place])
            name = rule.order[place]
        elif name in rule.keywords:
            new = rule.keywords[name]
            if new is None:
                continue
            argument = named(argument, new)
        if rule.only and (given[place] or name) and not {given[place], name} & set(rule.only):
            return f"its argument {given[place] or name} has no equal"
        found.append(argument)
    return found


def named(argument: cst.Arg, name: str) -> cst.Arg:
    """Give an argument under a name."""
    tight = cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
    return argument.with_changes(keyword=cst.Name(name), equal=tight)


def concat_in_order(arguments: Sequence[cst.Arg]) -> list[cst.Arg] | None:
    """Give ``concat(1, values)`` of 0.12 as ``concat(axis=1, values=values)``, None for a call in the later order.

    Which one it is shows where the axis is a number, or the values a list."""
    if any(argument.star for argument in arguments):
        return None
    given = {argument.keyword.value for argument in arguments if argument.keyword}
    by_place = [argument for argument in arguments if not argument.keyword]
    old = bool(by_place) and (
        _is_number(by_place[0].value) or (len(by_place) > 1 and isinstance(by_place[1].value, cst.List | cst.Tuple))
    )
    if not old and "concat_dim" not in given:
        return None
    order = ("axis", "values", "name")
    renamed = {"concat_dim": "axis"}
    found = []
    for place, argument in enumerate(arguments):
        name = renamed.get(argument.keyword.value, argument.keyword.value) if argument.keyword else order[place]
        found.append(named(argument, name) if not argument.keyword or name == "axis" else argument)
    return found


def split_in_order(arguments: Sequence[cst.Arg]) -> list[cst.Arg] | None:
    """Give ``split(0, 3, value)`` of 0.12 with names, None for a call in the later order: there the value comes first,
    which is no number."""
    given = {argument.keyword.value for argument in arguments if argument.keyword}
    by_place = [argument for argument in arguments if not argument.keyword]
    old = bool(by_place) and _is_number(by_place[0].value)
    if (not old and "split_dim" not in given and "num_split" not in given) or any(each.star for each in arguments):
        return None
    order = ("axis", "num_or_size_splits", "value", "name")
    renamed = {"split_dim": "axis", "num_split": "num_or_size_splits"}
    found = []
    for place, argument in enumerate(arguments):
        name = renamed.get(argument.keyword.value, argument.keyword.value) if argument.keyword else order[place]
        found.append(named(argument, name))
    return found


def _is_number(value: cst.BaseExpression) -> bool:
    if isinstance(value, cst.UnaryOperation):
        return _is_number(value.expression)
    return isinstance(value, cst.Integer)
