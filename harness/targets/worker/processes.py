"""Processes as the kernel sees them: who is whose child, what they hold, and getting rid of all of a run.

On Linux every child is a subreaper (prctl(2)): whatever its script starts stays below it while it lives, in whichever
session, and falls to the server, a subreaper too, when it dies. So an orphan of the server always comes from a run
whose first process is gone. Elsewhere a process group is all there is to go by.
"""

import ctypes
import io
import os
import re
import signal
import sys
import tempfile
import time
from typing import IO, Any, Dict, Iterable, Iterator, List, NamedTuple, Optional, Tuple  # noqa: F401  (Any: in a comment)

LINUX = sys.platform.startswith("linux")
_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_PAGE = os.sysconf("SC_PAGE_SIZE")
_LIBC = ctypes.CDLL(None)  # type: Any
_END_SECONDS = 2.0
# What the worker's own files in memory are called.
_OWN = "harness-worker"

Process = NamedTuple("Process", [("state", str), ("parent", int), ("group", int), ("session", int)])
Table = Dict[int, Process]


def keep_orphans() -> None:
    """Become the parent of whatever the processes below leave behind, so that it can be found."""
    if LINUX:
        _LIBC.prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)


def die_with(parent: int) -> None:
    """Have the kernel kill this process when its parent, the server, dies; leave at once if it has already."""
    if LINUX:
        _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(70)


def keep_to_one_processor() -> None:
    """Leave this process and its children one processor, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def flush_c_streams() -> None:
    """Write out what C code printed; a fork would print it again, ``os._exit`` would lose it."""
    _LIBC.fflush(None)


def reap() -> Tuple[Dict[int, int], bool]:
    """Exit statuses of all children that have ended (negative: the signal), and whether any child is left."""
    ended = {}  # type: Dict[int, int]
    while True:
        try:
            pid, status = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return ended, False
        if not pid:
            return ended, True
        ended[pid] = -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def has_others_than(runs: Iterable[int]) -> bool:
    """Whether this process has children that are no run's first process; True where that takes more to find out."""
    try:
        found = [_read("/proc/self/task/%s/children" % task).split() for task in os.listdir("/proc/self/task")]
    except OSError:
        return True
    # A kernel without these files shows no child at all, not even those that are known.
    return {int(pid) for pids in found for pid in pids} != set(runs)


def table(since: int = 0) -> Table:
    """All processes of the system; empty where there is no /proc. ``since`` leaves out those that were there before
    that process: on a busy machine, to look at all takes longer than some runs."""
    found = {}  # type: Table
    if newest() < since:
        since = 0  # the numbers have begun anew
    for entry in os.listdir("/proc") if os.path.isdir("/proc/self") else []:
        if entry.isdigit() and int(entry) >= since:
            try:
                with open("/proc/%s/stat" % entry, "rb") as file:
                    fields = file.read().rpartition(b")")[2].split()
            except OSError:
                continue
            found[int(entry)] = Process(fields[0].decode(), int(fields[1]), int(fields[2]), int(fields[3]))
    return found


def newest() -> int:
    """The process that was started last, 0 where nobody knows."""
    words = _read("/proc/loadavg").split()
    return int(words[-1]) if words else 0


def below(top: int, processes: Table) -> List[int]:
    """Living descendants of a process, parents before their children."""
    children = {}  # type: Dict[int, List[int]]
    for pid, process in processes.items():
        children.setdefault(process.parent, []).append(pid)
    found, todo = [], [top]
    while todo:
        for pid in children.get(todo.pop(), []):
            todo.append(pid)
            if processes[pid].state not in "ZX":
                found.append(pid)
    return found


def orphans(runs: Iterable[int], processes: Table) -> List[int]:
    """Living children of this process that are no run's first process."""
    own, here = set(runs), os.getpid()
    return [pid for pid, its in processes.items() if its.parent == here and pid not in own and its.state not in "ZX"]


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


