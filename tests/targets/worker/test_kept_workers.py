"""What the tests share: a worker's process is handed on only where nobody could tell it from one of their own."""

import os
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.kept_workers import KeptWorkers
from tests.targets.worker.conftest import Fake, Write, alive, request_for, value

HOST = Path(sys.executable)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> Iterator[KeptWorkers]:
    kept = KeptWorkers([HOST])
    monkeypatch.setattr("harness.targets.workers.connect", kept.connect)
    yield kept
    kept.close()


@pytest.fixture
def setup(fake_tensorflow: Fake, kept: KeptWorkers) -> Setup:
    return Setup(environment=fake_tensorflow())


@pytest.fixture
def tells(write: Write) -> Path:
    """A script whose record says in which worker it runs, the parent of its process, and with which variable."""
    return write("import os\ndef trace():\n    yield {'server': os.getppid(), 'set': os.environ.get('TF_MINE', '')}\n")


def server(worker: Worker, script: Path) -> int:
    found = value(worker.submit(request_for(script)).result(60), "server")
    assert isinstance(found, int)
    return found


def server_of(setup: Setup, script: Path) -> int:
    with open_worker(HOST, setup) as worker:
        return server(worker, script)


def worker_of(setup: Setup, kept: KeptWorkers) -> str:
    """The folder of a worker, which tells it from any other, also where its runs are processes of their own."""
    link, _ = kept.connect(HOST, setup)
    link.end(at_once=False)
    link.dispose()
    return link.folder


def test_a_process_that_was_given_back_is_used_again(setup: Setup, tells: Path) -> None:
    assert server_of(setup, tells) == server_of(setup, tells)


def test_two_at_once_have_a_process_each(setup: Setup, tells: Path) -> None:
    with open_worker(HOST, setup) as one, open_worker(HOST, setup) as other:
        assert server(one, tells) != server(other, tells)


@pytest.mark.parametrize("change", [{"isolation": "spawn"}, {"one_cpu": True}, {"untold": ("TF_MINE",)}])
def test_another_setup_has_another_process(change: dict[str, Any], setup: Setup, kept: KeptWorkers) -> None:
    first = worker_of(setup, kept)
    assert worker_of(replace(setup, **change), kept) != first
    assert worker_of(setup, kept) == first


def test_other_variables_have_another_process(setup: Setup, tells: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = server_of(setup, tells)
    monkeypatch.setenv("TF_CPP_MIN_LOG_LEVEL", "1")
    assert server_of(setup, tells) != first
    monkeypatch.delenv("TF_CPP_MIN_LOG_LEVEL")
    assert server_of(setup, tells) == first
    with open_worker(HOST, Setup(environment={**setup.environment, "TF_MINE": "7"})) as worker:
        outcome = worker.submit(request_for(tells)).result(60)
    assert value(outcome, "set") == "7"
    assert value(outcome, "server") != first


def test_the_next_one_runs_as_many_side_by_side_as_it_says(setup: Setup, tells: Path, write: Write) -> None:
    first = server_of(setup, tells)
    meets = write(
        "import os, time\nopen(os.path.join(os.path.dirname(__file__), str(os.getpid())), 'w').close()\n"
        "while len(os.listdir(os.path.dirname(__file__))) < 3: time.sleep(0.01)\n"
        "def trace():\n    yield {'server': os.getppid()}\n",
        "apart/meets.py",
    )
    with open_worker(HOST, Setup(jobs=2, environment=setup.environment)) as worker:
        runs = [worker.submit(request_for(meets)) for _ in range(2)]
        assert [value(run.result(60), "server") for run in runs] == [first, first]


def test_a_process_with_a_run_under_way_is_ended_with_it(setup: Setup, tells: Path, write: Write) -> None:
    waits = write("import time\ntime.sleep(1000)\n", "waits.py")
    with open_worker(HOST, setup) as worker:
        first = server(worker, tells)
        run = worker.submit(request_for(waits))
    failure = run.result(60).failure
    assert failure is not None
    assert failure.reason == "the worker was closed before this had run"
    assert not alive(first)
    assert server_of(setup, tells) != first


def test_a_process_that_died_is_not_handed_on(setup: Setup, tells: Path) -> None:
    first = server_of(setup, tells)
    os.kill(first, signal.SIGKILL)
    assert server_of(setup, tells) != first


def test_an_interpreter_that_is_not_named_is_not_kept(
    fake_tensorflow: Fake, tells: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("harness.targets.workers.connect", KeptWorkers([]).connect)
    setup = Setup(environment=fake_tensorflow())
    assert server_of(setup, tells) != server_of(setup, tells)


def test_what_is_set_aside_is_not_kept(setup: Setup, kept: KeptWorkers, tells: Path) -> None:
    first = server_of(setup, tells)
    with kept.aside():
        assert server_of(setup, tells) != first
    assert server_of(setup, tells) == first


def test_in_the_end_none_is_left(setup: Setup, kept: KeptWorkers, tells: Path) -> None:
    first = server_of(setup, tells)
    assert alive(first)
    kept.close()
    assert not alive(first)
