"""Gone names: what a release has no more, or not yet."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

_TF = r"module '(?:tensorflow|tensorflow_core)(?:[\w.]*)' has no attribute "

GONE_NAMES: tuple[Rule, ...] = (
    rule(
        "contrib-gone",
        "AttributeError ModuleNotFoundError ImportError",
        r"has no attribute 'contrib'|No module named '?tensorflow\.contrib",
        "tf.contrib ended with TensorFlow 1",
        "take its successor: tf.initializers, tf.keras.layers, tf.random.stateless_*, or the packages tf-slim and "
        "tensorflow-addons; or run on TensorFlow 1.15",
        major=2,
    ),
    rule(
        "estimator-gone",
        "AttributeError",
        _TF + r"'(estimator)'",
        "tf.{0} ended with TensorFlow 2.15",
        "train with a loop over tf.GradientTape or with Keras, or stay on TensorFlow 2.15",
    ),
    rule(
        "module-removed",
        "ModuleNotFoundError ImportError",
        r"No module named '?(tensorflow\.[\w.]+)",
        "the module {0} is not part of this release",
        "replace it: data sets are in tf.keras.datasets (tensorflow.examples.tutorials went with 2.0), all else under "
        "the public names of tf",
    ),
    rule(
        "keras-legacy",
        "ImportError AttributeError",
        r"keras\.optimizers\.legacy`? is not supported|optimizers' has no attribute 'legacy'",
        "tf.keras.optimizers.legacy exists from TensorFlow 2.9 to 2.15 only",
        "use tf.keras.optimizers, or install tf_keras and set TF_USE_LEGACY_KERAS=1 from 2.16 on",
    ),
    rule(
        "session-gone",
        "AttributeError",
        _TF + r"'(Session|InteractiveSession|ConfigProto|global_variables_initializer|reset_default_graph)'",
        "tf.{0} is a name of TensorFlow 1; TensorFlow 2 has it as tf.compat.v1.{0}",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(): the script runs as it is; or write it "
        "without a Session",
    ),
    rule(
        "placeholder-gone",
        "AttributeError",
        _TF + r"'(placeholder|placeholder_with_default)'",
        "tf.{0} is a name of TensorFlow 1",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(); or make it an argument of a function",
    ),
    rule(
        "name-before-1.0",
        "AttributeError",
        _TF + r"'(mul|sub|neg|div|pack|unpack|initialize_all_variables|complex_abs|batch_matmul|select|inv)'",
        "tf.{0} is a name from before TensorFlow 1.0",
        "take the name of today: multiply, subtract, negative, divide, stack, unstack, global_variables_initializer, "
        "abs, matmul, where, reciprocal",
    ),
    rule(
        "tensor-array-before-1.0",
        "AttributeError",
        r"'TensorArray' object has no attribute '(pack|unpack)'",
        "a TensorArray had {0} before TensorFlow 1.0, and none since",
        "write stack for pack, and unstack for unpack; or run it as it is, on 0.12: SCRIPT@0.12",
    ),
    rule(
        "newer-name",
        "AttributeError",
        r"module 'tensorflow[\w.]*' has no attribute '(\w+)'",
        "this release has no {0} there: it came with a later one, or had gone before",
        "use what this release has (tf.set_random_seed, tf.gradients, tf.train.exponential_decay), or run on a release "
        "that has it: harness lint SCRIPT says which do",
        major=1,
    ),
    rule(
        "v1-name-gone",
        "AttributeError",
        _TF + r"'(\w+)'",
        "this release has no {0} there; names of TensorFlow 1 are in tf.compat.v1",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(); or take the name of TensorFlow 2 "
        "(tf_upgrade_v2 lists them)",
        major=2,
    ),
    rule(
        "keras-name-gone",
        "AttributeError",
        r"module 'keras\.(?:_tf_keras|src)[\w.]*' has no attribute '(\w+)'",
        "Keras 3, which TensorFlow has since 2.16, has no {0} there",
        "take the name of today, tf.keras.losses.MeanSquaredError for tf.losses.mean_squared_error, or the function of "
        "tf.compat.v1",
    ),
)
