"""Loaders that would download get made-up arrays, the same in every release: the prelude ``stand_in``."""

import json
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from shutil import rmtree
from tempfile import TemporaryDirectory, mkdtemp
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from harness.releases.release import release_key
from tests.conftest import tensorflow_pythons
from tests.preludes import FOLDER, PACKAGE, of_preludes

SCRIPTS = Path(__file__).parent / "preludes"
# Before 1.4 there is no `tf.keras`, which the script that dumps all needs.
PYTHONS = {name: path for name, path in tensorflow_pythons().items() if release_key(name) >= release_key("tf1.4")}
# Of these it was looked up what their own loaders cannot do; what others load has to be the same.
LOOKED_UP = [name for name in PYTHONS if name[2:] in ("1.4", "1.5", "1.8", "1.12", "1.15", "2.4", "2.15", "2.21")]
LOADERS = (
    "mnist",
    "fashion_mnist",
    "cifar10",
    "cifar100",
    "imdb",
    "reuters",
    "boston_housing",
    "california_housing",
)
# Of each array: shape, dtype, smallest, largest, and the beginning of the SHA-256 of its bytes.
ARRAYS: dict[str, list[object]] = {
    "boston_housing x_test": [[102, 13], "float64", 0.0, 694.23, "5eb30b4b7ae4"],
    "boston_housing x_train": [[404, 13], "float64", 0.0, 710.47, "edd036bb4fb3"],
    "boston_housing y_test": [[102], "float64", 7.8, 40.3, "7488119bfbd3"],
    "boston_housing y_train": [[404], "float64", 5.0, 40.1, "6cc08cf0cc1c"],
    "california_housing x_test": [[250, 8], "float32", -124.19, 4985.0, "f60191c1e8c3"],
    "california_housing x_train": [[1000, 8], "float32", -124.35, 4995.0, "d3628c318cd3"],
    "california_housing y_test": [[250], "float32", 39000.0, 477000.0, "1f754c6a92af"],
    "california_housing y_train": [[1000], "float32", 15000.0, 477000.0, "47aec9fbca77"],
    "cifar10 x_test": [[200, 32, 32, 3], "uint8", 0.0, 253.0, "6caf943a2484"],
    "cifar10 x_train": [[1000, 32, 32, 3], "uint8", 0.0, 253.0, "3c99f975aa70"],
    "cifar10 y_test": [[200, 1], "uint8", 0.0, 9.0, "d68a51ec2895"],
    "cifar10 y_train": [[1000, 1], "uint8", 0.0, 9.0, "5c65dd8cd71b"],
    "cifar100 coarse x_test": [[200, 32, 32, 3], "uint8", 0.0, 253.0, "cc5ca4c01b62"],
    "cifar100 coarse x_train": [[1000, 32, 32, 3], "uint8", 0.0, 253.0, "890fe5ada047"],
    "cifar100 coarse y_test": [[200, 1], "int64", 0.0, 19.0, "808318ca1363"],
    "cifar100 coarse y_train": [[1000, 1], "int64", 0.0, 19.0, "2d6e9bbe7088"],
    "cifar100 x_test": [[200, 32, 32, 3], "uint8", 0.0, 253.0, "cc5ca4c01b62"],
    "cifar100 x_train": [[1000, 32, 32, 3], "uint8", 0.0, 253.0, "890fe5ada047"],
    "cifar100 y_test": [[200, 1], "int64", 0.0, 99.0, "370b0876d453"],
    "cifar100 y_train": [[1000, 1], "int64", 0.0, 99.0, "4dffd43f063d"],
    "fashion_mnist x_test": [[200, 28, 28], "uint8", 0.0, 255.0, "a3643a23eb1e"],
    "fashion_mnist x_train": [[1000, 28, 28], "uint8", 0.0, 255.0, "d2cfa2654d21"],
    "fashion_mnist y_test": [[200], "uint8", 0.0, 9.0, "a571b97cab5b"],
    "fashion_mnist y_train": [[1000], "uint8", 0.0, 9.0, "ac94653e43d5"],
    "images test images": [[200, 28, 28, 1], "uint8", 0.0, 255.0, "0163cec3639e"],
    "images test labels": [[200], "uint8", 0.0, 9.0, "9d8c829d5c55"],
    "images train images": [[1000, 28, 28, 1], "uint8", 0.0, 255.0, "894ffd38d0b7"],
    "images train labels": [[1000], "uint8", 0.0, 9.0, "8e779a7b3017"],
    "imdb 500 words x_test": [[200], "object", 2.0, 499.0, "be040b061051"],
    "imdb 500 words x_train": [[1000], "object", 2.0, 499.0, "b13f4e938c1a"],
    "imdb 500 words y_test": [[200], "int64", 0.0, 1.0, "88cd82eddb23"],
    "imdb 500 words y_train": [[1000], "int64", 0.0, 1.0, "f893a3f978ec"],
    "imdb x_test": [[200], "object", 1.0, 8191.0, "37f3fd5feaf6"],
    "imdb x_train": [[1000], "object", 1.0, 8193.0, "dda5ca4eeae0"],
    "imdb y_test": [[200], "int64", 0.0, 1.0, "88cd82eddb23"],
    "imdb y_train": [[1000], "int64", 0.0, 1.0, "f893a3f978ec"],
    "input_data test images": [[200, 784], "float32", 0.0, 1.0, "66fa83a940bd"],
    "input_data test labels": [[200, 10], "float64", 0.0, 1.0, "e15da2da59b0"],
    "input_data train images": [[900, 784], "float32", 0.0, 1.0, "8028f4ebf900"],
    "input_data train labels": [[900, 10], "float64", 0.0, 1.0, "da336c966a5f"],
    "input_data validation images": [[100, 784], "float32", 0.0, 1.0, "c40922bc1d96"],
    "input_data validation labels": [[100, 10], "float64", 0.0, 1.0, "5ee933837070"],
    "mnist x_test": [[200, 28, 28], "uint8", 0.0, 255.0, "0163cec3639e"],
    "mnist x_train": [[1000, 28, 28], "uint8", 0.0, 255.0, "894ffd38d0b7"],
    "mnist y_test": [[200], "uint8", 0.0, 9.0, "9d8c829d5c55"],
    "mnist y_train": [[1000], "uint8", 0.0, 9.0, "8e779a7b3017"],
    "reuters x_test": [[250], "object", 1.0, 8191.0, "ce2348639eb0"],
    "reuters x_train": [[1000], "object", 1.0, 8193.0, "20e8affc4400"],
    "reuters y_test": [[250], "int64", 0.0, 45.0, "b86d25bf08ae"],
    "reuters y_train": [[1000], "int64", 0.0, 45.0, "d761534c1d80"],
}
# By the name of the file: how many bytes, and the beginning of their SHA-256.
FILES = {
    "auto-mpg.data": [28150, "6b321f0005a2"],
    "iris_test.csv": [573, "02d1a72e1ac7"],
    "iris_training.csv": [2194, "7a930b150550"],
    "nietzsche.txt": [100159, "02291cb61769"],
    "shakespeare.txt": [100147, "70b50ba9fb1d"],
}
# What a release's own code makes of it: TensorFlow 1.4 shuffles the test half by another seed; 1.5 calls
# `numpy.arrange`; 1.12 does not know how NumPy 1.16.3 and later want objects to be loaded.
IMDB_OF_1_4 = {
    "imdb x_test": [[200], "object", 1.0, 8191.0, "8535789747c8"],
    "imdb y_test": [[200], "int64", 0.0, 1.0, "301a9f7469a0"],
    "imdb 500 words x_test": [[200], "object", 2.0, 499.0, "ee43eb960e25"],
    "imdb 500 words y_test": [[200], "int64", 0.0, 1.0, "301a9f7469a0"],
}


