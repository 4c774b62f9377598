"""Specification of the modules that are written into a script before it is drafted."""

from pathlib import Path

import pytest

from harness.porting.draft import Aim
from harness.sides.around.joined_modules import changes_of, joined
from harness.sides.around.ported_modules import ported_modules

AIM = Aim("2.15", Path("python"), "1.15")
MAIN = "import tensorflow as tf\nimport net\nimport data\ny = net.forward(data.read())\n"
NET = "import tensorflow as tf\nimport parts\ndef forward(x):\n    return parts.layer(x, 3)\n# tf.layers.dense\n"
PARTS = "import tensorflow as tf\ndef layer(x, units):\n    return tf.layers.dense(x, units)\n"
DATA = "import tensorflow as tf\ndef read():\n    return tf.ones([1, 2])\n"


@pytest.fixture
def script(tmp_path: Path) -> Path:
    for name, text in {"net": NET, "parts": PARTS, "data": DATA, "main": MAIN}.items():
        (tmp_path / f"{name}.py").write_text(text)
    return tmp_path / "main.py"


def test_modules_that_build_parts_of_a_graph_are_joined_one_behind_the_other(script: Path) -> None:
    text, names = joined(script, MAIN, "eager", AIM)
    assert names == ("net.py", "parts.py")
    assert [line for line in text.splitlines() if line.strip()] == [
        "import tensorflow as tf",
        "def layer(x, units):",
        "    return tf.layers.dense(x, units)",
        "def forward(x):",
        "    return layer(x, 3)",
        "import data",
        "y = forward(data.read())",
    ]
    assert changes_of(names) == ("net.py, parts.py, which it imports, stand in it",)
    assert changes_of(("net.py",)) == ("net.py, which it imports, stands in it",)
    assert changes_of(()) == ()


def test_a_module_that_another_one_imports_stays_one(script: Path) -> None:
    script.with_name("data.py").write_text("import net\n" + DATA)
    assert joined(script, MAIN, "eager", AIM) == (MAIN, ())


def test_other_ports_keep_their_modules(script: Path) -> None:
    assert joined(script, MAIN, "compat", AIM) == (MAIN, ())
    assert joined(script, "print 'old'\n" + MAIN, "eager", AIM) == ("print 'old'\n" + MAIN, ())
    assert joined(script, "# Ported to eager TensorFlow\n" + MAIN, "eager", AIM)[1] == ()


def test_modules_in_a_folder_above_are_joined_and_drafted_as_well(script: Path) -> None:
    below = script.parent / "value" / "fit.py"
    below.parent.mkdir()
    below.write_text(MAIN)
    script.with_name("LICENSE").touch()
    assert joined(below, MAIN, "eager", AIM)[1] == ("net.py", "parts.py")
    drafted = ported_modules(below, MAIN, "eager", AIM)
    assert sorted((each.path, each.name) for each in drafted) == [
        (script.with_name(name).resolve(), name) for name in ("data.py", "net.py", "parts.py")
    ]


def test_a_module_without_tensorflow_is_drafted_where_packages_no_longer_have_what_it_uses(script: Path) -> None:
    script.with_name("data.py").write_text("import numpy as np\ndef read():\n    return np.ones([1, 2], np.float)\n")
    script.with_name("net.py").write_text("def forward(x):\n    return x\n")
    (drafted,) = ported_modules(script, MAIN, "eager", AIM)
    assert drafted.name == "data.py"
    assert drafted.draft.text.endswith("    return np.ones([1, 2], float)\n")
