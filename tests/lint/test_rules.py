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
    assert said(tmp_path, "tf.reduce_summ(x)") == [("TFH103", "no release from 0.12 on has tf.reduce_summ")]


def test_a_keyword_that_is_gone_is_told_with_its_new_name(tmp_path: Path) -> None:
    (finding,) = linted(tmp_path, "tf.reduce_sum(x, keep_dims=True)").findings
    assert finding.code == "TFH104"
    assert finding.message == "tf.reduce_sum takes no argument keep_dims in 2.15; 0.12 to 1.15 take it"
    assert finding.advice == "it is called keepdims"


def test_more_arguments_than_the_target_takes_are_told(tmp_path: Path) -> None:
    ((code, message),) = said(tmp_path, "tf.cond(x, f, g, True, 'name', h, i)")
    assert code == "TFH105"
    assert message.startswith("tf.cond takes no 7 arguments by place in 2.15; ")


def test_what_takes_its_arguments_by_name_alone_is_told_with_the_releases_that_do_not(tmp_path: Path) -> None:
    ((code, message),) = said(tmp_path, "tf.nn.softmax_cross_entropy_with_logits(x, y)", "1.4", None)
    assert code == "TFH105"
    assert message.endswith("_with_logits takes no 2 arguments by place in 1.4; 0.12 and 2.0 to 2.22 take it")


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
    assert [code for code, _ in notes if code != "TFH304"] == ["TFH301", "TFH302"]


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


def test_without_a_release_to_begin_with_silent_changes_from_tensorflow_1_are_told(tmp_path: Path) -> None:
    assert ("TFH201", "the second argument of tf.nn.dropout is keep_prob in 1.15 and rate in 2.15") in said(
        tmp_path, "tf.nn.dropout(x, 0.8)", "2.15", None
    )


def test_what_lies_below_a_module_that_is_gone_is_gone_with_it(tmp_path: Path) -> None:
    assert said(tmp_path, "tf.contrib.no_such.thing()") == [
        ("TFH101", "tf.contrib is gone in 2.15, and tf.contrib.no_such.thing with it; 1.15 had it")
    ]
    assert said(tmp_path, "tf.contrib.no_such.thing()", "1.12", "1.4") == []


def test_a_slip_in_a_module_is_told_with_what_is_near(tmp_path: Path) -> None:
    (finding,) = linted(tmp_path, "tf.sumary.scalar(1, 2)").findings
    assert (finding.code, finding.message) == ("TFH103", "no release from 0.12 on has tf.sumary")
    assert "'tf.summary'" in finding.advice


def test_a_name_that_became_keras_is_another_function(tmp_path: Path) -> None:
    assert ("TFH204", "tf.losses.mean_squared_error is Keras' in 2.15, another one than in 1.15") in said(
        tmp_path, "tf.losses.mean_squared_error(a, b)"
    )


def test_an_import_that_may_fail_guards_no_attribute(tmp_path: Path) -> None:
    text = "try:\n    tf.set_random_seed(1)\nexcept ImportError:\n    pass"
    assert [code for code, _ in said(tmp_path, text)] == ["TFH101"]


def test_annotations_are_read(tmp_path: Path) -> None:
    assert [code for code, _ in said(tmp_path, "def f(x: tf.Session) -> tf.Dimension: pass")] == ["TFH101", "TFH101"]


def test_names_of_a_star_are_told_not_to_be_followed(tmp_path: Path) -> None:
    assert said(tmp_path, "from tensorflow import *") == [("TFH305", "the names of tf.* are not followed")]


def test_compat_v2_is_tensorflow_2(tmp_path: Path) -> None:
    assert said(tmp_path, "import tensorflow.compat.v2 as tf2\ntf2.square(1)") == []


def test_a_module_that_is_imported_by_a_call_is_followed(tmp_path: Path) -> None:
    text = 'import importlib\ntf1 = importlib.import_module("tensorflow")\ntf1.Session()'
    assert [code for code, _ in said(tmp_path, text)] == ["TFH101"]


def test_a_name_that_a_look_at_the_version_binds_anew_is_either(tmp_path: Path) -> None:
    assert said(tmp_path, "if tf.__version__[0] == '2':\n    tf = tf.compat.v1\ntf.log(1)") == []


def test_an_argument_that_is_there_to_refuse_others_is_no_other_meaning(tmp_path: Path) -> None:
    found = said(tmp_path, "tf.nn.sparse_softmax_cross_entropy_with_logits(a, b)", "1.15", "0.12")
    assert "TFH201" not in dict(found)


def test_where_no_release_has_all_the_one_that_lacks_least_says_what(tmp_path: Path) -> None:
    text = "import tensorflow as tf\ntf.image.per_image_whitening(x)\ntf.nn.softmax_cross_entropy_with_logits(x, y)\n"
    path = tmp_path / "old.py"
    path.write_text(text)
    timeline = read_timeline()
    found = lint_file(path, timeline, timeline.place("2.15"), None)
    assert found.releases == ()
    assert [(each.release, each.line, each.name) for each in found.blockers] == [
        ("0.12", 2, "tf.image.per_image_whitening")
    ]