@dataclass(frozen=True)
class Ran:
    """What a script printed, which data sets it used, and which modules the prelude imported before it."""

    said: str
    used: list[str]
    imported: list[str]

    @property
    def found(self) -> dict[str, Any]:
        found = json.loads(self.said)
        assert isinstance(found, dict)
        return found


@cache
def nobodys_home() -> Path:
    return Path(mkdtemp())


DRIVERS: dict[tuple[Path, Path], subprocess.Popen[str]] = {}


def driver(python: Path, home: Path) -> subprocess.Popen[str]:
    """A process that has imported TensorFlow, and forks for each script; Keras asks at its import where ``home`` is."""
    if (python, home) not in DRIVERS:
        DRIVERS[python, home] = subprocess.Popen(
            [python, SCRIPTS / "driver.py", FOLDER],
            env={"TF_CPP_MIN_LOG_LEVEL": "3", "PATH": "/usr/bin:/bin", "HOME": str(home)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
    return DRIVERS[python, home]


@pytest.fixture(scope="module", autouse=True)
def end_of_drivers() -> Iterator[None]:
    yield
    for process in DRIVERS.values():
        process.communicate()
    DRIVERS.clear()
    rmtree(nobodys_home())


def run(
    python: Path, script: Path, *modules: str, setting: dict[str, object] | None = None, home: Path | None = None
) -> Ran:
    with TemporaryDirectory() as folder:
        asked = {
            "setting": setting or {"size": 1000},
            "script": str(script),
            "modules": modules,
            "folder": folder,
            "home": str(home or folder),
        }
        process = driver(python, home or nobodys_home())
        assert process.stdin is not None and process.stdout is not None
        process.stdin.write(json.dumps(asked) + "\n")
        process.stdin.flush()
        status = process.stdout.readline()
        told = Path(folder, "told").read_text()
        assert status == "0\n", told
        last = json.loads(told.splitlines()[-1])
        return Ran(Path(folder, "said").read_text(), last["used"], last["imported"])


@cache
def dumped(name: str) -> Ran:
    return run(PYTHONS[name], SCRIPTS / "dump.py")


def failed(name: str) -> set[str]:
    """The loaders that failed: what they said stands in the place of their arrays."""
    found = dumped(name).found
    return {each for each in (*LOADERS, "imdb 500 words", "cifar100 coarse") if isinstance(found.get(each), str)}


def missing(name: str) -> set[str]:
    """What this release does not have, or cannot load."""
    if name not in LOOKED_UP:
        return failed(name)
    gone = set() if release_key(name) >= release_key("tf2.16") else {"california_housing"}
    if name in ("tf1.4", "tf1.5"):
        gone |= {"fashion_mnist"}
    if name == "tf1.5":
        gone |= {"reuters", "boston_housing"}
    if name == "tf1.12":
        gone |= {"imdb", "imdb 500 words", "reuters"}
    return gone


@pytest.fixture
def parts() -> Iterator[dict[str, ModuleType]]:
    """The pure parts of the prelude."""
    names = ("arrays", "numbers", "tables", "words")
    with of_preludes(*(f"made_up.{name}" for name in names)) as modules:
        yield dict(zip(names, modules, strict=True))


@pytest.mark.parametrize("name", PYTHONS)
def test_every_release_loads_the_same_bits(name: str) -> None:
    found, gone = dumped(name).found, missing(name)
    expected = {key: value for key, value in ARRAYS.items() if key.rpartition(" ")[0] not in gone}
    if name == "tf1.4":
        expected |= IMDB_OF_1_4
    assert {key: found.get(key) for key in expected} == expected


@pytest.mark.parametrize("name", LOOKED_UP)
def test_what_a_release_cannot_load_is_not_made_up(name: str) -> None:
    assert failed(name) == missing(name)


@pytest.mark.parametrize("name", PYTHONS)
def test_next_batch_takes_the_same_batches_in_tensorflow_1_and_2(name: str) -> None:
    """In TensorFlow 1 it is TensorFlow's own code."""
    found = dumped(name).found
    assert (found["batches"], found["epochs"]) == ("da1ff70bd711", 2)  # after numpy.random.seed(5)
    assert found["seeded"] == "8b66eb1917a7"  # read_data_sets(seed=3)
    assert found["graph's seed"] == "175e0cb23315"  # tf.set_random_seed(7)
    assert found["unshuffled"] == [7, 8, 2, 6, 4]


@pytest.mark.parametrize("name", PYTHONS)
def test_get_file_gives_well_known_files_the_same_bytes_everywhere(name: str) -> None:
    found = dumped(name).found
    assert {each: found[each] for each in FILES} == FILES
    assert found["imdb words"] == [["ba", 1], ["be", 2], ["bi", 3]]
    assert found["titanic"] == [
        "survived,sex,age,n_siblings_spouses,parch,fare,class,deck,embark_town,alone",
        "0,male,48.0,1,1,73.9470,First,unknown,Cherbourg,n",
    ]


@pytest.mark.parametrize("name", PYTHONS)
def test_get_file_says_in_a_line_what_to_do_about_a_file_it_does_not_know(name: str) -> None:
    assert dumped(name).found["unknown"] == (
        "--stand-in has nothing for https://example.org/foo.zip; "
        "give the file itself with --file https://example.org/foo.zip=PATH"
    )


@pytest.mark.parametrize("name", PYTHONS)
def test_each_data_set_is_noted_once_in_the_order_of_its_first_use(name: str) -> None:
    used = dumped(name).used
    # What fails in TensorFlow's own code has been asked for.
    gone = missing(name) & {"fashion_mnist", "california_housing"}
    expected = [each for each in LOADERS if each not in gone]
    assert used == [*expected, "nietzsche", "shakespeare", "auto-mpg", "iris", "titanic"]


@pytest.mark.parametrize("name", PYTHONS)
def test_the_prelude_imports_nothing_but_its_own_parts(name: str) -> None:
    patching = {"made_up", "made_up.count", "scripts", "scripts.imports", "stand_ins"}
    patching |= {f"stand_ins.{each}" for each in ("bodies", "folders", "keras", "readers")}
    assert set(dumped(name).imported) <= {f"{PACKAGE}.{each}" for each in patching}


@pytest.mark.parametrize("before", [(), ("tensorflow.examples.tutorials.mnist.input_data",)])
@pytest.mark.parametrize("name", [name for name in PYTHONS if name.startswith("tf1.")])
def test_contrib_datasets(name: str, before: tuple[str, ...]) -> None:
    """Whether ``tf.contrib`` is imported by the script, or before the prelude."""
    done = run(PYTHONS[name], SCRIPTS / "contrib.py", *before)
    topics = list(range(1, 15))
    assert done.found == {
        "mnist": [[900, 784], "float32"],
        "validation": [[100, 784], "float32"],
        "20 for validation": [[980, 784], "float32"],
        "load_mnist": [[200], "uint8"],
        "iris": [[150, 4], "float64"],
        "boston": [[506, 13], "float64"],
        "dbpedia small": [1000, 200, topics],
        "dbpedia large": [1000, 200, topics],
    }
    assert done.used == ["mnist", "dbpedia"]


@pytest.mark.parametrize("name", PYTHONS)
def test_keras_datasets_under_every_name(name: str, tmp_path: Path) -> None:
    """A path of the script's own does not matter; who has a file there gets that."""
    names = [
        "from tensorflow import keras; mnist = keras.datasets.mnist",
        *["from tensorflow.keras.datasets import mnist"] * (release_key(name) >= release_key("tf1.9")),
        *["from tensorflow.python.keras.datasets import mnist"] * (release_key(name) < release_key("tf2.6")),
        *["from keras.datasets import mnist"] * (release_key(name) >= release_key("tf2.6")),
        *["from keras.src.datasets import mnist"] * (release_key(name) >= release_key("tf2.13")),
    ]
    script = tmp_path / "script.py"
    script.write_text(
        "".join(f"{each}\nprint(mnist.load_data(path='/home/somebody/mnist.npz')[0][0].sum())\n" for each in names)
    )
    assert run(PYTHONS[name], script).said == "33210494\n" * len(names)


def test_examples_come_over_and_over_where_a_script_counts_on_more() -> None:
    with of_preludes("made_up.arrays", "made_up.words", "made_up.count") as (arrays, words, count):
        few, imdb = arrays.image_arrays("cifar10", 100), words.imdb_arrays(100)
        vars(count)["WANTED"] = 60000
        many, most, reuters = arrays.image_arrays("cifar10", 100), words.imdb_arrays(100), words.reuters_arrays(100)
    assert [len(each) for each in many] == [50000, 50000, 10000, 10000]
    assert [len(each) for each in most] == [25000, 25000, 12000, 12000]
    assert [len(each) for each in reuters] == [11228, 11228]
    assert (many.x_train[300:400] == few.x_train).all() and (many.y_test[20:40] == few.y_test).all()
    assert most[0][100:200].tolist() == imdb[0].tolist()


def test_the_number_of_examples_is_the_users(tf2_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import tensorflow as tf\n"
        "(x, y), (x_test, y_test) = tf.keras.datasets.cifar10.load_data()\n"
        "print(x.shape, y_test.shape)\n"
        "(x, y), (x_test, y_test) = tf.keras.datasets.boston_housing.load_data()\n"
        "print(x.shape, y_test.shape)\n"
    )
    assert run(tf2_python, script, setting={"size": 7}).said == "(7, 32, 32, 3) (1, 1)\n(7, 13) (2,)\n"


def test_channels_first(tf2_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import tensorflow as tf\n"
        "tf.keras.backend.set_image_data_format('channels_first')\n"
        "print(tf.keras.datasets.cifar10.load_data()[0][0].shape, tf.keras.datasets.cifar100.load_data()[1][0].shape)\n"
    )
    assert run(tf2_python, script).said == "(1000, 3, 32, 32) (200, 3, 32, 32)\n"


def test_a_file_that_is_there_already_is_not_made_up(tf2_python: Path, tmp_path: Path) -> None:
    script, file = tmp_path / "script.py", tmp_path / ".keras/datasets/nietzsche.txt"
    file.parent.mkdir(parents=True)
    file.write_text("Supposing that Truth is a woman")
    script.write_text(
        "import tensorflow as tf\n"
        "print(open(tf.keras.utils.get_file('nietzsche.txt', origin='https://example.org/nietzsche.txt')).read())\n"
    )
    done = run(tf2_python, script, home=tmp_path)
    assert (done.said, done.used) == ("Supposing that Truth is a woman\n", [])


def test_images_of_the_tutorials_are_made_up_for_a_draft_where_they_are_for_its_original(
    tf2_python: Path, tmp_path: Path
) -> None:
    script, name = tmp_path / "script.py", "t10k-labels-idx1-ubyte.gz"
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / name).write_text("the file that lies in the repository")
    script.write_text(
        "import gzip, os, tensorflow as tf\n"
        f"os.chdir({str(tmp_path)!r})\n"
        f"path = tf.keras.utils.get_file('{name}', 'https://example.org/{name}', cache_dir='.', cache_subdir='data')\n"
        "print(len(gzip.open(path).read()))\n"
    )
    done = run(tf2_python, script)
    assert (done.said, done.used) == ("208\n", ["mnist"])


def test_no_random_state_is_touched(tf2_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import numpy, random, tensorflow as tf\n"
        "numpy.random.seed(1); random.seed(1)\n"
        "for each in 'mnist', 'fashion_mnist', 'cifar10', 'cifar100':\n"
        "    getattr(tf.keras.datasets, each).load_data()\n"
        "print(numpy.random.randint(1000), random.randint(0, 1000))\n"
    )
    assert run(tf2_python, script).said == "37 137\n"


def test_scikit_learns_fetchers(tf2_python: Path, tmp_path: Path) -> None:
    """With a package that has their names alone: scikit-learn is in no environment of the harness."""
    package = tmp_path / "sklearn"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "utils.py").write_text("class Bunch(dict):\n    __getattr__ = dict.__getitem__\n")
    names = {
        "california_housing": "*, return_X_y=False, as_frame=False",
        "20newsgroups": "*, subset='train', categories=None, return_X_y=False",
        "olivetti_faces": "*, return_X_y=False",
        "lfw_people": "*, min_faces_per_person=0, resize=0.5, color=False, slice_=(slice(70, 195), slice(78, 172))",
        "covtype": "*, return_X_y=False, as_frame=False",
        "openml": "name=None, *, version='active', data_id=None, return_X_y=False, as_frame=False",
        "rcv1": "*, return_X_y=False",
    }
    (package / "datasets.py").write_text("".join(f"def fetch_{each}({names[each]}): 1 / 0\n" for each in names))
    script = tmp_path / "script.py"
    script.write_text(
        "from sklearn.datasets import *\n"
        "def show(*arrays):\n"
        "    print(*[(each.shape, str(each.dtype), float(each.min()), float(each.max())) for each in arrays])\n"
        "show(*fetch_california_housing(return_X_y=True))\n"
        "news = fetch_20newsgroups(subset='all', categories=['sci.space', 'sci.med'])\n"
        "print(len(news.data), news.target_names, sorted(set(news.target.tolist())))\n"
        "faces = fetch_olivetti_faces()\n"
        "show(faces.images, faces.data, faces.target)\n"
        "show(fetch_lfw_people().images)\n"
        "show(*fetch_covtype(return_X_y=True))\n"
        "digits = fetch_openml('mnist_784')\n"
        "show(digits.data)\n"
        "print(digits.target[:3], fetch_openml(data_id=40996).target.shape)\n"
        "try:\n"
        "    fetch_rcv1()\n"
        "except RuntimeError as error:\n"
        "    print(error)\n"
    )
    done = run(tf2_python, script)
    assert done.said.splitlines() == [
        "((1250, 8), 'float64', -124.35, 3500.0) ((1250,), 'float64', 0.15, 4.77)",
        "120 ['sci.med', 'sci.space'] [0, 1]",
        "((400, 64, 64), 'float32', 0.0, 0.9882352948188782) "
        "((400, 4096), 'float32', 0.0, 0.9882352948188782) ((400,), 'int64', 0.0, 39.0)",
        "((1000, 62, 47), 'float32', 0.0, 0.9882352948188782)",
        "((1000, 54), 'float64', 0.0, 2443.0) ((1000,), 'int32', 1.0, 7.0)",
        "((70000, 784), 'float64', 0.0, 255.0)",
        "['0' '7' '5'] (70000,)",
        "--stand-in has nothing for sklearn.datasets.fetch_rcv1",
    ]
    assert done.used == [
        "california_housing",
        "20newsgroups",
        "olivetti_faces",
        "lfw_people",
        "covtype",
        "mnist",
        "fashion_mnist",
    ]


