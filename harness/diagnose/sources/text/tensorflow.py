"""TensorFlow's names, each once: its optimizers, decays, losses and updates, and what TF1 and Keras call the same.

Patches run in the child, where nothing of this can be imported: what they name is held to these tables by a test.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class OptimizerNames:
    """An optimizer: ``keras`` and ``tf1`` are its classes in ``tf.keras.optimizers`` and ``tf.train``, empty where it
    has none. Defaults are those from 1.15 to today; tf.keras of 1.4 had others.

    ``epsilon_place`` is the place of epsilon among the arguments of both, None where it has to be named or is not had;
    ``tf1_epsilon`` and ``keras_epsilon`` its defaults, and ``keras_rate`` that of the learning rate. ``rewritten``
    tells whether Keras wrote its formula anew, and ``same_start`` whether tf.train's begins with the same accumulators.
    """

    tf1: str = ""
    keras: str = ""
    epsilon_place: int | None = None
    tf1_epsilon: float | None = None
    keras_epsilon: float | None = None
    keras_rate: float | None = None
    rewritten: bool = False
    same_start: bool = False

    @property
    def kind(self) -> str:
        """What it is called here: Keras' name, or that of tf.train where Keras has none."""
        return self.keras or self.tf1


@dataclass(frozen=True)
class DecayNames:
    """A decay of the learning rate: its function in ``tf.train``, its class in ``tf.keras.optimizers.schedules``, empty
    where it has none; ``from_rate`` where the rate that it begins with is its first argument, ``float32`` where it is
    computed in that width step by step."""

    tf1: str
    keras: str = ""
    from_rate: bool = True
    float32: bool = True


OPTIMIZERS = (
    OptimizerNames("AdamOptimizer", "Adam", 3, 1e-8, 1e-7, 0.001, rewritten=True, same_start=True),
    OptimizerNames("RMSPropOptimizer", "RMSprop", 3, 1e-10, 1e-7, 0.001, rewritten=True),
    OptimizerNames("AdadeltaOptimizer", "Adadelta", 2, 1e-8, 1e-7, 0.001, rewritten=True, same_start=True),
    OptimizerNames("AdagradOptimizer", "Adagrad", 2, None, 1e-7, 0.001, rewritten=True, same_start=True),
    OptimizerNames("FtrlOptimizer", "Ftrl", keras_rate=0.001, rewritten=True, same_start=True),
    OptimizerNames("", "Adamax", 3, None, 1e-7, 0.001, rewritten=True),
    OptimizerNames("", "Nadam", 3, None, 1e-7, 0.001, rewritten=True),
    OptimizerNames("", "AdamW", 4, None, 1e-7, 0.001),
    OptimizerNames("MomentumOptimizer", "SGD", keras_rate=0.01),
    OptimizerNames("GradientDescentOptimizer"),
)

# The modules that have Keras' optimizers, in one release or another.
KERAS_OPTIMIZERS = ("keras.optimizers.", "keras.optimizers.legacy.", "keras.optimizers.experimental.")

EXPONENTIAL = DecayNames("exponential_decay", "ExponentialDecay")
DECAYS = (
    EXPONENTIAL,
    DecayNames("polynomial_decay", "PolynomialDecay"),
    DecayNames("inverse_time_decay", "InverseTimeDecay"),
    DecayNames("cosine_decay", "CosineDecay"),
    DecayNames("natural_exp_decay", float32=False),
    DecayNames("piecewise_constant", "PiecewiseConstantDecay", from_rate=False, float32=False),
)

# What takes a mean over the rows unless it is told otherwise: by hand, in tf.keras.losses, in tf.losses of TF1.
MEANS = (
    "reduce_mean",
    "MeanSquaredError",
    "MeanAbsoluteError",
    "BinaryCrossentropy",
    "CategoricalCrossentropy",
    "SparseCategoricalCrossentropy",
    "Huber",
    "mean_squared_error",
    "absolute_difference",
    "sigmoid_cross_entropy",
    "softmax_cross_entropy",
    "sparse_softmax_cross_entropy",
)

# What makes a train op of an optimizer, and what applies it at once where there is no graph.
TRAIN_OPS = ("minimize", "apply_gradients")
APPLIES = (*TRAIN_OPS, "apply")
# What changes a variable in any way.
UPDATES = (
    *APPLIES,
    *("assign", "assign_sub", "assign_add", "scatter_sub", "scatter_add", "scatter_update", "batch_apply"),
    *("fit", "fit_generator", "train_on_batch", "set_weights"),
)
# What counts a step up.
COUNTS = ("assign_add", "apply_gradients", "increment")


def decay_names(decays: tuple[DecayNames, ...] = DECAYS) -> tuple[str, ...]:
    """Give the names of decays in TF1 and in Keras, those of TF1 first."""
    return (*(decay.tf1 for decay in decays), *(decay.keras for decay in decays if decay.keras))


def optimizer_names(kind: str) -> OptimizerNames:
    """Give the names of an optimizer by what it is called here.

    Raises
    ------
    KeyError
        No optimizer is called so.
    """
    return {names.kind: names for names in OPTIMIZERS}[kind]
