"""Whole scripts with classes, drafted to eager TF2 and run beside their originals: every number is held."""

from pathlib import Path

import pytest

from harness.cli import main

ROOT = Path(__file__).parents[4]
SCRIPTS = ROOT / "tests" / "porting" / "scripts" / "eager"


@pytest.mark.long
@pytest.mark.parametrize("name", ["epochs", "estimator_class", "letters", "parts", "players", "ratings", "twins"])
def test_the_draft_of_a_script_with_a_class_computes_what_the_script_does(name: str, tmp_path: Path) -> None:
    asked = ["port", f"{SCRIPTS / name}.py@1.15", "--to", "eager", "--seed", "7", "--root", str(ROOT)]
    assert main([*asked, "--output", str(tmp_path / "draft.py")]) == 0
