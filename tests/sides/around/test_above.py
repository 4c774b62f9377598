"""Modules that lie above a script are found there, up to the head of its repository."""

from pathlib import Path

from harness.sides.around.above import folders_above, is_folder_near
from harness.sides.around.own_files import own_files


def repository(tmp_path: Path) -> Path:
    for name in (
        "tree/object_detection/utils/label.py",
        "tree/object_detection/train.py",
        "tree/LICENSE",
        "stray.py",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    return tmp_path / "tree"


def test_the_package_that_a_script_lies_in_is_found_from_above(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    script = tree / "object_detection" / "train.py"
    assert folders_above(script, ["object_detection.utils.label", "numpy", "os"]) == (tree,)


def test_what_lies_beside_the_script_or_above_the_repository_is_not(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    script = tree / "object_detection" / "train.py"
    assert folders_above(script, ["utils.label", "stray"]) == ()


def test_modules_from_above_are_the_scripts_own(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    found = own_files(tree / "object_detection" / "train.py", "from object_detection.utils import label\n")
    assert [each.path for each in found] == [tree / "object_detection" / "utils" / "label.py"]


def test_a_folder_beside_a_script_or_what_it_lies_in_is_told_from_a_package_of_its_name(tmp_path: Path) -> None:
    script = repository(tmp_path) / "object_detection" / "train.py"
    names = ("utils", "object_detection", "models", "tree")
    assert [is_folder_near(script, name) for name in names] == [True, False, False, False]


def test_the_one_folder_below_that_has_a_module_is_looked_into(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    script = tree / "note.ipynb"
    for name in ("animals/Loader.py", "animals/deep/shapes.py", "first/twice.py", "second/twice.py", ".kept/hidden.py"):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).touch()
    assert folders_above(script, ["Loader", "shapes", "twice", "hidden", "numpy"]) == (
        tree / "animals",
        tree / "animals" / "deep",
    )
    (tree / "Loader.py").touch()
    assert folders_above(script, ["Loader"]) == ()


def test_a_folder_of_sources_beside_a_script_or_above_it_is_looked_into(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    for name in ("tests/check.py", "src/faces.py", "tests/lib/kept.py"):
        (tree / name).parent.mkdir(exist_ok=True)
        (tree / name).touch()
    script = tree / "tests" / "check.py"
    assert folders_above(script, ["faces", "kept", "numpy"]) == (tree / "tests" / "lib", tree / "src")


def test_the_one_folder_of_the_repository_that_has_a_module_of_that_name_is_looked_into(tmp_path: Path) -> None:
    tree = repository(tmp_path)
    script = tree / "object_detection" / "train.py"
    for name in (
        "words/read_words.py",
        "first/more_words.py",
        "second/more_words.py",
        "words/words.py",
        "a/tf_slim.py",
    ):
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        (tree / name).touch()
    assert folders_above(script, ["read_words", "numpy"]) == (tree / "words",)
    assert folders_above(script, ["more_words"]) == ()
    assert folders_above(script, ["words"]) == ()
    assert folders_above(script, ["tf_slim"]) == ()
