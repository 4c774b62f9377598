"""Optimizers and decays of TensorFlow 1, as those of Keras with what makes them equal in the atlas."""

from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.tree import code


@dataclass(frozen=True)
class Made:
    """The text that makes an optimizer; ``rate`` is the text of its learning rate; ``doubt`` is why it is TF1's own."""

    text: str
    rate: str
    doubt: str = ""


_NAMES = {
    "learning_rate": "learning_rate",
    "beta1": "beta_1",
    "beta2": "beta_2",
    "use_nesterov": "nesterov",
    "name": "name",
}
# By name: the arguments in their order, that of Keras, what makes both equal.
_KERAS: dict[str, tuple[tuple[str, ...], str, dict[str, str]]] = {
    "tf.train.GradientDescentOptimizer": (("learning_rate",), "SGD", {}),
    "tf.train.MomentumOptimizer": (("learning_rate", "momentum"), "SGD", {}),
    "tf.train.AdamOptimizer": (
        ("learning_rate", "beta1", "beta2", "epsilon"),
        "Adam",
        {"learning_rate": "0.001", "epsilon": "1e-8"},
    ),
    "tf.train.AdagradOptimizer": (
        ("learning_rate", "initial_accumulator_value"),
        "Adagrad",
        {"initial_accumulator_value": "0.1", "epsilon": "1e-20"},
    ),
    "tf.train.AdadeltaOptimizer": (
        ("learning_rate", "rho", "epsilon"),
        "Adadelta",
        {"learning_rate": "0.001", "epsilon": "1e-8"},
    ),
    "tf.train.FtrlOptimizer": (("learning_rate", "learning_rate_power", "initial_accumulator_value"), "Ftrl", {}),
}
_WHY = {
    "tf.train.RMSPropOptimizer": "kept as TF1's: its mean of squares begins at 1, that of Keras' RMSprop at 0",
    "tf.train.MomentumOptimizer": "kept as TF1's: the rate changes, and Keras' SGD has the rate within the velocity",
}


def optimizer_of(call: cst.Call, name: str, tf: str, changes: bool, callable_rate: str) -> Made:
    """Give what makes an optimizer. ``changes`` says that its rate is another one later on; ``callable_rate`` is a text
    that gives the rate when it is called, where there is one."""
    order, keras, equal = _KERAS.get(name, ((), "", {}))
    given: dict[str, str] = {}
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (order[place] if place < len(order) else "")
        if not word and place == 0:
            word = "learning_rate"
        given[word or f"_{place}"] = code(each.value)
    for useless in ("use_locking",):
        given.pop(useless, None)
    rate = given.get("learning_rate", equal.get("learning_rate", ""))
    own = not keras or (name == "tf.train.MomentumOptimizer" and changes)
    if own:
        words = [
            text if word.startswith("_") or word == "learning_rate" else f"{word}={text}"
            for word, text in given.items()
        ]
        if changes and callable_rate and words:
            words[0] = f"lambda: {callable_rate}"
        why = _WHY.get(name, "kept as TF1's: no optimizer of Keras was measured to compute the same")
        return Made(f"{tf}.compat.v1.{name.removeprefix('tf.')}({', '.join(words)})", rate, why)
    for word, text in equal.items():
        given.setdefault(word, text)
    given.pop("name", None)
    if changes:
        given["learning_rate"] = callable_rate or "0.0"
    words = [given.pop("learning_rate")] if "learning_rate" in given else []
    words += [f"{_NAMES.get(word, word)}={text}" for word, text in given.items()]
    return Made(f"{tf}.keras.optimizers.{keras}({', '.join(words)})", rate)


_SCHEDULES: dict[str, tuple[str, tuple[str, ...]]] = {
    "tf.train.exponential_decay": (
        "ExponentialDecay",
        ("initial_learning_rate", "global_step", "decay_steps", "decay_rate", "staircase"),
    ),
    "tf.train.inverse_time_decay": (
        "InverseTimeDecay",
        ("initial_learning_rate", "global_step", "decay_steps", "decay_rate", "staircase"),
    ),
    "tf.train.natural_exp_decay": (
        "ExponentialDecay",
        ("initial_learning_rate", "global_step", "decay_steps", "decay_rate", "staircase"),
    ),
    "tf.train.polynomial_decay": (
        "PolynomialDecay",
        ("initial_learning_rate", "global_step", "decay_steps", "end_learning_rate", "power", "cycle"),
    ),
    "tf.train.cosine_decay": ("CosineDecay", ("initial_learning_rate", "global_step", "decay_steps", "alpha")),
    "tf.train.piecewise_constant": ("PiecewiseConstantDecay", ("global_step", "boundaries", "values")),
}


def schedule_of(call: cst.Call, name: str, tf: str) -> tuple[str, str]:
    """Give the text that makes a schedule, and that of the counter which it follows."""
    keras, order = _SCHEDULES[name]
    given: dict[str, str] = {}
    for place, each in enumerate(call.args):
        word = each.keyword.value if each.keyword else (order[place] if place < len(order) else "")
        word = {"learning_rate": "initial_learning_rate", "x": "global_step"}.get(word, word)
        if word and word != "name":
            given[word] = code(each.value)
    counter = given.pop("global_step", "")
    if name == "tf.train.natural_exp_decay" and "decay_rate" in given:
        given["decay_rate"] = f"{tf}.math.exp(-{given['decay_rate']})"
    words: list[str] = []
    for word in order:
        if word in given:
            words.append(given[word] if len(words) < 3 and word != "staircase" else f"{word}={given[word]}")
    return f"{tf}.keras.optimizers.schedules.{keras}({', '.join(words)})", counter