def test_tensorflow_datasets(tf2_python: Path, tmp_path: Path) -> None:
    """With a module that has its name alone: the package is in no environment of the harness."""
    (tmp_path / "tensorflow_datasets.py").write_text("def load(name): 1 / 0\n")
    script = tmp_path / "script.py"
    script.write_text(
        "import tensorflow as tf, tensorflow_datasets as tfds\n"
        "options = dict(as_supervised=True, with_info=True)\n"
        "(train, test), info = tfds.load('mnist', split=['train[:80%]', 'test+train[990:]'], **options)\n"
        "print(len(list(train)), len(list(test)))\n"
        "print(info.features['label'].num_classes, info.splits['train'].num_examples)\n"
        "print(*[(each.shape, each.dtype.name) for each in next(iter(train))])\n"
        "reviews = tfds.load('imdb_reviews')\n"
        "print(sorted(reviews), next(iter(reviews['train'].batch(4)))['text'].numpy()[0][:12])\n"
        "whole = tfds.load('cifar10', split='test', batch_size=-1)\n"
        "print(whole['image'].shape, whole['label'].dtype.name)\n"
        "try:\n"
        "    tfds.load('coco')\n"
        "except RuntimeError as error:\n"
        "    print(error)\n"
    )
    assert run(tf2_python, script).said.splitlines() == [
        "800 210",
        "10 1000",
        "(TensorShape([28, 28, 1]), 'uint8') (TensorShape([]), 'int64')",
        "['test', 'train'] b'du fusa bale'",
        "(200, 32, 32, 3) int64",
        "--stand-in has nothing for coco of tensorflow_datasets, only for cifar10, fashion_mnist, imdb_reviews, mnist",
    ]


