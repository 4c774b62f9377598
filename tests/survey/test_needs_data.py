"""Data: loaders that download, and addresses."""

from pathlib import Path

import pytest

from tests.survey.needs_said import said

TF = "import tensorflow as tf\n"
INPUT_DATA = "from tensorflow.examples.tutorials.mnist import input_data\n"


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        (INPUT_DATA + "m = input_data.read_data_sets('MNIST_data')", ["2 data MNIST: --stand-in"]),
        (TF + "tf.keras.datasets.cifar10.load_data()", ["2 data CIFAR-10: --stand-in"]),
        (TF + "fm = tf.keras.datasets.fashion_mnist\nfm.load_data()", ["3 data Fashion-MNIST: --stand-in"]),
        ("from tensorflow.keras.datasets import imdb\nimdb.load_data(num_words=9)", ["2 data IMDB: --stand-in"]),
        (TF + "tf.contrib.learn.datasets.load_dataset('mnist')", ["2 data MNIST: --stand-in"]),
        (TF + "def f():\n    tf.keras.datasets.reuters.load_data()", ["3 data Reuters: --stand-in"]),
        (
            TF + "p = tf.keras.utils.get_file('nietzsche.txt', origin='https://a.b/nietzsche.txt')",
            ["2 data Nietzsche: --stand-in"],
        ),
        (
            TF + "p = tf.keras.utils.get_file('f.zip', origin='https://a.b/f.zip', extract=True)",
            ["2 data https://a.b/f.zip: --file https://a.b/f.zip=PATH"],
        ),
        (TF + "tf.keras.applications.VGG16()", ["2 data weights of VGG16: --stand-in"]),
        (
            "import urllib.request\nURL = 'http://a.b/'\n"
            "def maybe_download(name):\n    urllib.request.urlretrieve(URL + name, name)\nmaybe_download('text8.zip')",
            ["4 data text8: --stand-in"],
        ),
        (
            "import urllib.request\ndef get(page):\n    urllib.request.urlopen('http://a.b/?p=' + str(page))",
            ["3 data http://a.b/?p=...: --file http://a.b/?p=...=PATH"],
        ),
        ("import os\nos.system('wget http://a.b/c.tgz')", ["2 data http://a.b/c.tgz: --file http://a.b/c.tgz=PATH"]),
        (TF + "tf.gfile.Open('gs://bucket/x.csv')", ["2 data gs://bucket/x.csv: --network"]),
    ],
)
def test_what_is_downloaded_is_needed(tmp_path: Path, text: str, needs: list[str]) -> None:
    assert said(tmp_path, text) == needs


def test_data_of_other_packages(tmp_path: Path) -> None:
    text = """\
        import tensorflow_datasets as tfds
        from sklearn.datasets import fetch_openml, fetch_rcv1, load_iris
        tfds.load("mnist:3.*", split="train")
        tfds.load("coco")
        fetch_openml("mnist_784")
        fetch_rcv1()
        load_iris()
        """
    assert [each for each in said(tmp_path, text) if " data " in each] == [
        "3 data MNIST: --stand-in",
        "4 data coco: --network",
        "6 data rcv1: --network",
    ]


@pytest.mark.parametrize(
    "text",
    [
        TF + "tf.contrib.learn.datasets.load_dataset('iris')",
        TF + "tf.keras.applications.VGG16(weights=None)",
        INPUT_DATA + "m = input_data.read_data_sets('MNIST_data', fake_data=True)",
        INPUT_DATA + "m = input_data.read_data_sets('here')",
        TF + "NAME = 'none'\nif NAME == 'mnist':\n    tf.keras.datasets.mnist.load_data()",
        "import os, urllib.request\nif not os.path.exists('here.zip'):\n    urllib.request.urlretrieve('http://a/b')",
        "import urllib.request\nurllib.request.urlretrieve('http://a/b.zip', 'here.zip')",
        "model.load_data('x')",
    ],
)
def test_what_is_there_or_is_not_asked_for_is_not(tmp_path: Path, text: str) -> None:
    (tmp_path / "here").mkdir()
    (tmp_path / "here" / "train-images-idx3-ubyte.gz").write_text("", encoding="utf-8")
    (tmp_path / "here.zip").write_text("", encoding="utf-8")
    assert said(tmp_path, text) == []


def test_of_a_module_counts_what_the_script_uses(tmp_path: Path) -> None:
    text = "from tensorflow.keras import datasets\ndef digits():\n    return datasets.mnist.load_data()\n"
    text += "def pictures():\n    return datasets.cifar10.load_data()\n"
    (tmp_path / "helper.py").write_text(text, encoding="utf-8")
    assert said(tmp_path, "import os\nimport helper\nhelper.digits()") == ["2 data MNIST: --stand-in"]
