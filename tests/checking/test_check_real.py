"""Documents checked by real runs: the samples hold, and what is wrong is said."""

from pathlib import Path

import pytest

from harness.checking.checked import Answer, Checked
from harness.checking.run import Ways, check_examples
from harness.checking.worker_kept import kept_worker
from harness.documents.examples import examples_of
from harness.documents.reading import read_document
from harness.releases.shipped import own_root
from harness.sides.around.scenes import SceneOptions
from harness.sides.words import Project
from harness.targets.target import Limits, Setup
from harness.words.verdict import Verdict

SAMPLES = Path(__file__).parents[1] / "documents" / "samples"
_OF_2 = ("errors_and_displays.ipynb", "highlighter_spans.html", "line_number_table.html", "nested_lists.md", "pre.md")
_GRAPH = """\
```python
import tensorflow as tf
w = tf.Variable(5.0)
step = tf.train.GradientDescentOptimizer(0.2).minimize(tf.square(w + 1))
sess = tf.Session()
sess.run(tf.global_variables_initializer())
for i in range(3):
    sess.run(step)
    print("%d %f" % (i, sess.run(w)))
```

```
"""


def _checked(path: Path, python: Path, **options: object) -> list[Checked]:
    document = read_document(path)

    def no_suite() -> None:
        raise AssertionError("no case is meant")

    project = Project(own_root, no_suite)  # type: ignore[arg-type]
    ways = Ways(project, Limits(), SceneOptions(**options), Setup(jobs=2, experiments=False))  # type: ignore[arg-type]
    with kept_worker(ways.setup) as worker_for:
        return list(check_examples(document, examples_of(document), python, ways, worker_for))


@pytest.fixture
def guide(tmp_path: Path) -> Path:
    return tmp_path / "guide.md"


@pytest.mark.parametrize("name", sorted(path.name for path in SAMPLES.iterdir() if path.name not in _OF_2))
def test_the_log_of_a_sample_of_tensorflow_1_comes_out(name: str, tf1_python: Path) -> None:
    (checked,) = _checked(SAMPLES / name, tf1_python)
    assert (checked.answer, checked.verdict) == (Answer.HOLDS, Verdict.IDENTICAL), checked


@pytest.mark.parametrize("name", _OF_2)
def test_the_log_of_a_sample_of_tensorflow_2_comes_out(name: str, tf2_python: Path) -> None:
    (checked,) = _checked(SAMPLES / name, tf2_python)
    assert checked.answer is Answer.HOLDS, checked
    assert checked.verdict is not None
    assert checked.verdict.passes


def test_a_log_that_is_cut_off_without_a_sign_holds_as_far_as_it_goes(guide: Path, tf1_python: Path) -> None:
    guide.write_text(f"{_GRAPH}0 2.600000\n1 1.160000\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert (checked.answer, checked.verdict) == (Answer.HOLDS, Verdict.IDENTICAL)
    assert checked.side is not None
    assert len(checked.side.lines) == 3


def test_a_log_with_a_wrong_number_differs_in_the_documents_line(guide: Path, tf1_python: Path) -> None:
    guide.write_text(f"{_GRAPH}0 2.600000\n1 1.170000\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert (checked.answer, checked.verdict) == (Answer.DIFFERS, Verdict.DIVERGED)


def test_what_draws_without_a_seed_is_not_reproducible(guide: Path, tf1_python: Path) -> None:
    guide.write_text(
        "```python\nimport numpy as np\nimport tensorflow as tf\nprint('drawn %f' % np.random.rand())\n```\n\n"
        "```\ndrawn 0.500000\n```\n",
        encoding="utf-8",
    )
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.NOT_REPRODUCIBLE


def test_what_reads_a_file_that_is_not_there_needs_data(guide: Path, tf1_python: Path) -> None:
    guide.write_text(
        "```python\nimport tensorflow as tf\nprint('has %d' % len(open('points.csv').read()))\n```\n\n"
        "```\nhas 30\n```\n",
        encoding="utf-8",
    )
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.NEEDS_DATA
    assert "points.csv" in checked.remarks[-1]


def test_a_failure_names_the_line_of_the_document(guide: Path, tf1_python: Path) -> None:
    guide.write_text("# A title\n\n```python\nimport tensorflow as tf\n\ntf.no_such_thing(1)\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.FAILED
    assert checked.side is not None
    assert checked.side.failure is not None
    assert "guide.md:6" in checked.side.failure.reason


def test_what_imports_a_package_that_is_not_there_needs_it(guide: Path, tf1_python: Path) -> None:
    guide.write_text("```python\nimport tensorflow as tf\nimport no_such_package\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.NEEDS_PACKAGE
    assert checked.remarks[-1].startswith("it imports no_such_package, which is not there: --with auto")


def test_an_error_that_a_comment_shows_is_no_failure(guide: Path, tf1_python: Path) -> None:
    guide.write_text(
        "```python\nimport tensorflow as tf\nprint('w %d' % 1)\ntf.constant([1, 'a'])\n# TypeError: not an int\n```\n\n"
        "```\nw 1\n```\n",
        encoding="utf-8",
    )
    (checked,) = _checked(guide, tf1_python)
    assert (checked.answer, checked.verdict) == (Answer.HOLDS, Verdict.IDENTICAL)


def test_of_what_is_not_reproducible_the_lines_that_repeat_are_held(guide: Path, tf1_python: Path) -> None:
    code = (
        "```python\nimport numpy as np\nimport tensorflow as tf\nprint('drawn %f' % np.random.rand())\n"
        "print('const %.1f' % 2.5)\n```\n"
    )
    guide.write_text(f"{code}\n```\ndrawn 0.500000\nconst 3.5\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.DIFFERS
    assert checked.held is not None
    assert checked.held.comparison.first is not None
    assert (checked.held.comparison.first.expected, checked.held.comparison.first.measured) == ("3.5", "2.5")
    guide.write_text(f"{code}\n```\ndrawn 0.500000\nconst 2.5\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf1_python)
    assert checked.answer is Answer.NOT_REPRODUCIBLE


def test_what_tf_print_writes_to_stderr_is_held_as_well(guide: Path, tf2_python: Path) -> None:
    code = (
        "```python\nimport tensorflow as tf\nfor i in range(2):\n    tf.print('step', i, 'loss', 1.5)\n"
        "print('done %d' % 2)\n```\n"
    )
    guide.write_text(f"{code}\n```\nstep 0 loss 1.5\nstep 1 loss 1.5\ndone 2\n```\n", encoding="utf-8")
    (checked,) = _checked(guide, tf2_python)
    assert (checked.answer, checked.verdict) == (Answer.HOLDS, Verdict.IDENTICAL)
