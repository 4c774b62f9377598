"""A script that counts on more examples than are made gets those over and over, and so does the other side."""

import pytest

from harness.sides.around.counted_on import count_of, counted_alike, counted_on, with_count
from harness.targets.scene import Prelude, Scene
from tests.conftest import ROOT

LOADS = "(x, y), (a, b) = keras.datasets.mnist.load_data()\n"


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("x_val, rest = x[:10000], x[10000:]", 12500),
        ("rest = x[5000:, :, :]", 6250),
        ("rest, held = x[:-10000], x[-10000:]", 12500),
        ("x = x.reshape(60000, 784)\na = a.reshape(10000, 784)", 60000),
        ("x = x.reshape((50000, 32 * 32))", 50000),
        ("a = a.reshape([10000, 784])", 60000),
        ("x_val = x[range(49000, 50000)]", 50000),
        ("def load(num_training=49000, num_validation=1000): pass", 60000),
        ("batch_size = 64\nself.test_batch_size = 500", 2505),
        ("def train(x, BATCH_SIZE=256): pass", 1285),
        ("batch_size = 199", 0),
        ("few = x[:10000]", 0),
        ("rest = x[100:]", 0),
        ("x = x.reshape(-1, 784)", 0),
    ],
)
def test_what_a_script_counts_on_stands_in_its_slices_and_shapes(text: str, count: int) -> None:
    assert counted_on(LOADS + text) == count
    assert counted_on(text) == 0


def test_a_module_of_its_own_may_be_what_loads() -> None:
    assert counted_on("x_val, rest = x[:10000], x[10000:]", LOADS) == 12500


def scene(size: int) -> Scene:
    return Scene(ROOT, preludes=(Prelude("plots"), Prelude("stand_in", {"size": size, "files": []})))


def test_both_sides_get_as_many_as_the_one_that_wants_more() -> None:
    left, none, right = counted_alike(with_count(scene(1000), 12500), None, scene(1000))
    assert none is None and left is not None and right is not None
    assert left.preludes == right.preludes
    assert right.preludes[1].setting == {"size": 1000, "files": [], "count": 12500}
    assert count_of(scene(1000)) == 0


def test_fewer_than_are_made_are_none_too_few() -> None:
    assert with_count(scene(20000), 12500) == scene(20000)
