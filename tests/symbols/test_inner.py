"""What lies inside of TensorFlow 1 is read off its files, and says which releases a script can import it from."""

from pathlib import Path

import pytest

from harness.lint.script import first_blocker, releases_of, script_of
from harness.symbols.inner import Inner, fold_inner, read_inner
from harness.symbols.inner_scan import Read, inner_modules, joined
from harness.symbols.timeline import read_timeline
from harness.words.errors import UsageError

# Two releases: a class moves to a module below, a module is new, and a name comes from elsewhere.
FIRST = {
    "tensorflow/python/cells.py": "import os\nclass Cell:\n    inner = 1\ntry:\n    limit = 3\nexcept OSError: pass\n",
    "tensorflow/python/cells_test.py": "class Test:\n    pass\n",
    "tensorflow/contrib/learn/__init__.py": "from tensorflow.contrib.learn.python import *\n",
}
SECOND = {
    "tensorflow_core/python/cells.py": "from tensorflow.python.kinds import Cell\nlimit = 3\n",
    "tensorflow_core/python/kinds.py": "class Cell:\n    pass\ndef _linear(x):\n    return x\n",
    "tensorflow_core/contrib/learn/__init__.py": "from tensorflow.contrib.learn.python import *\n",
}


@pytest.fixture
def inner(tmp_path: Path) -> Inner:
    read: Read = {}
    scans = {}
    for release, files in (("1.0", FIRST), ("1.1", SECOND)):
        for name, text in files.items():
            path = tmp_path / release / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text)
        scans[release] = inner_modules(tmp_path / release, read)
    path = tmp_path / "inner.gz"
    path.write_bytes(fold_inner(joined(scans)))
    return read_inner(path)


@pytest.mark.parametrize(
    ("name", "lacking"),
    [
        ("tf.python.cells", set()),
        ("tf.python.cells.Cell", set()),  # of its own, then imported
        ("tf.python.cells.Cell.inner", set()),
        ("tf.python.cells.limit", set()),
        ("tf.python.cells.os", set()),  # of which no text says more
        ("tf.python.kinds", {"1.0"}),
        ("tf.python.kinds._linear", {"1.0"}),
        ("tf.contrib.learn.anything", set()),
        ("tf.python.cells_test", None),
        ("tf.python", None),
    ],
)
def test_a_release_lacks_what_no_file_of_it_gives(inner: Inner, name: str, lacking: set[str] | None) -> None:
    assert inner.lacking(name) == lacking


def test_a_file_that_is_no_list_of_modules_is_one_message(tmp_path: Path) -> None:
    (tmp_path / "inner.gz").write_bytes(b"no")
    with pytest.raises(UsageError, match="this is no list of modules"):
        read_inner(tmp_path / "inner.gz")


@pytest.mark.parametrize(
    ("line", "releases", "lacks"),
    [
        ("from tensorflow.contrib.keras.python.keras.layers import Dense", ("1.1", "1.2", "1.3"), "1.4"),
        ("from tensorflow.python.ops.rnn_cell_impl import _linear", ("1.2", "1.3", "1.4"), "1.12"),
    ],
)
def test_a_script_is_for_the_releases_that_have_what_it_takes_from_inside(
    line: str, releases: tuple[str, ...], lacks: str
) -> None:
    timeline = read_timeline()
    script = script_of(f"import tensorflow as tf\n{line}\ntf.placeholder(tf.float32)\n", timeline)
    assert tuple(each for each in releases_of(script, timeline) if each.startswith(("0.", "1."))) == releases
    blocker = first_blocker(script, timeline, lacks)
    assert blocker is not None and blocker.line == 2
