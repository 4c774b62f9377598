"""Files: literal paths that a script reads, that are not there, and that it does not write itself."""

from pathlib import Path

import pytest

from tests.survey.needs_said import said

BESIDE = "put it beside the script"
TF = "import tensorflow as tf\n"


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("open('a.txt').read()", [f"1 file a.txt: {BESIDE}"]),
        ("with open('a.txt', 'rb') as f:\n    pass", [f"1 file a.txt: {BESIDE}"]),
        ("import numpy as np\nnp.load('x/a.npy')", [f"2 file x/a.npy: {BESIDE}"]),
        ("import os\nD = 'x'\nopen(os.path.join(D, 'a.txt'))", [f"3 file x/a.txt: {BESIDE}"]),
        ("D = 'x'\nopen(f'{D}/a.txt')", [f"2 file x/a.txt: {BESIDE}"]),
        ("open('x/%s_%d.txt' % ('a', 3))", [f"1 file x/a_3.txt: {BESIDE}"]),
        ("open('x/{}.txt'.format('a'))", [f"1 file x/a.txt: {BESIDE}"]),
        ("import os\nopen(os.path.dirname(os.path.abspath(__file__)) + '/a.txt')", [f"2 file a.txt: {BESIDE}"]),
        ("import os\nopen(os.getcwd() + '/a.txt')", [f"2 file a.txt: {BESIDE}"]),
        (
            "def load(name):\n    return open(name)\nload('a.txt')\nload('b.txt')",
            ["2 file a.txt: " + BESIDE, "2 file b.txt: " + BESIDE],
        ),
        ("if __name__ == '__main__':\n    open('a.txt')", [f"2 file a.txt: {BESIDE}"]),
        ("open('/no/such/a.txt')", ["1 file /no/such/a.txt: put it there"]),
        ("open(r'C:\\data\\a.txt')", ["1 file C:\\data\\a.txt: give it a path of this machine"]),
        (TF + "q = tf.train.string_input_producer(['a.csv', 'here.txt'])", [f"2 file a.csv: {BESIDE}"]),
        (TF + "s = tf.train.Saver()\ns.restore(sess, 'm/model.ckpt')", [f"3 file m/model.ckpt: {BESIDE}"]),
        (TF + "s = tf.train.import_meta_graph('m.meta')", [f"2 file m.meta: {BESIDE}"]),
        (
            TF + "tf.app.flags.DEFINE_string('data', 'a.csv', '')\nF = tf.app.flags.FLAGS\nopen(F.data)",
            [f"4 file a.csv: {BESIDE}"],
        ),
        (
            TF + "tf.app.flags.DEFINE_string('data', 'a.csv', '')\nFLAGS = tf.app.flags.FLAGS\nopen(FLAGS.data)",
            [f"4 file a.csv: {BESIDE}"],
        ),
        (
            "import argparse\np = argparse.ArgumentParser()\np.add_argument('--data-dir', default='x')\n"
            "args = p.parse_args()\nopen(args.data_dir + '/a.txt')",
            [f"5 file x/a.txt: {BESIDE}"],
        ),
    ],
)
def test_a_path_that_leads_nowhere_is_needed(tmp_path: Path, text: str, needs: list[str]) -> None:
    (tmp_path / "here.txt").write_text("", encoding="utf-8")
    assert said(tmp_path, text) == needs


@pytest.mark.parametrize(
    "text",
    [
        "open('here.txt')",
        "open('a.txt', 'w')",
        "open('a.txt', 'w').write('1')\nopen('a.txt')",
        "import numpy as np\nnp.savetxt('a.txt', [1])\nnp.loadtxt('a.txt')",
        TF + "s = tf.train.Saver()\ns.save(sess, 'm/model.ckpt', global_step=1)\ns.restore(sess, 'm/model.ckpt-1')",
        TF + "s = tf.train.Saver()\ns.restore(sess, 'saved.ckpt')",
        "import os\nif os.path.exists('a.txt'):\n    open('a.txt')",
        "import os\nif not os.path.exists('a.txt'):\n    make()\nopen('a.txt')",
        "try:\n    open('a.txt')\nexcept IOError:\n    pass",
        "if resumed:\n    open('a.txt')",
        "def test():\n    open('a.txt')\nif testing:\n    test()",
        "open(name)",
        "open('/dev/null')",
        "import zipfile\nzipfile.ZipFile('here.txt').extractall()\nopen('a.txt')",
        "import subprocess\nsubprocess.call(['sh', 'fetch.sh'])\nimport os\nos.system('sh fetch.sh')\nopen('a.txt')",
        "self.open('a.txt')",
        "open('data/%d.txt' % number)",
    ],
)
def test_what_is_there_or_written_or_asked_for_first_is_not(tmp_path: Path, text: str) -> None:
    (tmp_path / "here.txt").write_text("", encoding="utf-8")
    (tmp_path / "saved.ckpt.index").write_text("", encoding="utf-8")
    assert said(tmp_path, text) == []


def test_what_is_written_only_later_is_needed(tmp_path: Path) -> None:
    assert said(tmp_path, "open('a.txt')\nopen('a.txt', 'w')") == [f"1 file a.txt: {BESIDE}"]


def test_a_path_that_is_right_from_above_is_a_matter_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "a.csv").write_text("", encoding="utf-8")
    assert said(tmp_path, "open('data/a.csv')", "src/train.py") == [f"1 file data/a.csv: --cwd {tmp_path}"]
    assert said(tmp_path / "src", "open('data/a.csv')") == [f"1 file data/a.csv: {BESIDE}"]
