"""Files of well-known data sets that a script downloads, or expects on the disk, by itself: the documented formats."""

import gzip
import hashlib
import io
import pickle
import re
import struct
import tarfile
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from harness.releases.layers import layer_of
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker
from tests.targets.conftest import Run


def read(made: ModuleType, address: str) -> tuple[bytes, list[str]]:
    run = Run()
    path = made.download(run, f"https://example.org/{address}")
    assert path is not None
    return Path(path).read_bytes(), run.sets


def read_lost(made: ModuleType, path: str) -> bytes:
    found = made.lost(Run(), path)
    assert found is not None
    return Path(found).read_bytes()


def digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:12]


@pytest.mark.parametrize(
    ("address", "data_set", "head", "length", "of_its_bytes"),
    [
        ("train-images-idx3-ubyte.gz", "mnist", (0x803, 60000, 28, 28), 47040016, "b53813bb66c9"),
        ("t10k-labels-idx1-ubyte.gz", "mnist", (0x801, 10000), 10008, "ba4da4f3a329"),
        ("fashion/t10k-images-idx3-ubyte.gz", "fashion_mnist", (0x803, 10000, 28, 28), 7840016, "260d7c7601cb"),
    ],
)
def test_the_four_files_of_mnist_have_all_their_examples(
    address: str, data_set: str, head: tuple[int, ...], length: int, of_its_bytes: str, made: ModuleType
) -> None:
    data, used = read(made, address)
    data = gzip.decompress(data)
    assert struct.unpack(f">{len(head)}i", data[: 4 * len(head)]) == head
    assert len(data) == length
    assert used == [data_set]
    assert digest(data) == of_its_bytes
    name = address.rpartition("/")[2].removesuffix(".gz").replace("-idx", ".idx")
    assert read_lost(made, f"/home/me/{data_set}/{name}") == data


def test_the_pickle_of_mnist_has_three_parts_of_images_from_0_to_1(made: ModuleType) -> None:
    data, _ = read(made, "deep/data/mnist/mnist.pkl.gz")
    parts = pickle.loads(gzip.decompress(data), encoding="latin1")
    assert [(x.shape, str(x.dtype), y.shape, str(y.dtype)) for x, y in parts] == [
        ((50000, 784), "float32", (50000,), "int64"),
        ((10000, 784), "float32", (10000,), "int64"),
        ((10000, 784), "float32", (10000,), "int64"),
    ]
    assert [float(x.max()) for x, _ in parts] == [0.99609375, 0.99609375, 0.99609375]


def test_the_cluttered_digits_have_three_parts_of_rows_and_classes_as_one_of_ten(made: ModuleType) -> None:
    data, used = read(made, "lasagne/recipes/datasets/mnist_cluttered_60x60_6distortions.npz")
    parts = np.load(io.BytesIO(data))
    assert {name: parts[name].shape for name in parts.files} == {
        "x_train": (42, 3600), "y_train": (42, 10),
        "x_valid": (8, 3600), "y_valid": (8, 10),
        "x_test": (10, 3600), "y_test": (10, 10),
    }  # fmt: skip
    assert used == ["mnist"]
    x, y = parts["x_train"], parts["y_train"]
    assert (str(x.dtype), float(x.min()), float(x.max())) == ("float32", 0.0, 1.0)
    assert y.sum(axis=1).tolist() == [1.0] * 42


@pytest.mark.parametrize(
    ("line", "shapes"),
    [
        (
            "x, v = data['X_train'], data['X_valid']",
            {
                "X_train": ((42, 784), "float32"),
                "y_train": ((42,), "int32"),
                "X_valid": ((8, 784), "float32"),
                "y_valid": ((8,), "int32"),
                "X_test": ((10, 784), "float32"),
                "y_test": ((10,), "int32"),
            },
        ),
        (
            "X_train, y_train = data['x_train'], data['y_train']",
            {
                "x_train": ((50, 28, 28), "uint8"),
                "y_train": ((50,), "uint8"),
                "x_test": ((10, 28, 28), "uint8"),
                "y_test": ((10,), "uint8"),
            },
        ),
    ],
)
def test_the_arrays_of_mnist_are_named_and_parted_as_the_script_takes_them(
    line: str, shapes: dict[str, tuple[tuple[int, ...], str]], made: ModuleType, tmp_path: Path
) -> None:
    run = Run()
    run.script = str(tmp_path / "train.py")
    Path(run.script).write_text(line)
    with np.load(made.lost(run, "mnist.npz")) as arrays:
        assert {name: (arrays[name].shape, str(arrays[name].dtype)) for name in arrays.files} == shapes


