"""Held against reality: the releases that the linter says have all of a script are those in which it ran.

Every probe of the atlas and every style of every case was run in every release; golden files say where they ran.
"""

from pathlib import Path

import pytest

from harness.atlas.measured import read_measured
from harness.atlas.row import read_rows
from harness.cases.suite import read_suite
from harness.lint.check import lint_file
from harness.lint.script import releases_of, script_of
from harness.symbols.timeline import read_timeline

ROOT = Path(__file__).parents[2]
ROWS = read_rows(ROOT)
# The worker puts a module in the place of `tensorflow.compat.v1` where a release has none.
_FIRST_WITH_COMPAT = "1.13"


def said(path: Path) -> set[str]:
    """The releases that the linter gives for a script as the worker runs it."""
    timeline = read_timeline()
    text = path.read_text(encoding="utf-8")
    first = timeline.releases.index(_FIRST_WITH_COMPAT)
    plain = text.replace("tensorflow.compat.v1", "tensorflow").replace("tf.disable_v2_behavior()", "")
    old = {*releases_of(script_of(plain, timeline), timeline)} & {*timeline.releases[:first]}
    return old | ({*releases_of(script_of(text, timeline), timeline)} & {*timeline.releases[first:]})


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_probe_ran_where_the_linter_says_that_it_can(row: object) -> None:
    for probe, answers in read_measured(ROOT, row).items():  # type: ignore[arg-type]
        ran = {release for release, answer in answers.items() if answer.trace is not None}
        can = said(row.probe(probe)) & answers.keys()  # type: ignore[attr-defined]
        # A value that a release refuses no signature shows: there the linter may hope too much, and never too little.
        assert ran <= can, (probe, sorted(ran - can))


@pytest.mark.long
def test_what_the_linter_hopes_for_and_did_not_run_is_rare() -> None:
    hoped, asked = [], 0
    for row in ROWS:
        for probe, answers in read_measured(ROOT, row).items():
            failed = {release: answer.why_not for release, answer in answers.items() if answer.trace is None}
            asked += len(answers)
            hoped += [(row.name, probe, release, failed[release]) for release in said(row.probe(probe)) & failed.keys()]
    assert len(hoped) <= 0.02 * asked, hoped


@pytest.mark.parametrize("case", read_suite(ROOT).cases, ids=lambda case: case.name)
def test_a_style_of_a_case_runs_where_the_linter_says_that_it_can(case: object) -> None:
    for style in case.styles:  # type: ignore[attr-defined]
        releases = {each for each in read_timeline().releases if style.reason_against(f"{each}.0") is None}
        assert releases <= said(style.script), style.name


SCRIPTS = [*(ROOT / "tests" / "pairs").rglob("*.py"), *(ROOT / "tests" / "migrations").rglob("*.py")]
# What a user forgot to port, and what is old by Keras 2 and new to TensorFlow 1: it shall not run.
_NOT_THERE = ("session_unchanged/new.py", "contrib/new.py", "mask_taken/old.py")


@pytest.mark.parametrize(("name", "release"), [("old.py", "1.15"), ("new.py", "2.15")])
def test_scripts_that_run_in_a_release_have_no_error_there(name: str, release: str) -> None:
    timeline = read_timeline()
    found = [
        finding
        for path in sorted(SCRIPTS)
        if path.name == name and not path.as_posix().endswith(_NOT_THERE)
        for finding in lint_file(path, timeline, timeline.place(release), None).findings
        if finding.severity == "error"
    ]
    assert found == []
