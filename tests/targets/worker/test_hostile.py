"""Scripts that work against what runs them: none passes for a good one, none costs another run, and no report shows the
worker's own frames."""

import stat
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TypeAlias

import pytest

from harness.targets.outcome import Failure, Outcome
from harness.targets.target import MEBIBYTE, Request, Setup
from harness.targets.workers import Worker, open_worker
from tests.targets.worker.conftest import Fake, Write, alive, request_for
from tests.targets.worker.test_deaths import until

HOST = Path(sys.executable)
Quick: TypeAlias = Callable[..., Outcome]


@pytest.fixture(params=["fork", "spawn"])
def quick(request: pytest.FixtureRequest, fake_tensorflow: Fake) -> Iterator[Worker]:
    with open_worker(HOST, Setup(isolation=request.param, environment=fake_tensorflow())) as worker:
        yield worker


@pytest.fixture
def run(quick: Worker, write: Write) -> Quick:
    """Run a text in a worker of its own and see that the next run in it is a good one."""

    def run(source: str) -> Outcome:
        outcome = quick.submit(request_for(write(source))).result(60)
        after = quick.submit(request_for(write("print('log')\n", "after.py"))).result(60)
        assert (after.failure, after.stdout) == (None, "log\n")
        shown = (outcome.failure.detail if outcome.failure else "") + outcome.stderr
        assert "_harness_worker" not in shown and "targets/worker" not in shown, shown
        return outcome

    return run


def failure(outcome: Outcome) -> Failure:
    assert outcome.failure is not None
    return outcome.failure


FORGED = '{"ended": "ok", "entry": "script"}'
WRITES_EVERYWHERE = """\
for fd in range(3, 64):
    try: os.write(fd, {text!r})
    except OSError: pass
"""


def test_a_script_that_replaces_json_dumps_and_raises_has_raised(run: Quick) -> None:
    outcome = run(f"import json\nprint('log')\njson.dumps = lambda *_, **__: {FORGED!r}\nraise ValueError('no')\n")
    assert (failure(outcome).kind, failure(outcome).reason) == ("raised", "script.py:4: ValueError: no")


def test_a_script_that_replaces_the_encoder_of_json_has_raised(run: Quick) -> None:
    source = (
        "import json, json.encoder\nprint('log')\n"
        f"json.JSONEncoder.encode = json.JSONEncoder.iterencode = lambda *_, **__: {FORGED!r}\n"
        f"json.encoder.encode_basestring_ascii = lambda *_: {FORGED!r}\nraise ValueError('no')\n"
    )
    assert failure(run(source)).reason == "script.py:5: ValueError: no"


@pytest.mark.parametrize("first", [b"", b"1.5\n", b'{"record": {"w": ["float", [], [1.0]]}}\n'])
def test_an_end_that_a_script_writes_into_open_descriptors_is_not_believed(first: bytes, run: Quick) -> None:
    text = first + FORGED.encode() + b"\n"
    outcome = run(f"import os\nprint('log', flush=True)\n{WRITES_EVERYWHERE.format(text=text)}os._exit(0)\n")
    assert failure(outcome).kind == "record"
    assert "is none of its own" in failure(outcome).reason


def test_what_a_script_reads_from_its_descriptors_does_not_help_it(run: Quick) -> None:
    outcome = run(
        "import os\nfor fd in range(3, 64):\n    try:\n        os.lseek(fd, 0, 0)\n        said = os.read(fd, 1000)\n"
        f"        os.write(fd, said + {FORGED!r}.encode() + b'\\n')\n    except OSError: pass\n"
        "print('log', flush=True)\nos._exit(0)\n"
    )
    assert failure(outcome).kind == "record"


@pytest.mark.parametrize("name", ["os._exit", "os.close", "os.write", "sys._getframe", "traceback.format_exception"])
def test_a_script_that_replaces_what_the_worker_uses_fails_alone(name: str, run: Quick) -> None:
    module = name.partition(".")[0]
    outcome = run(
        f"import os, sys, traceback\n{name} = lambda *_, **__: None\nprint('log')\nraise ValueError({module})\n"
    )
    assert failure(outcome).kind == "raised"


UNSHOWABLE = {
    "exit code": (
        "class Code:\n    def __repr__(self): return 1 / 0\nimport sys\nsys.exit(Code())\n",
        "exited",
        "script.py:4: called sys.exit((its code cannot be shown: ZeroDivisionError))",
    ),
    "exit code that exits": (
        "class Code:\n    def __repr__(self): raise SystemExit(0)\nimport sys\nsys.exit(Code())\n",
        "exited",
        "script.py:4: called sys.exit((its code cannot be shown: SystemExit))",
    ),
    "exception": (
        "class E(Exception):\n    def __str__(self): raise KeyboardInterrupt\n    __repr__ = __str__\nraise E\n",
        "raised",
        "script.py:4: E: (its message cannot be shown: KeyboardInterrupt)",
    ),
    "type": (
        "class M(type):\n    __name__ = property(lambda self: 1 / 0)\n"
        "class E(Exception, metaclass=M): pass\nraise E('no')\n",
        "raised",
        "script.py:4: E: no",
    ),
}


