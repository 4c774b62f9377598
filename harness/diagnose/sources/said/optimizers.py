"""Optimizers: which ones a script makes, of TF1 or of Keras, and with which epsilon."""

from dataclasses import dataclass

from harness.diagnose.sources.text.source import Call, Source
from harness.diagnose.sources.text.tensorflow import KERAS_OPTIMIZERS, OPTIMIZERS, OptimizerNames


@dataclass(frozen=True)
class Optimizer:
    """An optimizer that a script makes: ``kind`` is Keras' name for it, ``keras`` whether it is Keras' or TF1's.

    ``epsilon`` is what it has, its default where the script gives none; None where that cannot be told.
    """

    call: Call
    kind: str
    keras: bool
    epsilon: float | None
    given: bool

    @property
    def momentum(self) -> bool:
        """Whether it has a velocity."""
        if not self.keras:
            return self.call.method == "MomentumOptimizer"
        text = self.call.argument(1, "momentum")
        return self.kind == "SGD" and text is not None and _number(text) != 0

    @property
    def stateful(self) -> bool:
        """Whether it remembers anything from step to step."""
        if self.kind == "SGD":
            return self.momentum
        return self.kind != "GradientDescentOptimizer"


def optimizers_of(source: Source) -> tuple[Optimizer, ...]:
    """Give the optimizers of TF1 and Keras that a script makes, in the order of lines."""
    found = []
    for call in source.calls:
        for names in OPTIMIZERS:
            if names.tf1 and call.api == f"train.{names.tf1}":
                found.append(_optimizer(call, names, keras=False))
            elif names.keras and call.api in [f"{module}{names.keras}" for module in KERAS_OPTIMIZERS]:
                found.append(_optimizer(call, names, keras=True))
    return tuple(found)


def _optimizer(call: Call, names: OptimizerNames, *, keras: bool) -> Optimizer:
    place = len(call.arguments) if names.epsilon_place is None else names.epsilon_place
    text = call.argument(place, "epsilon")
    given = text is not None and text != "None"
    default = names.keras_epsilon if keras else names.tf1_epsilon
    return Optimizer(call, names.kind, keras, _number(str(text)) if given else default, given)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
