"""Markdown as people write it, every block literally."""

import pytest

from harness.documents.document import Day
from harness.documents.markdown import blocks_of_markdown, facts_of_markdown
from tests.documents.shown import Shown, shown

CASES: dict[str, tuple[str, list[Shown]]] = {
    "a fence in a list whose code stands to the left of it": (
        (
            "1. do this:\n"
            "\n"
            "    ```python\n"
            "import tensorflow as tf\n"
            "for i in range(3):\n"
            "    print(i)\n"
            "    ```\n"
            "\n"
            "2. then\n"
            "\n"
            "```\n"
            "step 1 loss 0.5\n"
            "step 2 loss 0.4\n"
            "```\n"
        ),
        [
            ("PROSE", "", [(1, "do this:")]),
            ("CODE", "python", [(4, "import tensorflow as tf"), (5, "for i in range(3):"), (6, "    print(i)")]),
            ("PROSE", "", [(9, "then")]),
            ("PREFORMATTED", "", [(12, "step 1 loss 0.5"), (13, "step 2 loss 0.4")]),
        ],
    ),
    "tags of Jekyll and Hexo": (
        (
            "---\n"
            "layout: post\n"
            "---\n"
            "Text\n"
            "{% highlight python linenos %}\n"
            "import tensorflow as tf\n"
            "x = tf.constant(1)\n"
            "{% endhighlight %}\n"
            "\n"
            "{% codeblock lang:python %}\n"
            "y = tf.constant(2)\n"
            "{% endcodeblock %}\n"
        ),
        [
            ("PROSE", "", [(4, "Text")]),
            ("CODE", "python", [(6, "import tensorflow as tf"), (7, "x = tf.constant(1)")]),
            ("CODE", "python", [(11, "y = tf.constant(2)")]),
        ],
    ),
    "tabs in a fence": (
        ("```python\nimport tensorflow as tf\nwith tf.Session() as s:\n\tprint(1)\n\t\tx\n```\n"),
        [
            (
                "CODE",
                "python",
                [(2, "import tensorflow as tf"), (3, "with tf.Session() as s:"), (4, "\tprint(1)"), (5, "\t\tx")],
            ),
        ],
    ),
    "a shell that runs a script, and other languages": (
        (
            "```python\n"
            "import tensorflow as tf\n"
            "```\n"
            "```console\n"
            "$ python train.py\n"
            "step 1 loss 0.5\n"
            "step 2 loss 0.4\n"
            "```\n"
            "```bash\n"
            "pip install tensorflow==1.4\n"
            "```\n"
            "```json\n"
            '{"a": 1}\n'
            "```\n"
            "```\n"
            "C:\\Users\\x> python a.py\n"
            "0.5\n"
            "```\n"
        ),
        [
            ("CODE", "python", [(2, "import tensorflow as tf")]),
            ("OUTPUT", "", [(6, "step 1 loss 0.5"), (7, "step 2 loss 0.4")]),
            ("PROSE", "bash", [(10, "pip install tensorflow==1.4")]),
            ("PROSE", "json", [(13, '{"a": 1}')]),
            ("OUTPUT", "", [(17, "0.5")]),
        ],
    ),
    "a log below the code in one fence": (
        ("```python\nimport tensorflow as tf\nprint(tf.constant(1.))\nstep 1 loss 0.5\nstep 2 loss 0.4\n```\n"),
        [
            ("CODE", "python", [(2, "import tensorflow as tf"), (3, "print(tf.constant(1.))")]),
            ("PREFORMATTED", "", [(4, "step 1 loss 0.5"), (5, "step 2 loss 0.4")]),
        ],
    ),
    "Python 2, and values that are Python as well as output": (
        (
            "```python\n"
            "import tensorflow as tf\n"
            "for i in range(3):\n"
            "    print 'loss', i\n"
            "    print i, 3\n"
            "```\n"
            "\n"
            "```python\n"
            "5.0\n"
            "-7.0\n"
            "5.0\n"
            "```\n"
            "```\n"
            "w: 5.0\n"
            "w: 4.0\n"
            "```\n"
            "```\n"
            "[1.0, 2.0]\n"
            "```\n"
        ),
        [
            (
                "CODE",
                "python",
                [
                    (2, "import tensorflow as tf"),
                    (3, "for i in range(3):"),
                    (4, "    print 'loss', i"),
                    (5, "    print i, 3"),
                ],
            ),
            ("PREFORMATTED", "", [(9, "5.0"), (10, "-7.0"), (11, "5.0")]),
            ("PREFORMATTED", "", [(14, "w: 5.0"), (15, "w: 4.0")]),
            ("PREFORMATTED", "", [(18, "[1.0, 2.0]")]),
        ],
    ),
    "a table, a log in a paragraph, and a paragraph with numbers": (
        (
            "```\n"
            "import tensorflow as tf\n"
            "```\n"
            "| step | loss |\n"
            "|---|--:|\n"
            "| 1 | 0.5 |\n"
            "| 2 | 0.4 |\n"
            "\n"
            "step 1 loss 0.5\n"
            "step 2 loss 0.4\n"
            "\n"
            "The first of 3 things is 1.\n"
            "The second of 3 things is 2.\n"
        ),
        [
            ("CODE", "", [(2, "import tensorflow as tf")]),
            ("PREFORMATTED", "table", [(4, "step\tloss"), (6, "1\t0.5"), (7, "2\t0.4")]),
            ("PREFORMATTED", "", [(9, "step 1 loss 0.5"), (10, "step 2 loss 0.4")]),
            ("PROSE", "", [(12, "The first of 3 things is 1."), (13, "The second of 3 things is 2.")]),
        ],
    ),
    "indented code in a list in a quote": (
        ("> - a\n>\n>       import tensorflow as tf\n>       x = 1\n>\n>   ```\n>   0.5\n>   ```\n"),
        [
            ("PROSE", "", [(1, "a")]),
            ("CODE", "", [(3, "import tensorflow as tf"), (4, "x = 1")]),
            ("PREFORMATTED", "", [(7, "0.5")]),
        ],
    ),
    "ways to name the language": (
        (
            "``` {.python .numberLines}\n"
            "import tensorflow as tf\n"
            "```\n"
            "```python:train.py\n"
            "x = tf.constant(1)\n"
            "```\n"
            "```{python}\n"
            "y=1\n"
            "```\n"
            "```Python3\n"
            "z=1\n"
            "```"
        ),
        [
            ("CODE", "python", [(2, "import tensorflow as tf")]),
            ("CODE", "python", [(5, "x = tf.constant(1)")]),
            ("CODE", "python", [(8, "y=1")]),
            ("CODE", "python", [(11, "z=1")]),
        ],
    ),
    "pre with blank lines in it": (
        (
            "Text\n"
            "\n"
            '<div class="highlight"><pre><code>import tensorflow as tf\n'
            "\n"
            "x = tf.constant(1)\n"
            "\n"
            "\n"
            "# c\n"
            "</code></pre></div>\n"
            "\n"
            "```\n"
            "step 1 loss 2\n"
            "```\n"
        ),
        [
            ("PROSE", "", [(1, "Text")]),
            (
                "CODE",
                "",
                [(3, "import tensorflow as tf"), (4, ""), (5, "x = tf.constant(1)"), (6, ""), (7, ""), (8, "# c")],
            ),
            ("PREFORMATTED", "", [(12, "step 1 loss 2")]),
        ],
    ),
    "a fence that nobody closed": (
        ("```python\nimport tensorflow as tf\nx = 1\n"),
        [
            ("CODE", "python", [(2, "import tensorflow as tf"), (3, "x = 1")]),
        ],
    ),
}


