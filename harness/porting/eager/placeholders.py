"""Placeholders: what a script says of them, which functions take as their parameters."""

from dataclasses import replace

import libcst as cst

from harness.porting.eager.graph import Input, Region
from harness.porting.eager.kinds import Kind, Thing
from harness.porting.eager.reading import keep
from harness.porting.eager.resolve import called
from harness.porting.eager.script import Script
from harness.porting.eager.tree import (
    argument,
    code,
    expression,
    only,
)


def input_of(name: str, call: cst.Call, script: Script) -> Input:
    """Give what a call says of a placeholder, or of one with a default."""
    if called(call, script.aliases) == "tf.placeholder_with_default":
        default, shape = argument(call, "input", 0), argument(call, "shape", 1)
        text = code(default) if default is not None else ""
        return Input(name, "", code(shape) if shape is not None else "None", text)
    dtype, shape = argument(call, "dtype", 0), argument(call, "shape", 1)
    text = code(dtype) if dtype is not None else f"{script.tf}.float32"
    plain = text.strip("\"'")
    if plain != text:
        text = f"{script.tf}.{ {'float': 'float32', 'double': 'float64', 'int': 'int32'}.get(plain, plain) }".replace(
            " ", ""
        )
    return Input(name, text, code(shape) if shape is not None else "None")


def keep_input(name: str, call: cst.Call, statement: cst.BaseStatement, region: Region, script: Script) -> None:
    """Keep dtype and shape of a placeholder. One that a second graph has alike is the first; another one of the same
    name has a name of its own from there on."""
    made = input_of(name, call, script)
    known = region.inputs.get(name)
    if known is not None and made == replace(known, spec="", place=0):
        region.things[name] = Thing(Kind.INPUT)
        keep_comments(statement, region)
        return
    if known is not None:
        name = script.other_name(name)
    region.things[name] = Thing(Kind.INPUT)
    region.inputs[name] = replace(
        made, name=name, spec=script.name(f"{name.strip('_')}_spec"), place=len(region.entries)
    )
    script.done("placeholders are the parameters of functions")
    keep_spec(statement, region.inputs[name], region, script)


def keep_comments(statement: cst.BaseStatement, region: Region) -> None:
    """Keep the comments of a statement that goes: they are the next one's."""
    lines = [line for line in getattr(statement, "leading_lines", ()) if line.comment]
    if lines and any("port:" in (line.comment.value if line.comment else "") for line in lines):
        region.entries.append(None)


def keep_spec(statement: cst.BaseStatement, made: Input, region: Region, script: Script) -> None:
    """Dtype and shape of a placeholder stay where it was made."""
    if made.default:
        return
    small = only(statement)
    assert isinstance(small, cst.Assign)
    target = cst.AssignTarget(cst.Name(made.spec))
    value = expression(f"{script.tf}.TensorSpec({made.shape}, {made.dtype})")
    keep(region, statement.with_changes(body=[cst.Assign([target], value)]))
