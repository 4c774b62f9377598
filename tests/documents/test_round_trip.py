"""Any code and any log, written into each format, come back line by line, with their numbers."""

import html
import json
import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from harness.documents.document import Block, Document, Kind
from harness.documents.reading import read_document

NAMES = st.sampled_from(["w", "loss", "rate", "x_1", "损失"])
NUMBERS = st.floats(-100, 100, allow_nan=False).map(lambda value: f"{value:.5f}")
STATEMENTS = st.one_of(
    st.builds("{} = tf.constant({})".format, NAMES, NUMBERS),
    st.builds("print({!r}, {})".format, st.sampled_from(["a < b & c", "%d", "*_`\"'", "步", "a  b"]), NAMES),
    st.builds("for i in range({}):\n    {} = i < 3 and i > 1\n\n    print(i)".format, st.integers(1, 9), NAMES),
    st.builds("with tf.Session() as s:\n\t{} = s.run({})".format, NAMES, NAMES),
    st.builds("{} = [\n    {},\n    {},\n]".format, NAMES, NUMBERS, NUMBERS),
    st.builds("# {} & <b>".format, st.sampled_from(["a comment", "注释", "1. one"])),
)
CODES = st.lists(STATEMENTS, min_size=1, max_size=6).map(lambda parts: "import tensorflow as tf\n" + "\n".join(parts))
LOGS = st.builds(
    lambda form, rows: "\n".join(form.format(step, *row) for step, row in enumerate(rows)),
    st.sampled_from(
        ["step {}: loss {}, w {}", "第{}轮 损失为{} w 为{}", "{} [{} {}]", "Epoch {} - loss: {} - acc: {}"]
    ),
    st.lists(st.tuples(NUMBERS, NUMBERS), min_size=2, max_size=8),
)


def read(name: str, text: str | bytes) -> Document:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return read_document(path)


def with_logs(document: Document) -> tuple[list[str], list[str]]:
    def texts(*kinds: Kind) -> list[str]:
        return [block.text for block in document.blocks if block.kind in kinds]

    return texts(Kind.CODE), texts(Kind.PREFORMATTED, Kind.OUTPUT)


def shown(text: str) -> str:
    """As a reader sees it who has no eye for blank space at the ends of lines."""
    return "".join(f"{line.rstrip()}\n" for line in text.split("\n"))


def indented(text: str, by: str) -> str:
    return "\n".join(by + line if line.strip() else line for line in text.split("\n"))


def numbers_hold(blocks: tuple[Block, ...], text: str) -> bool:
    raw = text.split("\n")
    return all(
        line.text.strip() in raw[line.number - 1] for block in blocks if block.kind is Kind.CODE for line in block.lines
    )


