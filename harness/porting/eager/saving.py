"""Savers as checkpoints, writers of summaries as those of TF2; of Sessions nothing."""

from collections.abc import Mapping

import libcst as cst

from harness.porting.eager.calls_of_runs import GONE, GONE_SESSION
from harness.porting.eager.flatten import is_session
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.resolve import called
from harness.porting.eager.runs import is_session_name
from harness.porting.eager.script import Script
from harness.porting.eager.tree import argument, code, dotted, expression

NOT_SAVED = "variables that are asked for by name are not saved: give them to the Checkpoint"

_SOME_SAVED = "this Saver keeps some variables alone, which the Checkpoint has to be given: {}"
# Who asks is told by a file beside the checkpoints, which ``Checkpoint.write`` leaves as it is.
_ASKS_FOR_THE_LATEST = ("latest_checkpoint", "get_checkpoint_state")
_ALL = ("None", "global_variables()", "all_variables()")


def saved_variables(call: cst.Call, everything: str, things: Mapping[str, Thing]) -> tuple[str, str]:
    """Give what the Checkpoint in the place of a Saver is given, of ``everything`` that a script keeps, and why that is
    not what the Saver had, empty where it is. Optimizers have no state in a Saver that names its variables."""
    given = argument(call, "var_list", 0)
    if given is None or code(given).rpartition(".")[2] in _ALL:
        return everything, ""
    if code(given).rpartition(".")[2] == "trainable_variables()":
        return ", ".join(each for each in everything.split(", ") if not _is_optimizer(each, things)), ""
    names = [dotted(each) for each in _members(given)]
    known = [name for name in names if name in things and things[name].kind is Kind.VARIABLE and name.isidentifier()]
    if not names or known != names:
        return everything, _SOME_SAVED.format(code(given))
    return ", ".join(f"{name}={name}" for name in names), ""


def _is_optimizer(entry: str, things: Mapping[str, Thing]) -> bool:
    """Whether ``name=value``, as a Checkpoint is given it, is that of an optimizer."""
    thing = things.get(entry.partition("=")[2])
    return thing is not None and thing.kind is Kind.OPTIMIZER


def _members(given: cst.BaseExpression) -> list[cst.BaseExpression]:
    """What a list of variables, or a dictionary of them by name, is made of; nothing for what is neither."""
    return [each.value for each in given.elements] if isinstance(given, cst.List | cst.Tuple | cst.Dict) else []


def other_call(
    original: cst.Call, updated: cst.Call, things: Mapping[str, Thing], script: Script
) -> cst.BaseExpression:
    """Give what TF2 has for a call that makes a Session or a writer of summaries, or asks something of one or of a
    Saver; any other call as it is (``updated``)."""
    if is_session(original, script.aliases):
        return cst.Name(GONE_SESSION)
    if called(original, script.aliases) in ("tf.summary.FileWriter", "tf.train.SummaryWriter"):
        path = argument(updated, "logdir", 0)
        return expression(f"{script.tf}.summary.create_file_writer({code(path) if path is not None else ''})")
    if not isinstance(original.func, cst.Attribute):
        return updated
    owner, method = original.func.value, original.func.attr.value
    if method == "close" and is_session_name(owner, script):
        return cst.Name(GONE)
    thing = things.get(dotted(owner))
    if thing is None:
        return updated
    if thing.kind is Kind.SAVER and method in ("save", "restore"):
        return saver_call(updated, method, things, script)
    if thing.kind is Kind.WRITER and method in ("add_graph", "add_summary"):
        return writer_call(updated, method, script)
    return updated


def saver_call(call: cst.Call, method: str, things: Mapping[str, Thing], script: Script) -> cst.BaseExpression:
    """Give what a checkpoint does for ``save`` or ``restore`` of a Saver."""
    path = argument(call, "save_path", 1)
    step = argument(call, "global_step", 2)
    assert isinstance(call.func, cst.Attribute)
    owner = code(call.func.value)
    text = code(path) if path is not None else ""
    if method == "restore":
        return expression(f"{owner}.read({text})")
    if step is not None:
        thing = things.get(dotted(step))
        number = f"{code(step)}.numpy()" if thing is not None and thing.kind is Kind.VARIABLE else code(step)
        text = f'{text} + "-%d" % {number}' if number.isidentifier() else f'{text} + "-%d" % ({number})'
    script.done("Saver is tf.train.Checkpoint; it reads what it wrote itself")
    if not any(word in script.module.code for word in _ASKS_FOR_THE_LATEST):
        return expression(f"{owner}.write({text})")
    script.supplied.add("write_checkpoint")
    return expression(f"{script.piece('write_checkpoint')}({owner}, {text})")


def writer_call(call: cst.Call, method: str, script: Script) -> cst.BaseExpression:
    """Give what a writer of TF2 does for ``add_graph`` or ``add_summary``."""
    if method == "add_graph":
        return cst.Name(GONE)
    summary, step = argument(call, "summary", 0), argument(call, "global_step", 1)
    assert isinstance(call.func, cst.Attribute)
    script.supplied.add("write_summary")
    text = code(summary) if summary is not None else ""
    written = script.piece("write_summary")
    return expression(f"{written}({code(call.func.value)}, {text}, {code(step) if step is not None else '0'})")
