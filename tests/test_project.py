"""The project's own files agree with each other."""

import ast
import configparser
import re
import subprocess
import sys
from pathlib import Path

import pytest

import harness
from harness.cases.suite import read_suite, unused_golden_files
from harness.releases.release import read_releases
from tests.conftest import LONGEST


def read_ini(path: Path) -> configparser.ConfigParser:
    parser = configparser.ConfigParser(interpolation=None)
    parser.read_string(path.read_text(encoding="utf-8"))
    return parser


def test_the_package_requires_what_the_environment_of_tox_itself_has(root: Path) -> None:
    package = read_ini(root / "setup.cfg")["options"]["install_requires"].split()
    tox = read_ini(root / "tox.ini")["tox"]["requires"].split()
    assert package
    assert sorted(tox) == sorted(package)


def test_the_changelog_begins_with_this_version(root: Path) -> None:
    headings = re.findall(r"^## (\S+)", (root / "CHANGELOG.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert headings[0] == harness.__version__


def test_no_golden_file_is_unused(root: Path) -> None:
    assert unused_golden_files(read_suite(root)) == ()


def test_every_release_of_plain_tox_has_its_constraints_and_its_pythons(root: Path) -> None:
    releases = read_releases(root)
    assert len(releases) >= 4
    assert [each.name for each in releases if not (root / "constraints" / f"{each.name}.txt").is_file()] == []
    assert [each.name for each in releases if not each.pythons] == []


def test_the_plugin_is_in_no_other_projects_way(root: Path) -> None:
    package = read_ini(root / "setup.cfg")
    assert list(package["options.entry_points"]) == ["console_scripts"]
    assert package["tool:pytest"]["addopts"].startswith("-p harness.plugin ")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "tox.ini", "docs/cases.md", "docs/architecture.md"])
def test_no_path_stands_alone_where_pytest_would_take_it_for_a_folder_of_tests(name: str, root: Path) -> None:
    text = (root / name).read_text(encoding="utf-8")
    assert re.findall(r"pytest [^`\n]*--(?:python|results) .*", text) == []


# TensorFlow is what the worker is for; NumPy comes with it.
WORKER_MAY_IMPORT = {"tensorflow", "numpy", "_harness_worker"}


@pytest.mark.parametrize(
    "path", sorted((Path(harness.__file__).parent / "targets" / "worker").glob("*.py")), ids=lambda path: path.name
)
def test_the_worker_needs_the_standard_library_and_tensorflow_alone(path: Path) -> None:
    imported = imports_of(path)
    assert {name for name in imported if name not in sys.stdlib_module_names} <= WORKER_MAY_IMPORT


def test_rooms_import_one_way_and_only_the_plugin_knows_pytest(root: Path) -> None:
    """The contracts stand in ``setup.cfg``: a room in no layer would be free to import anything."""
    contracts = read_ini(root / "setup.cfg")
    layers = re.findall(r"\w+", contracts["importlinter:contract:rooms"]["layers"])
    rooms = {path.name for path in (root / "harness").iterdir() if (path / "__init__.py").exists()}
    assert rooms <= set(layers)
    linter = Path(sys.executable).with_name("lint-imports")
    found = subprocess.run([linter, "--no-cache"], cwd=root, capture_output=True, text=True)
    assert found.returncode == 0, found.stdout


def imports_of(path: Path) -> set[str]:
    """Give the top-level packages that a file imports, wherever in it."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module is not None:
            names.add(node.module.partition(".")[0])
    return names


def test_the_tests_that_come_first_since_they_take_the_longest_are_there(root: Path) -> None:
    assert [place for place in LONGEST if not (root / "tests" / place).is_file()] == []
