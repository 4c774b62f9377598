"""What came back from a run: a trace, or the reason why there is none."""

import enum
import signal
from dataclasses import dataclass

from harness.logs.output import lines_of_output
from harness.targets.report import Seen
from harness.targets.scene import SideEffects
from harness.words.trace import Trace

_LIMITS = ("hung", "memory", "flooded")
_DETAIL_LINES = 20


@dataclass(frozen=True)
class Failure:
    """Why a run has no trace that counts.

    ``kind`` is one of raised, exited, crashed, hung, flooded, memory, disk, files, encoding, thread, process, record,
    silent and worker; of an experiment also undone, which could not be made, and updated, which ended at the first
    update of a variable, as it was meant to. ``reason`` is one line; ``detail`` is the traceback or the last lines of
    stderr.
    """

    kind: str
    reason: str
    detail: str = ""

    @property
    def is_limit(self) -> bool:
        """Whether the run was stopped at a limit, so that nobody knows what else it would have printed."""
        return self.kind in _LIMITS


class Entry(enum.StrEnum):
    """What a script's records are: what its ``trace`` gave, or the lines that it printed."""

    TRACE = "trace"
    SCRIPT = "script"


@dataclass(frozen=True)
class Outcome:
    """One run as the worker saw it.

    ``seconds`` of wall-clock time; ``trace`` holds the records that there were, of a failure the first of them.
    ``entry`` says what they are; of a script that failed before its first record, and so may have a ``trace`` or not,
    that it is what it printed. ``raised`` is the class of the exception that ended it, empty for none. ``cut`` says
    that it was wanted no longer, and stopped; ``effects`` are what it did besides, of a run with a scene; ``seen`` is
    what preludes saw it do. ``asked`` is where it asked for input that it has not, of one that was stopped there.
    """

    trace: Trace
    failure: Failure | None
    stdout: str
    stderr: str
    seconds: float
    entry: Entry = Entry.TRACE
    raised: str = ""
    cut: bool = False
    effects: SideEffects | None = None
    seen: tuple[Seen, ...] = ()
    asked: str = ""

    @property
    def printed(self) -> tuple[str, ...]:
        """The lines of stdout that say something, without white space at their ends."""
        return printed_lines(self.stdout)


def worker_death(reason: str, detail: str = "") -> Outcome:
    """Give the outcome of a run whose worker died under it."""
    return Outcome(Trace(()), Failure("worker", reason, detail), "", "", 0.0)


def printed_lines(stdout: str) -> tuple[str, ...]:
    """Give the lines of a script's output that say something, as a terminal shows them in the end."""
    return tuple(line for line in lines_of_output(stdout) if line.strip())


def last_lines(text: str, count: int = _DETAIL_LINES) -> str:
    """Give the last lines of a text that say something."""
    return "\n".join([line for line in text.splitlines() if line.strip()][-count:])


def signal_name(number: int) -> str:
    """Give the name of a signal, ``SIGSEGV`` for 11."""
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"
