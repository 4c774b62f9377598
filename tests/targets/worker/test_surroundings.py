"""What a script finds around it is what ``python script.py`` would give it, in a fork as in a process of its own."""

import sys
from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, Run, Write, request_for, value
from tests.targets.worker.scenarios import GOOD

HOST = Path(sys.executable)
MODULES = ("bisect", "trace", "template", "encode", "server", "child", "script", "run", "stream", "start", "processes")


@pytest.mark.parametrize(
    "name", ["with-hyphen.py", "with space.py", "größe ↓.py", "random.py", "plain", "sub/bisect.py"]
)
def test_a_script_may_have_any_name(name: str, run: Run) -> None:
    outcome = run(
        "import random, bisect\ndef trace():\n    yield {'x': bisect.bisect([1, 2], random.randint(5, 6))}\n", name
    )
    assert value(outcome, "x") == 2


def test_a_script_finds_its_sibling(run: Run, write: Write, tmp_path: Path) -> None:
    write("def number(): return 7\n", "sibling.py")
    assert value(run("import sibling\ndef trace():\n    yield {'x': sibling.number()}\n"), "x") == 7
    assert not list(tmp_path.rglob("__pycache__"))


def test_a_changed_sibling_is_read_anew(run: Run, write: Write) -> None:
    for number in (1, 2):
        write(f"x = {number}\n", "sibling.py")
        assert value(run("import sibling\ndef trace():\n    yield {'x': sibling.x}\n"), "x") == number


@pytest.mark.parametrize("sibling", [False, True])
def test_no_module_of_the_worker_stands_in_for_another(sibling: bool, run: Run, write: Write) -> None:
    for name in MODULES if sibling else ():
        write("", f"{name}.py")
    source = (
        "import importlib\ndef trace():\n    found = {}\n    for name in %r:\n"
        "        try: found[name] = importlib.import_module(name).__file__\n"
        "        except ImportError: found[name] = ''\n    yield found\n"
    )
    outcome = run(source % (MODULES,), "graph.py")
    assert outcome.failure is None, outcome.failure
    for name, found in outcome.trace.records[0].items():
        assert "harness/targets/worker" not in str(found.items[0]), name
        assert not sibling or name in ("bisect", "trace") or str(found.items[0]).endswith(f"{name}.py")


def test_what_a_script_defines_can_be_pickled_and_inspected(run: Run) -> None:
    outcome = run(
        "import pickle, inspect\nclass Point: x = 1\ndef trace():\n"
        "    yield {'x': pickle.loads(pickle.dumps(Point())).x, 'source': inspect.getsource(Point)}\n",
        "points.py",
    )
    assert value(outcome, "source") == "class Point: x = 1\n"


def test_a_plain_script_is_main(run: Run) -> None:
    outcome = run(
        "import sys\nprint(__name__, sys.modules['__main__'].__file__ == __file__ == sys.argv[0], sys.argv[1:])\n"
    )
    assert outcome.stdout == "__main__ True []\n"


@pytest.mark.parametrize(
    "source",
    [
        "def records():\n    yield {'x': 1}\ntrace = records\n",
        "class Records:\n    def __call__(self):\n        yield {'x': 1}\ntrace = Records()\n",
        "if True:\n    def trace():\n        yield {'x': 1}\n",
        "try:\n    import nothing_of_that_name\nexcept ImportError:\n    trace = lambda: [{'x': 1}]\n",
        "from functools import partial\ntrace: object = partial(iter, [{'x': 1}])\n",
    ],
)
def test_however_a_script_comes_by_its_trace_it_is_called(source: str, run: Run) -> None:
    assert value(run(source), "x") == 1


@pytest.mark.parametrize(
    "source",
    [
        "trace = 5\nprint(__name__ != '__main__')\n",
        "def trace(): pass\ndel trace\nprint(True)\n",
        "if False:\n    def trace(): pass\nprint(True)\n",
        "trace = 5\nif __name__ == '__main__':\n    import sys\n    print(sys.modules['__main__'].trace == 5)\n",
        "if __name__ == '__main__':\n    trace = print\n    trace(True)\n",
        "def main():\n    trace = print\n    trace(True)\nmain()\n",
        "import sys\ntrace = 5\nprint(True)\nsys.exit(0)\n",
    ],
)
def test_a_script_that_has_the_name_for_something_else_is_a_plain_one(source: str, run: Run) -> None:
    outcome = run(source)
    assert (outcome.failure, outcome.stdout, len(outcome.trace)) == (None, "True\n", 1)


