"""Specification of rows that only their epoch and their batch together tell apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.matching import Standing, match_lines


def pairs(left: list[str], right: list[str]) -> list[tuple[str, str]]:
    """What stands before the loss in both rows of each pair."""
    return [
        (match.left.text.partition(" loss")[0], match.right.text.partition(" loss")[0])
        for match in match_lines(left, right).rows
        if match.left is not None and match.right is not None
    ]


@pytest.mark.parametrize("name", ["batch", "Batch", "minibatch", "mini_batch", "mb", "it"])
def test_behind_a_cut_rows_are_paired_by_epoch_and_batch(name: str) -> None:
    left = [f"Epoch 1, {name} 100, loss 0.9000", "...", f"Epoch 2, {name} 200, loss 0.6000"]
    right = [
        f"Epoch {epoch}, {name} {batch}, loss {1 / (epoch + batch):.4f}" for epoch in (1, 2) for batch in (100, 200)
    ]
    first, last = f"Epoch 1, {name} 100,", f"Epoch 2, {name} 200,"
    assert pairs(left, right) == [(first, first), (last, last)]
    assert match_lines(left, right).of(Standing.LEFT_OVER) == ()


def test_how_many_batches_there_are_plays_no_part() -> None:
    left = ["Epoch 1 batch 100/300 loss 0.5", "...", "Epoch 2 batch 300/300 loss 0.2"]
    right = [f"Epoch {epoch} batch {batch}/300 loss 0.{epoch}{batch}" for epoch in (1, 2) for batch in (100, 200, 300)]
    assert pairs(left, right)[-1] == ("Epoch 2 batch 300/300", "Epoch 2 batch 300/300")


def test_a_batch_that_is_a_size_and_batches_counted_from_another_number_pair_nothing() -> None:
    assert pairs(["epoch 1 batch 32 loss 0.5", "epoch 2 batch 32 loss 0.4"], ["epoch 1 batch 64 loss 0.5"]) == [
        ("epoch 1 batch 32", "epoch 1 batch 64")
    ]
    left = [f"epoch {epoch} batch {batch} loss 0.{epoch}{batch}" for epoch in (1, 2) for batch in (0, 1, 2)]
    right = [f"epoch {epoch} batch {batch + 1} loss 0.{epoch}{batch}" for epoch in (1, 2) for batch in (0, 1, 2)]
    assert [(a[-1], b[-1]) for a, b in pairs(left, right)] == [("0", "1"), ("1", "2"), ("2", "3")] * 2


@given(st.sets(st.tuples(st.integers(1, 4), st.integers(1, 5)), min_size=1))
def test_whatever_is_cut_out_each_row_has_the_partner_of_its_epoch_and_batch(kept: set[tuple[int, int]]) -> None:
    left = [f"epoch {epoch} batch {batch} loss 0.{epoch}{batch}7" for epoch, batch in sorted(kept)]
    right = [f"epoch {epoch} batch {batch} loss 0.{batch}{epoch}3" for epoch in range(1, 5) for batch in range(1, 6)]
    places = [f"epoch {epoch} batch {batch}" for epoch, batch in sorted(kept)]
    assert pairs(left, right) == [(place, place) for place in places]
