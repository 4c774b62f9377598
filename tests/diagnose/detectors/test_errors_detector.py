"""Errors: every message that the releases were measured to raise has its rule, and no rule speaks elsewhere."""

import json
import re
from dataclasses import replace

import pytest

from harness.diagnose.detectors.cannot_run.error_rules import RULES
from harness.diagnose.detectors.cannot_run.errors import detect, explain
from harness.diagnose.evidence.evidence import Evidence, Side
from harness.judging.judge import Tolerance
from harness.judging.traces import Tolerances
from harness.targets.outcome import Failure
from harness.words.verdict import Comparison, Verdict
from tests.conftest import tensorflow_pythons
from tests.measure_errors import DATA, ERAS, run, snippets

MEASURED = json.loads((DATA / "measured_errors.json").read_text(encoding="utf-8"))

# The rule that each snippet's error should find, on whichever release it raises.
RULE_OF = {
    "session": "session-gone",
    "placeholder": "placeholder-gone",
    "random_normal": "v1-name-gone",
    "set_random_seed": "v1-name-gone",
    "log": "v1-name-gone",
    "gradient_descent_optimizer": "v1-name-gone",
    "exponential_decay": "v1-name-gone",
    "layers_dense": "v1-name-gone",
    "losses": "keras-name-gone",
    "get_variable": "v1-name-gone",
    "assign": "v1-name-gone",
    "flags": "v1-name-gone",
    "logging": "v1-name-gone",
    "before_1_0_names": "name-before-1.0",
    "tensor_array_before_1_0": "tensor-array-before-1.0",
    "concat_before_1_0": "concat-order",
    "contrib": "contrib-gone",
    "contrib_import": "contrib-gone",
    "contrib_from": "contrib-gone",
    "tutorials": "module-removed",
    "estimator": "estimator-gone",
    "compat_placeholder": "placeholder-eager",
    "compat_session": "graph-empty",
    "compat_session_variable": "eager-in-session",
    "compat_session_tensor": "eager-tensor-in-session",
    "compat_minimize": "loss-callable",
    "compat_decay_as_number": "decay-is-a-function",
    "keras_minimize_tensor": "tape-required",
    "keras_minimize_loss_only": "minimize-var-list",
    "keras_minimize_function": "keras-optimizer-minimize",
    "keras_lr_argument": "keras-lr",
    "keras_decay_argument": "keras-decay",
    "keras_lr_attribute": "keras-lr",
    "keras_legacy": "keras-legacy",
    "keras_other_variables": "optimizer-other-variables",
    "keras_tensor": "keras-tensor",
    "keras_no_gradients": "no-gradients",
    "gradient_none": "gradient-none",
    "gradients": "gradients-eager",
    "matmul_float64": "float64-matmul",
    "add_float64": "float64-matmul",
    "multiply_int": "float64-matmul",
    "cell_shared": "cell-shared",
    "batch_size_without_shape": "batch-size-without-shape",
    "dimension_number": "dimension-number",
    "matmul_int64": "dtype-not-taken",
    "pickled_array": "pickled-array",
    "uninitialized": "uninitialized",
    "different_graph": "different-graph",
    "not_in_graph": "different-graph",
    "feed_missing": "feed-missing",
    "feed_shape": "feed-shape",
    "feed_tensor": "feed-tensor",
    "fetch_none": "fetch-none",
    "fetch_number": "fetch-overwritten",
    "closed_session": "session-closed",
    "variable_exists": "variable-exists",
    "late_eager": "eager-too-late",
    "flag_twice": "flag-twice",
    "flag_default": "flag-default",
    "dataset_in_graph": "dataset-in-graph",
    "numpy_in_graph": "numpy-of-symbolic",
    "numpy_in_function": "numpy-of-symbolic",
    "bool_in_graph": "tensor-as-python",
    "iterate_in_graph": "tensor-as-python",
    "variable_in_function": "variable-in-function",
    "gradient_tape": "eager-variable-needed",
    "eager_numpy": "numpy-of-symbolic",
    "reduction_indices": "renamed-argument",
    "keep_dims": "renamed-argument",
    "argmax_dimension": "renamed-argument",
    "dropout_keep_prob": "renamed-argument",
    "cross_entropy_positional": "cross-entropy-names",
    "shape_value": "shape-value",
    "python2_print": "python2-syntax",
    "python2_except": "python2-syntax",
    "python2_xrange": "python2-names",
    "python2_iteritems": "python2-names",
    "python2_module": "python2-names",
    "numpy_float": "numpy-alias-gone",
    "numpy_inf": "numpy-name-gone",
    "numpy_product": "numpy-name-gone",
    "division_as_index": "python2-division",
    "set_seed": "newer-name",
    "math_log": "newer-name",
    "keras_schedule": "newer-name",
}
# Where a release raises something else before it comes to that.
ELSE = {
    ("keras_minimize_tensor", "tf1.4 tf1.12 tf2.16 tf2.21"): "keras-optimizer-minimize",
    ("keras_minimize_loss_only", "tf1.4 tf1.12 tf2.16 tf2.21"): "keras-optimizer-minimize",
    ("keras_minimize_tensor keras_minimize_function", "tf1.15"): "eager-variable-needed",
    ("keras_other_variables", "tf1.4 tf1.12"): "keras-optimizer-old",
    ("keras_no_gradients", "tf1.12"): "keras-optimizer-old",
    ("keras_no_gradients gradient_none gradient_tape", "tf1.4"): "newer-name",
    ("keras_no_gradients gradient_none", "tf1.12 tf1.15"): "eager-variable-needed",
    ("numpy_in_function variable_in_function", "tf1.4 tf1.12"): "newer-name",
    ("late_eager", "tf1.4"): "newer-name",
}
# What the rules leave alone: the message says nothing that holds elsewhere.
UNEXPLAINED = {
    ("cell_shared", "tf2.16"),
    ("cell_shared", "tf2.21"),
    ("batch_size_without_shape", "tf2.16"),
    ("batch_size_without_shape", "tf2.21"),
    ("keras_lr_attribute", "tf1.4"),
    ("keras_lr_attribute", "tf1.12"),
    ("keras_lr_attribute", "tf1.15"),
    ("keras_lr_attribute", "tf2.0"),
    ("keras_other_variables", "tf1.15"),
}
RAISED = [(snippet, release) for release, found in MEASURED.items() for snippet in found]


