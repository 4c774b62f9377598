"""Whole scripts, drafted to Keras and run beside their originals: every number is held, from the same start."""

from pathlib import Path

import pytest

from harness.cli import main

SCRIPTS = Path(__file__).parents[1] / "scripts" / "keras"
ROOT = Path(__file__).parents[3]


@pytest.mark.long
@pytest.mark.parametrize("name", ["dense", "digits", "dropped", "normalised", "two_layers"])
def test_the_model_of_a_script_computes_what_the_script_does(name: str, tmp_path: Path) -> None:
    asked = ["port", f"{SCRIPTS / name}.py@1.15", "--to", "keras", "--stand-in", "--seed", "7", "--root", str(ROOT)]
    assert main([*asked, "--output", str(tmp_path / "draft.py")]) == 0
