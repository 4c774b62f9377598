"""What of ``tf.contrib`` has an equal in ``tf.compat.v1``, or in a few lines of plain TensorFlow (a helper)."""

from harness.porting.compat.rules import Rule

_CELLS = (
    "BasicLSTMCell BasicRNNCell DeviceWrapper DropoutWrapper GRUCell LSTMCell LSTMStateTuple MultiRNNCell RNNCell "
    "ResidualWrapper"
)
_STATIC = "static_rnn static_state_saving_rnn static_bidirectional_rnn"
_LAYERS = (
    "avg_pool2d batch_norm conv2d conv2d_transpose dropout embed_sequence flatten fully_connected layer_norm "
    "max_pool2d l1_regularizer l2_regularizer l1_l2_regularizer sum_regularizer apply_regularization "
    "variance_scaling_initializer repeat stack"
)
_ALIASES = {
    "convolution": "conv2d",
    "convolution2d": "conv2d",
    "convolution2d_transpose": "conv2d_transpose",
    "relu": "relu_layer",
    "linear": "linear_layer",
}
_LAYER_CALLS = {
    "xavier_initializer": Rule("tf.glorot_uniform_initializer", ("uniform", "seed", "dtype"), {}, ("seed", "dtype")),
    "xavier_initializer_conv2d": Rule(
        "tf.glorot_uniform_initializer", ("uniform", "seed", "dtype"), {}, ("seed", "dtype")
    ),
    "one_hot_encoding": Rule(
        "tf.one_hot",
        (),
        {"labels": "indices", "num_classes": "depth"},
        ("labels", "num_classes", "on_value", "off_value"),
    ),
    "softmax": Rule("tf.nn.softmax", (), {}, ("logits",)),
    "bias_add": Rule("@bias_add"),
    "real_valued_column": Rule(
        "tf.feature_column.numeric_column",
        ("key", "dimension", "default_value"),
        {"column_name": "key", "dimension": "shape"},
        ("column_name", "dimension"),
    ),
}
_LOSSES = {
    "absolute_difference": ("predictions", "labels", "weights", "scope"),
    "cosine_distance": ("predictions", "labels", "axis", "weights", "scope"),
    "log_loss": ("predictions", "labels", "weights", "epsilon", "scope"),
    "mean_squared_error": ("predictions", "labels", "weights", "scope"),
    "mean_pairwise_squared_error": ("predictions", "labels", "weights", "scope"),
    "sigmoid_cross_entropy": ("logits", "multi_class_labels", "weights", "label_smoothing", "scope"),
    "softmax_cross_entropy": ("logits", "onehot_labels", "weights", "label_smoothing", "scope"),
    "sparse_softmax_cross_entropy": ("logits", "labels", "weights", "scope"),
}
_TARGETS = {"targets": "labels", "dim": "axis", "weight": "weights"}
_STREAMING = (
    "accuracy auc mean mean_absolute_error mean_cosine_distance mean_iou mean_relative_error mean_squared_error "
    "mean_tensor percentage_less precision recall root_mean_squared_error true_positives true_negatives "
    "false_positives false_negatives"
)
# What stands behind these two, where it is no weight; and the functions that have no labels.
_THIRD = {"mean_iou": "num_classes", "mean_cosine_distance": "dim", "mean_relative_error": "normalizer"}
_SAME_ORDER = frozenset({"mean", "mean_tensor", "percentage_less"})
_DISTRIBUTIONS = (
    "Bernoulli Beta Categorical Dirichlet DirichletMultinomial Distribution Exponential Gamma Laplace Multinomial "
    "Normal StudentT Uniform kl_divergence RegisterKL"
)

