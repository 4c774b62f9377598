"""Specification of the data of the tutorials: a draft reads them by functions of its own, for TensorFlow 2 has none."""

import subprocess

import numpy
import pytest

from harness.porting.compat.imports import _HELPERS
from harness.porting.data_sets import with_data_sets
from tests.conftest import ROOT, tensorflow_pythons

IMPORT = "from tensorflow.examples.tutorials.mnist import input_data\n"
HELPER = (_HELPERS / "read_data_sets.py").read_text().replace("numpy.", "np.").strip()


def test_their_reader_stands_behind_the_imports_and_is_called_as_it_was() -> None:
    old = f"""\
import numpy as np
import tensorflow as tf
{IMPORT}
mnist = input_data.read_data_sets("MNIST_data", one_hot=True)  # images
"""
    assert (
        with_data_sets(old)
        == f"""\
import numpy as np
import tensorflow as tf
import collections
import gzip


{HELPER}


mnist = read_data_sets("MNIST_data", one_hot=True)  # images
"""
    )


@pytest.mark.parametrize(
    ("imported", "call"),
    [
        ("from tensorflow.examples.tutorials.mnist.input_data import read_data_sets", 'read_data_sets("d")'),
        ("import tensorflow.examples.tutorials.mnist.input_data as data", 'data.read_data_sets("d")'),
        ("from tensorflow.examples.tutorials.mnist import input_data as data", 'data.read_data_sets("d")'),
    ],
)
def test_it_is_found_by_whatever_name_it_is_imported(imported: str, call: str) -> None:
    made = with_data_sets(f"import tensorflow as tf\n{imported}\nmnist = {call}\n")
    assert made.endswith('\n\nmnist = read_data_sets("d")\n')
    assert "tutorials" not in made


def test_where_images_are_read_before_tensorflow_is_imported_it_is_imported_before() -> None:
    made = with_data_sets(f'{IMPORT}mnist = input_data.read_data_sets("d")\n\nimport tensorflow as tf\nprint(tf.nn)\n')
    assert made.startswith("import tensorflow as tf\nimport collections\n")
    assert made.endswith('\n\nmnist = read_data_sets("d")\n\nprint(tf.nn)\n')
    assert made.count("import tensorflow") == 1
    later = "def read():\n    return input_data.read_data_sets('d')\nimport tensorflow as tf\nprint(read(), tf.nn)\n"
    assert "import tensorflow as tf\nimport collections\n" in with_data_sets(IMPORT + later)


def test_an_import_may_stand_within_a_block() -> None:
    read = 'mnist = input_data.read_data_sets("d")\n'
    old = f"import tensorflow as tf\nif __name__ == '__main__':\n    {IMPORT}    {read}"
    assert with_data_sets(old).endswith("if __name__ == '__main__':\n    mnist = read_data_sets(\"d\")\n")
    alone = f"import tensorflow as tf\ntry:\n    {IMPORT}except ImportError:\n    pass\n{read}"
    assert with_data_sets(alone) == alone


def test_a_module_that_hands_it_on_has_it() -> None:
    where = "tensorflow.contrib.learn.python.learn.datasets.mnist"
    old = f'"""Data."""\nimport numpy\nimport tensorflow as tf\nfrom {where} import read_data_sets\n'
    made = with_data_sets(old)
    assert made.startswith('"""Data."""\nimport numpy\nimport tensorflow as tf\nimport collections\nimport gzip\n')
    assert "\ndef read_data_sets(\n" in made
    assert with_data_sets(f"{old}print(1)\n") == f"{old}print(1)\n"


def test_the_seed_of_the_graph_is_the_readers_where_it_is_set_before_it() -> None:
    seeded = f'import tensorflow as tf\n{IMPORT}tf.set_random_seed(SEED)\nmnist = input_data.read_data_sets("d")\n'
    assert with_data_sets(seeded).endswith('mnist = read_data_sets("d", seed=SEED)\n')
    own = seeded.replace('"d"', '"d", seed=3')
    assert with_data_sets(own).endswith('mnist = read_data_sets("d", seed=3)\n')
    another = seeded.replace("mnist =", "tf.reset_default_graph()\nmnist =")
    assert with_data_sets(another).endswith('mnist = read_data_sets("d")\n')


@pytest.mark.parametrize(
    "uses",
    [
        'mnist = input_data.read_data_sets("d", fake_data=True)\n',
        'mnist = input_data.read_data_sets("d", False, True)\n',
        "data = input_data.DataSet(images, labels)\n",
        'class DataSet: pass\nmnist = input_data.read_data_sets("d")\n',
        'mnist = input_data.read_data_sets("d")\nmnist.train.next_batch(9, False)\n',
        'mnist = input_data.read_data_sets("d")\nprint(mnist.train._index_in_epoch)\n',
        "print(1)\n",
    ],
)
def test_what_asks_for_more_is_left(uses: str) -> None:
    old = f"import tensorflow as tf\n{IMPORT}{uses}"
    assert with_data_sets(old) == old


@pytest.mark.long
def test_the_batches_are_those_of_tensorflow_1() -> None:
    python = tensorflow_pythons().get("tf1.15")
    if python is None:
        pytest.skip("needs tf1.15")
    check = ROOT / "tests" / "porting" / "scripts" / "data_sets_check.py"
    command = [python, check, _HELPERS / "read_data_sets.py"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=True)
    assert done.stdout.splitlines() == [
        "{'one_hot': True}: 36 batches and 6 arrays, the same bits",
        "{'reshape': False, 'validation_size': 9}: 36 batches and 6 arrays, the same bits",
        "{'seed': 4, 'validation_size': 0}: 36 batches and 6 arrays, the same bits",
    ]


def test_a_script_of_0_12_has_its_batches() -> None:
    seeded = 'tf.set_random_seed(1)\nmnist = input_data.read_data_sets("d")\n'
    old = f"import numpy\nimport tensorflow as tf\n{IMPORT}{seeded}"
    text = with_data_sets(old, "0.12")
    assert text.endswith('mnist = read_data_sets("d")\n')
    names: dict[str, object] = {}
    lines = text.split("class DataSet:")[1].split("\n\ndef read_data_sets")[0]
    exec(f"import numpy\nclass DataSet:{lines}", names)
    numpy.random.seed(1)
    data = names["DataSet"](numpy.arange(5), numpy.arange(5))  # type: ignore[operator]
    first, second, third = (data.next_batch(2)[0].tolist() for _ in range(3))
    assert (first, second) == ([0, 1], [2, 3])
    numpy.random.seed(1)
    assert third == numpy.random.permutation(5)[:2].tolist()
    assert data.epochs_completed == 1
