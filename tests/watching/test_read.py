"""Specification of reading what the watcher told: all of it, and of what is no such thing a remark."""

from hypothesis import given
from hypothesis import strategies as st

from harness.targets.report import Seen
from harness.watching.read import read_observation
from harness.words.observation import ObservedLayer, ObservedState, ObservedVariable, Reduced
from tests.watching.arrays import reduced

FIVE = ["float32", [], 5.0, 5.0, 5.0, "aa", [5.0]]
TWELVE = ["float32", [], 12.0, 12.0, 12.0, "bb", [12.0]]
STEP = {
    "number": 0,
    "way": "session",
    "optimizer": "ApplyGradientDescent",
    "loss": TWELVE,
    "rate": 0.2,
    "fed": {"x:0": FIVE, "name:0": None},
    "variables": [["w", FIVE, TWELVE, FIVE, {"momentum": FIVE, "left": None}]],
    "state": [["moving_mean", FIVE, TWELVE]],
    "layers": [["MatMul", "dense/MatMul", [], [FIVE], 7], ["Relu", "relu", [0], [], None]],
}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=8) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=20,
)
KINDS = st.sampled_from(["step", "end", "steps", "loose", "started", "statistics", "remark", "race"])
A_STEP = st.fixed_dictionaries({"number": st.integers(0, 9)}, optional={key: JSON for key in STEP if key != "number"})

five = Reduced("float32", (), 5.0, 5.0, 5.0, "aa", (5.0,))
twelve = Reduced("float32", (), 12.0, 12.0, 12.0, "bb", (12.0,))


def test_a_step_is_read_with_all_that_is_in_it() -> None:
    found = read_observation(
        [Seen("step", STEP), Seen("steps", 1), Seen("end", [["w", FIVE]]), Seen("started", "w"), Seen("loose", 2)]
    )
    (step,) = found.steps
    assert (step.number, step.way, step.optimizer, step.rate) == (0, "session", "ApplyGradientDescent", 0.2)
    assert step.loss == twelve
    assert step.fed == {"x:0": five}, "what holds no numbers is left out"
    assert step.variables == (ObservedVariable("w", five, twelve, five, {"momentum": five}),)
    assert step.state == (ObservedState("moving_mean", five, twelve),)
    assert step.layers == (
        ObservedLayer(0, "MatMul", "dense/MatMul", (), five, 7),
        ObservedLayer(1, "Relu", "relu", (0,), None),
    )
    assert (found.count, found.remarks, found.started, found.loose) == (1, (), ("w",), 2)
    assert found.end == (ObservedState("w", after=five),)


def test_what_batch_norm_keeps_is_read_of_all_sessions() -> None:
    told = [Seen("statistics", ["moving_mean", "moving_mean"]), Seen("statistics", ["bn/moving_variance"])]
    assert read_observation(told).statistics == ("moving_mean", "moving_mean", "bn/moving_variance")


def test_what_is_not_told_is_not_known() -> None:
    (step,) = read_observation([Seen("step", {"number": 3})]).steps
    assert (step.number, step.loss, step.rate, step.variables, step.layers) == (3, None, None, (), ())


def test_of_a_script_that_died_the_steps_are_counted_as_far_as_they_were_told() -> None:
    assert read_observation([Seen("step", {"number": 4})]).count == 5
    assert read_observation([]).count == 0
    assert read_observation([Seen("steps", 0)]).loose is None


def test_a_remark_is_told_once_and_in_one_line() -> None:
    assert read_observation([Seen("remark", "two\n  lines"), Seen("remark", "two lines")]).remarks == ("two lines",)


def test_what_the_watcher_did_not_write_is_left_out_and_told() -> None:
    found = read_observation([Seen("step", {"number": 0, "loss": [1]}), Seen("step", None), Seen("step", STEP)])
    assert len(found.steps) == 1
    assert found.remarks == ("what was seen of a step cannot be read, and is left out",)


def test_an_array_whose_sample_cannot_be_of_its_shape_is_no_array() -> None:
    for shape, sample in (([2], []), ([2], [1.0, 2.0, 3.0]), ([-1], [])):
        array = ["float32", shape, 0.0, 0.0, 0.0, "aa", sample]
        assert read_observation([Seen("step", {"number": 0, "loss": array})]).steps == ()


def test_what_other_preludes_saw_is_none_of_its_business() -> None:
    assert read_observation([Seen("behaviour", {"what": "fit"}), Seen("race", 5)]).remarks == ()


@given(st.lists(st.builds(Seen, KINDS, JSON | A_STEP), max_size=5))
def test_reading_never_raises_whatever_a_script_has_told(seen: list[Seen]) -> None:
    assert len(read_observation(seen).steps) <= len(seen)


def test_an_array_is_reduced_to_what_it_is_held_by() -> None:
    array = reduced([[3.0, -4.0], [0.0, 12.0]])
    assert (array.dtype, array.shape, array.norm, array.least, array.most) == ("float32", (2, 2), 13.0, -4.0, 12.0)
    assert (array.sample, array.size, array.whole) == ((3.0, -4.0, 0.0, 12.0), 4, True)


def test_of_a_large_array_a_sample_is_told_that_has_the_first_and_the_last_element() -> None:
    array = reduced(range(1000))
    assert (len(array.sample), array.sample[0], array.sample[-1], array.whole) == (32, 0.0, 999.0, False)
    assert reduced(range(1000), whole=True).sample == tuple(map(float, range(1000)))


def test_extrema_and_norm_are_those_of_finite_elements() -> None:
    array = reduced([float("nan"), 3.0, float("inf"), -4.0])
    assert (array.norm, array.least, array.most) == (5.0, -4.0, 3.0)


def test_one_bit_in_the_middle_of_a_large_array_gives_another_digest() -> None:
    for count in (1000, 2_000_000):
        one, two = ([0.0] * count for _ in range(2))
        two[count // 2 + 1] = 1e-30
        assert reduced(one).digest != reduced(two).digest
