"""Specification of ``harness compare``."""

import json
from pathlib import Path

import pytest

from harness.cli import main
from harness.words.errors import UsageError
from tests.projects import write_project

# The same in the Session API and in TF2; each prints it in its own way.
OLD = """
from __future__ import print_function
import tensorflow as tf

w = tf.Variable(tf.constant(5, dtype=tf.float32))
v = tf.Variable(tf.constant([[3.0, 7.0], [0.5, 12.25]]))
loss = tf.square(w + 1) + tf.reduce_sum(tf.square(v))
train = tf.train.GradientDescentOptimizer(0.1).minimize(loss)
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for i in range(4):
        session.run(train)
        print("After %d steps: w is %s , loss is %f" % (i, session.run(w), session.run(loss)))
    print("v:", session.run(v))
"""

NEW = """
import tensorflow as tf

print("TensorFlow is ready")
w = tf.Variable(5.0)
v = tf.Variable([[3.0, 7.0], [0.5, 12.25]])


def loss():
    return tf.square(w + 1) + tf.reduce_sum(tf.square(v))


for i in range(4):
    with tf.GradientTape() as tape:
        value = loss()
    for variable, gradient in zip([w, v], tape.gradient(value, [w, v])):
        variable.assign_sub(0.1 * gradient)
    print({"loss": loss().numpy(), "step": i, "w": w.numpy()})
print("v:", v.numpy())
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


def compare(*words: object) -> int:
    return main(["compare", "--no-experiments", *map(str, words)])


def test_two_logs_with_the_same_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(
        folder, {"left.log": "step 0 w 3.8\nstep 1 w 2.84\n", "right.log": "hello\nstep 0: w=3.8\nstep 1: w=2.84"}
    )
    assert compare("left.log", "right.log") == 0
    assert capsys.readouterr().out.splitlines()[:11] == [
        "left   left.log  (a log)",
        "right  right.log  (a log)",
        "reformatted: 2 of 2 lines agree",
        "first difference: line 1, step 0, text: expected step 0 w 3.8, measured step 0: w=3.8",
        "  > left     1  step 0 w 3.8",
        "    left     2  step 1 w 2.84",
        "    right    1  hello",
        "  > right    2  step 0: w=3.8",
        "    right    3  step 1: w=2.84",
        "only on the right, nothing to compare: 1 line",
        "       1  hello",
    ]


def test_two_logs_that_differ(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"left.log": "w 3.8\nw 2.84\nloss took 3 s\n", "right.log": "w 3.8\nw 2.85\nloss took 4 s\n"})
    assert compare("left.log", "right.log", "--json", "out/found.json") == 1
    out = capsys.readouterr().out
    assert "diverged: 2 of 3 lines agree" in out
    assert "first difference: line 2, w: expected 2.84, measured 2.85 (41943 ULP, relative 0.0035)" in out
    assert "not judged: took 3 against 4 (line 3)" in out
    document = json.loads((folder / "out/found.json").read_text())
    assert (document["schema"], document["verdict"], document["agreeing"], document["expected"]) == (
        1,
        "diverged",
        2,
        3,
    )
    assert document["first"]["field"] == "w"
    assert document["left"]["lines"] == ["w 3.8", "w 2.84", "loss took 3 s"]
    assert document["lines"]["noise"] == [{"line": 3, "name": "took", "left": "3", "right": "4"}]


def test_a_number_that_one_side_prints_besides_is_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"left.log": "w 3.8\nw 2.84\n", "right.log": "w 3.8 b 20\nw 2.84 b 20\n"})
    assert compare("left.log", "right.log", "--json", "found.json") == 0
    assert "only on the right, the same in all 2 lines, not judged: b 20\n" in capsys.readouterr().out
    document = json.loads((folder / "found.json").read_text())
    assert document["lines"]["alone"] == [{"side": "right", "name": "b", "text": "20", "rows": 2, "varies": False}]


def test_outside_of_any_project_the_releases_are_those_of_the_checkout(
    folder: Path, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_project(folder, {"run.log": "w 1\n", "new.py": "print('w', 1)\n"})
    asked: list[tuple[Path, str]] = []

    def environment(where: Path, release: str) -> Path:
        asked.append((where, release))
        raise UsageError("not now")

    for module in ("harness.sides.words", "harness.commands.compare"):
        monkeypatch.setattr(f"{module}.tox_environment", environment)
    assert compare("run.log", "new.py@2.15") == compare("run.log", "new.py", "--right-tf", "2.15") == 2
    assert asked == [(root, "2.15")] * 2


def test_the_project_is_named_before_or_behind_the_verb(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"run.log": "w 1\n"})
    for words in (["--root", "no", "compare", "run.log", "a:graph"], ["compare", "run.log", "a:graph", "--root", "no"]):
        assert main(words) == 2
        assert capsys.readouterr().err == "harness: --root no is no project of the harness: it has no folder cases/\n"


def test_that_no_cause_is_known_is_said_of_sides_that_differ_only(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(folder, {"left.log": "w 3.8\n", "same.log": "w 3.80\n", "other.log": "w 9.7\n"})
    assert compare("left.log", "other.log") == 1
    assert capsys.readouterr().out.endswith("\nno known cause\n")
    assert compare("left.log", "same.log") == 0
    assert "cause" not in capsys.readouterr().out


@pytest.mark.parametrize(("option", "value"), [("python", "/no/such"), ("tf", "9.9"), ("as-of", "2018-09-24")])
def test_an_interpreter_for_a_log_is_ignored_and_that_is_said(
    folder: Path, capsys: pytest.CaptureFixture[str], option: str, value: str
) -> None:
    write_project(folder, {"left.log": "w 3.8\n"})
    assert compare("left.log", "left.log", f"--left-{option}", value) == 0
    said = capsys.readouterr()
    assert said.err == "harness: left.log is a log, and so nothing runs it: --left-... is ignored\n"
    assert "identical: 1 of 1 lines agree" in said.out


def test_json_has_all_that_came_of_looking_for_causes(folder: Path) -> None:
    write_project(
        folder,
        {"left.log": "a 3.8 b 1.5\na 2.5 b 1.7\na 2.1 b 2.5\n", "right.log": "a 9.5 b 1.5\na 2.5 b 1.7\na 2.1 b 2.9\n"},
    )
    assert compare("left.log", "right.log", "--json", "found.json") == 1
    document = json.loads((folder / "found.json").read_text())
    assert (document["findings"], document["dropped"], document["problem"]) == ([], 0, "")
    assert document["remains"] == ["more than one thing may differ: a from record 1 on, b from record 3 on"]


def test_what_cannot_be_done_is_exit_code_2(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"left.log": "w 1\n"})
    assert compare("left.log", "lfet.log") == 2
    assert capsys.readouterr().err == "harness: there is no file lfet.log; did you mean 'left.log'?\n"
    assert compare("left.log", "left.log", "--json", ".") == 2
    with pytest.raises(SystemExit, match="2"):
        compare("left.log", "left.log", "--left-tf", "1.15", "--left-python", "x")


def test_a_script_of_tensorflow_1_against_its_port(
    folder: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_project(folder, {"old.py": OLD, "new.py": NEW})
    assert compare("old.py", "new.py", "--left-python", tf1_python, "--right-python", tf2_python) == 0
    out = capsys.readouterr().out
    assert "5 of 5 lines agree" in out
    assert "only on the right, nothing to compare: 1 line\n       1  TensorFlow is ready\n" in out
    write_project(folder, {"new.py": NEW.replace("0.1 *", "0.2 *")})
    assert compare("old.py", "new.py", "--left-python", tf1_python, "--right-python", tf2_python) == 1
    out = capsys.readouterr().out
    assert "diverged: 0 of 5 lines agree" in out
    assert "first difference: line 1, step 0, w: expected 3.8, measured 2.6" in out


def test_a_recorded_log_against_a_script(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    recorded = "After 0 steps: w is 3.8 , loss is 156.36\nAfter 1 steps: w is 2.84 , loss is 100.07\n...\n"
    write_project(folder, {"recorded.log": recorded, "new.py": NEW})
    assert compare("recorded.log", "new.py", "--right-python", tf2_python) == 0
    assert "rounded: 2 of 2 lines agree" in capsys.readouterr().out


def test_a_side_that_fails(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"recorded.log": "w 3.8\n", "old.py": OLD})
    assert compare("recorded.log", "old.py", "--right-python", tf2_python, "--json", "found.json") == 1
    out = capsys.readouterr().out
    assert "failed: 0 of 1 lines agree, 1 only on the left" in out
    assert "the right side failed: old.py:7: AttributeError: module 'tensorflow" in out
    document = json.loads((folder / "found.json").read_text())
    assert (document["verdict"], document["right"]["failure"]["kind"]) == ("failed", "raised")


def test_a_run_beyond_its_limit_fails(folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"w.log": "w 3.8\n", "slow.py": "import time\nprint('w', 3.8)\ntime.sleep(60)\n"})
    assert compare("w.log", "slow.py", "--right-python", tf2_python, "--timeout", "1") == 1
    assert "the right side failed: still running after 1 s at slow.py:3" in capsys.readouterr().out


def test_what_a_side_did_not_reach_within_its_limit_is_not_only_on_the_other(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    slow = "import time\nprint('w', 3.8)\nprint('w', 2.9)\ntime.sleep(60)\n"
    write_project(folder, {"w.log": "w 3.8\nw 2.84\nw 1.5\nw 0.75\n", "slow.py": slow})
    assert compare("w.log", "slow.py", "--right-python", tf2_python, "--timeout", "1") == 1
    told = capsys.readouterr().out.splitlines()
    assert "failed: 1 of 2 lines agree" in told
    assert "the right side was stopped at its limit after 2 lines; compared is what both had printed by then" in told
    assert any(line.startswith("first difference: line 2, w: expected 2.84, measured 2.9") for line in told)
    assert not any("only on the" in line for line in told)


def test_cases_are_held_against_each_other_at_full_precision(
    root: Path, tf1_python: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = (f"staircase_decay:graph@{tf1_python.parents[1]}", f"staircase_decay:eager@{tf2_python}")
    assert main(["--root", str(root), "compare", *words]) == 0
    assert "identical: 40 of 40 records agree" in capsys.readouterr().out
    wrong = f"pitfalls/global_step_not_passed:graph@{tf2_python}"
    assert main(["--root", str(root), "compare", "--no-experiments", words[0], wrong]) == 1
    out = capsys.readouterr().out
    assert "diverged: 0 of 40 records agree" in out
    assert "first difference: line 1, step 1, learning_rate: expected 0.099, measured 0.1 (134218 ULP" in out
    assert "  > left     1  0.099 1 3.8 23.04\n    left     2  0.09801 2 2.8495998 14.819419\n" in out
    assert "cause: global-step-not-passed" in out or "cause 1 of 2: global-step-not-passed" in out


def test_cases_with_other_templates_and_fields_are_compared_in_what_both_have(
    root: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [f"{name}:graph@{tf2_python}" for name in ("staircase_decay", "smooth_decay")]
    assert main(["--root", str(root), "compare", "--no-experiments", *words]) == 1
    out = capsys.readouterr().out
    assert "first difference: line 1, w: expected 3.8, measured 2.6" in out
    assert "only on the left, nothing to compare: learning_rate, global_step\n" in out
    assert "only on the right, nothing to compare: step, rate\n" in out


def test_traces_of_two_scripts_are_compared_across_their_dtypes(
    folder: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wide = "import numpy as np\ndef trace():\n    yield {'step': np.int64(1), 'rate': 0.1, 'w': np.float64(3.5)}\n"
    narrow = "import numpy as np\ndef trace():\n    yield {'step': 1, 'rate': np.float32(0.1), 'w': np.float32(3.5)}\n"
    write_project(folder, {"left.py": wide, "right.py": narrow, "other.py": narrow.replace("3.5", "3.25")})
    python = ("--left-python", tf2_python, "--right-python", tf2_python)
    assert compare("left.py", "right.py", *python) == 0
    assert "reformatted: 1 of 1 records agree" in capsys.readouterr().out
    assert compare("left.py", "other.py", *python) == 1
    assert "first difference: line 1, step 1, w: expected 3.5, measured 3.25" in capsys.readouterr().out


def test_a_documented_log_with_lines_left_out_is_the_run(
    root: Path, tf2_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    log = root / "golden/staircase_decay/documented.log"
    assert main(["--root", str(root), "compare", str(log), f"staircase_decay:eager@{tf2_python}"]) == 0
    assert "identical: 9 of 9 lines agree" in capsys.readouterr().out


def test_that_no_number_was_compared_is_said(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_project(folder, {"left.log": "training\ndone\n", "right.log": "training\ndone\n"})
    assert compare("left.log", "right.log") == 0
    assert "no number was compared: no line has one that both sides print" in capsys.readouterr().out


LONG = "loss 0.5\nloss 0.25\nloss 0.125\nloss 0.0625\n"


@pytest.mark.parametrize(
    ("right", "says", "code"),
    [
        (LONG.replace("0.5\n", "0.50\n"), "those behind them are the same, character for character", 0),
        (LONG.replace("0.0625", "0.0626"), "those behind them were not, and are not the same", 1),
        ("a banner\n" + LONG, "those behind them were not, and are not the same", 1),
    ],
)
def test_of_very_long_logs_the_beginning_is_judged_and_the_rest_has_to_be_the_same(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    right: str,
    says: str,
    code: int,
) -> None:
    monkeypatch.setattr("harness.logs.output.MOST_LINES", 3)
    Path("left.log").write_text(LONG)
    Path("right.log").write_text(right)
    assert compare("left.log", "right.log") == code
    said = capsys.readouterr().out
    assert f"the first 3 lines were compared, of 4 and {right.count(chr(10))}; {says}" in said
    assert "only on the left" not in said
