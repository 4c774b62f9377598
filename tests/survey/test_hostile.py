"""Files that mean no good, or were never whole: each costs itself only, and the good one beside them is surveyed."""

import os
from pathlib import Path

import pytest

from harness.sides.around.scenes import SceneOptions
from harness.survey.answers import Answers
from harness.survey.ask import Ask
from harness.survey.standing import Standing, standing_of
from harness.survey.survey import survey
from harness.targets.target import MEBIBYTE, Limits
from tests.projects import write_project
from tests.survey.fakes import fake_project

GOOD = "import tensorflow as tf\nprint('loss', 0.5)\n"
HEAD = "import os, signal, sys, time\nimport tensorflow as tf\n"
TEXTS: dict[str, str | bytes] = {
    "deep.py": f"import tensorflow as tf\nx = {'(' * 100_000}0{')' * 100_000}\n",
    "deep_lists.ipynb": "[" * 100_000,
    "nul.py": "import tensorflow as tf\n\0print(1)\n",
    "empty.ipynb": "",
    "torn.ipynb": '{"cells": [{"cell_type": "code", "source": ["import tensorflow as tf',
    "no_notebook.ipynb": '{"cells": 3}',
    "coding.py": "# -*- coding: klingon -*-\nimport tensorflow as tf\n",
    "long_line.py": f"import tensorflow as tf\nx = '{'a' * 2_000_000}'\n",
    "many_lines.py": "import tensorflow as tf\n" + "x = tf.zeros([1])\n" * 2_000,
    "latin.py": b"import tensorflow as tf\nprint('\xe9\xff')\n",
}
RUNS = {
    "kills_parent.py": f"{HEAD}os.kill(os.getppid(), signal.SIGKILL)\ntime.sleep(60)\n",
    "kills_group.py": f"{HEAD}os.killpg(0, signal.SIGKILL)\n",
    "kills_itself.py": f"{HEAD}os.kill(os.getpid(), signal.SIGSEGV)\n",
    "leaves.py": f"{HEAD}os._exit(0)\n",
    "forks.py": f"{HEAD}for _ in range(20):\n    if not os.fork():\n        time.sleep(600)\nprint(1)\n",
    "never_ends.py": f"{HEAD}signal.signal(signal.SIGTERM, signal.SIG_IGN)\nwhile True:\n    pass\n",
    "fills_memory.py": f"{HEAD}kept = []\nwhile True:\n    kept.append(bytearray(1 << 25))\n    time.sleep(0.01)\n",
    "prints.py": f"{HEAD}for _ in range(1024):\n    sys.stdout.write('x' * (1 << 20))\nprint()\n",
    "closes.py": f"{HEAD}os.closerange(0, 256)\n",
    "surrogates.py": f"{HEAD}sys.stdout.buffer.write(bytes(range(256)))\nraise ValueError('\\ud800')\n",
    "recursive.py": f"{HEAD}def f(): return f()\nf()\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_project(tmp_path / "legacy", {"good.py": GOOD})
    for name, text in {**TEXTS, **RUNS}.items():
        (folder / name).write_bytes(text.encode() if isinstance(text, str) else text)
    (folder / "large.py").write_bytes(b"import tensorflow\n" + b"#" * (9 << 20))
    (folder / "folder.py").mkdir()
    os.mkfifo(folder / "pipe.py")
    (folder / "circle.py").symlink_to("circle.py")
    return folder


def surveyed(folder: Path, root: Path, *, run: bool) -> dict[str, Answers]:
    limits = Limits(timeout=8.0, memory=512 * MEBIBYTE)
    ask = Ask("2.15", "2.15", run=run, scene=SceneOptions(), limits=limits, jobs=2, experiments=0.0)
    return {each.name: each for each in survey(folder, root, ask, folder.parent / "out", "").answers}


UNREAD = {
    "deep.py",
    "deep_lists.ipynb",
    "nul.py",
    "empty.ipynb",
    "torn.ipynb",
    "no_notebook.ipynb",
    "large.py",
    "pipe.py",
    "circle.py",
}


def test_texts_that_cannot_be_read_say_so_and_the_others_are(folder: Path, root: Path) -> None:
    found = surveyed(folder, root, run=False)
    assert {name for name, each in found.items() if standing_of(each) is Standing.UNREAD} == UNREAD
    assert {name: found[name].known.remarks[0].message for name in ("pipe.py", "large.py", "deep.py")} == {
        "pipe.py": "is no regular file",
        "large.py": "is 9 MiB long, which no script is",
        "deep.py": "is no Python, neither 2 nor 3: too many nested parentheses",
    }
    assert standing_of(found["good.py"]) is Standing.KNOWN
    assert found["many_lines.py"].known.uses == 2_000


@pytest.mark.long
def test_runs_that_do_their_worst_are_told_and_the_good_one_runs(folder: Path, tmp_path: Path) -> None:
    for name in TEXTS:
        (folder / name).unlink()
    found = surveyed(folder, fake_project(tmp_path / "project"), run=True)
    assert standing_of(found["good.py"]) is Standing.THERE
    ended = {name: each.ran[0].ended for name, each in found.items() if each.ran}
    assert ended == {
        "good.py": "well",
        "kills_parent.py": "worker",
        "kills_group.py": "crashed",
        "kills_itself.py": "crashed",
        "leaves.py": "exited",
        "forks.py": "process",
        "never_ends.py": "hung",
        "fills_memory.py": "memory",
        "prints.py": ended["prints.py"],  # as fast as the machine is: well, or hung
        "closes.py": "silent",
        "surrogates.py": "raised",
        "recursive.py": "raised",
    }
    assert {name: each.trouble for name, each in found.items() if each.trouble} == {}
