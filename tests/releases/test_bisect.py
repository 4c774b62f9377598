"""Bisection: the search itself, then the command on two real releases and on many made of them."""

import math
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from harness.cli import main
from harness.releases.bisect import Border, Probe, bisect, first_difference
from harness.releases.release import Release
from harness.words.errors import UsageError
from tests.projects import write_project
from tests.small_cases import SCRIPT, case, project

TOX = """
[tox]
env_list = tf1.4, tf1.15, tf2.0, tf2.4, tf2.15

[testenv]
base_python =
    tf2.4: python3.99
deps =
    tf1.4: tensorflow==1.4.1
    tf1.15: tensorflow==1.15.5
    tf2.0: tensorflow==2.0.4
    tf2.4: tensorflow==2.4.4
    tf2.15: tensorflow==2.15.1

[testenv:tf2.16]
deps =
    tf2.16: tensorflow==2.16.0rc1
"""
VERSION = "import tensorflow as tf\n\nprint('one')\nprint('major', tf.__version__.split('.')[0])\n"
# Other bits on TensorFlow 2, in a field that the log does not show.
FAKE = """
import types

__version__ = "{version}"
compat = types.ModuleType("tensorflow.compat")
"""
MAJOR = SCRIPT.replace("import numpy as np", "import numpy as np\nimport tensorflow as tf").replace(
    "step / 4)", "step / 4 + float(tf.__version__[0]))"
)


def search(
    states: list[str], is_bad: Callable[[Probe, Probe], bool] = lambda probe, good: probe.state != good.state
) -> tuple[Border, list[str], list[str]]:
    """Bisect releases tf1.0, tf1.1, ... with these states; the change, what was probed and what was told."""
    releases = [Release(f"tf1.{number}", ()) for number in range(len(states))]
    probed: list[str] = []
    told: list[str] = []

    def probe(release: Release) -> Probe:
        probed.append(release.name)
        return Probe(states[releases.index(release)], (), release.name)

    return bisect(releases, probe, is_bad, told.append), probed, told


@pytest.mark.parametrize("count", range(2, 13))
def test_every_change_is_found_with_as_few_probes_as_can_be(count: int) -> None:
    for changed in range(1, count):
        change, probed, _ = search(["old"] * changed + ["new"] * (count - changed))
        assert (change.before.name, change.after.name) == (f"tf1.{changed - 1}", f"tf1.{changed}")
        # The probes are those of the two neighbours, not of the ends.
        assert (change.good, change.bad) == (
            Probe("old", (), f"tf1.{changed - 1}"),
            Probe("new", (), f"tf1.{changed}"),
        )
        assert len(probed) == len(set(probed)) <= 2 + math.ceil(math.log2(count - 1))


def test_each_step_is_told() -> None:
    _, probed, told = search(["old", "old", "old", "old", "new"])
    assert probed == ["tf1.0", "tf1.4", "tf1.2", "tf1.3"]
    assert told == [
        "5 releases from tf1.0 to tf1.4, the two ends first",
        "tf1.0: old",
        "tf1.4: new",
        "tf1.2 next, 2 steps at most",
        "tf1.2: old",
        "tf1.3 next, 1 step at most",
        "tf1.3: old",
    ]


def test_digests_are_told_by_letters() -> None:
    told: list[str] = []
    states = iter(["e3df", "f7d0", "b87b", "f7d0"])
    bisect(
        [Release(f"tf1.{number}", ()) for number in range(5)],
        lambda release: Probe(next(states), (), release.name, "bits"),
        lambda probe, good: probe.state != good.state,
        told.append,
    )
    assert [line for line in told if ": " in line] == [
        "tf1.0: bits A",
        "tf1.4: bits B",
        "tf1.2: bits C",
        "tf1.1: bits B",
    ]


def others(states: list[str], is_bad: Callable[[Probe, Probe], bool] | None = None) -> list[tuple[str, str, str, str]]:
    border, _, _ = search(states, *([is_bad] if is_bad is not None else []))
    return [(each.before.name, each.after.name, each.good, each.bad) for each in border.others]


