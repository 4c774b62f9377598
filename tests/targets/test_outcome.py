"""What came back from a run, read from the worker's `done` answers."""

import base64
import json
from typing import Any

import pytest

from harness.targets.answer import MOST_OF_A_FAILURE, read_outcome
from harness.targets.outcome import Failure, Outcome, last_lines, signal_name, worker_death
from harness.words.trace import Trace
from tests.traces import of, trace

SCRIPT = "/project/cases/counting/graph.py"
SCENE = {"folder": "/project"}
LIMITS = {"timeout": 2.5, "memory": 512 * 2**20, "output": 100}
ONE = {"record": {"w": ["float32", [], [1.5]]}}
TWO = {"record": {"w": ["float32", [], [2.5]]}}
OK = {"ended": "ok", "entry": "trace"}
SCRIPT_OK = {"ended": "ok", "entry": "script"}
RAISED = {"ended": "raise", "type": "ValueError", "message": "no\n  rank", "line": 7, "traceback": "Traceback ..."}
STACK = f"""Current thread 0x00007f (most recent call first):
  File "/lib/python3.7/threading.py", line 296 in wait
  File "{SCRIPT}", line 12 in trace
  File "{SCRIPT}", line 20 in <module>
"""


def done(*report: dict[str, Any], stdout: bytes = b"", stderr: bytes = b"", **changes: Any) -> dict[str, Any]:
    """The answer to a run that went well, unless `changes` say otherwise."""
    return {
        "answer": "done",
        "id": 1,
        "seconds": 0.25,
        "status": 0,
        "stopped_for": None,
        "left_over": [],
        "report": "".join(json.dumps(line) + "\n" for line in report),
        "fault": "",
        "stdout": base64.b64encode(stdout).decode("ascii"),
        "stderr": base64.b64encode(stderr).decode("ascii"),
        "stdout_bytes": len(stdout),
        "stderr_bytes": len(stderr),
        **changes,
    }


def read(answer: dict[str, Any]) -> Outcome:
    return read_outcome(answer, SCRIPT, LIMITS)


def failure(*report: dict[str, Any], **changes: Any) -> Failure:
    found = read(done(*report, **changes)).failure
    assert found is not None
    return found


def test_the_records_of_a_run_that_went_well_are_its_trace() -> None:
    outcome = read(done(ONE, TWO, OK, stdout=b"said\n", stderr=b"warned\n"))
    assert outcome == Outcome(trace(of(w=1.5), of(w=2.5)), None, "said\n", "warned\n", 0.25)


def test_the_output_of_a_plain_script_is_its_trace() -> None:
    outcome = read(done(SCRIPT_OK, stdout="w 5.0  \n\n学习率 0.1\n".encode()))
    assert outcome.failure is None
    assert outcome.trace == trace(of(line="w 5.0"), of(line="学习率 0.1"))


@pytest.mark.parametrize(
    ("report", "stdout", "entry"),
    [
        ((ONE, OK), b"5.0\n", "trace"),
        ((ONE, RAISED), b"5.0\n", "trace"),
        ((SCRIPT_OK,), b"5.0\n", "script"),
        ((RAISED,), b"5.0\n", "script"),
        ((), b"5.0\n", "script"),
    ],
)
def test_whether_the_records_are_of_a_trace_or_were_printed_is_known(
    report: tuple[dict[str, Any], ...], stdout: bytes, entry: str
) -> None:
    assert read(done(*report, stdout=stdout)).entry == entry


def test_a_plain_script_of_many_lines_that_fails_after_its_last_is_none_with_a_trace() -> None:
    lines = [f"w {number}" for number in range(MOST_OF_A_FAILURE + 1)]
    outcome = read(done(SCRIPT_OK, stdout="\n".join(lines).encode(), status=3, stdout_bytes=9))
    assert outcome.failure is not None and outcome.failure.kind == "exited"
    assert (outcome.entry, outcome.printed) == ("script", tuple(lines))


def test_the_class_of_the_exception_that_ended_a_script_is_kept() -> None:
    assert read(done(ONE, RAISED)).raised == "ValueError"
    assert read(done(ONE, OK)).raised == ""


def test_what_a_script_with_records_prints_is_not_its_trace() -> None:
    assert read(done(ONE, OK, stdout=b"5.0\n")).trace == trace(of(w=1.5))


def test_an_exception_names_its_line_and_keeps_the_traceback() -> None:
    assert failure(ONE, RAISED) == Failure("raised", "graph.py:7: ValueError: no rank", "Traceback ...")
    assert failure({**RAISED, "line": None}).reason == "ValueError: no rank"


def test_the_records_before_a_failure_are_kept() -> None:
    assert read(done(ONE, TWO, RAISED)).trace == trace(of(w=1.5), of(w=2.5))


