"""What a survey answers of one file, layer by layer; each layer is kept as it comes, with what it rests on."""

import enum
from dataclasses import dataclass, field

from harness.words.verdict import Verdict


class Kind(enum.StrEnum):
    """What a file is: a ``script`` or ``notebook``, which is run; a ``module``, which others import and nobody runs;
    one without TensorFlow (``other``); one that is no Python, or cannot be read (``unread``)."""

    SCRIPT = "script"
    NOTEBOOK = "notebook"
    MODULE = "module"
    OTHER = "other"
    UNREAD = "unread"

    @property
    def runs(self) -> bool:
        """Whether a file of this kind is run."""
        return self in (Kind.SCRIPT, Kind.NOTEBOOK)


class Wanting(enum.StrEnum):
    """What a file may need beside its text and TensorFlow; each is a page, ``docs/pitfalls/needs-*.md``, but input."""

    PACKAGE = "package"
    DATA = "data"
    FILE = "file"
    ARGUMENTS = "arguments"
    DISPLAY = "display"
    INPUT = "input"


@dataclass(frozen=True)
class Need:
    """Something that a file needs: ``what`` it is (pandas, MNIST, data/points.csv), at which ``line`` it says so, the
    ``option`` that gives it, and whether the survey's own options give it already."""

    kind: Wanting
    what: str
    line: int
    option: str
    given: bool = False


@dataclass(frozen=True)
class Remark:
    """What the linter says of a line, or a mark of a draft: ``code`` is the linter's, ``severity`` error, warning or
    note."""

    line: int
    column: int
    code: str
    severity: str
    message: str
    advice: str = ""


@dataclass(frozen=True)
class Known:
    """What is known of a file without running it. ``origin`` is its own release, ``why`` says how that is known;
    ``releases`` are those that have all that it uses; ``own`` are the files of the tree that it imports, by their
    paths; ``uses`` counts its uses of TensorFlow."""

    kind: Kind
    origin: str = ""
    why: str = ""
    releases: tuple[str, ...] = ()
    uses: int = 0
    remarks: tuple[Remark, ...] = ()
    needs: tuple[Need, ...] = ()
    own: tuple[str, ...] = ()
    python2: bool = False


@dataclass(frozen=True)
class Ran:
    """One run as the file stands: on which ``release``, how it ended (``well``; ``cut``: stopped where it was wanted no
    longer; ``silent``: well, but nothing printed; else the kind of failure), the ``reason`` of a failure, its ``cause``
    by the diagnosis and what to ``change``; how many ``lines`` it printed in how many ``seconds`` of wall time;
    ``stand_ins`` are data sets that it was given made-up data for. ``writer`` is the script beside it, by its path
    below the surveyed folder, that names what it reads and is not there: it was run behind that, where it ran well, and
    behind all of ``behind``, each of which may write what the next ones read."""

    release: str
    ended: str
    reason: str = ""
    cause: str = ""
    change: str = ""
    lines: int = 0
    seconds: float = 0.0
    stand_ins: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    writer: str = ""
    behind: tuple[str, ...] = ()

    @property
    def is_well(self) -> bool:
        """Whether it ran, to its end or as long as it was wanted."""
        return self.ended in ("well", "cut", "silent")


@dataclass(frozen=True)
class Repeated:
    """Whether a second run printed the same numbers; ``first`` is the first that are others, ``cause`` why."""

    repeats: bool
    first: str = ""
    cause: str = ""
    change: str = ""


@dataclass(frozen=True)
class Ported:
    """A port at the target: ``to`` compat or eager, or ``as-is`` for the file as it stands. ``marks`` are what was not
    rewritten, ``problem`` why there is no draft. ``runs``, ``proved`` and ``words`` are those of its proof, ``details``
    what else was seen; ``changes`` what was rewritten."""

    to: str
    drafted: bool = True
    problem: str = ""
    marks: tuple[Remark, ...] = ()
    changes: tuple[str, ...] = ()
    runs: bool = False
    proved: bool = False
    words: str = ""
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Cause:
    """A cause that the diagnosis found: its name, a page; how sure it is; what to change."""

    name: str
    confidence: str
    change: str


@dataclass(frozen=True)
class Compared:
    """Where no port is proved: the best of them (``subject``, as ``Ported.to``) held against the file on its own
    release, watched and from the same start. ``verdict``, ``agreeing`` of ``expected`` lines and the ``first``
    difference are those of the print, ``stage`` is the part of a training step in which both part, if any."""

    subject: str
    verdict: Verdict
    agreeing: int
    expected: int
    first: str = ""
    stage: str = ""
    causes: tuple[Cause, ...] = ()
    details: tuple[str, ...] = ()


@dataclass(frozen=True)
class Answers:
    """All that is known of one file, ``path`` being its place below the surveyed folder and ``name`` what it is called
    there (the same, unless ``survey.toml`` names several ways to run it). Layers that were not asked for, or to which
    nothing led, are empty. ``ran`` has its own release first. ``skipped`` is why ``survey.toml`` leaves it out.
    ``trouble`` says that looking at the file went wrong, and how; ``keys`` are digests of what each layer rests on."""

    path: str
    name: str
    known: Known
    ran: tuple[Ran, ...] = ()
    repeated: Repeated | None = None
    ported: tuple[Ported, ...] = ()
    compared: Compared | None = None
    skipped: str = ""
    trouble: str = ""
    keys: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Survey:
    """All of a survey: the ``folder``, the release it comes from (empty: each file's own) and the ``target``, further
    releases on which each file was run, the ``options`` as the command line had them, and the answers, by name. ``ran``
    says whether files were run, ``made_by`` is the version of the harness. Of one part of a survey ``shard`` says
    which, ``3/20``; ``files`` counts those of the whole."""

    folder: str
    origin: str
    target: str
    also: tuple[str, ...]
    ran: bool
    options: str
    made_by: str
    answers: tuple[Answers, ...]
    shard: str = ""
    files: int = 0
