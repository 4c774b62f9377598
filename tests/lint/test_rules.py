"""What the linter says of a use, by the timeline that was read off the releases."""

from pathlib import Path

import pytest

from harness.lint.check import Linted, lint_file
from harness.symbols.timeline import read_timeline


def linted(folder: Path, text: str, target: str = "2.15", origin: str | None = "1.15") -> Linted:
    path = folder / "script.py"
    path.write_text(f"import tensorflow as tf\n{text}\n", encoding="utf-8")
    timeline = read_timeline()
    return lint_file(path, timeline, timeline.place(target), timeline.place(origin) if origin else None)


def said(folder: Path, text: str, target: str = "2.15", origin: str | None = "1.15") -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in linted(folder, text, target, origin).findings]


def test_a_symbol_that_is_gone_names_the_last_release_that_had_it(tmp_path: Path) -> None:
    (finding,) = linted(tmp_path, "tf.placeholder(tf.float32)").findings
    assert (finding.line, finding.column, finding.code) == (2, 1, "TFH101")
    assert finding.message == "tf.placeholder is gone in 2.15; 1.15 is the last before it that has it"
    assert finding.advice.startswith("tf.compat.v1.placeholder")


def test_a_symbol_that_comes_later_names_the_first_release_that_has_it(tmp_path: Path) -> None:
    assert said(tmp_path, "tf.GradientTape()", "1.4", None) == [
        ("TFH102", "tf.GradientTape is there from 1.8 on, not in 1.4")
    ]


def test_a_symbol_that_never_was_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "tf.reduce_summ(x)") == [("TFH103", "no release has tf.reduce_summ")]


def test_a_keyword_that_is_gone_is_told_with_its_new_name(tmp_path: Path) -> None:
    (finding,) = linted(tmp_path, "tf.reduce_sum(x, keep_dims=True)").findings
    assert finding.code == "TFH104"
    assert finding.message == "tf.reduce_sum takes no argument keep_dims in 2.15; 0.12 to 1.15 take it"
    assert finding.advice == "it is called keepdims"


def test_more_arguments_than_the_target_takes_are_told(tmp_path: Path) -> None:
    ((code, message),) = said(tmp_path, "tf.cond(x, f, g, True, 'name', h, i)")
    assert code == "TFH105"
    assert message.startswith("tf.cond takes no 7 arguments by place in 2.15; ")


def test_an_argument_that_the_target_wants_is_told(tmp_path: Path) -> None:
    assert said(tmp_path, "tf.nn.dropout(x, keep_prob=0.5)")[0][0] == "TFH104"
    assert said(tmp_path, "tf.nn.dropout(x)") == [("TFH106", "tf.nn.dropout wants rate in 2.15; 1.13 to 1.15 take it")]


def test_an_argument_by_place_that_means_something_else_is_told(tmp_path: Path) -> None:
    assert ("TFH201", "the second argument of tf.nn.dropout is keep_prob in 1.15 and rate in 2.15") in said(
        tmp_path, "tf.nn.dropout(x, 0.8)"
    )


def test_an_argument_that_was_only_renamed_is_not_told(tmp_path: Path) -> None:
    assert "TFH201" not in dict(said(tmp_path, "tf.reduce_sum(x, 1, True)"))


def test_a_default_that_the_call_relies_on_is_told(tmp_path: Path) -> None:
    messages = said(tmp_path, "tf.keras.optimizers.Adam(0.1)", "2.15", "1.12")
    assert ("TFH202", "tf.keras.optimizers.Adam has epsilon=None by default") not in messages
    assert said(tmp_path, "tf.keras.optimizers.Adam(0.1, epsilon=1e-7)", "2.15", "2.4") == []


def test_a_deprecated_symbol_and_argument_are_notes(tmp_path: Path) -> None:
    notes = said(tmp_path, "tf.initialize_all_variables()\ntf.reduce_sum(x, keep_dims=True)", "1.15", "1.4")
    assert [code for code, _ in notes] == ["TFH301", "TFH302"]


def test_a_private_module_is_a_note(tmp_path: Path) -> None:
    ((code, message),) = said(tmp_path, "from tensorflow.python.ops import array_ops")
    assert code == "TFH303"
    assert message == "tf.python.ops.array_ops is no public symbol; any release may move it"


@pytest.mark.parametrize("comment", ["# noqa", "# noqa: TFH101", "# type: ignore # noqa: E501, TFH101"])
def test_a_line_can_be_silenced(tmp_path: Path, comment: str) -> None:
    assert said(tmp_path, f"tf.placeholder(tf.float32)  {comment}") == []


def test_another_code_on_the_line_does_not_silence_it(tmp_path: Path) -> None:
    assert len(said(tmp_path, "tf.placeholder(tf.float32)  # noqa: TFH203")) == 1


def test_the_releases_that_have_all_of_a_file_are_told_with_what_the_next_lack(tmp_path: Path) -> None:
    found = linted(tmp_path, "tf.reduce_sum(x, keepdims=True)\ntf.placeholder(tf.float32)")
    assert found.releases[0] == "1.5"
    assert found.releases[-1] == "1.15"
    assert [(each.release, each.line, each.name) for each in found.blockers] == [
        ("1.4", 2, "tf.reduce_sum"),
        ("2.0", 3, "tf.placeholder"),
    ]


def test_a_method_of_a_class_that_is_gone_is_not_told_again(tmp_path: Path) -> None:
    found = said(tmp_path, "opt = tf.train.AdamOptimizer(1e-3)\nopt.minimize(loss)")
    assert [message.split(" ")[0] for _, message in found] == ["tf.train.AdamOptimizer"]


def test_what_an_object_has_and_no_class_of_it_is_not_told(tmp_path: Path) -> None:
    assert said(tmp_path, "layer = tf.keras.layers.Dense(3)\nlayer.kernel") == []
