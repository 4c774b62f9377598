"""Reading a project."""

from pathlib import Path

import pytest
from packaging.version import Version

from harness.cases.case import Claim, Erratum
from harness.cases.suite import find_root, read_suite, unused_golden_files
from harness.judging.judge import Tolerance
from harness.words.errors import UsageError
from tests.projects import CASE, LOG, minimal_project, write_project

FULL = """
title = "Counts"
note = "n1"
where = "the second code block"
template = "%(step)s %(w)s"
records = 40
derived = "from the prose"
timeout = 5
slow = true
parameters = { rate = 0.1, seed = 1 }

[styles.eager]
since = "2.3"
why = "uses tf.random.Generator"
[styles.graph]
script = "session.py"

[tolerance.w]
relative = 1e-6
[tolerance.default]
ulps = 0

[variants.adam]
parameters = { rate = 0.2 }
only_styles = ["graph"]
slow = false
[variants.plain]
template = "%(w)s"
records = 3

[[errata]]
line = 4
says = "0.2"
shows = "0.3"

[[claims]]
line = 9
says = "it falls"
verdict = "holds"
shows = "it does"
"""


def test_the_smallest_case(tmp_path: Path) -> None:
    [case] = read_suite(minimal_project(tmp_path)).cases
    assert (case.name, case.title, case.note.key, case.where) == (
        "counting",
        "Counts to three",
        "n1",
        "the only code block",
    )
    assert (case.timeout, case.pitfall, case.right, case.errata, case.claims) == (60.0, None, None, (), ())
    [style], [variant] = case.styles, case.variants
    assert (style.name, style.script.name, style.since) == ("graph", "graph.py", Version("0.12"))
    assert (variant.name, variant.step_field, variant.records, variant.slow) == ("", "step", None, False)
    assert [line.text for line in variant.log.lines] == ["1 0.5", "2 1.0", "3 1.5"]
    assert variant.tolerances.of("w") == Tolerance(ulps=4, relative=0.0, absolute=0.0)


def test_a_case_with_everything(tmp_path: Path) -> None:
    root = minimal_project(tmp_path, case=FULL, log=None)
    write_project(
        root,
        {
            "cases/counting/session.py": "",
            "cases/counting/eager.py": "",
            "golden/counting/adam/documented.log": LOG,
            "golden/counting/plain/documented.log": "\n0.5\n",
        },
    )
    [case] = read_suite(root).cases
    assert case.timeout == 5.0
    assert [(style.name, style.script.name, str(style.since)) for style in case.styles] == [
        ("graph", "session.py", "0.12"),
        ("eager", "eager.py", "2.3"),
    ]
    assert case.variants[0].tolerances.of("w") == Tolerance(ulps=4, relative=1e-6)
    assert case.variants[0].tolerances.of("step") == Tolerance(ulps=0)
    assert case.errata == (Erratum(4, "0.2", "0.3"),)
    assert case.claims == (Claim(9, "", "it falls", "holds", "it does"),)
    adam, plain = case.variants
    assert (adam.parameters, plain.parameters) == ({"rate": 0.2, "seed": 1}, {"rate": 0.1, "seed": 1})
    assert ([style.name for style in adam.styles], [style.name for style in plain.styles]) == (
        ["graph"],
        ["graph", "eager"],
    )
    assert (adam.slow, plain.slow, adam.records, plain.records) == (False, True, 40, 3)
    assert (adam.step_field, plain.step_field) == ("step", None)
    assert adam.log_path == root / "golden" / "counting" / "adam" / "documented.log"


def test_without_a_template_every_line_is_one_field(tmp_path: Path) -> None:
    case = CASE.replace('template = "%(step)s %(w)s"\n', "")
    [read] = read_suite(minimal_project(tmp_path, case=case)).cases
    assert (read.variants[0].template.fields, read.variants[0].step_field) == (("line",), None)


def test_cases_come_in_the_order_of_their_names_and_may_lie_in_folders(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {}
    for name in ("b", "group/c", "a"):
        files |= {f"cases/{name}/case.toml": CASE, f"cases/{name}/graph.py": "", f"golden/{name}/documented.log": LOG}
    suite = read_suite(write_project(minimal_project(tmp_path), files))
    assert [case.name for case in suite.cases] == ["a", "b", "counting", "group/c"]
    assert [case.name for case in suite.select(["group/c", "a", "a"])] == ["group/c", "a"]
    assert suite.select([]) == suite.cases


def test_an_unknown_case_cannot_be_selected(tmp_path: Path) -> None:
    suite = read_suite(minimal_project(tmp_path))
    with pytest.raises(UsageError, match=r"there is no case 'countin'; did you mean 'counting'\?"):
        suite.select(["countin"])
    with pytest.raises(UsageError, match="there is no case 'zzz'; there are: counting"):
        suite.select(["counting", "zzz"])


def test_the_root_is_the_nearest_folder_with_cases_and_golden_files(tmp_path: Path) -> None:
    root = minimal_project(tmp_path / "project")
    assert find_root(root) == find_root(root / "cases" / "counting") == root
    with pytest.raises(UsageError, match=r"has cases/ and golden/; go there or give --root"):
        find_root(tmp_path)


def test_a_project_without_a_case_is_a_mistake(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"there is no case.toml in any folder under .*cases"):
        read_suite(minimal_project(tmp_path, case=None))


def test_golden_files_that_no_case_uses_are_found(tmp_path: Path) -> None:
    root = minimal_project(tmp_path)
    assert unused_golden_files(read_suite(root)) == ()
    write_project(
        root, {"golden/counting/graph.csv": "", "golden/counting/eager.csv": "", "golden/old/documented.log": LOG}
    )
    assert [path.relative_to(root).as_posix() for path in unused_golden_files(read_suite(root))] == [
        "golden/counting/eager.csv",
        "golden/old/documented.log",
    ]