def expected(snippet: str, release: str) -> str | None:
    if (snippet, release) in UNEXPLAINED:
        return None
    for (snippets_, releases), rule in ELSE.items():
        if snippet in snippets_.split() and release in releases.split():
            return rule
    return RULE_OF[snippet]


def measured(snippet: str, release: str) -> Failure:
    return Failure(**MEASURED[release][snippet])


def evidence(failure: Failure | None, tensorflow: str, left: Failure | None = None) -> Evidence:
    return Evidence(
        Side("old.py@tf1.15", ("w 1",), failure=left),
        Side("new.py@tf2", (), failure=failure, tensorflow=tensorflow),
        Comparison("old.py", Verdict.FAILED, 0, 1),
        (),
        Tolerances(Tolerance(), {}),
    )


@pytest.mark.parametrize(("snippet", "release"), RAISED)
def test_each_measured_error_finds_its_rule(snippet: str, release: str) -> None:
    found = explain(measured(snippet, release), release.removeprefix("tf"))
    assert (found[0].name if found else None) == expected(snippet, release)


def test_releases_of_all_eras_were_measured() -> None:
    assert tuple(MEASURED) == ERAS


def test_each_rule_was_met() -> None:
    met = {expected(snippet, release) for snippet, release in RAISED} - {None}
    assert met == {rule.name for rule in RULES}


def test_a_finding_quotes_the_error_and_says_what_to_do() -> None:
    finding = detect(evidence(measured("session", "tf2.21"), "2.21.0"))
    assert finding is not None
    assert finding.cause == "errors"
    assert finding.evidence == (
        "new.py@tf2 raised AttributeError at session.py:3: module 'tensorflow' has no attribute 'Session' "
        "[session-gone] "
        "tf.Session is a name of TensorFlow 1; TensorFlow 2 has it as tf.compat.v1.Session"
    )
    assert finding.change == (
        "import tensorflow.compat.v1 as tf, then tf.disable_v2_behavior(): the script runs as it is; or write it "
        "without a Session"
    )
    assert finding.trials == ()


