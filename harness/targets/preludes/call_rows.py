"""The calls whose settings are known: public symbols by kind, and where each setting is among their arguments.

A kind and its settings are the same in all eras. A setting is an argument, ``"rate"``; a part of one, ``"1-keep_prob"``
or ``"scale/2"``; the first of several that the release has and that is not None; or what the code does always,
``Always(value)``. ``Computed(function)`` works it out of all arguments, by name.
"""

from call_values import (
    Always,
    Computed,
    axes_of_layer_norm,
    bessel,
    blank_of_ctc,
    ignored_rate,
    rate_of_keras,
    sigmoid_slope,
)


class Row(object):
    """Symbols of one kind. ``anywhere`` says that calls from inside of TensorFlow count, too: ``compile("adam")``;
    ``only`` of which calls it is the row, by their arguments: all by default."""

    def __init__(self, kind, symbols, anywhere=False, settings=None, only=None, **more):
        self.only = only
        self.kind = kind
        self.symbols = symbols.split()
        self.anywhere = anywhere
        self.settings = dict(settings or {}, **more)


# ---- forward ----

_ACTIVATED = {"activation": ("activation_fn", "activation"), "use_bias": ("use_bias", Always(True))}
_PLACED = {"padding": "padding", "strides": ("strides", "stride"), "dilation": ("dilation_rate", "rate", "dilations")}
_RECURRENT = {"activation": ("activation", Always("tanh")), "recurrent_activation": Computed(sigmoid_slope)}
_NORMED = {"epsilon": "epsilon", "center": "center", "scale": "scale"}

