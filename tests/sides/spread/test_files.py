"""Specification of files that both sides wrote, where rounding alone may have made the difference."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main

# What it trains grows by half in each step, and so does what a rounding made of it; what it prints shows none of that.
GROWING = """
import numpy as np
import tensorflow as tf
tf = getattr(getattr(tf, "compat", tf), "v1", tf)
getattr(tf, "disable_v2_behavior", lambda: None)()
w = tf.Variable([0.3, 0.7, 1.1])
train = tf.train.GradientDescentOptimizer(0.25).minimize(-tf.reduce_sum(w * w))
with tf.Session() as session:
    session.run(tf.global_variables_initializer())
    for step in range(12):
        session.run(train)
    values = session.run(w)
print("trained for %d steps" % (step + 1))
np.savez("weights.npz", w=values, steps=np.array([12]))
with open("weights.csv", "w") as file:
    file.write("%.9g,%.9g,%.9g\\n" % tuple(values))
"""


Compare = Callable[..., tuple[int, list[str]]]


@pytest.fixture
def compare(
    tmp_path: Path, tf2_python: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Compare:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "old.py").write_text(GROWING)

    def held(start: str, *options: str) -> tuple[int, list[str]]:
        (tmp_path / "new.py").write_text(GROWING.replace("0.7,", start))
        sides = ["--left-python", str(tf2_python), "--right-python", str(tf2_python)]
        code = main(["compare", "old.py", "new.py", *sides, *options])
        lines = capsys.readouterr().out.splitlines()
        first = next(at for at, line in enumerate(lines) if line.startswith("weights.csv"))
        return code, [line.strip() for line in lines[first:]]

    return held


def test_files_within_what_rounding_makes_of_them_are_amplified(compare: Compare) -> None:
    code, lines = compare("0.7000001,", "--samples", "4")
    assert code == 0
    assert lines == [
        "weights.csv: amplified, 1 of 1 lines agree",
        "within what one ULP at the start does to it (4 samples)",
        "weights.npz: amplified, 2 of 2 arrays agree",
        "within what one ULP at the start does to it (4 samples)",
    ]


def test_files_beyond_it_have_diverged(compare: Compare) -> None:
    code, lines = compare("0.700006,", "--samples", "4")
    assert code == 1
    assert [line for line in lines if line.startswith(("weights", "beyond"))] == [
        lines[0],
        "beyond what one ULP at the start does to it (4 samples)",
        "weights.npz: diverged, 1 of 2 arrays agree",
        "beyond what one ULP at the start does to it (4 samples)",
    ]
    assert lines[0].startswith("weights.csv: diverged, 0 of 1 lines agree")


def test_without_samples_it_is_said_how_to_have_them(compare: Compare) -> None:
    code, lines = compare("0.7000001,")
    assert code == 1
    assert lines.count("--samples 8 measures whether rounding alone makes that of it") == 2
