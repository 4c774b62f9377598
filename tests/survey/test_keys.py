"""What a file's answers rest on: what it may read, and nothing else."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.sides.around.own_files import own_files
from harness.survey.answers import Kind, Known
from harness.survey.ask import Ask, Entry
from harness.survey.keys import file_key, forget_digests
from harness.survey.known import Read
from tests.projects import write_project

ASK = Ask("1.15", "2.15", run=True)
FILES = {
    "plain.py": "import tensorflow as tf\nprint(1)\n",
    "reads.py": "import numpy as np\nprint(np.load('data/x.npy'))\n",
    "asks.py": "import os\nprint(os.listdir('data'))\n",
    "helped.py": "import loader\nprint(loader.X)\n",
    "loader.py": "X = open('points.csv').read()\n",
    "named.py": "import importlib\nprint(importlib.import_module('plugin').X)\n",
    "plugin.py": "X = 1\n",
    "sub/there.py": "print(open('d.csv').read())\n",
    "data/x.npy": "0",
    "points.csv": "1\n",
    "d.csv": "2\n",
    "README.md": "of no matter\n",
    "survey/answers/a.json": "{}",
    "survey/survey.json": "{}",
}
NAMES = ["plain.py", "reads.py", "asks.py", "helped.py", "named.py", "sub/there.py"]


HERE = "import os\nhere = os.path.dirname(os.path.abspath(__file__))\n"
PLAIN = "import tensorflow as tf\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_project(tmp_path / "legacy", FILES)


def keys(folder: Path, ask: Ask = ASK) -> dict[str, str]:
    return {
        name: key_of(folder, Entry(name, name, folder="." if name.startswith("sub/") else ""), ask) for name in NAMES
    }


def key_of(folder: Path, entry: Entry, ask: Ask = ASK) -> str:
    forget_digests()
    text = (folder / entry.path).read_text(encoding="utf-8")
    read = Read(Known(Kind.SCRIPT), tuple(own_files(folder / entry.path, text)), text, text)
    return file_key(entry, folder, ask, read)


def others(before: dict[str, str], after: dict[str, str]) -> list[str]:
    return [name for name in NAMES if before[name] != after[name]]


@pytest.mark.parametrize(
    ("changed", "text", "which"),
    [
        ("plain.py", "print(2)\n", ["plain.py", "named.py"]),
        ("data/x.npy", "3", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("data/new.txt", "3", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("d.csv", "3\n", ["reads.py", "asks.py", "helped.py", "sub/there.py"]),
        ("loader.py", "X = 2\n", ["helped.py", "named.py"]),
        ("plugin.py", "X = 2\n", ["named.py"]),
        ("README.md", "other prose\n", []),
        ("survey/survey.json", '{"other": 1}', []),
        ("survey/answers/b.json", "{}", []),
    ],
)
def test_a_change_counts_for_those_that_may_read_it(changed: str, text: str, which: list[str], folder: Path) -> None:
    before = keys(folder)
    write_project(folder, {changed: text})
    assert others(before, keys(folder)) == which


def test_a_variable_that_is_handed_on_counts_by_its_value(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ask = replace(ASK, handed=("STEPS",))
    monkeypatch.setenv("STEPS", "1")
    before = keys(folder, ask)
    assert keys(folder, ask) == before
    monkeypatch.setenv("STEPS", "2")
    assert others(before, keys(folder, ask)) == NAMES


def test_where_the_folder_lies_is_no_matter(folder: Path, tmp_path: Path) -> None:
    assert keys(write_project(tmp_path / "elsewhere", FILES)) == keys(folder)


@pytest.mark.parametrize(
    ("text", "data"),
    [
        (f"{HERE}print(open(os.path.join(here, '..', 'data', 'p.csv')).read())", "data/p.csv"),
        (f"{HERE}print(os.listdir(os.path.join(os.path.dirname(here), 'd' + 'ata')))", "data/new.bin"),
        ("from pathlib import Path\nprint(list((Path(__file__).parents[1] / DATA).iterdir()))", "data/p.csv"),
        ("import settings\nprint(open(settings.ROOT + '/train/' + NAME).read())", "data/train/cats/1.txt"),
        ("import pandas\nprint(pandas.anything(BASE + 'p.csv'))", "data/p.csv"),
        ("print(open(BASE + 'notes.md').read())", "data/notes.md"),
        ("import numpy as np\nprint(np.genfromtxt(NAME + '.csv'))", "src/q.csv"),
        ("import numpy as np\nprint(np.fromfile(NAME))", "src/raw.bin"),
        ("import numpy as np\nprint(np.memmap(NAME))", "src/raw.bin"),
        ("import h5py\nprint(h5py.File(NAME))", "src/raw.h5"),
        ("import scipy.io\nprint(scipy.io.loadmat(NAME))", "src/raw.mat"),
        ("import matplotlib.image as im\nprint(im.imread(NAME))", "src/a.png"),
        ("import glob\nprint(glob.glob('*'))", "src/raw.bin"),
        ("import tensorflow as tf\nprint(tf.WholeFileReader())", "src/raw.bin"),
    ],
)
def test_data_counts_wherever_it_lies_and_whatever_reads_it(text: str, data: str, tmp_path: Path) -> None:
    folder = write_project(tmp_path / "legacy", {"src/up.py": text, data: "1"})
    before = key_of(folder, Entry("src/up.py", "src/up.py"))
    write_project(folder, {data: "2"})
    assert key_of(folder, Entry("src/up.py", "src/up.py")) != before


@pytest.mark.parametrize(
    "text",
    [
        "with tf.Session() as sess:\n    sess.run(tf.global_variables_initializer())",
        "print('loss...', tf.global_norm([1.0]), tf.layers.flatten)",
        "config = tf.ConfigProto(intra_op_parallelism_threads=1)\nprint('data', 'already')",
    ],
)
def test_words_that_have_a_reading_one_inside_of_them_read_nothing(text: str, tmp_path: Path) -> None:
    folder = write_project(tmp_path / "legacy", {"src/plain.py": PLAIN + text, "src/a.csv": "1", "data/p.csv": "1"})
    before = key_of(folder, Entry("src/plain.py", "src/plain.py"))
    write_project(folder, {"src/a.csv": "2", "data/p.csv": "2"})
    assert key_of(folder, Entry("src/plain.py", "src/plain.py")) == before


def test_data_of_other_folders_that_no_text_names_does_not_count(tmp_path: Path) -> None:
    text = "print(open('points.csv').read())"
    folder = write_project(tmp_path / "legacy", {"src/a.py": text, "src/points.csv": "1", "data/p.csv": "1"})
    before = key_of(folder, Entry("src/a.py", "src/a.py"))
    write_project(folder, {"data/p.csv": "2"})
    assert key_of(folder, Entry("src/a.py", "src/a.py")) == before
    assert key_of(folder, Entry("src/a.py", "src/a.py", arguments=("../data/p.csv",))) != key_of(
        write_project(folder, {"data/p.csv": "3"}), Entry("src/a.py", "src/a.py", arguments=("../data/p.csv",))
    )