@settings(deadline=None, max_examples=60)
@given(
    CODES, LOGS, st.sampled_from(["python", "", "py3"]), st.sampled_from(["", "text"]), st.sampled_from(["```", "~~~~"])
)
def test_fences_of_markdown(code: str, log: str, language: str, of_log: str, fence: str) -> None:
    text = f"# Title\n\nProse.\n\n{fence}{language}\n{code}\n{fence}\n\nOutput:\n\n{fence}{of_log}\n{log}\n{fence}\n"
    document = read("a.md", text)
    assert with_logs(document) == ([code + "\n"], [log + "\n"])
    assert numbers_hold(document.blocks, text)


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS, st.sampled_from(["    ", "\t"]))
def test_indented_code_of_markdown(code: str, log: str, by: str) -> None:
    text = f"Prose.\n\n{indented(code, by)}\n\nOutput:\n\n{indented(log, by)}\n"
    document = read("a.md", text)
    assert with_logs(document) == ([code + "\n"], [log + "\n"])


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS)
def test_fences_in_lists_and_quotes(code: str, log: str) -> None:
    item = "- item\n\n" + indented(f"```python\n{code}\n```", "  ")
    quote = "\n".join(f"> {line}" for line in f"```\n{log}\n```".split("\n"))
    assert with_logs(read("a.md", f"{item}\n\n{quote}\n")) == ([code + "\n"], [log + "\n"])


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS, st.sampled_from(["\n", "<br>", "<br/>"]))
def test_pre_of_pages(code: str, log: str, line_break: str) -> None:
    def pre(text: str) -> str:
        return line_break.join(html.escape(text).split("\n"))

    text = (
        f'<html><body><p>Prose.</p><pre><code class="language-python">{pre(code)}</code></pre>'
        f"<p>Output:</p>\n<pre>{pre(log)}</pre></body></html>"
    )
    assert with_logs(read("a.html", text)) == ([shown(code)], [log + "\n"])


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS, st.sampled_from(["table", "list", "spans"]))
def test_line_numbers_of_pages(code: str, log: str, form: str) -> None:
    lines = [html.escape(line) for line in code.split("\n")]
    numbers = range(1, len(lines) + 1)
    if form == "table":
        counted = "\n".join(str(number) for number in numbers)
        body = "\n".join(lines)
        shown_code = f"<table><tr><td><pre>{counted}</pre></td><td><pre>{body}</pre></td></tr></table>"
    elif form == "list":
        items = "".join(f"<li>{line}</li>\n" for line in lines)
        shown_code = f'<pre class="prettyprint"><ol>{items}</ol></pre>'
    else:
        body = "\n".join(
            f'<span class="lineno">{number:3}</span>{line}' for number, line in zip(numbers, lines, strict=True)
        )
        shown_code = f"<pre>{body}</pre>"
    text = f"<html><body><p>Prose.</p>{shown_code}<p>Output:</p><pre>{html.escape(log)}</pre></body></html>"
    assert with_logs(read("a.html", text)) == ([shown(code)], [log + "\n"])


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS, st.sampled_from(["code-block", "code", "sourcecode"]))
def test_restructured_text(code: str, log: str, directive: str) -> None:
    text = (
        f"Title\n=====\n\n.. {directive}:: python\n\n{indented(code, '   ')}\n\n"
        f"Output::\n\n{indented(log, '    ')}\n\nProse.\n"
    )
    document = read("a.rst", text)
    assert with_logs(document) == ([code + "\n"], [log + "\n"])
    assert numbers_hold(document.blocks, text)


@settings(deadline=None, max_examples=60)
@given(st.lists(st.tuples(CODES, LOGS), min_size=1, max_size=3))
def test_notebooks(cells: list[tuple[str, str]]) -> None:
    content = {
        "cells": [
            {
                "cell_type": "code",
                "source": code.splitlines(keepends=True),
                "outputs": [{"output_type": "stream", "name": "stdout", "text": f"{log}\n"}],
            }
            for code, log in cells
        ],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    document = read("a.ipynb", json.dumps(content))
    assert with_logs(document) == ([f"{code}\n" for code, _ in cells], [f"{log}\n" for _, log in cells])
    assert [block.cell for block in document.blocks if block.exact] == list(range(1, len(cells) + 1))


@settings(deadline=None, max_examples=60)
@given(CODES, LOGS, st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]), st.sampled_from(["\n", "\r\n", "\r"]))
def test_plain_text_in_any_encoding(code: str, log: str, encoding: str, ending: str) -> None:
    text = f"梯度下降的一个例子，我们来看代码和它的结果。\n代码如下：\n{code}\n运行结果：\n{log}\n这就是结果。\n"
    document = read("a.txt", text.replace("\n", ending).encode(encoding))
    assert with_logs(document) == ([code + "\n"], [log + "\n"])


@given(CODES)
def test_a_script_is_one_block(code: str) -> None:
    (block,) = read("a.py", code).blocks
    assert (block.text, block.exact, block.lines[0].number) == (code + "\n", True, 1)
