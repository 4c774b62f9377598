"""Calls of optimizers, rates and what is done to gradients."""

from _harness_preludes.calls.row import Row
from _harness_preludes.calls.values import Always, Computed
from _harness_preludes.calls.worked_out import ignored_rate, rate_of_keras

_ADAM = {"class": Always("adam"), "beta_1": ("beta_1", "beta1"), "beta_2": ("beta_2", "beta2"), "epsilon": "epsilon"}
_KERAS = {
    "learning_rate": Computed(rate_of_keras),
    "lr_given": Computed(ignored_rate),
    "decay": ("decay", Always(0.0)),
    "use_ema": "use_ema",
    "weight_decay": "weight_decay",
}
_TIMES_RATE = {"decay_times_rate": Always(True)}
_TF1 = {"learning_rate": "learning_rate"}


def _train(kind, names, **settings):
    return Row("optimizer", names, anywhere=True, settings=dict(_TF1, **settings))


def _keras(names, settings=None, **more):
    both = " ".join("tf.keras.optimizers.%s tf.keras.optimizers.legacy.%s" % (name, name) for name in names.split())
    return Row("optimizer", both, anywhere=True, settings=dict(_KERAS, **dict(settings or {}, **more)))


UPDATE = [
    _train("sgd", "tf.train.GradientDescentOptimizer", **{"class": Always("sgd"), "momentum": Always(0.0)}),
    _train(
        "sgd",
        "tf.train.MomentumOptimizer",
        **{"class": Always("sgd"), "momentum": "momentum", "nesterov": "use_nesterov"},
    ),
    _train("adam", "tf.train.AdamOptimizer", **_ADAM),
    _train("adam", "tf.contrib.opt.LazyAdamOptimizer", **dict(_ADAM, lazy=Always(True))),
    _train(
        "adamw",
        "tf.contrib.opt.AdamWOptimizer",
        **dict(_ADAM, **{"class": Always("adamw"), "weight_decay": "weight_decay", "decay_times_rate": Always(False)}),
    ),
    _train(
        "sgdw",
        "tf.contrib.opt.MomentumWOptimizer",
        **{
            "class": Always("sgd"),
            "momentum": "momentum",
            "weight_decay": "weight_decay",
            "decay_times_rate": Always(False),
            "nesterov": "use_nesterov",
        },
    ),
    _train("adamax", "tf.contrib.opt.AdaMaxOptimizer", **dict(_ADAM, **{"class": Always("adamax")})),
    _train(
        "nadam",
        "tf.contrib.opt.NadamOptimizer",
        **dict(_ADAM, **{"class": Always("nadam"), "momentum_schedule": Always(False)}),
    ),
    _train(
        "rmsprop",
        "tf.train.RMSPropOptimizer",
        **{
            "class": Always("rmsprop"),
            "rho": "decay",
            "epsilon": "epsilon",
            "momentum": "momentum",
            "centered": "centered",
        },
    ),
    _train(
        "adagrad",
        "tf.train.AdagradOptimizer",
        **{"class": Always("adagrad"), "accumulator": "initial_accumulator_value"},
    ),
    _train(
        "adadelta", "tf.train.AdadeltaOptimizer", **{"class": Always("adadelta"), "rho": "rho", "epsilon": "epsilon"}
    ),
    _train(
        "ftrl",
        "tf.train.FtrlOptimizer",
        **{
            "class": Always("ftrl"),
            "accumulator": "initial_accumulator_value",
            "power": "learning_rate_power",
            "l1": "l1_regularization_strength",
            "l2": "l2_regularization_strength",
        },
    ),
    _keras("SGD", {"class": Always("sgd")}, momentum="momentum", nesterov="nesterov"),
    _keras("Adam", dict(_ADAM, lazy=Always(False)), amsgrad=("amsgrad", Always(False))),
    _keras("AdamW", dict(_ADAM, **_TIMES_RATE), **{"class": Always("adamw"), "amsgrad": "amsgrad"}),
    _keras("Adamax", _ADAM, **{"class": Always("adamax")}),
    _keras("Nadam", _ADAM, **{"class": Always("nadam"), "momentum_schedule": Always(True)}),
    _keras(
        "RMSprop",
        {"class": Always("rmsprop")},
        rho="rho",
        epsilon="epsilon",
        momentum=("momentum", Always(0.0)),
        centered=("centered", Always(False)),
    ),
    _keras(
        "Adagrad",
        {"class": Always("adagrad")},
        epsilon="epsilon",
        accumulator=("initial_accumulator_value", Always(0.0)),
    ),
    _keras("Adadelta", {"class": Always("adadelta")}, rho="rho", epsilon="epsilon"),
    _keras(
        "Ftrl",
        {"class": Always("ftrl")},
        accumulator="initial_accumulator_value",
        power="learning_rate_power",
        l1="l1_regularization_strength",
        l2="l2_regularization_strength",
    ),
    _keras("Lion", {"class": Always("lion")}, beta_1="beta_1", beta_2="beta_2"),
    Row("clipping", "tf.clip_by_global_norm", how=Always("global"), norm="clip_norm"),
    Row("clipping", "tf.clip_by_norm", how=Always("each"), norm="clip_norm", axes="axes"),
    Row("clipping", "tf.clip_by_average_norm", how=Always("average"), norm="clip_norm"),
    Row(
        "average",
        "tf.train.ExponentialMovingAverage",
        decay="decay",
        num_updates="num_updates",
        zero_debias=("zero_debias", Always(False)),
    ),
    Row(
        "schedule",
        "tf.train.exponential_decay tf.keras.optimizers.schedules.ExponentialDecay",
        **{
            "class": Always("exponential"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "factor": "decay_rate",
            "staircase": "staircase",
        },
    ),
    Row(
        "schedule",
        "tf.train.inverse_time_decay tf.keras.optimizers.schedules.InverseTimeDecay",
        **{
            "class": Always("inverse_time"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "factor": "decay_rate",
            "staircase": "staircase",
        },
    ),
    Row(
        "schedule",
        "tf.train.polynomial_decay tf.keras.optimizers.schedules.PolynomialDecay",
        **{
            "class": Always("polynomial"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "end": "end_learning_rate",
            "power": "power",
            "cycle": "cycle",
        },
    ),
    Row(
        "schedule",
        "tf.train.cosine_decay tf.keras.optimizers.schedules.CosineDecay tf.keras.experimental.CosineDecay",
        **{
            "class": Always("cosine"),
            "rate": ("initial_learning_rate", "learning_rate"),
            "steps": "decay_steps",
            "alpha": "alpha",
        },
    ),
]
