"""A script that ended since its numbers became NaN or infinite, and whose graph leaves an update without an order."""

import re
from collections.abc import Iterator

from harness.diagnose.detectors.printed.fetch_race import told
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.races import races_of

_NO_NUMBER = re.compile(r"\b(?:nan|inf(?:inity)?|infinite)\b", re.IGNORECASE)
# A gradient that is made of a variable which its own step updates grows where it should not.
_OF_A_GRADIENT = re.compile(r"(?:^|/)gradients(?:_\d+)?/")


def raced_text(side: Side, looked: Side) -> Iterator[str]:
    """Give what a failed side races for, as the run of the same script tells whose graphs were ``looked`` at, where its
    error says that a number is none; else nothing."""
    if side.failure is None or side.failure.kind != "raised" or not _NO_NUMBER.search(side.failure.reason):
        return
    races = [race for race in races_of(looked) if _OF_A_GRADIENT.search(race.reads)]
    if races:
        yield (
            f"its gradients race, which may be why: {told(races, side.name)}; optimizer.minimize and compute_gradients "
            "have an update wait for the gradients of the op that reads its variable, which tf.gradients does not"
        )
