"""What a name of a graph script is: an input, a variable, a tensor that each run computes, an op with an effect."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import libcst as cst

from harness.porting.eager.equals.supplied import CELLS
from harness.porting.eager.flatten import SESSIONS
from harness.porting.eager.names import reads
from harness.porting.eager.resolve import Aliases, called
from harness.porting.eager.tree import dotted, walk


class Kind(Enum):
    """What becomes of a name. HOST is all that Python computes once, as ever; a START starts an iterator anew."""

    HOST = auto()
    INPUT = auto()
    VARIABLE = auto()
    TENSOR = auto()
    EFFECT = auto()
    OPTIMIZER = auto()
    AVERAGE = auto()
    SCHEDULE = auto()
    SESSION = auto()
    INIT = auto()
    START = auto()
    SAVER = auto()
    WRITER = auto()
    MERGED = auto()


# What is computed anew by each run.
DEFERRED = frozenset({Kind.INPUT, Kind.TENSOR, Kind.EFFECT, Kind.MERGED})

INPUTS = frozenset({"tf.placeholder", "tf.placeholder_with_default"})
VARIABLES = frozenset({"tf.Variable", "tf.get_variable"})
STEPS = frozenset({"tf.train.get_or_create_global_step", "tf.train.create_global_step", "tf.train.get_global_step"})
INITS = frozenset(
    {
        "tf.global_variables_initializer",
        "tf.initialize_all_variables",
        "tf.local_variables_initializer",
        "tf.initialize_local_variables",
        "tf.variables_initializer",
        "tf.tables_initializer",
    }
)
ASSIGNS = frozenset({"tf.assign", "tf.assign_add", "tf.assign_sub"})
_ASSIGN_METHODS = frozenset({"assign", "assign_add", "assign_sub"})
DECAYS = frozenset(
    {
        "tf.train.exponential_decay",
        "tf.train.natural_exp_decay",
        "tf.train.inverse_time_decay",
        "tf.train.polynomial_decay",
        "tf.train.cosine_decay",
        "tf.train.piecewise_constant",
    }
)
WRITERS = frozenset({"tf.summary.FileWriter", "tf.train.SummaryWriter"})
SUMMARIES = frozenset(
    {f"tf.summary.{kind}" for kind in ("scalar", "histogram", "image", "audio", "text")}
    | {f"tf.{kind}_summary" for kind in ("scalar", "histogram", "image")}
)
MERGES = frozenset({"tf.summary.merge_all", "tf.summary.merge", "tf.merge_all_summaries"})
# They draw anew in each run.
DRAWS = frozenset(
    {
        "tf.random_normal",
        "tf.random_uniform",
        "tf.truncated_normal",
        "tf.random_shuffle",
        "tf.multinomial",
        "tf.random_crop",
        "tf.random.normal",
        "tf.random.uniform",
        "tf.random.truncated_normal",
    }
)
ALL_VARIABLES = frozenset({"tf.trainable_variables", "tf.global_variables", "tf.all_variables"})
# What a call of a symbol gives, where its name alone says it.
_BY_NAME: tuple[tuple[frozenset[str], Kind], ...] = (
    (INPUTS, Kind.INPUT),
    (VARIABLES | STEPS | ALL_VARIABLES, Kind.VARIABLE),
    (SESSIONS, Kind.SESSION),
    (INITS, Kind.INIT),
    (ASSIGNS | {"tf.no_op"}, Kind.EFFECT),
    (DECAYS, Kind.SCHEDULE),
    (frozenset({"tf.train.Saver"}), Kind.SAVER),
    (WRITERS, Kind.WRITER),
    (MERGES | SUMMARIES, Kind.MERGED),
)
# What is asked of a variable without reading its value.
_ASKED = frozenset({"name", "shape", "get_shape", "dtype", "op", "graph", "device", "trainable"})


@dataclass(frozen=True)
class Thing:
    """What a name stands for at a place: its kind; ``step`` numbers the statement that computes it, where each run
    does; ``single`` says that it is one variable, ``trains`` that it is trained, ``nested`` that it may be several
    tensors; ``counter`` is the step that a schedule follows, how an optimizer's rate is set before each update, the
    data set that an iterator goes through, or an iterator and the data set that it is started with. ``always`` says
    that it has a value outside of runs, too, which every run is given."""

    kind: Kind
    step: int | None = None
    single: bool = False
    counter: str = ""
    trains: bool = True
    nested: bool = False
    always: bool = False


Things = Mapping[str, Thing]
HelperKind = Callable[[str], Kind]


def kind_of(node: cst.BaseExpression, things: Things, aliases: Aliases, helper: HelperKind) -> Kind:
    """Give the kind of what an expression gives. ``helper`` says what a call of a function of the script gives beside
    what its arguments make of it."""
    name = dotted(node)
    if name in things:
        return things[name].kind
    if isinstance(node, cst.Call):
        made = _made(node, things, aliases, helper)
        if made is not None:
            return made
    if isinstance(node, cst.Subscript):
        return kind_of(node.value, things, aliases, helper)
    if makes_each(node, aliases) and not any(things[each].kind in DEFERRED for each in reads(node) if each in things):
        return Kind.VARIABLE
    if isinstance(node, cst.Tuple | cst.List | cst.Dict):
        kinds = {
            kind_of(element.value, things, aliases, helper)
            for element in node.elements
            if isinstance(element, cst.Element | cst.DictElement)
        }
        computed = DEFERRED & kinds
        if computed or Kind.VARIABLE not in kinds:
            return Kind.TENSOR if computed else Kind.HOST
        return Kind.VARIABLE
    if isinstance(node, cst.Attribute):
        kind = kind_of(node.value, things, aliases, helper)
        return Kind.HOST if kind is Kind.VARIABLE and node.attr.value in _ASKED else kind
    return _by_names(node, things, aliases, helper)


def makes_each(node: cst.BaseExpression, aliases: Aliases) -> bool:
    """Whether an expression is a list of new variables, one for each element of another one."""
    return isinstance(node, cst.ListComp) and called(node.elt, aliases) in VARIABLES


def _by_names(node: cst.BaseExpression, things: Things, aliases: Aliases, helper: HelperKind) -> Kind:
    for inner in walk(node):
        if isinstance(inner, cst.Call):
            if called(inner, aliases) in DRAWS | ALL_VARIABLES:
                return Kind.TENSOR
            if isinstance(inner.func, cst.Name) and helper(inner.func.value) in DEFERRED | {Kind.VARIABLE}:
                return Kind.TENSOR
    for name in reads(node):
        thing = things.get(name)
        if thing is None:
            if helper(name) in DEFERRED:
                return Kind.TENSOR
            continue
        if thing.kind in DEFERRED or thing.kind is Kind.SCHEDULE:
            return Kind.TENSOR
        if thing.kind is Kind.VARIABLE and not _only_asked(node, name):
            return Kind.TENSOR
    return Kind.HOST


def _only_asked(node: cst.BaseExpression, name: str) -> bool:
    """Whether an expression asks a variable only for its name or shape."""
    asked = sum(
        1
        for each in walk(node)
        if isinstance(each, cst.Attribute) and dotted(each.value) == name and each.attr.value in _ASKED
    )
    return asked == sum(1 for each in walk(node) if isinstance(each, cst.Name) and each.value == name)


def _made(call: cst.Call, things: Things, aliases: Aliases, helper: HelperKind) -> Kind | None:
    name = called(call, aliases)
    kind = next((kind for names, kind in _BY_NAME if name in names), None)
    if kind is not None:
        return kind
    if name in CELLS:
        arguments = [kind_of(arg.value, things, aliases, helper) for arg in call.args]
        return Kind.TENSOR if DEFERRED & set(arguments) else Kind.VARIABLE
    if is_iterator(call, aliases):
        return Kind.VARIABLE
    if name == "tf.group":
        kinds = {kind_of(arg.value, things, aliases, helper) for arg in call.args}
        return Kind.INIT if kinds and kinds <= {Kind.INIT} else Kind.EFFECT
    if is_optimizer(name):
        return Kind.OPTIMIZER
    if isinstance(call.func, cst.Attribute) and not name:
        return _made_by_method(call.func, things, aliases, helper)
    kind = helper(call.func.value) if isinstance(call.func, cst.Name) else None
    return kind if kind is Kind.VARIABLE or kind in DEFERRED else None


def _made_by_method(func: cst.Attribute, things: Things, aliases: Aliases, helper: HelperKind) -> Kind | None:
    method = func.attr.value
    owner = things.get(dotted(func.value))
    if owner is not None and owner.kind is Kind.AVERAGE:
        return {"apply": Kind.EFFECT, "average": Kind.VARIABLE}.get(method, Kind.HOST)
    if method in ("minimize", "apply_gradients"):
        return Kind.EFFECT
    if method in _ASSIGN_METHODS and kind_of(func.value, things, aliases, helper) is Kind.VARIABLE:
        return Kind.EFFECT
    return Kind.TENSOR if method == "compute_gradients" else None


def is_iterator(call: cst.Call, aliases: Aliases) -> bool:
    """Whether a call makes an iterator over a data set."""
    if called(call, aliases) in ("tf.data.make_one_shot_iterator", "tf.compat.v1.data.make_one_shot_iterator"):
        return True
    method = call.func.attr.value if isinstance(call.func, cst.Attribute) else ""
    return method in ("make_one_shot_iterator", "make_initializable_iterator", "from_structure")


def is_optimizer(name: str) -> bool:
    """Whether a symbol is an optimizer of TensorFlow 1."""
    return name.startswith(("tf.train.", "tf.contrib.opt.")) and name.endswith("Optimizer")
