"""A script of graphs and Sessions as one of eager TF2 whose models are Keras'."""

from dataclasses import dataclass

import libcst as cst

from harness.porting.draft import Aim, Draft, marks_in, with_head
from harness.porting.eager.draft import to_eager
from harness.porting.eager.resolve import aliases_of
from harness.porting.eager.tree import assigned, code, marked, walk
from harness.porting.keras.flags import with_training_flags
from harness.porting.keras.gone import without_gone
from harness.porting.keras.helpers import with_plain_helpers
from harness.porting.keras.joined import with_joined_products
from harness.porting.keras.layers import with_layers
from harness.porting.keras.models import with_models
from harness.porting.keras.training import with_model_variables

_NONE = "no layers of Keras stand for this model"


@dataclass(frozen=True)
class Modelled:
    """A text of eager TF2 with models of Keras, and what was done in words."""

    text: str
    changes: tuple[str, ...] = ()


def draft_keras(text: str, aim: Aim) -> Draft:
    """Draft a port of a text of Python 3 to Keras: the eager draft, with its model as layers.

    Raises ValueError, with the line, for a text that Python does not read.
    """
    eager = to_eager(text)
    made = to_keras(eager.text)
    whole = with_head(made.text, f"to Keras of TensorFlow {aim.release} by harness port --to keras")
    return Draft(whole, marks_in(whole), (*eager.changes, *made.changes))


def to_keras(text: str) -> Modelled:
    """Give an eager draft with layers of Keras in the place of hand-written ones, and with models in that of chains of
    layers. One that trains what is no layer is marked."""
    module = cst.parse_module(text)
    aliases = aliases_of(module)
    tf = next((local for local, name in aliases.items() if name == "tf"), "tf")
    flagged = with_training_flags(module, tf)
    layered = with_layers(with_joined_products(with_plain_helpers(flagged, tf), tf), tf)
    modelled = with_models(without_gone(layered.module), layered.layers, tf)
    changes = []
    if flagged is not module:
        changes.append(
            "shares that are kept in dropout are a training flag: a run with all of them kept draws no masks now"
        )
    if layered.layers:
        changes.append("hand-written layers are layers of Keras, with the same first values and activations")
    if modelled.models:
        changes.append("layers that follow each other are a model: " + ", ".join(modelled.models))
    if not layered.layers and not modelled.models and not modelled.alone and _trains(module):
        return Modelled(_marked(module, tf), ())
    return Modelled(with_model_variables(modelled.module, modelled.models).code, tuple(changes))


def _trains(node: cst.CSTNode) -> bool:
    return any(isinstance(each, cst.Attribute) and each.attr.value == "GradientTape" for each in walk(node))


def _marked(module: cst.Module, tf: str) -> str:
    """Mark the first variable, or the first function that trains."""
    found = next((each for each in module.body if _makes_variable(each, tf)), None)
    place = found or next((each for each in module.body if isinstance(each, cst.BaseStatement) and _trains(each)), None)
    if place is None:
        return module.code
    assert isinstance(place, cst.BaseStatement)
    why = f"{_NONE}: none of its variables is a matrix or a kernel that an input is multiplied with, nor a bias alone"
    changed = module.with_changes(body=[marked(each, [why]) if each is place else each for each in module.body])
    return changed.code


def _makes_variable(statement: cst.CSTNode, tf: str) -> bool:
    pair = assigned(statement)
    return pair is not None and f"{tf}.Variable(" in code(pair[1])
