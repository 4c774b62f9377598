"""Cases: styles and the releases that have them, golden files, digests."""

from pathlib import Path

import pytest
from packaging.version import Version

from harness.cases.case import Style
from harness.cases.suite import read_suite
from tests.projects import CASE, minimal_project


@pytest.mark.parametrize(
    ("since", "release"),
    [
        ("2.0", "2.0.0"),
        ("2.0.0", "2.0"),
        ("2", "2.0"),
        ("1.15", "2.0.0"),
        ("2.0", "2.0.0-beta1"),
        ("2.21", "2.21.0.dev20250101"),
        ("2.15", "2.15.0+nv24"),
        ("2.0", "unknown"),
    ],
)
def test_a_style_exists_from_its_first_release_on(since: str, release: str) -> None:
    assert Style("eager", Path("eager.py"), Version(since), "written for TF2").reason_against(release) is None


@pytest.mark.parametrize(
    ("since", "release"), [("2.0", "1.15.5"), ("2.10", "2.9.3"), ("2.0.1", "2.0.0"), ("1.0", "0.12.1")]
)
def test_a_style_does_not_exist_before_and_says_why(since: str, release: str) -> None:
    style = Style("eager", Path("eager.py"), Version(since), "written for TF2")
    assert style.reason_against(release) == f"written for TF2: TensorFlow {since} and later"


def test_the_files_of_a_case(tmp_path: Path) -> None:
    [case] = read_suite(minimal_project(tmp_path)).cases
    assert case.path == tmp_path / "cases" / "counting" / "case.toml"
    assert case.variants[0].log_path == tmp_path / "golden" / "counting" / "documented.log"
    assert case.variants[0].golden_path("graph") == tmp_path / "golden" / "counting" / "graph.csv"


def digest(root: Path) -> str:
    [case] = read_suite(root).cases
    return case.digest(case.variants[0], case.styles[0])


def test_a_digest_stays_while_no_file_changes(tmp_path: Path) -> None:
    assert digest(minimal_project(tmp_path / "a")) == digest(minimal_project(tmp_path / "b"))
    assert len(digest(tmp_path / "a")) == 16


@pytest.mark.parametrize(
    "name",
    [
        "cases/counting/graph.py",
        "golden/counting/documented.log",
        "golden/counting/graph.csv",
    ],
)
def test_a_digest_changes_with_each_file_that_decides_a_verdict(tmp_path: Path, name: str) -> None:
    root = minimal_project(tmp_path)
    before = digest(root)
    with (root / name).open("a", encoding="utf-8") as file:
        file.write("\n")
    assert digest(root) != before


def test_a_digest_does_not_change_with_other_files(tmp_path: Path) -> None:
    root = minimal_project(tmp_path)
    before = digest(root)
    (root / "cases" / "counting" / "eager.py").write_text("")
    (root / "cases" / "counting" / "__pycache__").mkdir()
    (root / "cases" / "counting" / "__pycache__" / "graph.cpython-311.pyc").write_text("")
    (root / "cases" / "counting" / ".graph.py.swp").write_text("")
    assert digest(root) == before


@pytest.mark.parametrize("name", ["model.py", "layers/dense.py", "data.csv"])
def test_a_digest_changes_with_what_the_script_may_import_or_read(tmp_path: Path, name: str) -> None:
    root = minimal_project(tmp_path)
    beside = root / "cases" / "counting" / name
    beside.parent.mkdir(exist_ok=True)
    beside.write_text("1")
    before = digest(root)
    beside.write_text("2")
    assert digest(root) != before


@pytest.mark.parametrize(
    "more",
    [
        "records = 3\n",
        "timeout = 5\n",
        'step = "w"\n',
        "[parameters]\nrate = 0.5\n",
        "[tolerance.w]\nulps = 9\n",
    ],
)
def test_a_digest_changes_with_what_case_toml_says_of_the_run(tmp_path: Path, more: str) -> None:
    before = digest(minimal_project(tmp_path / "a"))
    head, _, tables = CASE.partition("[styles")
    keys, added = (more, "") if not more.startswith("[") else ("", more)
    assert digest(minimal_project(tmp_path / "b", case=f"{head}{keys}[styles{tables}{added}")) != before


def test_a_digest_does_not_change_with_a_title_or_an_erratum(tmp_path: Path) -> None:
    before = digest(minimal_project(tmp_path / "a"))
    erratum = '\n[[errata]]\nline = 3\nsays = "rate 0.2"\nshows = "rate 0.3"\n'
    after = digest(minimal_project(tmp_path / "b", case=CASE.replace("Counts", "Counts up") + erratum))
    assert after == before