@pytest.mark.parametrize("changes", [{}, {"stopped_for": "time", "status": -9}])
def test_of_a_failure_without_end_the_first_records_are_kept(changes: dict[str, Any]) -> None:
    outcome = read(done(*[ONE] * MOST_OF_A_FAILURE, TWO, RAISED, **changes))
    assert len(outcome.trace) == MOST_OF_A_FAILURE == 10000
    assert outcome.trace.records[-1] == of(w=1.5)


def test_of_a_run_that_went_well_every_record_is_kept() -> None:
    assert read(done(*[ONE] * MOST_OF_A_FAILURE, TWO, OK)).trace.records[-1] == of(w=2.5)


def test_a_long_message_is_cut() -> None:
    reason = failure({**RAISED, "message": "x" * 1000}).reason
    assert len(reason) == 240
    assert reason.startswith("graph.py:7: ValueError: xxx") and reason.endswith("x…")


def test_leaving_by_sys_exit_is_a_failure() -> None:
    ended = {"ended": "exit", "message": "called sys.exit(3)"}
    assert failure(ONE, ended, stderr=b"bad\n\n") == Failure("exited", "called sys.exit(3)", "bad")


@pytest.mark.parametrize("status", [0, 3])
def test_a_process_that_ended_before_its_script_is_a_failure(status: int) -> None:
    expected = Failure("exited", f"the process ended with exit code {status} in the middle of the script", "bad")
    assert failure(ONE, status=status, stderr=b"bad\n") == expected


def test_a_complete_log_of_a_process_with_an_exit_code_is_a_failure() -> None:
    assert failure(ONE, OK, status=3).reason == "the process ended with exit code 3 after its last line"


@pytest.mark.parametrize(
    ("status", "fault", "reason"),
    [
        (-11, STACK, "killed by SIGSEGV at graph.py:12"),
        (-9, "", "killed by SIGKILL"),
        (-64, "", "killed by SIGRTMAX"),
        (-99, "", "killed by signal 99"),
    ],
)
def test_a_process_that_a_signal_killed_has_crashed(status: int, fault: str, reason: str) -> None:
    assert failure(ONE, status=status, fault=fault, stderr=b"bad\n") == Failure("crashed", reason, fault or "bad")


def test_a_complete_log_whose_process_was_killed_is_a_failure() -> None:
    outcome = read(done(ONE, OK, status=-6))
    assert outcome.failure == Failure("crashed", "killed by SIGABRT after its last line", "")
    assert outcome.trace == trace(of(w=1.5))


def test_the_line_at_which_a_script_hangs_is_named() -> None:
    assert failure(ONE, status=-9, stopped_for="time", fault=STACK) == Failure(
        "hung", "still running after 2.5 s at graph.py:12", STACK
    )
    assert failure(status=-9, stopped_for="time").reason == "still running after 2.5 s"


def test_a_script_that_takes_too_much_memory_is_a_failure() -> None:
    assert failure(status=-9, stopped_for="memory", fault=STACK) == Failure(
        "memory", "took more than 512 MiB of memory at graph.py:12", STACK
    )


def test_a_script_that_yields_too_much_is_a_failure() -> None:
    assert failure(status=-9, stopped_for="trace") == Failure("flooded", "trace() yielded more than can be kept")


@pytest.mark.parametrize("stream", ["stdout", "stderr"])
def test_a_script_that_prints_too_much_is_a_failure(stream: str) -> None:
    count = f"{stream}_bytes"
    flooded = Failure("flooded", f"wrote 101 bytes to {stream}; 100 are kept")
    assert read({**done(ONE, OK), count: 101}).failure == flooded
    assert read({**done(ONE, OK), count: 100}).failure is None


def test_what_a_script_of_a_users_writes_to_stderr_is_no_matter_and_what_it_prints_may_be_cut() -> None:
    answer = {**done(SCRIPT_OK, stdout=b"1\n2\n3"), "stderr_bytes": 101}
    assert read_outcome(answer, SCRIPT, {**LIMITS, "scene": SCENE}).failure is None
    prints = {**answer, "stdout_bytes": 101}
    failed = read_outcome(prints, SCRIPT, {**LIMITS, "scene": SCENE}).failure
    assert failed == Failure(
        "flooded",
        "wrote 101 bytes to stdout; 100 are kept; --steps 100 stops it before that, and --within compares what is kept",
    )
    stopped = read_outcome({**prints, **STOPPED}, SCRIPT, {**LIMITS, "scene": SCENE, "within": True})
    assert (stopped.failure, stopped.cut, stopped.printed) == (None, True, ("1", "2"))