FORWARD = [
    Row(
        "dropout",
        "tf.nn.dropout tf.layers.dropout tf.layers.Dropout tf.contrib.layers.dropout "
        "tf.keras.layers.Dropout tf.keras.layers.SpatialDropout1D tf.keras.layers.SpatialDropout2D",
        rate=("rate", "1-keep_prob"),
        training=("training", "is_training"),
    ),
    Row("noise", "tf.keras.layers.GaussianNoise", stddev="stddev"),
    Row(
        "dense",
        "tf.layers.dense tf.layers.Dense tf.contrib.layers.fully_connected tf.contrib.slim.fully_connected "
        "tf.keras.layers.Dense",
        settings=_ACTIVATED,
        units=("units", "num_outputs"),
    ),
    Row(
        "conv",
        "tf.layers.conv1d tf.layers.conv2d tf.layers.conv3d tf.layers.Conv1D tf.layers.Conv2D "
        "tf.contrib.layers.conv1d tf.contrib.layers.conv2d tf.contrib.layers.conv3d tf.contrib.slim.conv2d "
        "tf.keras.layers.Conv1D tf.keras.layers.Conv2D tf.keras.layers.Conv3D",
        settings=dict(_ACTIVATED, **_PLACED),
        filters=("filters", "num_outputs"),
    ),
    Row("conv_op", "tf.nn.conv1d tf.nn.conv2d tf.nn.depthwise_conv2d", settings=_PLACED),
    Row(
        "conv_transpose",
        "tf.layers.conv2d_transpose tf.contrib.layers.conv2d_transpose "
        "tf.contrib.layers.convolution2d_transpose tf.keras.layers.Conv2DTranspose",
        settings=dict(_ACTIVATED, padding="padding", strides=("strides", "stride")),
    ),
    Row(
        "separable_conv",
        "tf.layers.separable_conv2d tf.contrib.layers.separable_conv2d tf.keras.layers.SeparableConv2D",
        settings=dict(_ACTIVATED, padding="padding", strides=("strides", "stride")),
    ),
    Row(
        "max_pool",
        "tf.nn.max_pool tf.nn.max_pool2d tf.layers.max_pooling1d tf.layers.max_pooling2d "
        "tf.contrib.layers.max_pool2d tf.keras.layers.MaxPooling1D tf.keras.layers.MaxPooling2D",
        padding="padding",
        pool=("pool_size", "kernel_size", "ksize"),
        strides=("strides", "stride", "pool_size", "kernel_size"),
    ),
    Row(
        "avg_pool",
        "tf.nn.avg_pool tf.nn.avg_pool2d tf.layers.average_pooling1d tf.layers.average_pooling2d "
        "tf.contrib.layers.avg_pool2d tf.keras.layers.AveragePooling1D tf.keras.layers.AveragePooling2D",
        padding="padding",
        pool=("pool_size", "kernel_size", "ksize"),
        strides=("strides", "stride", "pool_size", "kernel_size"),
    ),
    Row(
        "batch_norm",
        "tf.contrib.layers.batch_norm tf.contrib.slim.batch_norm",
        settings=_NORMED,
        momentum="decay",
        training="is_training",
        fused="fused",
    ),
    Row(
        "batch_norm",
        "tf.layers.batch_normalization tf.layers.BatchNormalization",
        settings=_NORMED,
        momentum="momentum",
        training="training",
        bessel=Computed(bessel),
    ),
    Row(
        "batch_norm",
        "tf.keras.layers.BatchNormalization",
        settings=_NORMED,
        momentum="momentum",
        bessel=Computed(bessel),
    ),
    Row(
        "layer_norm",
        "tf.contrib.layers.layer_norm tf.keras.layers.LayerNormalization",
        axes=Computed(axes_of_layer_norm),
        epsilon=("epsilon", Always(1e-12)),
        center="center",
        scale="scale",
    ),
    Row(
        "group_norm",
        "tf.contrib.layers.group_norm tf.keras.layers.GroupNormalization",
        epsilon=("epsilon", Always(1e-6)),
        groups="groups",
        center="center",
        scale="scale",
    ),
    Row("instance_norm", "tf.contrib.layers.instance_norm", settings=_NORMED),
    Row("normalization_op", "tf.nn.batch_normalization", epsilon="variance_epsilon"),
    Row(
        "l2_normalize",
        "tf.nn.l2_normalize tf.math.l2_normalize tf.linalg.l2_normalize",
        axis=("axis", "dim"),
        epsilon="epsilon",
    ),
    Row(
        "response_norm",
        "tf.nn.local_response_normalization tf.nn.lrn",
        depth_radius="depth_radius",
        bias="bias",
        alpha="alpha",
        beta="beta",
    ),
    Row(
        "leaky_relu",
        "tf.nn.leaky_relu tf.keras.layers.LeakyReLU tf.keras.activations.leaky_relu",
        alpha=("alpha", "negative_slope"),
    ),
    Row("elu", "tf.keras.layers.ELU tf.keras.activations.elu", alpha="alpha"),
    Row("gelu", "tf.nn.gelu tf.keras.activations.gelu", approximate="approximate"),
    Row(
        "softmax",
        "tf.nn.softmax tf.nn.log_softmax tf.keras.layers.Softmax tf.keras.activations.softmax",
        axis=("axis", "dim", Always(-1)),
    ),
    Row("hard_sigmoid", "tf.keras.activations.hard_sigmoid", slope=Computed(sigmoid_slope)),
    Row(
        "gru",
        "tf.keras.layers.GRU tf.keras.layers.GRUCell tf.compat.v1.keras.layers.GRU",
        settings=_RECURRENT,
        reset_after=("reset_after", Always(False)),
        gate_bias=Always(0.0),
    ),
    Row(
        "gru",
        "tf.nn.rnn_cell.GRUCell tf.contrib.rnn.GRUCell",
        activation=("activation", Always("tanh")),
        recurrent_activation=Always("sigmoid"),
        reset_after=Always(False),
        gate_bias=Always(1.0),
    ),
    Row(
        "lstm",
        "tf.keras.layers.LSTM tf.keras.layers.LSTMCell tf.compat.v1.keras.layers.LSTM",
        settings=_RECURRENT,
        forget_bias="unit_forget_bias",
    ),
    Row(
        "lstm",
        "tf.nn.rnn_cell.LSTMCell tf.contrib.rnn.LSTMCell tf.nn.rnn_cell.BasicLSTMCell "
        "tf.contrib.rnn.BasicLSTMCell tf.contrib.rnn.LSTMBlockCell",
        forget_bias="forget_bias",
        activation=("activation", Always("tanh")),
        recurrent_activation=Always("sigmoid"),
    ),
    Row("conv_lstm", "tf.keras.layers.ConvLSTM2D", settings=_RECURRENT, forget_bias="unit_forget_bias"),
    Row(
        "simple_rnn",
        "tf.keras.layers.SimpleRNN tf.nn.rnn_cell.BasicRNNCell tf.contrib.rnn.BasicRNNCell",
        activation=("activation", Always("tanh")),
    ),
    Row("embedding", "tf.keras.layers.Embedding", mask_zero="mask_zero"),
    Row("lookup", "tf.nn.embedding_lookup", max_norm="max_norm"),
    Row("moments", "tf.nn.moments", axes="axes"),
    Row("one_hot", "tf.one_hot", on="on_value", off="off_value", axis="axis"),
    Row("upsampling", "tf.keras.layers.UpSampling2D", size="size", interpolation=("interpolation", Always("nearest"))),
]

