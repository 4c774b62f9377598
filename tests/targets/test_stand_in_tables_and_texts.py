"""Files of more data sets, in the columns and forms that are documented of them."""

import csv
import io
import tarfile
import zipfile
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from tests.targets.conftest import Run


def read(made: ModuleType, path: str) -> str:
    found = made.lost(Run(), path)
    assert found is not None
    return Path(found).read_text(encoding="ascii")


@pytest.mark.parametrize(
    ("path", "rows", "columns", "first"),
    [
        ("data/mnist_train.csv", 250, 785, "0"),
        ("fashion-mnist_test.csv", 51, 785, "label"),
        ("kaggle/mnist/train.csv", 251, 785, "label"),
        ("census/adult.data", 50, 15, "36"),
        ("wine.data", 178, 14, "1"),
        ("pima-indians-diabetes.csv", 768, 9, "16"),
        ("breast-cancer-wisconsin.data", 699, 11, "1000000"),
        ("airline-passengers.csv", 145, 2, "Month"),
        ("titanic/train.csv", 892, 12, "PassengerId"),
        ("titanic/test.csv", 419, 11, "PassengerId"),
        ("titanic_dataset.csv", 1310, 9, "survived"),
        ("data/iris_test.csv", 31, 5, "30"),
    ],
)
def test_a_table_has_its_rows_and_columns(path: str, rows: int, columns: int, first: str, made: ModuleType) -> None:
    table = [row for row in csv.reader(io.StringIO(read(made, path))) if row]
    assert (len(table), {len(row) for row in table}, table[0][0]) == (rows, {columns}, first)


def test_both_halves_of_the_census_end_their_labels_as_documented(made: ModuleType) -> None:
    assert {line.rpartition(", ")[2] for line in read(made, "adult.data").splitlines()} == {"<=50K", ">50K"}
    head, *rows = read(made, "adult.test").splitlines()
    assert head == "|1x3 Cross validator"
    assert {line.rpartition(", ")[2] for line in rows} == {"<=50K.", ">50K."}


def test_births_stand_behind_some_lines_of_words_with_the_ends_of_lines_of_their_file(made: ModuleType) -> None:
    found = made.lost(Run(), "lowbwt.dat")
    assert found is not None
    head, *rows = Path(found).read_bytes().decode("ascii").rstrip("\r\n").split("\r\n")[5:]
    assert head.split() == ["ID", "LOW", "AGE", "LWT", "RACE", "SMOKE", "PTL", "HT", "UI", "FTV", "BWT"]
    numbers = [[int(each) for each in row.split()] for row in rows]
    assert (len(rows), {len(row) for row in numbers}) == (189, {11})
    assert {row[1] == (row[10] < 2500) for row in numbers} == {True}
    assert 40 < sum(row[1] for row in numbers) < 80


def test_wines_are_told_with_a_head_and_semicolons(made: ModuleType) -> None:
    head, *rows = read(made, "winequality-red.csv").splitlines()
    assert head.split(";")[-2:] == ['"alcohol"', '"quality"']
    assert (len(rows), {len(row.split(";")) for row in rows}) == (50, {12})


def test_messages_opinions_and_vectors_are_lines(made: ModuleType) -> None:
    assert {line.split("\t")[0] for line in read(made, "SMSSpamCollection").splitlines()} == {"ham", "spam"}
    assert [len(read(made, f"rt-polarity.{each}").splitlines()) for each in ("pos", "neg")] == [50, 50]
    vectors = [line.split(" ") for line in read(made, "glove/glove.6B.50d.txt").splitlines()]
    assert {len(row) for row in vectors} == {51}
    assert {"the", "<unk>", "king"} <= {row[0] for row in vectors}


def test_archives_have_what_is_found_beside_them(made: ModuleType) -> None:
    with zipfile.ZipFile(made.download(Run(), "https://example.org/smsspamcollection.zip")) as archive:
        assert archive.read("SMSSpamCollection").decode("ascii") == read(made, "SMSSpamCollection")
    with tarfile.open(made.download(Run(), "https://example.org/rt-polaritydata.tar.gz")) as archive:
        assert sorted(archive.getnames()) == ["rt-polaritydata/rt-polarity.neg", "rt-polaritydata/rt-polarity.pos"]
    with tarfile.open(made.download(Run(), "https://example.org/aclImdb_v1.tar.gz")) as archive:
        names = archive.getnames()
    assert len(names) == 100
    assert sum(name.startswith("aclImdb/train/pos/") and name.endswith("_9.txt") for name in names) == 25


