"""What a script leaves behind is named, and gone; what it started and ended is its own affair."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.targets.outcome import Outcome
from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, Run, Write, alive, request_for, value

START = "import os, subprocess, sys, time\n"
SLEEPS = "subprocess.Popen(['sleep', '1000']{more}).pid"
FORKS = """\
def start():
    pid = os.fork()
    if pid == 0:
        {first}
        while True: time.sleep(1000)
    return pid
"""
# A daemon: forks, takes a session of its own, forks again, and its own parent ends.
DAEMON = """\
def start():
    read, write = os.pipe()
    if os.fork() == 0:
        os.setsid()
        pid = os.fork()
        if pid:
            os.write(write, str(pid).encode())
            os._exit(0)
        os.chdir('/')
        while True: time.sleep(1000)
    os.wait()
    return int(os.read(read, 20))
"""
APART = ", start_new_session=True"
QUIET = ", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL"
LEFT = {
    "in its group": f"{START}def start(): return {SLEEPS.format(more=QUIET)}\n",
    "holding stdout": f"{START}def start(): return {SLEEPS.format(more='')}\n",
    "in its own session": f"{START}def start(): return {SLEEPS.format(more=QUIET + APART)}\n",
    "in its own session, holding stdout": f"{START}def start(): return {SLEEPS.format(more=APART)}\n",
    "forked": START + FORKS.format(first="pass"),
    "forked into its own session": START + FORKS.format(first="os.setsid()"),
    "daemon": START + DAEMON,
    "deaf to signals": START + FORKS.format(first="import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN)"),
}


def pid_in(outcome: Outcome) -> int:
    return int(outcome.stdout.split()[0])


@pytest.mark.parametrize("source", LEFT.values(), ids=LEFT)
def test_a_process_left_running_is_killed_and_fails_the_run(source: str, run: Run) -> None:
    outcome = run(source + "print(start())\n")
    assert outcome.failure is not None
    assert outcome.failure.kind == "process"
    assert outcome.failure.reason in ("left running: sleep 1000", "left running: a fork of the script")
    assert not alive(pid_in(outcome))


@pytest.mark.parametrize("source", [LEFT["in its own session"], LEFT["daemon"]], ids=["child", "daemon"])
@pytest.mark.parametrize(
    ("end", "kind"), [("os.kill(os.getpid(), 9)", "crashed"), ("while True: pass", "hung"), ("os._exit(0)", "exited")]
)
def test_a_process_left_by_a_script_that_ends_badly_is_killed(source: str, end: str, kind: str, run: Run) -> None:
    outcome = run(f"{source}print(start())\n{end}\n", timeout=1.0)
    assert outcome.failure is not None
    assert outcome.failure.kind == kind
    assert not alive(pid_in(outcome))


def test_a_family_of_processes_in_many_sessions_is_killed(run: Run) -> None:
    outcome = run(
        START + "for depth in range(4):\n    if os.fork(): break\n    os.setsid()\n"
        "print(os.getpid(), flush=True)\nif depth or os.getpgid(0) != os.getpid(): time.sleep(1000)\ntime.sleep(0.2)\n"
    )
    assert outcome.failure is not None
    assert [pid for pid in map(int, outcome.stdout.split()) if alive(pid)] == []


@pytest.mark.parametrize(
    "source",
    [
        "subprocess.check_call(['true'])",
        "subprocess.Popen(['true'])",
        "subprocess.Popen(['sleep', '0.05'])",
        "import multiprocessing; pool = multiprocessing.Pool(2); pool.map(abs, [1]); pool.close(); pool.join()",
        "import multiprocessing; multiprocessing.Process(target=time.sleep, args=(1000,), daemon=True).start()",
    ],
)
def test_a_process_that_ends_with_its_script_is_fine(source: str, run: Run) -> None:
    outcome = run(f"{START}{source}\nprint('log')\n")
    assert outcome.failure is None
    assert outcome.stdout == "log\n"


@pytest.fixture
def side_by_side(fake_tensorflow: Fake) -> Callable[..., list[Outcome]]:
    """Run scripts two at a time in a worker of their own."""

    def outcomes(*scripts: Path) -> list[Outcome]:
        with open_worker(Path(sys.executable), Setup(jobs=2, environment=fake_tensorflow())) as worker:
            return [future.result(60) for future in [worker.submit(request_for(script)) for script in scripts]]

    return outcomes


def test_a_run_is_not_blamed_for_a_daemon_of_the_run_beside_it(
    write: Write, tmp_path: Path, side_by_side: Callable[..., list[Outcome]]
) -> None:
    gate = tmp_path / "gate"
    wait = "for _ in range(1000):\n    if os.path.exists({gate!r}): break\n    time.sleep(0.01)\n"
    # The one with the daemon goes on until the other one has ended, after the daemon was there.
    keeps = write(
        f"{START}{DAEMON}pid = start()\nopen({str(gate)!r}, 'w').close()\ntime.sleep(0.5)\nprint(pid)\n", "keeps.py"
    )
    ends = write(START + wait.format(gate=str(gate)) + "print('log')\n", "ends.py")
    left, clean = side_by_side(keeps, ends)
    assert clean.failure is None
    assert left.failure is not None
    assert left.failure.kind == "process"
    assert not alive(pid_in(left))


def test_each_run_has_an_empty_folder_that_is_removed(run: Run, worker: Worker, tmp_path: Path) -> None:
    source = (
        "import os\nprint(os.getcwd(), os.listdir('.'))\nos.makedirs('a/b')\nopen('a/b/c', 'w').close()\n"
        "os.chmod('a/b', 0)\nos.chdir('/')\n"
    )
    for _ in range(2):
        folder, _, listing = run(source).stdout.partition(" ")
        assert listing == "[]\n"
        assert not Path(folder).exists()


def test_a_run_has_no_descriptor_of_another(run: Run) -> None:
    outcome = run(
        "import os\nfor fd in range(3, 64):\n"
        "    try: print(os.readlink('/proc/self/fd/%d' % fd))\n    except OSError: pass\nprint('log')\n"
    )
    assert outcome.failure is None
    pipes = [line for line in outcome.stdout.splitlines() if line.startswith(("pipe:", "socket:", "anon_inode:"))]
    assert pipes == []


def test_unseeded_numbers_differ_from_run_to_run(run: Run) -> None:
    source = "import random, numpy\ndef trace():\n    yield {'a': random.random(), 'b': numpy.random.rand()}\n"
    first, second = run(source), run(source)
    assert value(first, "a") != value(second, "a")
    assert value(first, "b") != value(second, "b")
