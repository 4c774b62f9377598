"""Well-known files that scripts download, or expect on the disk, by themselves: made up, in the documented formats.

Who reads such a file by himself counts on the real number of examples, as ``reshape(10000, 3, 32, 32)`` does. So images
of MNIST and CIFAR come in the real number, the made-up ones over and over; texts and tables are as large as asked for.

====================  =====================================================
``made_up.digits``   MNIST and its kin, notMNIST, house numbers
``made_up.cifar``    CIFAR-10 and CIFAR-100
``made_up.inception``  the graph of Inception and the names of its classes
``made_up.letters``  words of handwritten letters
``made_up.texts``    text8, the Penn Treebank, reviews, messages, word vectors
``made_up.rows``     tables of flowers, houses, people, wines, passengers
``made_up.census``   a census
``made_up.movies``   MovieLens
``made_up.activity`` signals of a phone
``made_up.photos``   photographs of flowers and pets
``made_up.pairs``    sentences in two languages
``made_up.poems``    poems of the Tang
``made_up.weights``  weights of well-known networks
``made_up.shown``    tables whose head a notebook shows
====================  =====================================================

Texts that a script reads whole are those of ``made_up.whole_texts``.
"""

import fnmatch
import functools
import os

from _harness_preludes.made_up import (
    activity,
    census,
    cifar,
    digits,
    files,
    inception,
    letters,
    movies,
    pairs,
    photos,
    pictures,
    poems,
    rows,
    shown,
    texts,
    weights,
    whole_texts,
)
from _harness_preludes.scripts.texts import text_of
from _harness_preludes.stand_ins import images, near

_PARTS = (
    digits, cifar, letters, texts, rows, census, photos,
    movies, activity, pairs, poems, weights, inception,
)  # fmt: skip
# A folder of fewer files of the table is none of its own: competitions have a train.csv and a test.csv.
_LEAST_OF_A_FOLDER = 3


def download(run, address):
    """Give the path of a made-up file for an address, None where there is nothing for it."""
    words_of_it = address.partition("?")[0].split("/")
    name = "tinyshakespeare.txt" if words_of_it[-2:] == ["tinyshakespeare", "input.txt"] else words_of_it[-1]
    return _made(run, name, address) or _picture(run, address, name)


def lost(run, path):
    """Give the path of a file in place of one that is not where a script looks for it: one of its own repository, or a
    made-up one; None where there is nothing."""
    own = near.lying(run, path) if getattr(run, "near", None) else None
    if own is not None:
        run.given(own, path)
        return own
    parts = os.path.normpath(path).replace(os.sep, "/").split("/")
    known = next(filter(None, (_made(run, "/".join(parts[-count:]), path) for count in (3, 2, 1))), None)
    return known or _picture(run, path, parts[-1]) or _shown(run, path, parts[-1]) or _whole(run, path, parts[-1])


def _shown(run, path, name):
    """A table whose head the notebook shows that reads it."""
    script = getattr(run, "script", "")
    table = shown.shown(script, path) if name.endswith((".csv", ".tsv", ".txt", ".data")) else None
    if table is None:
        return None
    run.used("the table %s, in the columns that the notebook shows" % name)

    def write(place):
        with open(place, "wb") as file:
            file.write(shown.written(table, run.size))

    return files.once("tables", name, write)


def _whole(run, path, name):
    """A text that the script names by a path from its folder, reads whole, and takes for lines of words."""
    script = getattr(run, "script", "")
    if not script or os.path.isabs(path) or not whole_texts.is_read_whole(text_of(script), name):
        return None
    run.used("the text " + name)

    def write(place):
        with open(place, "w", encoding="utf-8") as file:
            file.write(whole_texts.written(name, run.size))

    return files.once("texts", name, write)


def _picture(run, path, name):
    """A single picture that the script names by an address, by a path from its folder, or by one of its author's; what
    a library looks for is none of it."""
    script = getattr(run, "script", "")
    if not script or not name.lower().endswith((".jpg", ".jpeg", ".jfif", ".png")):
        return None
    if os.path.isabs(path) and not near.is_of_its_author(path):
        return None
    text = text_of(script)
    if name not in text:
        return None
    run.used("the picture " + name)

    def write(place):
        with open(place, "wb") as file:
            file.write(pictures.drawn(name, name, 0, images.shape_of(text)))

    return files.once("pictures", name, write)


def whole_folder(run, folder, wanted=""):
    """Make the folder of a well-known data set, as ``data/cifar-10-batches-bin``, with all its files, where it is not
    there, or add them where it has none of those ``wanted`` by a pattern: git often keeps but its notes. Whether it is
    one of these and was made."""
    last = os.path.basename(folder.rstrip("/"))
    names = [name for part in _PARTS for name in part.FILES if last and os.path.dirname(name) == last]
    names = {name: os.path.join(folder, os.path.basename(name)) for name in names}
    lacking = wanted and not fnmatch.filter(os.listdir(folder) if os.path.isdir(folder) else (), wanted)
    if len(names) < _LEAST_OF_A_FOLDER or os.path.lexists(folder) and not lacking:
        return False
    is_there = os.path.isdir(folder)
    try:
        if not is_there:
            os.makedirs(folder)
        for name, place in names.items():
            if not os.path.lexists(place):
                os.symlink(_made(run, name, folder), place)
                run.made_there(os.path.abspath(place if is_there else folder))
    except OSError:
        return False
    return True


def _made(run, name, place):
    if name == "mnist.npz" and digits.has_parts(getattr(run, "script", "")):
        name = "lasagne/mnist.npz"
    data_set, make = _find(name, place)
    if make is None:
        return None
    run.used(data_set)
    if getattr(make, "by_script", False):
        return files.once(data_set, name, lambda path: make(path, getattr(run, "script", "")))
    return files.once(data_set, name, lambda path: make(path, run.size))


def _find(name, place):
    idx = name.replace(".idx", "-idx")
    idx_name = idx if idx.endswith(".gz") else idx + ".gz"
    if idx_name in files.IDX:
        data_set = "fashion_mnist" if "fashion" in place else "mnist"
        return data_set, functools.partial(digits.write_idx, data_set, idx_name, idx == idx_name)
    for part in _PARTS:
        found = part.FILES.get(name)
        if found is not None:
            return found
    return files.known_by_name(name) or ("", None)
