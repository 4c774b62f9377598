"""Documents with one oddity each, every block literally. Their logs are what their code printed on 1.15 or 2.15."""

from pathlib import Path

import pytest

from harness.documents.document import Day, Kind
from harness.documents.reading import read_document

HERE = Path(__file__).parent
Expected = tuple[Kind, str, int | None, int, int, str]


def program(name: str) -> str:
    return (HERE / "programs" / name).read_text(encoding="utf-8").strip("\n")


def lines(*texts: str) -> str:
    return "\n".join(texts)


def on_one_line(text: str) -> str:
    return " ".join(line.strip() for line in text.split("\n") if line.strip())


BLOCKS: dict[str, list[Expected]] = {
    "2019-08-14-crlf.md": [
        (Kind.PROSE, "", None, 1, 1, "The rate falls in stairs"),
        (Kind.PROSE, "", None, 3, 3, "Every two steps the rate is halved."),
        (Kind.CODE, "python", None, 6, 18, program("decay.code")),
        (Kind.PROSE, "", None, 21, 21, "Output:"),
        (Kind.PREFORMATTED, "", None, 24, 29, program("decay.log")),
    ],
    "errors_and_displays.ipynb": [
        (Kind.PROSE, "", None, 1, 1, "One step after the other"),
        (Kind.PROSE, "", None, 3, 3, "Written on May 4, 2021, with TensorFlow 2."),
        (
            Kind.CODE,
            "python",
            1,
            1,
            5,
            lines(
                "%matplotlib inline",
                "import tensorflow as tf",
                "",
                "w = tf.Variable(1.0)",
                "w",
            ),
        ),
        (Kind.OUTPUT, "", 1, 1, 1, "<tf.Variable 'Variable:0' shape=() dtype=float32, numpy=1.0>"),
        (
            Kind.CODE,
            "python",
            2,
            1,
            5,
            lines(
                "for step in range(3):",
                "    with tf.GradientTape() as tape:",
                "        loss = (w - 3.0) ** 2",
                "    w.assign_sub(0.25 * tape.gradient(loss, w))",
                '    print(f"step {step} loss {loss:.4f} w {w.numpy():.4f}")',
            ),
        ),
        (
            Kind.OUTPUT,
            "",
            2,
            1,
            3,
            lines(
                "step 0 loss 4.0000 w 2.0000",
                "step 1 loss 1.0000 w 2.5000",
                "step 2 loss 0.2500 w 2.7500",
            ),
        ),
        (Kind.PROSE, "", None, 1, 1, "What is displayed is the last value of a cell."),
        (Kind.CODE, "python", 3, 1, 1, "w.numpy(), tf.square(w)"),
        (Kind.OUTPUT, "", 3, 1, 1, "(2.75, <tf.Tensor: shape=(), dtype=float32, numpy=7.5625>)"),
        (
            Kind.CODE,
            "python",
            4,
            1,
            2,
            lines(
                "values = [1.0, 2.0]",
                "values[2]",
            ),
        ),
        (
            Kind.OUTPUT,
            "",
            4,
            1,
            6,
            lines(
                "---------------------------------------------------------------------------",
                "IndexError                                Traceback (most recent call last)",
                "<ipython-input-4> in <module>",
                "      1 values = [1.0, 2.0]",
                "----> 2 values[2]",
                "IndexError: list index out of range",
            ),
        ),
    ],
    "gb18030.txt": [
        (
            Kind.PROSE,
            "",
            None,
            1,
            4,
            lines(
                "动量优化器的一个例子",
                "发布于 2018-03-21 20:15",
                "动量会记住之前的梯度，所以参数可能越过最低点。",
                "代码如下：",
            ),
        ),
        (Kind.CODE, "", None, 5, 18, program("momentum.code")),
        (Kind.PROSE, "", None, 20, 20, "运行结果："),
        (Kind.PREFORMATTED, "", None, 21, 28, program("momentum.log")),
        (Kind.PROSE, "", None, 30, 30, "可以看到，v 越过了零。"),
    ],
    "highlighter_spans.html": [
        (Kind.PROSE, "", None, 4, 4, "Adam, five turns"),
        (Kind.PROSE, "", None, 5, 5, "November 5, 2023"),
        (Kind.PROSE, "", None, 6, 6, "Two weights are pulled to zero; apply_gradients does it, if the loss is < 10."),
        (Kind.CODE, "python", None, 8, 18, program("adam.code")),
        (Kind.PROSE, "", None, 20, 20, "The result:"),
        (Kind.OUTPUT, "", None, 22, 26, program("adam.log")),
        (
            Kind.PREFORMATTED,
            "table",
            None,
            29,
            31,
            lines(
                "turn\tloss",
                "0\t5.0",
                "4\t1.5099872",
            ),
        ),
    ],
    "indented_code.md": [
        (Kind.PROSE, "", None, 1, 1, "Walking down, without a fence"),
        (Kind.PROSE, "", None, 4, 4, "The script is indented by a tab:"),
        (Kind.CODE, "", None, 6, 17, program("descent.code")),
        (Kind.PROSE, "", None, 19, 19, "The log by four spaces:"),
        (Kind.PREFORMATTED, "", None, 21, 26, program("descent.log")),
    ],
    "line_number_table.html": [
        (Kind.PROSE, "", None, 13, 13, "A line through four points"),
        (Kind.PROSE, "", None, 14, 14, "Slope and offset are learned together."),
        (Kind.CODE, "python", None, 15, 15, program("line.code")),
        (Kind.PROSE, "", None, 16, 16, "Output:"),
        (Kind.PREFORMATTED, "", None, 17, 17, program("line.log")),
    ],
    "literal_blocks.rst": [
        (Kind.PROSE, "", None, 1, 1, "Walking down"),
        (Kind.PROSE, "", None, 4, 4, ":date: 2017-06-12"),
        (Kind.PROSE, "", None, 6, 6, "A parabola, and the way to its lowest point:"),
        (Kind.CODE, "python", None, 11, 22, program("descent.code")),
        (Kind.PROSE, "", None, 24, 24, "It prints:"),
        (Kind.PREFORMATTED, "", None, 26, 31, program("descent.log")),
        (Kind.PROSE, "", None, 35, 35, "With a rate of one it would jump to and fro."),
        (
            Kind.PREFORMATTED,
            "table",
            None,
            38,
            41,
            lines(
                "step\tw",
                "1\t5.200000",
                "6\t3.048576",
            ),
        ),
    ],
    "lost_indentation.txt": [
        (
            Kind.PROSE,
            "",
            None,
            1,
            2,
            lines(
                "The rate falls in stairs",
                "Every two steps the rate is halved, as this shows:",
            ),
        ),
        (
            Kind.CODE,
            "",
            None,
            3,
            13,
            lines(
                "import tensorflow as tf",
                "global_step = tf.Variable(0, trainable=False)",
                "rate = tf.train.exponential_decay(0.2, global_step, 2, 0.5, staircase=True)",
                "w = tf.Variable(4.0)",
                "loss = tf.square(w)",
                "train = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)",
                "with tf.Session() as sess:",
                "sess.run(tf.global_variables_initializer())",
                "for _ in range(6):",
                "sess.run(train)",
                "print(sess.run(global_step), sess.run(rate), sess.run(w))",
            ),
        ),
        (Kind.PROSE, "", None, 14, 14, "Output:"),
        (Kind.PREFORMATTED, "", None, 15, 20, program("decay.log")),
        (Kind.PROSE, "", None, 21, 21, "So the last steps are short."),
    ],
    "lost_line_breaks.txt": [
        (
            Kind.PROSE,
            "",
            None,
            1,
            2,
            lines(
                "动量优化器的一个例子",
                "下面的代码训练 8 轮，代码如下。",
            ),
        ),
        (Kind.CODE, "", None, 3, 3, on_one_line(program("momentum.code"))),
        (Kind.PROSE, "", None, 4, 4, "运行结果如下："),
        (Kind.PREFORMATTED, "", None, 5, 5, on_one_line(program("momentum.log"))),
        (Kind.PROSE, "", None, 6, 6, "可以看到，v 越过了零。"),
    ],
    "nested_lists.md": [
        (Kind.PROSE, "", None, 6, 6, "Two kinds of points, and a line between them."),
        (Kind.PROSE, "", None, 8, 8, "the script:"),
        (Kind.CODE, "python", None, 11, 28, program("logistic.code")),
        (Kind.PROSE, "", None, 31, 31, "and what it says:"),
        (Kind.PREFORMATTED, "", None, 34, 39, program("logistic.log")),
        (Kind.PROSE, "", None, 42, 42, "That is all."),
    ],
    "pre.md": [
        (Kind.PROSE, "", None, 1, 1, "Adam, in a pre"),
        (Kind.CODE, "python", None, 4, 14, program("adam.code")),
        (Kind.PROSE, "", None, 17, 17, "The result:"),
        (Kind.PREFORMATTED, "", None, 20, 24, program("adam.log")),
    ],
    "session.md": [
        (Kind.PROSE, "", None, 1, 1, "Trying it out"),
        (Kind.PROSE, "", None, 3, 3, "Typed on 1.15:"),
        (
            Kind.CODE,
            "pycon",
            None,
            6,
            20,
            lines(
                ">>> import tensorflow as tf",
                ">>> a = tf.constant([1.0, 2.0])",
                ">>> b = tf.Variable([3.0, 4.0])",
                ">>> sess = tf.Session()",
                ">>> sess.run(b.initializer)",
                ">>> sess.run(a + b)",
                "array([4., 6.], dtype=float32)",
                ">>> for i in range(3):",
                "...     print(sess.run(b.assign(b * 0.5)))",
                "...",
                "[1.5 2. ]",
                "[0.75 1.  ]",
                "[0.375 0.5  ]",
                ">>> print(sess.run(tf.reduce_sum(a * b)))",
                "1.375",
            ),
        ),
    ],
}
DAYS: dict[str, Day | None] = {
    "2019-08-14-crlf.md": Day(day="2019-08-14", where="file name"),
    "errors_and_displays.ipynb": Day(day="2021-05-04", where="line 3"),
    "gb18030.txt": Day(day="2018-03-21", where="line 2"),
    "highlighter_spans.html": Day(day="2023-11-05", where="time, line 5"),
    "indented_code.md": None,
    "line_number_table.html": Day(day="2022-02-10", where="meta article:published_time, line 6"),
    "literal_blocks.rst": Day(day="2017-06-12", where="date in front matter, line 4"),
    "lost_indentation.txt": None,
    "lost_line_breaks.txt": None,
    "nested_lists.md": Day(day="2020-10-02", where="date in front matter, line 3"),
    "pre.md": None,
    "session.md": None,
}


