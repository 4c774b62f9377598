"""The migration table: symbols of the cases' own scripts, by the timeline and the atlas that the package carries."""

from pathlib import Path

import pytest

from harness.report.migration import SymbolRow, migration_rows
from harness.words.errors import UsageError
from tests.projects import write_project

SCRIPT = """
import tensorflow.compat.v1 as tf

rate = tf.train.exponential_decay(0.1, 0, 1, 0.99)
optimizer = tf.train.AdagradOptimizer(rate)
with tf.Session() as sess:
    sess.run(tf.nn.dropout(x, 0.5))
"""


@pytest.fixture
def rows(tmp_path: Path) -> dict[str, SymbolRow]:
    write_project(
        tmp_path, {"one.py": SCRIPT, "two.py": SCRIPT, "code/b.py": "import tensorflow as tf\ntf.add(1, 2)\n"}
    )
    scripts = {tmp_path / "one.py": "one", tmp_path / "two.py": "two"}
    return {row.name: row for row in migration_rows(scripts, [tmp_path / "code"])}


def test_symbols_are_named_as_tensorflow_1_has_them(rows: dict[str, SymbolRow]) -> None:
    assert list(rows) == [
        "tf.Session",
        "tf.Session.run",
        "tf.add",
        "tf.nn.dropout",
        "tf.train.AdagradOptimizer",
        "tf.train.exponential_decay",
    ]
    assert rows["tf.Session"].cases == ("one", "two")
    assert [Path(name).name for name in rows["tf.add"].files] == ["b.py"]


def test_a_row_has_its_timeline(rows: dict[str, SymbolRow]) -> None:
    session = rows["tf.Session"]
    assert (session.releases, session.compat) == ("0.12-1.15", "1.13-2.22")
    assert (session.there.index(True), session.there.count(True)) == (0, 17)


def test_a_replacement_says_who_names_it(rows: dict[str, SymbolRow]) -> None:
    named = {name: (row.replacements, row.source) for name, row in rows.items()}
    assert named["tf.train.AdagradOptimizer"] == (("tf.keras.optimizers.Adagrad",), "the atlas")
    assert named["tf.Session.run"] == (("tf.compat.v1.Session.run",), "there in 2.22")
    assert named["tf.Session"] == (("tf.compat.v1.Session",), "TensorFlow's own tables")


def test_whether_it_computes_the_same_is_what_was_measured(rows: dict[str, SymbolRow]) -> None:
    adagrad, repeated = rows["tf.train.AdagradOptimizer"].measured
    assert (adagrad.name, repeated.name) == ("optimizers/adagrad", "optimizers/adagrad_repeated_ids")
    assert adagrad.spans[-1] == ("2.11-2.21", "other numbers: v 4.929289 against 4.971132")
    assert adagrad.equal == "epsilon=1e-20"
    dropout = next(each for each in rows["tf.nn.dropout"].measured if each.differs)
    assert "keep_prob" in dropout.differs


def test_code_that_is_no_python_has_no_rows(tmp_path: Path) -> None:
    write_project(tmp_path, {"bad.py": "import tensorflow as tf\ntf.add(\n"})
    assert migration_rows({}, [tmp_path / "bad.py"]) == ()


def test_code_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file"):
        migration_rows({}, [tmp_path / "gone.py"])
