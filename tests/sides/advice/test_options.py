"""An option that names a file which is not there is named itself."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.diagnose.evidence.evidence import Origin, Side
from harness.sides.advice.options import option_text
from harness.targets.outcome import Failure
from harness.targets.scene import Scene
from harness.targets.target import Request

MISSES = "train.py:9: FileNotFoundError: [Errno 2] No such file or directory: '../data/dense.train'"


def side(source: str, reason: str = MISSES) -> Side:
    return Side("train.py@tf1.4", (), source=source, failure=Failure("raised", reason, ""))


@pytest.mark.parametrize(
    ("source", "said"),
    [
        (
            "flags.DEFINE_string('train_file', '../data/dense.train', 'rows')\n",
            'unless it is given; add to the command: --args "--train_file PATH", the file that it is to read',
        ),
        (
            "p.add_argument('-d', '--data-dir', type=str, default='../data/')\n",
            'unless it is given; add to the command: --args "--data-dir PATH", the folder in which it is to look',
        ),
    ],
)
def test_the_option_is_told_whose_value_is_that_path(source: str, said: str) -> None:
    (line,) = option_text(side(source))
    assert line.startswith("../data/dense.train is what --")
    assert line.endswith(said)


def test_no_option_is_told_of_another_path_or_where_words_were_given() -> None:
    source = "flags.DEFINE_string('train_file', '../data/dense.train', 'rows')\n"
    assert list(option_text(side(source.replace("dense", "sparse")))) == []
    assert list(option_text(side(source, "train.py:9: ValueError: ../data/dense.train"))) == []
    request = Request(Path("/x/train.py"), {}, 60.0, 1, 1, scene=Scene(Path("/x"), ("--batch", "1")))
    assert list(option_text(replace(side(source), origin=Origin(Path("python"), request)))) == []
