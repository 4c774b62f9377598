"""The table of replacement facts, from which detectors and their experiments come.

A pair of calls is told the first fact that holds of a setting: particular ones stand before general ones.
"""

from harness.diagnose.facts import conditions as when
from harness.diagnose.facts.call_pairs import CallPair
from harness.diagnose.facts.fact import Difference, Fact
from harness.words.finding import Place
from harness.words.stage import Stage

_CONV = ("conv", "conv_transpose", "separable_conv")
_POOL = ("max_pool", "avg_pool")
_ENTROPY = ("softmax_crossentropy", "sigmoid_crossentropy")
_LOSS = (*_ENTROPY, "mean_squared_error", "absolute_error", "huber", "hinge")
_BATCHES = ("batch", "shuffle", "repeat", "take", "skip", "fit")
# Settings by which calls are paired, or that only say something of another one.
_NO_CAUSE = frozenset({"units", "filters", "class", "lr_given", "weighted", "form", "groups"})
_ONLY_THEN = frozenset({"loss-reduction", "sigmoid-logits", "adamw-decay", "epsilon", "lr-ignored"})
_STAGES = {
    "resize": Stage.DATA,
    "crop_and_resize": Stage.DATA,
    "one_hot": Stage.DATA,
    "regularizer": Stage.LOSS,
    "optimizer": Stage.UPDATE,
    "clipping": Stage.GRADIENTS,
    "schedule": Stage.RATE,
    "average": Stage.STATISTICS,
    "normal_initializer": Stage.START,
    "uniform_initializer": Stage.START,
    "scaling_initializer": Stage.START,
    **dict.fromkeys((*_LOSS, "weighted_crossentropy", "ctc"), Stage.LOSS),
}


# What no particular cause is about.
OTHER = "other-setting"
_SAME_NORM = (
    "give layer_norm's own: epsilon=1e-12, and mean and variance over all axes after that of the batch, with one gamma "
    "and beta a channel: tf.nn.moments and tf.nn.batch_normalization, for axis=[1, 2] of Keras has one for each place"
)

