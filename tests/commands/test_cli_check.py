"""``harness check`` and ``harness import`` as they are typed."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from harness.cli import main

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
_SAMPLE = SAMPLES / "indented_code.md"


def said(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    code = main([str(word) for word in words])
    out = capsys.readouterr()
    return code, out.out, out.err


def test_check_says_in_what_it_ran_and_what_came_of_each_example(
    tf1_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = said(capsys, "check", _SAMPLE, "--python", tf1_python)
    lines = out.splitlines()
    assert code == 0
    assert lines[0] == f"{_SAMPLE}  Markdown, 1 example, 1 with a log"
    assert lines[1].endswith(": named by --python")
    assert lines[3] == "line 6      identical         6 of 6 lines of the log (a block of its own, lines 21-26)"
    assert lines[-1] == "1 of 1 examples hold"


def test_check_ends_with_1_for_a_log_that_does_not_come_out(
    tmp_path: Path, tf1_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "guide.md"
    path.write_text(
        "```python\nimport tensorflow as tf\nprint('%d of %s' % (2, tf.__name__))\n```\n\n```\n3 of tensorflow\n```\n",
        encoding="utf-8",
    )
    code, out, _ = said(capsys, "check", path, "--python", tf1_python, "--json", tmp_path / "out.json")
    assert code == 1
    assert "line 2      diverged          0 of 1 lines of the log (a block of its own, line 7)" in out.splitlines()
    assert "first difference: line 7, " in out
    (document,) = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["documents"]
    (example,) = document["targets"][0]["examples"]
    assert (example["answer"], example["verdict"], example["printed"]) == ("differs", "diverged", ["2 of tensorflow"])


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("empty.md", b"", "empty"),
        ("picture.md", bytes(range(256)) * 20, "is no text"),
        ("plain.md", b"# A title\n\nNo code in here.\n", "no TensorFlow"),
        ("cut.ipynb", b'{"cells": [{"cell_type": "code", "sou', "is a notebook that breaks off here"),
    ],
)
def test_a_bad_document_is_one_line_and_exit_code_2(
    name: str, content: bytes, message: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    code, out, err = said(capsys, "check", path)
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert err.startswith(f"harness: {path}")
    assert message in err


def test_a_document_that_is_not_there_is_a_mistake(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "check", tmp_path / "none.md")
    assert (code, "there is no such file or folder" in err) == (2, True)


def test_of_several_documents_one_that_cannot_be_read_is_told_and_the_others_are_checked(
    tmp_path: Path, tf1_python: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "cut.ipynb").write_text('{"cells": [{"source": "import tensorflow', encoding="utf-8")
    (tmp_path / "good.md").write_bytes(_SAMPLE.read_bytes())
    code, out, err = said(capsys, "check", tmp_path, "--python", tf1_python)
    assert (code, err.count("\n")) == (2, 1)
    assert err.startswith(f"harness: {tmp_path / 'cut.ipynb'}")
    assert "1 of 1 examples hold" in out.splitlines()


def test_import_writes_a_case_that_runs(
    tmp_path: Path, tf1_python: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    code, out, err = said(capsys, "import", _SAMPLE, "--case", "mine", "--python", tf1_python)
    assert (code, err) == (0, "")
    assert out.splitlines()[-1] == "mine:graph  identical"
    assert (tmp_path / "golden/mine/documented.log").read_text(encoding="utf-8").count("\n") == 6
    toml = (tmp_path / "cases/mine/case.toml").read_text(encoding="utf-8")
    assert 'note = "indented_code"' in toml
    assert "template = " in toml
    assert "def trace():" in (tmp_path / "cases/mine/graph.py").read_text(encoding="utf-8")
    # The first run of pytest writes the golden trace and fails, the second holds against it.
    words = [sys.executable, "-m", "pytest", "-q", "cases", f"--python={tf1_python}"]
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 1
    assert (tmp_path / "golden/mine/graph.csv").is_file()
    assert subprocess.run(words, cwd=tmp_path, capture_output=True, check=False).returncode == 0


def test_import_overwrites_no_case(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "cases/mine").mkdir(parents=True)
    code, _, err = said(capsys, "import", _SAMPLE, "--case", "mine")
    assert code == 2
    assert "is there already" in err


def test_import_asks_which_example_where_there_are_several(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    one = "```python\nimport tensorflow as tf\nprint('w %d' % 1)\n```\n\n```\nw 1\n```\n\n"
    (tmp_path / "two.md").write_text(one + one, encoding="utf-8")
    code, _, err = said(capsys, "import", "two.md", "--case", "mine")
    assert code == 2
    assert "has 2 examples with a log; choose one: --block 1 (line 2), --block 2 (line 11)" in err
    assert not (tmp_path / "cases").exists()


def test_the_name_of_a_case_is_no_path(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, _, err = said(capsys, "import", _SAMPLE, "--case", "../mine")
    assert code == 2
    assert "a case is named by letters" in err
