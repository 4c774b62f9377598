"""The laboratory runs a side again with one thing changed: what is changed, where it runs, and what it says when it
cannot. Only what needs TensorFlow itself runs in it; the rest in the host's Python with a module of that name."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.diagnose.evidence.gather import gather
from harness.diagnose.evidence.run_side import side_of_outcome
from harness.diagnose.experiments.experiment import try_out
from harness.diagnose.experiments.laboratory import Laboratory
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.logs.template import parse_template
from harness.targets.outcome import Failure
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import open_worker
from harness.words.finding import Change, Place
from harness.words.trace import Trace, Value
from tests.diagnose.conftest import RunScript
from tests.traces import column

HOST = Path(sys.executable)
EXACT = Tolerances(Tolerance(ulps=0), {})
TRACE = """
import os

def trace(rate=0.5, steps=3):
    w = 4.0
    for step in range(steps):
        w = w - rate * w
        yield {"w": w, "setting": os.environ.get("TF_SETTING", "none"), "pid": str(os.getppid())}
"""

Make = Callable[..., Side]


@pytest.fixture
def setup(tmp_path: Path) -> Setup:
    """TensorFlow is an empty module: a worker starts in no time."""
    folder = tmp_path / "fake" / "tensorflow"
    (folder / "compat").mkdir(parents=True)
    (folder / "__init__.py").write_text("__version__ = '2.0'\n", encoding="utf-8")
    (folder / "compat" / "__init__.py").touch()
    (folder / "compat" / "v1.py").touch()
    return Setup(environment={"PYTHONPATH": str(folder.parent)})


@pytest.fixture
def lab(setup: Setup) -> Iterator[Laboratory]:
    with Laboratory(setup) as lab:
        yield lab


@pytest.fixture
def side(tmp_path: Path) -> Make:
    """Make a side that has not been run yet."""

    def make(source: str = TRACE, timeout: float = 20.0, template: str | None = None, **parameters: Any) -> Side:
        script = tmp_path / "script.py"
        script.write_text(source, encoding="utf-8")
        request = Request(script, parameters, timeout, 8192 * MEBIBYTE, MEBIBYTE)
        return Side("new", (), origin=Origin(HOST, request, parse_template(template) if template else None))

    return make


def done(given: Side | Failure) -> Side:
    assert isinstance(given, Side), given
    return given


def why(given: Side | Failure) -> str:
    assert isinstance(given, Failure), given
    return given.reason


def column_of(given: Side | Failure, name: str = "w") -> list[object]:
    trace = done(given).trace
    assert trace is not None
    return [record[name].items[0] for record in trace.records]


def test_a_change_that_names_nothing_runs_the_side_as_it_is(lab: Laboratory, side: Make) -> None:
    given = done(lab.run(side(template="w is %(w)f", rate=0.25), Change("again"), side()))
    assert column_of(given) == [3.0, 2.25, 1.6875]
    assert given.lines == ("w is 3.000000", "w is 2.250000", "w is 1.687500")
    assert (given.name, given.tensorflow, given.source, given.failure) == ("new", "2.0", TRACE, None)
    assert given.python == ".".join(map(str, sys.version_info[:3]))


def test_records_without_a_template_are_lines_of_names_and_values(lab: Laboratory, side: Make) -> None:
    source = "import numpy\ndef trace():\n    yield {'step': 1, 'w': numpy.float32([0.5, 2])}\n"
    one = side(source)
    assert done(lab.run(one, Change("again"), one)).lines == ("step: 1, w[0]: 0.5, w[1]: 2.0",)


def test_a_script_that_prints_is_a_side_of_lines(lab: Laboratory, side: Make) -> None:
    one = side("print('loss is 0.5  ')\nprint()\nprint('end')\n")
    given = done(lab.run(one, Change("again"), one))
    assert given.lines == ("loss is 0.5", "end")
    assert given.trace is None


def test_parameters_go_on_top_of_the_sides_own(lab: Laboratory, side: Make) -> None:
    changed = Change("steps=1", parameters={"steps": 1})
    assert column_of(lab.run(side(rate=0.25), changed, side())) == [3.0]


def test_a_text_stands_in_for_the_scripts_own(lab: Laboratory, side: Make) -> None:
    other = TRACE.replace("4.0", "8.0")
    given = done(lab.run(side(), Change("from 8", source=other), side()))
    assert column_of(given) == [4.0, 2.0, 1.0]
    assert given.source == other


def test_environment_variables_make_another_worker_that_is_kept(lab: Laboratory, side: Make) -> None:
    changed = Change("TF_SETTING=0", environment={"TF_SETTING": "0"})
    first, second, plain = (lab.run(side(), change, side()) for change in (changed, changed, Change("again")))
    assert column_of(first, "setting") == ["0"] * 3
    assert column_of(plain, "setting") == ["none"] * 3
    assert column_of(first, "pid") == column_of(second, "pid") != column_of(plain, "pid")


def test_a_worker_that_is_lent_is_used_and_left_open(setup: Setup, side: Make) -> None:
    one = side()
    assert one.origin is not None
    with open_worker(HOST, setup) as worker:
        with Laboratory(setup) as lab:
            lab.lend(HOST, worker)
            given = lab.run(one, Change("again"), one)
        outcome = worker.submit(one.origin.request).result()
        after = side_of_outcome("after", worker.target, one.origin, outcome)
    assert column_of(given, "pid") == column_of(after, "pid")


def test_elsewhere_is_the_interpreter_of_the_other_side(
    tf2_python: Path, tf1_python: Path, tmp_path: Path, side: Make
) -> None:
    one = side("import tensorflow\nprint(tensorflow.__version__)\n")
    assert one.origin is not None
    new = Side("new", (), origin=Origin(tf2_python, one.origin.request))
    old = Side("old", (), origin=Origin(tf1_python, one.origin.request))
    with Laboratory() as lab:
        given = done(lab.run(new, Change("the old release", elsewhere=True), old))
    assert given.lines == (given.tensorflow,)
    assert given.tensorflow.startswith(("0.", "1."))
    assert given.origin is not None and given.origin.python == tf1_python


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_one_processor_gives_tensorflow_one_thread(tf2_python: Path, side: Make, isolation: str) -> None:
    source = "import os\nprint(len(os.sched_getaffinity(0)))\n"
    one = side(source)
    assert one.origin is not None
    one = Side("new", (), origin=Origin(tf2_python, one.origin.request))
    with Laboratory(Setup(isolation=isolation)) as lab:
        assert done(lab.run(one, Change("one thread", one_cpu=True), one)).lines == ("1",)


def test_a_changed_script_that_fails_gives_the_reason(lab: Laboratory, side: Make) -> None:
    changed = Change("a mistake", source="\n1 / 0\n")
    assert why(lab.run(side(), changed, side())) == "script.py:2: ZeroDivisionError: division by zero"


def test_a_patch_that_does_not_exist_is_told(lab: Laboratory, side: Make) -> None:
    assert why(lab.run(side(), Change("?", patch="no_such"), side())) == "there is no patch named no_such"


def test_a_log_cannot_be_run(lab: Laboratory, side: Make) -> None:
    log = Side("old.log", ("1",))
    assert why(lab.run(log, Change("again"), side())) == "old.log is a log, which cannot be run"
    assert why(lab.run(side(), Change("there", elsewhere=True), log)) == "old.log is a log and has no interpreter"


def test_an_interpreter_that_cannot_be_used_is_told(lab: Laboratory, side: Make) -> None:
    one = side()
    assert one.origin is not None
    gone = Side("old", (), origin=Origin(Path("/no/such/python"), one.origin.request))
    assert why(lab.run(one, Change("there", elsewhere=True), gone)) == "--python /no/such/python does not exist"


def test_no_experiment_is_done_when_the_time_is_up(setup: Setup, side: Make) -> None:
    endless = side("import time\nprint('x')\ntime.sleep(100)\n", timeout=90.0)
    with Laboratory(setup, budget=3.0) as lab:
        assert why(lab.run(endless, Change("again"), endless)) == "stopped: the 3 s for experiments are used up"
        assert 2.0 < lab.spent < 10.0
        assert why(lab.run(side(), Change("again"), side())) == "not done: the 3 s for experiments are used up"


def test_an_experiment_counts_the_numbers_that_agree_then(lab: Laboratory, side: Make) -> None:
    left = Side("old", (), Trace(tuple({"w": Value("float", (), (item,))} for item in (3.0, 2.25, 1.6875))))
    right = done(lab.run(side(), Change("again"), side()))
    evidence = gather(left, right, EXACT)
    experiment = try_out(evidence, Change("rate 0.25", parameters={"rate": 0.25}), lab)
    assert (experiment.before, experiment.agreeing, experiment.total) == (0, 3, 3)
    assert experiment.explains_all
    fewer = try_out(evidence, Change("2 steps", parameters={"rate": 0.25, "steps": 2}), lab)
    assert (fewer.before, fewer.agreeing, fewer.total) == (0, 2, 3)
    assert not fewer.explains_all
    failed = try_out(evidence, Change("no rate", parameters={"rate": "no"}), lab)
    assert failed.failed.startswith("script.py:7: TypeError: ")
    assert not failed.explains_all


def test_an_experiment_on_the_left_side_leaves_the_right_one(lab: Laboratory, side: Make) -> None:
    left = done(lab.run(side(), Change("again"), side()))
    right = Side("new", (), column([3.0, 2.25, 1.6875]))
    experiment = try_out(gather(left, right, EXACT), Change("", side=Place.LEFT, parameters={"rate": 0.25}), lab)
    assert (experiment.side, experiment.before, experiment.agreeing, experiment.total) == ("left", 0, 3, 3)


def test_a_changed_text_reaches_autograph(run_script: RunScript, laboratory: Laboratory, tmp_path: Path) -> None:
    # AutoGraph reads the text of a function from its file, not from what was compiled.
    source = (
        "import tensorflow as tf\n@tf.function\ndef f(x):\n    if x > 0:\n        return x * 2.0\n    return x\n"
        "print(float(f(tf.constant(3.0))))\n"
    )
    script = tmp_path / "function.py"
    script.write_text(source, encoding="utf-8")
    one = run_script(script, "tf2.15")
    assert one.lines == ("6.0",)
    changed = laboratory.run(one, Change("5", source=source.replace("2.0", "5.0")), one)
    assert done(changed).lines == ("15.0",)