# ---- data ----

_V1_RESIZE = {
    "align_corners": ("align_corners", Always(False)),
    "half_pixel_centers": ("half_pixel_centers", Always(False)),
}

DATA = [
    Row(
        "resize",
        "tf.image.resize_images tf.compat.v1.image.resize tf.image.resize_image_with_pad",
        settings=_V1_RESIZE,
        method="method",
        antialias=Always(False),
    ),
    Row("resize", "tf.image.resize_bilinear", settings=_V1_RESIZE, method=Always("bilinear"), antialias=Always(False)),
    Row(
        "resize",
        "tf.image.resize_nearest_neighbor",
        settings=_V1_RESIZE,
        method=Always("nearest"),
        antialias=Always(False),
    ),
    Row("resize", "tf.image.resize_bicubic", settings=_V1_RESIZE, method=Always("bicubic"), antialias=Always(False)),
    Row("resize", "tf.image.resize_area", settings=_V1_RESIZE, method=Always("area"), antialias=Always(False)),
    Row(
        "resize",
        "tf.image.resize tf.image.resize_with_pad",
        method="method",
        align_corners=Always(False),
        half_pixel_centers=Always(True),
        antialias="antialias",
    ),
    Row("crop_and_resize", "tf.image.crop_and_resize", method="method", extrapolation="extrapolation_value"),
]

# ---- loss ----

_WEIGHTED = {"reduction": "reduction", "weighted": "weights"}

LOSS = [
    Row("mean_squared_error", "tf.losses.mean_squared_error", settings=_WEIGHTED),
    Row("mean_squared_error", "tf.keras.losses.MeanSquaredError", reduction="reduction"),
    Row("absolute_error", "tf.losses.absolute_difference", settings=_WEIGHTED),
    Row("absolute_error", "tf.keras.losses.MeanAbsoluteError", reduction="reduction"),
    Row("huber", "tf.losses.huber_loss", settings=_WEIGHTED, delta="delta"),
    Row("huber", "tf.keras.losses.Huber", reduction="reduction", delta="delta"),
    Row("huber", "tf.keras.losses.huber", delta="delta"),
    Row("hinge", "tf.losses.hinge_loss", settings=_WEIGHTED),
    Row("hinge", "tf.keras.losses.Hinge", reduction="reduction"),
    Row(
        "softmax_crossentropy",
        "tf.losses.softmax_cross_entropy",
        settings=_WEIGHTED,
        label_smoothing="label_smoothing",
        from_logits=Always(True),
    ),
    Row("softmax_crossentropy", "tf.losses.sparse_softmax_cross_entropy", settings=_WEIGHTED, from_logits=Always(True)),
    Row(
        "softmax_crossentropy",
        "tf.nn.softmax_cross_entropy_with_logits tf.nn.softmax_cross_entropy_with_logits_v2",
        axis=("axis", "dim"),
        from_logits=Always(True),
    ),
    Row("softmax_crossentropy", "tf.nn.sparse_softmax_cross_entropy_with_logits", from_logits=Always(True)),
    Row(
        "softmax_crossentropy",
        "tf.contrib.seq2seq.sequence_loss",
        from_logits=Always(True),
        weighted="weights",
        reduction=Always("sum over weights"),
    ),
    Row(
        "softmax_crossentropy",
        "tf.keras.losses.CategoricalCrossentropy tf.keras.losses.SparseCategoricalCrossentropy",
        reduction="reduction",
        label_smoothing="label_smoothing",
        from_logits="from_logits",
    ),
    Row(
        "softmax_crossentropy",
        "tf.keras.losses.categorical_crossentropy tf.keras.losses.sparse_categorical_crossentropy",
        from_logits=("from_logits", Always(False)),
    ),
    Row(
        "sigmoid_crossentropy",
        "tf.losses.sigmoid_cross_entropy",
        settings=_WEIGHTED,
        label_smoothing="label_smoothing",
        from_logits=Always(True),
    ),
    Row("sigmoid_crossentropy", "tf.losses.log_loss", settings=_WEIGHTED, from_logits=Always(False)),
    Row("sigmoid_crossentropy", "tf.nn.sigmoid_cross_entropy_with_logits", from_logits=Always(True)),
    Row(
        "sigmoid_crossentropy",
        "tf.keras.losses.BinaryCrossentropy",
        reduction="reduction",
        label_smoothing="label_smoothing",
        from_logits="from_logits",
    ),
    Row("sigmoid_crossentropy", "tf.keras.losses.binary_crossentropy", from_logits=("from_logits", Always(False))),
    Row("weighted_crossentropy", "tf.nn.weighted_cross_entropy_with_logits", pos_weight="pos_weight"),
    Row("ctc", "tf.nn.ctc_loss", blank=Computed(blank_of_ctc)),
    Row("regularizer", "tf.contrib.layers.l2_regularizer", l2="scale/2"),
    Row("regularizer", "tf.contrib.layers.l1_regularizer", l1="scale"),
    Row("regularizer", "tf.keras.regularizers.l2 tf.keras.regularizers.L2", l2=("l2", "l")),
    Row("regularizer", "tf.keras.regularizers.l1 tf.keras.regularizers.L1", l1=("l1", "l")),
    Row("regularizer", "tf.keras.regularizers.l1_l2 tf.keras.regularizers.L1L2", l1="l1", l2="l2"),
]