@pytest.mark.parametrize(("text", "blocks"), CASES.values(), ids=CASES.keys())
def test_blocks(text: str, blocks: list[Shown]) -> None:
    assert shown(blocks_of_markdown(text)) == blocks


def test_front_matter_gives_title_and_day_and_no_blocks() -> None:
    text = "---\ntitle: 'A title'\nlayout: post\ndate: 2018-09-24 17:53:58\n---\nText\n"
    assert facts_of_markdown(text) == ("A title", Day("2018-09-24", "date in front matter, line 4"))
    assert shown(blocks_of_markdown(text)) == [("PROSE", "", [(6, "Text")])]


def test_a_rule_at_the_top_is_no_front_matter() -> None:
    text = "---\n\nText\n\n---\n\nMore\n"
    assert shown(blocks_of_markdown(text)) == [("PROSE", "", [(3, "Text")]), ("PROSE", "", [(7, "More")])]


def test_what_a_highlighter_guessed_is_python_all_the_same() -> None:
    text = "```makefile\nimport tensorflow as tf\nx = tf.constant(1)\n```\n\n"
    text += "```css\nstep 1 loss 0.5\nstep 2 loss 0.4\n```\n"
    assert [block.kind.name for block in blocks_of_markdown(text)] == ["CODE", "PREFORMATTED"]


def test_code_of_other_languages_is_none_to_run() -> None:
    text = "```javascript\nimport * as tf from 'tfjs'\ntf.print(x)\n```\n```java\nint i = 3;\n```\n"
    assert [(block.kind.name, block.language) for block in blocks_of_markdown(text)] == [
        ("PROSE", "javascript"),
        ("PROSE", "java"),
    ]
