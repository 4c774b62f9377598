"""How far variables are apart, step by step, beside how far one ULP moves them."""

from pathlib import Path

from harness.cases.suite import read_suite
from harness.releases.shipped import own_root
from harness.sides.observing.paths import VariablePath, variable_paths
from harness.sides.observing.watch import watch_sides
from harness.sides.run import run_sides
from harness.sides.words import Project, read_side
from harness.targets.target import Limits, Setup


def _path(left: str, right: str, left_python: Path, right_python: Path) -> VariablePath:
    project = Project(own_root, lambda: read_suite(own_root()))
    one = read_side(left, "--left", left_python, project, Limits())
    other = read_side(right, "--right", right_python, project, Limits())
    with run_sides(one, other, Setup(jobs=2)) as sides:
        watched = watch_sides(sides)
        assert watched is not None
        (path,) = variable_paths(sides, watched)
    return path


def test_a_port_that_follows_another_rule_leaves_the_spread_at_its_step(tf1_python: Path, tf2_python: Path) -> None:
    path = _path("momentum_dropping_rate:graph", "pitfalls/keras_momentum:eager", tf1_python, tf2_python)
    assert path.steps == tuple(range(10))
    assert path.apart[:5] == (0.0, 0.0, 0.0, 0.0, 0.0)
    assert all(each > 0.1 for each in path.apart[5:])
    # Each step was moved, and none by much more than a bit.
    assert all(each is not None and 0 < each < 1e-5 for each in path.spread)


def test_a_port_that_computes_the_same_stays_within_it(tf1_python: Path, tf2_python: Path) -> None:
    path = _path("fixed_rate_0_3:graph", "fixed_rate_0_3:eager", tf1_python, tf2_python)
    assert len(path.steps) == 40
    assert all(each <= 1e-6 for each in path.apart)
