"""RMSProp's accumulator: 1 at the start in TF1, 0 in Keras."""

from dataclasses import replace

from harness.diagnose.detectors.update.rmsprop_accumulator import detect
from harness.words.finding import Confidence
from tests.diagnose.sides import against_golden, documented, golden, held


def test_keras_rmsprop_is_told() -> None:
    finding = detect(against_golden("pitfalls/rmsprop_accumulator", "eager", "rmsprop", "graph"))
    assert finding is not None
    assert (finding.cause, finding.confidence) == ("rmsprop-accumulator", Confidence.LIKELY)
    assert finding.evidence == (
        "w is 4.683772 in the first record, not 4.693214; pitfalls/rmsprop_accumulator:eager has Keras' RMSprop "
        "(line 8), whose mean of squared gradients starts at 0; that of tf.train.RMSPropOptimizer starts at 1"
    )


def test_against_a_log_or_a_port_by_hand_it_is_possible() -> None:
    right = golden("pitfalls/rmsprop_accumulator", "eager")
    for left in (documented("rmsprop"), golden("rmsprop", "eager")):
        finding = detect(held(left, right))
        assert finding is not None
        assert finding.confidence is Confidence.POSSIBLE


def test_it_is_silent_about_rmsprop_of_one_kind_and_other_optimizers() -> None:
    wrong = golden("pitfalls/rmsprop_accumulator", "eager")
    other = golden("pitfalls/keras_epsilon", "eager")
    assert detect(held(golden("rmsprop", "graph"), golden("rmsprop", "eager"))) is None
    assert detect(held(replace(wrong, trace=other.trace), wrong)) is None
    assert detect(held(golden("rmsprop", "graph"), other)) is None
