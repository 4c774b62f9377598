"""Texts of scripts with one thing written otherwise, as experiments run them: what is changed, first things first."""

import pytest

from harness.diagnose.sources.changed.activations import with_other_activations
from harness.diagnose.sources.changed.directions import backwards_in, with_loops_turned
from harness.diagnose.sources.changed.divisions import divisions_of, with_division
from harness.diagnose.sources.changed.keywords import with_keyword
from harness.diagnose.sources.changed.masks import masks_in, without_masks
from harness.diagnose.sources.changed.metrics import with_other_metric
from harness.diagnose.sources.changed.operations import with_operation
from harness.diagnose.sources.changed.other_optimizers import with_other_optimizer, with_other_rate
from harness.diagnose.sources.changed.results import with_other_result
from harness.diagnose.sources.changed.scalings import with_other_scaling
from harness.diagnose.sources.changed.sequences import with_steps_pooled
from harness.diagnose.sources.changed.shuffles import shuffles_in_loops, with_shuffles_moved
from harness.diagnose.sources.changed.signs import with_loss_turned
from harness.diagnose.sources.changed.slices import with_other_slice
from harness.diagnose.sources.said.epoch_means import with_epochs_printed

LOOP = """for epoch in range(3):
    for x in rows:
        cost = step(x)
    print(epoch, cost)
"""


@pytest.mark.parametrize(
    ("text", "other", "made"),
    [
        ("y = up(x)[:, 1:, 1:]", "y = up(x)", ["y = up(x)[:, :-1, :-1]"]),
        ("h = rnn(x)[:, -1]", "h = rnn(x)", ["h = rnn(x)[:, 0]"]),
        ("h = x[::2]", "h = x[1::2]", ["h = x[1::2]"]),
        ("a = x[:, :3]", "a = x[:, 2:5]", ["a = x[:, 2:5]"]),
        # What the other script takes as well, what is printed, and the parts of a tuple are left alone.
        ("y = x[:, 1:]", "z = y[:, 1:]", []),
        ("print(x[1:])\nloss = sess.run(fetched)[0]", "", []),
    ],
)
def test_a_slice_is_taken_from_the_other_end_or_as_the_other_script_takes_one(
    text: str, other: str, made: list[str]
) -> None:
    assert [each.source for each in with_other_slice(text, other, frozenset())] == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("_, h, _ = lstm(x)\nout(h)", ["h, _, _ = lstm(x)", "_, _, h = lstm(x)"]),
        ("mean, variance = tf.nn.moments(x, [0])\nout(mean)", ["variance, mean = tf.nn.moments(x, [0])"]),
        ("a, b = both(x)\nout(a - b)", ["b, a = both(x)"]),
        ("a, b, c = three(x)\nout(a - b)", []),
        ("a, b = x, y\nout(a)", []),
        ("a, b = both(x)\n", []),
        ("(a, b), c = both(x)\nout(c)", []),
        ("state = lstm(x)\nout(state)", []),
    ],
)
def test_a_name_stands_for_another_one_of_several_results(text: str, made: list[str]) -> None:
    assert [each.source.splitlines()[0] for each in with_other_result(text, "", frozenset())] == made


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("h = LSTM(2, return_state=True)(x)[1]", ["(x)[0]", "(x)[2]"]),
        ("h = lstm(x)[1]\nlstm = LSTM(2, return_state=True)", ["[0]", "[2]"]),
        ("m = tf.nn.moments(x, [0])[0]", ["[1]"]),
        ("m = both(x)[0]\ndef both(x):\n    return x, -x", ["[1]"]),
        ("h = state.h", [".c"]),
        ("m = f(x).mean\nR = namedtuple('R', 'mean variance')", [".variance"]),
        # What gives an array, or is called, is no such result.
        ("h = lstm(x)[1]\nlstm = LSTM(2)", []),
        ("h = x[1]", []),
        ("h = sess.run(fetched)[1]", []),
        ("h = net.mean", []),
        ("h = net.h(x)", []),
    ],
)
def test_a_result_that_is_taken_by_its_place_or_name_is_another_one(text: str, made: list[str]) -> None:
    found = [each.source.splitlines()[0] for each in with_other_result(text, "", frozenset())]
    assert len(found) == len(made) and all(map(str.endswith, found, made)), found


