"""Rows: a symbol of TensorFlow 1 and its replacement, each with a probe, a script of a dozen lines."""

from dataclasses import dataclass
from pathlib import Path

from harness.files.toml_table import read_toml
from harness.words.errors import UsageError

GRAPH, EAGER, EQUAL = "graph", "eager", "equal"
PROBES = (GRAPH, EAGER, EQUAL)
_EAGER_SINCE = 2
STAGES = ("data", "start", "forward", "loss", "gradients", "rate", "update", "statistics", "print")


@dataclass(frozen=True)
class Row:
    """One row. ``name`` is ``optimizers/adagrad``, its place below ``atlas/``; ``v1`` the symbol as TensorFlow 1 has
    it, ``also`` its other names there, ``v2`` what is used in its place. ``differs`` says which default or meaning is
    another one (empty: none), ``equal`` which argument makes both the same (empty: none is needed, or known), ``note``
    what is not probed, and why. Numbers within ``tolerance`` ULP of the golden trace hold."""

    name: str
    path: Path
    v1: str
    v2: str
    stage: str
    differs: str
    equal: str = ""
    also: tuple[str, ...] = ()
    note: str = ""
    tolerance: int = 4

    @property
    def area(self) -> str:
        """The folder it lies in: ``optimizers``."""
        return self.name.rpartition("/")[0]

    @property
    def title(self) -> str:
        """Both symbols, or the one that both are."""
        return self.v1 if self.v1 == self.v2 else f"{self.v1} -> {self.v2}"

    def probe(self, kind: str) -> Path:
        """Where the probe of a kind lies, whether or not there is one."""
        return self.path.with_name(f"{self.path.stem}_{kind}.py")

    @property
    def probes(self) -> tuple[str, ...]:
        """The kinds of probes that it has."""
        return tuple(kind for kind in PROBES if self.probe(kind).is_file())

    def probes_for(self, release: str) -> tuple[str, ...]:
        """The kinds that a release is asked: those in TF2 style from 2.0 on, where eager execution is the default."""
        return tuple(kind for kind in self.probes if kind == GRAPH or int(release.partition(".")[0]) >= _EAGER_SINCE)


def read_rows(root: Path) -> tuple[Row, ...]:
    """Read all rows below ``atlas/`` of a project, in the order of their names. Raises UsageError for the first mistake
    in any: an unknown key, a missing probe."""
    folder = root / "atlas"
    return tuple(_read(path, folder) for path in sorted(folder.glob("*/*.toml")))


def _read(path: Path, folder: Path) -> Row:
    table = read_toml(path)
    row = Row(
        path.relative_to(folder).with_suffix("").as_posix(),
        path,
        table.take("v1", str),
        table.take("v2", str),
        table.take("stage", str),
        table.take("differs", str),
        table.take("equal", str, ""),
        tuple(str(name) for name in table.take("also", list, [])),
        table.take("note", str, ""),
        table.take("tolerance_ulp", int, 4),
    )
    if row.stage not in STAGES:
        message = f"'stage' is one of {', '.join(STAGES)}, not {row.stage!r}"
        raise UsageError(message, path, table.line("stage"))
    table.finish()
    for kind in (GRAPH, EAGER):
        if kind not in row.probes:
            raise UsageError(f"the row has no probe {row.probe(kind).name}", path)
    return row
