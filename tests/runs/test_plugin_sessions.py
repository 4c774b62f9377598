"""Sessions under pytest: which items there are, what one does to another, results files, and what cannot be done."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeAlias

import pytest

from harness.results.store import read_folder
from tests.projects import write_project
from tests.small_cases import GOLDEN, LOG, SEGFAULT, case, outcomes, project

Inner: TypeAlias = Callable[..., pytest.RunResult]

# Variants, one of them slow, share the case's script.
VARIANTS = """
[styles.eager]
script = "graph.py"
since = "2.0"

[variants.fast]
[variants.long]
slow = true
"""


def crowd(folder: Path) -> Path:
    """Write a project with a case that crashes, one of the future, two that are fine, and a golden file too many."""
    project(
        folder,
        case("crash", script=SEGFAULT),
        case("future", more='since = "99.0"\nwhy = "from the future"\n'),
        case("good", golden=GOLDEN),
        case("same", golden=GOLDEN),
    )
    return write_project(folder, {"golden/gone/graph.csv": GOLDEN})


def variants(folder: Path) -> Path:
    """Write a project with one case of two styles and two variants, one of them slow."""
    files = case("many", more=VARIANTS)
    del files["golden/many/documented.log"]  # each variant has its own
    project(folder, files)
    for name in ("fast", "long"):
        files = {"documented.log": LOG, "graph.csv": GOLDEN, "eager.csv": GOLDEN}
        write_project(folder / "golden" / "many" / name, files)
    return folder


def stored(folder: Path) -> dict[str, Any]:
    """Give what the results files hold, but for what no two runs share: the time that it took."""
    found = {}
    for target in read_folder(folder):
        for result in target.results:
            first = (result.verdict.value, result.reason, result.fingerprint, result.digest)
            found[f"{target.facts['tensorflow'][:2]} {result.subject} {result.style}"] = first
    return found


def test_a_crash_hurts_no_other_case_and_xdist_changes_nothing(pytester: pytest.Pytester, inner: Inner) -> None:
    crowd(pytester.path)
    (plain, spread) = (inner("cases", "--results", "plain"), inner("cases", "--results", "spread", "-n", "2"))
    for result in (plain, spread):
        assert result.ret == pytest.ExitCode.TESTS_FAILED
        assert outcomes(result) == {"crash::graph": "failed", "good::graph": "passed", "same::graph": "passed"}
        result.assert_outcomes(passed=2, failed=1, skipped=1)
        result.stdout.fnmatch_lines_random(
            [
                "crash graph: failed, 1 of 3 documented lines agree",
                "  killed by SIGSEGV at graph.py:6",
                "SKIPPED [[]1[]] *: from the future: TensorFlow 99.0 and later",
                "no case uses golden/gone/graph.csv",
            ]
        )
    found = stored(pytester.path / "plain")
    assert {name: verdict for name, (verdict, *_) in found.items()} == {
        "2. crash graph": "failed",
        "2. future graph": "unsupported",
        "2. good graph": "identical",
        "2. same graph": "identical",
    }
    assert stored(pytester.path / "spread") == found


def test_items_are_named_after_variant_style_and_interpreter(
    pytester: pytest.Pytester, inner: Inner, tf2_python: Path
) -> None:
    variants(pytester.path)

    def items(*words: str, pythons: tuple[Path, ...] = (tf2_python,)) -> list[str]:
        listed = inner("--collect-only", "-q", *words, pythons=pythons)
        return [line.rpartition("cases/")[2] for line in listed.outlines if "::" in line]

    fast = ["many/case.toml::fast-graph", "many/case.toml::fast-eager"]
    slow = ["many/case.toml::long-graph", "many/case.toml::long-eager"]
    assert items("cases") == fast
    assert items("cases", "--slow") == [*fast, *slow]
    assert items("cases/many") == [*fast, *slow]  # what is named is wanted
    assert items("cases/many/case.toml::long-eager") == ["many/case.toml::long-eager"]
    assert items("cases", "--slow", "-k", "eager") == [fast[1], slow[1]]
    assert items("cases", "--style", "graph") == [fast[0]]

    environment = tf2_python.parent.parent
    again = pytester.path / environment.name  # another environment of the same name
    again.symlink_to(environment)
    assert items("cases/many/case.toml", "--style", "graph", pythons=(tf2_python, tf2_python, again)) == [
        f"many/case.toml::{variant}-graph@{name}"
        for variant in ("fast", "long")
        for name in (environment.name, f"{environment.name}#2")
    ]


def test_one_item_runs_alone_and_other_results_stay(
    pytester: pytest.Pytester, inner: Inner, tf1_python: Path, tf2_python: Path
) -> None:
    variants(pytester.path)
    both = (tf1_python, tf2_python)
    result = inner("cases", "--results", "results", pythons=both)
    result.assert_outcomes(passed=3, skipped=1)
    before = stored(pytester.path / "results")
    assert {name: verdict for name, (verdict, *_) in before.items()} == {
        "1. many[fast] graph": "identical",
        "1. many[fast] eager": "unsupported",
        "2. many[fast] graph": "identical",
        "2. many[fast] eager": "identical",
    }

    item = f"cases/many/case.toml::long-eager@{tf2_python.parent.parent.name}"
    alone = inner(item, "--results", "results", pythons=both)
    alone.assert_outcomes(passed=1)
    after = stored(pytester.path / "results")
    assert after.pop("2. many[long] eager")[0] == "identical"
    assert after == before


def test_what_cannot_be_used_is_said_before_anything_runs(pytester: pytest.Pytester, inner: Inner) -> None:
    project(pytester.path, case("same", golden=GOLDEN))
    write_project(pytester.path, {"file": ""})
    folder = pytester.path
    for words, message in (
        (("--results", "file"), "ERROR: file: is a file; it should be a folder"),
        (("--jobs", "0"), "*--jobs: should be a whole number, 1 or more, not '0'"),
        (("--style", "greph"), "*--style: invalid choice: 'greph' (choose from *graph*eager*function*)"),
    ):
        refused = inner("cases", *words)
        assert refused.ret == pytest.ExitCode.USAGE_ERROR
        refused.stderr.fnmatch_lines([message])
        assert "Traceback" not in f"{refused.stdout}{refused.stderr}"

    missing = inner("cases", pythons=(folder / "bin" / "python",))
    assert missing.ret == pytest.ExitCode.USAGE_ERROR
    missing.stderr.fnmatch_lines([f"ERROR: --python {folder}/bin/python does not exist"])


def test_an_interpreter_without_tensorflow_ends_the_session_with_advice(
    pytester: pytest.Pytester, inner: Inner
) -> None:
    project(pytester.path, case("one", golden=GOLDEN), case("two", golden=GOLDEN))
    advice = f"--python {sys.executable} has no TensorFlow; install one there, or let tox make an environment: tox -e *"
    plain = inner("cases", pythons=(Path(sys.executable),))
    assert plain.ret == 2
    plain.stdout.fnmatch_lines([f"*harness: {advice}"])
    spread = inner("cases", "-n", "2", pythons=(Path(sys.executable),))
    assert spread.ret == 2
    assert str(spread.stdout).count("has no TensorFlow") == 1
    spread.stdout.fnmatch_lines([f"ERROR: {advice}"])
    assert "Traceback" not in f"{plain.stdout}{plain.stderr}{spread.stdout}{spread.stderr}"


def test_a_malformed_case_is_an_error_with_file_and_line(pytester: pytest.Pytester, inner: Inner) -> None:
    project(pytester.path, case("fine"), case("key", more="tilte = 1\n"), case("toml"), case("line", log="1 half\n"))
    write_project(pytester.path, {"cases/toml/case.toml": "title = "})
    result = inner("cases")
    assert result.ret == pytest.ExitCode.INTERRUPTED
    result.assert_outcomes(errors=3)
    result.stdout.fnmatch_lines_random(
        [
            f"{pytester.path}/cases/key/case.toml:7: unknown key 'tilte' in *",
            f"{pytester.path}/cases/toml/case.toml:1: is not TOML: *",
            f"{pytester.path}/golden/line/documented.log:1: the line does not fit the template *",
        ]
    )
    assert "Traceback" not in str(result.stdout)


# Takes the results folder away while the session runs.
SPOILER = """
import pathlib


def trace():
    folder = pathlib.Path({folder!r})
    folder.rmdir()
    folder.write_text("")
    for step in (1, 2, 3):
        yield {{"step": step, "w": step / 2}}
"""


@pytest.mark.parametrize("words", [(), ("-n", "1")])
def test_results_that_cannot_be_written_in_the_end_are_an_error_after_the_report(
    pytester: pytest.Pytester, inner: Inner, words: tuple[str, ...]
) -> None:
    results = pytester.path / "results"
    spoiler = SPOILER.format(folder=str(results))
    project(pytester.path, case("spoiler", script=spoiler, golden="# golden trace, format 1\nstep:int,w:float\n"))
    result = inner("cases", "--results", results, *words)
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stdout.fnmatch_lines([f"ERROR: {results}: is a file; it should be a folder", "*1 failed*"])


def test_a_case_toml_of_another_kind_is_left_alone(pytester: pytest.Pytester, inner: Inner) -> None:
    write_project(pytester.path, {"furniture/case.toml": "wood = 'oak'\n"})
    assert inner("--collect-only").ret == pytest.ExitCode.NO_TESTS_COLLECTED