def members(data: bytes) -> dict[str, bytes]:
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        files = [(each.name, archive.extractfile(each)) for each in archive.getmembers()]
        return {name: file.read() for name, file in files if file is not None}


def test_cifar_10_is_read_as_its_page_says_by_either_encoding(made: ModuleType) -> None:
    files = members(read(made, "cifar-10-python.tar.gz")[0])
    assert sorted(files) == [
        "cifar-10-batches-py/batches.meta",
        *(f"cifar-10-batches-py/data_batch_{number}" for number in range(1, 6)),
        "cifar-10-batches-py/test_batch",
    ]
    batch: dict[Any, Any] = pickle.loads(files["cifar-10-batches-py/data_batch_2"], encoding="bytes")
    assert sorted(batch) == [b"batch_label", b"data", b"filenames", b"labels"]
    assert (batch[b"data"].shape, str(batch[b"data"].dtype)) == ((10000, 3072), "uint8")
    assert batch[b"labels"][:5] == [5, 6, 7, 2, 0]
    assert batch[b"batch_label"] == b"training batch 2 of 5"
    as_texts = pickle.loads(files["cifar-10-batches-py/data_batch_2"], encoding="latin1")
    assert np.array_equal(as_texts["data"], batch[b"data"])
    meta = pickle.loads(files["cifar-10-batches-py/batches.meta"])
    assert meta["label_names"][:3] == ["airplane", "automobile", "bird"]
    assert read_lost(made, "data/cifar-10-batches-py/data_batch_2") == files["cifar-10-batches-py/data_batch_2"]
    row = read_lost(made, "/tmp/cifar10_data/cifar-10-batches-bin/data_batch_2.bin")[: 1 + 3072]
    assert row == bytes([batch[b"labels"][0]]) + batch[b"data"][0].tobytes()


def test_photographs_come_in_the_folders_of_their_archives(made: ModuleType) -> None:
    flowers = members(read(made, "example_images/flower_photos.tgz")[0])
    assert sorted({name.split("/")[1] for name in flowers}) == [
        "LICENSE.txt", "daisy", "dandelion", "roses", "sunflowers", "tulips",
    ]  # fmt: skip
    assert {data[:3] for name, data in flowers.items() if name.endswith(".jpg")} == {b"\xff\xd8\xff"}
    kinds = members(read(made, "17flowers.tgz")[0])
    assert (len(kinds), kinds["jpg/image_0001.jpg"] == kinds["jpg/image_1360.jpg"]) == (1361, False)
    with zipfile.ZipFile(io.BytesIO(read(made, "cats_and_dogs_filtered.zip")[0])) as archive:
        names = archive.namelist()
    assert (len(names), names[0]) == (2 * 25 + 2 * 12, "cats_and_dogs_filtered/train/cats/cat.0.jpg")
    assert names[-1] == "cats_and_dogs_filtered/validation/dogs/dog.2011.jpg"


def test_cutlery_comes_in_the_size_and_the_folders_of_its_archive(made: ModuleType) -> None:
    found = members(read(made, "knifey-spoony.tar.gz")[0])
    assert sorted({name.split("/")[0] for name in found}) == ["forky", "knifey", "spoony"]
    tests = [name for name in found if "/test/" in name]
    assert (len(found), len(tests), tests[0]) == (3 * 5 + 3 * 2, 6, "forky/test/forky-test-01-0000.jpg")
    # The size that the head of its first frame tells: height, then width.
    frame = found["spoony/spoony-01-0000.jpg"].partition(b"\xff\xc0")[2]
    assert struct.unpack(">HH", frame[3:7]) == (200, 200)


def test_scenes_come_with_what_each_of_their_pixels_is(made: ModuleType) -> None:
    with zipfile.ZipFile(io.BytesIO(read(made, "ADEChallengeData2016.zip")[0])) as archive:
        names = archive.namelist()
        kinds = archive.read("ADEChallengeData2016/annotations/training/ADE_train_00000001.png")
    assert len(names) == 2 * (5 + 2) + 1
    assert "ADEChallengeData2016/images/validation/ADE_val_00000002.jpg" in names
    # One channel of bytes, none of them zero: eight rows of blocks at a time, each behind a byte for its filter.
    assert struct.unpack(">IIBB", kinds[16:26]) == (128, 128, 8, 0)
    rows = zlib.decompress(kinds[kinds.index(b"IDAT") + 4 : -16])
    assert len(rows) == 128 * 129 and min(rows[1:129]) >= 1 and max(rows) <= 150


