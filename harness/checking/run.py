"""Running the examples of a document in one TensorFlow, and holding each against what the document shows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from harness.checking.checked import Answer, Checked
from harness.checking.claims import hold_claims
from harness.checking.documented_error import shown_error, without_error, without_failure
from harness.checking.held import USUAL, RunReading, hold_run, hold_what_repeats
from harness.checking.worker_kept import WorkerFor
from harness.diagnose.detectors.cannot_run import needs_file
from harness.diagnose.evidence.evidence import Side
from harness.diagnose.evidence.gather import compare_sides, gather
from harness.diagnose.guard import guarded
from harness.documents.document import Document
from harness.documents.example import Example, Reading, Role
from harness.documents.restore.templates import templates
from harness.sides.around.scenes import SceneOptions
from harness.sides.around.texts import script_text, text_as_run
from harness.sides.diagnosis import diagnose_sides
from harness.sides.run import Sides, submit_job
from harness.sides.spread.measure import measure_spread, with_spread
from harness.sides.words import Job, Project, text_job
from harness.targets.target import Limits, Setup
from harness.targets.workers import Worker
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis
from harness.words.verdict import Verdict

_JOBS = 2
_NOT_RUN = {Role.EXCERPT: Answer.EXCERPT, Role.FRAGMENT: Answer.FRAGMENT}
_NO_MODULE = re.compile(r"No module named '?(?P<name>[\w.]+)")
_NO_NETWORK = re.compile(r"no network for (?P<address>\S+)|URLError|Couldn't (?:fetch|download)|URL fetch failure")


@dataclass(frozen=True)
class Ways:
    """How examples are run: where the project lies, limits, what they find, how workers are set up."""

    project: Project
    limits: Limits
    scene: SceneOptions
    setup: Setup


def check_examples(
    document: Document, examples: Sequence[Example], python: Path, ways: Ways, worker_for: WorkerFor
) -> Iterator[Checked]:
    """Run all examples that can be run in an interpreter, one after the other, the readings of one side by side; give
    what came of each. Raises UsageError for an interpreter that cannot be used."""
    for example in examples:
        jobs = _jobs(document, example, python, ways)
        if jobs:
            yield _check(example, jobs, worker_for(jobs[0][1]), ways.setup)
        else:
            yield Checked(example, _NOT_RUN.get(example.role, Answer.NOT_RESTORED))


def _jobs(document: Document, example: Example, python: Path, ways: Ways) -> list[tuple[Reading, Job]]:
    if example.role in _NOT_RUN:
        return []
    name = f"{document.path.name}:{example.first_line}" if example.first_line else str(document.path.name)
    found = []
    for reading in example.readings:
        try:
            if document.format == "notebook":
                given = script_text(document.path, python2=ways.scene.python2)
            else:
                given = text_as_run(document.path, reading.text, python2=ways.scene.python2)
        except UsageError:
            continue
        found.append((reading, text_job(name, document.path, given, python, ways.project, ways.limits, ways.scene)))
    return found


def _check(
    example: Example, jobs: Sequence[tuple[Reading, Job]], workers: Mapping[Path, Worker], setup: Setup
) -> Checked:
    log, error = None, ""
    if example.log is not None:
        log, error = without_error(Side("the document", tuple(line.text for line in example.log.lines)))
    best: RunReading | None = None
    tried = 0
    for start in range(0, len(jobs), _JOBS):
        waiting = [(reading, job, submit_job(job, workers)) for reading, job in jobs[start : start + _JOBS]]
        for reading, job, wait in waiting:
            tried += 1
            run = hold_run(
                reading, job, without_failure(_placed(wait(), reading), error or shown_error(reading.text)), log
            )
            best = run if best is None or run.rank > best.rank else best
        if best is not None and best.is_good:
            break
    assert best is not None
    return _answer(example, best, tried, log, workers, setup)


def _answer(
    example: Example, run: RunReading, tried: int, log: Side | None, workers: Mapping[Path, Worker], setup: Setup
) -> Checked:
    side = run.side
    claims = hold_claims(example.claims, side.lines, templates(run.reading.text))
    checked = Checked(example, Answer.RAN, run.reading, tried, side, run.held, claims, remarks=example.remarks)
    silent = side.failure is not None and side.failure.kind == "silent"
    if side.failure is not None and not (silent and log is None):
        package = _NO_MODULE.search(side.failure.reason)
        if package is not None and package["name"].partition(".")[0] != "tensorflow":
            said = (
                f"it imports {package['name']}, which is not there: --with auto adds packages of the time; a module of "
            )
            remark = f"{said}the author's own has to lie beside the document"
            return replace(checked, answer=Answer.NEEDS_PACKAGE, remarks=(*checked.remarks, remark))
        missing = _missing_data(side, log or side)
        if missing:
            return replace(checked, answer=Answer.NEEDS_DATA, remarks=(*checked.remarks, missing))
        return replace(checked, answer=Answer.FAILED)
    wrong = any(each.holds is False for each in claims)
    if log is None or run.held is None:
        decided = any(each.holds is not None for each in claims)
        return replace(checked, answer=Answer.DIFFERS if wrong else Answer.HOLDS if decided else Answer.RAN)
    if run.held.passes:
        return replace(checked, answer=Answer.DIFFERS if wrong else Answer.HOLDS)
    again = submit_job(run.job, workers)()
    repeated = compare_sides(side, again, USUAL)
    if not repeated.passes:
        steady = hold_what_repeats(log, run, repeated) if repeated.lines is not None and run.held.lines else None
        if steady is not None and not steady.passes and steady.comparison.expected:
            said = "two runs of it differ from each other; this is held of what does not"
            return replace(checked, answer=Answer.DIFFERS, held=steady, remarks=(*checked.remarks, said))
        said = f"two runs of it differ from each other: {repeated.comparison.first}"
        return replace(checked, answer=Answer.NOT_REPRODUCIBLE, remarks=(*checked.remarks, said))
    sides = Sides(log, side, dict(workers))
    if run.held.comparison.verdict is Verdict.DRIFTED:
        # Another processor rounds otherwise: what rounding alone makes of this code is no difference.
        held = with_spread(sides, run.held, USUAL, measure_spread(sides, run.held, USUAL))
        if held.passes:
            return replace(checked, answer=Answer.HOLDS, held=held)
    return replace(checked, answer=Answer.DIFFERS, diagnosis=_diagnosis(run, log, sides, setup))


def _diagnosis(run: RunReading, log: Side, sides: Sides, setup: Setup) -> Diagnosis:
    return guarded(lambda: diagnose_sides(sides, gather(log, run.side, USUAL, run.held), setup))


def _missing_data(side: Side, other: Side) -> str:
    """What a run lacked that is no matter of TensorFlow: a download, input, a file; empty for any other failure."""
    assert side.failure is not None
    said = f"{side.failure.reason}\n{side.failure.detail}"
    if match := _NO_NETWORK.search(said):
        address = match["address"] or ""
        where = f"{address}: --file {address}=PATH gives it, or --network" if address else "its data: --network lets it"
        return f"it downloads {where}; --stand-in gives loaders of well-known sets made-up data"
    if "EOFError" in said:
        return "it asks for input: --input FILE has the lines that it reads"
    finding = needs_file.detect(gather(other, side, USUAL))
    return f"{finding.evidence}; {finding.change}" if finding is not None else ""


def _placed(side: Side, reading: Reading) -> Side:
    """A run whose failure names lines of the document in place of those of the code that was run."""
    if side.failure is None or not any(reading.numbers):
        return side
    script = side.origin.request.script.name if side.origin is not None else ""

    def line(match: re.Match[str]) -> str:
        at = int(match["line"])
        number = reading.numbers[at - 1] if 0 < at <= len(reading.numbers) else 0
        return f"{match['before']}{number or at}"

    reason = re.sub(rf"(?P<before>{re.escape(script)}:)(?P<line>\d+)", line, side.failure.reason)
    detail = re.sub(rf"(?P<before>File \"[^\"]*{re.escape(script)}\", line )(?P<line>\d+)", line, side.failure.detail)
    return replace(side, failure=replace(side.failure, reason=reason, detail=detail))
