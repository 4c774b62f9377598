"""Whole scripts, drafted to eager TF2 and run beside their originals: every number is held, from the same start."""

from pathlib import Path

import pytest

from harness.cli import main

SCRIPTS = Path(__file__).parents[1] / "scripts" / "eager"
ROOT = Path(__file__).parents[3]


@pytest.mark.long
@pytest.mark.parametrize(
    "name",
    [
        "accumulated",
        "added_layers",
        "adversaries",
        "averaged",
        "cells",
        "clipped",
        "clusters",
        "collected_losses",
        "decayed",
        "estimator",
        "fed_by_functions",
        "fed_data",
        "in_main",
        "interactive",
        "lengths",
        "normalized",
        "slim_layers",
        "stacked",
        "started_anew",
        "tied",
        "two_graphs",
        "unknown_time",
        "warm_start",
    ],
)
def test_the_draft_of_a_script_computes_what_the_script_does(name: str, tmp_path: Path) -> None:
    asked = ["port", f"{SCRIPTS / name}.py@1.15", "--to", "eager", "--seed", "7", "--root", str(ROOT)]
    assert main([*asked, "--output", str(tmp_path / "draft.py")]) == 0
