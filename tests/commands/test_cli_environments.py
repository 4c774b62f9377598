"""``harness env``: the interpreter of an environment, and what who waits for it is told."""

import time
from pathlib import Path

import pytest

from harness.cli import main
from harness.commands import env


@pytest.mark.parametrize(("patience", "told"), [(0.0, True), (60.0, False)])
def test_who_waits_is_told_for_what_and_nothing_of_it_is_output(
    patience: float, told: bool, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def made(_root: Path, _release: str) -> Path:
        time.sleep(0.2)
        return Path("/there/bin/python")

    monkeypatch.setattr(env, "_AT_ONCE_SECONDS", patience)
    monkeypatch.setattr(env, "tox_environment", made)
    assert main(["env", "--tf", "1.15"]) == 0
    out, err = capsys.readouterr()
    assert out == "/there/bin/python\n"
    assert ("making an environment with TensorFlow 1.15" in err) is told