_PLAIN = {
    **{f"tf.contrib.rnn.{name}": f"tf.nn.rnn_cell.{name}" for name in _CELLS.split()},
    **{f"tf.contrib.rnn.{name}": f"tf.nn.{name}" for name in _STATIC.split()},
    **{f"tf.contrib.distributions.{name}": f"tf.distributions.{name}" for name in _DISTRIBUTIONS.split()},
    "tf.contrib.losses.add_loss": "tf.losses.add_loss",
    "tf.contrib.losses.compute_weighted_loss": "tf.losses.compute_weighted_loss",
    "tf.contrib.losses.get_losses": "tf.losses.get_losses",
    "tf.contrib.losses.get_regularization_losses": "tf.losses.get_regularization_losses",
    "tf.contrib.losses.get_total_loss": "tf.losses.get_total_loss",
    "tf.contrib.metrics.confusion_matrix": "tf.confusion_matrix",
    "tf.contrib.framework.get_or_create_global_step": "tf.train.get_or_create_global_step",
    "tf.contrib.framework.get_global_step": "tf.train.get_global_step",
    "tf.contrib.framework.create_global_step": "tf.train.create_global_step",
    "tf.contrib.framework.assert_global_step": "tf.train.assert_global_step",
    "tf.contrib.framework.nest": "tf.nest",
    "tf.contrib.framework.list_variables": "tf.train.list_variables",
    "tf.contrib.framework.load_variable": "tf.train.load_variable",
    "tf.contrib.framework.load_checkpoint": "tf.train.load_checkpoint",
    "tf.contrib.framework.init_from_checkpoint": "tf.train.init_from_checkpoint",
    "tf.contrib.framework.sort": "tf.sort",
    "tf.contrib.framework.argsort": "tf.argsort",
    "tf.contrib.framework.is_tensor": "tf.is_tensor",
    "tf.contrib.framework.name_scope": "tf.name_scope",
    "tf.contrib.layers.variance_scaling": "tf.variance_scaling_initializer",
    "tf.contrib.layers.embedding_column": "tf.feature_column.embedding_column",
    "tf.contrib.slim.get_or_create_global_step": "tf.train.get_or_create_global_step",
    "tf.contrib.slim.create_global_step": "tf.train.create_global_step",
    "tf.contrib.slim.get_global_step": "tf.train.get_global_step",
    "tf.contrib.lookup.HashTable": "tf.lookup.StaticHashTable",
    "tf.contrib.lookup.KeyValueTensorInitializer": "tf.lookup.KeyValueTensorInitializer",
    "tf.contrib.data.Dataset": "tf.data.Dataset",
    "tf.contrib.data.Iterator": "tf.data.Iterator",
    "tf.contrib.data.TextLineDataset": "tf.data.TextLineDataset",
    "tf.contrib.data.TFRecordDataset": "tf.data.TFRecordDataset",
    "tf.contrib.data.FixedLengthRecordDataset": "tf.data.FixedLengthRecordDataset",
    "tf.contrib.data.shuffle_and_repeat": "tf.data.experimental.shuffle_and_repeat",
    "tf.contrib.data.map_and_batch": "tf.data.experimental.map_and_batch",
    "tf.contrib.data.batch_and_drop_remainder": "@batch_and_drop_remainder",
    "tf.contrib.learn.RunConfig": "tf.estimator.RunConfig",
    "tf.contrib.learn.ModeKeys": "tf.estimator.ModeKeys",
    "tf.contrib.training.HParams": "@HParams",
    "tf.contrib.summary.always_record_summaries": "tf.summary.experimental.always_record_summaries",
    "tf.contrib.saved_model.save_keras_model": "tf.keras.experimental.export_saved_model",
    "tf.contrib.seq2seq.sequence_loss": "@sequence_loss",
    "tf.contrib.legacy_seq2seq.sequence_loss": "@legacy_sequence_loss",
    "tf.contrib.legacy_seq2seq.sequence_loss_by_example": "@sequence_loss_by_example",
    "tf.contrib.legacy_seq2seq.rnn_decoder": "@rnn_decoder",
    "tf.contrib.legacy_seq2seq.basic_rnn_seq2seq": "@basic_rnn_seq2seq",
    "tf.contrib.metrics.accuracy": "@accuracy",
    "tf.contrib.nn.alpha_dropout": "@alpha_dropout",
    "tf.contrib.util.constant_value": "tf.get_static_value",
    "tf.contrib.util.make_ndarray": "tf.make_ndarray",
    "tf.contrib.util.make_tensor_proto": "tf.make_tensor_proto",
}
_FRAMEWORK_HELPERS = "arg_scope add_arg_scope get_variables get_trainable_variables get_variables_by_name"


def _layers() -> dict[str, Rule]:
    found: dict[str, Rule] = {}
    for module in ("tf.contrib.layers", "tf.contrib.slim"):
        found |= {f"{module}.{name}": Rule(f"@{name}") for name in _LAYERS.split()}
        found |= {f"{module}.{old}": Rule(f"@{new}") for old, new in _ALIASES.items()}
        found |= {f"{module}.{name}": rule for name, rule in _LAYER_CALLS.items()}
    return found


def _losses() -> dict[str, Rule]:
    found = {}
    for name, order in _LOSSES.items():
        found[f"tf.contrib.losses.{name}"] = Rule(f"tf.losses.{name}", order, _TARGETS)
    return found


def _metrics() -> dict[str, Rule]:
    found = {}
    for name in _STREAMING.split():
        order = () if name in _SAME_ORDER else ("predictions", "labels", _THIRD.get(name, "weights"))
        found[f"tf.contrib.metrics.streaming_{name}"] = Rule(f"tf.metrics.{name}", order)
    return found


CONTRIB: dict[str, Rule] = {
    **{old: Rule(new) for old, new in _PLAIN.items()},
    "tf.contrib.learn.preprocessing.VocabularyProcessor": Rule(
        "@VocabularyProcessor",
        ("max_document_length", "min_frequency"),
        {},
        ("max_document_length", "min_frequency"),
    ),
    **_layers(),
    **_losses(),
    **_metrics(),
    **{
        f"tf.contrib.{module}.{name}": Rule(f"@{name}")
        for module in ("framework", "slim")
        for name in _FRAMEWORK_HELPERS.split()
    },
}
