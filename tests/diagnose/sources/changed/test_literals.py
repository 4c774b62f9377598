"""Literals: the rate that a script names, and the script with another one."""

from dataclasses import replace

import pytest

from harness.diagnose.evidence.evidence import Side
from harness.diagnose.sources.changed.literals import Rate, rate_of, with_rate
from tests.diagnose.sides import golden, origin


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        ("train = tf.train.GradientDescentOptimizer(0.3).minimize(loss)", 0.3),
        ("train = tf.keras.optimizers.SGD(learning_rate=1e-2)", 0.01),
        ("rate = tf.train.exponential_decay(0.1, step, 10, 0.99)", 0.1),
        ("LEARNING_RATE = 0.5", 0.5),
        ("w.assign_sub(0.2 * gradient)", 0.2),
        ("w.assign_sub(gradient * 1)", 1.0),
        ("parser.add_argument('--learning-rate', '-l', type=float, default=0.02)", 0.02),
        ("parser.add_argument('--decay-rate', type=float, default=0.9)", None),
        ("parser.add_argument('--lr', type=float, required=True)", None),
        ("tf.app.flags.DEFINE_float('learning_rate', 0.05, 'Initial learning rate.')", 0.05),
        ("flags.DEFINE_float(name='lr', default=0.05, help='Rate.')", 0.05),
        ("flags.DEFINE_float('keep_rate', 0.05, 'Of the dropout.')", None),
        ("def train(steps, lr=0.07):\n    pass", 0.07),
        ("def train(*, base_lr=0.07, rate=0.5):\n    pass", 0.07),
        ("CONFIG = {'lr': 0.06, 'steps': 20}", 0.06),
        ("CONFIG = {'dropout_rate': 0.06, **others}", None),
        ("opt = tf.keras.optimizers.SGD()", 0.01),
        ("opt = tf.keras.optimizers.SGD(momentum=0.9)", 0.01),
        ("opt = optimizers.Adam()", 0.001),
        ("opt = tf.keras.optimizers.Adam(**options)", None),
        ("opt = mine.Adam()", None),
        ("decay_rate = 0.9\nlearning_rate = 0.1", 0.1),
        ("w = w + 1", None),
        ("a = tf.keras.optimizers.SGD(0.1)\nb = tf.keras.optimizers.SGD(0.2)", None),
        ("print 'Python 2', 0.1", None),
        ("", None),
    ],
)
def test_a_rate_is_told_by_where_it_stands(text: str, rate: float | None) -> None:
    assert rate_of(Side("script", (), source=text)) == (None if rate is None else Rate(rate))


def test_a_parameter_comes_before_what_the_text_says() -> None:
    side = replace(golden("two_layer_net", "graph", "sgd"), origin=origin(rate=0.005))
    assert rate_of(side) == Rate(0.005, "rate")
    assert rate_of(replace(side, origin=origin())) == Rate(0.001, "rate")


def test_only_the_rate_is_changed_though_the_number_stands_elsewhere_too() -> None:
    text = "学 = 1; w = w + 1\ntrain = tf.train.GradientDescentOptimizer(1).minimize(学 + 1)\n"
    wanted = "学 = 1; w = w + 1\ntrain = tf.train.GradientDescentOptimizer(0.2).minimize(学 + 1)\n"
    assert with_rate(text, 0.2) == wanted


def test_columns_are_bytes_where_a_line_is_not_ascii() -> None:
    assert (
        with_rate("学 = 1; 率 = tf.keras.optimizers.SGD(0.1)\n", 0.25) == "学 = 1; 率 = tf.keras.optimizers.SGD(0.25)\n"
    )


def test_a_script_without_a_rate_cannot_be_given_another() -> None:
    assert with_rate("w = w + 1\n", 0.2) is None


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("o = tf.keras.optimizers.SGD()\n", "o = tf.keras.optimizers.SGD(learning_rate=0.2)\n"),
        ("o = optimizers.SGD(momentum=0.9)\n", "o = optimizers.SGD(momentum=0.9, learning_rate=0.2)\n"),
        ("add_argument('--lr', default=0.1, type=float)\n", "add_argument('--lr', default=0.2, type=float)\n"),
        ("c = {'lr': 0.1}\n", "c = {'lr': 0.2}\n"),
    ],
)
def test_the_rate_is_changed_where_people_write_it(text: str, wanted: str) -> None:
    assert with_rate(text, 0.2) == wanted
