"""When two shadows of a trained variable move alike."""

import pytest

from harness.diagnose.detectors.statistics.shadow_update import _alike
from harness.diagnose.evidence.shadows import Shadow

COPIED = {5: 1.0, 10: 1.0, 15: 1.0}


@pytest.mark.parametrize(
    ("right", "alike"),
    [
        (COPIED, True),
        ({4: 1.0, 9: 1.0, 14: 1.0}, True),
        ({0: 1.0, **COPIED}, True),
        ({0: 1.0, 4: 1.0, 9: 1.0, 14: 1.0}, True),
        ({0: 0.5, **COPIED}, False),
        ({3: 1.0, 8: 1.0, 13: 1.0}, False),
        ({0: 1.0, 5: 1.0}, False),
        ({5: 0.1, 10: 0.1, 15: 0.1}, False),
    ],
)
def test_a_copy_that_is_made_before_the_first_step_is_no_other_way_to_follow(
    right: dict[int, float], alike: bool
) -> None:
    assert _alike(Shadow("a", "w", COPIED), Shadow("b", "v", right)) is alike
    assert _alike(Shadow("b", "v", right), Shadow("a", "w", COPIED)) is alike
