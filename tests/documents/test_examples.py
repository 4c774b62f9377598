"""The examples of a document and their logs."""

from pathlib import Path

from harness.documents.example import Example, Role, Source
from harness.documents.examples import examples_of
from harness.documents.reading import read_document

_HEAD = "import tensorflow as tf\nw = tf.Variable(5.0)\n"


def _examples(folder: Path, text: str, name: str = "guide.md") -> tuple[Example, ...]:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return examples_of(read_document(path))


def _lines(example: Example) -> list[tuple[int, str]]:
    assert example.log is not None
    return [(line.number, line.text) for line in example.log.lines]


def test_a_block_that_the_print_could_have_printed_is_its_log(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}for i in range(2):\n    print('step %d: w %f' % (i, w))\n```\n"
    text = f"{code}\n```\nstep 0: w 5.000000\n```\n"
    (example,) = _examples(tmp_path, text)
    assert (example.first_line, example.role) == (2, Role.WHOLE)
    assert _lines(example) == [(9, "step 0: w 5.000000")]
    assert example.log is not None
    assert example.log.source is Source.BLOCK


def test_a_block_of_something_else_is_none(tmp_path: Path) -> None:
    text = f"```python\n{_HEAD}print('w %f' % w)\n```\n\n```\npip install tensorflow==1.4\n```\n"
    (example,) = _examples(tmp_path, text)
    assert example.log is None


def test_logs_of_two_blocks_that_are_one_program_stand_apart(tmp_path: Path) -> None:
    text = (
        f"```python\n{_HEAD}print('a %f' % w)\n```\n```\na 5.000000\n```\n"
        "```python\nprint('b %f' % w)\n```\n```\nb 5.000000\n```\n"
    )
    (example,) = _examples(tmp_path, text)
    assert example.blocks == (1, 2)
    assert _lines(example) == [(7, "a 5.000000"), (0, "..."), (13, "b 5.000000")]


def test_lines_of_a_log_that_stand_in_the_prose_belong_to_it(tmp_path: Path) -> None:
    text = f"```python\n{_HEAD}print('w is %f now' % w)\n```\n\nThis prints\n\nw is 5.000000 now\n"
    (example,) = _examples(tmp_path, text)
    assert _lines(example) == [(9, "w is 5.000000 now")]


def test_what_is_said_to_stay_is_a_claim_on_the_variation_below_it(tmp_path: Path) -> None:
    text = (
        f"```python\n{_HEAD}for i in range(3):\n    w.assign_sub(1.0)\n    v = w + 0\n    print(v)\n```\n\n"
        "If only this is run, v stays 5:\n\n```python\nfor i in range(3):\n    v = w + 0\n```\n"
    )
    whole, variation = _examples(tmp_path, text)
    assert (whole.claims, variation.role, variation.of, variation.first_line) == ((), Role.VARIATION, 1, 13)
    assert [(claim.name, claim.value, claim.stays) for claim in variation.claims] == [("v", "5", True)]


def test_an_alternative_in_a_comment_is_an_example_if_a_figure_names_it(tmp_path: Path) -> None:
    text = (
        "```python\nimport tensorflow as tf\nstep = tf.train.GradientDescentOptimizer(0.1)\n"
        "# step = tf.train.AdamOptimizer(0.1)\nprint('after %d: %f' % (20, 1.0))\n```\n\n"
        "After 20 rounds:\n\n- GradientDescentOptimizer: 0.5\n- AdamOptimizer: 0.25\n"
    )
    first, adam = _examples(tmp_path, text)
    assert [claim.name for claim in first.claims] == ["GradientDescentOptimizer"]
    assert [(claim.name, claim.value) for claim in adam.claims] == [("AdamOptimizer", "0.25")]
    assert "step = tf.train.AdamOptimizer(0.1)\n" in adam.readings[0].text
    assert (adam.role, adam.of, adam.first_line) == (Role.VARIATION, 1, 4)