def test_a_script_that_asks_for_input_after_it_has_printed_numbers_is_stopped_there_where_it_may_be() -> None:
    asks = {"ended": "raise", "type": "EOFError", "message": "EOF when reading a line", "line": 7, "traceback": "x"}
    within = {**LIMITS, "scene": SCENE, "within": True}
    answer = done({**asks, "entry": "script"}, stdout=b"epoch 1\nepoch 2\nAnother? ")
    stopped = read_outcome(answer, SCRIPT, within)
    assert (stopped.failure, stopped.cut, stopped.asked) == (None, True, "graph.py:7")
    assert stopped.printed == ("epoch 1", "epoch 2")
    # Without --within; a question that comes first; the end of a file.
    assert read_outcome(answer, SCRIPT, {**LIMITS, "scene": SCENE}).failure is not None
    first = done({**asks, "entry": "script"}, stdout=b"welcome\nHow many of 3? ")
    assert read_outcome(first, SCRIPT, within).failure is not None
    file = done({**asks, "message": "Ran out of input", "entry": "script"}, stdout=b"epoch 1\n")
    assert read_outcome(file, SCRIPT, within).failure is not None


def test_output_that_is_not_utf_8_is_a_failure() -> None:
    outcome = read(done(ONE, OK, stdout=b"ab\xff\n"))
    assert outcome.failure == Failure("encoding", "stdout is not UTF-8: byte 0xff at offset 2")
    assert outcome.stdout == "ab\ufffd\n"


def test_warnings_may_have_any_encoding() -> None:
    assert read(done(ONE, OK, stderr=b"\xff")).failure is None


@pytest.mark.parametrize("kind", ["thread", "record"])
def test_what_the_child_found_wrong_is_a_failure(kind: str) -> None:
    assert failure(ONE, {"ended": kind, "message": "left a thread"}) == Failure(kind, "left a thread")


def test_a_process_left_running_is_a_failure() -> None:
    assert failure(ONE, OK, left_over=["sleep 100", "python x.py"]) == Failure(
        "process", "left running: sleep 100, python x.py"
    )


def test_a_trace_without_records_is_a_failure() -> None:
    assert failure(OK) == Failure("record", "trace() in graph.py yielded no record")


def test_a_plain_script_that_prints_nothing_is_a_failure() -> None:
    assert failure(SCRIPT_OK, stdout=b" \n\n") == Failure(
        "silent", "graph.py defines no trace() and printed nothing; it needs one of the two"
    )


def test_a_report_that_breaks_off_keeps_its_whole_records() -> None:
    answer = done(ONE, TWO, status=-9)
    outcome = read({**answer, "report": answer["report"][:-5]})
    assert outcome.trace == trace(of(w=1.5))
    assert outcome.failure is not None and outcome.failure.kind == "crashed"


def test_records_keep_inf_and_nan() -> None:
    outcome = read(done({"record": {"w": ["float32", [2], [float("inf"), float("nan")]]}}, OK))
    assert [str(item) for item in outcome.trace.records[0]["w"].items] == ["inf", "nan"]
    assert outcome.trace.records[0]["w"].shape == (2,)


STOPPED = {"stopped_for": "time", "status": -9}
KILLED = {"status": -11}
LEFT = {"left_over": ["sleep 100"]}
FLOODED = {"stdout_bytes": 101}


@pytest.mark.parametrize(
    ("report", "changes", "kind"),
    [
        ([RAISED], {**STOPPED, **LEFT, **FLOODED}, "hung"),
        ([RAISED], {**KILLED, **LEFT, **FLOODED}, "crashed"),
        ([ONE, RAISED], {**LEFT, **FLOODED}, "raised"),
        ([], {**LEFT, **FLOODED}, "exited"),
        ([OK], {**LEFT, **FLOODED}, "process"),
        ([OK], FLOODED, "flooded"),
        ([OK], {"stdout": b"\xff"}, "encoding"),
        ([OK], {}, "record"),
    ],
)
def test_of_several_failures_the_first_cause_is_named(
    report: list[dict[str, Any]], changes: dict[str, Any], kind: str
) -> None:
    assert failure(*report, **changes).kind == kind


def test_a_run_whose_worker_died_has_no_trace() -> None:
    assert worker_death("the worker ended", "stderr") == Outcome(
        Trace(()), Failure("worker", "the worker ended", "stderr"), "", "", 0.0
    )


def test_the_last_lines_are_those_that_say_something() -> None:
    assert last_lines("a\n\nb\n \nc\n", 2) == "b\nc"
    assert last_lines("\n".join(map(str, range(30)))).splitlines()[0] == "10"


def test_signals_have_names() -> None:
    assert (signal_name(11), signal_name(99)) == ("SIGSEGV", "signal 99")