def test_one_change_is_the_only_one() -> None:
    assert others(["old", "old", "old", "new", "new"]) == []


def test_a_second_change_is_named_between_the_releases_that_were_seen() -> None:
    # 1.0 a, 1.4 c, 1.2 b, 1.1 a: the border is 1.1 | 1.2, and behind 1.2 there is another one.
    assert others(["a", "a", "b", "b", "c"]) == [("tf1.2", "tf1.4", "b", "c")]
    # One release only has b, the way the search takes it.
    assert others(["a", "a", "b", "c", "c"]) == [("tf1.2", "tf1.4", "b", "c")]


def test_a_change_before_the_verdict_that_is_asked_for_is_named_too() -> None:
    found = others(["identical", "drifted", "drifted", "diverged"], lambda probe, _good: probe.state == "diverged")
    assert found == [("tf1.0", "tf1.1", "identical", "drifted")]


def test_what_was_not_run_may_have_changed_and_changed_back_and_is_named() -> None:
    # The binary search takes 1.0, 1.4, 1.2 and 1.3.
    border, _, _ = search(["1", "2", "1", "1", "3"])
    assert (border.before.name, border.after.name) == ("tf1.3", "tf1.4")
    assert [release.name for release in border.unseen] == ["tf1.1"]


@pytest.mark.parametrize("states", [["1", "2", "1", "1", "3"], ["1", "2", "1", "1", "1"]])
def test_one_after_the_other_the_first_change_is_found_though_it_is_taken_back(states: list[str]) -> None:
    releases = [Release(f"tf1.{number}", ()) for number in range(len(states))]
    border = bisect(
        releases,
        lambda release: Probe(states[releases.index(release)], (), release.name),
        lambda probe, good: probe.state != good.state,
        lambda _: None,
        every=True,
    )
    assert (border.before.name, border.after.name) == ("tf1.0", "tf1.1")
    assert border.unseen == ()
    assert next((each.before.name, each.after.name) for each in border.others) == ("tf1.1", "tf1.2")


def test_where_no_release_differs_every_one_has_been_looked_at() -> None:
    releases = [Release(f"tf1.{number}", ()) for number in range(3)]
    with pytest.raises(UsageError) as refused:
        bisect(releases, lambda release: Probe("1", (), release.name), lambda *_: False, lambda _: None, every=True)
    assert str(refused.value) == "nothing to bisect: tf1.0 and tf1.2 do not differ in this, nor does any between"


