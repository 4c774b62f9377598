"""Source: calls, names and numbers of a script, read from its text."""

import ast
import textwrap
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from harness.diagnose.sources.text.source import Source, read_source

ROOT = Path(__file__).resolve().parents[4]


def read(text: str) -> Source:
    return read_source(textwrap.dedent(text))


def test_import_aliases_are_resolved() -> None:
    source = read(
        """
        import numpy as np
        import tensorflow.compat.v1 as tf
        from tensorflow.keras.optimizers import SGD as Plain
        layers = tf.layers

        tf.train.AdamOptimizer(0.1)
        Plain(0.1)
        layers.dense(1)
        np.random.rand(2)
        """
    )
    assert [call.name for call in source.calls] == [
        "tensorflow.compat.v1.train.AdamOptimizer",
        "tensorflow.keras.optimizers.SGD",
        "tensorflow.compat.v1.layers.dense",
        "numpy.random.rand",
    ]
    assert [call.line for call in source.calls] == [7, 8, 9, 10]


def test_one_api_has_one_name_whichever_way_leads_to_it() -> None:
    source = read(
        """
        import tensorflow as tf
        import keras
        import tf_keras
        tf.train.AdamOptimizer()
        tf.compat.v1.train.AdamOptimizer()
        tf.compat.v2.keras.optimizers.SGD()
        keras.optimizers.SGD()
        tf_keras.optimizers.SGD()
        """
    )
    assert [call.api for call in source.calls] == ["train.AdamOptimizer"] * 2 + ["keras.optimizers.SGD"] * 3


def test_arguments_are_found_by_place_or_keyword() -> None:
    (call,) = read("import tensorflow as tf\ntf.train.MomentumOptimizer(rate, momentum=0.5 + 0.4)").calls
    assert call.argument(0, "learning_rate") == "rate"
    assert call.argument(1, "momentum") == "0.5 + 0.4"
    assert call.argument(2, "use_locking") is None


def test_a_method_of_what_a_call_gives_names_that_call() -> None:
    source = read("import tensorflow as tf\ntf.train.AdamOptimizer(0.1).minimize(loss)")
    assert {call.api for call in source.calls} == {"train.AdamOptimizer", "train.AdamOptimizer().minimize"}


def test_a_call_knows_the_loops_that_repeat_it() -> None:
    source = read(
        """
        once()
        for i in range(3):
            often()
            while going():
                more_often()
        values = [element() for x in items()]
        """
    )
    assert {call.name: call.loops for call in source.calls} == {
        "once": (),
        "range": (),
        "often": (3,),
        "going": (3, 5),
        "more_often": (3, 5),
        "element": (7,),
        "items": (),
    }


def test_a_function_called_in_a_loop_is_repeated_with_all_it_calls() -> None:
    source = read(
        """
        def update():
            make()

        def train():
            prepare()
            for step in range(3):
                update()

        for record in train():
            print(record)
        """
    )
    assert {call.name: call.loops for call in source.calls} == {
        "make": (7,),
        "prepare": (),
        "range": (),
        "update": (7,),
        "train": (),
        "print": (10,),
    }


def test_functions_that_call_each_other_end() -> None:
    source = read("def a():\n    b()\ndef b():\n    a()\nfor _ in x:\n    a()")
    assert [(call.name, call.loops) for call in source.calls] == [("b", (5,)), ("a", (5,)), ("a", (5,))]


def test_traced_functions() -> None:
    source = read(
        """
        import tensorflow as tf

        @tf.function
        def one(): pass

        @tf.function(jit_compile=True)
        def two(): pass

        def three(): pass
        """
    )
    assert [(function.name, function.traced) for function in source.functions] == [
        ("one", True),
        ("two", True),
        ("three", False),
    ]


def test_numbers_with_sign_and_line() -> None:
    source = read("a = -0.5\nb = 3\nc = True\nd = 1e-7")
    assert [(number.value, number.line, number.whole) for number in source.numbers] == [
        (-0.5, 1, False),
        (3.0, 2, True),
        (1e-07, 4, False),
    ]


def test_names_that_are_not_called_are_known() -> None:
    source = read("import tensorflow as tf\nx = tf.cast(y, tf.float64)")
    assert source.has_name("float64")
    assert not source.has_name("float32")


def test_a_script_for_a_session_is_known_as_such() -> None:
    cases = ROOT / "cases" / "smooth_decay"
    assert read_source((cases / "graph.py").read_text(encoding="utf-8")).builds_graph
    assert not read_source((cases / "eager.py").read_text(encoding="utf-8")).builds_graph


def test_python_2_says_nothing() -> None:
    assert read("print 'loss', loss") == Source()


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    assert read_source(text).parsed in (True, False)


def test_every_case_parses() -> None:
    for path in sorted((ROOT / "cases").rglob("*.py")):
        text = path.read_text(encoding="utf-8")
        calls = sum(isinstance(node, ast.Call) for node in ast.walk(ast.parse(text)))
        assert len(read_source(text).calls) == calls, path