FACTS: tuple[Fact, ...] = (
    Fact(
        "dropout-keep-prob",
        Stage.FORWARD,
        ("dropout",),
        "rate",
        "give rate=1 - keep_prob: TF1's second argument says what is kept, TF2's what is dropped",
        when.complement,
        lambda _left, right: 1 - right,
    ),
    Fact(
        "dropout-left-out",
        Stage.FORWARD,
        ("dropout",),
        "drops",
        "leave the dropout out: tf.layers.dropout drops nothing unless it is given training=True",
        when.stopped,
    ),
    Fact(
        "gradient-not-stopped",
        Stage.GRADIENTS,
        ("softmax_crossentropy",),
        "label_gradient",
        "put tf.stop_gradient around the labels: the cross entropy of TF1 hands no gradient on to them",
        when.stopped,
    ),
    Fact(
        "resize-half-pixel",
        Stage.DATA,
        ("resize",),
        "half_pixel_centers",
        "use tf.compat.v1.image.resize, whose pixels are points at their corners",
    ),
    Fact("resize-half-pixel", Stage.DATA, ("resize",), "align_corners", "use tf.compat.v1.image.resize"),
    *(
        Fact("dataset-settings", Stage.DATA, _BATCHES, setting, f"give its {setting.replace('_', ' ')} as {{left}}")
        for setting in ("size", "drop_remainder", "buffer", "reshuffle", "count", "shuffle")
    ),
    Fact("gru-reset-after", Stage.FORWARD, ("gru",), "reset_after", "give the GRU reset_after={left}"),
    Fact(
        "recurrent-bias",
        Stage.START,
        ("gru",),
        "gate_bias",
        "start the biases of both gates at {left}, with a bias_initializer",
    ),
    Fact("recurrent-bias", Stage.START, ("lstm", "conv_lstm"), "forget_bias", "give unit_forget_bias={left}"),
    Fact(
        "hard-sigmoid",
        Stage.FORWARD,
        ("gru", "lstm", "conv_lstm"),
        "recurrent_activation",
        "give recurrent_activation: {left}",
    ),
    Fact(
        "contrib-relu",
        Stage.FORWARD,
        ("dense", *_CONV),
        "activation",
        "give activation='relu': layers of tf.contrib have it by default",
        when.contrib_relu,
    ),
    *(
        Fact(
            "contrib-padding",
            Stage.FORWARD,
            (*_CONV, *_POOL),
            setting,
            f"give {setting} as the layer of tf.contrib has it: {{left}}",
            when.of_contrib,
        )
        for setting in ("padding", "strides")
    ),
    *(
        Fact("layer-norm-defaults", Stage.FORWARD, ("layer_norm",), setting, _SAME_NORM)
        for setting in ("epsilon", "axes", "center", "scale")
    ),
    Fact(
        "bn-bessel",
        Stage.STATISTICS,
        ("batch_norm",),
        "bessel",
        "multiply the variance that goes into the moving one by n / (n - 1), or take the numbers as those of Keras 3",
    ),
    *(
        Fact("batch-norm-defaults", stage, ("batch_norm",), setting, f"give {setting}={{left}}")
        for setting, stage in (
            ("momentum", Stage.STATISTICS),
            ("epsilon", Stage.FORWARD),
            ("center", Stage.FORWARD),
            ("scale", Stage.FORWARD),
            ("training", Stage.FORWARD),
        )
    ),
    Fact("leaky-relu-slope", Stage.FORWARD, ("leaky_relu",), "alpha", "give the slope {left}"),
    Fact("softmax-axis", Stage.FORWARD, ("softmax", "softmax_crossentropy"), "axis", "give axis={left}"),
    Fact("from-logits", Stage.LOSS, _ENTROPY, "from_logits", "give from_logits={left}"),
    Fact(
        "loss-reduction",
        Stage.LOSS,
        _LOSS,
        "reduction",
        "divide the sum of the weighted losses by what the left side divides it by ({left})",
        when.weighted,
    ),
    Fact(
        "sigmoid-logits",
        Stage.LOSS,
        ("crossentropy",),
        "through",
        "give the layer the activation itself, or take from_logits=True and no activation: Keras finds the logits of a "
        "probability only where it comes straight from a sigmoid or softmax, and clips it otherwise",
        when.through_logits,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "l2-half",
        Stage.LOSS,
        ("regularizer",),
        "l2",
        "give l2={left}: TF1's l2 regularizer takes half of the sum of squares",
        when.twice,
    ),
    Fact(
        OTHER,
        Stage.LOSS,
        _ENTROPY,
        "label_smoothing",
        "smooth the labels by {left}: CategoricalCrossentropy(label_smoothing={left}) with tf.one_hot labels, for a "
        "loss that takes classes has no such argument",
        when.cannot_smooth,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        OTHER,
        Stage.LOSS,
        ("cosine",),
        "normalizes",
        "do not divide by the lengths: 1 - tf.reduce_mean(tf.reduce_sum(a * b, axis)); or, where that was meant, "
        "normalize on both sides",
        when.stopped,
    ),
    Fact("ctc-blank", Stage.LOSS, ("ctc",), "blank", "give blank_index=-1: TF1's blank is the last class"),
    *(
        Fact("initializer-defaults", Stage.START, (kind,), setting, f"give {setting}={{left}}")
        for kind, settings in (
            ("normal_initializer", ("mean", "stddev")),
            ("uniform_initializer", ("least", "most")),
            ("scaling_initializer", ("scale", "mode", "distribution")),
        )
        for setting in settings
    ),
    Fact(
        OTHER,
        Stage.DATA,
        ("mean",),
        "integer",
        "cast to tf.float32 before the mean: that of whole numbers is cut to a whole number",
        when.stopped,
    ),
    Fact(
        OTHER,
        Stage.DATA,
        ("split",),
        "skips_empty",
        "leave the separator out, or drop empty words: tf.string_split skips them by default, tf.strings.split keeps "
        "them",
    ),
    Fact(
        OTHER,
        Stage.FORWARD,
        ("lookup", "sparse_lookup"),
        "shards",
        "use tf.compat.v1.nn.embedding_lookup, whose partition_strategy is 'mod' by default: row i lies in table i % "
        "n, where that of TF2 has the rows of one table after those of the other",
    ),
    Fact(
        OTHER,
        Stage.FORWARD,
        ("conv",),
        "padded",
        "pad by {left} (tf.pad, ZeroPadding2D) and give padding='valid': 'same' pads by less above and on the left "
        "where the stride is 2",
        when.padded,
    ),
    Fact(
        "clipnorm-per-variable",
        Stage.GRADIENTS,
        ("clipping",),
        "how",
        "give global_clipnorm in place of clipnorm, or clip with tf.clip_by_global_norm before apply_gradients",
        when.global_norm,
    ),
    Fact(
        OTHER,
        Stage.GRADIENTS,
        ("clipping",),
        "how",
        "clip as the left side does, {left}: clipvalue= (value) holds each element in a range, clipnorm= (each) the "
        "norm of each variable, global_clipnorm= (global) that of all",
    ),
    Fact(
        "lr-ignored",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give learning_rate: optimizers of 2.11 to 2.15 take lr and ignore it",
        when.ignored,
    ),
    Fact(
        "adadelta-rate",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give Adadelta learning_rate={left}: its default has changed",
        when.adadelta_rate,
    ),
    Fact(
        "default-rate",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give learning_rate={left}: the default is another one",
        when.default_rate,
    ),
    Fact("other-rate", Stage.RATE, ("optimizer",), "learning_rate", "use the rate {left}", when.one_class),
    Fact(
        "adamw-decay",
        Stage.UPDATE,
        ("optimizer",),
        "decay_times_rate",
        "give weight_decay divided by the learning rate: Keras multiplies it by the rate, tf.contrib does not",
        when.decays,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "keras-decay",
        Stage.RATE,
        ("optimizer",),
        "decay",
        "give the rate as tf.keras.optimizers.schedules.InverseTimeDecay(rate, 1, {left}): that is what decay was, and "
        "weight_decay is something else",
        when.one_class,
    ),
    Fact(
        "other-optimizer",
        Stage.UPDATE,
        ("optimizer",),
        "lazy",
        "move only the rows that have a gradient, as LazyAdam does: Adam moves all of them in every step",
        when.one_class,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "adagrad-accumulator",
        Stage.UPDATE,
        ("optimizer",),
        "accumulator",
        "give initial_accumulator_value={left}",
        when.one_class,
    ),
    Fact("epsilon", Stage.UPDATE, ("optimizer",), "epsilon", "give the optimizer epsilon={left}", when.other_epsilon),
)