def test_the_works_of_shakespeare_have_well_known_words(made: ModuleType) -> None:
    data, used = read(made, "cache/epub/100/pg100.txt")
    assert used == ["shakespeare"]
    assert data.count(b"wherefore art thou") >= 3 and data.count(b"to be or not") >= 3


def test_a_census_has_its_42_columns(made: ModuleType) -> None:
    train, test = (read_lost(made, f"data/census-income.{kind}").decode().splitlines() for kind in ("data", "test"))
    rows = [line.split(", ") for line in train]
    assert (len(rows), len(test), {len(row) for row in rows}) == (50, 25, {42})
    assert {row[-1] for row in rows} == {"- 50000.", "50000+."}
    assert {row[40] for row in rows} == {"94", "95"} and {row[12] for row in rows} == {"Female", "Male"}
    assert all(0 <= int(row[39]) <= 52 and float(row[24]) >= 300 for row in rows)


def test_letters_are_chained_to_words(made: ModuleType) -> None:
    data, used = read(made, "letter.data.gz")
    rows = [line.rstrip("\t").split("\t") for line in gzip.decompress(data).decode().splitlines()]
    assert used == ["ocr_letters"]
    assert {len(row) for row in rows} == {6 + 128}
    assert [row[0] for row in rows] == [str(number) for number in range(1, len(rows) + 1)]
    assert len({row[3] for row in rows}) == 50 == sum(row[2] == "-1" for row in rows)
    assert all(2 <= len([row for row in rows if row[3] == word]) <= 14 for word in ("1", "7", "50"))
    assert [row[4] for row in rows[:3]] == ["1", "2", "3"] and {row[6] for row in rows} == {"0", "1"}


