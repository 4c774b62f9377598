"""Constraints: what is asked of a uv that answers as told, and what the project's own files pin."""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.cli import main
from harness.releases.constraints import Resolution, exclude_newer, resolve, write_constraints
from harness.releases.release import Release, read_releases
from harness.words.errors import UsageError
from tests.conftest import ROOT
from tests.projects import minimal_project, write_project

RELEASE = Release("tf1.15", ("python3.7",), "tensorflow==1.15.5", "2021-01-20", 554)
HEAD = "# TensorFlow 1.15.5 as it was on 2021-01-20; made by `harness constraints`, not by hand.\n"
TODAYS = (
    "--exclude-newer-package packaging=2100-01-01 --exclude-newer-package setuptools=2100-01-01 "
    "--exclude-newer-package wheel=2100-01-01"
)
# Wants the packages of the file `wanted` from source, in turn, then pins what it reads; or fails with `says`.
UV = """\
#!/bin/sh
here=$(dirname "$0")
echo "$@" | sed 's#[^ ]*override.txt#OVERRIDE#' >> "$here/asked"
while [ $# -gt 1 ]; do
    if [ "$1" = --override ]; then cp "$2" "$here/override"; fi
    if [ "$1" = --no-binary ]; then built="$built $2 "; fi
    shift
done
if [ -e "$here/says" ]; then cat "$here/says" >&2; exit 1; fi
for name in $(cat "$here/wanted"); do
    case "$built" in
        *" $name "*) ;;
        *) printf 'error: Wheels are required\\n  for `%s` because\\n' "$name" >&2; exit 1 ;;
    esac
done
cat
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the fake uv and its files are; the machine has Python 3.7 only."""
    uv = tmp_path / "uv"
    uv.write_text(UV)
    uv.chmod(0o755)
    (tmp_path / "wanted").touch()
    monkeypatch.setattr("harness.releases.constraints.find_uv_bin", lambda: str(uv))
    monkeypatch.setattr(
        "harness.releases.constraints.find_interpreter", lambda name: Path("/py/3.7") if name == "3.7" else None
    )
    return tmp_path


@pytest.fixture
def asked(folder: Path) -> Callable[[], list[str]]:
    return lambda: (folder / "asked").read_text().splitlines()


def test_the_day_holds_for_everything_but_what_builds_and_installs() -> None:
    assert " ".join(exclude_newer("2018-09-24")) == f"--exclude-newer 2018-09-24 {TODAYS}"


def test_one_python_is_resolved_with_that_interpreter_and_wheels_only(
    folder: Path, asked: Callable[[], list[str]]
) -> None:
    assert resolve(RELEASE) == Resolution(f"{HEAD}tensorflow==1.15.5", ())
    assert asked() == [
        "pip compile --quiet --no-header --no-annotate --emit-build-options --no-emit-index-url --no-emit-find-links "
        "--python-version 3.7 --only-binary :all: --python /py/3.7 --override OVERRIDE --exclude-newer 2021-01-20 "
        f"{TODAYS} -"
    ]
    assert (folder / "override").read_text() == "tensorflow-intel; sys_platform == 'never'"


def test_several_pythons_are_resolved_for_the_oldest_and_all_after_it(asked: Callable[[], list[str]]) -> None:
    resolve(Release("tf2.15", ("python3.11", "python3.10", "python3.9"), "tensorflow==2.15.1", "2024-03-22"))
    assert "--python-version 3.9 --only-binary :all: --universal --override" in asked()[0]


def test_what_never_had_a_wheel_is_taken_from_source_one_by_one(folder: Path, asked: Callable[[], list[str]]) -> None:
    (folder / "wanted").write_text("gast termcolor")
    assert resolve(RELEASE).from_source == ("gast", "termcolor")
    assert [re.findall(r"--no-binary (\S+)", line) for line in asked()] == [[], ["gast"], ["gast", "termcolor"]]


@pytest.mark.parametrize("name", ["grpcio", "numpy"])
def test_what_is_no_small_package_is_not_built(folder: Path, asked: Callable[[], list[str]], name: str) -> None:
    (folder / "wanted").write_text(name)
    with pytest.raises(UsageError) as refused:
        resolve(RELEASE)
    assert str(refused.value) == (
        f"tf1.15 has no solution as of 2021-01-20:\nerror: Wheels are required\n  for `{name}` because"
    )
    assert len(asked()) == 1


