"""A script that imports what nobody has, and never uses it, runs without."""

from pathlib import Path

import pytest

from harness.sides.around.unused_imports import without_unused


def _modules(*texts: str) -> list[str]:
    found = without_unused({Path(f"{number}.py"): text for number, text in enumerate(texts)})
    return [] if found is None else found.setting["modules"]


@pytest.mark.parametrize(
    ("text", "unused"),
    [
        ("import torch\n", ["torch"]),
        ("from torch.autograd import Variable\nimport tensorflow as tf\nx = tf.Variable(1)\n", ["torch.autograd"]),
        ("def f():\n    import pdb, cv2 as cv\n    cv.imread('x')\n", ["pdb"]),
        ("import sklearn.lost as a\nimport sklearn.svm as b\nb.SVC()\n", ["sklearn.lost"]),
        # Used by one of its imports, by a text that is run, by anything that it may bring; tried; a part of a package.
        ("import torch.nn\nfrom torch.nn import functional\ntorch.nn\n", []),
        ("import torch\ngetattr(globals(), 'torch')\n", []),
        ("from torch import *\n", []),
        ("try:\n    import torch\nexcept ImportError:\n    pass\n", []),
        ("from . import torch\n", []),
        ("import tensorflow\nfrom __future__ import division\n", []),
        ("import torch torch\n", []),
    ],
)
def test_which_imports_are_unused(text: str, unused: list[str]) -> None:
    assert _modules(text) == unused


def test_what_another_file_takes_from_it_is_used() -> None:
    assert _modules("import cv2\n", "import util\nutil.cv2.imread('x')\n") == []
    assert _modules("import cv2\n", "import util\nutil.show('x')\n") == ["cv2"]
