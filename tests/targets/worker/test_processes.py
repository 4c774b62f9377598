"""Who is whose child, as the kernel tells it."""

import os
import subprocess
import sys
import time

import pytest

from harness.targets.worker import processes

# Two children, of which a thread has started one, and a child of a child.
FAMILY = """
import subprocess, sys, threading, time
threading.Thread(target=lambda: subprocess.run(["sleep", "60"])).start()
subprocess.Popen(["sh", "-c", "sleep 60; true"])
time.sleep(60)
"""
FOUND = ["sh -c sleep 60; true", "sleep 60", "sleep 60"]
pytestmark = pytest.mark.skipif(not processes.LINUX, reason="there is no /proc")


def commands(found: list[int]) -> list[str]:
    return sorted(map(processes.command, found))


def test_what_a_process_started_is_found_among_those_that_came_after_it(monkeypatch: pytest.MonkeyPatch) -> None:
    with subprocess.Popen([sys.executable, "-c", FAMILY], start_new_session=True) as top:
        try:
            found, end = list[int](), time.monotonic() + 10
            while commands(found) != FOUND and time.monotonic() < end:
                time.sleep(0.01)
                found = processes.below(top.pid, processes.table(top.pid))
            assert commands(found) == FOUND
            since, all_of_them = processes.table(top.pid), processes.table()
            assert os.getpid() in all_of_them
            # By their numbers, which begin anew some time: then this process may have a higher one.
            assert (os.getpid() in since) == (os.getpid() > top.pid)
            # Where numbers have begun anew, a child may have a lower one.
            monkeypatch.setattr(processes, "newest", lambda: top.pid - 1)
            assert os.getpid() in processes.table(top.pid)
        finally:
            processes.kill_group(top.pid)
