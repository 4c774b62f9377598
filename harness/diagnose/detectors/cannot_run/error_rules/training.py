"""Training: what optimizers, tapes and gradients want in each era."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

TRAINING: tuple[Rule, ...] = (
    rule(
        "loss-callable",
        "RuntimeError",
        r"`loss` passed to Optimizer\.compute_gradients should be a function",
        "tf.compat.v1.train's optimizers take a function as loss in eager mode",
        "hand on lambda: loss, computed inside; or call tf.compat.v1.disable_v2_behavior() for the graph style",
    ),
    rule(
        "tape-required",
        "ValueError",
        r"`tape` is required when a `Tensor` loss is passed",
        "minimize of a Keras optimizer cannot differentiate a tensor that was computed before",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    rule(
        "tape-required",
        "TypeError",
        r"'[\w.]*EagerTensor' object is not callable",
        "a tensor was given where eager mode calls a function: minimize(loss) of a Keras optimizer",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    rule(
        "minimize-var-list",
        "TypeError",
        r"minimize\(\) missing 1 required positional argument: 'var_list'",
        "a Keras optimizer does not look for the variables itself",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    rule(
        "keras-optimizer-minimize",
        "AttributeError",
        r"'(\w+)' object has no attribute '(minimize|compute_gradients|get_updates)'",
        "{0} has no {1}: the optimizers of Keras have minimize from TensorFlow 1.14 to 2.15, and none of the others",
        "compute the loss in a tf.GradientTape, then optimizer.apply_gradients(zip(tape.gradient(loss, vars), vars))",
    ),
    rule(
        "keras-optimizer-old",
        "AttributeError",
        r"'(SGD|Adam|RMSprop|Adagrad|Adadelta|Adamax|Nadam)' object has no attribute 'apply_gradients'",
        "the Keras optimizers of this release, before 1.14, work inside of model.fit only",
        "use tf.train's optimizer of that name, or a release from 2.0 on",
    ),
    rule(
        "keras-lr",
        "AttributeError ValueError TypeError",
        r"object has no attribute 'lr'|not recognized: \{[^}]*'lr'|unexpected keyword argument .{0,9}\blr\b",
        "the rate is called learning_rate; Keras 3, since TensorFlow 2.16, has no lr",
        "write learning_rate in place of lr, which every TensorFlow 2 knows",
    ),
    rule(
        "keras-decay",
        "ValueError TypeError",
        r"decay is deprecated in the new Keras optimizer|not recognized: \{[^}]*'decay'",
        "Keras optimizers have no decay argument since TensorFlow 2.11",
        "give learning_rate a schedule: tf.keras.optimizers.schedules.InverseTimeDecay(rate, 1, decay) is what it did",
    ),
    rule(
        "optimizer-other-variables",
        "KeyError ValueError",
        r"The optimizer cannot recognize variable|Unknown variable: .*This optimizer can only be called for",
        "since TensorFlow 2.11 a Keras optimizer keeps to the variables of its first step",
        "call optimizer.build(all_variables) first, or make one optimizer for each set of variables",
    ),
    rule(
        "keras-tensor",
        "ValueError",
        r"A KerasTensor cannot be used as input to a TensorFlow function",
        "Keras 3, since TensorFlow 2.16, keeps its own symbolic tensors apart from those of TensorFlow",
        "use keras.ops, or put the TensorFlow function into a tf.keras.layers.Lambda or a layer of your own",
    ),
    rule(
        "no-gradients",
        "ValueError",
        r"No gradients provided for any variable",
        "no variable takes part in the loss: it was computed outside of the tape, or by NumPy",
        "compute the whole loss inside of with tf.GradientTape() as tape, with TensorFlow's functions",
    ),
    rule(
        "gradient-none",
        "TypeError",
        r"unsupported operand type\(s\) for .*'NoneType'",
        "a gradient is None: after w = w - rate * gradient w is a plain tensor, which no tape watches",
        "keep w a tf.Variable: w.assign_sub(rate * gradient)",
    ),
    rule(
        "decay-is-a-function",
        "TypeError ValueError",
        r"unsupported operand type\(s\) for .*'(?:functools\.partial|function)'",
        "in eager mode tf.compat.v1.train.exponential_decay and the like give a function, not a tensor",
        "call it, rate(), in each step, or use tf.keras.optimizers.schedules",
    ),
    rule(
        "gradients-eager",
        "RuntimeError",
        r"tf\.gradients is not supported when eager execution is enabled",
        "tf.gradients needs a graph",
        "use tf.GradientTape, or call tf.compat.v1.disable_v2_behavior() right after the import",
    ),
)
