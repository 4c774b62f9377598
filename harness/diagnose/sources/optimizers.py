"""Optimizers: which ones a script makes, of TF1 or of Keras, and with which epsilon."""

from dataclasses import dataclass

from harness.diagnose.sources.source import Call, Source

# Name in TF1, name in Keras, place of epsilon and its default in each (None: it has none there).
_KINDS = (
    ("AdamOptimizer", "Adam", 3, 1e-8, 1e-7),
    ("RMSPropOptimizer", "RMSprop", 3, 1e-10, 1e-7),
    ("AdadeltaOptimizer", "Adadelta", 2, 1e-8, 1e-7),
    ("AdagradOptimizer", "Adagrad", 2, None, 1e-7),
    ("FtrlOptimizer", "Ftrl", 99, None, None),
    ("", "Adamax", 3, None, 1e-7),
    ("", "Nadam", 3, None, 1e-7),
    ("", "AdamW", 4, None, 1e-7),
    ("MomentumOptimizer", "SGD", 99, None, None),
    ("GradientDescentOptimizer", "", 99, None, None),
)
_KERAS = ("keras.optimizers.", "keras.optimizers.legacy.", "keras.optimizers.experimental.")


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
        for old, new, place, epsilon, keras_epsilon in _KINDS:
            if old and call.api == f"train.{old}":
                found.append(_optimizer(call, new or old, place, epsilon, keras=False))
            elif new and call.api in [f"{module}{new}" for module in _KERAS]:
                found.append(_optimizer(call, new, place, keras_epsilon, keras=True))
    return tuple(found)


def _optimizer(call: Call, kind: str, place: int, epsilon: float | None, *, keras: bool) -> Optimizer:
    text = call.argument(place, "epsilon")
    given = text is not None and text != "None"
    return Optimizer(call, kind, keras, _number(str(text)) if given else epsilon, given)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None
