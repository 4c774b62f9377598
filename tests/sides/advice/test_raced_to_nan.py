"""A script that came to NaN, and whose gradients read what their own step updates, is told so."""

from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.raced_to_nan import raced_text
from harness.targets.outcome import Failure
from harness.targets.report import Seen
from harness.targets.target import Request

RACE = {
    "fetch": "merged:0",
    "variable": "w3",
    "reads": "SGD/gradients/MatMul_2_grad/MatMul",
    "updates": ["update_w3"],
    "tensor": True,
    "elements": 2560,
    "line": 126,
}


def side(reason: str, race: dict[str, object]) -> Side:
    origin = Origin(Path("python"), Request(Path("/x/train.py"), {}, 60.0, 1, 1))
    failure = Failure("raised", reason, "")
    return Side("train.py@tf1.15", (), failure=failure, origin=origin, seen=(Seen("race", race),))


def said(reason: str, race: dict[str, object]) -> list[str]:
    made = side(reason, race)
    return list(raced_text(replace(made, seen=()), made))


NAN = "train.py:126: InvalidArgumentError: Nan in summary histogram for: b3_0/gradient"


def test_the_race_is_told() -> None:
    (line,) = said(NAN, RACE)
    assert line.startswith("its gradients race, which may be why: line 126 of train.py@tf1.15 fetches merged:0 in ")
    assert "w3, which op SGD/gradients/MatMul_2_grad/MatMul reads" in line


def test_nothing_is_of_another_error_or_of_what_only_prints() -> None:
    assert said("train.py:126: InvalidArgumentError: Incompatible shapes", RACE) == []
    assert said("train.py:126: ValueError: no banana", RACE) == []
    assert said(NAN, {**RACE, "reads": "w3_histogram"}) == []
