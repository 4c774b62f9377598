"""Who is whose child, as the kernel tells it."""

import os
import subprocess
import sys
import time

import pytest

from harness.targets.worker import processes

# A child, a grandchild that a thread starts, a child that nobody buries.
FAMILY = """
import os, subprocess, sys, threading, time
if os.fork() == 0:
    os._exit(0)
threading.Thread(target=lambda: subprocess.run(["sleep", "60"])).start()
subprocess.Popen(["sh", "-c", "sleep 60; true"])
print("there", flush=True)
time.sleep(60)
"""
FOUND = ["sh -c sleep 60; true", "sleep 60", "sleep 60"]


def commands(found: list[int]) -> list[str]:
    return sorted(map(processes.command, found))


@pytest.mark.skipif(not processes.LINUX, reason="there is no /proc")
def test_all_that_lives_below_a_process_is_found_whichever_thread_started_it() -> None:
    with subprocess.Popen([sys.executable, "-c", FAMILY], stdout=subprocess.PIPE, start_new_session=True) as top:
        try:
            assert top.stdout is not None
            top.stdout.readline()
            found, end = list[int](), time.monotonic() + 10
            while commands(found) != FOUND and time.monotonic() < end:
                time.sleep(0.01)
                found = processes.living_below(top.pid)
            assert commands(found) == FOUND
            assert sorted(found) == sorted(processes.below(top.pid, processes.table()))
            assert processes.living_below(found[-1]) == []
            assert top.pid in processes.living_below(os.getpid())
        finally:
            processes.kill_group(top.pid)
