"""Environments: those of tox, and TensorFlow as of a day with a uv that only notes what it is asked for."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from harness.cli import main
from harness.releases.environments import cache_folder, environment_as_of, find_release, pythons_of, tox_environment
from harness.words.errors import UsageError
from tests.projects import minimal_project, write_project

TOX = """
[tox]
env_list = tf1.10, tf1.15, tf2.15, tf2.16, tf2.17

[releases]
tf1.10 = 2018-09-07, 343 MB
tf1.15 = 2021-01-20, 554 MB
tf2.15 = 2024-03-22, 1194 MB
tf2.16 = 2024-06-22, 1195 MB

[testenv]
base_python =
    tf1.10: python3.6
    tf1.15: python3.7, python3.6
    tf2.15: python3.11, python3.10
    tf2.16: python3.12
    tf2.17: python3.99
deps =
    tf1.10: tensorflow==1.10.1
    tf1.15: tensorflow==1.15.5
    tf2.15: tensorflow==2.15.1
    tf2.16: tensorflow==2.16.0rc0
"""
TODAYS = (
    "--exclude-newer-package packaging=2100-01-01 --exclude-newer-package setuptools=2100-01-01 "
    "--exclude-newer-package wheel=2100-01-01"
)
# `uv venv ... --python INTERPRETER PLACE` and `uv pip install ... --python PLACE/bin/python ...`; each is noted without
# the folder in which the environment is made. A file `says` beside it lets the installation fail.
UV = """\
#!/bin/sh
here=$(dirname "$0")
echo "$@" | sed 's#[^ ]*/\\.making-[^/]*#BESIDE#' >> "$here/asked"
if [ "$1" = venv ]; then
    for place in "$@"; do :; done
    mkdir -p "$place/bin" "$place/lib/python3.6/site-packages"
    printf '#!/bin/sh\\n' > "$place/bin/python"
    chmod +x "$place/bin/python"
elif [ -e "$here/says" ]; then
    cat "$here/says" >&2
    exit 1
else
    mkdir "${5%/bin/python}/lib/python3.6/site-packages/tensorflow"
