"""Weights that one side clips are no cause where the other clips them, too, if at another bound."""

import pytest

from harness.diagnose.detectors.update import weights_not_clipped
from harness.diagnose.evidence.clipped_weights import ClippedWeights
from harness.words.finding import Place
from tests.diagnose.sides import made

LETS_GO = "w.assign_sub(0.1 * grad)"


@pytest.mark.parametrize(
    ("port", "is_told"),
    [
        (LETS_GO, True),
        (f"{LETS_GO}\nw.assign(tf.clip_by_value(w, -0.8, 0.8))", False),
        (f"{LETS_GO}\nw.assign(np.clip(w, -0.8, 0.8))", False),
        ("layer = Dense(1, kernel_constraint=MaxNorm(0.8))", False),
    ],
)
def test_a_port_that_clips_elsewhere_is_told_nothing(port: str, is_told: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    clipped = ClippedWeights(Place.LEFT, ("w",), ("w",), 1.0)
    monkeypatch.setattr(weights_not_clipped, "clipped_weights", lambda evidence: clipped)
    evidence = made({"loss": [1.0, 0.5]}, {"loss": [1.0, 0.75]}, sources=("w = tf.clip_by_value(w, -1, 1)", port))
    finding = weights_not_clipped.detect(evidence)
    assert (finding is not None) is is_told
    says = "the left keeps w between -1 and 1 behind each update; the right does not"
    assert finding is None or finding.evidence == says
