"""Plain text, parted by what its lines look like."""

import pytest

from harness.documents.document import Line
from harness.documents.looks import Look, is_log, is_printed, look
from harness.documents.plain import blocks_of_plain


def parted(text: str) -> list[tuple[str, str]]:
    lines = [Line(number, line) for number, line in enumerate(text.removesuffix("\n").split("\n"), start=1)]
    return [(block.kind.name, block.text) for block in blocks_of_plain(lines)]


@pytest.mark.parametrize(
    "line",
    [
        "import tensorflow as tf",
        "from tensorflow.keras import layers",
        "with tf.Session() as sess:",
        "for i in range(40):",
        "sess.run(train_step)",
        'print "After %s steps: w is %f" % (i, w_val)',
        "w1, w2 = tf.Variable(1.), tf.Variable(2.)",
        "x[0] += 1",
        "return x",
        "@tf.function",
        "损失 = tf.square(w)",
        'print("第 %d 轮" % i, 损失)',
        "loss = tf.square(w)  # 损失函数，见上面的公式",
        "import tensorflow as tf w = tf.Variable(5) with tf.Session() as s: print(s.run(w))",
    ],
)
def test_looks_like_code(line: str) -> None:
    assert look(line) is Look.CODE


@pytest.mark.parametrize(
    "line",
    [
        "import the data and look at it",
        "for each of the steps we print the loss:",
        "with the rate (0.1) we get there, which is slow",
        "return to the start of this page",
        "损失函数 loss = (w + 1)^2 的图像为:",
        "Learning rate = 0.1",
        "In 2017 it took 3 hours.",
        "mnist = tf.keras.datasets.mnist 将从网络上自动下载数据集并加载。",
        "read(index) ：读取数组的第 index 个值；",
    ],
)
def test_looks_like_prose(line: str) -> None:
    assert look(line) is Look.PROSE


@pytest.mark.parametrize(
    "line",
    [
        'Tensor("Const:0", shape=(), dtype=float32)',
        "[[1.  2. ]",
        "Epoch 1/5",
        " [ 1.  2.]], shape=(2, 2), dtype=float32)",
        "conv1d (Conv1D)              (None, 296, 64)           2304",
        "2018-09-24 17:53:58.123456: I tensorflow/core/platform/cpu_feature_guard.cc:140] Your CPU supports",
        "ValueError: Shapes must be equal",
        "step 1 loss 0.5 step 2 loss 0.4 step 3 loss 0.3",
    ],
)
def test_looks_like_output(line: str) -> None:
    assert look(line) is Look.LOG


@pytest.mark.parametrize("text", ["5.0\n-7.0\n5.0", "w: 5.0\nw: 4.0", "[1.0, 2.0]", "loss=0.5\nloss=0.4\nloss=0.3"])
def test_values_are_a_log_though_python_reads_them(text: str) -> None:
    assert is_log(text.split("\n"))


@pytest.mark.parametrize("text", ["x = 0.5", "x = 1\ny = 2", "tf.print(1)", "# 0.5\n# 0.4"])
def test_code_is_no_log(text: str) -> None:
    assert not is_log(text.split("\n"))


def test_a_paragraph_with_numbers_is_not_printed() -> None:
    assert is_printed(["step 1 loss 0.5", "step 2 loss 0.4"])
    assert not is_printed(["The first layer has 32 units", "and the second 10 of them"])


def test_comments_belong_to_the_code_next_to_them() -> None:
    assert parted("Text\n#coding:utf-8\n# start\nw = tf.Variable(5)\n# Heading\n\nMore text\n") == [
        ("PROSE", "Text\n"),
        ("CODE", "#coding:utf-8\n# start\nw = tf.Variable(5)\n# Heading\n"),
        ("PROSE", "More text\n"),
    ]


def test_a_number_below_code_is_what_it_printed() -> None:
    assert parted("print(1.5)\n1.5\nThat is all\n") == [
        ("CODE", "print(1.5)\n"),
        ("PREFORMATTED", "1.5\n"),
        ("PROSE", "That is all\n"),
    ]


def test_a_value_with_a_name_is_of_the_log_that_it_stands_in() -> None:
    text = "epoch = 50 loss = 2.5\nw = [[1.9]\n [-2.9]]\nb = [3.09]\nepoch = 100 loss = 2.1\n"
    assert parted(text) == [("PREFORMATTED", text)]


def test_a_heading_is_no_comment() -> None:
    assert parted("# Heading\n\nText\n") == [("PROSE", "# Heading\n"), ("PROSE", "Text\n")]


def test_what_is_left_out_of_a_log_stays_in_it() -> None:
    text = "w = tf.Variable(5)\n结果:\nAfter 0: w is 2.6\nAfter 1: w is 1.1\n...\nAfter 39: w is -0.9\n谢谢\n"
    assert parted(text)[2] == ("PREFORMATTED", "After 0: w is 2.6\nAfter 1: w is 1.1\n...\nAfter 39: w is -0.9\n")


def test_what_stands_in_brackets_and_quotes_is_code() -> None:
    text = 'x = [\n 1.0,\n 2.0,\n]\n"""\nstep 1 loss 0.5\nstep 2 loss 0.4\n"""\n'
    assert parted(text) == [("CODE", text)]


def test_a_bracket_that_is_never_closed_holds_nothing() -> None:
    assert parted("x = tf.constant([1,\nThat is the end.\n")[1] == ("PROSE", "That is the end.\n")


def test_a_session_is_one_block_with_its_answers() -> None:
    text = "Try it\n>>> tf.add(1, 2)\n<tf.Tensor: 3>\n>>> 1\n1\n\nThe end\n"
    assert parted(text)[1] == ("CODE", ">>> tf.add(1, 2)\n<tf.Tensor: 3>\n>>> 1\n1\n")


def test_prose_that_runs_into_code_is_parted() -> None:
    text = "代码如下: import tensorflow as tf w = tf.Variable(5.0) with tf.Session() as sess: print(sess.run(w))\n"
    assert parted(text) == [
        ("PROSE", "代码如下: \n"),
        ("CODE", "import tensorflow as tf w = tf.Variable(5.0) with tf.Session() as sess: print(sess.run(w))\n"),
    ]
