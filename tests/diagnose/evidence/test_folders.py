"""Where a file lies that a script has looked for in vain."""

from pathlib import Path

import pytest

from harness.diagnose.evidence.folders import file_elsewhere


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("../data/rows.csv", "models/align/rows.csv"),
        ("twice.csv", None),
        ("/data/rows.csv", None),
        ("~/rows.csv", None),
        ("data/rows", None),
        ("kept.csv", None),
        ("nowhere.csv", None),
    ],
)
def test_the_one_file_of_that_name_in_a_repository(tmp_path: Path, path: str, place: str | None) -> None:
    for name in ("models/align/rows.csv", "rows", "a/twice.csv", "b/twice.csv", ".git/kept.csv"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    assert file_elsewhere(path, tmp_path) == (tmp_path / place if place else None)


def test_a_script_of_no_repository_has_no_file_elsewhere(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").touch()
    assert file_elsewhere("data/rows.csv", None) is None
