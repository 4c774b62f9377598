"""Runs side by side: as many as there are jobs, which may change while runs are under way."""

import sys
from pathlib import Path

from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import Fake, Write, request_for

# Ends only if another process of the same script runs beside it: each leaves a file and waits for the other's.
MEETS = """\
import os, time
folder = {folder!r}
open(os.path.join(folder, str(os.getpid())), 'w').close()
while len(os.listdir(folder)) < 2:
    time.sleep(0.01)
print('met')
"""


def meeting(write: Write, tmp_path: Path) -> Path:
    (tmp_path / "meeting").mkdir()
    return write(MEETS.format(folder=str(tmp_path / "meeting")), "meets.py")


def test_with_two_jobs_two_runs_meet(write: Write, tmp_path: Path, fake_tensorflow: Fake) -> None:
    script = meeting(write, tmp_path)
    with open_worker(Path(sys.executable), Setup(jobs=2, environment=fake_tensorflow())) as worker:
        futures = [worker.submit(request_for(script)) for _ in range(2)]
        assert [future.result(60).stdout for future in futures] == ["met\n"] * 2


def test_with_one_job_they_do_not(write: Write, tmp_path: Path, fake_tensorflow: Fake) -> None:
    script = meeting(write, tmp_path)
    with open_worker(Path(sys.executable), Setup(jobs=1, environment=fake_tensorflow())) as worker:
        first, second = [worker.submit(request_for(script, 1.0)) for _ in range(2)]
        failure = first.result(60).failure
        assert failure is not None
        assert "1 s" in failure.reason
        assert second.result(60).stdout == "met\n"  # for the first one's file is still there


def test_a_run_that_waits_begins_when_jobs_are_added(write: Write, tmp_path: Path, fake_tensorflow: Fake) -> None:
    script = meeting(write, tmp_path)
    with open_worker(Path(sys.executable), Setup(jobs=1, environment=fake_tensorflow())) as worker:
        futures = [worker.submit(request_for(script)) for _ in range(2)]
        worker.use(2)
        assert [future.result(60).stdout for future in futures] == ["met\n"] * 2


def test_a_worker_that_replaces_a_dead_one_has_the_jobs_that_were_added(
    write: Write, tmp_path: Path, fake_tensorflow: Fake
) -> None:
    script = meeting(write, tmp_path)
    kills = write("import os\nos.kill(os.getppid(), 9)\n", "kills.py")
    with open_worker(Path(sys.executable), Setup(jobs=1, environment=fake_tensorflow())) as worker:
        worker.use(2)
        assert worker.submit(request_for(kills)).result(60).failure is not None
        futures = [worker.submit(request_for(script)) for _ in range(2)]
        assert [future.result(60).stdout for future in futures] == ["met\n"] * 2
