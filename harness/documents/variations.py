"""Code that a document shows again: as it stands, or with a change in it."""

import ast
import difflib
from collections.abc import Iterator, Mapping, Sequence

from harness.documents.example import Reading
from harness.documents.syntax import tree_of

# So much of a block has to stand in an earlier one to be a variation of it.
_ALIKE = 0.5
_FEWEST_LINES = 2


def is_excerpt(whole: str, part: str) -> bool:
    """Whether all lines of a part stand in the whole, in the same order and together; comments do not count."""
    theirs, mine = _bare(whole), _bare(part)
    rest = iter(theirs)
    return bool(mine) and len(mine) < len(theirs) and all(line in rest for line in mine) and _is_dense(theirs, mine)


def variations(olds: Sequence[Reading], news: Sequence[Reading]) -> Iterator[Reading]:
    """Give the old code with the lines of the new one in place of those that it shows again, changed; in all ways to
    read both. None where they have too little in common."""
    for old in olds:
        for new in news:
            varied = _varied(old, new)
            if varied is not None:
                yield varied


def reassigned(olds: Sequence[Reading], new: Reading) -> Iterator[Reading]:
    """Give the old code with the assignments of the new one, which is nothing but such, in place of its own to the same
    names at its top level; none where it has not one of each."""
    tree = tree_of(new.text)
    wanted = {_target(node) for node in tree.body} if tree is not None else {None}
    if None in wanted or not wanted:
        return
    for old in olds:
        own = tree_of(old.text)
        places = {_target(node): node for node in own.body} if own is not None else {}
        if (
            own is None
            or not wanted <= places.keys()
            or len([1 for n in own.body if _target(n) in wanted]) != len(wanted)
        ):
            continue
        lines, numbers = old.text.split("\n"), list(old.numbers)
        source = new.text.split("\n")
        assert tree is not None
        for node in sorted(tree.body, key=lambda each: -places[_target(each)].lineno):
            theirs = places[_target(node)]
            first, end = theirs.lineno - 1, theirs.end_lineno or theirs.lineno
            mine = range(node.lineno - 1, node.end_lineno or node.lineno)
            lines[first:end] = [source[at] for at in mine]
            numbers[first:end] = [new.numbers[at] for at in mine]
        yield Reading("\n".join(lines), tuple(numbers), tuple(dict.fromkeys((*old.restored, *new.restored))))


def _target(node: ast.stmt) -> str | None:
    if isinstance(node, ast.Assign) and len(node.targets) == 1 and isinstance(node.targets[0], ast.Name):
        return node.targets[0].id
    return None


def _bare(text: str) -> list[str]:
    return [bare for line in text.split("\n") if (bare := line.partition("#")[0].strip())]


def _is_dense(theirs: Sequence[str], mine: Sequence[str]) -> bool:
    """Whether the lines stand together: an excerpt, and not a new use of the same few statements."""
    return "\n".join(mine) in "\n".join(theirs) or len(mine) * 2 >= len(theirs)


def _varied(old: Reading, new: Reading) -> Reading | None:
    theirs, mine = old.text.rstrip("\n").split("\n"), new.text.rstrip("\n").split("\n")
    mine_at = [place for place, line in enumerate(mine) if line.strip()]
    matcher = difflib.SequenceMatcher(
        None, [line.strip() for line in theirs], [mine[place].strip() for place in mine_at], autojunk=False
    )
    same = [each for each in matcher.get_matching_blocks() if each.size and _says(theirs[each.a : each.a + each.size])]
    matched = sum(each.size for each in same)
    if not same or matched < max(_ALIKE * len(mine_at), 1) or len(mine_at) < _FEWEST_LINES or same[0].b != 0:
        return None
    if matched == len(mine_at) and len(same) == 1:
        return None
    first, last = same[0].a, same[-1].a + same[-1].size
    partners = {mine_at[each.b + k]: each.a + k for each in same for k in range(each.size)}
    text = "\n".join([*theirs[:first], *_indented_as(theirs, mine, partners), *theirs[last:]]) + "\n"
    if tree_of(text) is None:
        return None
    return Reading(
        text,
        (*old.numbers[:first], *new.numbers[: len(mine)], *old.numbers[last : len(theirs)]),
        tuple(dict.fromkeys((*old.restored, *new.restored))),
    )


def _indented_as(theirs: Sequence[str], mine: Sequence[str], partners: Mapping[int, int]) -> list[str]:
    """Lines as deep as those that they show again are; what has no partner as its neighbours of the same depth are."""
    depths = {_indent(mine[place]): _indent(theirs[other]) for place, other in partners.items()}
    found = []
    for place, line in enumerate(mine):
        bare = line.strip()
        depth = _indent(theirs[partners[place]]) if place in partners else depths.get(_indent(line))
        if depth is None:
            nearest = max((known for known in depths if line.startswith(known)), key=len, default="")
            depth = depths.get(nearest, "") + _indent(line)[len(nearest) :]
        found.append(depth + bare if bare else "")
    return found


def _says(lines: Sequence[str]) -> bool:
    return any(line.strip() for line in lines)


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip())]
