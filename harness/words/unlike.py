"""What two runs were seen to have unlike: one thing of a stage, as either side has it."""

from dataclasses import dataclass

from harness.words.stage import Stage


@dataclass(frozen=True)
class Unlike:
    """One thing of a ``stage`` that is not the same on both sides, each in words of its own: ``the optimizer is``,
    ``Adam (line 12)``, ``SGD (line 9)``."""

    stage: Stage
    what: str
    left: str
    right: str

    def __str__(self) -> str:
        return f"{self.stage}: {self.what} {self.left} on the left, {self.right} on the right"
