"""What the atlas has measured is told of the calls that it is about, and of no others."""

from pathlib import Path

from harness.lint.check import lint_file
from harness.symbols.timeline import read_timeline


def said(folder: Path, text: str, target: str = "2.15", origin: str = "1.15") -> dict[str, str]:
    path = folder / "script.py"
    path.write_text(f"import tensorflow as tf\n{text}\n", encoding="utf-8")
    timeline = read_timeline()
    found = lint_file(path, timeline, timeline.place(target), timeline.place(origin)).findings
    return {each.code: f"{each.message} | {each.advice}" for each in found}


def test_a_replacement_that_differs_by_default_is_told_with_what_makes_it_equal(tmp_path: Path) -> None:
    message = said(tmp_path, "tf.train.AdamOptimizer(1e-3)")["TFH101"]
    assert "tf.keras.optimizers.Adam computes something else by default: epsilon is 1e-8 in TF1 and 1e-7" in message
    assert message.endswith("from 2.11 on; the same with epsilon=1e-8")


def test_a_replacement_that_computes_the_same_is_not(tmp_path: Path) -> None:
    assert "something else" not in said(tmp_path, "tf.train.GradientDescentOptimizer(0.1)")["TFH101"]


def test_a_keyword_that_is_passed_over_is_told_of_calls_that_give_it(tmp_path: Path) -> None:
    assert "The keyword lr is passed over" in said(tmp_path, "tf.keras.optimizers.SGD(lr=0.1)", "2.15", "2.4")["TFH203"]
    assert "TFH203" not in said(tmp_path, "tf.keras.optimizers.Adam(0.1)", "2.15", "2.12")


def test_what_depends_on_the_values_is_a_note(tmp_path: Path) -> None:
    found = said(tmp_path, "tf.reduce_mean(x)")
    assert "TFH203" not in found
    assert found["TFH304"].startswith("tf.reduce_mean: 2.15 computes other numbers than 1.15 (other numbers: pixels 8")


def test_a_release_that_nobody_has_measured_is_told_of_the_newest_before_it(tmp_path: Path) -> None:
    found = said(tmp_path, "tf.reduce_mean(x)", "2.22")
    assert found["TFH304"].startswith("tf.reduce_mean: 2.21 computes other numbers than 1.15 (other numbers: pixels 8")


def test_a_call_with_fewer_arguments_is_about_something_else(tmp_path: Path) -> None:
    assert "TFH203" in said(tmp_path, "tf.where(c, x, y)")
    assert "TFH203" not in said(tmp_path, "tf.where(c)")


def test_between_releases_that_compute_the_same_nothing_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "tf.reduce_mean(x)", "2.15", "2.9") == {}