@pytest.mark.parametrize("body", ["yield {'x': 1}", "return [{'x': 1}]"])
def test_an_async_trace_is_refused_in_words(body: str, run: Run) -> None:
    outcome = run(f"async def trace():\n    {body}\n")
    assert outcome.failure is not None
    assert (outcome.failure.kind, outcome.failure.reason) == (
        "record",
        "trace() is an async def; make it a plain generator: def trace() that yields",
    )
    assert outcome.stderr == ""


def test_the_lines_under_main_are_not_run_in_a_script_with_a_trace(run: Run) -> None:
    outcome = run("def trace():\n    yield {'x': 1}\n\nif __name__ == '__main__':\n    raise SystemExit(1)\n")
    assert value(outcome, "x") == 1


def test_a_script_is_read_in_its_encoding(tmp_path: Path, worker: Worker) -> None:
    script = tmp_path / "latin.py"
    script.write_bytes("# -*- coding: latin-1 -*-\ndef trace():\n    yield {'x': 'größe'}\n".encode("latin-1"))
    assert value(worker.submit(request_for(script)).result(60), "x") == "größe"


def test_a_script_that_is_not_there_fails_alone(tmp_path: Path, worker: Worker, run: Run) -> None:
    failure = worker.submit(request_for(tmp_path / "none.py")).result(60).failure
    assert failure is not None
    assert failure.reason.startswith("FileNotFoundError: ")
    assert run("print('log')\n").failure is None


def test_what_is_meant_for_the_hosts_python_stays_there(
    monkeypatch: pytest.MonkeyPatch, write: Write, fake_tensorflow: Fake
) -> None:
    monkeypatch.setenv("PYTHONWARNINGS", "error")
    monkeypatch.setenv("PYTHONHOME", "/nowhere")
    monkeypatch.setenv("PYTHONHASHSEED", "7")
    script = write(
        "import sys\ndef trace():\n    yield {'warn': repr(sys.warnoptions), 'order': repr(set('abcdefgh'))}\n"
    )
    orders = set()
    environment = fake_tensorflow()
    for isolation in ("fork", "spawn"):
        with open_worker(HOST, Setup(isolation=isolation, environment=environment)) as worker:
            outcome = worker.submit(request_for(script)).result(60)
            assert value(outcome, "warn") == "[]"
            orders.add(value(outcome, "order"))
    assert len(orders) == 1


def test_variables_of_the_setup_reach_worker_and_script(write: Write, fake_tensorflow: Fake) -> None:
    environment = {**fake_tensorflow(), "TF_MINE": "7"}
    with open_worker(HOST, Setup(environment=environment)) as worker:
        assert worker.target.facts["environment"]["TF_MINE"] == "7"
        script = write("import os\ndef trace():\n    yield {'set': os.environ['TF_MINE']}\n")
        assert value(worker.submit(request_for(script)).result(60), "set") == "7"


def test_both_isolations_give_the_same(worker: Worker, tf2_python: Path, root: Path, write: Write) -> None:
    requests = [request_for(root / "cases" / "staircase_decay" / "eager.py"), request_for(write(GOOD, "good.py"))]
    with open_worker(tf2_python, Setup(jobs=2, isolation="spawn")) as spawning:
        spawned = [spawning.submit(request) for request in requests]
        forked = [worker.submit(request) for request in requests]
        for one, other in zip(forked, spawned, strict=True):
            first, second = one.result(60), other.result(60)
            assert first.failure is None
            assert second.failure is None
            assert first.trace.fingerprint() == second.trace.fingerprint()


@pytest.mark.parametrize("end", ["1 / 0", "import sys; sys.exit(3)", "os._exit(4)", "open('left', 'w')", "input()"])
def test_both_isolations_tell_the_same_of_an_end(end: str, write: Write, fake_tensorflow: Fake) -> None:
    script = write(f"import os\nprint(os.listdir('.'))\n{end}\n")
    environment = fake_tensorflow()
    outcomes = []
    for isolation in ("fork", "spawn"):
        with open_worker(HOST, Setup(isolation=isolation, environment=environment)) as worker:
            outcomes.append(worker.submit(request_for(script)).result(60))
    first, second = outcomes
    assert first.failure == second.failure
    assert first.stdout == second.stdout == "[]\n"


def test_a_spawned_runs_limit_does_not_count_the_import(write: Write, fake_tensorflow: Fake) -> None:
    setup = Setup(isolation="spawn", environment=fake_tensorflow("import time\ntime.sleep(1)\n"))
    with open_worker(HOST, setup) as worker:
        assert worker.submit(request_for(write("print('log')\n", "prints.py"), timeout=0.9)).result(60).failure is None
        outcome = worker.submit(request_for(write("while True: pass\n"), timeout=0.5)).result(60)
    assert outcome.failure is not None
    assert outcome.failure.reason == "still running after 0.5 s at script.py:1"
