"""Packages as of a day: what cannot be built as it was then is taken as of a later day, a guess may be left out."""

import stat
import sys
from pathlib import Path

import pytest

from harness.releases.installing import Installed, install

# An installer that builds `old` from 2018 on, `never` and what of `ranged` is before 2 at no time, and everything else,
# and takes no empty list.
INSTALLER = """#!{python}
import sys
words = sys.argv[1:]
days = dict(word.split("=") for word in words if word.count("=") == 1 and not word.startswith("-"))
day = words[words.index("--exclude-newer") + 1] if "--exclude-newer" in words else "2100"
if "ranged<2" in words:
    sys.exit("error: Failed to build `ranged==1.0`")
for name in ("old", "never"):
    if (name in words or name + "<2" in words) and (name == "never" or days.get(name, day) < "2018"):
        sys.exit("error: Failed to build `" + name + "==1.0`")
if not {{"good", "old", "never"}} & set(words):
    sys.exit("error: the following required arguments were not provided")
"""


@pytest.fixture
def installer(tmp_path: Path) -> list[str]:
    program = tmp_path / "installer"
    program.write_text(INSTALLER.format(python=sys.executable))
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    return [str(program)]


@pytest.mark.parametrize(
    ("packages", "guessed", "installed"),
    [
        (["good"], [], Installed()),
        (["good", "old"], [], Installed(later={"old": "2018-06-01"})),
        ([], ["never"], Installed(not_had=("never",))),
        ([], ["good", "ranged<2"], Installed()),
        ([], ["never<2"], Installed(not_had=("never",))),
        ([], ["good", "never", "old"], Installed(later={"old": "2018-06-01"}, not_had=("never",))),
        (["never"], [], Installed("error: Failed to build `never==1.0`\n")),
    ],
)
def test_a_package_is_of_its_day_or_of_the_next_that_has_it(
    packages: list[str], guessed: list[str], installed: Installed, installer: list[str], tmp_path: Path
) -> None:
    assert install(installer, packages, guessed, "2017-06-01", tmp_path / "layer") == installed


def test_a_release_that_is_not_known_has_packages_of_today(installer: list[str], tmp_path: Path) -> None:
    assert install(installer, ["old"], [], None, tmp_path / "layer") == Installed()
