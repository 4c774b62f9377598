"""Specification of layers: packages beside TensorFlow's own, which leave its environment as it is."""

import re
import subprocess
from pathlib import Path

import pytest

from harness.releases.layers import layer_of
from harness.sides.around.packages import layer_for
from harness.words.errors import UsageError


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("HARNESS_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache"


def contents(python: Path) -> list[str]:
    (site,) = python.parents[1].glob("lib/python*/site-packages")
    return sorted(path.name for path in site.iterdir())


def test_a_layer_has_the_package_and_what_it_needs_but_nothing_that_the_environment_has(
    tf2_python: Path, root: Path
) -> None:
    before = contents(tf2_python)
    layer = layer_of(tf2_python, ("patsy",), root)
    assert layer.remark == ""
    names = {path.name for path in layer.folder.iterdir()}
    assert "patsy" in names
    assert "numpy" not in names
    assert contents(tf2_python) == before
    look = f"import site; site.addsitedir({str(layer.folder)!r}); import patsy, numpy; print(numpy.__file__)"
    said = subprocess.run([str(tf2_python), "-c", look], capture_output=True, text=True, check=True).stdout
    assert said.startswith(str(tf2_python.parents[1]))


def test_the_second_script_that_asks_for_the_same_finds_it_there(tf2_python: Path, root: Path) -> None:
    first = layer_of(tf2_python, ("patsy",), root).folder
    when = first.stat().st_mtime_ns
    second = layer_of(tf2_python, ("patsy",), root).folder
    assert (second, second.stat().st_mtime_ns) == (first, when)


@pytest.mark.parametrize(
    ("package", "message"),
    [
        ("no such name!", r"--with no such name!: is no name of a package, as scikit-learn or pandas==1.0 is"),
        (
            "x @ https://example.com/x.whl",
            r"--with x @ https://example.com/x.whl: packages come from the index, by name",
        ),
        ("numpy==1.0.0.0.1", r"--with numpy==1.0.0.0.1: cannot be had beside what .*python has; the installer's last"),
    ],
)
def test_what_cannot_be_had_is_one_message(
    package: str, message: str, tf2_python: Path, root: Path, cache: Path
) -> None:
    with pytest.raises(UsageError, match=message):
        layer_of(tf2_python, (package,), root)
    assert not list((cache / "layers").glob("[!.]*"))


def test_auto_adds_what_is_imported_and_lacking_but_no_file_of_ones_own(
    tf2_python: Path, root: Path, tmp_path: Path
) -> None:
    script = tmp_path / "train.py"
    (tmp_path / "helper.py").write_text("import patsy\n")
    text = "import os, numpy, tensorflow as tf, helper\nfrom tensorflow.examples.tutorials.mnist import input_data\n"
    layer = layer_for(("auto",), script, text, tf2_python, root)
    assert layer is not None
    assert (layer.folder / "patsy").is_dir()
    assert not list(layer.folder.glob("helper*"))
    assert layer_for(("auto",), script, "import os, tensorflow", tf2_python, root) is None
    assert layer_for((), script, text, tf2_python, root) is None


def test_auto_takes_no_package_that_came_to_the_index_after_the_release(
    tf1_python: Path, root: Path, tmp_path: Path
) -> None:
    script = tmp_path / "train.py"
    layer = layer_for(("auto",), script, "import patsy, trainer\n", tf1_python, root)
    assert layer is not None
    assert re.fullmatch(r"no package trainer was on the index on 20\d\d-\d\d-\d\d", layer.remark)
    assert not (layer.folder / "trainer").exists()
    assert (layer.folder / "patsy").is_dir()
    alone = layer_for(("auto",), script, "import trainer\n", tf1_python, root)
    assert alone is not None
    assert alone.remark == layer.remark
    assert (layer.added, alone.added) == ("patsy 0.5.1", "")
    assert sorted(path.name for path in alone.folder.iterdir()) == [".left-out"]


@pytest.mark.parametrize("place", ["mlengine/patsy/__init__.py", "code/lib/patsy.py"])
def test_auto_takes_no_package_for_a_module_that_lies_further_below(
    place: str, tf2_python: Path, root: Path, tmp_path: Path
) -> None:
    (tmp_path / place).parent.mkdir(parents=True)
    (tmp_path / place).write_text("")
    text = "import sys\nsys.path.append('mlengine')\nfrom patsy.task import load\n"
    assert layer_for(("auto",), tmp_path / "train.py", text, tf2_python, root) is None


def test_auto_takes_no_package_for_the_folder_that_a_script_lies_in(
    tf2_python: Path, root: Path, tmp_path: Path
) -> None:
    place = tmp_path / "patsy" / "examples"
    place.mkdir(parents=True)
    for folder in (place.parent, place):
        (folder / "__init__.py").write_text("")
        assert layer_for(("auto",), folder / "train.py", "from patsy import model\n", tf2_python, root) is None


def test_a_folder_that_only_has_the_name_of_a_package_is_none(tf2_python: Path, root: Path, tmp_path: Path) -> None:
    (tmp_path / "patsy").mkdir()
    layer = layer_for(("auto",), tmp_path / "patsy" / "train.py", "import patsy\n", tf2_python, root)
    assert layer is not None
    assert (layer.folder / "patsy").is_dir()


def test_auto_leaves_out_what_no_index_has(tf2_python: Path, root: Path, tmp_path: Path) -> None:
    text = "import patsy\nimport a_module_of_mine_that_lies_elsewhere\n"
    layer = layer_for(("auto",), tmp_path / "train.py", text, tf2_python, root)
    assert layer is not None
    assert (layer.folder / "patsy").is_dir()
