"""What keeps a notebook from printing what was recorded in it is said, where no cause is found."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.scripts.notebook import Notebook
from harness.sides.advice.recorded_release import recorded_release_text
from harness.sides.recorded import ended_as_recorded, ran_text, told_by_the_record
from harness.targets.outcome import Failure
from harness.targets.scene import Prelude, Scene, SideEffects
from harness.targets.target import Request
from harness.words.finding import Confidence, Diagnosis, Finding

NAME = "lesson.ipynb@tf1.12"
INSTEAD = "hold two releases against each other instead: harness compare NOTEBOOK@1.12 NOTEBOOK@2.15 --seed 7"


def test_made_up_data_give_other_numbers_than_were_recorded() -> None:
    side = Side(NAME, ("loss 1",), source="x = 1\n", effects=SideEffects(stand_ins=("mnist", "iris")))
    (finding,) = told_by_the_record(side, Diagnosis()).findings
    assert (finding.cause, finding.confidence) == ("needs-data", Confidence.LIKELY)
    assert finding.evidence == (
        f"{NAME} was given made-up data for mnist, iris, and what is recorded came of the real ones"
    )
    assert finding.change == (
        f"{INSTEAD} --stand-in; or add to the command: --file URL=PATH, which puts the data themselves in place"
    )


@pytest.mark.parametrize(
    ("source", "line"),
    [
        ("import numpy as np\nx = np.random.normal(1, 0.1, 100)\n", 2),
        ("import tensorflow as tf\n\nw = tf.Variable(tf.random_normal([1]))\n", 3),
        ("y = tf.layers.dense(x, 3)\n", 1),
        ("np.random.seed(1)\nx = np.random.normal()\n", None),
        ("tf.set_random_seed(1)\nw = tf.random_normal([1])\n", None),
        ("x = 3\nprint(x)\n", None),
    ],
)
def test_draws_without_a_seed_come_once(source: str, line: int | None) -> None:
    found = told_by_the_record(Side(NAME, ("loss 1",), source=source), Diagnosis()).findings
    assert [(each.cause, each.confidence, each.evidence, each.change) for each in found] == (
        []
        if line is None
        else [
            (
                "unseeded",
                Confidence.POSSIBLE,
                f"{NAME} draws numbers (line {line} of its code, --show-source) and sets no seed: what was recorded "
                "comes once",
                INSTEAD,
            )
        ]
    )


def test_a_cause_that_was_found_stays_and_a_failure_is_no_matter_of_draws() -> None:
    side = Side(NAME, ("loss 1",), source="tf.random_normal([1])\n")
    found = Diagnosis((Finding("rounding", Confidence.POSSIBLE, "it", "that"),))
    assert told_by_the_record(side, found) is found
    failed = Side(NAME, (), source="tf.random_normal([1])\n", failure=Failure("raised", "ValueError: no", ""))
    assert told_by_the_record(failed, Diagnosis()) == Diagnosis()


def seeded(source: str) -> Side:
    scene = Scene(Path("/home/user"), preludes=(Prelude("seeds", {"seed": 7}),))
    request = Request(Path("/home/user/lesson.ipynb"), {}, 60.0, 1, 1, scene=scene)
    return Side(NAME, ("loss 1",), source=source, origin=Origin(Path("python"), request))


def test_a_graph_that_is_seeded_is_held_against_its_record_without_the_option() -> None:
    (finding,) = told_by_the_record(seeded("tf.set_random_seed(1)\nw = tf.random_normal([1])\n"), Diagnosis()).findings
    assert finding.change == "leave --seed out of the command: what is recorded came without it"
    assert told_by_the_record(seeded("np.random.seed(1)\nx = np.random.normal()\n"), Diagnosis()) == Diagnosis()


@pytest.mark.parametrize(
    ("reason", "says"),
    [
        ("cell 3, line 2: ValueError: no", "it ended as it was recorded: in cell 3, by ValueError"),
        ("cell 2, line 2: ValueError: no", ""),
        ("cell 3, line 2: KeyError: 'no'", ""),
    ],
)
def test_an_error_that_the_notebook_was_recorded_with_is_told(reason: str, says: str) -> None:
    notebook = Notebook("raise ValueError\n", (1,), (), ("1",), python2=False, error=(3, "ValueError"))
    assert ended_as_recorded(notebook, Side(NAME, (), failure=Failure("raised", reason, ""))) == says
    assert ended_as_recorded(notebook, Side(NAME, ("1",))) == ""


@pytest.mark.parametrize(
    ("line", "release"),
    [
        ("Tensorflow version 2.2.0-dlenv", "2.2"),
        ("TensorFlow:1.4.0", "1.4"),
        ("'tensorflow==1.8.0'", "1.8"),
        ("TensorFlow version is 1.12.0", ""),
        ("tensorflow 0.9.0", ""),
        ("step 2.2.0", ""),
    ],
)
def test_a_notebook_that_fails_is_told_the_release_that_its_record_names(line: str, release: str) -> None:
    notebook = Notebook("x", (1,), (), ("x", line), python2=False)
    side = Side(NAME, (), tensorflow="1.12.3", failure=Failure("raised", "cell 1, line 1: AttributeError: x", ""))
    said = f"its record names TensorFlow {release}: run it as lesson.ipynb@{release}"
    assert list(recorded_release_text(notebook, side)) == ([said] if release else [])
    assert list(recorded_release_text(notebook, Side(NAME, ("x",), tensorflow="1.12.3"))) == []


def test_one_that_printed_something_else_is_said_to_have_run() -> None:
    origin = Origin(Path("python"), Request(Path("lesson.ipynb"), {}, 60.0, 1, 1))
    ran = Side(NAME, ("loss 1",), origin=origin, seconds=12.34)
    end = "without an error; only what it printed is other than what was recorded"
    assert list(ran_text(ran)) == [f"it ran to its end in 12.3 s, {end}"]
    assert list(ran_text(replace(ran, cut=True))) == [f"it was stopped after 60 s (--within), {end}"]
    assert list(ran_text(replace(ran, failure=Failure("raised", "cell 3, line 2: ValueError: no", "")))) == []