fi
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with the fake uv in it, the cache beside, and a machine with Python 3.6, 3.10 and 3.12."""
    write_project(minimal_project(tmp_path), {"tox.ini": TOX})
    uv = tmp_path / "uv"
    uv.write_text(UV)
    uv.chmod(0o755)
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "cache"))
    monkeypatch.setattr("harness.releases.environments.find_uv_bin", lambda: str(uv))
    for module in ("environments", "release"):
        monkeypatch.setattr(
            f"harness.releases.{module}.find_interpreter",
            lambda name: Path("/py") / name if name.removeprefix("python") in ("3.6", "3.10", "3.12") else None,
        )
    return tmp_path


@pytest.fixture
def asked(folder: Path) -> Callable[[], list[str]]:
    """What uv was asked for since the last call."""

    def lines() -> list[str]:
        note = folder / "asked"
        found = note.read_text().splitlines() if note.exists() else []
        note.unlink(missing_ok=True)
        return found

    return lines


def refusal(call: Callable[[], object]) -> str:
    with pytest.raises(UsageError) as refused:
        call()
    return str(refused.value)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_an_environment_of_a_day_is_installed_from_the_index_of_that_day(
    folder: Path, asked: Callable[[], list[str]]
) -> None:
    python = environment_as_of(folder, "2018-09-24")
    assert python == folder / "cache" / "as-of-2018-09-24" / "bin" / "python"
    assert list(python.parents[1].glob("lib/python*/site-packages/tensorflow*"))
    assert asked() == [
        "venv --quiet --relocatable --python /py/3.6 BESIDE/environment",
        f"pip install --quiet --python BESIDE/environment/bin/python --exclude-newer 2018-09-24 {TODAYS} tensorflow",
    ]
    assert names(folder / "cache") == ["as-of-2018-09-24"]


def test_it_is_made_once_however_the_day_is_written(folder: Path, asked: Callable[[], list[str]]) -> None:
    first = environment_as_of(folder, "2018-09-24")
    assert len(asked()) == 2
    assert environment_as_of(folder, "20180924") == first
    assert asked() == []


def test_the_named_python_is_another_environment(folder: Path, asked: Callable[[], list[str]]) -> None:
    python = environment_as_of(folder, "2018-09-24", "3.10")
    assert python == folder / "cache" / "as-of-2018-09-24-python3.10" / "bin" / "python"
    assert asked()[0] == "venv --quiet --relocatable --python /py/3.10 BESIDE/environment"


def test_the_next_python_is_tried_where_the_machine_lacks_one(folder: Path, asked: Callable[[], list[str]]) -> None:
    # 3.11 and 3.7 are likelier but not there.
    environment_as_of(folder, "2024-04-01")
    assert asked()[0] == "venv --quiet --relocatable --python /py/3.10 BESIDE/environment"


def test_a_failure_leaves_nothing_and_is_told_for_every_python(folder: Path, asked: Callable[[], list[str]]) -> None:
    (folder / "says").write_text("".join(f"line {number}\n\n" for number in range(10)) + "\x1b[31mno wheels\x1b[0m\n")
    lines = "\n".join(f"    line {number}" for number in range(4, 10))
    assert refusal(lambda: environment_as_of(folder, "2021-01-20")) == (
        "no TensorFlow as of 2021-01-20 can be installed here:\n"
        "    Python 3.7: this machine has none\n"
        f"    Python 3.6: line 3\n{lines}\n    no wheels"
    )
    assert len(asked()) == 2
    assert names(folder / "cache") == []
    (folder / "says").unlink()
    assert environment_as_of(folder, "2021-01-20").exists()


def test_half_of_an_environment_is_replaced(folder: Path) -> None:
    write_project(folder, {"cache/as-of-2018-09-24/bin/python": "", "cache/as-of-2018-09-24/lib/left": ""})
    assert environment_as_of(folder, "2018-09-24").exists()
    assert names(folder / "cache" / "as-of-2018-09-24" / "lib") == ["python3.6"]


@pytest.mark.parametrize(
    ("day", "message"),
    [
        ("24.9.2018", "a day is written like 2018-09-24, not '24.9.2018'"),
        ("2999-01-01", "2999-01-01 is not over: what the package index has by then nobody knows"),
        ("2018-02-30", "a day is written like 2018-09-24, not '2018-02-30'"),
        ("2018-08-23", "no TensorFlow that this project knows was there on 2018-08-23; the first came on 2018-08-24"),
    ],
)
def test_a_day_on_which_there_was_nothing_is_said(
    folder: Path, asked: Callable[[], list[str]], day: str, message: str
) -> None:
    assert refusal(lambda: environment_as_of(folder, day)) == message
    assert asked() == []


def test_the_pythons_of_a_day_are_those_that_were_there_and_carry_some_release(folder: Path, root: Path) -> None:
    assert pythons_of(root, "2018-06-26") == ["3.6"]
    assert pythons_of(root, "2018-09-24") == ["3.7", "3.6"]
    assert pythons_of(root, "2025-09-01") == ["3.13", "3.12", "3.11", "3.10", "3.9", "3.8", "3.7", "3.6"]
    # A release candidate counts for nothing: pip leaves it alone.
    assert pythons_of(folder, "2021-10-03") == ["3.7", "3.6"]
    assert pythons_of(folder, "2021-10-04") == ["3.10", "3.7", "3.6"]
    assert pythons_of(folder, "2025-01-01") == ["3.11", "3.10", "3.7", "3.6"]
    write_project(folder, {"tox.ini": "[tox]\nenv_list = tf1.15\n"})
    assert refusal(lambda: pythons_of(folder, "2021-01-06")) == (
        "no TensorFlow that this project knows was there on 2021-01-06, for tox.ini gives no release a day"
    )


def test_releases_are_found_with_and_without_tf(folder: Path) -> None:
    assert find_release(folder, "1.15") == find_release(folder, "tf1.15")
    assert find_release(folder, "1.15").requirement == "tensorflow==1.15.5"
    assert refusal(lambda: find_release(folder, "tf1.51")).startswith(
        "tox.ini has no release 'tf1.51'; did you mean 'tf1.15' or "
    )
    assert refusal(lambda: find_release(folder, "torch")) == (
        "tox.ini has no release 'torch'; it has those from 1.10 to 2.17"
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("harness.releases.environments.is_shipped", lambda root: True)
        assert refusal(lambda: find_release(folder, "torch")) == (
            "there is no release 'torch'; there are those from 1.10 to 2.17"
        )
    (folder / "tox.ini").unlink()
    assert refusal(lambda: find_release(folder, "1.15")) == (
        "there is no release '1.15': this project has no tox.ini that lists any"
    )


def test_tox_makes_an_environment_that_is_missing_once(folder: Path) -> None:
    # `python -m tox` takes this one, for it stands in the project's folder.
    made = "lib/python3.6/site-packages/tensorflow"
    tox = f"""
        import pathlib, sys
        place = pathlib.Path(".tox") / sys.argv[-1]
        (place / "{made}").mkdir(parents=True)
        (place / "bin").mkdir()
        (place / "bin" / "python").touch()
        (place / ".tox-info.json").write_text('{{"PythonRun": {{"deps": {{}}}}}}')
        with open("asked", "a") as file:
            print(*sys.argv[1:], file=file)
    """
    write_project(folder, {"tox.py": tox})
    for _ in range(2):
        assert tox_environment(folder, "1.15") == folder / ".tox" / "tf1.15" / "bin" / "python"
    assert (folder / "asked").read_text() == "run -q --notest -e tf1.15\n"


@pytest.mark.parametrize("ending", ["sys.exit(1)", ""])
def test_an_environment_that_tox_cannot_make_is_said_with_its_last_lines(folder: Path, ending: str) -> None:
    write_project(folder, {"tox.py": f"import sys\nprint('no wheel', file=sys.stderr)\n{ending}\n"})
    said = "tf1.15 cannot be made; its installer's last lines:\nno wheel"
    assert refusal(lambda: tox_environment(folder, "1.15")) == said


def test_a_release_without_its_python_is_not_tried(folder: Path) -> None:
    said = "tf2.17 cannot be made: this machine has no python3.99; `harness doctor` says how to get it"
    assert refusal(lambda: tox_environment(folder, "2.17")) == said


def test_the_cache_is_where_the_system_keeps_caches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HARNESS_CACHE", "/c")
    assert cache_folder() == Path("/c")
    monkeypatch.delenv("HARNESS_CACHE")
    monkeypatch.setenv("XDG_CACHE_HOME", "/x")
    assert cache_folder() == Path("/x/tensorflow-legacy-harness")
    monkeypatch.delenv("XDG_CACHE_HOME")
    monkeypatch.setenv("HOME", "/h")
    assert cache_folder() == Path("/h/.cache/tensorflow-legacy-harness")


def test_the_command_prints_the_interpreter_and_nothing_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--root", str(folder), "env", "--as-of", "2018-09-24"]) == 0
    assert capsys.readouterr() == (f"{folder}/cache/as-of-2018-09-24/bin/python\n", "")
    assert main(["--root", str(folder), "env", "--as-of", "2018-09-24", "--python", "3.9"]) == 2
    assert capsys.readouterr().err == (
        "harness: no TensorFlow as of 2018-09-24 can be installed here:\n    Python 3.9: this machine has none\n"
    )
    assert main(["--root", str(folder), "env", "--tf", "2.17"]) == 2
    assert capsys.readouterr().err.startswith("harness: tf2.17 cannot be made: this machine has no python3.99")
    assert main(["--root", str(folder), "env", "--tf", "1.15", "--python", "3.6"]) == 2
    assert capsys.readouterr().err == "harness: --python goes with --as-of; tox.ini says which one a release takes\n"


def test_a_release_is_made_by_one_of_those_who_need_it_at_once(folder: Path, asked: Callable[[], list[str]]) -> None:
    """Of a list that lies in the cache folder itself: that is how machines of a cluster have it."""
    root = write_project(
        folder / "cache" / "surveys" / "root", {"tox.ini": TOX, "constraints/tf1.10.txt": "numpy==1.14.5\n"}
    )
    with ThreadPoolExecutor(8) as pool:
        pythons = set(pool.map(lambda _: tox_environment(root, "1.10"), range(8)))
    assert pythons == {folder / "cache" / "releases" / "tf1.10-a15e7ca0a1bf" / "bin" / "python"}
    assert [line.partition(" --")[0] for line in asked()] == ["venv", "pip install"]


def test_other_constraints_are_another_environment(folder: Path, asked: Callable[[], list[str]]) -> None:
    found = []
    for numpy in ("1.14.5", "1.16.6"):
        texts = {"tox.ini": TOX, "constraints/tf1.10.txt": f"numpy=={numpy}\n"}
        found.append(tox_environment(write_project(folder / "cache" / numpy, texts), "1.10"))
    assert found[0] != found[1]
    assert len(asked()) == 4
    assert tox_environment(folder / "cache" / "1.14.5", "tf1.10") == found[0]
    assert asked() == []
