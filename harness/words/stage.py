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

    @property
    def neighbours(self) -> frozenset["Stage"]:
        """The stages as which the same cause may show: a loss that is written out is part of the forward pass, a rate
        that was not seen is part of the update, and so is clipping that an optimizer does itself."""
        return frozenset({self}.union(*(group for group in _GROUPS if self in group)))


_GROUPS = (
    {Stage.FORWARD, Stage.LOSS},
    {Stage.RATE, Stage.UPDATE},
    {Stage.GRADIENTS, Stage.UPDATE},
)
_PLACES = {stage: place for place, stage in enumerate(Stage)}
