"""Folders of images that are not there are made up where a script looks through them: what it looks for says how."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.outcome import Outcome
from harness.targets.scene import Prelude, Scene
from harness.targets.target import Limits, Request, Setup
from harness.targets.workers import open_worker
from tests.preludes import PROVIDED

LISTS = """import os
import tensorflow as tf
NUM_CLASSES = 3
paths = []
for name in sorted(os.listdir("data/birds")):
    for file in sorted(os.listdir(os.path.join("data/birds", name))):
        paths.append(os.path.join("data/birds", name, file))
print(len(paths), paths[0], paths[-1])
image = tf.image.decode_jpeg(tf.read_file(paths[0]), channels=3)
with tf.Session() as session:
    values = session.run(image)
print(values.shape, values.dtype, values.std() > 20)
"""
LOOKS = """import glob
import os
import tensorflow as tf
print(sorted(glob.glob("/data/of the author/*/*.png"))[::3])
print(sorted(os.path.basename(each) for each in glob.glob(os.path.expanduser("~/cats/cat*.jpg")))[:1])
print(glob.glob("texts/*.txt"), os.path.exists("texts"), len(tf.gfile.Glob("gfile/*.png")))
print(len(glob.glob("linked/*.JPEG")))
names = tf.train.match_filenames_once("queue/*.jpg")
with tf.Session() as session:
    session.run(tf.local_variables_initializer())
    print(len(session.run(names)))
with tf.Session() as session:
    image = tf.image.decode_png(tf.read_file("/data/of the author/class_1/image_1.png"))
    print(session.run(image).shape)
"""
FLAT = """import os
for name in sorted(os.listdir("train"))[::2]:
    print(name, name.split(".")[0] == "cat", os.path.getsize("train/" + name) > 500)  # .jpg
"""
FINDS_NONE = """import os
def look(folder):
    try:
        print(os.listdir(folder))
    except OSError as error:
        print(error)