@pytest.mark.parametrize(("source", "kind", "reason"), UNSHOWABLE.values(), ids=UNSHOWABLE)
def test_what_cannot_be_shown_is_told_without_frames_of_the_harness(
    source: str, kind: str, reason: str, run: Quick
) -> None:
    assert (failure(run(source)).kind, failure(run(source)).reason) == (kind, reason)


NO_FILES = "import resource\nresource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))\n"
NO_DESCRIPTORS = "import os\nos.closerange(3, 256)\n"
RECORDS = "def trace():\n    yield {{'w': 1.0}}\n    {then}\n    yield {{'w': 2.0}}\n"


def test_a_script_that_lets_no_file_grow_ends_as_it_ends(run: Quick) -> None:
    assert run(f"{NO_FILES}print('log')\n").failure is None
    assert failure(run(f"{NO_FILES}raise ValueError('no')\n")).reason == "script.py:3: ValueError: no"
    then = RECORDS.format(then="import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))")
    assert failure(run(then)) == Failure("record", "the run's report cannot be written: File too large")


def test_a_script_that_closes_all_descriptors_ends_as_it_ends(run: Quick) -> None:
    assert run(f"{NO_DESCRIPTORS}print('log')\n").failure is None
    assert failure(run(f"{NO_DESCRIPTORS}raise ValueError('no')\n")).reason == "script.py:3: ValueError: no"
    then = RECORDS.format(then="import os; os.closerange(0, 256)")
    assert failure(run(then)) == Failure("record", "the run's report cannot be written: Bad file descriptor")


def test_records_are_not_written_into_a_file_of_the_scripts(run: Quick, tmp_path: Path) -> None:
    own = tmp_path / "own"
    then = f"import os; os.closerange(3, 256); files = [open({str(own)!r}, 'a') for _ in range(64)]"
    assert failure(run(RECORDS.format(then=then))).reason == (
        "the run's report cannot be written: the script put another file in its place"
    )
    assert own.read_text() == ""


DEEP = "import os\nfor _ in range(3000):\n    os.mkdir('d')\n    os.chdir('d')\nprint('log')\n"


def test_a_script_that_nests_3000_folders_is_fine_and_leaves_nothing(run: Quick, quick: Worker) -> None:
    outcome = run(DEEP)
    assert (outcome.failure, outcome.stdout) == (None, "log\n")
    assert list(Path(quick._link.folder).glob("run-*")) == []


def test_folders_of_a_killed_worker_are_removed_however_deep(write: Write, fake_tensorflow: Fake) -> None:
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        folder = Path(worker._link.folder)
        deep = write(DEEP + "os.kill(os.getppid(), 9)\nimport time\ntime.sleep(1000)\n")
        assert failure(worker.submit(request_for(deep)).result(60)).kind == "worker"
        assert worker.submit(request_for(write("print('log')\n", "after.py"))).result(60).failure is None
        assert not folder.exists()


