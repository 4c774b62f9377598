"""Where helpers stand in a draft to tf.compat.v1."""

from harness.porting.compat.imports import with_helpers


def test_helpers_stand_behind_the_import_of_tensorflow_wherever_that_is() -> None:
    text = "import os\nprint(os.name)\nimport tensorflow.compat.v1 as tf\ntf.disable_v2_behavior()\ny = dropout(x)\n"
    made = with_helpers(text, {"dropout": "dropout"}, "tf")
    assert made.index("disable_v2_behavior") < made.index("\ndef dropout(") < made.index("y = dropout(x)")
