"""What stands in the way of a file that was to be given what it needs."""

from dataclasses import replace

import pytest

from harness.survey.answers import Need, Wanting
from harness.survey.obstacles import Layer, Obstacle, obstacles
from harness.survey.standing import left_to_do
from tests.survey import made

GIVEN = replace(made.PANDAS, given=True)
GYM = Need(Wanting.PACKAGE, "gym", 3, "--with gym", given=True)
CV = Need(Wanting.PACKAGE, "opencv-python-headless", 3, "--with opencv-python-headless", given=True)


@pytest.mark.parametrize(
    ("missing", "needs", "package"),
    [("pandas", (GIVEN, GYM), "pandas"), ("gym.wrappers", (GIVEN, GYM), "gym"), ("cv2", (GIVEN, CV), CV.what)],
)
def test_a_package_that_was_to_be_given_and_that_no_index_has_is_in_the_way(
    missing: str, needs: tuple[Need, ...], package: str
) -> None:
    answers = made.needs("a.py", *needs)
    ran = replace(answers.ran[0], reason=f"a.py:3: ModuleNotFoundError: No module named '{missing}'")
    answers = replace(answers, ran=(ran,))
    assert obstacles(answers) == (Obstacle(Layer.RUN, Wanting.PACKAGE, package),)
    assert left_to_do(answers) == 2  # and what the linter calls an error


def test_what_was_given_is_not_in_the_way_of_a_file_that_fails_otherwise() -> None:
    answers = made.needs("a.py", GIVEN, GYM, cause="needs-file")
    ran = replace(answers.ran[0], reason="a.py:9: FileNotFoundError: points.csv")
    assert obstacles(replace(answers, ran=(ran,))) == (Obstacle(Layer.RUN, "cause", "needs-file"),)
