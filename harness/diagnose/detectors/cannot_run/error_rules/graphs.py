"""Graphs: what meets in an op, what is fed, and what is there when it is read."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

_INPUT = r"(?:was )?expected to be an? (\w+) tensor but is an? (\w+) tensor"

GRAPHS: tuple[Rule, ...] = (
    rule(
        "float64-matmul",
        "InvalidArgumentError",
        r"cannot compute \w+ as input #\d.*" + _INPUT,
        "a {0} met a {1}: feed_dict cast NumPy's float64, eager mode does not",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    rule(
        "float64-matmul",
        "TypeError",
        r"Input '\w+' of '\w+' Op has type (\w+) that does not match type (\w+) of argument",
        "a {0} met a {1}; TensorFlow casts neither",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    rule(
        "float64-matmul",
        "ValueError",
        r"Incompatible type conversion requested to type '(\w+)' for variable of type '(\w+?)(?:_ref)?'",
        "a {0} met a variable of {1}; TensorFlow casts neither",
        "cast once: tf.constant(x, tf.float32), or tf.cast(x, w.dtype)",
    ),
    rule(
        "cell-shared",
        "ValueError",
        r"Dimensions must be equal, but are \d+ and \d+ for '[^']*multi_rnn_cell/cell_0|"
        r"Attempt to reuse RNNCell|Trying to share variable \S*multi_rnn_cell/cell_0",
        "one cell stands several times in a MultiRNNCell: since 1.1 it has one set of weights, whatever goes in",
        "make a cell for each layer: MultiRNNCell([make_cell() for _ in range(layers)]); or run it as it is, on 1.0: "
        "SCRIPT@1.0",
    ),
    rule(
        "batch-size-without-shape",
        "ValueError",
        r"[Pp]refix tensor must be either a scalar or vector",
        "the number of a batch, from which a cell's state is made, is a placeholder without a shape: 1.1 is the last "
        "that takes it",
        "say that it is one number: tf.placeholder(tf.int32, []); or run it as it is, on 1.1: SCRIPT@1.1",
    ),
    rule(
        "dimension-number",
        "TypeError ValueError",
        r"unsupported operand type\(s\) for .*'Dimension' and 'float'|Ambiguous dimension: \d",
        "an axis of a shape is a Dimension in TensorFlow 1, which whole numbers alone are computed with",
        "take its number: int(x.shape[-1]) * 0.5",
    ),
    rule(
        "dtype-not-taken",
        "TypeError",
        r"Value passed to parameter '(?!shape')(\w+)' has DataType (\w+) not in list of allowed values",
        "the op takes no {1} for its {0} in this release",
        "cast it: tf.cast(x, tf.float32); or run it as it is on a later release, which may take it: SCRIPT@1.15",
    ),
    rule(
        "uninitialized",
        "FailedPreconditionError",
        r"Attempting to use uninitialized value|Could not find variable|Error while reading resource variable",
        "a variable was read before its initializer ran, in this Session",
        "run sess.run(tf.global_variables_initializer()) after the last variable is made and in the same Session",
    ),
    rule(
        "different-graph",
        "ValueError",
        r"must be from the same graph as",
        "two tensors of different graphs meet in one op",
        "build all of it under one tf.Graph().as_default(), and reset the default graph before, not in between",
    ),
    rule(
        "different-graph",
        "ValueError",
        r"is not an element of this graph",
        "the Session has another graph than the tensor",
        "open the Session with tf.Session(graph=g) for the graph in which the tensor was built; reset_default_graph() "
        "makes a new one",
    ),
    rule(
        "feed-missing",
        "InvalidArgumentError",
        r"You must feed a value for placeholder tensor '([\w/:]+)'",
        "the placeholder {0} got no value",
        "give it in feed_dict of this sess.run, also where only the loss is read",
    ),
    rule(
        "feed-shape",
        "ValueError",
        r"Cannot feed value of shape (\(.*?\)) for Tensor '?([\w/:]+)'?, which has shape '?(\(.*?\))",
        "{1} has shape {2}, its value {0}",
        "give the value that shape (np.reshape), or the placeholder a None where the size varies",
    ),
    rule(
        "feed-tensor",
        "TypeError",
        r"The value of a feed cannot be a tf\.Tensor object",
        "a tensor was fed",
        "feed the number or array itself: sess.run(tensor) first, or no tensor at all",
    ),
    rule(
        "session-closed",
        "RuntimeError",
        r"Attempted to use a closed Session",
        "the Session was closed, at the end of its with block",
        "move the run into the block",
    ),
    rule(
        "variable-exists",
        "ValueError",
        r"Variable (\S+) already exists, disallowed",
        "the variable {0} was made twice in one graph: a cell or function that ran again",
        "call tf.reset_default_graph() before it is built anew, or reuse=tf.AUTO_REUSE to share it",
    ),
    rule(
        "eager-too-late",
        "ValueError",
        r"tf\.enable_eager_execution must be called at program startup",
        "an op was made before eager mode was switched on",
        "call it right after the import, and drop tf.disable_v2_behavior(), which switches it off",
    ),
    rule(
        "variable-in-function",
        "ValueError",
        r"tf\.function only supports singleton tf\.Variables|tf\.function-decorated function tried to create variables",
        "a tf.function makes a variable each time that it is called",
        "make the variable once, outside of the function",
    ),
    rule(
        "numpy-of-symbolic",
        "AttributeError",
        r"'(?:Symbolic)?Tensor' object has no attribute 'numpy'",
        "a tensor of a graph, or inside of a tf.function, has no value yet",
        "run it in a Session, or call .numpy() on what the tf.function returns",
    ),
    rule(
        "dataset-in-graph",
        "RuntimeError TypeError",
        r"__iter__\(\) is only supported (?:inside of tf\.function or )?when eager|"
        r"'\w*Dataset\w*' object is not iterable",
        "a data set is gone through element by element, as eager execution alone does it",
        "call tf.enable_eager_execution() right after the import, from 1.7 on; or run it as it is, on 2.15: "
        "SCRIPT@2.15",
    ),
    rule(
        "eager-variable-needed",
        "AttributeError SystemError",
        r"'RefVariable' object has no attribute '_id'|TFE_Py_TapeWatch",
        "tf.GradientTape met a variable of a graph: TensorFlow 1 does not run eagerly by itself",
        "call tf.enable_eager_execution() right after the import, or use tf.gradients and a Session",
    ),
    rule(
        "tensor-as-python",
        "TypeError OperatorNotAllowedInGraphError",
        r"(?:Using|iterating over) an? (?:symbolic )?`tf\.Tensor`|using a `tf\.Tensor` as a Python|"
        r"iterating over (?:a symbolic )?`tf\.Tensor`|'Tensor' object is not iterable|"
        r"Tensor objects are (?:only|not) iterable",
        "Python's if and for cannot see into a tensor of a graph",
        "use tf.cond, tf.while_loop or tf.unstack; in eager mode, and inside of tf.function, if and for work",
    ),
)