def kill_all_below() -> None:
    """Kill every descendant of this process and wait, two seconds at most, until the kernel has buried them."""
    end = time.monotonic() + _END_SECONDS
    while reap()[1] and time.monotonic() < end:
        for pid in below(os.getpid(), table()):
            signal_one(pid, signal.SIGKILL)
        time.sleep(0.002)


def command(pid: int) -> str:
    """What a process was started as, in at most 80 characters."""
    words = _read("/proc/%d/cmdline" % pid)
    if words == _read("/proc/self/cmdline"):
        return "a fork of the script"
    return words.replace(b"\0", b" ").decode("utf-8", "replace").strip()[:80] or "a process without a name"


def _read(path: str) -> bytes:
    try:
        with open(path, "rb") as file:
            return file.read()
    except OSError:
        return b""


def working_folder(pid: int) -> Optional[str]:
    """Where a process is, if it can be told."""
    try:
        return os.readlink("/proc/%d/cwd" % pid)
    except OSError:
        return None


def resident_bytes(pid: int) -> int:
    """Memory that a process holds now; 0 where the system does not say."""
    return _pages(pid)[0] * _PAGE


def own_bytes(pid: int) -> int:
    """Memory that a process holds now and that is no file's."""
    resident, of_files = _pages(pid)
    return (resident - of_files) * _PAGE


def shared_bytes(pids: Iterable[int]) -> int:
    """Memory in files that exist in memory alone and that these processes have open, memfd_create(2) and /dev/shm, as
    far as it is not among their resident pages already. What nobody has open does not count: of a file that was closed
    in /dev/shm, the kernel does not say whose it is."""
    sizes = {}  # type: Dict[Tuple[int, int], int]
    mapped = 0
    for pid in pids:
        found = dict(_in_memory(pid))
        if found:
            match = re.search(rb"RssShmem:\s*(\d+)", _read("/proc/%d/status" % pid))
            mapped += int(match.group(1)) * 1024 if match else 0
            sizes.update(found)
    return max(0, sum(sizes.values()) - mapped)


def _in_memory(pid: int) -> Iterator[Tuple[Tuple[int, int], int]]:
    """Files in memory that a process has open: device and number, and the bytes that they hold."""
    folder = "/proc/%d/fd" % pid
    try:
        names = os.listdir(folder)
        shared = os.stat("/dev/shm").st_dev if os.path.isdir("/dev/shm") else None
    except OSError:
        return
    for name in names:
        try:
            path = os.readlink("%s/%s" % (folder, name))
            if (path.startswith("/memfd:") and not path.startswith("/memfd:" + _OWN)) or path.startswith("/dev/shm/"):
                its = os.stat("%s/%s" % (folder, name))
                if path.startswith("/memfd:") or its.st_dev == shared:
                    yield (its.st_dev, its.st_ino), its.st_blocks * 512
        except OSError:
            continue


def is_in_memory(folder: str) -> bool:
    """Whether the files of a folder take memory, as on a tmpfs."""
    device = os.stat(folder).st_dev
    mark = ("%d:%d" % (os.major(device), os.minor(device))).encode()
    for line in _read("/proc/self/mountinfo").splitlines():
        fields = line.split()
        if fields[2] == mark:
            return fields[fields.index(b"-") + 1] in (b"tmpfs", b"ramfs")
    return False


def anonymous_file() -> IO[bytes]:
    """A file without a name: in memory where the system has that, else in TMPDIR, which may be full."""
    if hasattr(_LIBC, "memfd_create"):
        descriptor = _LIBC.memfd_create(_OWN.encode(), 1)  # MFD_CLOEXEC
        if descriptor >= 0:
            return io.open(descriptor, "r+b", buffering=0)
    return tempfile.TemporaryFile(buffering=0)


def _pages(pid: int) -> Tuple[int, int]:
    fields = _read("/proc/%d/statm" % pid).split()
    return (int(fields[1]), int(fields[2])) if len(fields) > 2 else (0, 0)
