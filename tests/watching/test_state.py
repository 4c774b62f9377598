"""Specification of what moves besides the trained variables."""

from dataclasses import replace

from harness.watching.state import hold_state, kept_by_batch_norm
from harness.words.observation import ObservedState
from tests.watching.arrays import reduced


def state(name: str, before: list[float], after: list[float], dtype: str = "float32") -> ObservedState:
    return ObservedState(name, reduced(before, dtype), reduced(after, dtype))


def test_partners_have_one_size_and_the_last_word_of_their_names() -> None:
    left = [state("bn/moving_mean", [0.0, 0.0], [0.1, 0.2]), state("bn/moving_variance", [1.0, 1.0], [0.9, 0.8])]
    right = [state("batch/moving_variance", [1.0, 1.0], [0.9, 0.8]), state("batch/moving_mean", [0.0, 0.0], [0.1, 0.2])]
    assert [thing.same_bits for thing in hold_state(left, right)] == [True, True]


def test_what_moves_on_one_side_only_is_apart() -> None:
    mean = state("moving_mean", [0.0, 0.0], [0.1, 0.2])
    for left, right, of_left, of_right in (
        ([mean], [], "moved", "nothing of its size moved"),
        ([], [mean], "nothing of its size moved", "moved"),
    ):
        (thing,) = hold_state(left, right, left, right)
        assert thing.gap is not None
        assert (thing.gap.name, thing.gap.left, thing.gap.right) == ("moving_mean", of_left, of_right)


def test_another_momentum_moves_them_otherwise() -> None:
    (thing,) = hold_state([state("mean", [0.0], [0.1])], [state("mean", [0.0], [0.01])])
    assert thing.gap is not None
    assert (thing.gap.left, thing.gap.right) == ("moved by 0.1", "by 0.01")


def test_counters_and_what_stands_still_are_no_statistics() -> None:
    left = [state("global_step", [0], [1], "int64"), state("still", [3.0], [3.0])]
    assert list(hold_state(left, [])) == []


def test_what_metrics_count_on_one_side_is_no_statistic() -> None:
    counted = [state("total:0", [0.0], [3.5]), state("metrics/mae/count_1", [0.0], [8.0])]
    assert list(hold_state([], counted, [], counted)) == []


def test_what_moves_now_and_then_is_a_copy_and_no_statistic() -> None:
    copied = [state("target", [0.0], [0.7])]
    assert list(hold_state([], copied, [], [])) == []
    assert list(hold_state([], copied)) == []


def test_what_is_moved_by_hand_after_the_step_is_held_against_what_moves_in_it() -> None:
    in_step = [state("w/average", [0.0], [0.1])]
    by_hand = [state("shadow", [0.0], [0.1])]
    assert [thing.gap for thing in hold_state(in_step, [], in_step, by_hand)] == [None]
    assert [thing.gap for thing in hold_state([], in_step, by_hand, in_step)] == [None]
    two = [*in_step, state("b/average", [0.0], [0.2])]
    assert [thing.gap for thing in hold_state(two, [], two, [*by_hand, state("shadow", [0.0], [0.2])])] == [None, None]
    (thing,) = hold_state(in_step, [], in_step, [state("shadow", [0.0], [0.01])])
    assert thing.gap is not None
    assert (thing.gap.left, thing.gap.right) == ("moved by 0.1", "by 0.01")


def test_what_a_run_of_its_own_moves_is_held_where_both_move_it_and_never_alone() -> None:
    one = replace(state("acc", [0.0], [1.0]), apart=True)
    assert all(each.gap is None for each in hold_state([one], [], [one], []))
    (held,) = hold_state([one], [state("acc", [0.0], [2.0])], (), ())
    assert held.gap is not None


def test_a_velocity_that_is_kept_by_hand_is_no_statistic_where_the_other_side_has_a_slot_of_its_size() -> None:
    velocity = state("velocity", [0.0, 0.0], [0.1, 0.2])
    none, two, three = frozenset[int](), frozenset({2}), frozenset({3})
    assert list(hold_state([], [velocity], [], [velocity], (two, none))) == []
    assert list(hold_state([velocity], [], [velocity], [], (none, two))) == []
    assert len(hold_state([velocity], [], [velocity], [], (two, none))) == 1
    assert len(hold_state([velocity], [], [velocity], [], (none, three))) == 1


def test_what_batch_norm_keeps_is_known_by_its_name() -> None:
    names = ("bn/moving_mean", "moving_variance:0", "moving_mean_1", "moving_mean_of_loss", "not_moving_mean")
    assert list(map(kept_by_batch_norm, names)) == ["moving_mean", "moving_variance", "moving_mean", "", ""]
