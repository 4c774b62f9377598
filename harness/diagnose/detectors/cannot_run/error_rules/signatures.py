"""Signatures: arguments that changed their names, their order or their kind."""

from harness.diagnose.detectors.cannot_run.error_rules.rule import Rule, rule

SIGNATURES: tuple[Rule, ...] = (
    rule(
        "renamed-argument",
        "TypeError",
        r"got an unexpected keyword argument '(reduction_indices|keep_dims|dimension|keep_prob|concat_dim|squeeze_dims|"
        r"targets|seq_dim|batch_dim)'",
        "this release's function has no argument {0}",
        "take the name of today: axis for reduction_indices, dimension, concat_dim and squeeze_dims, keepdims for "
        "keep_dims, rate = 1 - keep_prob, labels for targets, seq_axis and batch_axis for seq_dim and batch_dim; or "
        "the function of tf.compat.v1",
    ),
    rule(
        "cross-entropy-names",
        "ValueError",
        r"Only call `(\w+)` with named arguments",
        "{0} wants its arguments by name: their order changed with 1.0",
        "write labels=..., logits=...; by position TensorFlow 2 takes labels first; or run it as it is, on 0.12: "
        "SCRIPT@0.12",
    ),
    rule(
        "concat-order",
        "TypeError ValueError",
        r"Expected int32, got list containing Tensors|"
        r"Input '(?:split_dim|concat_dim|axis)' of '\w+' Op has type \w+ that does not match expected type of int32|"
        r"Shapes? \([\d, ]+\) (?:must have rank 0|and \(\) are incompatible)",
        "a list of tensors stands where an axis is expected: tf.concat took the axis first before TensorFlow 1.0",
        "tf.concat(values, axis); tf.split(value, number, axis); or run it as it is, on 0.12: SCRIPT@0.12",
    ),
    rule(
        "shape-value",
        "AttributeError",
        r"'(?:int|NoneType)' object has no attribute 'value'",
        "the sizes of a shape are plain numbers in TensorFlow 2",
        "leave .value out: x.shape[0], or int(x.shape[0])",
    ),
)
