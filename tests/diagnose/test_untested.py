"""What is likely from numbers and sources is no more than possible where experiments are done, and none was."""

from harness.diagnose.diagnosis import diagnose, look_for_causes
from harness.diagnose.experiments.laboratory import Laboratory
from harness.words.finding import Confidence, Finding
from tests.diagnose.detectors.test_other_rate import descent
from tests.diagnose.draws import GRAPH
from tests.diagnose.sides import against_golden, made


def first(findings: tuple[Finding, ...]) -> tuple[str, Confidence]:
    return findings[0].cause, findings[0].confidence


def test_a_suspicion_that_nothing_can_be_tried_on_is_possible() -> None:
    evidence = made({"w": descent(0.01)}, {"w": descent(0.02)}, sources=("", "rate = 0.02"))
    assert first(diagnose(evidence, None)) == ("other-rate", Confidence.LIKELY)
    with Laboratory() as laboratory:
        assert first(diagnose(evidence, laboratory)) == ("other-rate", Confidence.POSSIBLE)


def test_a_stream_that_goes_on_is_possible_too_where_no_run_shows_it() -> None:
    evidence = against_golden("pitfalls/op_seed_continued", "eager", "two_layer_net", "graph", "sgd")
    with Laboratory() as laboratory:
        assert first(diagnose(evidence, laboratory)) == ("seed-continued", Confidence.POSSIBLE)


def test_two_generators_that_cannot_give_the_same_numbers_need_no_experiment() -> None:
    port = "import tensorflow as tf\nw = tf.random.stateless_normal([2], seed=[1, 2])\n"
    evidence = made({"w": [0.5, 0.4]}, {"w": [-0.3, -0.2]}, sources=(GRAPH, port))
    with Laboratory() as laboratory:
        assert first(diagnose(evidence, laboratory)) == ("seed-missing", Confidence.LIKELY)


def test_that_the_time_for_experiments_is_used_up_is_said() -> None:
    evidence = made({"w": descent(0.01)}, {"w": descent(0.02)}, sources=("", "rate = 0.02"))
    with Laboratory(budget=120.0) as laboratory:
        assert look_for_causes(evidence, laboratory).remains == ()
        laboratory.spent = 120.5
        (says,) = look_for_causes(evidence, laboratory).remains
    assert says == "the 120 s for experiments are used up: not all that may be was tried"


SLICED = "import numpy as np\nrows = np.arange(12.0)[-3:]\nprint('loss', rows.mean())\n"


def test_against_a_log_no_guess_is_told_that_only_an_experiment_could_show() -> None:
    numbers = {"loss": [1.0, 0.5, 0.25]}, {"loss": [10.0, 9.5, 9.25]}
    both = made(*numbers, sources=(SLICED.replace("[-3:]", "[:3]"), SLICED))
    assert [each.cause for each in diagnose(both, None)] == ["other-slice"]
    log = made(*numbers, sources=("", SLICED))
    assert diagnose(log, None) == ()
