"""``harness port`` of a case: its missing style drafted, entered in ``case.toml``, and run against its logs."""

import argparse
from pathlib import Path

from harness.cases.case import Case
from harness.cases.run import Run, plan
from harness.cases.suite import Suite, read_suite
from harness.commands.common import console, root_of, say
from harness.files.atomic_file import write_beside
from harness.porting.case_styles import DraftedStyle, draft_style, with_style
from harness.porting.draft import Aim
from harness.releases.environments import tox_environment
from harness.releases.shipped import own_root
from harness.results.failure_text import describe
from harness.results.result import check_golden_traces
from harness.runs.runner import run_targets
from harness.sides.observing.styles import styles_text, watch_styles
from harness.targets.surroundings import handing_on
from harness.targets.target import MEBIBYTE, Limits, Setup
from harness.words.errors import UsageError

_RELEASE = "tf"


def is_case(word: str) -> bool:
    """Whether what is to be ported is a folder with a case."""
    return (Path(word) / "case.toml").is_file()


def port_case(options: argparse.Namespace) -> int:
    """Draft what a case lacks, write and enter it, run it; 0 if every verdict passes and all that it computes agrees
    with the graph, 1 if not.

    Raises UsageError for a case that lacks nothing, and for one of no project.
    """
    for option, name in ((options.output, "-o"), (options.json, "--json")):
        if option is not None:
            raise UsageError(f"{name} is for scripts; the style of a case is written beside its case.toml")
    root = root_of(options)
    case = _case_in(read_suite(root), Path(options.script))
    release = options.tf.removeprefix(_RELEASE)
    python = tox_environment(root if (root / "tox.ini").is_file() else own_root(), release)
    drafted = draft_style(case, Aim(release, python))
    toml = case.path.read_text(encoding="utf-8")
    write_beside(drafted.path, drafted.draft.text)
    write_beside(case.path, with_style(toml, drafted.style))
    for line in _drafted_text(case, drafted):
        say(line)
    if options.no_run:
        return 0
    limits = Limits(timeout=options.timeout, memory=options.memory * MEBIBYTE)
    runs = _runs(_case_in(read_suite(root), case.folder))
    return _run(runs, drafted.style, python, handing_on(Setup(jobs=2), options.env), limits)


def _case_in(suite: Suite, folder: Path) -> Case:
    for case in suite.cases:
        if case.folder.resolve() == folder.resolve():
            return case
    raise UsageError(f"is no case of the project {suite.root}; --root names another", folder)


def _drafted_text(case: Case, drafted: DraftedStyle) -> list[str]:
    marks = drafted.draft.marks
    left = f"{len(marks)} mark{'s' if len(marks) != 1 else ''}" if marks else "nothing left undone"
    text = [f"cases/{case.name}/{drafted.path.name}: graph.py to eager TensorFlow 2, {left}; entered in case.toml"]
    text += [f"    {change}" for change in drafted.draft.changes]
    return text + [f"    line {mark.line}: {mark.reason}" for mark in marks]


def _runs(case: Case) -> tuple[Run, ...]:
    return plan([case], (), slow=False) or plan([case], (), slow=True)


def _run(runs: tuple[Run, ...], style: str, python: Path, setup: Setup, limits: Limits) -> int:
    """Hold the style against documented logs and golden traces, and step by step against the graph."""
    wanted = tuple(run for run in runs if run.style.name == style)
    check_golden_traces(wanted)
    with console().status("running"):
        targets = run_targets([python], wanted, setup, limits, lambda _target, _result: None)
        held = list(watch_styles(runs, python, setup, limits))
    good = True
    by_subject = {run.subject: run for run in wanted}
    for target in targets:
        for result in target.results:
            good = good and result.verdict.passes
            golden = "" if result.by_golden is None else ", and the golden trace"
            lines = f"{result.by_log.agreeing} of {result.by_log.expected} documented lines agree{golden}"
            say(f"{target.name} {result.subject} {result.style}: {result.verdict}, {lines}")
            if not result.verdict.passes:
                say(describe(by_subject[result.subject], result))
    for each in (one for one in held if style in (one.left, one.right)):
        good = good and each.agrees
        for line in styles_text(each):
            say(line)
    return 0 if good else 1
