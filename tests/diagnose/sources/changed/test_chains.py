"""Specification of what a text says of its data sets: the order of calls, what begins anew, what is seeded again."""

import pytest

from harness.diagnose.sources.changed.chains import chains_of, in_order_of
from harness.diagnose.sources.said.begun_anew import iterators_in_loops, seeded_once, seeds_in_loops

ONE_BY_ONE = """import tensorflow as tf
import numpy as np
train = tf.data.Dataset.from_tensor_slices(np.repeat([1.0, 2.0], 3))
train = train.shuffle(10, seed=1)
train = train.batch(4)
test = tf.data.Dataset.range(3).batch(2).repeat(5)
"""


def methods(text: str) -> list[list[str]]:
    return [[link.method for link in chain] for chain in chains_of(text)]


def test_a_chain_is_what_is_called_of_one_data_set_however_it_is_written() -> None:
    assert methods(ONE_BY_ONE) == [["shuffle", "batch"], ["batch", "repeat"]]
    assert methods("import numpy as np\nnp.random.shuffle([1])\n") == []


def test_the_other_order_takes_the_arguments_along() -> None:
    first, second = chains_of(ONE_BY_ONE)
    changed = in_order_of(ONE_BY_ONE, ["batch", "shuffle"], first)
    assert changed is not None
    assert changed.splitlines()[3:5] == ["train = train.batch(4)", "train = train.shuffle(10, seed=1)"]
    changed = in_order_of(ONE_BY_ONE, ["repeat", "batch"], second)
    assert changed is not None
    assert changed.splitlines()[5] == "test = tf.data.Dataset.range(3).repeat(5).batch(2)"


def test_what_only_one_side_calls_stays_where_it_is() -> None:
    text = ONE_BY_ONE + "for x in test.take(3):\n    print(x)\n"
    changed = in_order_of(text, ["shuffle", "repeat", "batch"], chains_of(text)[1])
    assert changed is not None
    assert changed.splitlines()[5:7] == [
        "test = tf.data.Dataset.range(3).repeat(5).batch(2)",
        "for x in test.take(3):",
    ]


@pytest.mark.parametrize("order", [["batch", "repeat"], ["batch", "shuffle"], ["batch"]])
def test_what_has_that_order_or_other_methods_stays(order: list[str]) -> None:
    assert in_order_of(ONE_BY_ONE, order, chains_of(ONE_BY_ONE)[1]) is None


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("for i in range(3):\n    x = next(iter(ds))\n", [("next(iter(ds))", 2, 1)]),
        ("for i in range(3):\n    for x in ds.take(2):\n        f(x)\n", [("for … in ds.take(2)", 2, 1)]),
        (
            "def epoch():\n    for x in ds.take(2):\n        f(x)\nwhile go:\n    epoch()\n",
            [("for … in ds.take(2)", 2, 1)],
        ),
        ("for x in ds.take(2):\n    f(x)\n", []),
        ("it = iter(ds)\nfor i in range(3):\n    x = next(it)\n", []),
    ],
)
def test_what_begins_a_data_set_in_a_loop_is_found(text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(each.text, each.line, each.loop) for each in iterators_in_loops(text)] == found


SEEDED = """import numpy as np
def f():
    r = np.random.RandomState(0)
    np.random.seed(5)
    return r.rand(), np.random.rand()
"""


def test_what_is_seeded_once_draws_on() -> None:
    assert [(each.text, each.loop) for each in seeds_in_loops(SEEDED)] == [
        ("np.random.RandomState(0)", 2),
        ("np.random.seed(5)", 2),
    ]
    assert seeds_in_loops("import numpy as np\nnp.random.seed(5)\n") == ()
    once = seeded_once(SEEDED)
    assert once is not None
    assert once.count("\n") == SEEDED.count("\n")
    names: dict[str, object] = {}
    exec(once + "a, b = f(), f()\n", names)
    first, second = names["a"], names["b"]
    assert isinstance(first, tuple) and isinstance(second, tuple)
    assert all(one != two for one, two in zip(first, second, strict=True))
