"""What the options of a survey give already, and needs of scripts as they are."""

from pathlib import Path

import pytest

from harness.sides.around.own_files import own_files
from harness.sides.around.scenes import SceneOptions
from harness.sides.around.texts import script_text
from harness.survey.answers import Need, Wanting
from harness.survey.needs.given import with_given
from harness.survey.needs.of_file import needs_of
from harness.survey.needs.packages import packages_with

ROOT = Path(__file__).parents[2]
PANDAS = Need(Wanting.PACKAGE, "pandas", 1, "--with pandas")
KERAS = Need(Wanting.PACKAGE, "keras", 1, "--with keras")
MNIST = Need(Wanting.DATA, "MNIST", 1, "--stand-in")
ADDRESS = Need(Wanting.DATA, "http://a/b", 1, "--file http://a/b=PATH")
WORDS = Need(Wanting.ARGUMENTS, "--steps", 1, '--args "--steps ..."')
INPUT = Need(Wanting.INPUT, "lines of input", 1, "--input FILE")
ABOVE = Need(Wanting.FILE, "data/a.csv", 1, "--cwd tree")
WINDOW = Need(Wanting.DISPLAY, "a window of Tk", 1, "leave it out")
ALL = (PANDAS, KERAS, MNIST, ADDRESS, WORDS, INPUT, ABOVE, WINDOW)


@pytest.mark.parametrize(
    ("options", "given"),
    [
        (SceneOptions(), []),
        (SceneOptions(packages=("auto",)), ["pandas", "keras"]),
        (SceneOptions(packages=("Keras==2.3",)), ["keras"]),
        (SceneOptions(stand_in=1000), ["MNIST"]),
        (SceneOptions(files={"http://a/b": Path("b")}), ["http://a/b"]),
        (SceneOptions(network=True), ["MNIST", "http://a/b"]),
        (SceneOptions(arguments=("--steps", "3")), ["--steps"]),
        (SceneOptions(input=Path("lines.txt")), ["lines of input"]),
        (SceneOptions(folder=Path("tree")), ["data/a.csv"]),
    ],
)
def test_options_give_what_they_are_for(options: SceneOptions, given: list[str]) -> None:
    needs = with_given(ALL, options)
    assert [need.what for need in needs] == [need.what for need in ALL]
    assert [need.what for need in needs if need.given] == given


def scripts() -> dict[str, list[str]]:
    """Every script of the tests and cases that is run by itself, with what it needs; in 1.15."""
    brought, found = packages_with("1.15", ROOT), {}
    for folder in (ROOT / "tests" / "wild", ROOT / "tests" / "porting" / "scripts", ROOT / "cases"):
        for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.ipynb")]):
            if path.name.startswith("test_"):
                continue
            made = script_text(path)
            text = made.text if made.text is not None else path.read_text(encoding="utf-8")
            needs = needs_of(text, path, folder, tuple(own_files(path, text)), brought)
            if needs:
                found[str(path.relative_to(ROOT))] = [f"{need.kind} {need.what}" for need in needs]
    return found


def test_of_the_scripts_here_those_are_told_that_need_something() -> None:
    corpus = "data text8"
    assert scripts() == {
        "tests/porting/scripts/data_sets_check.py": ["arguments sys.argv[1]"],
        "tests/porting/scripts/digits.py": ["data MNIST"],
        "tests/porting/scripts/helpers_check.py": ["arguments sys.argv[1]"],
        "tests/porting/scripts/keras/digits.py": ["data MNIST"],
        "tests/wild/csv_reader/src/new.py": ["file data/houses.csv"],
        "tests/wild/csv_reader/src/old.py": ["file data/houses.csv"],
        "tests/wild/flags_cnn/new.py": ["arguments --train_steps"],
        "tests/wild/flags_cnn/old.py": ["arguments --train_steps"],
        "tests/wild/mnist_softmax/new.py": ["data MNIST"],
        "tests/wild/mnist_softmax/old.py": ["data MNIST"],
        "tests/wild/plots/new.py": ["package matplotlib"],
        "tests/wild/plots/old.py": ["package matplotlib"],
        "tests/wild/word2vec/new.py": [corpus],
        "tests/wild/word2vec/old.py": [corpus],
    }
