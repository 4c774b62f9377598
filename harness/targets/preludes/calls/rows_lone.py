"""Rows of calls that a port may lack altogether: what they do is left out where one side has none of them."""

from _harness_preludes.calls.places import is_of_weights
from _harness_preludes.calls.row import Row
from _harness_preludes.calls.rows import ROWS
from _harness_preludes.calls.values import Always, Computed
from _harness_preludes.calls.worked_out import is_of_integers, skips_empty_words


def _of_weights(arguments):
    return is_of_weights(arguments.get("t", arguments.get("input_tensor", arguments.get("tensor"))))


_PIECES = {"class": Always("piecewise"), "boundaries": "boundaries", "values": "values"}

LONE = [
    # Of gradients it is a clipping, which ``settings_of`` tells.
    Row("clip", "tf.clip_by_value", least="clip_value_min", most="clip_value_max"),
    Row("training_op", "tf.contrib.layers.optimize_loss"),
    Row("penalty", "tf.nn.l2_loss", only=_of_weights),
    Row("penalty", "tf.reduce_sum tf.norm", only=_of_weights),
    Row("stop_gradient", "tf.stop_gradient"),
    Row("lengths", "tf.keras.layers.Masking"),
    Row("sigmoid", "tf.sigmoid tf.nn.sigmoid tf.math.sigmoid tf.keras.activations.sigmoid"),
    Row("relu", "tf.nn.relu tf.keras.activations.relu tf.keras.layers.ReLU"),
    Row("tanh", "tf.tanh tf.nn.tanh tf.math.tanh tf.keras.activations.tanh"),
    Row("standardization", "tf.image.per_image_standardization"),
    Row("schedule", "tf.train.piecewise_constant tf.train.piecewise_constant_decay", settings=_PIECES),
    Row("schedule", "tf.keras.optimizers.schedules.PiecewiseConstantDecay", settings=_PIECES),
    Row(
        "schedule",
        "tf.train.natural_exp_decay",
        **{"class": Always("natural"), "rate": "learning_rate", "steps": "decay_steps", "factor": "decay_rate"},
    ),
]

# What two scripts compute of the same numbers, and may compute of other ones.
SPOKEN = [
    Row("mean", "tf.reduce_mean", integer=Computed(is_of_integers)),
    Row("argmax", "tf.argmax tf.arg_max tf.math.argmax", axis=("axis", "dimension", Always(0))),
    Row("split", "tf.string_split tf.strings.split", skips_empty=Computed(skips_empty_words)),
]

ALL_ROWS = ROWS + LONE + SPOKEN