@pytest.mark.parametrize(
    ("states", "message"),
    [
        ([], "bisecting needs two releases, not none"),
        (["old"], "bisecting needs two releases, not tf1.0"),
        (
            ["old", "new", "old"],
            "nothing to bisect: tf1.0 and tf1.2 do not differ in this; --every looks at those between",
        ),
        (["old", "old"], "nothing to bisect: tf1.0 and tf1.1 do not differ in this"),
    ],
)
def test_without_two_ends_that_differ_there_is_nothing_to_bisect(states: list[str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        search(states)
    assert str(refused.value) == message


def test_an_old_end_that_is_bad_already_is_no_good_end() -> None:
    with pytest.raises(UsageError, match=r"^nothing to bisect: tf1\.0, the good end, is already like this$"):
        search(["new", "new"], lambda probe, _good: probe.state == "new")


@pytest.mark.parametrize(
    ("left", "right", "place"),
    [("", "", None), ("ab", "ab", None), ("ab", "ac", 1), ("ab", "abc", 2), ("abc", "ab", 2), ("", "a", 0)],
)
def test_the_first_line_that_differs(left: str, right: str, place: int | None) -> None:
    assert first_difference(left, right) == place


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working directory: a project, and for each release an interpreter with a module that has its version."""

    def made(root: Path, name: str) -> Path:
        if name == "tf1.4" and (root / "no-1.4").exists():
            raise UsageError("tf1.4 cannot be made; its installer's last lines:\nno such wheel")
        fake = write_project(root / name, {"tensorflow/__init__.py": FAKE.format(version=name.removeprefix("tf"))})
        python = fake / "python"
        python.write_text(f'#!/bin/sh\nPYTHONPATH={fake} exec {sys.executable} "$@"\n')
        python.chmod(0o755)
        return python

    monkeypatch.setattr("harness.commands.bisect.tox_environment", made)
    monkeypatch.setattr("harness.commands.bisect.is_ready", lambda _root, name: name != "tf1.4")
    monkeypatch.chdir(tmp_path)
    eager = '[styles.eager]\nscript = "graph.py"\n'
    project(tmp_path, case("major", script=MAJOR, more=eager), case("two", more="[variants.a]\n[variants.b]\n"))
    for name in "ab":
        (tmp_path / "golden" / "two" / name).mkdir()
        shutil.copy(tmp_path / "golden" / "two" / "documented.log", tmp_path / "golden" / "two" / name)
    (tmp_path / "golden" / "two" / "documented.log").unlink()
    return write_project(tmp_path, {"tox.ini": TOX, "version.py": VERSION})


def test_real_releases(
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tf1_python: Path,
    tf2_python: Path,
) -> None:
    monkeypatch.setattr(
        "harness.commands.bisect.tox_environment",
        lambda root, name: {"tf1.15": tf1_python, "tf2.0": tf2_python}[name],
    )
    (folder / "fails.py").write_text("import tensorflow as tf\n\nprint(1)\ntf.placeholder(tf.float32)\nprint(2)\n")
    assert main(["bisect", "fails.py", "--until", "failed", "--good", "1.15", "--bad", "2.0"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:3] == ["tf1.15: ran", "tf2.0: failed"]
    assert told[6].startswith("  tf2.0: fails.py:4: AttributeError: module 'tensorflow' has no attribute 'placeholder'")
    assert told[7:9] == ["  line    2   tf1.15  2", "  line    2    tf2.0  (no such line)"]
    assert told[9].startswith("cause: errors, ")


@pytest.mark.usefixtures("folder")
def test_a_script_is_followed_to_the_release_that_prints_something_else(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bisect", "version.py"]) == 0
    said = capsys.readouterr()
    assert said.err.splitlines() == [
        "tf2.4 is left out: this machine has no python3.99",
        "tf1.4 is not there yet: making its environment, 0 MB",
    ]
    assert said.out.splitlines()[0] == "4 releases from tf1.4 to tf2.15, the two ends first"
    told = said.out.split("\n\n")[1].splitlines()
    assert told[:6] == [
        "tf1.15 and tf2.0 differ:",
        "  tf1.15: 2 lines",
        "  tf2.0: 2 lines",
        "  line    2   tf1.15  major 1",
        "  line    2    tf2.0  major 2",
        "  first line 2, major: expected 1, measured 2 (relative 1)",
    ]
    # That it is the release needs no telling here.
    assert not any("other-release" in line for line in told)


def test_a_script_that_changes_twice_has_a_second_border_and_a_command_for_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    twice = "import tensorflow as tf\nprint('w', {'1.4': 1, '1.15': 2}.get(tf.__version__, 3))\n"
    (folder / "changes twice.py").write_text(twice)
    assert main(["bisect", "changes twice.py", "--no-experiments"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert [line for line in told if ": text" in line][:3] == ["tf1.4: text A", "tf2.15: text B", "tf1.15: text C"]
    assert "tf1.4 and tf1.15 differ:" in told
    assert told[-4:] == [
        "one more change, not explained by this:",
        "  tf1.15: text C; tf2.15: text B",
        "    harness bisect 'changes twice.py' --no-experiments --good 1.15 --bad 2.15",
        "not run: 1 release, tf2.0; what changes and changes back there is seen by --every alone",
    ]


@pytest.mark.usefixtures("folder")
def test_words_of_a_line_can_be_watched(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bisect", "version.py", "--until", "major 2", "--good", "1.15", "--bad", "tf2.0"]) == 0
    assert capsys.readouterr().out.splitlines()[:5] == [
        "2 releases from tf1.15 to tf2.0, the two ends first",
        "tf1.15: does not print these words",
        "tf2.0: prints these words",
        "",
        "tf1.15 and tf2.0 differ:",
    ]
    assert main(["bisect", "version.py", "--until", "major 1", "--good", "1.15", "--bad", "tf2.0"]) == 2
    assert capsys.readouterr().err == "harness: nothing to bisect: tf1.15, the good end, is already like this\n"


def test_words_of_an_error_can_be_watched(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    raises = "import tensorflow as tf\n\nif tf.__version__ > '2':\n    raise ValueError('too new')\nprint('end')\n"
    (folder / "raises.py").write_text(raises)
    assert main(["bisect", "raises.py", "--until", "too new", "--good", "1.15", "--bad", "tf2.0"]) == 0
    told = capsys.readouterr().out.splitlines()
    assert told[1:3] == ["tf1.15: does not print these words", "tf2.0: prints these words"]


@pytest.mark.usefixtures("folder")
def test_a_case_is_followed_to_other_bits_while_its_verdict_stays(capsys: pytest.CaptureFixture[str]) -> None:
    ends = ["--good", "1.15", "--bad", "2.0"]
    assert main(["bisect", "major", "--until", "class", *ends]) == 0
    told = capsys.readouterr().out.split("\n\n")[1].splitlines()
    assert told[:5] == [
        "tf1.15 and tf2.0 differ:",
        "  tf1.15: identical, 3 of 3 lines agree; nothing differs from the log",
        "  tf2.0: identical, 3 of 3 lines agree; nothing differs from the log",
        "  what they print is the same",
        "  first line 1, step 1, loss: expected 1.25, measured 2.25 (7340032 ULP, relative 0.8)",
    ]
    assert main(["bisect", "major", *ends]) == 2
    assert capsys.readouterr().err == "harness: nothing to bisect: tf1.15 and tf2.0 do not differ in this\n"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["none.py"], "none.py: there is no such script"),
        (["majro"], "there is no case 'majro'; did you mean 'major'?"),
        (["two"], "two has variants, name one: two[a], two[b]"),
        (["two[c]"], "two has no variant 'c'; it has: a, b"),
        (["major[c]"], "major has no variant 'c'"),
        (["two[a]", "--style", "eager"], "two[a] has no style 'eager'; it has: graph"),
        (["version.py", "--until", "identical"], "--until identical is for cases: a script has no documented log"),
        (["major", "--bad", "2.51"], "tox.ini has no release '2.51'; did you mean "),
        (["major", "--good", "2.0", "--bad", "1.4"], "--good 2.0 is newer than --bad 1.4"),
        (["major", "--good", "2.0", "--bad", "2.0"], "bisecting needs two releases, not tf2.0"),
        (["major", "--style", "eager", "--good", "1.15"], "this style does not exist for tf1.15; the oldest is tf2.0"),
    ],
)
@pytest.mark.usefixtures("folder")
def test_what_cannot_be_bisected_is_said_before_anything_runs(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["bisect", *words]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.startswith(f"harness: {message}")


def test_an_environment_that_cannot_be_made_ends_it_with_the_installers_words(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "no-1.4").touch()
    assert main(["bisect", "version.py", "--bad", "1.15"]) == 2
    assert capsys.readouterr().err.endswith(
        "harness: tf1.4 cannot be made; its installer's last lines:\nno such wheel\n"
    )


@pytest.mark.usefixtures("folder")
def test_a_pre_release_is_an_end_only_by_name(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["bisect", "version.py", "--good", "2.15"]) == 2
    assert capsys.readouterr().err == "harness: bisecting needs two releases, not tf2.15\n"
    assert main(["bisect", "version.py", "--good", "2.15", "--bad", "2.16"]) == 2
    assert capsys.readouterr().err == "harness: nothing to bisect: tf2.15 and tf2.16 do not differ in this\n"
