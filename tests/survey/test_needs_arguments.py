"""Words of the command line, windows and input."""

from pathlib import Path

import pytest

from tests.survey.needs_said import said

ARGPARSE = "import argparse\np = argparse.ArgumentParser()\n"
FLAGS = "import tensorflow as tf\nflags = tf.app.flags\nFLAGS = flags.FLAGS\n"


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (
            ARGPARSE + "p.add_argument('data')\np.add_argument('--steps', required=True)\np.parse_args()",
            ['3 arguments data, --steps: --args "DATA --steps ..."'],
        ),
        (ARGPARSE + "p.add_argument('files', nargs='+')\np.parse_args()", ['3 arguments files: --args "FILES"']),
        (FLAGS + "flags.mark_flag_as_required('steps')", ['4 arguments --steps: --args "--steps ..."']),
        (
            FLAGS + "flags.DEFINE_integer('steps', None, '')\nfor i in range(FLAGS.steps):\n    pass",
            ['5 arguments --steps: --args "--steps ..."'],
        ),
        (
            FLAGS + "flags.DEFINE_string('data', None, '')\nif not FLAGS.data:\n    raise ValueError('--data')",
            ['5 arguments --data: --args "--data ..."'],
        ),
        ("import sys\nname = sys.argv[1]", ['2 arguments sys.argv[1]: --args "WORD1"']),
        ("from sys import argv\n_, a, b = argv", ['2 arguments sys.argv[1], sys.argv[2]: --args "WORD1 WORD2"']),
        (
            "import sys\nif len(sys.argv) != 2:\n    sys.exit('usage')\nname = sys.argv[1]",
            ['4 arguments sys.argv[1]: --args "WORD1"'],
        ),
    ],
)
def test_words_without_which_it_ends(tmp_path: Path, text: str, needs: list[str]) -> None:
    assert said(tmp_path, text) == needs


@pytest.mark.parametrize(
    "text",
    [
        ARGPARSE + "p.add_argument('data', nargs='?')\np.add_argument('--steps', default=3)\np.parse_args()",
        ARGPARSE + "p.add_argument('data')\np.parse_args(['x'])",
        ARGPARSE + "p.add_argument('data')",
        ARGPARSE + "s = p.add_subparsers()\nq = s.add_parser('go')\nq.add_argument('data')\np.parse_args()",
        FLAGS + "flags.DEFINE_string('data', None, '')\nprint(FLAGS.data)",
        FLAGS + "flags.DEFINE_integer('n', None, '')\nif FLAGS.n:\n    range(FLAGS.n)",
        "import sys\nname = sys.argv[1] if len(sys.argv) > 1 else 'x'",
        "import sys\nif len(sys.argv) > 1:\n    name = sys.argv[1]",
        "import sys\ntry:\n    name = sys.argv[1]\nexcept IndexError:\n    name = 'x'",
        "import sys\nprint(sys.argv[0], sys.argv[1:])",
        "import sys\nsys.argv = ['x', 'y']\nprint(sys.argv[1])",
    ],
)
def test_words_that_may_be_left_out(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


def test_click_and_fire(tmp_path: Path) -> None:
    text = """\
        import click
        @click.command()
        @click.argument('data')
        @click.option('--n', required=True)
        def main(data, n):
            pass
        main()
        """
    assert said(tmp_path, text)[1:] == ['3 arguments data, --n: --args "DATA --n ..."']
    text = "import fire\ndef main(steps, rate=0.1):\n    pass\nfire.Fire(main)"
    assert said(tmp_path, text)[1:] == ['2 arguments --steps: --args "--steps ..."']


def test_windows_but_for_plots(tmp_path: Path) -> None:
    text = """\
        import matplotlib
        matplotlib.use("Agg")
        import matplotlib.pyplot as plt
        plt.show()
        matplotlib.use("TkAgg")
        import cv2
        cv2.imshow("x", image)
        cv2.imwrite("x.png", image)
        """
    assert [each for each in said(tmp_path, text) if " display " in each] == [
        "5 display a window of TkAgg: leave it out",
        "7 display a window of OpenCV: leave it out",
    ]
    gym = "import gym\nenv = gym.make('CartPole-v0')\nenv.render()"
    assert said(tmp_path, gym)[1:] == ["3 display a window of gym: leave it out"]
    assert said(tmp_path, "import gym\nif SHOW:\n    env.render()")[1:] == []


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("name = input('Name: ')\nage = input()", ["1 input lines of input: --input FILE"]),
        ("def main():\n    input()\nif __name__ == '__main__':\n    main()", ["2 input lines of input: --input FILE"]),
        ("try:\n    input()\nexcept EOFError:\n    pass", []),
        ("if asked:\n    input()", []),
        ("def build(input):\n    return input(3)", []),
        ("input = make()\ninput(3)", []),
    ],
)
def test_input(tmp_path: Path, text: str, needs: list[str]) -> None:
    assert said(tmp_path, text) == needs
