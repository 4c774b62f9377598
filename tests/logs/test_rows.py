"""Specification of logs as named numbers."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from harness.logs.fields import take_line_apart
from harness.logs.rows import columns_of, rows_of
from harness.words.series import Number, Series


def named(line: str) -> dict[str, str]:
    return {field.name: field.text for field in take_line_apart(line).fields}


def judged(line: str) -> dict[str, str]:
    return {field.name: field.text for field in take_line_apart(line).fields if not field.noise}


@pytest.mark.parametrize(
    "line",
    [
        "step 3: loss 0.39",
        "After 3 steps: loss is 0.39",
        "After 3 training step(s), the loss was 0.39",
        "Step: 3, Loss = 0.39",
        "step=3 loss=0.39",
        "('step', 3, 'loss', 0.39)",
        "('After', 3, 'steps:', 'loss is', 0.39)",
        "(u'step', 3, u'loss', 0.39)",
        "{'loss': 0.39, 'step': 3}",
        "{'step': np.int64(3), 'loss': np.float32(0.39)}",
        "step 3, loss [0.39]",
        "step 3, loss [[0.39]]",
        "step 3 loss <tf.Variable 'w:0' shape=() dtype=float32, numpy=0.39>",
        "step 3 loss tf.Tensor(0.39, shape=(), dtype=float32)",
        "第 3 次迭代后的loss值是 0.39",
    ],
)
def test_a_number_has_the_same_name_however_its_line_is_written(line: str) -> None:
    assert named(line) == {"step": "3", "loss": "0.39"}


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("dense/kernel:0 (4, 3) <dtype: 'float32'>", {"kernel": "4", "kernel#2": "3"}),
        ("kernel (4, 3) float32", {"kernel": "4", "kernel#2": "3"}),
        ("net/layer_1/bias:0 [0.5]", {"bias": "0.5"}),
        ("errors:0", {"errors": "0"}),
        ("train/errors:3", {"errors": "3"}),
    ],
)
def test_the_output_of_an_op_is_no_number_behind_the_name_of_a_variable(line: str, numbers: dict[str, str]) -> None:
    assert named(line) == numbers


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("0.099 1 3.8", {"column 1": "0.099", "column 2": "1", "column 3": "3.8"}),
        ("(0.099, 1, 3.8)", {"column 1": "0.099", "column 2": "1", "column 3": "3.8"}),
        ("w1 -0.81 1.48", {"w1": "-0.81", "w1#2": "1.48"}),
        ("W 1.5 w 2.5", {"W": "1.5", "w": "2.5"}),
        ("w: [ 3.  7.]", {"w[0]": "3.", "w[1]": "7."}),
        ("w: [3. 7.] b: 2", {"w[0]": "3.", "w[1]": "7.", "b": "2"}),
        ("[1.0, 0.9]", {"column 1[0]": "1.0", "column 1[1]": "0.9"}),
        ("[np.float32(1.0), np.float32(0.9)]", {"column 1[0]": "1.0", "column 1[1]": "0.9"}),
        ("w [1 2] w [3 4]", {"w[0]": "1", "w[1]": "2", "w#2[0]": "3", "w#2[1]": "4"}),
        ("w[0] = 0.3, w[1] = 0.4", {"w[0]": "0.3", "w[1]": "0.4"}),
        (
            "m [[1. 2.]\n [3. inf]]",
            {"m[0,0]": "1.", "m[0,1]": "2.", "m[1,0]": "3.", "m[1,1]": "inf"},
        ),
        ("a nan b -inf c 1e-05 d 12.5%", {"a": "nan", "b": "-inf", "c": "1e-05", "d": "12.5%"}),
        ("a Infinity b -infinity", {"a": "Infinity", "b": "-infinity"}),
        ("a -1.#IND b 1.#QNAN c -1.#INF d 1.#INF00", {"a": "nan", "b": "nan", "c": "-inf", "d": "inf"}),
        ("loss 1,234.5", {"loss": "1234.5"}),
        ("loss = 12,345,678", {"loss": "12345678"}),
        ("loss 1,23", {"loss": "1", "loss#2": "23"}),  # no group of three
        ("1,100,200", {"column 1": "1", "column 2": "100", "column 3": "200"}),  # a line of a CSV file
        ("w [1,100,200]", {"w[0]": "1", "w[1]": "100", "w[2]": "200"}),
        ("correct: True", {"correct": "True"}),
        ("conv2d of version 1.2.3 on 0x7f3a12bc", {}),
    ],
)
def test_numbers_of_a_line_by_name(line: str, numbers: dict[str, str]) -> None:
    assert named(line) == numbers


def test_times_are_noise_and_dates_are_no_numbers() -> None:
    assert judged("2018-09-24 12:30:11 loss 0.25 took 0.53 s, 12 ms/step") == {"loss": "0.25"}
    assert judged("2018-09-24T12:30:11.680903: step 1, loss 1.9, acc 0.4") == {
        "step": "1",
        "loss": "1.9",
        "acc": "0.4",
    }
    assert judged("12:30:11: loss 0.25") == {"loss": "0.25"}
    assert judged("1875/1875 [=====] - 2s 1ms/step - loss: 0.25") == {
        "column 1": "1875",
        "column 2": "1875",
        "loss": "0.25",
    }


@pytest.mark.parametrize("line", ["Epoch 3/10: loss 0.5", "Epoch [3/10], loss 0.5", "epoch 3 of 10 - loss 0.5"])
def test_the_total_behind_a_step_is_no_second_step_and_not_judged(line: str) -> None:
    assert judged(line) == {"epoch": "3", "loss": "0.5"}
    assert named(line)["epoch total"] == "10"


def test_only_a_step_has_a_total() -> None:
    assert judged("ratio 3/10") == {"ratio": "3", "ratio#2": "10"}
    assert judged("epoch 3/0.5") == {"epoch": "3", "epoch#2": "0.5"}


def test_a_percentage_is_its_hundredth() -> None:
    (field,) = take_line_apart("accuracy 12.5%").fields
    assert (field.text, field.value) == ("12.5%", 0.125)


def test_rows_with_the_same_names_make_one_series_for_each_name() -> None:
    log = ["After 0 steps: w is 3.80", "", "After 1 steps: w is 2.95"]
    assert columns_of(log, None) == (
        Series("step", "", (Number(0, 0.0, text="0"), Number(1, 1.0, text="1"))),
        Series("w", "", (Number(0, 3.8, 0.005, "3.80"), Number(1, 2.95, 0.005, "2.95"))),
    )


def test_positions_are_those_of_the_lines_in_the_run() -> None:
    (series,) = columns_of(["w 3.8", "w 2.9", "w 1.1"], (0, 1, 39))
    assert [number.position for number in series.numbers] == [0, 1, 39]


def test_an_array_over_several_lines_is_one_row() -> None:
    log = ["w: [[1. 2.]", "    [3. 4.]]", "loss: 0.5"]
    assert [row.line for row in rows_of(log)] == [0, 2]
    assert [series.name for series in columns_of(log, (5, 6, 7))] == ["w[0,0]", "w[0,1]", "w[1,0]", "w[1,1]", "loss"]


@pytest.mark.parametrize(
    ("log", "names"),
    [
        (["Weights:", "[[1. 2.]", " [3. 4.]]"], [("weights[0,0]", "weights[0,1]", "weights[1,0]", "weights[1,1]")]),
        (["final loss =", "0.5", "done"], [("loss",), ()]),
        (["Bias:", " [0.5]"], [("bias",)]),
        (["Weights:", "", "0.5"], [(), ("column 1",)]),
        (["loss:", "0.5", "0.25"], [(), ("column 1",), ("column 1",)]),  # the head of a column
        (["Layer 1:", "0.5"], [("layer",), ("column 1",)]),  # has a number of its own
        (["Results", "0.5"], [(), ("column 1",)]),
        (["Losses:", "step 1 loss 0.5"], [(), ("loss", "step")]),
    ],
)
def test_a_label_names_the_array_or_the_number_on_the_next_line(log: list[str], names: list[tuple[str, ...]]) -> None:
    assert [row.names for row in rows_of(log)] == names


def test_a_bracket_that_is_never_closed_swallows_nothing() -> None:
    assert [series.name for series in columns_of(["loading [1", "w 0.5", "w 0.4"], None)] == ["w", "loading"]


def test_the_largest_group_keeps_its_names_and_a_banner_takes_another() -> None:
    log = ["w 5", "step 0 w 3.8", "step 1 w 2.9"]
    found = {series.name: series.values for series in columns_of(log, None)}
    assert found == {"step": (0.0, 1.0), "w": (3.8, 2.9), "w#2": (5.0,)}


def test_dicts_in_another_order_give_the_same_series() -> None:
    left = columns_of(["{'w': 3.8, 'loss': 23.0}", "{'loss': 14.5, 'w': 2.9}"], None)
    right = columns_of(["{'loss': 23.0, 'w': 3.8}", "{'w': 2.9, 'loss': 14.5}"], None)
    assert {series.name: series.values for series in left} == {"w": (3.8, 2.9), "loss": (23.0, 14.5)}
    assert {series.name: series.values for series in left} == {series.name: series.values for series in right}


@pytest.mark.parametrize(
    ("texts", "slacks"),
    [
        (["0.39", "0.38"], [0.005, 0.005]),  # %.2f
        (["1.23e-05", "4.56e-03"], [5e-8, 5e-6]),  # %.2e
        (["3.8", "2.8495998"], [5e-8, 5e-8]),  # %s leaves out zeros
        (["0.1", "0.1"], [5e-7, 5e-7]),  # a rate that stays 0.1 is no 0.099
        (["0.1", "0.01"], [5e-7, 5e-8]),
        (["5", "6"], [0.0, 0.0]),
        (["0.10", "0.099"], [0.005, 0.0005]),  # a zero was printed, so none is left out
        (["1.0", "0.25"], [5e-6, 5e-7]),  # Python writes a whole number so
        (["3", "2.5"], [5e-6, 5e-6]),  # %g
        (["123457", "2.5"], [0.5, 5e-6]),
        (["1.50e-03", "2.5e-03"], [5e-6, 5e-5]),
        (["inf", "nan"], [0.0, 0.0]),
        (["3.", "7."], [5e-9, 5e-9]),  # NumPy
        (["0.39"], [0.005]),
        (["12.5%"], [0.0005]),
    ],
)
def test_a_printed_number_may_differ_by_half_a_unit_of_the_last_digit_that_its_format_has(
    texts: list[str], slacks: list[float]
) -> None:
    (series,) = columns_of([f"w {text}" for text in texts], None)
    assert [number.slack for number in series.numbers] == pytest.approx(slacks, rel=1e-6)


def test_warnings_of_tensorflow_and_python_have_no_numbers() -> None:
    log = [
        "2024-01-01 10:00:00.123456: I tensorflow/core/util/port.cc:153] oneDNN 3 operations",
        "I tensorflow/core/common_runtime/gpu.cc:12] 1 device",
        "WARNING:tensorflow:From x.py:12: f is deprecated",
        "/usr/lib/x.py:526: FutureWarning: Passing (type, 1) is deprecated",
        '  np_qint8 = np.dtype([("qint8", np.int8, 1)])',
        "w 0.5",
    ]
    assert [row.noise for row in rows_of(log)] == [True, True, True, True, True, False]
    assert [series.name for series in columns_of(log, None)] == ["w"]


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        ("INFO:tensorflow:loss = 2.0, step = 0", {"loss": "2.0", "step": "0"}),
        ("INFO:tensorflow:loss = 1.18, step = 5 (0.25 sec)", {"loss": "1.18", "step": "5"}),
        (
            "I0924 12:30:11.123456 140231 basic_session_run_hooks.py:262] loss = 2.0, step = 0",
            {"loss": "2.0", "step": "0"},
        ),
        (
            "INFO:tensorflow:Saving dict for global step 10: accuracy = 0.9, global_step = 10, loss = 0.25",
            {"accuracy": "0.9", "global_step": "10", "loss": "0.25"},
        ),
        ("INFO:tensorflow:global_step/sec: 305.0", {}),
        ("INFO:tensorflow:Saving checkpoints for 10 into /tmp/m/model.ckpt.", {}),
        ("WARNING:tensorflow:loss = 2.0", {}),
    ],
)
def test_what_a_hook_of_an_estimator_logs_are_numbers_and_what_tensorflow_says_of_itself_is_none(
    line: str, numbers: dict[str, str]
) -> None:
    (row,) = rows_of([line])
    assert {field.name: field.text for field in row.fields if not field.noise} == numbers
    assert row.noise == (not numbers)


@pytest.mark.parametrize(
    "line",
    [
        "Training:   0%|          | 0/3 [00:00<?, ?it/s]",
        "Training:  33%|###       | 1/3 [00:00<00:01,  1.90it/s]",
        "100%|██████████| 3/3 [01:00:01<00:00, 20.5s/it]",
        "25it [00:01, 24.31it/s]",
    ],
)
def test_a_bar_of_tqdm_is_noise(line: str) -> None:
    assert [row.noise for row in rows_of([line])] == [True]


def test_what_looks_like_a_bar_but_is_none_has_numbers() -> None:
    assert [row.noise for row in rows_of(["12% | 1/3 [0.5 0.25]", "3 [0.5, 0.25]"])] == [False, False]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))))
def test_no_text_breaks_it(lines: list[str]) -> None:
    series = columns_of(lines, None)
    assert len({each.name for each in series}) == len(series)
    assert all(number.slack >= 0 for each in series for number in each.numbers)


@given(st.lists(st.floats(), min_size=1))
def test_what_repr_prints_comes_back(values: list[float]) -> None:
    (series,) = columns_of([f"loss is {value!r}" for value in values], None)
    assert series.name == "loss"
    for number, value in zip(series.numbers, values, strict=True):
        assert number.value == value or (math.isnan(value) and math.isnan(number.value))


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("psnr 31.25dB loss 0.5", {"psnr": "31.25", "loss": "0.5"}),
        ("params 1.25M", {"params": "1.25E+6"}),
        ("params 7M", {"params": "7E+6"}),
        ("memory 1.5GiB", {"memory": "1.5E+9"}),
        ("gain 2.5912x loss 0.51", {"gain": "2.5912", "loss": "0.51"}),
        ("w=0.5123f", {"w": "0.5123"}),
        ("eig 0.5+0.25j", {"eig": "0.5", "eig#2": "0.25"}),
        ("eig -1.5-2e-05j", {"eig": "-1.5", "eig#2": "-2e-05"}),
        ("fft [0.5+0.25j 1.5-0.5j]", {"fft[0]": "0.5", "fft[1]": "0.25", "fft[2]": "1.5", "fft[3]": "-0.5"}),
        ("loss 3.2e-07", {"loss": "3.2e-07"}),
        ("conv2d 3x3 at 7fe of 1.2.3", {}),
    ],
)
def test_a_unit_that_is_glued_to_a_number_hides_no_number(line: str, fields: dict[str, str]) -> None:
    (row,) = rows_of([line])
    assert {field.name: field.text for field in row.fields} == fields


@pytest.mark.parametrize(
    ("line", "fields"),
    [
        ("INFO:root:step 1: loss 0.5", {"step": "1", "loss": "0.5"}),
        ("WARNING:root:step 1: loss 0.5", {"step": "1", "loss": "0.5"}),
        ("INFO:tensorflow:step 5 loss 0.8172 acc 0.8347", {"step": "5", "loss": "0.8172", "acc": "0.8347"}),
        ("INFO:tensorflow:Loss for final step: 0.2123.", {"step": "0.2123"}),
        ("I1122 10:00:00.123456 140 train.py:12] step 1 loss 0.5", {"step": "1", "loss": "0.5"}),
        ("I0000 00:00:1700000000.123456 140 gpu_device.cc:2022] Created device with 0.5 GB", {}),
        ("INFO:tensorflow:global_step/sec: 512.3", {}),
        ("INFO:tensorflow:Froze 12 variables.", {}),
        ("INFO:tensorflow:SavedModel written to: ./export/1.5/saved_model.pb", {}),
        ("WARNING:tensorflow:From a.py:3: The name tf.log is deprecated, see 2.0", {}),
    ],
)
def test_what_a_script_itself_logs_is_no_message_of_tensorflow(line: str, fields: dict[str, str]) -> None:
    (row,) = rows_of([line])
    assert {field.name: field.text for field in row.fields} == fields


def test_what_a_script_shows_in_a_bar_is_read_at_its_end() -> None:
    bars = [
        " 50%|#####     | 5/10 [00:01<00:01, 5.0it/s, loss=0.5123]",
        "100%|##########| 10/10 [00:02<00:00, 5.0it/s, loss=0.4123]",
        "100%|##########| 10/10 [00:02<00:00, 4.9it/s, loss=0.4123]",
    ]
    assert [{field.name: field.text for field in row.fields} for row in rows_of(bars)] == [
        {},
        {},
        {"column 1": "10", "loss": "0.4123"},
    ]


@pytest.mark.parametrize(
    ("line", "judged"), [("eta 0.1 loss 0.5", ["eta", "loss"]), ("ETA: 1:05 - loss: 0.5", ["loss"]), ("eta 3s", [])]
)
def test_an_eta_with_a_fraction_is_a_rate_and_no_time(line: str, judged: list[str]) -> None:
    (row,) = rows_of([line])
    assert [field.name for field in row.fields if not field.noise] == judged


@pytest.mark.parametrize(
    ("line", "numbers"),
    [
        (
            "batch 7 (epoch 0), train_loss = 4.167, time/batch = 8.248",
            {"batch": "7", "epoch": "0", "train_loss": "4.167"},
        ),
        ("step 5, loss = 2.3 (880.1 examples/sec; 0.145 sec/batch)", {"step": "5", "loss": "2.3"}),
        ("loss: 0.5, Sec/step: 1.2e-01", {"loss": "0.5"}),
        ("loss/batch = 0.25, sometime/batch 3", {"batch": "0.25", "batch#2": "3"}),
    ],
)
def test_a_time_by_the_piece_is_a_time_and_not_the_piece(line: str, numbers: dict[str, str]) -> None:
    assert {field.name: field.text for field in rows_of([line])[0].fields if not field.noise} == numbers
