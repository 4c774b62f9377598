"""Specification of the helpers that a port to tf.compat.v1 gets: each computes what the function of tf.contrib does for
which it stands, with its names of variables."""

import subprocess
from pathlib import Path

import pytest

from harness.porting.compat.contrib import CONTRIB
from harness.porting.compat.imports import _HELPERS
from tests.conftest import ROOT, tensorflow_pythons

CHECK = ROOT / "tests" / "porting" / "scripts" / "helpers_check.py"
# Moving averages are updated by ops of another order.
ONE_ULP = 2.0**-23


def test_every_rule_with_a_helper_has_one() -> None:
    there = {path.stem for path in Path(_HELPERS).glob("*.py")} | {"add_arg_scope"}
    assert {rule.helper for rule in CONTRIB.values() if rule.helper} - there == set()


@pytest.mark.long
def test_each_computes_what_tf_contrib_computes() -> None:
    python = tensorflow_pythons().get("tf1.15")
    if python is None:
        pytest.skip("needs tf1.15")
    done = subprocess.run([python, CHECK, _HELPERS], capture_output=True, text=True, timeout=300, check=True)
    rows = [[word.strip() for word in line.split("|")] for line in done.stdout.splitlines() if "|" in line]
    assert len(rows) == 53
    assert [row for row in rows if row[1] != "same names"] == []
    assert [row for row in rows if not float(row[2]) <= ONE_ULP] == []
    assert [row[0] for row in rows if float(row[2])] == [
        "batch_norm",
        "batch_norm nocenter",
        "bn tensor",
        "alpha_dropout",
    ]
