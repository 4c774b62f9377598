"""Specification of expressions that only one of two scripts has: how the port's would stand as the old script's."""

import pytest

from harness.diagnose.sources.expressions.expressions import with_other_expression

HEAD = "import numpy as np\nimport tensorflow as tf\n"


def made(old: str, port: str, *lines: int) -> list[str]:
    found = with_other_expression(HEAD + port, HEAD + old, frozenset(lines), "2.15")
    return [each.source.removeprefix(HEAD) for each in found]


@pytest.mark.parametrize(
    ("old", "port", "first"),
    [
        # An argument more, in all places of the statement at once, by its place or by its name.
        (
            "raw = load()\ndata = (raw - raw.mean(axis=0)) / raw.std(axis=0)",
            "raw = load()\ndata = (raw - raw.mean()) / raw.std()",
            "raw = load()\ndata = (raw - raw.mean(axis=0)) / raw.std(axis=0)",
        ),
        ("y = f()\nz = tf.concat(y, 1)", "y = f()\nz = tf.concat(y, axis=0)", "y = f()\nz = tf.concat(y, axis=1)"),
        ("y = f()\nm = tf.reduce_mean(y)", "y = f()\nm = tf.reduce_mean(y, 0)", "y = f()\nm = tf.reduce_mean(y)"),
        # Another array, under the names of the port.
        (
            "grads = f()\nkept = g(grads)\nstep = opt.apply(zip(kept, names))\nnames = []\nopt = 1",
            "grads = f()\nkept = g(grads)\nstep = opt.apply(zip(grads, names))\nnames = []\nopt = 1",
            "grads = f()\nkept = g(grads)\nstep = opt.apply(zip(kept, names))\nnames = []\nopt = 1",
        ),
        (
            "pred = f()\ntruth = g()\nloss = tf.square(tf.log(pred) - tf.log(truth))",
            "out = f()\ngoal = g()\nloss = tf.square(tf.math.log(out) - goal)",
            "out = f()\ngoal = g()\nloss = tf.square(tf.math.log(out) - tf.math.log(goal))",
        ),
        # A factor or a term more or less, whatever the order and however the others are called.
        (
            "rewards, done, gamma, q = f()\ny = rewards + (1.0 - done) * gamma * np.max(q, axis=1)",
            "def f(r, done, rate):\n    best = tf.reduce_max(q(), axis=1)\n    y = r + rate * best",
            "def f(r, done, rate):\n    best = tf.reduce_max(q(), axis=1)\n    y = r + (rate * best * (1.0 - done))",
        ),
        ("a, b, c = f()\nloss = c + a", "a, b, c = f()\nloss = a + b + c", "a, b, c = f()\nloss = (a + c)"),
        # Another function of the same things, by its name of the port's release.
        (
            "x = tf.placeholder(tf.float32)\nc = tf.image.resize_image_with_crop_or_pad(x, 4, 4)",
            "pics = f()\nc = tf.image.resize_with_pad(pics, 4, 4)",
            "pics = f()\nc = tf.image.resize_with_crop_or_pad(pics, 4, 4)",
        ),
        # However the two are split into statements, and where the port's stands in another sum.
        (
            "x = tf.placeholder(tf.float32)\nw = f()\npooled = tf.reduce_mean(x, axis=1)\ny = tf.matmul(pooled, w)",
            "w = f()\ndef call(t):\n    return tf.matmul(tf.reduce_max(t, axis=1), w)",
            "w = f()\ndef call(t):\n    return tf.matmul(tf.reduce_mean(t, axis=1), w)",
        ),
        (
            "x, a, b, y = f()\npath = tf.cumsum(x * a, axis=1)\nloss = tf.square(path + b - y)",
            "k, s = f()\ndef predict(v):\n    return tf.math.cumprod(v * k, axis=1) + s",
            "k, s = f()\ndef predict(v):\n    return tf.cumsum(v * k, axis=1) + s",
        ),
        # Its axis given by its place there and by its name here.
        (
            "x = f()\nk = tf.argmax(tf.abs(x), 1)\ny = tf.one_hot(k, 4)",
            "def f(v):\n    k = tf.argmin(tf.abs(v), axis=1)\n    return tf.one_hot(k, 4)",
            "def f(v):\n    k = tf.argmax(tf.abs(v), axis=1)\n    return tf.one_hot(k, 4)",
        ),
        # Another function that takes other things besides.
        (
            "x, w = f()\nz = tf.matmul(tf.tile(x, [2, 1]), w)",
            "w = f()\ndef g(v):\n    return tf.matmul(tf.repeat(v, 2, axis=0), w)",
            "w = f()\ndef g(v):\n    return tf.matmul(tf.tile(v, [2, 1]), w)",
        ),
        # A setting, of what a placeholder is fed with.
        (
            "T = f()\nt = placeholder()\nk = tf.argsort(t, direction='ASCENDING')\ny = tf.gather(g(), k)\nh({t: T})",
            "T = f()\ny = tf.gather(g(), tf.argsort(T))",
            "T = f()\ny = tf.gather(g(), tf.argsort(T, direction='ASCENDING'))",
        ),
        # What a comprehension leaves out.
        (
            "l2 = tf.add_n([tf.nn.l2_loss(v) for v in tf.trainable_variables() if 'bias' not in v.name])",
            "model = f()\nl2 = tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables])",
            "model = f()\nl2 = tf.add_n([tf.nn.l2_loss(v) for v in model.trainable_variables if 'bias' not in v.name])",
        ),
    ],
)
def test_a_statement_is_written_as_the_old_script_has_it(old: str, port: str, first: str) -> None:
    assert made(old, port)[0] == first


