"""Work that one does for all: threads and processes one after the other, and nobody waits for the dead."""

import os
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from harness.files.lock import locked

HOLDS = """
import sys, time
from pathlib import Path
from harness.files.lock import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(600)
"""


def test_threads_go_in_one_after_the_other(tmp_path: Path) -> None:
    inside: list[int] = []
    most: list[int] = []

    def work(number: int) -> None:
        with locked(tmp_path / "locks" / "one"):
            inside.append(number)
            most.append(len(inside))
            time.sleep(0.02)
            inside.remove(number)

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(16)))
    assert most == [1] * 16


def test_who_is_dead_holds_nothing(tmp_path: Path) -> None:
    other = subprocess.Popen([sys.executable, "-c", HOLDS, str(tmp_path / "one")], stdout=subprocess.PIPE)
    assert other.stdout is not None and other.stdout.readline() == b"held\n"
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(lambda: locked(tmp_path / "one").__enter__())
        time.sleep(0.2)
        assert not waiting.done()
        os.kill(other.pid, signal.SIGKILL)
        waiting.result(20)
    other.communicate()


def test_different_files_are_in_nobodys_way(tmp_path: Path) -> None:
    with locked(tmp_path / "one"), locked(tmp_path / "two"):
        pass
