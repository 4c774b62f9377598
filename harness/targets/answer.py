"""What a worker's answer about a run comes to: its trace, and whether any of it counts."""

import base64
import re
from collections.abc import Mapping
from typing import Any

from harness.targets.outcome import Entry, Failure, Outcome, last_lines, printed_lines, signal_name
from harness.targets.report import Report, read_report
from harness.targets.scene import read_side_effects
from harness.targets.worker.steps import until_step
from harness.words.trace import Trace, trace_of_lines

# What shows how a run went until it failed. A loop that never ends makes a million records, and minutes to judge them.
MOST_OF_A_FAILURE = 10000
_REASON_LENGTH = 240
# What Python says where input() finds none.
_NO_INPUT = "EOF when reading a line"
_NUMBER = re.compile(r"\d")
# What is advised where nothing was printed in less.
_MORE_SECONDS = 300.0
# What is advised where more was printed than is kept.
_STOPS_BEFORE = "; --steps 100 stops it before that, and --within compares what is kept"


def read_outcome(answer: Mapping[str, Any], script: str, limits: Mapping[str, Any]) -> Outcome:
    """Give the outcome that a worker's ``done`` answer tells of.

    ``limits`` are those of the request: ``timeout`` in seconds, ``memory`` and ``output`` in bytes.
    """
    raw = base64.b64decode(answer["stdout"])
    stdout = raw.decode("utf-8", errors="replace")
    stderr = base64.b64decode(answer["stderr"]).decode("utf-8", errors="replace")
    report = read_report(answer["report"], MOST_OF_A_FAILURE if answer["stopped_for"] else None, answer.get("seal"))
    ended = report.ended
    entry = Entry(ended.get("entry", Entry.TRACE if report.records else Entry.SCRIPT))
    trace = trace_of_lines(printed_lines(stdout)) if ended.get("entry") == Entry.SCRIPT else Trace(report.records)
    steps = limits.get("steps")
    wanted = until_step(stdout, steps) if steps is not None else None
    asked = _asked(answer, ended, script, stdout) if limits.get("within") and wanted is None else ""
    cut = wanted is not None or bool(asked) or (answer["stopped_for"] == "time" and bool(limits.get("within")))
    if cut:
        # It was stopped in the middle of a line.
        stdout = stdout[: stdout.rfind("\n") + 1] if wanted is None else wanted
    failure = (
        (_cut_off(answer, script, stdout, limits) or _touched(answer))
        if cut
        else _stopped(answer, script, limits)
        or _touched(answer)
        or _written_over(answer, report)
        or _died(answer, ended, script, stderr)
        or _ended_badly(ended, script, stderr)
        or _left_something(answer)
        or _bad_output(answer, raw, limits)
        or _nothing_to_compare(ended, trace, script, with_scene=bool(limits.get("scene")))
    )
    if failure is not None:
        trace = Trace(trace.records[:MOST_OF_A_FAILURE])
    raised = ended["type"] if ended.get("ended") == "raise" else ""
    effects = read_side_effects(answer.get("scene"))
    seconds = float(answer["seconds"])
    return Outcome(trace, failure, stdout, stderr, seconds, entry, raised, cut, effects, report.seen, asked)


def _stopped(answer: Mapping[str, Any], script: str, limits: Mapping[str, Any]) -> Failure | None:
    where = _waiting_at(answer["fault"], script)
    match answer["stopped_for"]:
        case "time":
            return Failure("hung", f"still running after {limits['timeout']:g} s{where}", answer["fault"])
        case "memory":
            limit = limits["memory"] / 2**20
            return Failure("memory", f"took more than {limit:.0f} MiB of memory{where}", answer["fault"])
        case "disk":
            limit = limits["disk"] / 2**20
            return Failure(
                "disk", f"took {limit:.0f} MiB of disk, which is all that a run may have{where}", answer["fault"]
            )
        case "trace":
            return Failure("flooded", f"trace() yielded more than can be kept{where}", answer["fault"])
    return None


def _cut_off(answer: Mapping[str, Any], script: str, stdout: str, limits: Mapping[str, Any]) -> Failure | None:
    if printed_lines(stdout):
        return None
    had = limits["timeout"]
    more = _MORE_SECONDS if had < _MORE_SECONDS else 4 * had
    where = _waiting_at(answer["fault"], script)
    was = f" and was{where}" if where else ""
    return Failure("hung", f"printed nothing within {had:g} s{was}; give it more time: --within {more:g}s")


