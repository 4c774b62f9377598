"""The worker itself dies, is stopped, or loses its host: one run fails, all others go on, no process is left."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from harness.targets.answer import read_outcome
from harness.targets.outcome import Outcome
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from harness.words.errors import UsageError
from tests.processes import killed_on_failure
from tests.targets.worker.conftest import Fake, Write, alive, request_for
from tests.targets.worker.scenarios import GOOD

HOST = Path(sys.executable)
PRINTS = "print('log')\n"
# Starts a process in a session of its own, tells who is there, goes on for ever.
STAYS = """\
import os, subprocess, time
child = subprocess.Popen(['sleep', '1000'], start_new_session=True)
with open({mark!r} + '.new', 'w') as file:
    file.write('%d %d %d %s' % (child.pid, os.getpid(), os.getppid(), os.getcwd()))
os.rename({mark!r} + '.new', {mark!r})
time.sleep(1000)
"""
DIES_OF_A_REQUEST = """\
import json, os
load = json.loads
json.loads = lambda text: os._exit(7) if 'script' in text else load(text)
"""
KILLS = "import os\nos.kill(os.getppid(), 9)\nimport time\ntime.sleep(1000)\n"


def until(true: Callable[[], bool], seconds: float = 20.0) -> bool:
    """Wait for something to become true."""
    end = time.monotonic() + seconds
    while not true() and time.monotonic() < end:
        time.sleep(0.02)
    return true()


def run_all(setup: Setup, *scripts: Path, python: Path = HOST) -> list[Outcome]:
    with open_worker(python, setup) as worker:
        return [future.result(60) for future in [worker.submit(request_for(script, 1.0)) for script in scripts]]


def kinds(outcomes: list[Outcome]) -> list[str | None]:
    return [outcome.failure.kind if outcome.failure else None for outcome in outcomes]


def test_a_script_that_kills_the_worker_fails_alone(tf2_python: Path, write: Write) -> None:
    good, kills = write(GOOD, "good.py"), write(KILLS, "kills.py")
    with open_worker(tf2_python, Setup()) as worker:
        futures = [worker.submit(request_for(script)) for script in (good, kills, good)]
        outcomes = [future.result(120) for future in futures]
    assert kinds(outcomes) == [None, "worker", None]
    assert len({outcome.trace.fingerprint() for outcome in outcomes}) == 2
    failure = outcomes[1].failure
    assert failure is not None
    assert failure.reason == "the worker process died (killed by SIGKILL) while this ran"


@pytest.mark.parametrize("jobs", [1, 2, 4])
def test_every_killer_is_found_among_the_runs_beside_it(jobs: int, write: Write, fake_tensorflow: Fake) -> None:
    prints, kills = write(PRINTS, "prints.py"), write(KILLS, "kills.py")
    scripts = [prints, kills, kills, prints, prints, kills, prints]
    outcomes = run_all(Setup(jobs=jobs, environment=fake_tensorflow()), *scripts)
    assert kinds(outcomes) == ["worker" if script == kills else None for script in scripts]


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGUSR2, signal.SIGCHLD])
def test_other_signals_to_the_worker_cost_no_other_run(
    number: signal.Signals, write: Write, fake_tensorflow: Fake
) -> None:
    sends = write(f"import os\nos.kill(os.getppid(), {int(number)})\nprint('log')\n", "sends.py")
    first, second = run_all(Setup(environment=fake_tensorflow()), sends, write(PRINTS))
    assert second.failure is None
    if number in (signal.SIGINT, signal.SIGCHLD):
        assert first.failure is None


def test_a_stopped_worker_is_noticed_and_replaced(write: Write, fake_tensorflow: Fake) -> None:
    # More requests than the pipe to a worker that reads nothing can hold: nobody may be stuck in writing them.
    stops = write("import os, signal, time\nos.kill(os.getppid(), signal.SIGSTOP)\ntime.sleep(1000)\n", "stops.py")
    big = replace(request_for(write(PRINTS)), parameters={"ballast": "x" * 100_000})
    with open_worker(HOST, Setup(environment=fake_tensorflow(), grace=0.5)) as worker:
        futures = [worker.submit(request) for request in (request_for(stops, 1.0), big, big)]
        outcomes = [future.result(60) for future in futures]
    assert kinds(outcomes) == ["worker", None, None]


def test_what_a_killed_worker_leaves_in_other_sessions_is_killed(write: Write, fake_tensorflow: Fake) -> None:
    mark = write("", "pid")
    script = write(
        "import os, subprocess\npid = subprocess.Popen(['sleep', '1000'], start_new_session=True).pid\n"
        f"open({os.fspath(mark)!r}, 'w').write('%d %d' % (pid, os.getpid()))\n" + KILLS,
    )
    assert kinds(run_all(Setup(environment=fake_tensorflow()), script)) == ["worker"]
    assert not any(alive(int(pid)) for pid in mark.read_text().split())


def test_a_worker_that_dies_with_every_run_fails_every_run(write: Write, fake_tensorflow: Fake) -> None:
    dies = "import os\nos.register_at_fork(before=lambda: os._exit(7))\n"
    outcomes = run_all(Setup(environment=fake_tensorflow(dies)), *[write(PRINTS)] * 4)
    assert kinds(outcomes) == ["worker"] * 4


def test_a_worker_that_dies_before_any_run_is_given_up(write: Write, fake_tensorflow: Fake) -> None:
    outcomes = run_all(Setup(environment=fake_tensorflow(DIES_OF_A_REQUEST)), *[write(PRINTS)] * 4)
    assert [outcome.failure.reason for outcome in outcomes if outcome.failure] == [
        "the worker process died (exit code 7) 3 times before it had started a run"
    ] * 4


def test_no_other_worker_can_be_started(write: Write, fake_tensorflow: Fake, tmp_path: Path) -> None:
    mark = os.fspath(tmp_path / "mark")
    once = f"import os\nif os.path.exists({mark!r}): raise OSError('gone')\nopen({mark!r}, 'w').close()\n"
    outcomes = run_all(Setup(environment=fake_tensorflow(once)), write(KILLS, "kills.py"), write(PRINTS))
    assert kinds(outcomes) == ["worker", "worker"]
    assert outcomes[1].failure is not None
    assert "no other could be started" in outcomes[1].failure.reason


def test_runs_submitted_after_the_worker_was_given_up_fail_at_once(write: Write, fake_tensorflow: Fake) -> None:
    with open_worker(HOST, Setup(environment=fake_tensorflow(DIES_OF_A_REQUEST))) as worker:
        for _ in range(2):
            failure = worker.submit(request_for(write(PRINTS))).result(60).failure
            assert failure is not None
            assert failure.kind == "worker"


def test_closing_a_busy_worker_ends_its_runs_and_resolves_the_rest(
    write: Write, fake_tensorflow: Fake, tmp_path: Path
) -> None:
    mark = tmp_path / "pid"
    script = write(STAYS.format(mark=os.fspath(mark)))
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        futures = [worker.submit(request_for(script)), worker.submit(request_for(script))]
        assert until(mark.exists)
    assert kinds([future.result(0) for future in futures]) == ["worker", "worker"]
    assert not any(alive(int(pid)) for pid in mark.read_text().split()[:3])


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_no_process_outlives_the_host(
    number: signal.Signals, write: Write, fake_tensorflow: Fake, tmp_path: Path, root: Path
) -> None:
    mark = tmp_path / "pids"
    script = write(STAYS.format(mark=os.fspath(mark)))
    host = (
        "import sys\nfrom pathlib import Path\nfrom harness.targets.target import *\n"
        "from harness.targets.workers import open_worker\n"
        f"setup = Setup(environment={dict(fake_tensorflow())!r})\n"
        "with open_worker(Path(sys.executable), setup) as worker:\n"
        f"    worker.submit(Request(Path({os.fspath(script)!r}), {{}}, 60.0, 1 << 40, 1 << 20)).result()\n"
    )
    with (
        subprocess.Popen([sys.executable, "-c", host], cwd=root, stderr=subprocess.DEVNULL) as process,
        killed_on_failure(process),
    ):
        assert until(mark.exists)
        process.send_signal(number)
        assert until(lambda: process.poll() is not None)
    *pids, folder = mark.read_text().split()
    assert until(lambda: not any(alive(int(pid)) for pid in pids))
    assert until(lambda: not Path(folder).exists())


def test_an_answer_that_cannot_be_read_fails_its_run_alone(
    write: Write, fake_tensorflow: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def reads(answer: Mapping[str, Any], script: str, limits: Mapping[str, Any]) -> Outcome:
        return read_outcome({} if script.endswith("broken.py") else answer, script, limits)

    monkeypatch.setattr("harness.targets.workers.read_outcome", reads)
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        futures = [worker.submit(request_for(write(PRINTS, name))) for name in ("broken.py", "good.py")]
        broken, good = (future.result(20) for future in futures)
    assert broken.failure is not None and good.failure is None
    assert (broken.failure.kind, broken.failure.reason) == (
        "worker",
        "the worker's answer to this run cannot be read (KeyError: 'stdout')",
    )


IMPORTS_FOR_EVER = "import os, time\nopen(%r, 'w').write('%%d %%d' %% (os.getpid(), os.getppid()))\ntime.sleep(1000)\n"
OPENS = (
    "import sys\nfrom pathlib import Path\nfrom harness.targets.target import *\n"
    "from harness.targets.workers import open_worker\n\n"
    "def test_it():\n    with open_worker(Path(sys.executable), Setup(environment={environment!r})): pass\n"
)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("by", ["a program", "pytest"])
def test_nothing_outlives_a_host_that_dies_while_tensorflow_is_imported(
    by: str, number: signal.Signals, fake_tensorflow: Fake, tmp_path: Path, root: Path
) -> None:
    mark, temporary = tmp_path / "pids", tmp_path / "tmp"
    temporary.mkdir()
    environment = dict(fake_tensorflow(IMPORTS_FOR_EVER % os.fspath(mark)))
    host = tmp_path / "test_host.py"
    host.write_text(OPENS.format(environment=environment) + ("test_it()\n" if by == "a program" else ""))
    words = [] if by == "a program" else ["-m", "pytest", "-q", "-p", "no:cacheprovider"]
    with (
        subprocess.Popen(
            [sys.executable, *words, os.fspath(host)],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": os.fspath(root), "TMPDIR": os.fspath(temporary)},
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        ) as process,
        killed_on_failure(process),
    ):
        assert until(lambda: mark.exists() and len(mark.read_text().split()) == 2)
        assert len(list(temporary.glob("harness-*"))) == 1
        process.send_signal(number)
        assert until(lambda: process.poll() is not None)
    assert until(lambda: not any(alive(int(pid)) for pid in mark.read_text().split()), 5.0)
    assert until(lambda: list(temporary.glob("harness-*")) == [], 5.0)


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_a_worker_killed_while_it_imports_is_told_so(number: signal.Signals, fake_tensorflow: Fake) -> None:
    kills = f"import os\nos.kill(os.getpid(), {int(number)})\n"
    with pytest.raises(UsageError) as caught, open_worker(HOST, Setup(environment=fake_tensorflow(kills))):
        raise AssertionError("this is no target")
    assert str(caught.value) == (
        f"--python {HOST} was killed by {number.name} while it imported TensorFlow; something else did that"
    )


def test_a_worker_killed_as_it_starts_is_told_so(tmp_path: Path) -> None:
    path = tmp_path / "python"
    path.write_text("#!/bin/sh\nkill -9 $$\n")
    path.chmod(0o755)
    with pytest.raises(UsageError) as caught, open_worker(path, Setup()):
        raise AssertionError("this is no target")
    assert str(caught.value) == f"--python {path} was killed by SIGKILL as it started; something else did that"


def test_a_keeper_that_is_killed_takes_the_worker_along(write: Write, fake_tensorflow: Fake) -> None:
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        killed = worker._link
        os.kill(killed.popen.pid, signal.SIGKILL)
        # What is begun meanwhile in the worker that goes along would go along, too.
        while worker._link is killed:
            time.sleep(0.01)
        assert kinds([worker.submit(request_for(write(PRINTS))).result(20)]) == [None]
