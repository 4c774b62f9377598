"""The prelude that has a script run without what it imports and never uses."""

import sys
from dataclasses import replace
from pathlib import Path

from harness.diagnose.evidence.evidence import Side
from harness.sides.around.unused_imports import without_unused
from harness.sides.run_text import effects_text
from harness.targets.outcome import Outcome
from harness.targets.scene import Scene
from harness.targets.target import Setup
from harness.targets.workers import open_worker
from tests.targets.worker.conftest import Fake, request_for

SCRIPT = """import json
import nowhere.at_all as other
from nowhere import Variable
try:
    import nobody
except ImportError:
    print("without nobody")
print(json.dumps([1, 2]))
"""


def play(text: str, folder: Path, fake_tensorflow: Fake) -> Outcome:
    script = folder / "train.py"
    script.write_text(text)
    prelude = without_unused({script: text})
    assert prelude is not None
    with open_worker(Path(sys.executable), Setup(environment=fake_tensorflow())) as worker:
        request = replace(request_for(script), scene=Scene(folder, preludes=(prelude,)))
        return worker.submit(request).result(60)


def test_the_script_runs_without_them_and_that_is_said(tmp_path: Path, fake_tensorflow: Fake) -> None:
    outcome = play(SCRIPT, tmp_path, fake_tensorflow)
    assert (outcome.failure, outcome.stdout) == (None, "without nobody\n[1, 2]\n")
    side = Side("train.py", (), effects=outcome.effects)
    assert [*effects_text("it", side, None)] == [
        "it imports nowhere, which is not there, and never uses it: run without"
    ]


def test_so_does_a_part_that_a_package_has_not(tmp_path: Path, fake_tensorflow: Fake) -> None:
    # Pillow calls it by the names of its arguments.
    by_name = "print(__import__('math', fromlist=['floor']).floor(1.5))\n"
    text = f"{by_name}import json\nfrom json.nothing import x\nprint(json.dumps(2))\n"
    outcome = play(text, tmp_path, fake_tensorflow)
    assert (outcome.failure, outcome.stdout) == (None, "1\n2\n")
    assert outcome.effects is not None
    assert outcome.effects.missing == ("json.nothing",)


def test_what_a_package_imports_is_still_missing_to_it(tmp_path: Path, fake_tensorflow: Fake) -> None:
    (tmp_path / "other.py").write_text("try:\n    import nowhere\nexcept ImportError:\n    print('none')\n")
    outcome = play("import nowhere\nimport other as used\nprint(used.__name__)\n", tmp_path, fake_tensorflow)
    assert (outcome.failure, outcome.stdout) == (None, "none\nother\n")
