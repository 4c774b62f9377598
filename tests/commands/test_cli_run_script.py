"""Specification of ``harness run SCRIPT``: it runs, what it prints, whether it repeats itself, what it needs."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from harness.cli import main

Said: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "200")
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], folder: Path, tf2_python: Path) -> Said:
    """Write a script, run it, and give the exit code and what was said to stdout and stderr."""

    def run(source: str, *words: str, name: str = "train.py") -> tuple[int, str, str]:
        (folder / name).write_text(source, encoding="utf-8")
        code = main(["run", name, "--python", str(tf2_python), *words])
        output = capsys.readouterr()
        return code, output.out, output.err

    return run


def test_a_script_that_repeats_itself(said: Said) -> None:
    code, out, _ = said("print('loss', 0.5)\nopen('w.txt', 'w').write('12345')\n")
    assert code == 0
    lines = out.splitlines()
    assert lines[0].startswith("train.py@tf2.")
    assert lines[2] == "loss 0.5"
    assert lines[4].startswith("1 line in ") and lines[4].endswith(" s, the import of TensorFlow not counted")
    assert lines[5:] == [
        "it wrote w.txt (5 bytes), apart from your files; --keep DIR keeps it",
        "run twice: it repeats itself",
    ]
    assert not Path("w.txt").exists()


def test_all_of_it_is_written_for_programs(said: Said, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, _ = said("print('loss', 0.5)\nopen('w.txt', 'w').write('12345')\n", "--json", "out/all.json")
    (document,) = json.loads(Path("out/all.json").read_text())["scripts"]
    assert (code, document["passes"], document["verdict"]) == (0, True, "identical")
    assert [document[side]["lines"] for side in ("left", "right")] == [["loss 0.5"], ["loss 0.5"]]
    assert document["left"]["seconds"] > 0
    assert document["left"]["effects"]["changes"] == [{"path": "w.txt", "bytes": 5}]
    assert document["findings"] == []
    assert main(["run", "train.py", "--json", "/proc/none/all.json"]) == 2
    assert capsys.readouterr().err.startswith("harness: /proc/none")
    assert main(["run", "train.py", "--results", "out"]) == 2
    assert "--json FILE has what came of scripts" in capsys.readouterr().err


def test_a_clock_is_no_result(said: Said) -> None:
    code, out, _ = said("import time\nprint('time', time.time())\nprint('loss', 0.5)\n")
    assert code == 0
    assert "run twice: it repeats itself, but for times and words; line 1" in out


def test_a_script_that_draws_without_a_seed_is_told_the_call_and_the_option(said: Said) -> None:
    draws = "import numpy as np\nprint('loss %.6f' % np.random.rand())\n"
    code, out, _ = said(draws)
    assert code == 1
    assert "run twice: it differs; line 1, loss: " in out
    assert "numpy.random.rand in line 2 gives something else in each run" in out
    assert "--seed 7" in out
    code, out, _ = said(draws, "--seed", "7")
    assert code == 0
    assert "loss 0.076308" in out


def test_a_script_that_fails_is_told_why_and_what_helps(said: Said) -> None:
    code, out, _ = said(
        "import argparse\np = argparse.ArgumentParser()\np.add_argument('--steps', required=True)\np.parse_args()\n"
    )
    assert code == 1
    assert "failed after 0 lines: train.py:4: called sys.exit(2)" in out
    assert "cause: needs-arguments, likely" in out
    code, out, _ = said("import sys\nprint('words', sys.argv[1:])\n", "--args", "--steps 3 'a b'")
    assert code == 0
    assert "words ['--steps', '3', 'a b']" in out


def test_a_file_at_a_path_of_the_author_is_told_the_option_and_found_by_it(said: Said, folder: Path) -> None:
    (folder / "rows.csv").write_text("0.25\n")
    reads = "print('loss', open('/home/somebody of old/data/rows.csv').read())\n"
    _, out, _ = said(reads)
    assert "add to the command: --file '/home/somebody of old/data/rows.csv'=PATH, the file that is to lie there" in out
    code, out, _ = said(reads, "--file", "/home/somebody of old/data/rows.csv=rows.csv")
    assert (code, out.splitlines()[2]) == (0, "loss 0.25")
    assert not Path("/home/somebody of old").exists()


def test_a_file_that_lies_elsewhere_in_the_repository_is_told_the_option_and_found_by_it(
    said: Said, folder: Path
) -> None:
    (folder / ".git").mkdir()
    (folder / "models" / "align").mkdir(parents=True)
    (folder / "models" / "align" / "rows.csv").write_text("0.25\n")
    reads = "print('loss', open('../data/rows.csv').read())\n"
    (folder / "src").mkdir()
    _, out, _ = said(reads, "--cwd", "src")
    place = folder.resolve() / "models" / "align" / "rows.csv"
    assert out.splitlines()[-2].endswith(f"add to the command: --file ../data/rows.csv={place}")
    code, out, _ = said(reads, "--cwd", "src", "--file", f"../data/rows.csv={place}")
    assert (code, out.splitlines()[2]) == (0, "loss 0.25")
    assert sorted(each.name for each in folder.iterdir()) == [".git", "models", "src", "train.py"]


def test_a_folder_at_a_path_of_the_author_is_read_and_left_as_it_is(said: Said, folder: Path) -> None:
    (folder / "images").mkdir()
    (folder / "images" / "a.png").touch()
    adds = "import os\nopen('/mnt/old disk/set/b.png', 'w')\nprint(sorted(os.listdir('/mnt/old disk/set')))\n"
    code, out, _ = said(adds, "--file", "/mnt/old disk/set=images")
    assert (code, out.splitlines()[2]) == (0, "['a.png', 'b.png']")
    assert [each.name for each in (folder / "images").iterdir()] == ["a.png"]


def test_a_script_that_prints_nothing_has_run(said: Said) -> None:
    code, out, _ = said("x = 1\n")
    assert code == 0
    assert out.splitlines()[-1].startswith("it ran to its end in ")


def test_a_notebook_is_held_against_what_it_recorded(said: Said) -> None:
    def notebook(recorded: str) -> str:
        cell = {
            "cell_type": "code",
            "source": ["%matplotlib inline\n", "print('loss', 0.5)"],
            "metadata": {},
            "execution_count": 1,
            "outputs": [{"output_type": "stream", "name": "stdout", "text": [recorded]}],
        }
        kernel = {"kernelspec": {"name": "python3", "language": "python", "display_name": "Python 3"}}
        return json.dumps({"cells": [cell], "metadata": kernel, "nbformat": 4, "nbformat_minor": 2})

    code, out, _ = said(notebook("loss 0.5\n"), name="lesson.ipynb")
    assert code == 0
    assert "left   lesson.ipynb as it was recorded  (a log)" in out
    assert "identical: 1 of 1 lines agree" in out
    assert "left out 1 line that IPython alone understands: '%matplotlib inline' in cell 1" in out
    code, out, _ = said(notebook("loss 0.75\n"), name="lesson.ipynb")
    assert code == 1
    assert "first difference: line 1, loss: expected 0.75, measured 0.5" in out
    assert out.splitlines()[-1].endswith("without an error; only what it printed is other than what was recorded")


def test_threads_that_a_notebook_leaves_go_on_in_its_kernel_and_hold_a_script(said: Said) -> None:
    source = (
        "import threading, time\nthreading.Thread(target=time.sleep, args=(60,), name='queue').start()\nprint(0.5)\n"
    )
    cell = {
        "cell_type": "code",
        "metadata": {},
        "source": source.splitlines(keepends=True),
        "execution_count": 1,
        "outputs": [{"output_type": "stream", "name": "stdout", "text": ["0.5\n"]}],
    }
    book = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 2})
    code, out, _ = said(book, name="lesson.ipynb")
    assert (code, "identical: 1 of 1 lines agree" in out) == (0, True)
    code, out, _ = said(source)
    assert (code, "failed after 1 line: left a thread running 2 s after its last line: queue" in out) == (1, True)


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--cwd", "nowhere"], "harness: --cwd nowhere: there is no such folder"),
        (["--keep", "train.py"], "harness: --keep train.py: is no folder"),
        (["--keep", "."], "harness: --keep .: is not empty, and what is kept would replace what is there"),
        (["--args", "'open"], 'harness: --args "\'open" cannot be read as words: no closing quotation'),
        (
            ["--file", "data.csv"],
            "harness: --file data.csv: it is --file WHERE=PATH, with the address (https://…) or the path that the "
            "script asks for",
        ),
        (
            ["--file", "train.py=train.py"],
            "harness: --file train.py: {folder} has that already; give --cwd DIR, the folder that lacks it",
        ),
        (
            ["--file", "/etc/rows.csv=train.py"],
            "harness: --file /etc/rows.csv=train.py: this machine has /etc/rows.csv, or a folder around it, in which a "
            "run can put nothing; put the file there by hand",
        ),
        (["--file", "/data/a="], "harness: --file /data/a=: there is no file behind the ="),
        (
            ["--file", "/data/a/=.", "--file", "/data/a/x.py=train.py"],
            "harness: --file /data/a/x.py=train.py: another --file has /data/a already; give one of them",
        ),
        (["--file", "http://a.org/x=nowhere"], "harness: --file http://a.org/x=nowhere: there is no file nowhere"),
        (
            ["--with", "no such name!"],
            "harness: --with no such name!: is no name of a package, as scikit-learn or pandas==1.0 is",
        ),
    ],
)
def test_a_wrong_value_of_an_option_is_one_line(said: Said, folder: Path, words: list[str], message: str) -> None:
    code, out, err = said("print('loss', 0.5)\n", *words)
    assert (code, out) == (2, "")
    assert err.splitlines() == [message.replace("{folder}", str(folder.resolve()))]


@pytest.mark.parametrize(
    ("option", "value"),
    [("--seed", "-1"), ("--seed", "4294967296"), ("--within", "soon"), ("--steps", "0"), ("--stand-in-size", "x")],
)
def test_a_value_that_is_no_number_is_refused(
    option: str, value: str, folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main(["run", "train.py", f"{option}={value}"])
    assert stop.value.code == 2
    assert f"argument {option}: should be a " in capsys.readouterr().err


def test_a_module_that_is_not_there_is_one_line(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "-m", "pkg.train"]) == 2
    assert "-m pkg.train: there is neither " in capsys.readouterr().err


def test_scripts_and_cases_are_not_run_at_once(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["run", "train.py", "staircase_decay"]) == 2
    assert "harness: run scripts or cases, not both at once" in capsys.readouterr().err


def test_a_script_that_asks_is_told_the_option_and_given_its_lines(said: Said, folder: Path) -> None:
    asks = "name = input('name? ')\nprint('hello', name)\n"
    code, out, _ = said(asks)
    assert code == 1
    assert "train.py@" in out and "asks for input, and a run has none" in out
    assert "add to the command: --input FILE, a file with the lines that it asks for" in out
    (folder / "answers.txt").write_text("Ada\n")
    code, out, _ = said(asks, "--input", "answers.txt")
    assert code == 0
    assert "name? hello Ada" in out
    assert said(asks, "--input", "nowhere")[::2] == (2, "harness: --input nowhere: there is no such file\n")


def test_a_script_that_only_says_how_it_is_used_is_told_the_option(said: Said) -> None:
    code, out, _ = said("print('Usage: python train.py [train|predict] [file]')\n")
    assert code == 0
    assert 'it says how it is used, and no more; add to the command: --args "WORDS"' in out.splitlines()


def test_a_notebook_that_only_plots_has_not_failed_where_it_is_stopped(said: Said) -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "Extracting data\n"}
    source = "import time\nfor each in range(100):\n    time.sleep(1)\n"
    cells = [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": source, "outputs": [printed]}]
    book = json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})
    code, out, _ = said(book, "--within", "1s", name="plots.ipynb")
    assert code == 0
    assert out.splitlines()[1] == (
        "stopped after 1 s (--within) in cell 1, line 3, without an error: it has printed nothing by then, and its "
        "record has no number to hold"
    )


def test_a_notebook_that_sets_no_seed_is_not_held_to_its_record_by_experiments(said: Said) -> None:
    printed = {"output_type": "stream", "name": "stdout", "text": "loss 0.25\n"}
    source = "import numpy as np\nprint('loss %.6f' % np.random.rand())\n"
    cells = [{"cell_type": "code", "execution_count": 1, "metadata": {}, "source": source, "outputs": [printed]}]
    book = json.dumps({"nbformat": 4, "nbformat_minor": 2, "metadata": {}, "cells": cells})
    code, out, _ = said(book, "--seed", "7", name="draws.ipynb")
    assert code == 1
    assert "cause: unseeded, possible" in out and "tried: " not in out


def test_a_race_that_came_out_alike_twice_is_told_all_the_same(
    folder: Path, tf1_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    source = """
import tensorflow as tf
w = tf.Variable(5.0, name="w")
train = tf.train.GradientDescentOptimizer(0.1).minimize(tf.square(w - 1.0))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    _, value = sess.run([train, w])
    print("done" if value else "not done", 1)
"""
    (folder / "train.py").write_text(source, encoding="utf-8")
    assert main(["run", "train.py", "--python", str(tf1_python)]) == 0
    *_, repeats, race = capsys.readouterr().out.splitlines()
    assert repeats == "run twice: it repeats itself"
    assert race.startswith("a third run may differ all the same: line 7 of train.py@tf1.")
    assert "fetches w:0 in the run that updates variable w" in race
