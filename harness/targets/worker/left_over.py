"""What a run leaves behind: processes that outlive its first one get a moment, and are then killed and told of."""

import signal
import time
from typing import Dict, Set

from _harness_worker import processes
from _harness_worker.run import Run

# `multiprocessing` has a helper that ends a moment after its owner.
_GRACE_SECONDS = 0.2
# What the kernel gets to bury what was killed; longer takes only a process that hangs in the kernel itself.
_BURIAL_SECONDS = 2.0


def is_settled(run: Run, runs: Dict[int, Run], killed: Set[int], children_left: bool) -> bool:
    """Whether a run whose first process is gone has nothing alive any more; kills what has outstayed its grace, and
    adds it to what was ``killed``. ``runs`` are all by their processes, ``children_left`` tells whether the server has
    any child at all."""
    if not processes.LINUX:
        processes.kill_group(run.pid)
    alive = [other.pid for other in runs.values() if other.status is None]
    if not children_left or (alive and not processes.has_others_than(alive)):
        return True
    everyone = processes.table()
    orphans = [pid for pid in processes.orphans(runs, everyone) if _owner(pid, runs, everyone) is run]
    now = time.monotonic()
    if not run.stopped_for and orphans and now < run.ended_at + _GRACE_SECONDS:
        return False
    for orphan in orphans:
        for pid in [orphan] + processes.below(orphan, everyone):
            if pid not in killed:
                run.left_over.append(processes.command(pid))
                killed.add(pid)
            processes.signal_one(pid, signal.SIGKILL)
    return not orphans or now > run.ended_at + _BURIAL_SECONDS


def _owner(orphan: int, runs: Dict[int, Run], everyone: processes.Table) -> Run:
    """The run that an orphan comes from. It is certain but for two runs that end within one turn of the loop."""
    ended = [run for run in runs.values() if run.status is not None]
    if len(ended) > 1:
        its, folder = everyone[orphan], processes.working_folder(orphan) or ""
        for run in ended:
            if run.pid in (its.group, its.session) or folder.startswith(run.base):
                return run
    return ended[0]
