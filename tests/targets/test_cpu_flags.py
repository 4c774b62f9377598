"""CPU instructions that TensorFlow names on stderr, in the words of its releases."""

import pytest

from harness.targets.cpu_flags import cpu_flags

TF_1_0 = (
    "W tensorflow/core/platform/cpu_feature_guard.cc:45] "
    "The TensorFlow library wasn't compiled to use {} instructions, "
    "but these are available on your machine and could speed up CPU computations.\n"
)
TF_1_15 = (
    "2024-01-01 00:00:00.000000: I tensorflow/core/platform/cpu_feature_guard.cc:142] Your CPU supports instructions "
    "that this TensorFlow binary was not compiled to use: AVX2 AVX512F FMA\n"
)
TF_2_4 = (
    "I tensorflow/core/platform/cpu_feature_guard.cc:142] This TensorFlow binary is optimized with oneAPI Deep Neural "
    "Network Library (oneDNN) to use the following CPU instructions in performance-critical operations:  AVX2 FMA\n"
    "To enable them in other operations, rebuild TensorFlow with the appropriate compiler flags.\n"
)
TF_2_15 = (
    "I tensorflow/core/platform/cpu_feature_guard.cc:182] This TensorFlow binary is optimized to use available CPU "
    "instructions in performance-critical operations.\n"
    "To enable the following instructions: SSE4.1 AVX2 FMA, in other operations, rebuild TensorFlow with the "
    "appropriate compiler flags.\n"
)


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        (TF_1_0.format("SSE4.1") + TF_1_0.format("AVX"), ["AVX", "SSE4.1"]),
        (TF_1_15, ["AVX2", "AVX512F", "FMA"]),
        (TF_2_4, ["AVX2", "FMA"]),
        (TF_2_15, ["AVX2", "FMA", "SSE4.1"]),
    ],
    ids=["1.0", "1.15", "2.4", "2.15"],
)
def test_the_instructions_that_a_release_names(text: str, flags: list[str]) -> None:
    assert cpu_flags([text]) == flags


def test_each_instruction_is_named_once_over_all_texts() -> None:
    assert cpu_flags([TF_2_4, TF_1_15, TF_2_4]) == ["AVX2", "AVX512F", "FMA"]


def test_other_messages_name_none() -> None:
    assert cpu_flags(["W could not find GPU: CUDA ERROR\n", ""]) == []
    assert cpu_flags([]) == []