def _asked(answer: Mapping[str, Any], ended: Mapping[str, Any], script: str, stdout: str) -> str:
    """Where a script asked for input that it has not, and has printed numbers before: empty for one that did not."""
    if answer["stopped_for"] or answer["status"] != 0 or ended.get("type") != "EOFError":
        return ""
    if ended["message"] != _NO_INPUT or not any(map(_NUMBER.search, stdout.splitlines()[:-1])):
        return ""
    # The lines of a notebook are those of no file.
    has_lines = ended["line"] and script.endswith(".py")
    return f"{_file_name(script)}:{ended['line']}" if has_lines else _file_name(script)


def _touched(answer: Mapping[str, Any]) -> Failure | None:
    """A run that changed what it is judged by is none, whatever it printed."""
    touched = answer.get("touched")
    if not touched:
        return None
    more = f" and {len(touched) - 1} more" if len(touched) > 1 else ""
    return Failure("files", f"{touched[0]}{more} while it ran; no run may change its case", "\n".join(touched))


def _written_over(answer: Mapping[str, Any], report: Report) -> Failure | None:
    if answer["status"] < 0:  # a signal says more
        return None
    if answer.get("cut"):
        return Failure("record", "the beginning of the run's report is gone; the script wrote over it")
    return Failure("record", report.damage) if report.damage else None


def _died(answer: Mapping[str, Any], ended: Mapping[str, Any], script: str, stderr: str) -> Failure | None:
    status = answer["status"]
    if status < 0:
        where = _waiting_at(answer["fault"], script)
        after = " after its last line" if ended else ""
        return Failure(
            "crashed", f"killed by {signal_name(-status)}{where}{after}", answer["fault"] or last_lines(stderr)
        )
    if not ended or (status > 0 and ended["ended"] == "ok"):
        where = "after its last line" if ended else "in the middle of the script"
        return Failure("exited", f"the process ended with exit code {status} {where}", last_lines(stderr))
    return None


def _ended_badly(ended: Mapping[str, Any], script: str, stderr: str) -> Failure | None:
    match ended["ended"]:
        case "raise":
            line = f"{_file_name(script)}:{ended['line']}: " if ended["line"] else ""
            text = " ".join(str(ended["message"]).split())
            return Failure("raised", _shortened(f"{line}{ended['type']}: {text}"), ended["traceback"])
        case "exit":
            return Failure("exited", ended["message"], last_lines(stderr))
        case "thread" | "record" | "disk" as kind:
            return Failure(kind, ended["message"])
    return None


def _left_something(answer: Mapping[str, Any]) -> Failure | None:
    if not answer["left_over"]:
        return None
    return Failure("process", f"left running: {', '.join(answer['left_over'])}")


def _bad_output(answer: Mapping[str, Any], raw: bytes, limits: Mapping[str, Any]) -> Failure | None:
    # Of a user's script nothing is judged that it writes to stderr, as where each op is placed.
    for stream in ("stdout",) if limits.get("scene") else ("stdout", "stderr"):
        count = answer[f"{stream}_bytes"]
        if count > limits["output"]:
            reason = f"wrote {count} bytes to {stream}; {limits['output']} are kept"
            return Failure("flooded", reason + (_STOPS_BEFORE if limits.get("scene") else ""))
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        byte = raw[error.start]
        return Failure("encoding", f"stdout is not UTF-8: byte 0x{byte:02x} at offset {error.start}")
    return None


def _nothing_to_compare(ended: Mapping[str, Any], trace: Trace, script: str, *, with_scene: bool) -> Failure | None:
    if len(trace):
        return None
    if ended["entry"] == Entry.SCRIPT and with_scene:
        return Failure(
            "silent",
            f"{_file_name(script)} ran to its end and printed nothing: there is no number to compare; "
            "let it print its results",
        )
    if ended["entry"] == Entry.SCRIPT:
        return Failure(
            "silent", f"{_file_name(script)} defines no trace() and printed nothing; it needs one of the two"
        )
    return Failure("record", f"trace() in {_file_name(script)} yielded no record")


def _waiting_at(fault: str, script: str) -> str:
    """Where the script's own code was, from the stack that faulthandler wrote."""
    match = re.search(rf'File "{re.escape(script)}", line (\d+) in (\S+)', fault)
    return f" at {_file_name(script)}:{match[1]}" if match else ""


def _file_name(script: str) -> str:
    return script.replace("\\", "/").rpartition("/")[2]


def _shortened(text: str) -> str:
    return text if len(text) <= _REASON_LENGTH else text[: _REASON_LENGTH - 1] + "…"
