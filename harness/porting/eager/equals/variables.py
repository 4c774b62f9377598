"""Variables of TensorFlow 1 as those of 2."""

import libcst as cst

from harness.porting.eager.kinds import STEPS
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import argument, code, dotted, expression

# Its arguments behind the first, which 2 has in another order.
_VARIABLE = (
    "initial_value",
    "trainable",
    "collections",
    "validate_shape",
    "caching_device",
    "name",
    "variable_def",
    "dtype",
)
_GONE = frozenset({"collections", "validate_shape", "caching_device", "variable_def", "use_resource", "expected_shape"})
_GET = ("name", "shape", "dtype", "initializer", "regularizer", "trainable")


def new_variable(
    call: cst.Call, name: str, aliases: Aliases, tf: str, initializers: frozenset[str]
) -> cst.BaseExpression:
    """Give what makes a variable. ``initializers`` are names that stand for initializers, which are called with a
    shape."""
    if name in STEPS:
        return expression(f'{tf}.Variable(0, trainable=False, dtype={tf}.int64, name="global_step")')
    if name == "tf.Variable":
        return _plain(call)
    given = {word: text for word, text in _given(call, _GET).items() if text != "None"}
    words = []
    initializer = argument(call, "initializer", 3) if "initializer" in given else None
    shape = given.get("shape")
    if initializer is None:
        words.append(f"{tf}.keras.initializers.GlorotUniform()({shape})")
    elif _is_initializer(initializer, aliases, initializers):
        text = code(initializer)
        text = text if isinstance(initializer, cst.Call) or text in initializers else f"{text}()"
        words.append(f"{text}({shape if shape is not None else '[]'})")
    else:
        words.append(code(initializer))
    words += [f"{word}={given[word]}" for word in ("trainable", "name", "dtype") if word in given]
    return expression(f"{tf}.Variable({', '.join(words)})")


def _is_initializer(node: cst.BaseExpression, aliases: Aliases, initializers: frozenset[str]) -> bool:
    name = called(node, aliases)
    if name.endswith(("initializer", "Initializer")) or ".initializers." in name:
        return True
    plain = code(node)
    if isinstance(node, cst.Call) and f"{dotted(node.func)}()" in initializers:
        return True
    return plain in initializers or (not isinstance(node, cst.Call) and plain.endswith("initializer"))


def _plain(call: cst.Call) -> cst.BaseExpression:
    """``tf.Variable`` without what 2 does not take, and by name what it takes at another place."""
    args = []
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (_VARIABLE[place] if place < len(_VARIABLE) else "")
        if word in _GONE:
            continue
        if each.keyword is None and place > 1:
            each = each.with_changes(
                keyword=cst.Name(word), equal=cst.AssignEqual(cst.SimpleWhitespace(""), cst.SimpleWhitespace(""))
            )
        args.append(each)
    if len(args) != len(call.args) and args:
        args[-1] = args[-1].with_changes(comma=cst.MaybeSentinel.DEFAULT)
    return call.with_changes(args=args)


def _given(call: cst.Call, order: tuple[str, ...]) -> dict[str, str]:
    given = {}
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (order[place] if place < len(order) else "")
        if word:
            given[word] = code(each.value)
    return given
