"""``harness api``, ``lint``, ``equal`` and ``atlas`` as they are typed."""

import json
import re
from pathlib import Path

import pytest

from harness.cli import main
from harness.lint.finding import CODES
from harness.pages.sections import sections
from harness.releases.shipped import own_root
from harness.survey.sarif import SURVEY_CODES


def said(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    code = main(words)
    out = capsys.readouterr()
    return code, out.out, out.err


def test_api_tells_a_symbols_signatures_with_their_releases(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "api", "tf.reduce_sum")
    assert code == 0
    assert out.splitlines()[0] == "tf.reduce_sum   function, in TensorFlow 0.12-2.22"
    assert re.search(r"^    2\.0-2\.22 +\(input_tensor, axis=None, keepdims=False, name=None\)$", out, re.MULTILINE)
    assert "keep_dims deprecated: keep_dims is deprecated, use keepdims instead" in out
    assert "    in TensorFlow 2: argument keep_dims is keepdims (tf_upgrade_v2)" in out.splitlines()


def test_api_takes_a_name_without_its_module(capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, "api", "nn.relu")[1].startswith("tf.nn.relu   function, in TensorFlow 0.12-2.22")


def test_api_names_what_is_near_to_an_unknown_symbol(capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "api", "tf.train.adam")
    assert code == 2
    assert err.startswith("harness: no release has 'tf.train.adam'")
    _, _, err = said(capsys, "api", "tf.AdamOptimizer")
    assert "did you mean tf.compat.v1.train.AdamOptimizer or " in err
    assert err.endswith(" or tf.train.AdamOptimizer?\n")


def test_api_diff_tells_what_went_and_what_stands_in_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "api", "--diff", "1.15", "2.0", "tf.train")
    assert code == 0
    assert "- tf.train.AdamOptimizer   -> tf.compat.v1.train.AdamOptimizer" in out.splitlines()


def test_api_as_json_has_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    (told,) = json.loads(said(capsys, "api", "tf.nn.dropout", "--format", "json")[1])
    assert told["spans"][-1]["signature"] == "(x, rate, noise_shape=None, seed=None, name=None)"
    assert [border["release"] for border in told["borders"] if border["silent"]] == ["2.0"]


def test_lint_ends_with_1_for_what_does_not_run_and_says_where_it_does(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    script = tmp_path / "old.py"
    script.write_text("import tensorflow as tf\nx = tf.placeholder(tf.float32)\n", encoding="utf-8")
    code, out, _ = said(capsys, "lint", str(script), "--target", "2.15")
    assert code == 1
    assert out.splitlines()[0] == (
        f"{script}:2:5 TFH101 tf.placeholder is gone in 2.15; 1.15 is the last before it that has it"
    )
    assert out.splitlines()[-1] == (
        f"{script}: by its symbols and arguments for 0.12-1.15; 2.0 lacks tf.placeholder (line 2)"
    )


def test_lint_ends_with_0_for_notes_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "old.py"
    script.write_text("import tensorflow as tf\ntf.initialize_all_variables()\n", encoding="utf-8")
    code, out, _ = said(capsys, "lint", str(script), "--target", "1.15")
    assert code == 0
    assert " TFH301 " in out


def test_lint_says_what_was_selected_and_not_ignored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    script = tmp_path / "old.py"
    script.write_text(
        "import tensorflow as tf\ntf.placeholder(1)\ntf.reduce_sum(x, keep_dims=True)\n", encoding="utf-8"
    )
    assert re.findall(r"TFH\d+", said(capsys, "lint", str(script), "--select", "TFH104")[1]) == ["TFH104"]
    assert re.findall(r"TFH\d+", said(capsys, "lint", str(script), "--ignore", "TFH104")[1]) == ["TFH101"]
    code, _, err = said(capsys, "lint", str(script), "--select", "TFX")
    assert code == 2
    assert err.startswith("harness: there is no code 'TFX'")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("lint", "missing.py"), "harness: missing.py: there is no such file or folder\n"),
        (("lint", ".", "--target", "9.9"), "harness: there is no release '9.9'; there are: 0.12, "),
        (("lint", ".", "--target", "1.4", "--from", "1.15"), "harness: --from 1.15 is newer than --target 1.4\n"),
        (("api",), "harness: which symbol? for example: harness api tf.reduce_sum\n"),
        (("equal", "tf.nonsense"), "harness: the atlas has no row on 'tf.nonsense'"),
        (("atlas", "no/row"), "harness: the atlas has no row and no area 'no/row'"),
    ],
)
def test_what_cannot_be_done_is_one_line(
    words: tuple[str, ...],
    message: str,
    root: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(root)
    code, out, err = said(capsys, *words)
    assert (code, out) == (2, "")
    assert err.startswith(message)
    assert err.count("\n") == 1


def test_every_code_of_the_linter_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    explained = sections((own_root() / "docs" / "lint.md").read_text(encoding="utf-8"))
    assert set(explained) == set(CODES | SURVEY_CODES)
    assert "means another parameter at the target" in said(capsys, "explain", "TFH201")[1]


def test_equal_tells_what_makes_both_equal(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "equal", "tf.train.AdagradOptimizer")
    assert code == 0
    assert out.startswith("tf.train.AdagradOptimizer -> tf.keras.optimizers.Adagrad")
    assert "    equal with: epsilon=1e-20" in out.splitlines()
    assert "TF1 style in 1.15 against TF2 style in" in out