# ---- start ----

START = [
    Row(
        "normal_initializer",
        "tf.random_normal_initializer tf.truncated_normal_initializer "
        "tf.keras.initializers.RandomNormal tf.keras.initializers.TruncatedNormal tf.initializers.random_normal",
        mean="mean",
        stddev="stddev",
    ),
    Row(
        "uniform_initializer",
        "tf.random_uniform_initializer tf.keras.initializers.RandomUniform tf.initializers.random_uniform",
        least="minval",
        most="maxval",
    ),
    Row(
        "scaling_initializer",
        "tf.variance_scaling_initializer tf.keras.initializers.VarianceScaling tf.initializers.variance_scaling",
        scale="scale",
        mode="mode",
        distribution="distribution",
    ),
]

# ---- gradients, rate and update ----

_ADAM = {"class": Always("adam"), "beta_1": ("beta_1", "beta1"), "beta_2": ("beta_2", "beta2"), "epsilon": "epsilon"}
_KERAS = {
    "learning_rate": Computed(rate_of_keras),
    "lr_given": Computed(ignored_rate),
    "decay": "decay",
    "use_ema": "use_ema",
    "weight_decay": "weight_decay",
}
_TIMES_RATE = {"decay_times_rate": Always(True)}
_TF1 = {"learning_rate": "learning_rate"}


def _train(kind, names, **settings):
    return Row("optimizer", names, anywhere=True, settings=dict(_TF1, **settings))


def _keras(names, settings=None, **more):
    both = " ".join("tf.keras.optimizers.%s tf.keras.optimizers.legacy.%s" % (name, name) for name in names.split())
    return Row("optimizer", both, anywhere=True, settings=dict(_KERAS, **dict(settings or {}, **more)))


