"""Calls of what a forward pass is made of: layers, activations, cells, normalization."""

from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always, Computed
from _harness_preludes.calls.worked_out import (
    axes_of_layer_norm,
    bessel,
    bessel_of_contrib,
    drops_out,
    gives_sequences,
    has_biases,
    padded_before,
    shards_of_lookup,
    short_of_function,
    short_of_layer,
    sigmoid_slope,
)

_ACTIVATED = {"activation": ("activation_fn", "activation"), "use_bias": ("use_bias", Computed(has_biases))}
_PLACED = {"padding": "padding", "strides": ("strides", "stride"), "dilation": ("dilation_rate", "rate", "dilations")}
_RECURRENT = {"activation": ("activation", Always("tanh")), "recurrent_activation": Computed(sigmoid_slope)}
_OF_KERAS = {"stateful": "stateful", "time_major": ("time_major", Always(False))}
_NORMED = {"epsilon": "epsilon", "center": "center", "scale": "scale"}

FORWARD = [
    Row(
        "dropout",
        "tf.nn.dropout tf.layers.dropout tf.layers.Dropout tf.contrib.layers.dropout "
        "tf.keras.layers.Dropout tf.keras.layers.SpatialDropout1D tf.keras.layers.SpatialDropout2D",
        rate=("rate", "1-keep_prob"),
        training=("training", "is_training"),
        drops=Computed(drops_out),
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
        padded=Computed(padded_before),
    ),
    Row("conv", "tf.nn.conv1d tf.nn.conv2d", settings=_PLACED, padded=Computed(padded_before)),
    Row("depthwise_conv", "tf.nn.depthwise_conv2d", settings=_PLACED),
    Row(
        "conv_transpose",
        "tf.layers.conv2d_transpose tf.contrib.layers.conv2d_transpose "
        "tf.contrib.layers.convolution2d_transpose tf.keras.layers.Conv2DTranspose",
        settings=dict(_ACTIVATED, padding="padding", strides=("strides", "stride")),
        short=Computed(short_of_layer),
    ),
    Row(
        "conv_transpose",
        "tf.nn.conv2d_transpose",
        padding="padding",
        strides="strides",
        short=Computed(short_of_function),
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
        bessel=Computed(bessel_of_contrib),
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
    Row("batch_norm", "tf.nn.batch_normalization", epsilon="variance_epsilon"),
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
    Row("activation", "tf.keras.layers.Activation", activation="activation"),
    Row("hard_sigmoid", "tf.keras.activations.hard_sigmoid", slope=Computed(sigmoid_slope)),
    Row(
        "gru",
        "tf.keras.layers.GRU tf.keras.layers.GRUCell tf.compat.v1.keras.layers.GRU",
        settings=dict(_RECURRENT, **_OF_KERAS),
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
        settings=dict(_RECURRENT, **_OF_KERAS),
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
        stateful="stateful",
    ),
    Row("embedding", "tf.keras.layers.Embedding", mask_zero="mask_zero"),
    Row("lookup", "tf.nn.embedding_lookup", max_norm="max_norm", shards=Computed(shards_of_lookup)),
    Row(
        "sparse_lookup",
        "tf.nn.embedding_lookup_sparse",
        combiner=("combiner", Always("mean")),
        max_norm="max_norm",
        shards=Computed(shards_of_lookup),
    ),
    Row("recurrence", "tf.nn.dynamic_rnn tf.nn.static_rnn tf.contrib.rnn.static_rnn", time_major="time_major"),
    Row(
        "both_directions",
        "tf.nn.bidirectional_dynamic_rnn tf.nn.static_bidirectional_rnn",
        time_major=("time_major", Always(False)),
    ),
    Row("both_directions", "tf.keras.layers.Bidirectional", sequences=Computed(gives_sequences)),
    Row("moments", "tf.nn.moments", axes="axes"),
    Row("one_hot", "tf.one_hot", on="on_value", off="off_value", axis="axis"),
]
