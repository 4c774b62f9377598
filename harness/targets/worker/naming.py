"""Whether a script's text names a ``trace``, which decides how it is run; what the name stands for shows then."""

import ast
from typing import Iterator

_SCOPES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.ClassDef)
_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def defines_trace(tree: ast.Module) -> bool:
    """Whether the module itself defines or assigns ``trace``, also under ``if`` or ``try``.

    What stands below ``if __name__ == "__main__":`` is for those who run the script by hand.
    """
    return any(
        node.name == "trace" if isinstance(node, _FUNCTIONS) else isinstance(node, ast.Name) and node.id == "trace"
        for node in _bindings(tree)
    )


def _bindings(node: ast.AST) -> Iterator[ast.AST]:
    """Functions and assigned names of the module's own scope."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, _FUNCTIONS) or (isinstance(child, ast.Name) and isinstance(child.ctx, ast.Store)):
            yield child
        elif not isinstance(child, _SCOPES) and not is_for_main(child):
            for inner in _bindings(child):
                yield inner


def is_for_main(node: ast.AST) -> bool:
    """Whether a statement is ``if __name__ == "__main__":``."""
    return isinstance(node, ast.If) and any(
        isinstance(name, ast.Name) and name.id == "__name__" for name in ast.walk(node.test)
    )
