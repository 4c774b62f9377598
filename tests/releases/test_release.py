"""The list of releases, as tox.ini has it."""

from pathlib import Path

import pytest

from harness.releases.release import read_releases
from harness.words.errors import UsageError
from tests.projects import write_project


def pythons(folder: Path, tox: str) -> dict[str, tuple[str, ...]]:
    write_project(folder, {"tox.ini": tox})
    return {release.name: release.pythons for release in read_releases(folder)}


def test_releases_come_with_their_pythons_the_oldest_first(tmp_path: Path) -> None:
    tox = """
        [tox]
        env_list = tf2.21, tf1.15, tf1.4, matrix

        [testenv:tf{1.4,1.15,2.21}]
        # a comment: python2.7
        base_python =
            tf1.4: python3.6
            tf1.15,tf2.21: python3.7, python3.6
        commands = {env_python} -c "print('100%')"
    """
    assert pythons(tmp_path, tox) == {
        "tf1.4": ("python3.6",),
        "tf1.15": ("python3.7", "python3.6"),
        "tf2.21": ("python3.7", "python3.6"),
    }


@pytest.mark.parametrize(
    "listed",
    [
        "tf1.4, tf1.15, lint",
        "tf1.15,tf1.4",
        "\n    tf1.4\n    # the last of TF1\n    tf1.15",
        "tf{1.4,1.15}, lint",
        "tf1.{4, 15}",
        "{tf1,tf2}.15, tf1.4, tf1.4, py3.11",
    ],
)
def test_every_way_in_which_tox_lists_environments_is_read(tmp_path: Path, listed: str) -> None:
    found = list(pythons(tmp_path, f"[tox]\nenv_list = {listed}\n"))
    assert [name for name in found if name != "tf2.15"] == ["tf1.4", "tf1.15"]


def test_without_a_tox_ini_or_without_environments_there_are_none(tmp_path: Path) -> None:
    assert read_releases(tmp_path) == ()
    assert pythons(tmp_path, "[testenv]\n") == {}
    assert pythons(tmp_path, "[tox]\nenv_list = lint, tf, tf2, tf2.15-extra\n") == {}


def test_a_release_is_missing_only_where_none_of_its_pythons_exists(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tox = """
        [tox]
        env_list = tf1.4, tf1.15, tf2.15
        [testenv]
        base_python =
            tf1.4: python3.6, python3.5
            tf1.15: python3.6, python3.7
    """
    write_project(tmp_path, {"tox.ini": tox})
    monkeypatch.setattr(
        "harness.releases.release.find_interpreter", lambda name: Path("/x") if name == "python3.7" else None
    )
    assert [(release.name, release.missing) for release in read_releases(tmp_path)] == [
        ("tf1.4", "no python3.6 or python3.5"),
        ("tf1.15", None),
        ("tf2.15", None),  # which says no Python; tox then takes its own
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("env_list = tf1.4\n", "tox.ini: cannot be read: File contains no section headers"),
        (
            "[tox]\n[tox]\n",
            "tox.ini: cannot be read: While reading from '<string>' [line 2]: section 'tox'",
        ),
        (b"[tox]\nenv_list = tf1.4 # \xff\n", "tox.ini:2: is not UTF-8 at byte 25"),
    ],
)
def test_a_malformed_tox_ini_is_named(tmp_path: Path, content: str | bytes, message: str) -> None:
    write_project(tmp_path, {"tox.ini": content})
    with pytest.raises(UsageError) as refused:
        read_releases(tmp_path)
    assert str(refused.value).startswith(f"{tmp_path}/{message}")


def test_a_tox_ini_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "tox.ini").mkdir()
    with pytest.raises(UsageError, match=r"tox\.ini: cannot be read: Is a directory"):
        read_releases(tmp_path)
