"""Which of two sides alone has Keras 3."""

from harness.diagnose.evidence.evidence import Evidence
from harness.words.finding import Place


def place_of_keras_3(evidence: Evidence) -> Place | None:
    """Give the side whose tf.keras is Keras 3 where the other one has an older Keras or is a log, None for all else."""
    newer = [place for place in (Place.LEFT, Place.RIGHT) if evidence.side(place).has_keras_3]
    return newer[0] if len(newer) == 1 else None