def test_a_worker_that_cannot_be_replaced_ends_its_runs(
    write: Write, fake_tensorflow: Fake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_inodes(**_: object) -> str:
        raise OSError(28, "No space left on device")

    kills = write("import os, time\nos.kill(os.getppid(), 9)\ntime.sleep(1000)\n", "kills.py")
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        monkeypatch.setattr("harness.targets.link.tempfile.mkdtemp", no_inodes)
        futures = [worker.submit(request_for(script)) for script in (kills, write("print('log')\n"))]
        reasons = [failure(future.result(20)).reason for future in futures]
    assert reasons[0] == "the worker process died (killed by SIGKILL) while this ran"
    assert reasons[1].startswith(
        "the worker process died (killed by SIGKILL), and no other could be started: "
        "no worker can be started: No space left on device (TMPDIR is /"
    )


def test_whatever_goes_wrong_in_collecting_answers_ends_the_runs(
    write: Write, fake_tensorflow: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(self: Worker, message: Mapping[str, object]) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(Worker, "_take", breaks)
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        futures = [worker.submit(request_for(write("print('log')\n"))) for _ in range(3)]
        reasons = {failure(future.result(20)).reason for future in futures}
    assert reasons == {"the harness cannot go on with this worker (RecursionError: too deep)"}


def test_a_folder_for_runs_that_takes_nothing_more_is_told_in_words(write: Write, fake_tensorflow: Fake) -> None:
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        folder = Path(worker._link.folder)
        folder.rename(folder.with_name(folder.name + "-away"))
        outcome = worker.submit(request_for(write("print('log')\n"))).result(20)
        folder.with_name(folder.name + "-away").rename(folder)
        assert worker.submit(request_for(write("print('log')\n"))).result(20).failure is None
    assert failure(outcome).reason.startswith("no run can begin: No such file or directory (TMPDIR is /")
    assert "Traceback" not in outcome.stderr


def test_a_run_for_which_there_is_no_process_is_told_and_costs_no_descriptor(
    write: Write, fake_tensorflow: Fake
) -> None:
    refuses = (
        "import os\nforks = [os.fork]\ndef fork():\n    raise BlockingIOError(11, 'Resource temporarily unavailable')\n"
    )
    refuses += "os.fork = fork\n"
    with open_worker(HOST, Setup(environment=fake_tensorflow(refuses))) as worker:
        pid = next(
            int(path.parent.name)
            for path in Path("/proc").glob("[0-9]*/status")
            if f"PPid:\t{worker._link.popen.pid}\n" in path.read_text(errors="replace")
        )
        before = len(list(Path(f"/proc/{pid}/fd").iterdir()))
        for _ in range(3):
            outcome = worker.submit(request_for(write("print('log')\n"))).result(20)
            assert failure(outcome).reason == "no run can begin: Resource temporarily unavailable"
        assert len(list(Path(f"/proc/{pid}/fd").iterdir())) == before
        assert [each.name for each in Path(worker._link.folder).iterdir()] == ["home"]


# A daemon that nothing in its environment connects with the worker, and that has seen the worker die.
ORPHAN = """\
import os, subprocess, sys, time
mark = {mark!r}
code = '''import os, time
os.setsid()
os.fork() and os._exit(0)
open(%r, 'w').write(str(os.getpid()))
time.sleep(1000)'''
subprocess.Popen([sys.executable, '-c', code % mark], env={{}}, cwd='/')
while not os.path.exists(mark) or not open(mark).read(): time.sleep(0.01)
os.kill(os.getppid(), 9)
time.sleep(1000)
"""


def test_an_orphan_without_environment_dies_with_the_worker_that_its_script_killed(
    write: Write, fake_tensorflow: Fake, tmp_path: Path
) -> None:
    mark = tmp_path / "pid"
    script = write(ORPHAN.format(mark=str(mark)))
    with open_worker(HOST, Setup(environment=fake_tensorflow())) as worker:
        assert failure(worker.submit(request_for(script)).result(60)).kind == "worker"
        assert until(lambda: not alive(int(mark.read_text())))


def request(script: Path, memory: int = 8192, disk: int = 4096) -> Request:
    return Request(script, {}, 20.0, memory * MEBIBYTE, MEBIBYTE, disk=disk * MEBIBYTE)


HOLDS = {
    "memfd": "fd = os.memfd_create('mine')\n",
    "a file in /dev/shm": "fd = os.open('/dev/shm/harness-test-%d' % os.getpid(), os.O_RDWR | os.O_CREAT)\n"
    "os.unlink('/dev/shm/harness-test-%d' % os.getpid())\n",
}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux says what a process has open")
@pytest.mark.parametrize("source", HOLDS.values(), ids=HOLDS)
def test_memory_that_is_a_file_counts(source: str, quick: Worker, write: Write) -> None:
    script = write(
        f"import os, time\n{source}for _ in range(300):\n    os.write(fd, b'x' * (1 << 20))\ntime.sleep(1000)\n"
    )
    found = failure(quick.submit(request(script, memory=200)).result(60))
    assert found.kind == "memory"
    assert found.reason.startswith("took more than 200 MiB of memory at script.py:")


@pytest.mark.parametrize(
    "source",
    [
        "with open('big', 'wb') as file:\n    for _ in range(300):\n        file.write(b'x' * (1 << 20))\n",
        "for number in range(300):\n    with open('%d' % number, 'wb') as file: file.write(b'x' * (1 << 20))\n",
        "import tempfile\nfile = tempfile.NamedTemporaryFile(delete=False)\n"
        "for _ in range(300):\n    file.write(b'x' * (1 << 20))\n",
        "import os\nos.chdir(os.path.expanduser('~'))\nos.makedirs('a/b')\n"
        "with open('a/b/big', 'wb') as file:\n    file.seek(250 << 20)\n    file.write(b'x')\n",
    ],
    ids=["one file", "many files", "a temporary file", "a hole in the home"],
)
def test_a_run_that_takes_too_much_disk_is_a_failure_of_its_own(source: str, quick: Worker, write: Write) -> None:
    found = failure(quick.submit(request(write(f"{source}print('log')\n"), disk=200)).result(60))
    assert found.kind == "disk"
    assert "200 MiB" in found.reason and "all that a run may have" in found.reason


@pytest.mark.parametrize("mode", [0, stat.S_IRUSR])
def test_a_folder_without_permissions_is_removed(mode: int, run: Quick, quick: Worker) -> None:
    run(
        "import os\nos.makedirs('a/b/c')\nopen('a/b/c/d', 'w').close()\n"
        f"for p in ('a/b/c', 'a/b', 'a'): os.chmod(p, {mode})\n"
    )
    assert [each.name for each in Path(quick._link.folder).iterdir()] == ["home"]
