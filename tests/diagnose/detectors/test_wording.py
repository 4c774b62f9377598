"""What several causes say in the same words is grammatical for one and for more."""

import pytest

from harness.diagnose.detectors.wording import agree_until, verb


@pytest.mark.parametrize(
    ("place", "says"),
    [
        (0, "they differ from the first record on"),
        (1, "the first record agrees, from record 2 on they differ"),
        (5, "the first 5 records agree, from record 6 on they differ"),
    ],
)
def test_the_place_is_told_by_what_agrees_before_it(place: int, says: str) -> None:
    assert agree_until(place) == says


def test_a_verb_follows_the_number_of_its_subjects() -> None:
    assert verb(["loss"], "runs", "run") == "runs"
    assert verb(["w", "loss"], "runs", "run") == "run"
