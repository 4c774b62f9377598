"""Packages: what a script imports and neither Python, TensorFlow's environment nor its own tree brings."""

from pathlib import Path

import pytest

from harness.sides.around.own_files import OwnFile
from harness.survey.needs.of_file import needs_of
from harness.survey.needs.packages import packages_with
from tests.survey.needs_said import BROUGHT, said


@pytest.mark.parametrize(
    ("text", "needs"),
    [
        ("import pandas as pd", ["1 package pandas: --with pandas"]),
        ("from PIL import Image", ["1 package pillow: --with pillow"]),
        ("import sklearn.datasets, os", ["1 package scikit-learn: --with scikit-learn"]),
        ("def plot():\n    import matplotlib.pyplot as plt", ["2 package matplotlib: --with matplotlib"]),
        ("import pylab\nimport matplotlib", ["1 package matplotlib: --with matplotlib"]),
        ("import keras", ["1 package keras: --with keras"]),
        ("from google.cloud import storage", ["1 package google-cloud-storage: --with google-cloud-storage"]),
        ("import input_data", ["1 file input_data.py: put it beside the script"]),
    ],
)
def test_what_is_imported_is_needed(tmp_path: Path, text: str, needs: list[str]) -> None:
    assert said(tmp_path, text) == needs


@pytest.mark.parametrize(
    "text",
    [
        "import os, sys, json, typing",
        "import imp, distutils.version",
        "import cPickle, urllib2, Tkinter",
        "import tensorflow.compat.v1 as tf\nfrom tensorflow.contrib import slim",
        "import numpy, six.moves, absl.flags, h5py, keras_preprocessing, google.protobuf.text_format",
        "try:\n    import pandas\nexcept ImportError:\n    pandas = None",
        "try:\n    import simplejson as json\nexcept:\n    import json",
        "import sys\nif sys.version_info[0] == 2:\n    import enum34",
        "if False:\n    import pandas",
        "from . import data\nfrom .model import build",
        "print(",
    ],
)
def test_what_is_there_or_may_be_missing_is_not(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


def test_own_modules_are_no_packages_and_what_they_import_is_told_at_their_line(tmp_path: Path) -> None:
    (tmp_path / "tool").mkdir()
    (tmp_path / "tool" / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / "tool" / "read.py").write_text("import deep", encoding="utf-8")
    (tmp_path / "deep.py").write_text("import scipy", encoding="utf-8")
    assert said(tmp_path, "import os\nfrom tool import read\n") == ["2 package scipy: --with scipy"]


def test_a_module_above_is_found_as_a_run_finds_it(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text("", encoding="utf-8")
    assert said(tmp_path, "import shared", "sub/a.py") == []
    shared = OwnFile(tmp_path / "shared.py", "", was_python2=False)
    assert needs_of("import shared", tmp_path / "sub" / "a.py", tmp_path, (shared,), BROUGHT) == ()
    assert said(tmp_path, "import sys\nsys.path.append('..')\nimport shared", "sub/b.py") == []
    assert said(tmp_path, "import sys\nsys.path.append(f())\nimport shared", "sub/c.py") == []


def test_where_a_run_does_not_look_a_script_is_a_module_of_what_lies_far_above(tmp_path: Path) -> None:
    (tmp_path / "shared.py").write_text("", encoding="utf-8")
    assert said(tmp_path, "import shared", "a/b/c/d/e/x.py") == [
        '1 file shared.py: module = "a.b.c.d.e.x" in survey.toml'
    ]


def test_what_an_environment_holds_is_read_off_its_constraints() -> None:
    names = packages_with("1.15", Path(__file__).parents[2])
    assert {"absl-py", "keras-applications", "numpy", "tensorflow", "typing-extensions"} <= names
    assert "pandas" not in names
    assert "gast" in names and "no-binary" not in names
    assert packages_with("9.9", Path(__file__).parents[2]) == frozenset()