def differences(
    pairs: tuple[CallPair, ...], kinds: tuple[frozenset[str], frozenset[str]] = (frozenset(), frozenset())
) -> tuple[Difference, ...]:
    """Give what differs between the calls of each pair, by the first fact that holds of a setting; what no fact knows
    of is ``other-setting``. Of optimizers of another kind nothing is told: their settings mean other things. ``kinds``
    are those of all calls of each side: an activation may be a layer of its own."""
    found = []
    for pair in pairs:
        shared = [name for name in pair.left.settings if name in pair.right.settings and name not in _NO_CAUSE]
        for setting in shared:
            fact = next((fact for fact in FACTS if fact.setting == setting and fact.tells(pair)), None)
            fact = fact or _other(pair, setting, kinds)
            if fact is not None:
                left, right = pair.left.settings[setting], pair.right.settings[setting]
                wanted = fact.wanted(left, right) if fact.wanted is not None else left
                found.append(Difference(fact, pair, left, right, wanted))
    return tuple(found)


def _other(pair: CallPair, setting: str, kinds: tuple[frozenset[str], frozenset[str]]) -> Fact | None:
    """The fact of a setting that a user has given otherwise; ``kinds`` are those of all calls of each side."""
    known = [fact for fact in FACTS if fact.setting == setting and pair.left.kind in fact.kinds]
    # What is only told where something else holds is no difference where that does not.
    if any(fact.cause in _ONLY_THEN for fact in known):
        return None
    if not when.one_class(pair, pair.left.settings[setting], pair.right.settings[setting]):
        return None
    if setting == "activation" and not when.nowhere_else(pair, kinds):
        return None
    stage = _STAGES.get(pair.left.kind, Stage.FORWARD)
    return Fact(OTHER, stage, (pair.left.kind,), setting, f"give {setting}={{left}}")


def _stages_of(cause: str) -> tuple[Stage, ...]:
    stages = tuple(dict.fromkeys(fact.stage for fact in FACTS if fact.cause == cause))
    # What makes the data ready is seen as part of the forward pass where the script does it in its graph.
    return (*stages, Stage.FORWARD) if Stage.DATA in stages else stages


# The stages in which each cause lives.
STAGES = {**{fact.cause: _stages_of(fact.cause) for fact in FACTS}, OTHER: tuple(Stage)}
