"""``--env NAME``: a run gets no more of the caller's environment than it needs, unless it is named."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main
from harness.results.store import read_results
from tests.projects import write_project
from tests.small_cases import GOLDEN, case, project
from tests.small_cases import SCRIPT as SMALL

SCRIPT = "import os\n\n\ndef trace():\n    yield {'step': 1, 'w': float(os.environ.get('TF_VAR_rate', '0.25'))}\n"
PLAIN = "import os\nprint('w', os.environ.get('TF_VAR_rate', '0.25'))\n"
WITHOUT, WITH = "w 0.25\n", "w 0.5\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a script and logs; the working directory. The variable is set to 0.5."""
    write_project(tmp_path, {"x.py": PLAIN, "without.log": WITHOUT, "with.log": WITH})
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TF_VAR_rate", "0.5")
    return tmp_path


@pytest.mark.parametrize(("words", "log"), [([], "without.log"), (["--env", "TF_VAR_rate"], "with.log")])
def test_compare_hands_on_what_is_named(words: list[str], log: str, folder: Path, tf2_python: Path) -> None:
    assert main(["compare", log, "x.py", "--right-python", str(tf2_python), "--no-experiments", *words]) == 0


def test_run_hands_on_what_is_named_and_records_nothing_of_it(folder: Path, tf2_python: Path) -> None:
    project(folder, case("one", script=SCRIPT, log="1 0.500\n"))
    main(["run", "--python", str(tf2_python), "--results", "results", "--env", "TF_VAR_rate", "--no-experiments"])
    [path] = (folder / "results").iterdir()
    [result] = read_results(path).results
    assert (result.by_log.agreeing, result.by_log.expected) == (1, 1)
    assert "TF_VAR_rate" not in path.read_text()


@pytest.mark.parametrize("verb", [["run"], ["compare", "with.log", "x.py"], ["bisect", "x.py"]])
def test_a_name_that_is_not_set_is_a_mistake(verb: list[str], folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project(folder, case("one"), {"tox.ini": "[tox]\nenv_list = tf2.21\n"})
    assert main([*verb, "--env", "TF_VAR_rat"]) == 2
    assert "--env TF_VAR_rat: there is no such environment variable" in capsys.readouterr().err


def test_pytest_hands_on_what_is_named(
    inner: Callable[..., pytest.RunResult], pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TF_VAR_rate", "0.5")
    project(pytester.path, case("one", script="import os\nassert 'TF_VAR_rate' in os.environ\n" + SMALL, golden=GOLDEN))
    assert inner("cases", "--env", "TF_VAR_rate").ret == pytest.ExitCode.OK
    without = inner("cases", "--no-experiments")
    assert without.ret == pytest.ExitCode.TESTS_FAILED
    assert "graph.py:2: AssertionError" in without.stdout.str()
    assert inner("cases", "--env", "TF_VAR_rat").ret == pytest.ExitCode.USAGE_ERROR