look("logs")
look("data")
"""


def play(python: Path, text: str, folder: Path, name: str = "train.py", size: int = 20) -> Outcome:
    script = folder / name
    script.write_text(text)
    scene = Scene(folder, preludes=(Prelude("stand_in", {"size": size, "files": [], "near": [str(folder)]}),))
    limits = Limits()
    request = replace(Request(script, {}, 60.0, limits.memory, limits.output), scene=scene)
    with open_worker(python, Setup()) as worker:
        return worker.submit(request).result(60)


def lines(outcome: Outcome) -> list[str]:
    assert outcome.failure is None, outcome.failure
    return outcome.stdout.splitlines()


def test_a_folder_of_classes_is_made_for_a_script_that_lists_twice(tf1_python: Path, tmp_path: Path) -> None:
    outcome = play(tf1_python, LISTS, tmp_path)
    assert lines(outcome) == [
        "6 data/birds/class_1/image_1.jpg data/birds/class_3/image_2.jpg",
        "(128, 128, 3) uint8 True",
    ]
    assert outcome.effects is not None
    assert outcome.effects.stand_ins == ("images in data/birds",)
    assert outcome.effects.changes == ()
    assert not (tmp_path / "data").exists()


def test_a_single_picture_that_the_script_names_is_made_and_no_other(tf1_python: Path, tmp_path: Path) -> None:
    (tmp_path / "cv2.py").write_text(
        "import os\ndef imread(filename, flags=1):\n    return os.read(os.open(filename, os.O_RDONLY), 3)\n"
    )
    text = (
        "import cv2\n"
        "print(open('content/hero.jpg', 'rb').read()[:3], cv2.imread('/home/of its author/coins.jpg'))\n"
        "for name in ('content/x' + '.png', '/usr/share/hero.jpg'):\n"
        "    try:\n        open(name, 'rb')\n"
        "    except IOError as error: print(error.errno)\n"
    )
    outcome = play(tf1_python, text, tmp_path)
    assert lines(outcome) == ["b'\\xff\\xd8\\xff' b'\\xff\\xd8\\xff'", "2", "2"]
    assert outcome.effects is not None
    made = ("the picture hero.jpg", "the picture coins.jpg")
    assert (outcome.effects.stand_ins, outcome.effects.changes) == (made, ())


def test_a_picture_has_the_shape_that_the_script_gives_it(tf1_python: Path, tmp_path: Path) -> None:
    text = (
        "import tensorflow as tf\n"
        "names = tf.train.match_filenames_once('/home/of its author/dog.png')\n"
        "shape = lambda image: tf.shape(tf.reshape(image, [-1, 36, 100, 3]))\n"
        "with tf.Session() as session:\n"
        "    session.run(tf.local_variables_initializer())\n"
        "    png = tf.image.decode_png(tf.read_file(names[0]))\n"
        "    jpeg = tf.image.decode_jpeg(tf.read_file('cat.jpg'))\n"
        "    print(session.run([tf.shape(png), shape(png), shape(jpeg)]))\n"
    )
    said = "[array([ 36, 100,   3], dtype=int32), " + ", ".join(2 * ["array([  1,  36, 100,   3], dtype=int32)"]) + "]"
    assert lines(play(tf1_python, text, tmp_path)) == [said]


def test_a_well_known_folder_of_images_has_its_form(tf1_python: Path, tmp_path: Path) -> None:
    text = (
        "import os\n"
        "print(sorted(os.listdir('data/notMNIST_small')))\n"
        "name = os.listdir('data/notMNIST_small/C')[0]\n"
        "print(open('data/notMNIST_small/C/' + name, 'rb').read()[16:26])\n"
        "print([os.path.exists(each) for each in ('data/img_align_celeba/', 'data/img')])\n"
        "print(sorted(os.listdir('data/img_align_celeba'))[:2], os.path.exists('data/img_align_celeba'))\n"
    )
    outcome = play(tf1_python, text, tmp_path)
    shape = b"\x00\x00\x00\x1c\x00\x00\x00\x1c\x08\x00"
    faces = ["[True, False]", "['000001.jpg', '000002.jpg'] True"]
    assert lines(outcome) == [str(list("ABCDEFGHIJ")), str(shape), *faces]
    assert outcome.effects is not None and outcome.effects.stand_ins == ("notmnist", "celeba")


def test_the_folder_of_a_well_known_data_set_has_its_files(tf1_python: Path, tmp_path: Path) -> None:
    text = (
        "import glob, os\n"
        "found = sorted(glob.glob('data/cifar-10-batches-bin/*.bin'))\n"
        "print(len(found), os.path.basename(found[0]), os.path.getsize(found[0]))\n"
        "print(sorted(os.listdir('cifar-10-batches-py'))[:2])\n"
        "print(len(glob.glob('kept/cifar-10-batches-bin/*.bin')))\n"
    )
    (tmp_path / "kept" / "cifar-10-batches-bin").mkdir(parents=True)
    (tmp_path / "kept" / "cifar-10-batches-bin" / "readme.html").write_text("kept by git")
    outcome = play(tf1_python, text, tmp_path)
    assert lines(outcome) == ["6 data_batch_1.bin 30730000", "['batches.meta', 'data_batch_1']", "6"]
    assert outcome.effects is not None
    assert (outcome.effects.stand_ins, outcome.effects.changes) == (("cifar10",), ())


def test_a_module_of_its_own_says_as_well_that_it_reads_images(tf1_python: Path, tmp_path: Path) -> None:
    (tmp_path / "convert.py").write_text(
        "import os\n"
        "def convert(folder):\n"
        "    for kind in sorted(os.listdir(folder)):\n"
        "        for name in os.listdir(os.path.join(folder, kind)):\n"
        "            yield kind, name.endswith('.png')\n"
    )
    outcome = play(tf1_python, "import convert\nprint(sorted(set(convert.convert('./train'))))\n", tmp_path)
    assert lines(outcome) == ["[('class_1', True), ('class_2', True)]"]
    assert outcome.effects is not None and outcome.effects.stand_ins == ("images in ./train",)


def test_folders_that_a_script_knows_by_name_have_images_and_no_folders(tf1_python: Path, tmp_path: Path) -> None:
    text = "import os\nfor name in ('car', 'face'):\n    print(sorted(os.listdir('raw//' + name + '/'))[0])  # .png\n"
    assert lines(play(tf1_python, text, tmp_path)) == ["image_1.png", "image_1.png"]
    for_each = text.replace("('car', 'face')", "sorted(os.listdir('other')) + ['car']").replace("raw//", "other/")
    assert lines(play(tf1_python, for_each, tmp_path)) == 3 * ["image_1.png"]


def test_a_pattern_says_what_the_folder_looks_like(tf1_python: Path, tmp_path: Path) -> None:
    # As somebody who kept the images elsewhere has put it under git.
    (tmp_path / "linked").symlink_to("/data/of another author")
    outcome = play(tf1_python, LOOKS, tmp_path)
    named = ("/data/of the author", "~/cats", "gfile", "linked", "queue")
    assert outcome.effects is not None and outcome.effects.stand_ins == tuple(f"images in {each}" for each in named)
    assert lines(outcome) == [
        "['/data/of the author/class_1/image_1.png', '/data/of the author/class_2/image_2.png']",
        "['catimage_1.jpg']",
        "[] False 2",
        "2",
        "2",
        "(128, 128, 3)",
    ]
    assert outcome.effects.problems == ()
    assert (tmp_path / "linked").is_symlink()


def test_one_flat_folder_of_cats_and_dogs_is_named_as_the_competition_has_it(tf1_python: Path, tmp_path: Path) -> None:
    assert lines(play(tf1_python, FLAT, tmp_path)) == ["cat.1.jpg True True", "dog.1.jpg False True"]


@pytest.mark.parametrize(
    ("end", "data"), [("", "[Errno 2] No such file or directory: 'data'"), ("# a.png", "['image_1.png', ")]
)
def test_a_script_without_images_finds_none_and_its_own_folders_stay_missing(
    end: str, data: str, tf1_python: Path, tmp_path: Path
) -> None:
    first, second = lines(play(tf1_python, FINDS_NONE + end, tmp_path))
    assert first == "[Errno 2] No such file or directory: 'logs'"
    assert second.startswith(data)


def test_a_flat_folder_has_enough_for_a_batch_and_each_of_many_classes_has_fewer(
    tf1_python: Path, tmp_path: Path
) -> None:
    text = (
        "import glob\nfor n in ('a/*.png', 'b/*/*.png', 'c/[a-z]*/*.png'): print(len(glob.glob(n)))\nNUM_CLASSES = 4\n"
    )
    assert lines(play(tf1_python, text, tmp_path, size=1000)) == ["100", "160", "160"]
    two = play(tf1_python, text.replace("NUM_CLASSES", "x"), tmp_path, size=1000)
    assert lines(two) == ["100", "100", "100"]


def test_the_text_of_a_notebook_counts_as_well(tf1_python: Path, tmp_path: Path) -> None:
    cell = {"cell_type": "code", "source": ["for a in os.listdir('x'):\n", "    b = os.listdir('x/' + a)  # .png\n"]}
    (tmp_path / "book.ipynb").write_text(json.dumps({"cells": [cell], "nbformat": 4}))
    text = (
        "from _harness_preludes.scripts.texts import text_of\nfrom _harness_preludes.stand_ins import images\n"
        f"print(images.is_nested(text_of({str(tmp_path / 'book.ipynb')!r})))\n"
        "print(images.is_nested('for each in glob.glob(x):\\n    print(each)\\n'))\n"
        "print(images.is_nested('first = next(os.walk(path))[1]\\n'))\n"
    )
    assert lines(play(tf1_python, PROVIDED + text, tmp_path)) == [
        "True",
        "False",
        "True",
    ]
