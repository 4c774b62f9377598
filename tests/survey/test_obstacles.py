"""What stands in the way of a file that was to be given what it needs."""

from dataclasses import replace

import pytest

from harness.survey.answers import Cause, Compared, Need, Ported, Wanting
from harness.survey.obstacles import Layer, Obstacle, obstacles
from harness.survey.standing import left_to_do
from harness.survey.table import why
from harness.words.verdict import Verdict
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


def test_the_file_of_hdf5_that_is_not_there_is_named() -> None:
    reason = (
        "OSError: Unable to open file (unable to open file: name = 'net.h5', errno = 2, error message = 'No such file"
    )
    answers = made.needs("a.py", cause="needs-file")
    answers = replace(answers, ran=(replace(answers.ran[0], reason=reason),))
    assert obstacles(answers) == (Obstacle(Layer.RUN, Wanting.FILE, "net.h5"),)
    assert why(answers) == "file net.h5"


def test_a_file_that_ends_in_an_error_is_told_by_it_and_by_no_file_that_it_came_past() -> None:
    reason = "eval.py:9: FailedPreconditionError: Attempting to use uninitialized value w"
    folder = Need(Wanting.FILE, "/home/me/images", 3, "--file")
    answers = replace(made.fails("eval.py", reason, "errors"), known=made.known(needs=(folder, GYM)))
    error = "FailedPreconditionError: Attempting to use uninitialized value w"
    assert obstacles(answers) == (Obstacle(Layer.RUN, "error", error),)
    assert why(answers) == reason


def test_the_error_of_a_port_that_does_not_run_is_in_the_way_of_all_files_that_have_it() -> None:
    error = "ModuleNotFoundError: No module named 'scipy.gone'"
    words = [f"the port does not run on TensorFlow 2.15.1: {name}_compat.py:9: {error}" for name in "ab"]
    stuck = [replace(made.proved("a.py"), ported=(Ported("compat", words=each),)) for each in words]
    assert [obstacles(each) for each in stuck] == 2 * [(Obstacle(Layer.TARGET, "error", error),)]
    assert why(stuck[0]) == f"error {error}"


def test_a_cause_that_is_possible_and_no_more_is_in_nobodys_way() -> None:
    words = "the original came to no step within 30 s"
    cause = Cause("activation-left-out", "possible", "take it out")
    compared = Compared("compat", Verdict.FAILED, 1, 1, causes=(cause,))
    answers = replace(made.proved("a.py"), ported=(Ported("compat", runs=True, words=words),), compared=compared)
    assert obstacles(answers) == (Obstacle(Layer.TARGET, "", ""),)
    likely = replace(answers, compared=replace(compared, causes=(replace(cause, confidence="likely"),)))
    assert obstacles(likely) == (Obstacle(Layer.TARGET, "cause", "activation-left-out"),)


def test_why_nothing_is_proved_is_told_in_the_words_of_the_proof() -> None:
    words = "it prints no number and trains nothing that could be held"
    ported = (Ported("compat", runs=True, words=words),)
    assert why(replace(made.proved("a.py"), ported=ported, compared=None)) == words