def test_a_table_is_a_log_where_there_is_no_other(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}for step in range(2):\n    print('step %d: loss %f' % (step, w))\n```\n\n"
    table = "| step | loss |\n| --- | --- |\n| 0 | 5.0 |\n| 1 | 5.0 |\n"
    (example,) = _examples(tmp_path, code + table)
    assert [text for _, text in _lines(example)] == ["step: 0, loss: 5.0", "step: 1, loss: 5.0"]
    (example,) = _examples(tmp_path, f"{code}```\nstep 0: loss 5.000000\n```\n\n{table}")
    assert [text for _, text in _lines(example)] == ["step 0: loss 5.000000"]
    assert [(claim.name, claim.value, claim.step) for claim in example.claims] == [
        ("loss", "5.0", 0),
        ("loss", "5.0", 1),
    ]


def test_magics_of_ipython_in_a_block_are_left_out(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"```python\n%matplotlib inline\n{_HEAD}print(w)\n```\n")
    assert "%matplotlib" not in example.readings[0].text
    assert "print(w)" in example.readings[0].text


def test_progress_of_keras_below_a_fit_is_a_log(tmp_path: Path) -> None:
    code = "```python\nimport tensorflow as tf\nmodel = tf.keras.Sequential()\nmodel.fit([1], [1])\n```\n\n"
    log = "```\nEpoch 1/2\n4/4 [====] - 1s 5ms/step - loss: 0.2676\n```\n"
    (example,) = _examples(tmp_path, code + log)
    assert [text for _, text in _lines(example)] == ["Epoch 1/2", "4/4 [====] - 1s 5ms/step - loss: 0.2676"]


def test_a_block_below_a_label_is_a_log_whatever_it_looks_like(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}for v in [w]:\n    show(v)\n    print(str(v)[:9])\n```\n\n".replace("    show(v)\n", "")
    (example,) = _examples(tmp_path, f"{code}Output:\n\n```\n<tf.Varia 1\n```\n")
    assert [text for _, text in _lines(example)] == ["<tf.Varia 1"]


def test_a_log_of_other_settings_is_none_of_this_code(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}stride = 1\nprint('w %d' % stride)  # w 1\n```\n\n"
    (example,) = _examples(tmp_path, f"{code}再把步长改为 2,得到\n\n```\nw 2\n```\n")
    assert [text for _, text in _lines(example) if text != "..."] == ["w 1"]


def test_values_that_python_could_read_are_no_code(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}print((100, 32), (100,))\n```\n\n"
    (example,) = _examples(tmp_path, f'{code}```\n(100, 32) (100,)\n```\n\n```\n{{"backend": "tensorflow"}}\n```\n')
    assert [text for _, text in _lines(example)] == ["(100, 32) (100,)"]


def test_answers_behind_prompts_below_code_without_prompts_are_its_log(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"```python\n{_HEAD}print('a', 3)\n\n>>>a 3\n>>> b 4\n```\n")
    assert [text for _, text in _lines(example)] == ["a 3", "b 4"]
    assert ">>>" not in example.readings[0].text


def test_names_of_tensors_below_code_in_its_block_are_its_log(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"```python\n{_HEAD}print(w.name)\n\nw1:0\n```\n")
    assert [text for _, text in _lines(example)] == ["w1:0"]


def test_words_in_comments_are_no_log_of_code_that_prints_nothing(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"```python\n{_HEAD}# Returns: 2 collections\n# ...\nx = w + 1  # 6.0\n```\n")
    assert example.log is None


_FIRST = f"```python\n{_HEAD}print('first %d' % 1)\n```\n\n"
_SECOND = f"```python\n{_HEAD}print('second %d' % 2)\n```\n\n"


def test_a_log_belongs_to_the_code_that_prints_so_wherever_it_stands(tmp_path: Path) -> None:
    text = f"{_FIRST}and\n\n{_SECOND}Of the first:\n\n```\nfirst 1\n```\n\nOf the second:\n\n```\nsecond 2\n```\n"
    first, second = _examples(tmp_path, text)
    assert [text for _, text in _lines(first)] == ["first 1"]
    assert [text for _, text in _lines(second)] == ["second 2"]


def test_a_log_may_stand_above_its_code(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"It will print\n\n```\nsecond 2\n```\n\n{_SECOND}")
    assert [text for _, text in _lines(example)] == ["second 2"]


def test_a_line_of_a_log_in_backticks_belongs_to_it(tmp_path: Path) -> None:
    (example,) = _examples(tmp_path, f"{_FIRST}After that you see `first 1` and no `more`.\n")
    assert [text for _, text in _lines(example)] == ["first 1"]


def test_numbers_of_lines_before_tabs_are_no_part_of_a_plain_text(tmp_path: Path) -> None:
    code = [*_HEAD.rstrip().split("\n"), "for i in range(2):", "\tprint('w %d' % i)"]
    text = "".join(f"{number:6d}\t{line}\n" for number, line in enumerate(code, start=1))
    (example,) = _examples(tmp_path, f"{text}\nOutput:\n\n1\tw 0\n2\tw 1\n3\tw 2\n", "note.txt")
    assert example.readings[0].text.split("\n")[:4] == code
    assert [text for _, text in _lines(example)] == ["w 0", "w 1", "w 2"]


def test_what_a_value_tells_of_itself_is_no_code(tmp_path: Path) -> None:
    code = f"```python\n{_HEAD}print([w])\n```\n\n"
    (example,) = _examples(tmp_path, f"{code}Output:\n\n```\n[PhysicalDevice(name='/device:CPU:0', kind='CPU')]\n```\n")
    assert [text for _, text in _lines(example)] == ["[PhysicalDevice(name='/device:CPU:0', kind='CPU')]"]
