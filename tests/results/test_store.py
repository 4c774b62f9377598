"""Results files: what is written comes back, nothing that others wrote is lost, half of a file is never seen."""

import json
import threading
from dataclasses import fields
from pathlib import Path
from typing import Any, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.files.atomic_file import write_beside
from harness.results.result import Result
from harness.results.store import (
    TargetResults,
    as_document,
    as_text,
    distinct,
    prepare_results,
    read_folder,
    read_results,
    results_path,
    write_results,
)
from harness.targets.outcome import Failure
from harness.words.errors import UsageError
from harness.words.finding import Diagnosis, Experiment, Finding
from harness.words.verdict import Comparison, Divergence, Verdict

FACTS = {"tensorflow": "2.15.1", "python": "3.11.7", "numpy": "1.26.4"}
# Everything that a script can print or raise: control characters, quotes, half of a surrogate pair.
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.just("\udc80"), max_size=8)
COUNTS = st.integers(0, 10**9)
# What a file leaves out: it can be had from the rest, or is of no use later.
IN_MEMORY = {"trace", "lines", "reused", "trials"}
# As they are written, to a ten-thousandth.
SECONDS = st.integers(0, 10**6).map(lambda ticks: ticks / 16)


def every_field(kind: type, **given: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Values of a dataclass of which no field has its default, unless that is drawn; a new field is drawn, too."""
    hints = get_type_hints(kind)
    names = [field.name for field in fields(kind) if field.name not in IN_MEMORY]
    return st.builds(kind, **{name: given.get(name, st.from_type(hints[name])) for name in names})


st.register_type_strategy(str, TEXTS)
st.register_type_strategy(int, COUNTS)
st.register_type_strategy(float, st.floats(0, allow_infinity=False))
for kind in (Divergence, Comparison, Failure, Experiment):
    st.register_type_strategy(kind, every_field(kind))


def few(kind: type) -> st.SearchStrategy[Any]:
    """None, one or two: a third is written as the second is, and only takes its time to be drawn."""
    return st.lists(st.from_type(kind), max_size=2).map(tuple)


st.register_type_strategy(Finding, every_field(Finding, experiments=few(Experiment)))
st.register_type_strategy(Diagnosis, every_field(Diagnosis, findings=few(Finding), remains=few(str)))
RESULTS = every_field(
    Result,
    case=st.sampled_from("abc"),
    variant=st.sampled_from(["", "adam"]),
    style=st.sampled_from(["graph", "eager"]),
    seconds=SECONDS,
)


def result(case: str, verdict: Verdict = Verdict.IDENTICAL, style: str = "graph", **more: Any) -> Result:
    return Result(case, "", style, verdict, "d1", **more)


def target(*found: Result, name: str = "tf2.15", **facts: str) -> TargetResults:
    return TargetResults(name, {**FACTS, **facts}, found)


def verdicts(path: Path) -> dict[str, str]:
    return {f"{each.case}.{each.style}": each.verdict.value for each in read_results(path).results}


@given(st.lists(RESULTS, max_size=4, unique_by=lambda each: (each.case, each.variant, each.style)))
def test_every_result_comes_back_as_it_was_written(
    tmp_path_factory: pytest.TempPathFactory, found: list[Result]
) -> None:
    path = tmp_path_factory.mktemp("results") / "tf2.15.json"
    write_results(path, target(*found))
    read = read_results(path)
    assert (read.name, read.facts) == ("tf2.15", FACTS)
    assert read.results == tuple(sorted(found, key=lambda each: (each.case, each.variant, each.style)))


def test_the_document_says_schema_harness_time_and_target_before_the_runs(tmp_path: Path) -> None:
    path = results_path(tmp_path, "tf2.15")
    write_results(path, target(result("a", seconds=1.23456)))
    document = json.loads(path.read_text())
    assert list(document) == ["schema", "harness", "made", "target", "runs"]
    assert (document["schema"], document["target"]) == (2, {"name": "tf2.15", **FACTS})
    assert document["runs"][0] == {
        "case": "a",
        "variant": "",
        "style": "graph",
        "verdict": "identical",
        "digest": "d1",
        "by_log": {
            "baseline": "documented log",
            "verdict": "failed",
            "agreeing": 0,
            "expected": 0,
            "missing": 0,
            "left_over": 0,
            "first": None,
        },
        "by_golden": None,
        "failure": None,
        "reason": "",
        "fingerprint": "",
        "seconds": 1.2346,
        "trace_text": "",
        "made_in": "",
        "diagnosis": {"findings": [], "dropped": 0, "problem": "", "remains": []},
    }


def test_numbers_that_are_none_never_make_a_file_that_strict_parsers_refuse() -> None:
    first = Divergence(1, 0, "1", "w", "inf", "nan", None, None)
    broken = result("a", Verdict.DIVERGED, by_log=Comparison("documented log", Verdict.DIVERGED, 0, 1, first=first))
    text = as_text(as_document(target(broken)))

    def refuse(constant: str) -> None:
        raise AssertionError(f"{constant} is no JSON")

    assert json.loads(text, parse_constant=refuse)["runs"][0]["by_log"]["first"]["measured"] == "nan"
    with pytest.raises(ValueError, match="not JSON compliant"):
        as_text({"seconds": float("nan")})


def test_a_partial_run_replaces_its_own_results_and_keeps_all_others(tmp_path: Path) -> None:
    path = tmp_path / "tf2.15.json"
    write_results(path, target(result("b"), result("a"), result("a", style="eager")))
    write_results(path, target(result("a", Verdict.DIVERGED)))
    assert verdicts(path) == {"a.eager": "identical", "a.graph": "diverged", "b.graph": "identical"}


@pytest.mark.parametrize("fact", ["tensorflow", "python", "numpy"])
def test_results_of_an_environment_that_is_no_more_are_not_kept(tmp_path: Path, fact: str) -> None:
    path = tmp_path / "tf2.15.json"
    write_results(path, target(result("a")))
    write_results(path, target(result("b"), **{fact: "9.9.9"}))
    assert verdicts(path) == {"b.graph": "identical"}


def test_many_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "tf2.15.json"
    cases = [f"case_{number:02}" for number in range(16)]
    start = threading.Barrier(len(cases))

    def write(case: str) -> None:
        start.wait()
        write_results(path, target(result(case)))

    threads = [threading.Thread(target=write, args=(case,)) for case in cases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [each.case for each in read_results(path).results] == cases
    assert [each.name for each in tmp_path.iterdir()] == ["tf2.15.json"]


def test_half_of_a_file_is_never_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "tf2.15.json"
    write_results(path, target(result("a")))
    before = path.read_bytes()

    def fail(_self: Path, _other: Path) -> None:
        assert path.read_bytes() == before
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UsageError, match=r"tf2\.15\.json: cannot be written: No space left on device"):
        write_results(path, target(result("b")))
    assert path.read_bytes() == before
    assert [each.name for each in tmp_path.iterdir()] == ["tf2.15.json"]


def test_an_interrupted_write_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_self: Path, _target: Path) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Path, "replace", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_beside(tmp_path / "x.csv", "text")
    assert list(tmp_path.iterdir()) == []


def test_a_file_of_a_newer_harness_is_neither_read_nor_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "tf2.15.json"
    path.write_text(json.dumps({**as_document(target(result("a"))), "schema": 3, "runs": "unheard of"}))
    before = path.read_bytes()
    message = r"tf2\.15\.json: was written by a newer harness \(schema 3, this one knows 2\)"
    with pytest.raises(UsageError, match=message):
        read_results(path)
    with pytest.raises(UsageError, match=message):
        write_results(path, target(result("a")))
    with pytest.raises(UsageError, match=message):
        prepare_results(tmp_path)
    assert path.read_bytes() == before


WHOLE: dict[str, Any] = {"schema": 2, "made": "", "target": {"name": "tf2.15", **FACTS}, "runs": []}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('{"schema": 1', "is no results file: Expecting"),
        ("[]", "is no results file: there should be an object, not []"),
        (json.dumps({**WHOLE, "schema": "1"}), "is no results file: 'schema' should be a whole number, not '1'"),
        (json.dumps({**WHOLE, "target": {"name": "tf2.15"}}), "is no results file: it lacks 'tensorflow'"),
        (
            json.dumps({**WHOLE, "target": {"name": 2, **FACTS}}),
            "is no results file: 'name' should be a text, not 2",
        ),
        (json.dumps({**WHOLE, "runs": [{"case": "a"}]}), "is no results file: it lacks 'variant'"),
        (json.dumps({**WHOLE, "runs": ["a"]}), "is no results file: there should be an object, not 'a'"),
    ],
)
def test_what_is_no_results_file_is_named_and_refused(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "tf2.15.json"
    path.write_text(text)
    with pytest.raises(UsageError) as refused:
        read_folder(tmp_path)
    assert str(refused.value).startswith(f"{path}: {message}")


def test_a_file_of_an_older_harness_is_refused_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "tf2.15.json"
    path.write_text(json.dumps({**WHOLE, "schema": 1, "runs": [{"case": "a", "agreeing": 3}]}))
    message = f"{path}: was written by an older harness (schema 1, this one knows 2); delete it: "
    message += "the next run writes it anew"
    for use in (lambda: read_folder(tmp_path), lambda: prepare_results(tmp_path)):
        with pytest.raises(UsageError) as refused:
            use()
        assert str(refused.value) == message
    path.unlink()
    write_results(path, target(result("a")))
    assert [each.name for each in read_folder(tmp_path)] == ["tf2.15"]


@pytest.mark.parametrize(
    ("key", "value", "message"),
    [
        (["seconds"], "x", "'seconds' should be a number, not 'x'"),
        (["fingerprint"], [5], "'fingerprint' should be a text, not [5]"),
        (["by_log", "agreeing"], None, "'agreeing' should be a whole number, not None"),
        (["by_log", "expected"], True, "'expected' should be a whole number, not True"),
        (["by_log"], "all", "'by_log' should be an object, not 'all'"),
        (["diagnosis", "findings"], 3, "'findings' should be a list, not 3"),
        (["failure"], {"kind": "hung"}, "it lacks 'reason'"),
    ],
)
def test_a_value_of_another_kind_is_refused(tmp_path: Path, key: list[str], value: object, message: str) -> None:
    document = as_document(target(result("a")))
    *inside, last = key
    table = document["runs"][0]
    for name in inside:
        table = table[name]
    table[last] = value
    (tmp_path / "tf2.15.json").write_text(json.dumps(document))
    with pytest.raises(UsageError) as refused:
        read_folder(tmp_path)
    assert str(refused.value) == f"{tmp_path / 'tf2.15.json'}: is no results file: {message}"


def test_a_file_that_is_nested_without_end_is_refused(tmp_path: Path) -> None:
    (tmp_path / "tf2.15.json").write_text("[" * 100_000)
    with pytest.raises(UsageError, match="is no results file: it is nested too deeply"):
        read_folder(tmp_path)


def test_an_unknown_verdict_is_refused(tmp_path: Path) -> None:
    document = as_document(target(result("a")))
    document["runs"][0]["verdict"] = "splendid"
    (tmp_path / "tf2.15.json").write_text(json.dumps(document))
    with pytest.raises(UsageError, match="is no results file: 'splendid' is not a valid Verdict"):
        read_folder(tmp_path)


def test_a_folder_that_is_a_file_is_found_out_before_the_runs(tmp_path: Path) -> None:
    (tmp_path / "results").write_text("")
    with pytest.raises(UsageError, match=r"results: is a file; it should be a folder"):
        prepare_results(tmp_path / "results")


def test_interpreters_with_the_same_release_keep_results_apart() -> None:
    found = distinct([target(), target(python="3.9.1"), target(name="tf1.15"), target(python="3.10.1")])
    assert [(each.name, each.facts["python"]) for each in found] == [
        ("tf2.15", "3.11.7"),
        ("tf2.15#2", "3.9.1"),
        ("tf1.15", "3.11.7"),
        ("tf2.15#3", "3.10.1"),
    ]