def test_a_name_of_another_year_is_no_other_function() -> None:
    old = "x = tf.placeholder(tf.float32)\nc = tf.image.resize_image_with_crop_or_pad(x, 4, 4)"
    assert made(old, "pics = f()\nc = tf.image.resize_with_crop_or_pad(pics, 4, 4)") == []


def test_what_works_along_axes_is_tried_along_those_that_the_old_script_names() -> None:
    old = "g, y = f()\nslopes = tf.sqrt(tf.reduce_sum(tf.square(g), axis=1))\nl = tf.reduce_mean(y)"
    port = "g, y = f()\nnorm = tf.norm(g)\nl = tf.reduce_mean(y)"
    for norm in ("tf.norm(g)", "tf.norm(g, axis=0)"):
        assert made(old, port.replace("tf.norm(g)", norm))[-1] == port.replace("tf.norm(g)", "tf.norm(g, axis=1)")


def test_each_place_is_tried_alone_as_well_and_what_the_old_script_does_before_it() -> None:
    old = "s, mask = f()\ns += (1 - mask) * -1e9\nw = tf.nn.softmax(s)"
    port = "s, mask = f()\nw = tf.nn.softmax(s * mask)"
    assert made(old, port) == [
        "s, mask = f()\nw = tf.nn.softmax(s)",
        "s, mask = f()\ns += (1 - mask) * -1000000000.0; w = tf.nn.softmax(s)",
        "s, mask = f()\ns += (1 - mask) * -1000000000.0; w = tf.nn.softmax(s * mask)",
    ]


def test_statements_where_the_sides_part_come_first() -> None:
    old = "x = f()\na = tf.reduce_sum(x, 1)\nb = tf.reduce_max(x, 1)"
    port = "x = f()\na = tf.reduce_sum(x)\nb = tf.reduce_max(x)"
    assert made(old, port)[0].endswith("b = tf.reduce_max(x)")
    assert made(old, port, 5)[0].endswith("a = tf.reduce_sum(x)\nb = tf.reduce_max(x, 1)")


@pytest.mark.parametrize(
    ("old", "port"),
    [
        # The same in another year, under other names, taken out of TensorFlow.
        ("pred = f()\nm = tf.reduce_mean(tf.log(pred))", "out = f()\nm = float(tf.reduce_mean(tf.math.log(out)))"),
        # What the port does not have: a name, a symbol of TensorFlow.
        ("x = f()\nkeep = g()\ny = h(x, keep)", "x = f()\ny = h(x, 3)"),
        ("x = f()\ny = h(x, tf.placeholder(tf.float32))", "x = f()\ny = h(x, 3)"),
        # What is printed.
        ("print(f(1, 2))", "print(f(1))"),
        ("x = (", "y = 1"),
    ],
)
def test_nothing_is_made_of_what_is_the_same_or_cannot_stand_there(old: str, port: str) -> None:
    assert made(old, port) == []


@pytest.mark.parametrize(
    ("old", "port"),
    [
        # One thing in two statements: what stands before the relu is what the old script has within it.
        (
            "x, w, b = f()\nhidden = tf.nn.relu(tf.matmul(x, w) + b)",
            "x, w, b = f()\nz = tf.matmul(x, w) + b\nhidden = tf.nn.relu(z)\nbent = hidden + tf.minimum(z, 0.0)",
        ),
        # A variable that is made is nothing that an expression could be.
        ("x, y = f()\nc = tf.Variable(0.0)", "x, y = f()\nfar = tf.maximum(tf.abs(x) - 0.7, 0.0)"),
        # Other functions of one thing that both have, in another number of statements and order.
        (
            "x, w = f()\nlow = tf.reduce_min(x, 1)\nhigh = tf.reduce_max(x, 1)\ny = high - low",
            "w = f()\ndef g(v):\n    return tf.reduce_max(v, axis=1) - tf.reduce_min(v, axis=1)",
        ),
        # A difference is squared either way round.
        ("x, y = f()\nloss = tf.reduce_mean(tf.square(x - y))", "x, y = f()\nloss = tf.reduce_mean(tf.square(y - x))"),
    ],
)
def test_what_both_compute_is_not_tried(old: str, port: str) -> None:
    assert made(old, port) == []