@pytest.mark.parametrize(("name", "rate"), [("mnist", 0.5), ("fashion_mnist", 0.1), ("cifar10", 0.02)])
def test_a_softmax_regression_learns_images(name: str, rate: float, parts: dict[str, ModuleType]) -> None:
    made = parts["arrays"].image_arrays(name, 1000)
    rows = [each.reshape(len(each), -1) / 255 for each in (made.x_train, made.x_test)]
    assert accuracy(rows[0], made.y_train, rows[1], made.y_test, rate) > 0.8


def test_a_logistic_regression_learns_reviews(parts: dict[str, ModuleType]) -> None:
    x, y, x_test, y_test = parts["words"].imdb_arrays(1000)
    assert accuracy(counts(x), y, counts(x_test), y_test, 0.5) > 0.8


def test_a_softmax_regression_learns_newswires(parts: dict[str, ModuleType]) -> None:
    x, y = parts["words"].reuters_arrays(1000)
    assert accuracy(counts(x[:1000]), y[:1000], counts(x[1000:]), y[1000:], 5.0) > 0.8


def test_a_linear_regression_explains_most_of_a_house_price(parts: dict[str, ModuleType]) -> None:
    x, y = parts["tables"].boston_arrays(1000)
    x = np.column_stack([(x - x.mean(axis=0)) / x.std(axis=0), np.ones(len(x))])
    rest = y - x @ np.linalg.lstsq(x, y, rcond=None)[0]
    assert 0.01 < rest.var() / y.var() < 0.1


