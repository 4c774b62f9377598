"""Processes of a run as the kernel sees them: groups, orphans, memory, and getting rid of all of it."""

import ctypes
import os
import signal
import sys
import time
from typing import List, Optional, Set

_PR_SET_CHILD_SUBREAPER = 36
# `multiprocessing` has a helper that ends a moment after its owner.
_LEFT_OVER_GRACE_SECONDS = 0.2
_PAGE = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def adopt_orphans() -> None:
    """Become the parent of whatever a run leaves behind, so that it can be found (Linux only, see prctl(2))."""
    if sys.platform.startswith("linux"):
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def reap(pid: int) -> Optional[int]:
    """The exit status of a child that has ended (negative: the signal), None while it lives."""
    try:
        ended, status = os.waitpid(pid, os.WNOHANG)
    except ChildProcessError:
        return 0
    if not ended:
        return None
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def signal_one(pid: int, number: int) -> None:
    """Send a signal to a process that may be gone."""
    try:
        os.kill(pid, number)
    except OSError:
        return


def kill_group(group: int) -> None:
    """Kill a run's process group, if any of it lives."""
    try:
        os.killpg(group, signal.SIGKILL)
    except OSError:
        return


def end_left_overs(group: int, children: Set[int]) -> List[str]:
    """Kill what a run whose first process is gone has left alive; give what it was.

    ``children`` are the first processes, and so the groups, of all runs that are under way. An orphan outside these
    groups left its own with ``setsid``; it is found because the server adopts orphans.
    """
    end = time.time() + _LEFT_OVER_GRACE_SECONDS
    while True:
        _reap_group(group)
        left = _members(group, children)
        if not left or time.time() > end:
            break
        time.sleep(0.01)
    names = [_describe(pid) for pid in left]
    if left:
        kill_group(group)
        for pid in left:
            signal_one(pid, signal.SIGKILL)
    return names


def _reap_group(group: int) -> None:
    try:
        while os.waitpid(-group, os.WNOHANG)[0]:
            continue
    except OSError:
        return


def _members(group: int, children: Set[int]) -> List[int]:
    """Living processes of the group, and adopted ones that left it."""
    if not os.path.isdir("/proc/self"):
        try:
            os.killpg(group, 0)
        except OSError:
            return []
        return [group]
    found = []
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            with open("/proc/%s/stat" % entry, "rb") as file:
                state, parent, its_group = file.read().rpartition(b")")[2].split()[:3]
        except OSError:
            continue
        pid = int(entry)
        orphan = int(parent) == os.getpid() and int(its_group) not in children
        if orphan and state == b"Z":
            reap(pid)
        elif state != b"Z" and pid != os.getpid() and (int(its_group) == group or orphan):
            found.append(pid)
    return found


def _describe(pid: int) -> str:
    try:
        with open("/proc/%d/cmdline" % pid, "rb") as file:
            words = file.read().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    except OSError:
        words = ""
    return "process %d (%s)" % (pid, words[:80] or "?")


def resident_bytes(pid: int) -> int:
    """Memory that a process holds now; 0 where the system does not say."""
    try:
        with open("/proc/%d/statm" % pid, "rb") as file:
            return int(file.read().split()[1]) * _PAGE
    except (OSError, IndexError):
        return 0
