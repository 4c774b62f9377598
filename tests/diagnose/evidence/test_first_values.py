"""Specification of what first values say: how they were drawn, and what they are of one another."""

import numpy as np
import pytest

from harness.diagnose.evidence.first_values import FirstValues, drawn_otherwise, is_known_of
from harness.diagnose.sources.said.initializers import drawn_from
from harness.diagnose.sources.text.source import read_source

RANDOM = np.random.RandomState(1)


def of(mine: object, other: object) -> FirstValues:
    return FirstValues("w", "w", np.asarray(mine, np.float64).reshape(-1), np.asarray(other, np.float64).reshape(-1))


class Draws:
    @staticmethod
    def normal(size: int) -> np.ndarray:
        return RANDOM.normal(0.0, 0.1, size)

    @staticmethod
    def uniform(size: int) -> np.ndarray:
        return RANDOM.uniform(-0.2, 0.2, size)


def test_two_draws_of_one_distribution_are_not_told_apart() -> None:
    for size in (8, 16, 100, 5000):
        for draw in (Draws.normal, Draws.uniform):
            assert all(drawn_otherwise(of(draw(size), draw(size))) is None for _ in range(200))


def test_another_deviation_is_told() -> None:
    says = drawn_otherwise(of(np.linspace(-1, 1, 64), np.linspace(-0.1, 0.1, 64)))
    assert says == "of deviation 0.586 on the left, 0.0586 on the right (64 numbers)"


def test_another_mean_is_told() -> None:
    says = drawn_otherwise(of(np.linspace(0, 2, 64), np.linspace(1, 3, 64)))
    assert says == "around 1 on the left, around 2 on the right (64 numbers)"


def test_a_uniform_distribution_is_told_from_a_normal_one_of_the_same_deviation_by_many_numbers() -> None:
    uniform, normal = RANDOM.uniform(-np.sqrt(3), np.sqrt(3), 20000), RANDOM.normal(0.0, 1.0, 20000)
    says = drawn_otherwise(of(uniform, normal))
    assert says is not None and says.startswith("spread otherwise on the right (20000 numbers, up to ")
    assert drawn_otherwise(of(uniform[:50], normal[:50])) is None


def test_constants_are_told() -> None:
    assert drawn_otherwise(of([0.1, 0.1], [0.0, 0.0])) == "0.1 throughout on the left, 0 throughout on the right"
    assert (
        drawn_otherwise(of([0.0, 0.0], [0.5, -0.25])) == "0 throughout on the left, between -0.25 and 0.5 on the right"
    )


def test_of_one_number_and_of_a_few_drawn_ones_nothing_is_told() -> None:
    assert drawn_otherwise(of([0.1], [7.0])) is None
    assert drawn_otherwise(of([0.1, 0.2, 0.4], [10.0, 30.0, 50.0])) is None


def test_a_multiple_and_another_order_are_known() -> None:
    assert is_known_of(of([1.0, -2.0, 4.0], [0.5, -1.0, 2.0])) == "0.5 times the left side's"
    assert is_known_of(of([1.0, -2.0, 4.0], [4.0, 1.0, -2.0])) == "the left side's in another order"
    assert is_known_of(of([1.0, -2.0, 4.0], [1.0, -2.0, 5.0])) is None
    assert is_known_of(of([1.0, -2.0], [0.0, 0.0])) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("tf.truncated_normal([2], seed=1)", {"truncated_normal"}),
        ("tf.keras.initializers.TruncatedNormal(stddev=0.1)", {"truncated_normal"}),
        ("tf.random.stateless_normal([2], seed=[1, 2])", {"normal"}),
        ("tf.glorot_uniform_initializer(seed=1)", {"glorot_uniform"}),
        ("tf.keras.initializers.GlorotNormal(seed=1)", {"glorot_normal"}),
        ("tf.keras.layers.Dense(3, kernel_initializer='he_uniform')", {"he_uniform"}),
        ("tf.random_normal([2]); tf.random_uniform([2])", {"normal", "uniform"}),
        ("tf.zeros([2]); tf.constant(1.0); tf.nn.normalize_moments()", set()),
        # Not told: a layer draws by its default, or the initializer by a rule that is given.
        ("tf.random_normal([2]); tf.layers.dense(x, 3)", set()),
        ("tf.random_normal([2]); tf.variance_scaling_initializer()", set()),
        ("tf.random_normal([2]); tf.contrib.layers.xavier_initializer()", set()),
    ],
)
def test_distributions_by_the_names_of_what_draws(text: str, found: set[str]) -> None:
    assert drawn_from(read_source(f"import tensorflow as tf\nx = None\n{text}\n")) == found


def test_a_deviation_is_told_of_fewer_numbers_the_further_it_is_off() -> None:
    draw = np.random.RandomState(3).normal
    assert drawn_otherwise(of(draw(size=24), 2.8 * draw(size=24))) is not None
    assert drawn_otherwise(of(draw(size=8), 2.8 * draw(size=8))) is None
