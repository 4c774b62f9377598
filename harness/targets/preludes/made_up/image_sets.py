"""Folders of images that have a well-known name and a form of their own: what is in them, by their names."""

import os
import re

from _harness_preludes.made_up import arrays, pictures

_LETTERS, _OF_A_LETTER = "ABCDEFGHIJ", 1872
_NOTMNIST = re.compile(r"notMNIST_(?:small|large)")
# Faces of celebrities, aligned: how many there are, and how high and wide.
_CELEBA, _FACES, _FACE = "img_align_celeba", 202599, (218, 178)


def pictures_of(folder, size):
    """Give the data set that a folder is by its name, and its pictures, by the name of each in it; None for another."""
    name = os.path.basename(folder.rstrip("/"))
    if name == _CELEBA:
        count = max(2, min(size // 10, _FACES))
        faces = ["%06d.jpg" % each for each in range(1, 1 + count)]
        return "celeba", {each: pictures.drawn(each, _CELEBA, place, _FACE) for place, each in enumerate(faces)}
    if _NOTMNIST.match(name) is None:
        return None
    each = max(2, min(size // 10, _OF_A_LETTER))
    made = arrays.image_arrays("notmnist", 10 * each)
    named = {}
    for place, (label, image) in enumerate(zip(made.y_train.tolist(), made.x_train)):
        named["%s/letter_%04d.png" % (_LETTERS[label], place)] = pictures.grey_png(image.tolist())
    return "notmnist", named