def test_the_pickle_of_notmnist_has_three_parts_of_images_about_zero(made: ModuleType) -> None:
    parts = np.load(made.lost(Run(), "notMNIST.pickle"), allow_pickle=True)
    shapes = {name: (each.shape, str(each.dtype)) for name, each in parts.items()}
    assert shapes == {
        "train_dataset": ((1000, 28, 28), "float32"),
        "train_labels": ((1000,), "int32"),
        "valid_dataset": ((100, 28, 28), "float32"),
        "valid_labels": ((100,), "int32"),
        "test_dataset": ((100, 28, 28), "float32"),
        "test_labels": ((100,), "int32"),
    }
    assert (float(parts["train_dataset"].min()), float(parts["train_dataset"].max())) == (-0.5, 0.5)


def test_weights_have_the_sizes_of_their_network_and_a_spread_that_keeps_what_goes_through(made: ModuleType) -> None:
    layers = np.load(made.lost(Run(), "bvlc_alexnet.npy"), allow_pickle=True).item()
    assert {name: weights.shape for name, (weights, _) in layers.items()} == {
        "conv1": (11, 11, 3, 96),
        "conv2": (5, 5, 48, 256),
        "conv3": (3, 3, 256, 384),
        "conv4": (3, 3, 192, 384),
        "conv5": (3, 3, 192, 256),
        "fc6": (9216, 4096),
        "fc7": (4096, 4096),
        "fc8": (4096, 1000),
    }
    assert abs(float(layers["conv3"][0].std()) - (2 / (3 * 3 * 256)) ** 0.5) < 0.001
    assert not layers["fc8"][1].any()


@pytest.mark.parametrize(
    ("text", "later"),
    [
        ("w = net['layers'][0][i][0][0][2][0][0]\n", True),
        ("kernels, bias = data['layers'][0][i][0][0][0][0]\n", False),
        ("x[0][0][2]\n", False),
    ],
)
def test_a_file_of_matconvnet_is_of_the_version_that_the_script_takes_apart(
    text: str, later: bool, made: ModuleType, tmp_path: Path
) -> None:
    (tmp_path / "vgg.py").write_text(text)
    script = tmp_path / "train.py"
    script.write_text("import vgg\n")
    assert made.weights.is_later(str(script)) is later


def test_signals_of_a_phone_are_windows_and_come_in_their_archive(made: ModuleType) -> None:
    folder = "data/UCI HAR Dataset/"
    signals = read(made, folder + "train/Inertial Signals/body_gyro_z_train.txt").splitlines()
    assert (len(signals), {len(row.split()) for row in signals}, {len(row) for row in signals}) == (50, {128}, {2048})
    assert signals[0].replace("  ", " ").strip().split(" ")[:2] == ["-5.4296875e-001", "-7.6562500e-001"]
    assert {len(row.split()) for row in read(made, folder + "test/X_test.txt").splitlines()} == {561}
    assert set(read(made, folder + "train/y_train.txt").split()) == set("123456")
    assert made.lost(Run(), "train/X_train.txt") is None
    with zipfile.ZipFile(made.download(Run(), "https://example.org/00240/UCI%20HAR%20Dataset.zip")) as archive:
        name = "UCI HAR Dataset/test/y_test.txt"
        assert archive.read(name).decode("ascii") == read(made, name)


def test_sentences_in_two_languages_have_a_tab_between_them_and_the_short_ones_come_first(made: ModuleType) -> None:
    pairs = [line.split("\t") for line in read(made, "fra-eng/fra.txt").splitlines()]
    assert (len(pairs), {len(pair) for pair in pairs}) == (500, {2})
    assert {pair[0][-1] == pair[1][-1] and pair[0][-1] in ".!?" for pair in pairs} == {True}
    lengths = [len(english.split()) for english, _ in pairs]
    assert (lengths, lengths[0], lengths[-1]) == (sorted(lengths), 1, 9)
    assert [len(french.split()) for _, french in pairs] == lengths
    with zipfile.ZipFile(made.download(Run(), "http://storage.googleapis.com/download/spa-eng.zip")) as archive:
        assert archive.read("spa-eng/spa.txt").decode("ascii") == read(made, "spa-eng/spa.txt")
    with zipfile.ZipFile(made.download(Run(), "http://www.manythings.org/anki/deu-eng.zip")) as archive:
        assert sorted(archive.namelist()) == ["_about.txt", "deu.txt"]
