"""Which TensorFlow a document's author had."""

from harness.checking.era import choose_era, fitting
from harness.documents.document import Day

_GRAPH = "import tensorflow as tf\nx = tf.placeholder(tf.float32)\nprint(tf.Session())\n"
_EAGER = "import tensorflow as tf\nwith tf.GradientTape() as tape:\n    pass\nprint(tf.constant(1).numpy())\n"
_OLD = "import tensorflow as tf\nprint(tf.mul(1, 2))\nsess = tf.Session()\n"
_WHERE = "date in front matter, line 3"


def test_the_day_of_a_document_is_taken_where_the_release_of_that_day_has_all() -> None:
    era = choose_era([_GRAPH], Day("2018-09-24", _WHERE))
    assert (era.release, era.day, era.why) == ("", "2018-09-24", f"written on 2018-09-24 ({_WHERE})")


def test_code_that_is_older_than_its_document_is_run_in_the_newest_release_that_has_it() -> None:
    era = choose_era([_OLD], Day("2017-06-01", _WHERE))
    assert (era.release, era.day) == ("0.12", "")
    assert era.why == (
        f"written on 2017-06-01 ({_WHERE}), when 1.1 was the newest; 1.1 lacks tf.mul, 0.12 has all that it uses"
    )


def test_graphs_of_late_2019_are_run_in_1_15_though_pip_gave_2_0() -> None:
    assert choose_era([_GRAPH], Day("2019-11-10", _WHERE)).release == "1.15"


def test_eager_code_of_early_2020_is_run_as_of_its_day() -> None:
    assert choose_era([_EAGER], Day("2020-03-01", _WHERE)).day == "2020-03-01"


def test_graphs_without_a_day_are_run_in_the_last_release_of_tensorflow_1() -> None:
    era = choose_era([_GRAPH], None)
    assert era.release == "1.15"
    assert era.why == "it names no day; 1.15, the last of TensorFlow 1, has all that it uses"


def test_eager_code_without_a_day_is_run_in_the_last_release_with_keras_2() -> None:
    assert choose_era([_EAGER], None).release == "2.15"


def test_code_that_is_no_python_is_no_hindrance() -> None:
    assert choose_era(["no python (", _EAGER], None).release == "2.15"


def test_the_releases_that_fit_have_all_that_every_text_uses() -> None:
    assert fitting([_OLD]) == ("0.12",)
    assert "1.15" not in fitting([_GRAPH, _EAGER])
    assert fitting([_GRAPH])[-1] == "1.15"
