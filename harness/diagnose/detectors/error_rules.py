"""Error rules: what the errors of each era say, and what to change; keyed on what releases 1.4 to 2.21 really raised.

The messages are kept in tests/data/measured_errors.json, made by tests/measure_errors.py.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """What an error means. ``name`` is its place on the page on errors, ``exceptions`` are the types it comes as,
    ``pattern`` a stable part of its message. ``means`` and ``change`` may use the pattern's groups as ``{0}``.
    ``major`` is the major release of TensorFlow for which it is so, 0 for all."""

    name: str
    exceptions: tuple[str, ...]
    pattern: re.Pattern[str]
    means: str
    change: str
    major: int = 0


def _rule(name: str, exceptions: str, pattern: str, means: str, change: str, major: int = 0) -> Rule:
    flags = re.IGNORECASE | re.DOTALL | re.MULTILINE
    return Rule(name, tuple(exceptions.split()), re.compile(pattern, flags), means, change, major)


_TF = r"module '(?:tensorflow|tensorflow_core)(?:[\w.]*)' has no attribute "
_INPUT = r"(?:was )?expected to be an? (\w+) tensor but is an? (\w+) tensor"

# The first that fits counts: the particular ones stand before the general.
RULES: tuple[Rule, ...] = (
    _rule(
        "contrib-gone",
        "AttributeError ModuleNotFoundError ImportError",
        r"has no attribute 'contrib'|No module named '?tensorflow\.contrib",
        "tf.contrib ended with TensorFlow 1",
        "take its successor: tf.initializers, tf.keras.layers, tf.random.stateless_*, or the packages tf-slim and "
        "tensorflow-addons; or run on TensorFlow 1.15",
    ),
    _rule(
        "estimator-gone",
        "AttributeError",
        _TF + r"'(estimator)'",
        "tf.{0} ended with TensorFlow 2.15",
        "train with a loop over tf.GradientTape or with Keras, or stay on TensorFlow 2.15",
    ),
    _rule(
        "module-removed",
        "ModuleNotFoundError ImportError",
        r"No module named '?(tensorflow\.[\w.]+)",
        "the module {0} is not part of this release",
        "replace it: data sets are in tf.keras.datasets (tensorflow.examples.tutorials went with 2.0), all else under "
        "the public names of tf",
    ),
    _rule(
        "keras-legacy",
        "ImportError AttributeError",
        r"keras\.optimizers\.legacy`? is not supported|optimizers' has no attribute 'legacy'",
        "tf.keras.optimizers.legacy exists from TensorFlow 2.9 to 2.15 only",
        "use tf.keras.optimizers, or install tf_keras and set TF_USE_LEGACY_KERAS=1 from 2.16 on",
    ),
    _rule(
        "session-gone",
        "AttributeError",
        _TF + r"'(Session|InteractiveSession|ConfigProto|global_variables_initializer|reset_default_graph)'",
        "tf.{0} is a name of TensorFlow 1; TensorFlow 2 has it as tf.compat.v1.{0}",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(): the script runs as it is; or write it "
        "without a Session",
    ),
    _rule(
        "placeholder-gone",
        "AttributeError",
        _TF + r"'(placeholder|placeholder_with_default)'",
        "tf.{0} is a name of TensorFlow 1",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(); or make it an argument of a function",
    ),
    _rule(
        "name-before-1.0",
        "AttributeError",
        _TF + r"'(mul|sub|neg|div|pack|unpack|initialize_all_variables|complex_abs|batch_matmul|select|inv)'",
        "tf.{0} is a name from before TensorFlow 1.0",
        "take the name of today: multiply, subtract, negative, divide, stack, unstack, global_variables_initializer, "
        "abs, matmul, where, reciprocal",
    ),
    _rule(
        "newer-name",
        "AttributeError",
        r"module 'tensorflow[\w.]*' has no attribute '(\w+)'",
        "{0} came with a later release than this one",
        "use what this release has (tf.set_random_seed, tf.gradients, tf.train.exponential_decay), or run on "
        "TensorFlow 2",
        major=1,
    ),
    _rule(
        "v1-name-gone",
        "AttributeError",
        _TF + r"'(\w+)'",
        "this release has no {0} there; names of TensorFlow 1 are in tf.compat.v1",
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(); or take the name of TensorFlow 2 "
        "(tf_upgrade_v2 lists them)",
        major=2,
    ),
    _rule(
        "keras-name-gone",
        "AttributeError",
        r"module 'keras\.(?:_tf_keras|src)[\w.]*' has no attribute '(\w+)'",
        "Keras 3, which TensorFlow has since 2.16, has no {0} there",
        "take the name of today, tf.keras.losses.MeanSquaredError for tf.losses.mean_squared_error, or the function of "
        "tf.compat.v1",
    ),
    _rule(
        "placeholder-eager",
        "RuntimeError",
        r"tf\.placeholder\(\) is not compatible with eager execution",
        "a placeholder belongs to a graph, and TensorFlow 2 runs eagerly",
        "call tf.compat.v1.disable_v2_behavior() right after the import",
    ),
    _rule(
        "graph-empty",
        "RuntimeError",
        r"The Session graph is empty",
        "the ops ran eagerly, so the Session has no graph",
        "call tf.compat.v1.disable_v2_behavior() right after the import, before the first op",
    ),
    _rule(
        "eager-in-session",
        "TypeError",
        r"Fetch argument <tf\.Variable.*ResourceVariable|`fetch` = <tf\.Variable.*ResourceVariable|EagerTensor.*fetch",
        "a variable of eager mode was given to a Session",
        "call tf.compat.v1.disable_v2_behavior() before the variable is made, or read it by w.numpy(), no Session",
    ),
    _rule(
        "eager-tensor-in-session",
        "AttributeError",
        r"Tensor\.graph is (?:undefined|meaningless|not supported) when eager execution is enabled",
        "a tensor of eager mode belongs to no graph; a Session, or another part of TensorFlow 1, was given one",
        "call tf.compat.v1.disable_v2_behavior() right after the import, before the first op; or compute without a "
        "Session: a tensor of eager mode has its number already, x.numpy()",
    ),
    _rule(
        "fetch-none",
        "TypeError",
        r"Fetch argument None has invalid type|`fetch` = None has invalid type",
        "None was given to sess.run: in eager mode tf.global_variables_initializer() and others give None",
        "call tf.compat.v1.disable_v2_behavior() before the graph is built, and look for a function without return",
    ),
    _rule(
        "fetch-overwritten",
        "TypeError",
        r"(?:Fetch argument|`fetch` =) .{0,2000}? has invalid type .{0,60}?"
        r"(?:numpy\.)?(?:float|int|bool|ndarray|str|list)\d*.{0,4}must be a string",
        "a number was given to sess.run in place of a tensor: often loss = sess.run(loss), the second time",
        "give the result another name: loss_value = sess.run(loss)",
    ),
    _rule(
        "loss-callable",
        "RuntimeError",
        r"`loss` passed to Optimizer\.compute_gradients should be a function",
        "tf.compat.v1.train's optimizers take a function as loss in eager mode",
        "hand on lambda: loss, computed inside; or call tf.compat.v1.disable_v2_behavior() for the graph style",
    ),
    _rule(
        "tape-required",
        "ValueError",
        r"`tape` is required when a `Tensor` loss is passed",
        "minimize of a Keras optimizer cannot differentiate a tensor that was computed before",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    _rule(
        "tape-required",
        "TypeError",
        r"'[\w.]*EagerTensor' object is not callable",
        "a tensor was given where eager mode calls a function: minimize(loss) of a Keras optimizer",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    _rule(
        "minimize-var-list",
        "TypeError",
        r"minimize\(\) missing 1 required positional argument: 'var_list'",
        "a Keras optimizer does not look for the variables itself",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    _rule(
        "keras-optimizer-minimize",
        "AttributeError",
        r"'(\w+)' object has no attribute '(minimize|compute_gradients|get_updates)'",
        "{0} has no {1}: the optimizers of Keras have minimize from TensorFlow 1.14 to 2.15, and none of the others",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    _rule(
        "keras-optimizer-old",
        "AttributeError",
        r"'(SGD|Adam|RMSprop|Adagrad|Adadelta|Adamax|Nadam)' object has no attribute 'apply_gradients'",
        "the Keras optimizers of this release, before 1.14, work inside of model.fit only",
        "use tf.train's optimizer of that name, or a release from 2.0 on",
    ),
    _rule(
        "keras-lr",
        "AttributeError ValueError TypeError",
        r"object has no attribute 'lr'|not recognized: \{[^}]*'lr'|unexpected keyword argument .{0,9}\blr\b",
        "the rate is called learning_rate; Keras 3, since TensorFlow 2.16, has no lr",
        "write learning_rate in place of lr, which every TensorFlow 2 knows",
    ),
    _rule(
        "keras-decay",
        "ValueError TypeError",
        r"decay is deprecated in the new Keras optimizer|not recognized: \{[^}]*'decay'",
        "Keras optimizers have no decay argument since TensorFlow 2.11",
        "give learning_rate a schedule: tf.keras.optimizers.schedules.InverseTimeDecay(rate, 1, decay) is what it did",
    ),
    _rule(
        "optimizer-other-variables",
        "KeyError ValueError",
        r"The optimizer cannot recognize variable|Unknown variable: .*This optimizer can only be called for",
        "since TensorFlow 2.11 a Keras optimizer keeps to the variables of its first step",
        "call optimizer.build(all_variables) first, or make one optimizer for each set of variables",
    ),
    _rule(
        "keras-tensor",
        "ValueError",
        r"A KerasTensor cannot be used as input to a TensorFlow function",
        "Keras 3, since TensorFlow 2.16, keeps its own symbolic tensors apart from those of TensorFlow",
        "use keras.ops, or put the TensorFlow function into a tf.keras.layers.Lambda or a layer of your own",
    ),
    _rule(
        "no-gradients",
        "ValueError",
        r"No gradients provided for any variable",
        "no variable takes part in the loss: it was computed outside of the tape, or by NumPy",
        "compute the whole loss inside of with tf.GradientTape() as tape, with TensorFlow's functions",
    ),
    _rule(
        "gradient-none",
        "TypeError",
        r"unsupported operand type\(s\) for .*'NoneType'",
        "a gradient is None: after w = w - rate * gradient w is a plain tensor, which no tape watches",
        "keep w a tf.Variable: w.assign_sub(rate * gradient)",
    ),
    _rule(
        "decay-is-a-function",
        "TypeError ValueError",
        r"unsupported operand type\(s\) for .*'(?:functools\.partial|function)'",
        "in eager mode tf.compat.v1.train.exponential_decay and the like give a function, not a tensor",
        "call it, rate(), in each step, or use tf.keras.optimizers.schedules",
    ),
    _rule(
        "gradients-eager",
        "RuntimeError",
        r"tf\.gradients is not supported when eager execution is enabled",
        "tf.gradients needs a graph",
        "use tf.GradientTape, or call tf.compat.v1.disable_v2_behavior() right after the import",
    ),
    _rule(
        "float64-matmul",
        "InvalidArgumentError",
        r"cannot compute \w+ as input #\d.*" + _INPUT,
        "a {0} met a {1}: feed_dict cast NumPy's float64, eager mode does not",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    _rule(
        "float64-matmul",
        "TypeError",
        r"Input '\w+' of '\w+' Op has type (\w+) that does not match type (\w+) of argument",
        "a {0} met a {1}; TensorFlow casts neither",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    _rule(
        "float64-matmul",
        "ValueError",
        r"Incompatible type conversion requested to type '(\w+)' for variable of type '(\w+?)(?:_ref)?'",
        "a {0} met a variable of {1}; TensorFlow casts neither",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    _rule(
        "uninitialized",
        "FailedPreconditionError",
        r"Attempting to use uninitialized value|Could not find variable|Error while reading resource variable",
        "a variable was read before its initializer ran, in this Session",
        "run sess.run(tf.global_variables_initializer()) after the last variable is made and in the same Session",
    ),
    _rule(
        "different-graph",
        "ValueError",
        r"must be from the same graph as",
        "two tensors of different graphs meet in one op",
        "build all of it under one tf.Graph().as_default(), and reset the default graph before, not in between",
    ),
    _rule(
        "different-graph",
        "ValueError",
        r"is not an element of this graph",
        "the Session has another graph than the tensor",
        "open the Session with tf.Session(graph=g) for the graph in which the tensor was built; reset_default_graph() "
        "makes a new one",
    ),
    _rule(
        "feed-missing",
        "InvalidArgumentError",
        r"You must feed a value for placeholder tensor '([\w/:]+)'",
        "the placeholder {0} got no value",
        "give it in feed_dict of this sess.run, also where only the loss is read",
    ),
    _rule(
        "feed-shape",
        "ValueError",
        r"Cannot feed value of shape (\(.*?\)) for Tensor '?([\w/:]+)'?, which has shape '?(\(.*?\))",
        "{1} has shape {2}, its value {0}",
        "give the value that shape (np.reshape), or the placeholder a None where the size varies",
    ),
    _rule(
        "feed-tensor",
        "TypeError",
        r"The value of a feed cannot be a tf\.Tensor object",
        "a tensor was fed",
        "feed the number or array itself: sess.run(tensor) first, or no tensor at all",
    ),
    _rule(
        "session-closed",
        "RuntimeError",
        r"Attempted to use a closed Session",
        "the Session was closed, at the end of its with block",
        "move the run into the block",
    ),
    _rule(
        "variable-exists",
        "ValueError",
        r"Variable (\S+) already exists, disallowed",
        "the variable {0} was made twice in one graph: a cell or function that ran again",
        "call tf.reset_default_graph() before it is built anew, or reuse=tf.AUTO_REUSE to share it",
    ),
    _rule(
        "eager-too-late",
        "ValueError",
        r"tf\.enable_eager_execution must be called at program startup",
        "an op was made before eager mode was switched on",
        "call it right after the import, and drop tf.disable_v2_behavior(), which switches it off",
    ),
    _rule(
        "variable-in-function",
        "ValueError",
        r"tf\.function only supports singleton tf\.Variables|tf\.function-decorated function tried to create variables",
        "a tf.function makes a variable each time that it is called",
        "make the variable once, outside of the function",
    ),
    _rule(
        "numpy-of-symbolic",
        "AttributeError",
        r"'(?:Symbolic)?Tensor' object has no attribute 'numpy'",
        "a tensor of a graph, or inside of a tf.function, has no value yet",
        "run it in a Session, or call .numpy() on what the tf.function returns",
    ),
    _rule(
        "eager-variable-needed",
        "AttributeError SystemError",
        r"'RefVariable' object has no attribute '_id'|TFE_Py_TapeWatch",
        "tf.GradientTape met a variable of a graph: TensorFlow 1 does not run eagerly by itself",
        "call tf.enable_eager_execution() right after the import, or use tf.gradients and a Session",
    ),
    _rule(
        "tensor-as-python",
        "TypeError OperatorNotAllowedInGraphError",
        r"(?:Using|iterating over) an? (?:symbolic )?`tf\.Tensor`|using a `tf\.Tensor` as a Python|"
        r"iterating over (?:a symbolic )?`tf\.Tensor`|'Tensor' object is not iterable|"
        r"Tensor objects are (?:only|not) iterable",
        "Python's if and for cannot see into a tensor of a graph",
        "use tf.cond, tf.while_loop or tf.unstack; in eager mode, and inside of tf.function, if and for work",
    ),
    _rule(
        "renamed-argument",
        "TypeError",
        r"got an unexpected keyword argument '(reduction_indices|keep_dims|dimension|keep_prob|concat_dim|squeeze_dims|"
        r"targets|seq_dim|batch_dim)'",
        "this release's function has no argument {0}",
        "take the name of today: axis for reduction_indices, dimension, concat_dim and squeeze_dims, keepdims for "
        "keep_dims, rate = 1 - keep_prob, labels for targets, seq_axis and batch_axis for seq_dim and batch_dim; or "
        "the function of tf.compat.v1",
    ),
    _rule(
        "cross-entropy-names",
        "ValueError",
        r"Only call `(\w+)` with named arguments",
        "{0} wants its arguments by name: their order changed with 1.0",
        "write labels=..., logits=...; by position TensorFlow 2 takes labels first",
    ),
    _rule(
        "concat-order",
        "TypeError ValueError",
        r"Expected int32, got list containing Tensors|"
        r"Shapes? \([\d, ]+\) (?:must have rank 0|and \(\) are incompatible)",
        "a list of tensors stands where an axis is expected: tf.concat took the axis first before TensorFlow 1.0",
        "tf.concat(values, axis); tf.split(value, number, axis)",
    ),
    _rule(
        "shape-value",
        "AttributeError",
        r"'(?:int|NoneType)' object has no attribute 'value'",
        "the sizes of a shape are plain numbers in TensorFlow 2",
        "leave .value out: x.shape[0], or int(x.shape[0])",
    ),
    _rule(
        "python2-syntax",
        "SyntaxError",
        r"Missing parentheses in call to 'print'|multiple exception types must be parenthesized|"
        r"invalid hexadecimal literal|leading zeros in decimal|^ *except [\w.]+, \w+:|^ *print +[^(\s]",
        "the script is Python 2",
        "2to3 -w script.py turns it into Python 3; then look at each / between whole numbers, which is // in Python 2",
    ),
    _rule(
        "python2-names",
        "NameError ModuleNotFoundError ImportError AttributeError",
        r"name '(xrange|unicode|raw_input|basestring|reduce|long|unichr|execfile|file|cmp|reload)' is not defined|"
        r"No module named '(?:cPickle|urllib2|Queue|StringIO|ConfigParser|cStringIO|commands|Tkinter|httplib)'|"
        r"'dict' object has no attribute '(?:iteritems|itervalues|iterkeys|has_key)'",
        "the script is Python 2",
        "2to3 -w script.py turns it into Python 3; then look at each / between whole numbers, which is // in Python 2",
    ),
    _rule(
        "python2-division",
        "TypeError",
        r"slice indices must be integers|'float' object cannot be interpreted as an(?: integer| index)|"
        r"list indices must be integers or slices, not float",
        "a quotient is used as an index or a count: / gives a float in Python 3",
        "divide whole numbers by //",
    ),
    _rule(
        "numpy-alias-gone",
        "AttributeError",
        r"module 'numpy' has no attribute '(bool|int|float|complex|object|str)'",
        "NumPy has no {0} any more: aliases of Python's types went with 1.24",
        "write {0} without np., or the type that is meant: np.bool_, np.int64, np.float64",
    ),
    _rule(
        "numpy-name-gone",
        "AttributeError",
        r"(?:module 'numpy' has no attribute '|`np\.(?=\w+` was removed))(\w+)",
        "NumPy has no {0} in this release: many names went with 2.0",
        "take its name of today, np.inf for Inf and infty, np.prod for product, np.float64 for float_; NumPy's guide "
        "to migrating to 2.0 has them all",
    ),
)
