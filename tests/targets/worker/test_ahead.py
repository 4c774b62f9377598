"""What a worker does once for all of its children is done for none of them otherwise."""

import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from harness.targets.scene import Prelude, Scene
from harness.targets.target import Setup
from harness.targets.workers import Worker, open_worker
from tests.preludes import FOLDER
from tests.targets.worker.conftest import Fake, Write, request_for

# What a prelude finds of what its worker knows.
LOOK = "import sys\nahead = sys.modules['_harness_worker.ahead']\n"
PLOTS = FOLDER / "plots.py"
ENDINGS = "['.decoder', 'json.encoder', 'email', 'late_one', 'nothing_at_all']"


@pytest.fixture(params=["fork", "spawn"])
def worker(request: pytest.FixtureRequest, fake_tensorflow: Fake) -> Iterator[Worker]:
    setup = Setup(isolation=request.param, environment=fake_tensorflow("import json, email.parser\n"))
    with open_worker(Path(sys.executable), setup) as opened:
        yield opened


def run(worker: Worker, folder: Path, script: Path, *preludes: Path) -> str:
    scene = Scene(folder, network=True, preludes=tuple(Prelude(str(each.with_suffix(""))) for each in preludes))
    outcome = worker.submit(replace(request_for(script), scene=scene)).result(60)
    assert outcome.failure is None or outcome.failure.kind == "silent", outcome.failure
    return outcome.stdout


def test_modules_that_are_there_are_found_by_their_endings_also_those_that_came_late(
    worker: Worker, write: Write, tmp_path: Path
) -> None:
    write("", "beside/late_one.py")
    prelude = write(
        LOOK + "before = list(sys.modules)\nimport late_one\nfound = ahead.loaded(" + ENDINGS + ")\n"
        "after = list(sys.modules)\n"
        "print(sorted(found), [name for name in after if name not in before], after[: len(before)] == before)\n",
        "beside/look.py",
    )
    script = write("print('script')\n", "train.py")
    assert run(worker, tmp_path, script, prelude) == (
        "['email', 'json.decoder', 'json.encoder', 'late_one'] ['late_one'] True\nscript\n"
    )


def test_a_module_of_the_script_named_like_a_prelude_is_its_own(worker: Worker, write: Write, tmp_path: Path) -> None:
    write("what = 'mine'\n", "races.py")
    script = write("import races\nprint(races.what, races.__file__.rpartition('/')[2])\n", "train.py")
    assert run(worker, tmp_path, script) == "mine races.py\n"


@pytest.mark.parametrize("name", ["watch_imports", "imports", "scripts"])
def test_a_module_of_the_script_named_like_a_part_of_a_prelude_is_its_own(
    worker: Worker, write: Write, tmp_path: Path, name: str
) -> None:
    write("what = 'mine'\n", f"{name}.py")
    script = write(f"import {name}\nprint({name}.what)\n", "train.py")
    assert run(worker, tmp_path, script, PLOTS) == "mine\n"


def test_a_prelude_of_the_harness_is_compiled_once_and_another_file_for_each_run(
    fake_tensorflow: Fake, write: Write, tmp_path: Path
) -> None:
    script = write("print()\n", "train.py")
    told = write(LOOK + "import os\nprint(sorted(map(os.path.basename, ahead._compiled)))\n", "told.py")
    downloads = Prelude("downloads", {"files": {}, "network": False})
    scene = Scene(tmp_path, network=True, preludes=(downloads, Prelude(str(told.with_suffix("")))))
    with open_worker(Path(sys.executable), Setup(environment=fake_tensorflow(""))) as worker:
        first = worker.submit(replace(request_for(script), scene=scene)).result(60)
        told.write_text(told.read_text() + "print('changed')\n")
        second = worker.submit(replace(request_for(script), scene=scene)).result(60)
    assert first.stdout == "['__init__.py', 'downloads.py', 'imports.py', 'own_addresses.py']\n\n"
    assert second.stdout == "['__init__.py', 'downloads.py', 'imports.py', 'own_addresses.py']\nchanged\n\n"
