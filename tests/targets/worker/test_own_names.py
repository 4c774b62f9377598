"""Specification: a script finds its own modules as ``python SCRIPT`` does, whatever TensorFlow has loaded before."""

import sys
from pathlib import Path

import pytest

from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import Fake, Write, request_for

LOADED = "import csv, wave, email.message\n"


@pytest.mark.parametrize("isolation", ["fork", "spawn"])
def test_its_own_module_or_package_comes_before_the_loaded_one_of_the_standard_library(
    fake_tensorflow: Fake, write: Write, isolation: str
) -> None:
    write("what = 'own module'\n", "csv.py")
    write("what = 'own package'\n", "email/__init__.py")
    write("", "wave/notes.txt")
    script = write(
        "import csv, email, wave, os, tensorflow\n"
        "print(csv.what, email.what, wave.__name__, hasattr(wave, 'open'), tensorflow.csv.reader is not None)\n",
        "train.py",
    )
    with open_worker(Path(sys.executable), Setup(isolation=isolation, environment=fake_tensorflow(LOADED))) as worker:
        outcome = worker.submit(request_for(script)).result(60)
    assert outcome.printed == ("own module own package wave True True",), outcome.failure


def test_what_python_loads_at_its_start_stays_as_it_does_without_a_harness(fake_tensorflow: Fake, write: Write) -> None:
    write("what = 'own'\n", "os.py")
    script = write("import os\nprint(hasattr(os, 'what'))\n", "train.py")
    with open_worker(Path(sys.executable), Setup(environment=fake_tensorflow(""))) as worker:
        outcome = worker.submit(request_for(script)).result(60)
    assert outcome.printed == ("False",)