def test_a_release_is_advised_only_where_it_has_all_that_the_script_uses() -> None:
    shared = measured("cell_shared", "tf1.15")
    for line, ends in (("", "SCRIPT@1.0"), ("tf.keras.layers.Dense(3)\n", "for _ in range(layers)])")):
        both = evidence(shared, "1.15.5")
        side = replace(both.right, source=f"import tensorflow as tf\n{line}")
        finding = detect(replace(both, right=side))
        assert finding is not None
        assert finding.change.endswith(ends)


def test_types_in_the_message_come_back() -> None:
    found = explain(measured("matmul_float64", "tf2.21"))
    assert found is not None
    assert found[0].means.format(*found[1]).startswith("a double met a float")


@pytest.mark.parametrize("release", ["1.12.3", "2.16.1"])
def test_a_missing_name_is_a_later_one_in_tensorflow_1_and_an_older_one_in_tensorflow_2(release: str) -> None:
    failure = Failure("raised", "x.py:1: AttributeError: module 'tensorflow' has no attribute 'ragged'")
    found = explain(failure, release)
    assert found is not None
    assert found[0].name == ("newer-name" if release == "1.12.3" else "v1-name-gone")


@pytest.mark.parametrize(
    "failure",
    [
        None,
        Failure("hung", "still running after 60 s"),
        Failure("raised", "x.py:1: ValueError: something of the script's own"),
        Failure("raised", "x.py:1: KeyError: 'Session'"),
        Failure("raised", "x.py:1: AttributeError: 'Model' object has no attribute 'Session'"),
    ],
)
def test_it_is_silent_about_what_it_does_not_know(failure: Failure | None) -> None:
    assert detect(evidence(failure, "2.21.0")) is None


def test_where_both_sides_failed_it_speaks_only_of_one_error_of_both() -> None:
    session = measured("session", "tf2.21")
    other = replace(session, reason="old.py:1: ValueError: something else")
    assert detect(evidence(session, "2.21.0", left=other)) is None
    found = detect(evidence(session, "2.21.0", left=session))
    assert found is not None
    assert found.evidence.startswith("old.py@tf1.15 and new.py@tf2 both raised AttributeError")
    twice = evidence(session, "2.21.0", left=session)
    found = detect(replace(twice, left=replace(twice.left, name="new.py@tf2")))
    assert found is not None
    assert found.evidence.startswith("new.py@tf2 raised AttributeError")


def test_code_in_the_traceback_is_no_message() -> None:
    failure = Failure(
        "raised",
        "x.py:1: ValueError: no",
        '  File "x.py", line 1\n    raise ValueError("must be from the same graph as")\nValueError: no\n',
    )
    assert explain(failure) is None


@pytest.mark.parametrize("name", ["session", "matmul_float64", "gradient_none", "feed_missing", "uninitialized"])
def test_today_s_releases_raise_what_was_measured(name: str) -> None:
    pythons = tensorflow_pythons()
    (release,) = [release for release in ("tf2.21", "tf2.15") if release in pythons][:1]
    failure = _failures(release)[name]
    assert failure is not None
    found = explain(failure, release.removeprefix("tf"))
    assert found is not None
    assert found[0].name == RULE_OF[name]
    place = re.compile(r"0x[0-9a-f]+|/tmp/\S+")
    assert place.sub("", failure.reason)[:100] == place.sub("", MEASURED[release][name]["reason"])[:100]


_RUN: dict[str, dict[str, Failure | None]] = {}


def _failures(release: str) -> dict[str, Failure | None]:
    if release not in _RUN:
        names = ("session", "matmul_float64", "gradient_none", "feed_missing", "uninitialized")
        texts = {name: text for name, text in snippets().items() if name in names}
        outcomes = run(tensorflow_pythons()[release], texts)
        _RUN[release] = {name: outcome.failure for name, outcome in outcomes.items()}
    return _RUN[release]
