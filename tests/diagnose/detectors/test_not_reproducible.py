"""Not reproducible: suspected from what a script calls, shown by running it once more."""

from dataclasses import replace

import pytest

from harness.diagnose import diagnosis
from harness.diagnose.detectors.anywhere.not_reproducible import detect, detect_rerun
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.diagnose.experiments.laboratory import Laboratory
from harness.targets.outcome import Failure
from harness.watching.watched import watched
from harness.words.finding import Confidence, Finding
from harness.words.observation import Observation, ObservedStep, ObservedVariable
from tests.diagnose.sides import golden, held, made, origin
from tests.traces import column
from tests.watching.arrays import reduced

UNSEEDED = "import tensorflow as tf\nw = tf.Variable(tf.random.normal([1]))"


def sides(left: list[float], right: list[float], source: str = "") -> Evidence:
    return held(Side("old", (), column(left)), Side("new", (), column(right), source=source))


@pytest.mark.parametrize(
    ("text", "call"),
    [
        ("import numpy as np\nx = np.random.rand(3)", "numpy.random.rand in line 2"),
        ("import numpy as np\nr = np.random.RandomState()", "numpy.random.RandomState in line 2"),
        ("import numpy as np\nr = np.random.default_rng()", "numpy.random.default_rng in line 2"),
        ("import random\nx = random.random()", "random.random in line 2"),
        ("import time\nx = time.time()", "time.time in line 2"),
        ("import uuid\nx = uuid.uuid4()", "uuid.uuid4 in line 2"),
        ("from threading import Thread\nThread(target=f)", "threading.Thread in line 2"),
        (UNSEEDED, "tensorflow.random.normal in line 2"),
    ],
)
def test_what_no_two_runs_share_is_suspected(text: str, call: str) -> None:
    evidence = sides([1.0, 2.0], [1.0, 3.0], text)
    finding = detect(replace(evidence, right=replace(evidence.right, origin=origin())))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("not-reproducible", Confidence.POSSIBLE)
    assert finding.evidence == f"{call} of new may give something else in each run"
    assert [change.says for change in finding.trials] == ["the same script once more"]


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nnp.random.seed(1)\nx = np.random.rand(3)",
        "import numpy as np\nr = np.random.RandomState(23455)\nx = r.rand(3)",
        "import numpy as np\nx = np.random.RandomState(0).rand(3).astype(np.float32)",
        "import numpy as np\nx = np.random.default_rng(0).normal(size=3).astype(np.float32)",
        "import random\nrandom.seed(1)\nx = random.random()",
        "import tensorflow as tf\ntf.random.set_seed(1)\nx = tf.random.normal([1])",
        "import tensorflow as tf\nx = tf.random.normal([1], seed=1)",
        "print 'Python 2'",
    ],
)
def test_what_is_seeded_is_not(text: str) -> None:
    assert detect(sides([1.0, 2.0], [1.0, 3.0], text)) is None


def test_it_is_silent_where_the_numbers_agree() -> None:
    assert detect(made({"w": [1.0]}, {"w": [1.0]}, sources=("", UNSEEDED))) is None


def test_a_second_run_that_differs_shows_it() -> None:
    evidence = sides([1.0, 2.0, 3.0], [1.0, 2.5, 3.5])
    finding = detect_rerun(evidence, Side("new", (), column([1.0, 2.25, 3.5])))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("not-reproducible", Confidence.CONFIRMED)
    assert finding.evidence == (
        "w of new differs from run to run: it is 2.5, then 2.25 in record 2; 2 of 3 numbers repeat"
    )


def test_draws_without_a_seed_have_a_page_of_their_own() -> None:
    finding = detect_rerun(sides([1.0], [2.0], UNSEEDED), Side("new", (), column([3.0])))
    assert finding is not None
    assert finding.cause == "unseeded"
    assert "tensorflow.random.normal in line 2 gives something else in each run" in finding.evidence


def test_the_left_side_may_be_the_unsteady_one() -> None:
    finding = detect_rerun(sides([1.0], [2.0]), Side("old", (), column([3.0])))
    assert finding is not None
    assert finding.evidence.startswith("w of old differs from run to run: it is 1, then 3")


def test_a_second_run_that_is_the_same_shows_nothing() -> None:
    assert detect_rerun(sides([1.0, 2.0], [1.0, 3.0]), Side("new", (), column([1.0, 3.0]))) is None
    side = golden("pitfalls/op_seed_continued", "eager")
    assert detect_rerun(held(golden("two_layer_net", "graph", "sgd"), side), side) is None


def test_a_second_run_that_failed_shows_nothing() -> None:
    again = Side("new", (), column([9.0]), failure=Failure("hung", "still running"))
    assert detect_rerun(sides([1.0], [2.0]), again) is None


def test_numbers_on_which_both_sides_agree_are_no_reason() -> None:
    assert detect_rerun(sides([1.0], [1.0]), Side("new", (), column([3.0]))) is None


def test_a_line_is_named_only_where_there_is_no_other() -> None:
    text = f"import numpy as np\n{UNSEEDED}\nx = np.random.rand(3)"
    finding = detect_rerun(sides([1.0], [2.0], text), Side("new", (), column([3.0])))
    assert finding is not None
    assert finding.cause == "not-reproducible"
    assert finding.evidence.endswith("; one of lines 3 and 4 gives something else in each run")


def test_which_variables_are_trained_is_told_of_a_side_that_draws_anew_in_each_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    one, two = (
        Observation((ObservedStep(0, loss=reduced(loss), variables=tuple(map(ObservedVariable, names))),), 1)
        for loss, names in ((1.0, ("w",)), (2.0, ("w", "b")))
    )
    evidence = replace(made({"loss": [1.0, 2.0]}, {"loss": [2.0, 3.0]}), watched=watched(one, two))
    unseeded = Finding("unseeded", Confidence.CONFIRMED, "loss differs from run to run", "give every op a seed")
    unsteady = diagnosis._Unsteady(unseeded, frozenset({"loss"}))
    monkeypatch.setattr(diagnosis, "_once_more", lambda evidence, laboratory, known: (evidence, unsteady))
    with Laboratory(budget=1.0) as laboratory:
        found = diagnosis.diagnose(evidence, laboratory)
    assert [(each.cause, each.confidence.value) for each in found] == [
        ("trained-on-one-side", "likely"),
        ("unseeded", "confirmed"),
    ]
