"""The values of an analysis: statements that each run computes, what they need, and what runs ask for."""

from dataclasses import dataclass, field

import libcst as cst

from harness.porting.eager.kinds import Thing


@dataclass(frozen=True)
class Gradient:
    """A gradient in a step: of which loss, for which variables (empty: all that the loss is made of). An ``optimizer``
    applies them, counting ``counter`` up; ``rate`` is what its learning rate is set to before, where each run says it.
    ``pairs`` has them as TF1 has them, with their variables; ``named`` is the name that the variables have there."""

    loss: cst.BaseExpression
    variables: str = ""
    optimizer: str = ""
    counter: str = ""
    rate: str = ""
    pairs: bool = False
    target: str = ""
    named: str = ""
    watched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Step:
    """A statement that each run computes: ``needs`` are the steps whose names it reads, ``inputs`` the placeholders,
    ``variables`` the names of variables. ``before`` and ``after`` are statements beside an update: its rate, its
    counter. ``sources`` are the names that it reads, with the steps that give them."""

    number: int
    place: int
    statement: cst.BaseStatement
    writes: tuple[str, ...]
    needs: frozenset[int]
    inputs: frozenset[str]
    variables: frozenset[str] = frozenset()
    effect: bool = False
    gradient: Gradient | None = None
    before: str = ""
    after: str = ""
    sources: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True)
class Input:
    """A placeholder, as texts: its dtype, shape and default; ``spec`` is the name that
    both stand under. An iterator is one that every run is given (``always``), by its own name."""

    name: str
    dtype: str
    shape: str
    default: str = ""
    spec: str = ""
    place: int = 0
    always: bool = False


@dataclass(frozen=True)
class Asked:
    """One thing that a run asks for: ``text`` is the expression, ``steps`` and ``inputs`` what it needs; ``effect``
    ones give nothing back, ``direct`` ones need no function, ``nested`` ones may be several tensors."""

    text: str
    steps: frozenset[int] = frozenset()
    inputs: frozenset[str] = frozenset()
    effect: bool = False
    direct: bool = False
    variable: bool = False
    nested: bool = False


@dataclass
class Function:
    """A function that stands for a run: ``returns`` are texts, ``needs`` all steps; ``place`` is that of the last.
    A ``plain`` one is no ``tf.function``, which gives no data sets; ``always`` are inputs that every call gives."""

    name: str
    asked: tuple[Asked, ...]
    needs: frozenset[int]
    inputs: tuple[str, ...]
    place: int
    fed: frozenset[str] = frozenset()
    plain: bool = False
    always: frozenset[str] = frozenset()


@dataclass
class Region:
    """Statements that stand in one scope, with what was found in them. It grows while they are looked at."""

    entries: list[tuple[cst.BaseStatement, dict[str, Thing]] | None] = field(default_factory=list)
    steps: dict[int, Step] = field(default_factory=dict)
    inputs: dict[str, Input] = field(default_factory=dict)
    things: dict[str, Thing] = field(default_factory=dict)
    gathers: frozenset[str] = frozenset()
    host: set[str] = field(default_factory=set)
    functions: list[Function] = field(default_factory=list)
    summaries: list[tuple[str, str, str, frozenset[int], frozenset[str]]] = field(default_factory=list)
