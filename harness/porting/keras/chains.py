"""Where layers are called one behind the other in the functions of a text."""

from collections.abc import Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import libcst as cst

from harness.porting.eager.names import binds, names_in_target, parameters
from harness.porting.eager.tree import assigned, dotted, only, walk
from harness.porting.keras.links import Chain, chain_of
from harness.porting.keras.names import bindings
from harness.porting.keras.weights import blocks


@dataclass(frozen=True)
class Called:
    """Statements of a function that call one chain: what they give has the name ``target``, empty where the function
    gives it back. ``function`` has it as ``parameter`` where the chain begins with one."""

    statements: tuple[cst.SimpleStatementLine, ...]
    chain: Chain
    target: str
    function: cst.FunctionDef
    ends: tuple[int, ...]

    @property
    def training(self) -> str:
        """The flag that all of its layers are called with which ask for one; empty if none does."""
        return next((link.training for link in self.chain.links if link.training), "")


@dataclass(frozen=True)
class Made:
    """Where a layer of Keras is made: the number of the list of statements, the place in it, the statement."""

    block: int
    place: int
    statement: cst.BaseStatement


def made_layers(module: cst.Module, tf: str) -> dict[str, Made]:
    """Give the layers that are made once, under a name that nothing else has."""
    counted = bindings(module)
    found: dict[str, Made] = {}
    for number, block in enumerate(blocks(module)):
        for place, statement in enumerate(block):
            pair = assigned(statement)
            if pair is None or not isinstance(pair[0], cst.Name) or not isinstance(pair[1], cst.Call):
                continue
            name = pair[0].value
            if counted[name] == 1 and dotted(pair[1].func).startswith(f"{tf}.keras.layers."):
                found[name] = Made(number, place, statement)
    return found


def called_chains(module: cst.Module, layers: Mapping[str, Made], tf: str) -> Iterator[Called]:
    """Give the longest chains of all functions."""
    for node in walk(module):
        if isinstance(node, cst.FunctionDef) and isinstance(node.body, cst.IndentedBlock):
            own = {*parameters(node.params), *binds(node.body)}
            for block in _straight(node.body):
                yield from _chains(block, node, layers.keys(), own, tf)


def _straight(block: cst.IndentedBlock) -> Iterator[Sequence[cst.BaseStatement]]:
    """The statements of a function, and those under its tapes."""
    body = [each for each in block.body if isinstance(each, cst.BaseStatement)]
    yield body
    for each in body:
        if isinstance(each, cst.With) and isinstance(each.body, cst.IndentedBlock):
            yield from _straight(each.body)


def _chains(
    body: Sequence[cst.BaseStatement],
    function: cst.FunctionDef,
    layers: AbstractSet[str],
    own: AbstractSet[str],
    tf: str,
) -> Iterator[Called]:
    place = 0
    while place < len(body):
        found = _from(body, place, function, layers, own, tf)
        if found is None:
            place += 1
            continue
        yield found
        place += len(found.statements)


def _from(
    body: Sequence[cst.BaseStatement],
    place: int,
    function: cst.FunctionDef,
    layers: AbstractSet[str],
    own: AbstractSet[str],
    tf: str,
) -> Called | None:
    """The chain that begins with a statement."""
    taken: list[cst.SimpleStatementLine] = []
    ends: list[int] = []
    chain: Chain | None = None
    target = ""
    for number in range(place, len(body)):
        step = _step(body[number], layers, own, tf)
        if step is None or not step[1].links:
            break
        if chain is not None and (step[1].source != target or lives(target, body, number, function)):
            break
        trained = {link.training for link in (*(chain.links if chain else ()), *step[1].links) if link.training}
        if len(trained) > 1 or (chain is not None and trained & {target}):
            break
        chain = Chain(chain.source, (*chain.links, *step[1].links)) if chain else step[1]
        target = step[0]
        statement = body[number]
        assert isinstance(statement, cst.SimpleStatementLine)
        taken.append(statement)
        ends.append(len(chain.links))
        if not target:
            break
    return Called(tuple(taken), chain, target, function, tuple(ends)) if chain is not None else None


def _step(
    statement: cst.BaseStatement, layers: AbstractSet[str], own: AbstractSet[str], tf: str
) -> tuple[str, Chain] | None:
    """The name that a statement gives, and what it calls."""
    small = only(statement)
    if isinstance(small, cst.Return):
        chain = chain_of(small.value, layers, own, tf) if small.value is not None else None
        return None if chain is None else ("", chain)
    pair = assigned(statement)
    if pair is None or not isinstance(pair[0], cst.Name):
        return None
    chain = chain_of(pair[1], layers, own, tf)
    return None if chain is None else (pair[0].value, chain)


def lives(name: str, body: Sequence[cst.BaseStatement], number: int, function: cst.FunctionDef) -> bool:
    """Whether a tensor is asked for behind the statement that takes it on."""
    pair = assigned(body[number])
    if pair is not None and name in names_in_target(pair[0]):
        return False
    within = {id(each) for each in walk(body[number])}
    later = False
    for node in walk(function.body):
        if id(node) == id(body[number]):
            later = True
        elif later and isinstance(node, cst.Name) and node.value == name and id(node) not in within:
            return True
    return False
