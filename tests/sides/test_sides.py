"""Specification of the words that name a side."""

import os
import sys
from functools import partial
from pathlib import Path

import pytest

from harness.cases.suite import find_root, read_suite
from harness.diagnose.evidence.evidence import Side
from harness.sides.run import run_sides
from harness.sides.words import Job, Project, read_log, read_side
from harness.targets.target import Limits, Setup
from harness.words.errors import UsageError
from tests.projects import write_project
from tests.small_cases import case, project

TOX = """
[tox]
env_list = tf1.4, tf2.15
"""

TWO_VARIANTS = """
title = "Two"
note = "n1"
where = "the only code block"
template = "%(step)d %(w).3f"

[styles.graph]
[variants.slow]
slow = true
parameters = { rate = 0.1 }
[variants.fast]
parameters = { rate = 0.5 }
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a case ``three``, a case ``two`` with variants, a script and a log; the working directory."""
    project(
        tmp_path,
        case("three"),
        {
            "cases/two/case.toml": TWO_VARIANTS,
            "cases/two/graph.py": "def trace(rate):\n    yield {'step': 1, 'w': rate}\n",
            "golden/two/slow/documented.log": "1 0.100\n",
            "golden/two/fast/documented.log": "1 0.500\n",
            "old.py": "print('w', 1.5)\n",
            "run.log": "w 1.5\n",
            "tox.ini": TOX,
        },
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def read(word: str, python: Path | None = None, limits: Limits | None = None) -> Side | Job:
    root = partial(find_root, Path.cwd())
    return read_side(word, "--left", python, Project(root, lambda: read_suite(root())), limits or Limits())


def message(word: str, python: Path | None = None) -> str:
    with pytest.raises(UsageError) as error:
        read(word, python)
    return str(error.value)


def test_a_file_that_is_no_python_is_a_log(folder: Path) -> None:
    assert read("run.log") == Side("run.log", ("w 1.5",))


def test_a_python_file_is_a_script_for_the_current_interpreter_or_the_named_one(folder: Path) -> None:
    job = read("old.py")
    assert isinstance(job, Job)
    assert (job.name, job.python, job.request.script, job.request.timeout, job.variant) == (
        "old.py",
        Path(sys.executable),
        folder / "old.py",
        60.0,
        None,
    )
    named = [read("old.py", Path("/usr/bin/python3")), read("old.py@/usr/bin/env")]
    assert [each.python for each in named if isinstance(each, Job)] == [Path("/usr/bin/python3"), Path("/usr/bin/env")]


def test_limits_are_those_of_the_options_else_of_the_case(folder: Path) -> None:
    given = read("three:graph", limits=Limits(timeout=3.0, memory=1 << 30))
    assert isinstance(given, Job)
    assert (given.request.timeout, given.request.memory) == (3.0, 1 << 30)
    own = read("three:graph")
    assert isinstance(own, Job) and own.request.timeout == 60.0


def test_a_case_is_named_with_variant_and_style(folder: Path) -> None:
    plain, variant = read("three:graph"), read("two[slow]:graph")
    assert isinstance(plain, Job) and isinstance(variant, Job)
    assert plain.request.script.resolve() == folder / "cases/three/graph.py"
    assert (variant.name, dict(variant.request.parameters)) == ("two[slow]:graph", {"rate": 0.1})


@pytest.mark.parametrize(
    ("word", "says"),
    [
        ("run.lgo", "there is no file run.lgo; did you mean 'run.log'?"),
        ("odl.py", "there is no file odl.py; did you mean 'old.py'?"),
        ("thre:graph", "there is no case 'thre'; did you mean 'three'?"),
        ("three:grahp", "three has no style 'grahp'; did you mean 'graph'?"),
        ("three:eager", "three has no style 'eager'; it has: graph"),
        ("three:", "three has no style ''; it has: graph"),
        ("three", "three is a case; name its style, too: three:graph"),
        ("three@1.4", "three@1.4 is a case; name its style, too: three:graph"),
        ("thre", "there is neither a file nor a case thre; did you mean 'three'?"),
        ("two:graph", "two has variants, name one: two[slow], two[fast]"),
        ("two[slwo]:graph", "two has no variant 'slwo'; did you mean 'slow'?"),
        ("three[slow]:graph", "three has no variant 'slow'; it has none"),
        ("three:graph@1.44", "tox.ini has no release '1.44'; did you mean 'tf1.4' or 'tf2.15'?"),
        (
            "three:graph@2.15x",
            "three:graph@2.15x: behind the @ stands a release (1.15), a day (2018-09-24) or the path",
        ),
        ("three:graph@", "three:graph@: behind the @ stands a release"),
        ("cases", "cases: is a folder; a side is a script, a log, or CASE:STYLE@RELEASE"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_near(folder: Path, word: str, says: str) -> None:
    assert message(word).startswith(says)


def test_what_is_there_and_no_file_is_told(folder: Path) -> None:
    os.mkfifo("fifo.py")
    Path("gone.py").symlink_to("nowhere.py")
    assert message("fifo.py") == "fifo.py: is a named pipe (FIFO); a side is a script, a log, or CASE:STYLE@RELEASE"
    assert message("gone.py") == (
        "gone.py: is a link to nowhere.py, which is not there; a side is a script, a log, or CASE:STYLE@RELEASE"
    )
    assert message("fifo.py@1.15") == "fifo.py is a named pipe (FIFO), and no script"
    assert message("gone.py@1.15") == "gone.py is a link to nowhere.py, which is not there, and no script"
    assert message("odl.py@1.15").startswith("there is no file odl.py; did you mean 'old.py'")


def test_an_interpreter_is_named_once(folder: Path) -> None:
    assert message("three:graph@1.4", Path(sys.executable)) == (
        "three:graph@1.4 names an interpreter, and so does an option --left-...; give one of them"
    )


def test_a_log_takes_no_interpreter(folder: Path) -> None:
    assert read("run.log", Path(sys.executable)) == Side("run.log", ("w 1.5",))


def test_a_log_needs_no_project(tmp_path: Path) -> None:
    def no_project() -> Path:
        raise UsageError("there is no project")

    place = Project(no_project, lambda: read_suite(no_project()))
    write_project(tmp_path, {"run": "w 1\n"})
    path = str(tmp_path / "run")
    assert read_side(path, "--left", None, place, Limits()) == Side(path, ("w 1",))
    with pytest.raises(UsageError) as error:
        read_side(f"{path}s", "--left", None, place, Limits())
    assert str(error.value) == f"there is no file {path}s; did you mean {path!r}?"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "is empty; there is nothing to compare"),
        (b" \n\n", "is empty; there is nothing to compare"),
    ],
)
def test_a_log_that_cannot_be_read_is_refused(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "run.log"
    path.write_bytes(content)
    with pytest.raises(UsageError) as error:
        read_log(path)
    assert error.value.message == says


def test_a_log_in_latin_1_is_refused_with_the_line_and_how_to_convert_it(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    path.write_bytes(b"w 1\nfin de l'\xe9tape\n")
    with pytest.raises(UsageError) as error:
        read_log(path)
    assert str(error.value) == (
        f"{path}:2: is not UTF-8 at byte 13; if it is Latin-1: iconv -f latin1 -t utf-8 {path} > utf8.log"
    )


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_log_that_says_how_it_is_encoded_is_read(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "run.log"
    path.write_bytes("w 1\r\n损失 2\r\n".encode(encoding))
    assert read_log(path) == ("w 1", "损失 2")


def test_a_log_keeps_its_blank_lines_and_the_last_state_of_a_progress_bar(tmp_path: Path) -> None:
    path = tmp_path / "run.log"
    path.write_bytes(b"\xef\xbb\xbfa 1\r\n\r\n 1/2 loss 3\r 2/2 loss 2\r\nb\x0c2\n")
    assert read_log(path) == ("a 1", "", " 2/2 loss 2", "b\x0c2")


def test_both_sides_are_run_in_their_interpreters(folder: Path, tf2_python: Path) -> None:
    write_project(folder, {"fails.py": "print('w', 2.5)\nraise ValueError('no')\n"})
    left, right = read("three:graph", tf2_python), read("fails.py", tf2_python)
    with run_sides(left, right, Setup(jobs=2)) as sides:
        assert list(sides.workers) == [tf2_python.absolute()]
        release = next(iter(sides.workers.values())).target
    assert sides.left.name == f"three:graph@{release.name}"
    assert sides.left.lines == ("1 0.500", "2 1.000", "3 1.500")
    assert sides.left.trace is not None and sides.left.trace.fields() == ("step", "w", "loss")
    assert sides.left.tensorflow == release.tensorflow
    assert "def trace():" in sides.left.source
    assert sides.left.origin is not None and sides.left.origin.template is not None
    assert sides.right.lines == ("w 2.5",)
    assert sides.right.trace is None
    assert sides.right.failure is not None
    assert sides.right.failure.reason == "fails.py:2: ValueError: no"


def test_each_interpreter_gets_a_worker(folder: Path, tf1_python: Path, tf2_python: Path) -> None:
    write_project(folder, {"version.py": "import tensorflow as tf\nprint(tf.__version__)\n"})
    with run_sides(read("version.py", tf1_python), read("version.py", tf2_python), Setup()) as sides:
        assert len(sides.workers) == 2
    assert sides.left.lines == (sides.left.tensorflow,)
    assert sides.right.lines == (sides.right.tensorflow,)
    assert (sides.left.tensorflow[0], sides.right.tensorflow[0]) == ("1", "2")


def test_a_style_that_its_release_does_not_have_is_refused(folder: Path, tf2_python: Path) -> None:
    text = (folder / "cases/three/case.toml").read_text()
    later = text.replace("[styles.graph]", '[styles.graph]\nsince = "99.0"\nwhy = "written for tomorrow"')
    write_project(folder, {"cases/three/case.toml": later})
    with (
        pytest.raises(UsageError, match=r"three:graph does not exist for TensorFlow 2\.\S+: written for tomorrow"),
        run_sides(read("three:graph", tf2_python), read("run.log"), Setup()),
    ):
        pass


def test_an_interpreter_without_tensorflow_is_refused(folder: Path) -> None:
    with pytest.raises(UsageError, match="TensorFlow"), run_sides(read("old.py"), read("run.log"), Setup()):
        pass
