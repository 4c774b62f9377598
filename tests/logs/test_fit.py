"""What Keras prints of an epoch, as each of its releases does: recorded output of fit, and what is read in it."""

import pytest

from harness.judging.lines import compare_lines
from harness.logs.rows import rows_of
from tests.diagnose.sides import USUAL

LOSS = {"epoch": "1", "loss": "1.3039"}
WHOLE = {**LOSS, "accuracy": "0.5000"}


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        (" - 0s - loss: 1.3039 - acc: 0.5000", WHOLE),
        ("640/640 - 0s - loss: 1.3039 - acc: 0.5000", WHOLE),
        ("640/640 [==============================] - 0s 206us/sample - loss: 1.3039 - acc: 0.5000", WHOLE),
        ("640/640 [==============================] - 0s 1ms/step - loss: 1.3039", LOSS),
        ("20/20 [==============================] - 4s 206ms/step - loss: 1.3039 - accuracy: 0.5000", WHOLE),
        ("20/20 - 1s - loss: 1.3039 - accuracy: 0.5000 - 586ms/epoch - 29ms/step", WHOLE),
        ("20/20 - 1s - 29ms/step - accuracy: 0.5000 - loss: 1.3039", WHOLE),
        ("20/20 ━━━━━━━━━━━━━━━━━━━━ 1s 3ms/step - accuracy: 0.5000 - loss: 1.3039", WHOLE),
        ("\x1b[1m20/20\x1b[0m \x1b[32m━━━━━\x1b[0m\x1b[37m\x1b[0m \x1b[1m1s\x1b[0m 3ms/step - loss: 1.3039", LOSS),
        (
            "20/20 - 0s - loss: 1.3039 - val_acc: 0.25 - lr: 1e-03 - mean_squared_error: 2.5",
            {**LOSS, "val_accuracy": "0.25", "learning_rate": "1e-03", "mse": "2.5"},
        ),
    ],
    ids=["2.0", "1.14", "1.15", "2.2", "2.4", "2.15", "3", "3 bar", "3 colours", "names"],
)
def test_an_epoch_is_one_row_with_its_number_and_its_metrics(line: str, numbers: dict[str, str]) -> None:
    (row,) = rows_of(["Epoch 1/3", line])
    assert {field.name: field.text for field in row.fields if not field.noise} == numbers
    assert row.fit and not row.noise


def test_what_is_shown_while_an_epoch_is_on_its_way_is_noise() -> None:
    shown = ["Epoch 1/3", " 4/20 [=====>....] - ETA: 1s - loss: 2.5", "20/20 [========] - 1s 3ms/step - loss: 1.3039"]
    (row,) = rows_of(shown)
    assert {field.name: field.text for field in row.fields if not field.noise} == LOSS
    (alone,) = rows_of(shown[1:2])
    assert alone.noise and not alone.fields


@pytest.mark.parametrize(
    "line",
    ["1/3 - loss: 0.5", "ratio 3/10 - 4s", "loss: 0.5 - took 4s", "- 0.5 - 0.25", "3/10", "a - b: 1 - c: 2"],
)
def test_what_a_script_prints_itself_is_no_progress(line: str) -> None:
    (row,) = rows_of([line])
    assert not row.fit


def test_the_line_of_an_epoch_without_progress_stays_a_row_of_its_own() -> None:
    assert [row.text for row in rows_of(["Epoch 1/3", "loss 0.5"])] == ["Epoch 1/3", "loss 0.5"]


def test_one_training_shown_by_two_releases_is_the_same() -> None:
    left = ["Train on 640 samples", "Epoch 1/2", "640/640 - 0s - loss: 1.3039 - acc: 0.5000"]
    right = ["Epoch 1/2", "20/20 - 1s - 29ms/step - accuracy: 0.5000 - loss: 1.3039"]
    found = compare_lines(left, right, USUAL).comparison
    assert (found.verdict, found.agreeing, found.expected) == ("reformatted", 1, 1)
    other = compare_lines(left, [right[0], right[1].replace("1.3039", "1.3049")], USUAL).comparison
    assert other.verdict == "diverged"
    assert other.first is not None and other.first.field == "loss"


def test_the_cost_of_a_session_is_held_against_the_loss_of_fit() -> None:
    left = [f"Epoch: {epoch:04d} cost = {cost:.9f}" for epoch, cost in enumerate((0.693147, 0.512345, 0.401234), 1)]
    right = []
    for epoch, loss, accuracy in ((1, 0.6931, 0.5), (2, 0.5123, 0.6), (3, 0.4012, 0.7)):
        right += [f"Epoch {epoch}/3", f"20/20 - 1s - loss: {loss:.4f} - accuracy: {accuracy:.4f}"]
    found = compare_lines(left, right, USUAL)
    assert (found.comparison.verdict, found.comparison.agreeing, found.comparison.expected) == ("rounded", 3, 3)
    assert [(alone.name, alone.side, alone.varies) for alone in found.alone] == [("accuracy", "right", True)]
    wrong = compare_lines(left, [*right[:3], right[3].replace("0.5123", "0.5213"), *right[4:]], USUAL).comparison
    assert (wrong.verdict, wrong.agreeing, wrong.missing, wrong.left_over) == ("diverged", 2, 0, 0)


def test_a_metric_that_fit_no_longer_shows_is_missed() -> None:
    left = ["Epoch 1/1", "20/20 - 1s - loss: 0.6931 - accuracy: 0.5000"]
    right = ["Epoch 1/1", "20/20 - 1s - loss: 0.6931"]
    assert compare_lines(left, right, USUAL).comparison.verdict == "diverged"


def test_what_is_printed_behind_a_bar_that_was_left_open_is_read() -> None:
    line = " 32/320 [==>...........................] - ETA: 0stest [0.66883296370506284, 0.859375]"
    (row,) = rows_of([line])
    assert {field.name: field.text for field in row.fields} == {"test[0]": "0.66883296370506284", "test[1]": "0.859375"}


def test_what_evaluate_shows_is_held_against_the_other_side_where_that_shows_it_and_is_not_missed() -> None:
    fit = ["Epoch 1/1", "20/20 - 1s - loss: 0.6931"]
    shown, other = "10/10 - 0s - loss: 0.6688", "10/10 - 0s - loss: 0.7688"
    assert compare_lines([*fit, shown], fit, USUAL).comparison.verdict == "reformatted"
    assert compare_lines(fit, [*fit, shown], USUAL).comparison.verdict == "reformatted"
    assert compare_lines([*fit, shown], [*fit, other], USUAL).comparison.verdict == "diverged"