@pytest.mark.parametrize("name", BLOCKS)
def test_a_sample_gives_its_blocks(name: str) -> None:
    document = read_document(HERE / "samples" / name)
    found = [
        (block.kind, block.language, block.cell, block.lines[0].number, block.lines[-1].number, block.text.strip("\n"))
        for block in document.blocks
    ]
    assert found == BLOCKS[name]


@pytest.mark.parametrize("name", DAYS)
def test_a_sample_gives_its_day(name: str) -> None:
    assert read_document(HERE / "samples" / name).day == DAYS[name]


def test_every_sample_is_held() -> None:
    names = {path.name for path in (HERE / "samples").iterdir()}
    assert names == set(BLOCKS) == set(DAYS)


def test_every_line_of_code_has_the_number_that_it_has_in_its_file() -> None:
    for name in ("2019-08-14-crlf.md", "nested_lists.md", "literal_blocks.rst", "indented_code.md", "session.md"):
        path = HERE / "samples" / name
        raw = path.read_text(encoding="utf-8").split("\n")
        for block in read_document(path).blocks:
            for line in block.lines:
                if block.kind is Kind.CODE:
                    assert raw[line.number - 1].strip(" >\t") == line.text.strip(" >\t"), (name, line.number)


def test_what_is_not_utf_8_is_said() -> None:
    assert read_document(HERE / "samples" / "gb18030.txt").remarks == ("read as GB18030, for it is not UTF-8",)
    assert read_document(HERE / "samples" / "session.md").remarks == ()
