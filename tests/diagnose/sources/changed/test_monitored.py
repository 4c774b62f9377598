"""Specification of the names that callbacks go by."""

import pytest

from harness.diagnose.sources.changed.monitored import Monitored, with_new_names

COMPILED = "model.compile('sgd', 'mse', metrics=['accuracy'])\n"


def test_the_old_name_of_an_accuracy_is_replaced_wherever_it_stands() -> None:
    text = COMPILED + "stop = EarlyStopping(monitor='val_acc')\nprint(seen.history['acc'])\n"
    new = COMPILED + 'stop = EarlyStopping(monitor="val_accuracy")\nprint(seen.history["accuracy"])\n'
    assert with_new_names(text) == Monitored("val_acc", "val_accuracy", 2, new)


@pytest.mark.parametrize(
    "text",
    [
        COMPILED + "stop = EarlyStopping(monitor='val_loss')\n",
        COMPILED + "stop = EarlyStopping(monitor='val_accuracy')\n",
        COMPILED.replace("accuracy", "acc") + "stop = EarlyStopping(monitor='val_acc')\n",
        "stop = EarlyStopping(monitor='val_acc')\n",
        "stop = EarlyStopping(monitor='val_acc'\n",
    ],
)
def test_what_asks_for_no_old_name_or_gave_it_is_left(text: str) -> None:
    assert with_new_names(text) is None
