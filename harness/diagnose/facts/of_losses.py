"""Facts of losses and penalties."""

from harness.diagnose.facts import conditions as when
from harness.diagnose.facts.fact import OTHER, Fact
from harness.words.finding import Place
from harness.words.stage import Stage

ENTROPIES = ("softmax_crossentropy", "sigmoid_crossentropy")
LOSS_KINDS = (*ENTROPIES, "mean_squared_error", "absolute_error", "huber", "hinge")

OF_LOSSES: tuple[Fact, ...] = (
    Fact(
        "gradient-not-stopped",
        Stage.GRADIENTS,
        ("softmax_crossentropy",),
        "label_gradient",
        "put tf.stop_gradient around the labels: the cross entropy of TF1 hands no gradient on to them",
        when.stopped,
    ),
    Fact("from-logits", Stage.LOSS, ENTROPIES, "from_logits", "give from_logits={left}"),
    Fact(
        "loss-reduction",
        Stage.LOSS,
        LOSS_KINDS,
        "reduction",
        "divide the sum of the weighted losses by what the left side divides it by ({left})",
        when.weighted,
    ),
    Fact(
        "loss-reduction",
        Stage.LOSS,
        ("estimator",),
        "reduction",
        "give loss_reduction: {left}; estimators of TF1 add up the losses of a batch, those of TF2 take their mean",
    ),
    Fact(
        "sigmoid-logits",
        Stage.LOSS,
        ("crossentropy",),
        "through",
        "give the layer the activation itself, or take from_logits=True and no activation: Keras finds the logits of a "
        "probability only where it comes straight from a sigmoid or softmax, and clips it otherwise",
        when.through_logits,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "l2-half",
        Stage.LOSS,
        ("regularizer",),
        "l2",
        "give l2={left}: TF1's l2 regularizer takes half of the sum of squares",
        when.twice,
    ),
    Fact(
        OTHER,
        Stage.LOSS,
        ENTROPIES,
        "label_smoothing",
        "smooth the labels by {left}: CategoricalCrossentropy(label_smoothing={left}) with tf.one_hot labels, for a "
        "loss that takes classes has no such argument",
        when.cannot_smooth,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        OTHER,
        Stage.LOSS,
        ("cosine",),
        "normalizes",
        "do not divide by the lengths: 1 - tf.reduce_mean(tf.reduce_sum(a * b, axis)); or, where that was meant, "
        "normalize on both sides",
        when.stopped,
    ),
    Fact(
        OTHER,
        Stage.LOSS,
        ("cosine",),
        "offset",
        "have both with 1 added or both without: tf.losses.cosine_distance is 1 minus the sum of products, "
        "CosineSimilarity of Keras minus the cosine",
    ),
    Fact(
        OTHER,
        Stage.FORWARD,
        ("auc",),
        "summation",
        "add up trapezoids under the curve of precision and recall, as tf.metrics.auc does by default, with "
        "tf.compat.v1.metrics.auc or by hand: AUC of Keras interpolates between its points, which is "
        "summation_method='careful_interpolation' of tf.metrics.auc",
        when.other_summation,
        lambda _left, right: "careful_interpolation" if right == "interpolation" else right,
        Place.LEFT,
    ),
    Fact("ctc-blank", Stage.LOSS, ("ctc",), "blank", "give blank_index=-1: TF1's blank is the last class"),
)