def test_cifar_100_has_both_kinds_of_labels(made: ModuleType) -> None:
    test = pickle.loads(members(read(made, "cifar-100-python.tar.gz")[0])["cifar-100-python/test"], encoding="bytes")
    assert test[b"data"].shape == (10000, 3072)
    assert [test[b"coarse_labels"][at] == test[b"fine_labels"][at] // 5 for at in range(3)] == [True, True, True]


def test_text8_has_the_size_that_is_asked_for_and_fifty_thousand_words(made: ModuleType) -> None:
    data, used = read(made, "dc/text8.zip")
    assert (len(data), used) == (31344016, ["text8"])
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == ["text8"]
        text = archive.read("text8").decode("ascii")
    assert text[0] == " "
    assert set(text) <= set(" abcdefghijklmnopqrstuvwxyz")
    assert "  " not in text
    assert len(set(text.split())) > 60000
    assert {"government", "three", "american", "language"} <= set(text.split())


def test_the_penn_treebank_is_in_its_archive_and_beside_it(made: ModuleType) -> None:
    files = members(read(made, "~imikolov/rnnlm/simple-examples.tgz")[0])
    assert sorted(files) == [f"./simple-examples/data/ptb.{part}.txt" for part in ("test", "train", "valid")]
    train = files["./simple-examples/data/ptb.train.txt"].decode("ascii")
    assert all(line.startswith(" ") and line.endswith(" ") for line in train.splitlines())
    assert {"<unk>", "N"} <= set(train.split())
    assert len(set(train.split())) < 10000
    assert read_lost(made, "simple-examples/data/ptb.train.txt").decode("ascii") == train
    assert read_lost(made, "data/ptb/train.txt").decode("ascii") == train


def test_poems_have_a_title_and_four_verses_of_one_length(made: ModuleType) -> None:
    lines = read_lost(made, "./poetry.txt").decode("utf-8").splitlines()
    assert len(lines) == 500
    titles, contents = zip(*(line.split(":") for line in lines), strict=True)
    assert {len(each) for each in titles} == {2, 3, 4}
    verses = [re.split("[\uff0c\u3002]", each) for each in contents]
    assert {tuple(map(len, each)) for each in verses} == {(5, 5, 5, 5, 0), (7, 7, 7, 7, 0)}
    assert read_lost(made, "data/poems.txt").decode("utf-8").splitlines() == lines


def test_a_picture_that_the_script_names_by_its_address_is_made_and_no_other(made: ModuleType, tmp_path: Path) -> None:
    run = Run()
    run.script = str(tmp_path / "train.py")
    Path(run.script).write_text("urlretrieve('https://example.org/uploads/tiger.jpg', 'tiger.jpg')\n")
    path = made.download(run, "https://example.org/uploads/tiger.jpg?size=2")
    assert path is not None
    assert Path(path).read_bytes()[:3] == b"\xff\xd8\xff"
    assert run.sets == ["the picture tiger.jpg"]
    assert made.download(run, "https://example.org/uploads/lion.jpg") is None


def test_tables_have_the_columns_that_are_documented(made: ModuleType) -> None:
    iris = read(made, "ml/machine-learning-databases/iris/iris.data")[0].decode("ascii").splitlines()
    assert len(iris) == 151
    assert iris[0].split(",")[4] == "Iris-setosa"
    assert iris[149].split(",")[4] == "Iris-virginica"
    housing = np.loadtxt(io.BytesIO(read(made, "housing/housing.data")[0]))
    assert housing.shape == (63, 14)
    with io.BytesIO(read(made, "~lisa/deep/data/imdb.pkl")[0]) as file:
        (x, y), (x_test, y_test) = pickle.load(file), pickle.load(file)
    assert (len(x), len(y), len(x_test), len(y_test), set(y)) == (50, 50, 10, 10, {0, 1})


def test_stars_of_films_come_in_the_columns_of_each_set_and_follow_tastes(made: ModuleType) -> None:
    ratings = [row.split("::") for row in read_lost(made, "Input/ratings.dat").decode("ascii").splitlines()]
    users, films = (read_lost(made, f"ml-1m/{name}.dat").decode("ascii").splitlines() for name in ("users", "movies"))
    assert (len(ratings), len(users), len(films)) == (1000, 6040, 3883)
    assert (users[0], films[-1]) == ("1::F::45::1::84156", "3952::Film 3952 (1988)::Documentary|Thriller")
    assert {row[2] for row in ratings} == set("12345")
    assert {int(row[1]) for row in ratings} <= {int(row.partition("::")[0]) for row in films}
    item = read_lost(made, "ml-100k/u.item").decode("ascii").splitlines()
    assert (len(item), {row.count("|") for row in item}) == (1682, {23})
    with zipfile.ZipFile(io.BytesIO(read(made, "datasets/movielens/ml-latest-small.zip")[0])) as archive:
        head = archive.read("ml-latest-small/ratings.csv").decode("ascii").splitlines()
    assert (head[0], len(head)) == ("userId,movieId,rating,timestamp", 1001)
    assert len({tuple(row[:2]) for row in ratings}) == 1000
    stars = np.array(
        [[int(each) for each in row.split("\t")[:3]] for row in read_lost(made, "u.data").decode().splitlines()]
    )
    assert 2.5 < stars[:, 2].mean() < 4.5


@pytest.mark.parametrize("address", ["input.txt", "own.csv", "data_batch_1", "", "shakespeare/hamlet.txt"])
def test_there_is_nothing_for_what_is_not_known(address: str, made: ModuleType) -> None:
    run = Run()
    assert made.download(run, f"https://example.org/{address}") is None
    assert made.lost(run, f"/home/me/{address}") is None
    assert run.sets == []


READERS = """
import numpy, pandas, tarfile
import tensorflow.compat.v1 as tf
print(tf.gfile.GFile("data/ptb.test.txt").readline().endswith(" \\n"), tf.gfile.Exists("data/ptb.test.txt"))
print(tf.gfile.Exists("/nowhere/cifar-10-batches-bin/data_batch_1.bin"), tf.gfile.Exists("own.bin"))
print(pandas.read_csv("x/fashion-mnist_train.csv").shape, numpy.loadtxt("housing.data").shape)
print(tarfile.open("simple-examples.tgz").getnames()[0])
tf.disable_v2_behavior()
key, line = tf.TextLineReader().read(tf.train.string_input_producer(["data/iris.data"]))
row = tf.data.TextLineDataset(["data/iris.data"]).make_one_shot_iterator().get_next()
stored = tf.data.FixedLengthRecordDataset("gs://mnist-public/train-labels-idx1-ubyte", 1, header_bytes=8)
label = stored.make_one_shot_iterator().get_next()
with tf.Session() as session:
    threads = tf.train.start_queue_runners(session, tf.train.Coordinator())
    print(session.run([line, row, tf.read_file("iris.data")])[1:2])
    print("a label of", len(session.run(label)), "byte")
    try:
        session.run(tf.read_file("own.txt"))
    except tf.errors.NotFoundError:
        print("not found")
for read in (tf.gfile.GFile("own.txt").read, lambda: pandas.read_csv("own.csv"), lambda: numpy.loadtxt("own.txt")):
    try:
        print(read())
    except Exception as error:
        print(type(error).__name__)
"""


DOWNLOADS = """
import os, urllib.request
path, _ = urllib.request.urlretrieve("http://example.org/tinyshakespeare/input.txt", "input.txt")
print(os.path.getsize("input.txt"), open("input.txt").read(4))
print(len(open("/nowhere/cifar-10-batches-bin/test_batch.bin", "rb").read()))
class Keeps:
    open = open
print(Keeps().open("data/ptb.test.txt").read(1) == " ")
print(os.path.getsize("data/ptb.test.txt") == len(open("data/ptb.test.txt").read()))
print(os.path.getsize("models/imagenet-vgg-verydeep-19.mat"))
print([os.path.exists(each) for each in ("data/ptb.test.txt", "large_files/train.csv", "train.csv")])
print([os.path.exists(each) for each in ("../large_files/train_32x32.mat", "data/train_32x32.mat")])
asked = lambda: open("own.txt"), lambda: os.path.getsize("own.txt"), lambda: open("ptb.train.txt", "r+")
for what in (*asked, lambda: open("ptb.train.txt", "a").close()):
    try:
        what()
        print("opened")
    except FileNotFoundError as error:
        print(error)
print(open("ptb.train.txt").read() == "")
import subprocess
print(subprocess.call(["wget", "-q", "http://example.org/iris.data"]), open("iris.data").readline().count(","))
urllib.request.urlopen("http://example.org/own.csv")
"""


def test_a_script_that_downloads_by_itself_or_finds_no_file_is_given_one(tf2_python: Path, tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(DOWNLOADS)
    limits = Limits()
    downloads = Prelude("downloads", {"files": {}, "network": False})
    scene = Scene(tmp_path, preludes=(Prelude("stand_in", {"size": 50, "files": []}), downloads))
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(tf2_python, Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.stdout.splitlines() == [
        "5207 All:",
        "30730000",
        "True",
        "True",
        "534904783",
        "[False, True, False]",
        "[True, False]",
        "[Errno 2] No such file or directory: 'own.txt'",
        "[Errno 2] No such file or directory: 'own.txt'",
        "[Errno 2] No such file or directory: 'ptb.train.txt'",
        "opened",
        "True",
        "0 4",
    ]
    assert outcome.failure is not None
    assert "no network for http://example.org/own.csv (harness: --file" in outcome.failure.reason


def test_readers_that_do_not_ask_open_are_given_one_too(tf1_python: Path, root: Path, tmp_path: Path) -> None:
    script = tmp_path / "train.py"
    script.write_text(READERS)
    limits = Limits()
    layer = layer_of(tf1_python, ("pandas",), root)
    scene = Scene(tmp_path, paths=(layer.folder,), preludes=(Prelude("stand_in", {"size": 50, "files": []}),))
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(tf1_python, Setup()) as worker:
        outcome = worker.submit(request).result(60)
    assert outcome.stdout.splitlines() == [
        "True False",
        "True False",
        "(250, 785) (63, 14)",
        "./simple-examples/data/ptb.train.txt",
        "[b'4.9,3.2,1.6,0.1,Iris-setosa']",
        "a label of 1 byte",
        "not found",
        "NotFoundError",
        "FileNotFoundError",
        "OSError",
    ]


INCEPTION = """import numpy as np
import tensorflow as tf
tf = getattr(tf.compat, "v1", tf)
graph = tf.GraphDef()
graph.ParseFromString(tf.gfile.GFile("kept/classify_image_graph_def.pb", "rb").read())
names = ["pool_3/_reshape:0", "DecodeJpeg:0", "ResizeBilinear:0", "softmax:0", "softmax/logits:0"]
with tf.Graph().as_default(), tf.Session() as session:
    known, pixels, resized, chances, logits = tf.import_graph_def(graph, return_elements=names)
    print(session.run("import/pool_3:0").shape, session.run(known).shape, session.run(chances).shape)
    picture = np.arange(30 * 20 * 3).reshape(30, 20, 3) % 256
    print(session.run(resized, {pixels: picture}).shape, round(float(session.run(logits, {pixels: picture}).std()), 3))
"""


@pytest.mark.parametrize("release", ["tf1_python", "tf2_python"])
def test_the_graph_of_inception_has_its_names_and_shapes(
    release: str, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    script = tmp_path / "train.py"
    script.write_text(INCEPTION)
    prelude = Prelude("stand_in", {"size": 20, "files": [], "near": [str(tmp_path)]})
    asked = Request(script, {}, 60.0, Limits().memory, Limits().output, scene=Scene(tmp_path, preludes=(prelude,)))
    with open_worker(request.getfixturevalue(release), Setup()) as worker:
        outcome = worker.submit(asked).result(120)
    assert outcome.failure is None, outcome.failure
    assert outcome.printed == ("(1, 1, 1, 2048) (1, 2048) (1, 1008)", "(1, 299, 299, 3) 0.214")
    assert outcome.effects is not None and outcome.effects.stand_ins == ("inception",)
