"""The keeper: a small process above the server that ends it, and all that is below, when the host is gone.

The server cannot do that while it imports TensorFlow, nor when a script has killed it. The keeper is its parent and a
subreaper (prctl(2)), so whatever is below a server that died falls to it, in whichever session and with whatever
environment. It never imports anything, and ends as the server has ended.
"""

import os
import resource
import select
import signal
import time
from typing import List, NoReturn, Optional  # noqa: F401  (in comments)

from _harness_worker import processes
from _harness_worker.folders import remove_folder

# How often it looks whether the host lives, where the end of its pipe does not tell: something holds it open.
_LOOK_MILLISECONDS = 500
_END_MILLISECONDS = 20
# What a server that serves gets to end by itself when its input is closed.
_GRACE_SECONDS = 4.0


def keep(folder: str) -> int:
    """Go on as the server, in a process of its own; give the descriptor to which it writes once TensorFlow is there.

    ``folder`` is removed in the end.
    """
    told = []  # type: List[int]
    signal.signal(signal.SIGTERM, lambda number, _: told.append(number))
    ready, imported = os.pipe()
    host, keeper = os.getppid(), os.getpid()
    server = os.fork()
    if server:
        os.close(imported)
        _Keeper(server, host, ready, told).stay(folder)
    processes.die_with(keeper)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    os.close(ready)
    return imported


class _Keeper:
    def __init__(self, server: int, host: int, ready: int, told: "List[int]") -> None:
        self.server = server
        self.host = host
        self.ready = ready
        self.told = told
        self.since = None  # type: Optional[float]

    def stay(self, folder: str) -> NoReturn:
        """Watch until the server has ended, bury what it leaves, end the same way."""
        processes.keep_orphans()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, 1)  # the server's answers end when it ends
        os.close(null)
        wake_read, wake_write = os.pipe()
        for end in (wake_read, wake_write):
            os.set_blocking(end, False)
        signal.set_wakeup_fd(wake_write)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        poll = select.poll()
        poll.register(0, 0)  # only the end of it; what comes before is for the server
        poll.register(wake_read, select.POLLIN)
        try:
            status = self._ended()
            while status is None:
                happened = [descriptor for descriptor, _ in poll.poll(self._patience())]
                if wake_read in happened:
                    os.read(wake_read, 1 << 16)
                if 0 in happened:
                    poll.unregister(0)
                self._look(0 in happened)
                status = self._ended()
            processes.kill_all_below()
        finally:
            remove_folder(folder)
        _end_like(status)

    def _patience(self) -> int:
        return _LOOK_MILLISECONDS if self.since is None else _END_MILLISECONDS

    def _look(self, closed: bool) -> None:
        """End the server if it is time for that."""
        now = time.monotonic()
        if self.since is None and (self.told or closed or os.getppid() != self.host):
            self.since = now
        if self.since is not None:
            serves = bool(select.select([self.ready], [], [], 0)[0])
            if self.told or not serves or now > self.since + _GRACE_SECONDS:
                processes.signal_one(self.server, signal.SIGKILL)

    def _ended(self) -> "Optional[int]":
        """The server's exit status, negative for a signal; None while it lives."""
        ended, _ = processes.reap()
        return ended.get(self.server)


def _end_like(status: int) -> NoReturn:
    if status < 0:
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))
        if -status not in (signal.SIGKILL, signal.SIGSTOP):
            signal.signal(-status, signal.SIG_DFL)
        os.kill(os.getpid(), -status)
    os._exit(status if status >= 0 else 70)
