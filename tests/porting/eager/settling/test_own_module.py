"""Specification of modules that are written into the script which imports them."""

from textwrap import dedent

import pytest

from harness.porting.eager.settling.own_module import builds, with_module

NET = dedent(
    """
    '''A layer.'''
    from __future__ import print_function
    import tensorflow as tf
    import math

    WIDTH = 4


    def weight(shape):
        return tf.Variable(tf.zeros(shape))


    def layer(x):
        return tf.matmul(x, weight([WIDTH, 1]))


    if __name__ == "__main__":
        print(layer(tf.ones([1, WIDTH])))
    """
)
JOINED = dedent(
    """\
    import tensorflow as tf
    import math

    WIDTH = 4


    def weight(shape):
        return tf.Variable(tf.zeros(shape))


    def layer(x):
        return tf.matmul(x, weight([WIDTH, 1]))
    """
)


@pytest.mark.parametrize(
    ("imports", "call"),
    [
        ("import net", "net.layer(tf.ones([1, net.WIDTH]))"),
        ("import net as n", "n.layer(tf.ones([1, n.WIDTH]))"),
        ("from net import layer, WIDTH", "layer(tf.ones([1, WIDTH]))"),
        ("from net import *", "layer(tf.ones([1, WIDTH]))"),
        ("from net import layer as made, WIDTH as w", "made(tf.ones([1, w]))"),
    ],
)
def test_what_a_module_defines_stands_where_it_was_imported(imports: str, call: str) -> None:
    made = with_module(f"import tensorflow as tf\n{imports}\ny = {call}\n", "net", NET)
    assert made is not None
    assert made.replace("\n\n\n", "\n\n") == (JOINED + "y = layer(tf.ones([1, WIDTH]))\n").replace("\n\n\n", "\n\n")


def test_other_modules_of_one_import_stay() -> None:
    made = with_module("import os, net\nprint(net.layer(os.sep))\n", "net", "def layer(x):\n    return x\n")
    assert made == "import os\ndef layer(x):\n    return x\nprint(layer(os.sep))\n"


def test_imports_of_the_same_things_are_no_other_ones() -> None:
    made = with_module(
        "import os, sys\nfrom math import pi\nimport net\nprint(net.layer(os.sep))\n",
        "net",
        "import os\nfrom math import pi, e\ndef layer(x):\n    return os.fspath(x)\n",
    )
    assert made == (
        "import os, sys\nfrom math import pi\nimport os\nfrom math import pi, e\n"
        "def layer(x):\n    return os.fspath(x)\nprint(layer(os.sep))\n"
    )
    assert (
        with_module("from math import pi as e\nimport net\nnet.f()\n", "net", "from math import e\ndef f(): 1\n")
        is None
    )


def test_a_module_of_a_package() -> None:
    own = "def layer(x):\n    return x\n"
    joined = "def layer(x):\n    return x\nprint(layer(1))\n"
    assert with_module("import lib.net as net\nprint(net.layer(1))\n", "lib.net", own) == joined
    assert with_module("from lib import net\nprint(net.layer(1))\n", "lib.net", own) == joined
    assert with_module("from lib.net import layer\nprint(layer(1))\n", "lib.net", own) == joined
    assert with_module("import lib.net\nprint(lib.net.layer(1))\n", "lib.net", own) is None


def test_a_name_that_the_script_has_another_use_for_has_the_modules_before_it() -> None:
    own = "def layer(x):\n    return size(x)\n\ndef size(x):\n    return 1\n"
    script = "import net\n\ndef layer(size):\n    return net.layer(size) + net.size(x=size)\n"
    assert with_module(script, "net", own) == (
        "def net_layer(x):\n    return net_size(x)\n\ndef net_size(x):\n    return 1\n\n"
        "def layer(size):\n    return net_layer(size) + net_size(x=size)\n"
    )


@pytest.mark.parametrize(
    ("script", "own"),
    [
        ("import net\nrun(net)\n", "def layer(x):\n    return x\n"),
        ("import net\nnet.RATE = 2\n", "RATE = 1\ndef layer(x):\n    return x * RATE\n"),
        ("def f():\n    import net\n    return net.layer(1)\n", "def layer(x):\n    return x\n"),
        ("import net\ndef f():\n    import net\n", "def layer(x):\n    return x\n"),
        ("import net\nprint(net.gone)\n", "def layer(x):\n    return x\n"),
        ("import net\ndef f(net):\n    return net.layer(1)\n", "def layer(x):\n    return x\n"),
        ("import net\nlayer = net.layer(1)\n", "class Net:\n    layer = 1\ndef layer(x):\n    return x\n"),
        ("from net import layer as made\ndef f(made):\n    return made\n", "def layer(x):\n    return x\n"),
        # Its functions would see another meaning of a name.
        ("import net\nsum = 3\nprint(net.layer([1]))\n", "def layer(x):\n    return sum(x)\n"),
        (
            "import net\nimport math2 as math\nprint(net.layer(1))\n",
            "import math\ndef layer(x):\n    return math.sin(x)\n",
        ),
        ("from net import layer\nlayer = layer(2)\n", "def layer(x):\n    return x or layer(x - 1)\n"),
        ("from net import *\ndef f(layer):\n    return layer\n", "def layer(x):\n    return x\n"),
        # Its own name would be another one's as well.
        ("import net\nlayer = net.layer(1)\n", "def layer(x):\n    return x\ndef other(layer):\n    return layer\n"),
        (
            "import net\nprint(net.layer(1))\n",
            "import os\nFOLDER = os.path.dirname(__file__)\ndef layer(x):\n    return x\n",
        ),
    ],
)
def test_a_module_stays_one_where_joining_it_may_change_what_it_means(script: str, own: str) -> None:
    assert with_module(script, "net", own) is None


def test_a_module_that_makes_parts_of_a_graph_is_told_from_one_that_reads_data() -> None:
    assert builds(NET)
    assert builds("import tensorflow as tf\ndef f(x):\n    return tf.layers.dense(x, 3)\n")
    assert builds("import tensorflow as tf\ndef f(w):\n    tf.add_to_collection('losses', w)\n")
    assert not builds("import tensorflow as tf\ndef read(path):\n    return tf.gfile.Open(path).read()\n")
    assert not builds("def f(x):\n    return Variable(x)\n")