def test_slices_of_the_lines_where_the_sides_part_come_first() -> None:
    found = with_other_slice("a = x[1:]\nb = y[1:]", "", frozenset({2}))
    assert [each.line for each in found] == [2, 1]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("d = tf.divide(age, 10)", "d = ((age) // (10))"),
        ("d = age / 10", "d = ((age) // (10))"),
        ("d = tf.math.floordiv(age, 10)", "d = ((age) / (10))"),
        ("d = age // 10", "d = ((age) / (10))"),
    ],
)
def test_a_division_floors_where_it_did_not_and_the_other_way_round(text: str, made: str) -> None:
    (division,) = divisions_of(text)
    assert with_division(text, division) == made


def test_what_is_printed_is_no_division_of_the_script() -> None:
    assert divisions_of("print(total / 3)") == ()


def test_an_epoch_is_printed_by_its_mean_or_its_sum() -> None:
    mean, total = with_epochs_printed(LOOP)
    assert (
        mean.source
        == """for epoch in range(3):
    _harness_losses = []
    for x in rows:
        cost = step(x)
        _harness_losses.append(float(cost))
    cost = cost * 0 + sum(_harness_losses) / len(_harness_losses)
    print(epoch, cost)
"""
    )
    assert total.says == "the sum of cost over the loop in line 2"


def test_an_epoch_is_printed_by_its_last_batch_where_it_was_added_up() -> None:
    text = LOOP.replace("cost = step(x)", "total += step(x) / 4").replace("cost)", "total)")
    (last,) = with_epochs_printed(text)
    assert last.source == LOOP.replace("cost = step(x)", "total = step(x)").replace("cost)", "total)")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("x = (x - x.mean(0)) / x.std(0)", "x = (((x) - (x).min(0)) / ((x).max(0) - (x).min(0)))"),
        ("x = (x - x.min(0)) / (x.max(0) - x.min(0) + 1e-7)", "x = (((x) - (x).mean(0)) / (x).std(0))"),
        (
            "up = d - np.min(d, 0)\nlow = np.max(d, 0) - np.min(d, 0)\nx = up / (low + 1e-7)",
            "up = d - np.min(d, 0)\nlow = np.max(d, 0) - np.min(d, 0)\nx = (((d) - (d).mean(0)) / (d).std(0))",
        ),
    ],
)
def test_data_are_brought_to_a_range_in_place_of_a_deviation_and_the_other_way_round(text: str, first: str) -> None:
    assert next(with_other_scaling(text)).source == first


def test_what_divides_no_difference_by_its_extent_scales_nothing() -> None:
    assert list(with_other_scaling("x = x / 255.\nrate = (a - b) / 3")) == []


def test_activations_are_other_ones_everywhere_then_in_each_place() -> None:
    text = "a = tf.tanh(x)\nb = Dense(3, activation='tanh')(a)"
    found = [each.source for each in with_other_activations(text)]
    assert found[:3] == [
        "a = tf.nn.sigmoid(x)\nb = Dense(3, activation='sigmoid')(a)",
        "a = tf.nn.relu(x)\nb = Dense(3, activation='relu')(a)",
        "a = tf.nn.sigmoid(x)\nb = Dense(3, activation='tanh')(a)",
    ]


@pytest.mark.parametrize(
    ("text", "made"),
    [
        ("loss = f(x)\ng = tape.gradient(loss, w)", "loss = -(f(x))\ng = tape.gradient(loss, w)"),
        ("loss = -f(x)\nopt.minimize(loss)", "loss =  f(x)\nopt.minimize(loss)"),
        ("def cost(y, p):\n    return f(y, p)", "def cost(y, p):\n    return -(f(y, p))"),
    ],
)
def test_what_is_trained_by_gets_the_other_sign(text: str, made: str) -> None:
    assert [each.source for each in with_loss_turned(text, frozenset({2}))][:1] == [made]


BEFORE = """order = rng.permutation(9)
for epoch in range(3):
    step(x[order])
"""
WITHIN = """for epoch in range(3):
    order = rng.permutation(9)
    step(x[order])
"""


def test_what_shuffles_before_a_loop_does_so_in_each_turn_and_the_other_way_round() -> None:
    assert (shuffles_in_loops(BEFORE), shuffles_in_loops(WITHIN)) == ((1, 0), (0, 2))
    moved, kept = with_shuffles_moved(BEFORE, into=True)
    assert moved.source == WITHIN
    assert kept.source == BEFORE.replace("    step", "    order = rng.permutation(9)\n    step")
    (once,) = with_shuffles_moved(WITHIN, into=False)
    assert once.source == BEFORE


