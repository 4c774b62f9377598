"""Stages: the parts of a training step, in the order in which one follows from the one before."""

import enum


class Stage(enum.StrEnum):
    """Where two runs can part: what they are fed, what they start from, what the layers and the loss make of it, the
    gradients, the rate, the update of the trained variables, and what moves besides them."""

    DATA = "data"
    START = "start"
    FORWARD = "forward"
    LOSS = "loss"
    GRADIENTS = "gradients"
    RATE = "rate"
    UPDATE = "update"
    STATISTICS = "statistics"

    @property
    def place(self) -> int:
        """0 for the first one."""
        return _PLACES[self]


_PLACES = {stage: place for place, stage in enumerate(Stage)}
