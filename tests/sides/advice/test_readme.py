"""Words that a script wants are taken from the file of its repository that starts it."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.readme import readme_text
from harness.targets.outcome import Failure
from harness.targets.scene import Scene
from harness.targets.target import Request


def side(folder: Path, stderr: str = "error: the following arguments are required: --style", words: str = "") -> Side:
    scene = Scene(folder, tuple(words.split()))
    origin = Origin(Path("python"), Request(folder / "train.py", {}, 60.0, 1, 1, scene=scene))
    failure = Failure("exited", "train.py:9: called sys.exit(2)", "")
    return Side("train.py@tf1.12", (), failure=failure, stderr=stderr, origin=origin)


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [
        ("README.md", "Run\n\n    python train.py --style a.jpg --size 64\n", "--style a.jpg --size 64"),
        ("README.md", "python -m models.train \\\n    --style a.jpg --size 64\n", "--style a.jpg --size 64"),
        ("run.sh", "python3 -u code/train.py --style a.jpg \\\n    --size 64 > log.txt\n", "--style a.jpg --size 64"),
    ],
)
def test_the_words_with_which_a_file_starts_it_are_told(name: str, text: str, words: str, tmp_path: Path) -> None:
    (tmp_path / "train.py").touch()
    (tmp_path / name).write_text(text)
    assert list(readme_text(side(tmp_path))) == [
        f'{name} starts it with words; add to the command: --args "{words}"',
    ]


@pytest.mark.parametrize(
    "text",
    [
        "python other.py --style a.jpg\n",
        "python train.py --style <path>\n",
        "python train.py\n",
        "python train.py [-h]\n",
    ],
)
def test_nothing_is_made_of_other_commands_or_of_places_to_fill(text: str, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text(text)
    assert list(readme_text(side(tmp_path))) == []


def test_a_script_that_had_words_or_failed_otherwise_is_told_none(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("python train.py --style a.jpg\n")
    assert list(readme_text(side(tmp_path, words="--size 1"))) == []
    assert list(readme_text(side(tmp_path, stderr="ValueError: shapes"))) == []


def test_a_script_that_takes_words_and_misses_data_is_told_them_too(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("python train.py --dataset mnist\n")
    missing = replace(side(tmp_path, stderr=""), failure=Failure("raised", "train.py:9: Exception: No data found", ""))
    assert list(readme_text(missing)) == []
    none = replace(missing, failure=Failure("raised", "train.py:9: TypeError: Expected unicode string, got None", ""))
    assert list(readme_text(none)) == []
    option = replace(none, source="parser.add_argument('--dataset', type=str)\n")
    assert len(list(readme_text(option))) == 1
    takes = replace(missing, source="flags.DEFINE_string('dataset', 'celebA', '')\n")
    assert list(readme_text(takes)) == [
        'README.md starts it with words; add to the command: --args "--dataset mnist"',
    ]


def test_words_that_the_script_does_not_know_are_left_out(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("python train.py --depth 2 --size 1\npython train.py --size 64\n")
    taken = ['README.md starts it with words; add to the command: --args "--size 64"']
    usage = "usage: train.py [-h] [--size SIZE]\n                [--style STYLE]\ntrain.py: error: argument --size"
    assert list(readme_text(side(tmp_path, stderr=usage))) == taken
    defines = replace(side(tmp_path), source="flags.DEFINE_integer('size', 1, '')\n")
    assert list(readme_text(defines)) == taken
    short = replace(side(tmp_path), source="p.add_argument('-s', '--size', type=int)\np.add_argument('--depth')\n")
    assert list(readme_text(short)) == [
        'README.md starts it with words; add to the command: --args "--depth 2 --size 1"',
    ]


def test_the_line_with_the_option_that_its_own_error_asks_for_is_told(tmp_path: Path) -> None:
    defines = "flags.DEFINE_string('dataset', 'faces', '')\nflags.DEFINE_boolean('crop', False, '')\n"
    defines += "flags.DEFINE_integer('height', 64, '')\n"
    reason = "train.py:9: ValueError: shapes differ. Did you correctly set '--crop' or '--height'?"
    failed = replace(side(tmp_path, stderr=""), source=defines, failure=Failure("raised", reason, ""))
    (tmp_path / "README.md").write_text("python train.py --dataset digits\n")
    assert list(readme_text(failed)) == []
    (tmp_path / "README.md").write_text(
        "python train.py --dataset digits --height=28\npython train.py --dataset faces --height=108 --crop\n"
    )
    assert list(readme_text(failed)) == [
        'README.md starts it with words; add to the command: --args "--dataset faces --height=108 --crop"',
    ]
