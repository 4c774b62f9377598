"""Facts of data, of what layers begin with, and of the forward pass."""

from harness.diagnose.facts import conditions as when
from harness.diagnose.facts.fact import OTHER, Fact
from harness.words.stage import Stage

_CONV = ("conv", "conv_transpose", "separable_conv")
_POOL = ("max_pool", "avg_pool")
_BATCHES = ("batch", "shuffle", "repeat", "take", "skip", "fit")
_SAME_NORM = (
    "give layer_norm's own: epsilon=1e-12, and mean and variance over all axes after that of the batch, with one gamma "
    "and beta a channel: tf.nn.moments and tf.nn.batch_normalization, for axis=[1, 2] of Keras has one for each place"
)

OF_LAYERS: tuple[Fact, ...] = (
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
    Fact(
        OTHER,
        Stage.DATA,
        ("lookup_layer",),
        "mask",
        "give mask_token={left}: with one, as older releases have by default, index 0 is that of the mask, and all "
        "others are larger by one",
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
        "hard-sigmoid",
        Stage.FORWARD,
        ("dense", *_CONV, "activation"),
        "activation",
        "give the activation as a function of its own: {left} is 0.2 * x + 0.5 up to Keras 2, and x / 6 + 0.5 from "
        "Keras 3 on, between 0 and 1",
        when.other_slope,
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
        "multiply the variance that goes into the moving one by n / (n - 1), or take the numbers without it",
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
    Fact(
        OTHER,
        Stage.FORWARD,
        ("conv_transpose",),
        "short",
        "make its output {left} shorter than its input times the strides, by output_padding: what is cut off behind "
        "the layer is cut off at one end only",
    ),
    Fact("leaky-relu-slope", Stage.FORWARD, ("leaky_relu",), "alpha", "give the slope {left}"),
    Fact("softmax-axis", Stage.FORWARD, ("softmax", "softmax_crossentropy"), "axis", "give axis={left}"),
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
        "pad by {left} (tf.pad, ZeroPadding2D) and give padding='valid', or 'causal' where Conv1D is to see no later "
        "step: 'same' pads both ends, and by less above and on the left where the stride is 2",
        when.padded,
    ),
    Fact(
        OTHER,
        Stage.DATA,
        ("preprocess",),
        "mode",
        "prepare images as the weights of that network want them: "
        "tf.keras.applications.imagenet_utils.preprocess_input(x, mode='{left}')",
    ),
)
