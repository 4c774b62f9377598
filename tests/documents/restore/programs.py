"""Whether two texts are one program: by their trees, of Python 2 or 3, white space within texts aside."""

import ast

from harness.documents.document import Line
from harness.documents.restore.whole import tree_of


class _Spaceless(ast.NodeTransformer):
    def visit_Constant(self, node: ast.Constant) -> ast.Constant:
        """A docstring over lines loses the indentation of its lines with that of the code, and nothing tells it."""
        return ast.Constant(" ".join(node.value.split())) if isinstance(node.value, str) else node


def lines_of(text: str) -> tuple[Line, ...]:
    return tuple(Line(number, line) for number, line in enumerate(text.removesuffix("\n").split("\n"), 1))


def program(text: str) -> str:
    tree = tree_of(text)
    assert tree is not None, text
    return ast.dump(_Spaceless().visit(ast.parse(ast.unparse(tree))))
