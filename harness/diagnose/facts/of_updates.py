"""Facts of gradients, rates and updates."""

from harness.diagnose.facts import conditions as when
from harness.diagnose.facts.fact import OTHER, Fact
from harness.words.finding import Place
from harness.words.stage import Stage

OF_UPDATES: tuple[Fact, ...] = (
    Fact(
        "clipnorm-per-variable",
        Stage.GRADIENTS,
        ("clipping",),
        "how",
        "give global_clipnorm in place of clipnorm, or clip with tf.clip_by_global_norm before apply_gradients",
        when.global_norm,
    ),
    Fact(
        OTHER,
        Stage.GRADIENTS,
        ("clipping",),
        "how",
        "clip as the left side does, {left}: clipvalue= (value) holds each element in a range, clipnorm= (each) the "
        "norm of each variable, global_clipnorm= (global) that of all",
    ),
    Fact(
        "lr-ignored",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give learning_rate: optimizers of 2.11 to 2.15 take lr and ignore it",
        when.ignored,
    ),
    Fact(
        "adadelta-rate",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give Adadelta learning_rate={left}: its default has changed",
        when.adadelta_rate,
    ),
    Fact(
        "default-rate",
        Stage.RATE,
        ("optimizer",),
        "learning_rate",
        "give learning_rate={left}: the default is another one",
        when.default_rate,
    ),
    Fact("other-rate", Stage.RATE, ("optimizer",), "learning_rate", "use the rate {left}", when.one_class),
    Fact(
        "adamw-decay",
        Stage.UPDATE,
        ("optimizer",),
        "decay_times_rate",
        "give weight_decay divided by the learning rate: Keras multiplies it by the rate, tf.contrib does not",
        when.decays,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "keras-decay",
        Stage.RATE,
        ("optimizer",),
        "decay",
        "give the rate as tf.keras.optimizers.schedules.InverseTimeDecay(rate, 1, {left}): that is what decay was, and "
        "weight_decay is something else",
        when.one_class,
    ),
    Fact(
        "other-optimizer",
        Stage.UPDATE,
        ("optimizer",),
        "lazy",
        "move only the rows that have a gradient, as LazyAdam does: Adam moves all of them in every step",
        when.one_class,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact(
        "other-optimizer",
        Stage.UPDATE,
        ("optimizer",),
        "momentum_schedule",
        "keep beta_1 as it is, as tf.contrib.opt.NadamOptimizer does: that of Nadam of Keras rises step by step, to "
        "beta_1 * (1 - 0.5 * 0.96 ** (0.004 * step))",
        when.one_class,
    ),
    Fact(
        "adagrad-accumulator",
        Stage.UPDATE,
        ("optimizer",),
        "accumulator",
        "give initial_accumulator_value={left}",
        when.one_class,
    ),
    Fact(
        OTHER,
        Stage.STATISTICS,
        ("average",),
        "num_updates",
        "give num_updates, the count n of updates, as the left side does: the decay is then no more than "
        "(1 + n) / (10 + n)",
        when.warmed_up,
        lambda _left, right: right,
        Place.LEFT,
    ),
    Fact("epsilon", Stage.UPDATE, ("optimizer",), "epsilon", "give the optimizer epsilon={left}", when.other_epsilon),
)