def test_a_data_set_that_shuffles_is_no_draw_of_an_order() -> None:
    assert shuffles_in_loops("for x in data.shuffle(10).batch(2):\n    step(x)") == (0, 0)


@pytest.mark.parametrize(
    ("text", "other", "first"),
    [
        (
            "m = tf.keras.metrics.SparseTopKCategoricalAccuracy()",
            "tf.nn.in_top_k(p, y, 1)",
            "m = tf.keras.metrics.SparseTopKCategoricalAccuracy(k=1)",
        ),
        ("m = tf.keras.metrics.Recall()", "tf.metrics.precision(y, p)", "m = tf.keras.metrics.Precision()"),
        (
            "net.compile('sgd', 'mse', metrics=['mae'])",
            "tf.metrics.root_mean_squared_error(y, p)",
            "net.compile('sgd', 'mse', metrics=[__import__('tensorflow').keras.metrics.RootMeanSquaredError("
            "name='mae')])",
        ),
    ],
)
def test_a_metric_of_keras_is_that_which_the_old_script_counts_by(text: str, other: str, first: str) -> None:
    assert next(with_other_metric(text, other)).source == first


def test_an_optimizer_is_another_usual_one_of_the_same_rate_or_has_another_rate() -> None:
    text = "opt = tf.keras.optimizers.Adam(learning_rate=0.1)"
    assert [each.says.partition(" in place")[0] for each in with_other_optimizer(text)] == [
        "SGD(0.1)",
        "SGD(0.1, momentum=0.9)",
    ]
    assert [each.source for each in with_other_rate(text, 0.1)][:2] == [
        text.replace("0.1", "1.0"),
        text.replace("0.1", "0.01"),
    ]


def test_a_keyword_is_added_to_calls_that_have_none() -> None:
    assert with_keyword("m.fit(x, y)\nn.fit(shuffle=True)", "fit", "shuffle", "False") == (
        "m.fit(x, y, shuffle=False)\nn.fit(shuffle=True)"
    )
    assert with_keyword("m.predict(x)", "fit", "shuffle", "False") is None


def test_layers_mask_nothing() -> None:
    text = "a = Embedding(9, 2, mask_zero=True)\nb = tf.keras.layers.Masking(0.)\nc = Embedding(9, 2)"
    assert masks_in(text) == (1, 2)
    assert without_masks(text) == (
        "a = Embedding(9, 2, mask_zero=False)\nb = tf.keras.layers.Masking(mask_value=1e30)\nc = Embedding(9, 2)"
    )


def test_a_loop_goes_from_the_other_end() -> None:
    text = "for k in range(3):\n    s = r[k] + s\nfor k in reversed(range(2)):\n    step(k)"
    assert backwards_in(text) == (3,)
    assert [each.source for each in with_loops_turned(text)] == [
        text.replace("range(3)", "reversed(list(range(3)))"),
        text.replace("reversed(range(2))", "range(2)"),
    ]


def test_an_operator_of_a_line_is_another_one() -> None:
    found = with_operation("a = b + 1\nt = p + 2 * v + e", 2, "AddV2", "Sub")
    assert [each.source.partition("\n")[2] for each in found] == ["t = ((p + 2 * v) - (e))", "t = ((p) - (2 * v)) + e"]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("net = [k.GRU(3), x]", "net = [k.GRU(3, return_sequences=True), k.GlobalAveragePooling1D(), x]"),
        ("h = LSTM(3)(x)", "h = GlobalAveragePooling1D()(LSTM(3, return_sequences=True)(x))"),
        ("h = GlobalMaxPooling1D()(x)", "h = Lambda(lambda steps: steps[:, -1])(x)"),
        (
            "h = Bidirectional(LSTM(3), name='b')(x)",
            "h = GlobalAveragePooling1D()(Bidirectional(LSTM(3, return_sequences=True), name='b')(x))",
        ),
    ],
)
def test_all_steps_of_a_sequence_are_pooled_in_place_of_the_last(text: str, first: str) -> None:
    assert next(with_steps_pooled(text)).source == first


def test_results_that_both_scripts_hand_to_the_same_names_are_left_as_they_are() -> None:
    text = "mean, var = tf.nn.moments(x, [0])\ny = (x - var) / mean\n"
    same, other = "mean, var = nn.moments(a, 0)\n", "var, mean = tf.nn.moments(x, [0])\n"
    assert [list(with_other_result(text, left, frozenset())) for left in (same, text)] == [[], []]
    assert [each.now for each in with_other_result(text, other, frozenset())] == ["var, mean"]
