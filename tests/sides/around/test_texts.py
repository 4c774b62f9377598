"""Specification of the texts that are run: Python 2 translated, with the modules of one's own."""

import json
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from harness.sides.around.own_files import imported_by, own_files
from harness.sides.around.packages import layer_for
from harness.sides.around.texts import script_text
from harness.targets.scene import Scene
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import open_worker
from harness.words.errors import UsageError

MAIN = "import helper\nhelper.go({'a': 7, 'b': 9})\n"
HELPER = "from lib import data\ndef go(d):\n    for k, v in sorted(d.iteritems()):\n        print k, data.half(v)\n"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "__init__.py").touch()
    (tmp_path / "lib" / "data.py").write_text("def half(n):\n    return n / 2  # 3 of 7\nprint 'data'\n")
    (tmp_path / "helper.py").write_text(HELPER)
    (tmp_path / "other.py").write_text("print 'nobody imports this'\n")
    path = tmp_path / "main.py"
    path.write_text(MAIN)
    return path


def test_files_of_ones_own_are_found_through_what_they_import(script: Path) -> None:
    found = {file.path.name: file.was_python2 for file in own_files(script, MAIN)}
    assert found == {"helper.py": True, "__init__.py": False, "data.py": True}


def test_what_imports_pytest_imports_its_conftest(tmp_path: Path) -> None:
    (tmp_path / "conftest.py").write_text("import fixtures\n")
    (tmp_path / "fixtures.py").write_text("")
    found = own_files(tmp_path / "test_net.py", "import pytest\n")
    assert [file.path.name for file in found] == ["conftest.py", "fixtures.py"]
    assert not list(own_files(tmp_path / "test_net.py", "import unittest\n"))


def test_a_script_of_python_3_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "new.py"
    path.write_text("print(7 / 2)\n")
    assert script_text(path).text is None
    forced = script_text(path, python2=True)
    assert forced.text is not None and "/" not in forced.text.partition("#")[0].replace("__python2__", "")


def test_a_script_in_which_no_line_has_to_change_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "both.py"
    path.write_text("from __future__ import print_function\nprint(7)\n")
    forced = script_text(path, python2=True)
    assert forced.remarks == ("translated from Python 2 (no line had to change); --show-source prints it",)
    path.write_text("from __future__ import print_function\nprint(7 / 2)\n")
    forced = script_text(path, python2=True)
    assert forced.remarks == ("translated from Python 2 (integer division); --show-source prints it",)


def test_modules_of_python_2_are_translated_for_a_script_of_python_3(script: Path) -> None:
    given = script_text(script)
    assert given.text is None
    assert given.remarks == ("translated from Python 2, too: helper.py, data.py",)
    assert [prelude.name for prelude in given.preludes] == ["python2", "python2_modules", "own_modules"]


@pytest.mark.parametrize("release", ["tf1_python", "tf2_python"])
def test_they_run_as_python_2_ran_them(release: str, request: pytest.FixtureRequest, script: Path) -> None:
    with open_worker(request.getfixturevalue(release), Setup()) as worker:
        asked = Request(script, {}, 60.0, 8192 * MEBIBYTE, MEBIBYTE)
        scene = Scene(script.parent, preludes=script_text(script).preludes)
        outcome = worker.submit(replace(asked, scene=scene)).result(60)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("data", "a 3", "b 4")


def test_what_no_python_reads_is_one_message_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "odd.py"
    path.write_text("print 'a'\nif (:\n")
    given = script_text(path)  # neither Python 2: the run tells
    assert given.text is None
    with pytest.raises(UsageError, match=r"odd\.py:2: is neither Python 3 nor Python 2: "):
        script_text(path, python2=True)


def test_files_of_ones_own_are_read_and_translated_once_for_all_that_is_asked_of_them(
    script: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def is_python2(text: str) -> bool:
        read.append(text)
        return False

    monkeypatch.setattr("harness.sides.around.own_files.is_python2", is_python2)
    given = script_text(script)
    assert given.own_files is not None
    assert [file.path.name for file in given.own_files] == ["helper.py"]
    monkeypatch.setattr("harness.sides.around.packages.on_the_index", lambda python, names: [])
    assert layer_for(("auto",), script, MAIN, Path(sys.executable), script.parent, given.own_files) is None
    assert read == [HELPER]


def test_what_a_package_imports_by_dots_is_followed(tmp_path: Path) -> None:
    files = {
        "net/__init__.py": "from .graph import build\nfrom . import layers\n",
        "net/graph.py": "def build(x): return isinstance(x, basestring)\n",
        "net/layers/__init__.py": "from ..sizes import *\n",
        "net/sizes.py": "COUNT = 3\n",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    (tmp_path / "train.py").write_text("import net\n")
    found = {
        file.path.relative_to(tmp_path).as_posix(): file.was_python2
        for file in own_files(tmp_path / "train.py", "import net\n")
    }
    assert found == dict.fromkeys(files, False) | {"net/graph.py": True}


def test_modules_of_a_script_of_python_2_are_of_python_2_as_well_also_where_both_read_them(tmp_path: Path) -> None:
    (tmp_path / "helper.py").write_text(
        "from __future__ import print_function\ndef lengths(rows): return map(len, rows)\n"
    )
    cells = [{"cell_type": "code", "source": "import helper\nprint helper.lengths(['ab'])[0]", "outputs": []}]
    notebook = {"cells": cells, "nbformat": 4, "nbformat_minor": 0, "metadata": {"kernelspec": {"name": "python2"}}}
    (tmp_path / "lesson.ipynb").write_text(json.dumps(notebook))
    (tmp_path / "train.py").write_text("import helper\nprint helper.lengths(['ab'])[0]\n")
    (tmp_path / "new.py").write_text("import helper\nprint(list(helper.lengths(['ab'])))\n")
    for name in ("lesson.ipynb", "train.py"):
        given = script_text(tmp_path / name)
        assert given.remarks[-1] == "translated from Python 2, too: helper.py"
        assert given.own_files is not None
        assert [each.was_python2 for each in given.own_files] == [True]
    assert script_text(tmp_path / "new.py").remarks == ()


def test_a_script_that_is_no_utf_8_and_names_no_encoding_is_read_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "mnist.py"
    path.write_bytes("# 损失函数: 计算训练的损失\nprint('loss')\n".encode("gb18030"))
    given = script_text(path)
    assert given.text == "# 损失函数: 计算训练的损失\nprint('loss')\n"
    assert given.remarks == ("read as GB18030, for it is no UTF-8 and names no encoding",)


def test_a_script_that_names_a_wrong_encoding_is_told_which(tmp_path: Path) -> None:
    path = tmp_path / "mnist.py"
    for named, data, remark in (
        ("klingon", b"print('loss')\n", "read as UTF-8, for it names an encoding that Python does not know, klingon"),
        ("ascii", "# größer\n".encode(), "read as UTF-8, for it is not in the encoding that it names, ascii"),
    ):
        path.write_bytes(f"#!/usr/bin/python\n# -*- coding: {named} -*-\n".encode() + data)
        given = script_text(path)
        assert given.remarks == (remark,)
        assert given.text is not None and given.text.endswith(data.decode())


def test_what_is_imported_relatively_is_no_package() -> None:
    text = "from . import activations\nfrom .layers import dense\nimport numpy\nfrom pandas import io\n"
    assert imported_by(text, relative=False) == ["numpy", "pandas", "pandas.io"]
    assert imported_by(text)[:2] == ["activations", "layers.dense"]
