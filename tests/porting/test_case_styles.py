"""Specification of the styles that a case lacks."""

from pathlib import Path

import pytest

from harness.cases.suite import read_suite
from harness.porting.case_styles import draft_style, with_style
from harness.porting.draft import Aim
from harness.words.errors import UsageError
from tests.small_cases import case, project

AIM = Aim("2.15", Path("python"))
GRAPH = """
import tensorflow.compat.v1 as tf

tf.disable_v2_behavior()


def trace():
    w = tf.Variable(5.0)
    with tf.Session() as session:
        session.run(tf.global_variables_initializer())
        for step in (1, 2, 3):
            session.run(w.assign(w / 2))
            yield {"step": step, "w": session.run(w)}
"""


def test_a_style_is_entered_behind_the_last_one() -> None:
    text = 'title = "x"\n[styles.graph]\nsince = "1.4"\n\n# Rounding.\n[tolerance.w]\nulps = 2\n'
    assert with_style(text, "eager") == (
        'title = "x"\n[styles.graph]\nsince = "1.4"\n[styles.eager]\n\n# Rounding.\n[tolerance.w]\nulps = 2\n'
    )


def test_a_style_is_entered_at_the_end_of_a_file_without_a_line_end() -> None:
    assert with_style("[styles.graph]", "eager") == "[styles.graph]\n[styles.eager]\n"


def test_the_generator_of_a_graph_becomes_one_of_functions(tmp_path: Path) -> None:
    project(tmp_path, case("one", script=GRAPH))
    drafted = draft_style(read_suite(tmp_path).cases[0], AIM)
    assert drafted.style == "eager"
    assert drafted.path == tmp_path / "cases" / "one" / "eager.py"
    assert "Session" not in drafted.draft.text
    assert 'yield {"step": step, "w": w.numpy()}' in drafted.draft.text


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"more": '[styles.eager]\nscript = "graph.py"\n'},
            "no style is missing that could be drafted",
        ),
        ({"script": "def trace(:\n"}, "cannot be read: "),
    ],
)
def test_what_cannot_be_drafted_is_told(files: dict[str, str], message: str, tmp_path: Path) -> None:
    project(tmp_path, case("one", **files))
    with pytest.raises(UsageError, match=message):
        draft_style(read_suite(tmp_path).cases[0], AIM)


def test_a_file_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    project(tmp_path, case("one", script=GRAPH))
    (tmp_path / "cases" / "one" / "eager.py").write_text("")
    with pytest.raises(UsageError, match="is there, and case"):
        draft_style(read_suite(tmp_path).cases[0], AIM)
