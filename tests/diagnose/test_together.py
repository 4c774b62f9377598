"""Specification of changes that stay in place: a further patch beside one, and a text of which one change is undone."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose import together
from harness.diagnose.experiments.laboratory import Laboratory, changed, patch_file
from harness.diagnose.together import without_change
from harness.words.finding import Change, Confidence, Experiment, Finding, Place
from tests.diagnose.sides import made, origin

BEFORE = ["a = 1\n", "b = 2\n", "c = 3\n", "d = 4\n"]


def test_a_second_patch_leaves_the_first_one_its_own_arguments() -> None:
    first = changed(origin(), Change("one", patch="epsilon", arguments={"epsilon": 1e-8}), 60.0)
    assert (first.request.patched, first.request.arguments) == ((), {"epsilon": 1e-8})
    second = changed(first, Change("two", patch="given_rates", arguments={"rates": [0.1]}), 60.0)
    assert second.request.patch == patch_file("given_rates")
    assert second.request.arguments == {"rates": [0.1]}
    assert second.request.patched == ((patch_file("epsilon"), {"epsilon": 1e-8}),)
    message = second.request.as_message(1)
    assert message["patched"] == [[str((patch_file("epsilon")).resolve()), {"epsilon": 1e-8}]]
    assert Path(message["patch"]).name == "given_rates.py"


def test_the_same_script_once_more_keeps_what_is_in_place() -> None:
    first = changed(origin(), Change("one", patch="epsilon", arguments={"epsilon": 1e-8}), 60.0)
    again = changed(first, Change("the same script as it stands"), 30.0)
    assert again.request.patch == patch_file("epsilon")
    assert again.request.arguments == {"epsilon": 1e-8}
    assert again.request.patched == ()


def test_the_first_of_two_changes_of_a_text_is_undone() -> None:
    between = ["a = 10\n", "b = 2\n", "c = 3\n", "d = 4\n"]
    after = ["a = 10\n", "b = 2\n", "c = 30\n", "d = 4\n"]
    assert without_change(BEFORE, between, after) == "a = 1\nb = 2\nc = 30\nd = 4\n"


def test_lines_that_the_changes_added_or_took_away_are_undone_as_well() -> None:
    between = ["a = 1\n", "new = 0\n", "b = 2\n", "c = 3\n", "d = 4\n"]
    after = ["a = 1\n", "new = 0\n", "b = 2\n", "d = 4\n"]
    assert without_change(BEFORE, between, after) == "a = 1\nb = 2\nd = 4\n"


def test_two_changes_of_one_line_cannot_be_told_apart() -> None:
    between = ["a = 10\n", "b = 2\n", "c = 3\n", "d = 4\n"]
    assert without_change(BEFORE, between, ["a = 100\n", "b = 2\n", "c = 3\n", "d = 4\n"]) is None


def test_what_each_side_does_and_the_other_leaves_out_is_one_thing_that_is_done_otherwise() -> None:
    changes = [Change(f"{place} without it", place, source="x = 1\n") for place in (Place.LEFT, Place.RIGHT)]
    one, other = (
        Finding("operation-left-out", Confidence.CONFIRMED, f"the {each.side} scales", "do the same", trials=(each,))
        for each in changes
    )
    done = Experiment(changes[1].says, Place.RIGHT, 0, 4, 4, 0.5)
    alone = Experiment(changes[0].says, Place.LEFT, 0, 0, 4, 0.5)
    evidence = made({"loss": [1.0]}, {"loss": [2.0]})
    with Laboratory(budget=1.0) as laboratory:
        joined = together._joined(
            evidence, together._First(one, changes[0], alone), replace(other, experiments=(done,)), laboratory
        )
    assert joined is not None
    (found,) = joined.findings
    assert (found.cause, found.confidence.value) == ("other-operation", "likely")
    assert found.evidence == "the left scales; the right scales"


SIGMOID = Change(
    "what tf.sigmoid does left out",
    Place.LEFT,
    patch="calls_left_out",
    arguments={"calls": [{"symbol": "tf.sigmoid", "kind": "sigmoid", "line": 3}]},
)
PORT = "p = tf.sigmoid(z)\nloss = cost(logits=p) / 2\n"


@pytest.mark.parametrize(
    ("now", "alike"), [(PORT.replace("tf.sigmoid(z)", "(z)"), True), (PORT.replace(" / 2", ""), False)]
)
def test_what_is_taken_from_both_sides_is_not_what_one_of_them_does_not_do(now: str, *, alike: bool) -> None:
    evidence = made({"loss": [1.0]}, {"loss": [2.0]})
    evidence = evidence.with_side(Place.RIGHT, replace(evidence.right, source=PORT))
    change = Change("another text", source=now)
    assert together._is_taken_from_both(evidence, change, (SIGMOID,)) is alike
    assert together._is_taken_from_both(evidence, SIGMOID, (change,)) is alike
    assert not together._is_taken_from_both(evidence, SIGMOID, (replace(SIGMOID, says="the same side"),))
