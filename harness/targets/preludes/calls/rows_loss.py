"""Calls of losses and penalties."""

from _harness_preludes.calls.gradients import hands_on_to_labels
from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always, Computed
from _harness_preludes.calls.worked_out import blank_of_ctc

_WEIGHTED = {"reduction": "reduction", "weighted": "weights"}

_CANNED = "LinearRegressor LinearClassifier DNNRegressor DNNClassifier DNNLinearCombinedRegressor"

LOSS = [
    Row(
        "estimator",
        " ".join("tf.estimator." + name for name in (_CANNED + " DNNLinearCombinedClassifier").split()),
        reduction="loss_reduction",
    ),
    Row("mean_squared_error", "tf.losses.mean_squared_error", settings=_WEIGHTED),
    Row("mean_squared_error", "tf.keras.losses.MeanSquaredError", reduction="reduction"),
    Row("absolute_error", "tf.losses.absolute_difference", settings=_WEIGHTED),
    Row("absolute_error", "tf.keras.losses.MeanAbsoluteError", reduction="reduction"),
    Row("huber", "tf.losses.huber_loss", settings=_WEIGHTED, delta="delta"),
    Row("huber", "tf.keras.losses.Huber", reduction="reduction", delta="delta"),
    Row("huber", "tf.keras.losses.huber", delta="delta"),
    Row("cosine", "tf.losses.cosine_distance", normalizes=Always(False), offset=Always(1.0)),
    Row(
        "cosine",
        "tf.keras.losses.CosineSimilarity tf.keras.losses.cosine_similarity",
        normalizes=Always(True),
        offset=Always(0.0),
        axis="axis",
    ),
    Row("hinge", "tf.losses.hinge_loss", settings=_WEIGHTED),
    Row("hinge", "tf.keras.losses.Hinge", reduction="reduction"),
    Row(
        "softmax_crossentropy",
        "tf.losses.softmax_cross_entropy",
        settings=_WEIGHTED,
        label_smoothing="label_smoothing",
        from_logits=Always(True),
        label_gradient=Computed(hands_on_to_labels),
    ),
    Row(
        "softmax_crossentropy",
        "tf.losses.sparse_softmax_cross_entropy",
        settings=_WEIGHTED,
        from_logits=Always(True),
        label_smoothing=Always(0.0),
    ),
    Row(
        "softmax_crossentropy",
        "tf.nn.softmax_cross_entropy_with_logits tf.nn.softmax_cross_entropy_with_logits_v2",
        axis=("axis", "dim"),
        from_logits=Always(True),
        label_smoothing=Always(0.0),
        label_gradient=Computed(hands_on_to_labels),
    ),
    Row(
        "softmax_crossentropy",
        "tf.nn.sparse_softmax_cross_entropy_with_logits",
        from_logits=Always(True),
        label_smoothing=Always(0.0),
    ),
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
        label_gradient=Always(True),
        reduction="reduction",
        label_smoothing=("label_smoothing", Always(0.0)),
        from_logits="from_logits",
    ),
    Row(
        "softmax_crossentropy",
        "tf.keras.losses.categorical_crossentropy tf.keras.losses.sparse_categorical_crossentropy",
        from_logits=("from_logits", Always(False)),
        label_smoothing=("label_smoothing", Always(0.0)),
    ),
    Row(
        "sigmoid_crossentropy",
        "tf.losses.sigmoid_cross_entropy",
        settings=_WEIGHTED,
        label_smoothing="label_smoothing",
        from_logits=Always(True),
    ),
    Row("sigmoid_crossentropy", "tf.losses.log_loss", settings=_WEIGHTED, from_logits=Always(False)),
    Row(
        "sigmoid_crossentropy",
        "tf.nn.sigmoid_cross_entropy_with_logits",
        from_logits=Always(True),
        label_smoothing=Always(0.0),
    ),
    Row(
        "sigmoid_crossentropy",
        "tf.keras.losses.BinaryCrossentropy",
        reduction="reduction",
        label_smoothing="label_smoothing",
        from_logits="from_logits",
    ),
    Row(
        "sigmoid_crossentropy",
        "tf.keras.losses.binary_crossentropy",
        from_logits=("from_logits", Always(False)),
        label_smoothing=("label_smoothing", Always(0.0)),
    ),
    Row("weighted_loss", "tf.losses.compute_weighted_loss", settings=_WEIGHTED),
    Row("weighted_crossentropy", "tf.nn.weighted_cross_entropy_with_logits", pos_weight="pos_weight"),
    Row("accuracy", "tf.keras.metrics.BinaryAccuracy tf.keras.metrics.binary_accuracy", threshold="threshold"),
    Row(
        "accuracy",
        "tf.keras.metrics.Precision tf.keras.metrics.Recall",
        threshold=("thresholds", Always(0.5)),
    ),
    Row("auc", "tf.metrics.auc", curve="curve", thresholds="num_thresholds", summation="summation_method"),
    Row(
        "auc",
        "tf.keras.metrics.AUC",
        curve="curve",
        thresholds="num_thresholds",
        summation="summation_method",
        from_logits="from_logits",
    ),
    Row("ctc", "tf.nn.ctc_loss", blank=Computed(blank_of_ctc)),
    Row("regularizer", "tf.contrib.layers.l2_regularizer", l2="scale/2"),
    Row("regularizer", "tf.contrib.layers.l1_regularizer", l1="scale"),
    Row("regularizer", "tf.keras.regularizers.l2 tf.keras.regularizers.L2", l2=("l2", "l")),
    Row("regularizer", "tf.keras.regularizers.l1 tf.keras.regularizers.L1", l1=("l1", "l")),
    Row("regularizer", "tf.keras.regularizers.l1_l2 tf.keras.regularizers.L1L2", l1="l1", l2="l2"),
]