@pytest.mark.parametrize(("name", "count"), [("mnist", 10), ("cifar100", 100)])
def test_classes_are_balanced_and_mixed(name: str, count: int, parts: dict[str, ModuleType]) -> None:
    made = parts["arrays"].image_arrays(name, 1000)
    assert np.bincount(made.y_train).tolist() == [1000 // count] * count
    assert np.bincount(made.y_test).tolist() == [200 // count] * count
    assert set(made.y_train[:count].tolist()) == set(range(count)) != made.y_train[:count].tolist()


def test_more_examples_begin_with_those_of_fewer(parts: dict[str, ModuleType]) -> None:
    few, many = (parts["arrays"].image_arrays("mnist", size) for size in (15, 2000))
    assert np.array_equal(few.x_train, many.x_train[:15]) and np.array_equal(few.y_train, many.y_train[:15])
    assert not np.array_equal(many.x_train[:400], many.x_test)


def test_no_more_examples_than_there_really_are(parts: dict[str, ModuleType]) -> None:
    made = parts["arrays"].image_arrays("mnist", 60001)
    assert (len(made.x_train), len(made.x_test)) == (60000, 10000)


def test_every_rank_has_a_word_of_its_own(parts: dict[str, ModuleType]) -> None:
    index = parts["words"].word_index()
    assert sorted(index.values()) == list(range(1, 8192))


def counts(rows: Any) -> "np.ndarray[Any, np.dtype[np.float64]]":
    """How often each of the thousand commonest words comes, in ten words."""
    return np.array([np.bincount(row, minlength=8192)[:1000] / len(row) * 10 for row in rows])


def accuracy(x: Any, y: Any, x_test: Any, y_test: Any, rate: float) -> float:
    """Train a softmax regression by gradient descent, 300 batches of 100; give its share of right answers."""
    draw, count = np.random.RandomState(0), y.max() + 1
    weights, bias = np.zeros((x.shape[1], count)), np.zeros(count)
    for _ in range(300):
        batch = draw.randint(0, len(x), 100)
        scores = np.exp(x[batch] @ weights + bias)
        error = scores / scores.sum(axis=1, keepdims=True) - np.eye(count)[y[batch]]
        weights -= rate / 100 * x[batch].T @ error
        bias -= rate / 100 * error.sum(axis=0)
    return float(((x_test @ weights + bias).argmax(axis=1) == y_test).mean())


def test_get_file_unpacks_an_archive_and_gives_what_keras_would(tf2_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(
        "import os, tensorflow as tf\n"
        "get = tf.keras.utils.get_file\n"
        "flowers = get('flower_photos', 'https://example.org/flower_photos.tgz', untar=True)\n"
        "print(os.path.basename(flowers), sorted(os.listdir(flowers))[:3])\n"
        "pets = get('pets.zip', origin='https://example.org/cats_and_dogs_filtered.zip', extract=True)\n"
        "print(sorted(os.listdir(os.path.dirname(pets) + '/cats_and_dogs_filtered')), os.path.isfile(pets))\n"
        "print(os.path.getsize(get('text8.zip', 'http://example.org/text8.zip')))\n"
    )
    said = run(tf2_python, script).said.splitlines()
    assert said == [
        "flower_photos ['LICENSE.txt', 'daisy', 'dandelion']",
        "['train', 'validation'] True",
        "31344016",
    ]


WEIGHTS = """import numpy as np, tensorflow as tf
keras = tf.keras
at = "https://github.com/fchollet/deep-learning-models/releases/download/v0.1/"
path = keras.utils.get_file("net_weights_tf_dim_ordering_tf_kernels.h5", at + "net.h5", cache_subdir="models")
inputs = keras.layers.Input((8, 8, 3))
outputs = keras.layers.BatchNormalization()(keras.layers.Conv2D(2, 3)(inputs))
model = keras.models.Model(inputs, outputs)
model.load_weights(path)
kernel, bias = model.layers[1].get_weights()
print([float("%.5g" % each) for each in kernel[0, 0].ravel()], bias.tolist())
print([each.tolist() for each in model.layers[2].get_weights()])
model.load_weights("/nowhere/vgg16_weights_tf_dim_ordering_tf_kernels_notop.h5")
names = keras.utils.get_file("imagenet_class_index.json", "https://example.org/imagenet_class_index.json")
print(open(names).read()[:29])
try:
    model.load_weights("/nowhere/mine.h5")
except Exception as error:
    print(type(error) in (ImportError, IOError, FileNotFoundError))
"""


@pytest.mark.parametrize("name", [each for each in LOOKED_UP if each[2:] in ("1.4", "1.15", "2.15", "2.21")])
def test_a_network_takes_made_up_weights_for_those_that_keras_would_download(name: str, tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(WEIGHTS)
    ran = run(PYTHONS[name], script)
    assert ran.said.splitlines() == [
        "[-0.29198, -0.10472, -0.040094, -0.14481, 0.2566, -0.55093] [0.0, 0.0]",
        "[[1.0, 1.0], [0.0, 0.0], [0.0, 0.0], [1.0, 1.0]]",
        '{"0": ["n00000000", "thing_0"',
        "True",
    ]
    assert ran.used == ["the weights of net", "the weights of vgg16", "imagenet (names of classes)"]