def test_without_a_solution_the_last_lines_say_why(folder: Path) -> None:
    (folder / "says").write_text("".join(f"line {number}\n" for number in range(9)))
    with pytest.raises(UsageError) as refused:
        resolve(RELEASE)
    lines = "\n".join(f"line {number}" for number in range(4, 9))
    assert str(refused.value) == f"tf1.15 has no solution as of 2021-01-20:\n{lines}"


def test_a_package_that_still_lacks_a_wheel_when_built_from_source_ends_it(folder: Path) -> None:
    (folder / "says").write_text("Wheels are required for `gast` because it is so")
    with pytest.raises(UsageError, match="has no solution"):
        resolve(RELEASE)


@pytest.mark.parametrize(
    "release",
    [
        Release("tf9.9", (), "tensorflow==9.9", "2030-01-01"),
        Release("tf9.9", ("python3.7",), "", "2030-01-01"),
        Release("tf9.9", ("python3.7",), "tensorflow==9.9", ""),
    ],
)
@pytest.mark.usefixtures("folder")
def test_a_release_of_which_too_little_is_known_is_not_resolved(release: Release) -> None:
    with pytest.raises(UsageError) as refused:
        resolve(release)
    assert str(refused.value) == ("tox.ini lacks what tf9.9 installs, its day in [releases], or its base_python")


@pytest.mark.usefixtures("folder")
def test_releases_can_be_resolved_side_by_side() -> None:
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(resolve, [RELEASE] * 24))
    assert found == [Resolution(f"{HEAD}tensorflow==1.15.5", ())] * 24


def test_a_file_that_says_the_same_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "constraints" / "tf1.15.txt"
    assert write_constraints(path, Resolution("a==1\n", ()))
    assert path.read_text() == "a==1\n"
    path.chmod(0o444)
    before = path.stat()
    assert not write_constraints(path, Resolution("a==1\n", ()))
    assert path.stat() == before
    assert write_constraints(path, Resolution("a==2\n", ()))
    assert path.read_text() == "a==2\n"


def test_the_command_says_what_changed(
    folder: Path, asked: Callable[[], list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    tox = """
        [tox]
        env_list = tf1.4, tf1.15
        [releases]
        tf1.4 = 2017-12-22, 265 MB
        tf1.15 = 2021-01-20, 554 MB
        [testenv]
        base_python =
            tf1.4, tf1.15: python3.7
        deps =
            tf1.4: tensorflow==1.4.1
            tf1.15: tensorflow==1.15.5
    """
    write_project(minimal_project(folder), {"tox.ini": tox, "wanted": "gast"})
    assert main(["--root", str(folder), "constraints", "1.15"]) == 0
    assert capsys.readouterr().out == "tf1.15 as of 2021-01-20: changed, from source: gast\n"
    assert main(["--root", str(folder), "constraints"]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "tf1.4 as of 2017-12-22: changed, from source: gast",
        "tf1.15 as of 2021-01-20: unchanged, from source: gast",
    ]
    assert (folder / "constraints" / "tf1.15.txt").read_text() == f"{HEAD}tensorflow==1.15.5"
    assert main(["--root", str(folder), "constraints", "1.51"]) == 2
    assert capsys.readouterr().err.startswith("harness: tox.ini has no release '1.51'; did you mean 'tf1.15'")


@pytest.mark.parametrize("release", read_releases(ROOT), ids=lambda release: str(release.name))
def test_the_projects_constraints_are_of_the_version_and_day_that_tox_installs(release: Release, root: Path) -> None:
    text = (root / "constraints" / f"{release.name}.txt").read_text()
    assert release.requirement in text.splitlines()
    assert text.startswith(f"# TensorFlow {release.version} as it was on {release.as_of}; ")


def test_the_project_has_no_constraints_of_other_releases(root: Path) -> None:
    names = {path.stem for path in (root / "constraints").iterdir()}
    assert names == {release.name for release in read_releases(root)}