UPDATE = [
    _train("sgd", "tf.train.GradientDescentOptimizer", **{"class": Always("sgd"), "momentum": Always(0.0)}),
    _train(
        "sgd",
        "tf.train.MomentumOptimizer",
        **{"class": Always("sgd"), "momentum": "momentum", "nesterov": "use_nesterov"},
    ),
    _train("adam", "tf.train.AdamOptimizer tf.contrib.opt.LazyAdamOptimizer", **_ADAM),
    _train(
        "adamw",
        "tf.contrib.opt.AdamWOptimizer",
        **dict(_ADAM, **{"class": Always("adamw"), "weight_decay": "weight_decay", "decay_times_rate": Always(False)}),
    ),
    _train(
        "sgdw",
        "tf.contrib.opt.MomentumWOptimizer",
        **{
            "class": Always("sgd"),
            "momentum": "momentum",
            "weight_decay": "weight_decay",
            "decay_times_rate": Always(False),
            "nesterov": "use_nesterov",
        },
    ),
    _train("adamax", "tf.contrib.opt.AdaMaxOptimizer", **dict(_ADAM, **{"class": Always("adamax")})),
    _train("nadam", "tf.contrib.opt.NadamOptimizer", **dict(_ADAM, **{"class": Always("nadam")})),
    _train(
        "rmsprop",
        "tf.train.RMSPropOptimizer",
        **{
            "class": Always("rmsprop"),
            "rho": "decay",
            "epsilon": "epsilon",
            "momentum": "momentum",
            "centered": "centered",
        },
    ),
    _train(
        "adagrad",
        "tf.train.AdagradOptimizer",
        **{"class": Always("adagrad"), "accumulator": "initial_accumulator_value"},
    ),
    _train(
        "adadelta", "tf.train.AdadeltaOptimizer", **{"class": Always("adadelta"), "rho": "rho", "epsilon": "epsilon"}
    ),
    _train(
        "ftrl",
        "tf.train.FtrlOptimizer",
        **{
            "class": Always("ftrl"),
            "accumulator": "initial_accumulator_value",
            "power": "learning_rate_power",
            "l1": "l1_regularization_strength",
            "l2": "l2_regularization_strength",
        },
    ),
    _keras("SGD", {"class": Always("sgd")}, momentum="momentum", nesterov="nesterov"),
    _keras("Adam", _ADAM, amsgrad=("amsgrad", Always(False))),
    _keras("AdamW", dict(_ADAM, **_TIMES_RATE), **{"class": Always("adamw"), "amsgrad": "amsgrad"}),
    _keras("Adamax", _ADAM, **{"class": Always("adamax")}),
    _keras("Nadam", _ADAM, **{"class": Always("nadam")}),
    _keras(
        "RMSprop",
        {"class": Always("rmsprop")},
        rho="rho",
        epsilon="epsilon",
        momentum=("momentum", Always(0.0)),
        centered=("centered", Always(False)),
    ),
    _keras(
        "Adagrad",
        {"class": Always("adagrad")},
        epsilon="epsilon",
        accumulator=("initial_accumulator_value", Always(0.0)),
    ),
    _keras("Adadelta", {"class": Always("adadelta")}, rho="rho", epsilon="epsilon"),
    _keras(
        "Ftrl",
        {"class": Always("ftrl")},
        accumulator="initial_accumulator_value",
        power="learning_rate_power",
        l1="l1_regularization_strength",
        l2="l2_regularization_strength",
    ),
    _keras("Lion", {"class": Always("lion")}, beta_1="beta_1", beta_2="beta_2"),
    Row("clipping", "tf.clip_by_global_norm", how=Always("global"), norm="clip_norm"),
    Row("clipping", "tf.clip_by_norm", how=Always("each"), norm="clip_norm", axes="axes"),
    Row("clipping", "tf.clip_by_average_norm", how=Always("average"), norm="clip_norm"),
    Row(
        "average",
        "tf.train.ExponentialMovingAverage",
        decay="decay",
        num_updates="num_updates",
        zero_debias=("zero_debias", Always(False)),
    ),
    Row(
        "schedule",
        "tf.train.exponential_decay tf.keras.optimizers.schedules.ExponentialDecay",
        **{
            "class": Always("exponential"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "factor": "decay_rate",
            "staircase": "staircase",
        },
    ),
    Row(
        "schedule",
        "tf.train.inverse_time_decay tf.keras.optimizers.schedules.InverseTimeDecay",
        **{
            "class": Always("inverse_time"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "factor": "decay_rate",
            "staircase": "staircase",
        },
    ),
    Row(
        "schedule",
        "tf.train.polynomial_decay tf.keras.optimizers.schedules.PolynomialDecay",
        **{
            "class": Always("polynomial"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "end": "end_learning_rate",
            "power": "power",
            "cycle": "cycle",
        },
    ),
    Row(
        "schedule",
        "tf.train.cosine_decay tf.keras.optimizers.schedules.CosineDecay tf.keras.experimental.CosineDecay",
        **{
            "class": Always("cosine"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "alpha": "alpha",
        },
    ),
]

ROWS = FORWARD + DATA + LOSS + START + UPDATE
