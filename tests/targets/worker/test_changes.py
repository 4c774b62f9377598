"""What an experiment changes in a run: a patch before the script, another text in its place, one processor."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.targets.outcome import Outcome
from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, Write, request_for, value

HOST = Path(sys.executable)


@pytest.fixture(params=["fork", "spawn"])
def quick(request: pytest.FixtureRequest, fake_tensorflow: Fake) -> Iterator[Worker]:
    """A worker with an empty module as TensorFlow."""
    setup = Setup(isolation=request.param, environment=fake_tensorflow("draw = lambda: 1\n"))
    with open_worker(HOST, setup) as worker:
        yield worker


def run(worker: Worker, script: Path, **changes: Any) -> Outcome:
    return worker.submit(replace(request_for(script), **changes)).result(60)


def test_a_patch_runs_before_the_script_with_its_arguments(quick: Worker, write: Write) -> None:
    script = write(
        "import tensorflow as tf\nx = tf.draw()\ndef trace():\n    yield {'x': x, 'own': 'CHANGE' in globals()}\n"
    )
    patch = write("import tensorflow as tf\ntf.draw = lambda: CHANGE['number']\n", "patches/three.py")
    outcome = run(quick, script, patch=patch, arguments={"number": 3})
    assert value(outcome, "x") == 3
    assert value(outcome, "own") is False
    # The next run does not know of it.
    assert value(run(quick, script), "x") == 1


def test_a_patch_may_import_what_lies_beside_it_and_the_script_may_not(quick: Worker, write: Write) -> None:
    write("number = 4\n", "patches/beside_patch.py")
    patch = write("import tensorflow as tf, beside_patch\ntf.draw = lambda: beside_patch.number\n", "patches/four.py")
    script = write("import sys, tensorflow as tf\nprint(tf.draw(), [p for p in sys.path if 'patches' in p])\n")
    assert run(quick, script, patch=patch).stdout == "4 []\n"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("raise RuntimeError('TensorFlow 1.0 has no such thing')\n", "TensorFlow 1.0 has no such thing"),
        ("CHANGE['missing']\n", "KeyError: 'missing'"),
        ("import no_such_module\n", "ModuleNotFoundError: No module named 'no_such_module'"),
    ],
)
def test_a_patch_that_fails_says_so(quick: Worker, write: Write, text: str, reason: str) -> None:
    outcome = run(quick, write("print(1)\n"), patch=write(text, "patches/broken.py"))
    assert outcome.failure is not None
    assert outcome.failure.kind == "raised"
    assert outcome.failure.reason == f"PatchError: the patch broken cannot be applied here: {reason}"
    assert outcome.stdout == ""


def test_a_text_stands_in_for_that_of_the_script(quick: Worker, write: Write) -> None:
    script = write("print('from the file')\n")
    text = "import inspect, sys\ndef f(): pass\nprint(__file__, sys.argv[0], inspect.getsource(f))\n"
    assert run(quick, script, source=text).stdout == f"{script} {script} def f(): pass\n\n"


def test_an_error_in_it_shows_its_own_lines(quick: Worker, write: Write) -> None:
    outcome = run(quick, write("x = 1\ny = 2\n"), source="x = 1\ny = x / 0  # changed\n")
    assert outcome.failure is not None
    assert outcome.failure.reason == "script.py:2: ZeroDivisionError: division by zero"
    assert "y = x / 0  # changed" in outcome.failure.detail


def test_a_text_may_be_longer_than_a_word_of_a_command_line(quick: Worker, write: Write) -> None:
    text = "text = '''" + "ä" * 400000 + "'''\nprint(len(text))\n"
    assert run(quick, write(""), source=text).stdout == "400000\n"


def test_the_script_need_not_exist_where_a_text_stands_in(quick: Worker, tmp_path: Path) -> None:
    assert run(quick, tmp_path / "nowhere.py", source="print(1)\n").stdout == "1\n"


LAZY = """
import os, types

def __getattr__(name):
    global keras
    if name != "keras":
        raise AttributeError(name)
    keras = types.ModuleType("keras")
    keras.loaded_by = os.getpid()
    return keras
"""


@pytest.mark.parametrize("named_by", ["script", "patch", "text", None])
def test_what_a_patch_or_a_text_names_is_loaded_before_the_fork(
    named_by: str | None, fake_tensorflow: Fake, write: Write
) -> None:
    asks = (
        "import os, tensorflow\nloaded = vars(tensorflow).get('ker' + 'as')\n"
        "print(loaded and loaded.loaded_by == os.getppid())\n"
    )
    script = write(asks + ("# keras\n" if named_by == "script" else ""))
    patch = write("# keras\n" if named_by == "patch" else "", "patches/names.py")
    text = asks + ("# keras\n" if named_by == "text" else "")
    with open_worker(HOST, Setup(isolation="fork", environment=fake_tensorflow(LAZY))) as worker:
        outcome = run(worker, script, patch=patch, source=None if named_by == "script" else text)
    assert outcome.stdout == ("True\n" if named_by else "None\n")


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_a_worker_can_be_held_to_one_processor(isolation: str, fake_tensorflow: Fake, write: Write) -> None:
    script = write("import os\nprint(len(os.sched_getaffinity(0)))\n")
    setup = Setup(isolation=isolation, environment=fake_tensorflow(), one_cpu=True)
    with open_worker(HOST, setup) as worker:
        assert run(worker, script).stdout == "1\n"
