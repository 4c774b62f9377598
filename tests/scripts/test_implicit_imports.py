"""What lies beside a module of a package is imported from there, as Python 2 does it."""

import pytest

from harness.scripts.implicit_imports import by_package


@pytest.mark.parametrize(
    ("text", "becomes"),
    [
        ("from base import Model\n", "from .base import Model\n"),
        ("from ops.layers import conv\n", "from .ops.layers import conv\n"),
        ("import base\n", "from . import base\n"),
        ("import base as b, ops\n", "from . import base as b, ops\n"),
        ("def load():\n    import ops\n    return ops\n", "def load():\n    from . import ops\n    return ops\n"),
        ('"""Größe."""\nfrom  base  import *\n', '"""Größe."""\nfrom  .base  import *\n'),
    ],
)
def test_what_lies_beside_is_imported_from_the_package(text: str, becomes: str) -> None:
    assert by_package(text, {"base", "ops"}) == becomes


@pytest.mark.parametrize(
    "text",
    [
        "import numpy as np\nfrom tensorflow import app\n",
        "from .base import Model\n",
        "import numpy, base\n",  # one of them is elsewhere
        "import ops.layers\n",  # binds ops alone, which `from . import ops.layers` cannot
        "x = 1; import base\n",
        "from __future__ import absolute_import\nfrom base import Model\n",
        "print 'base'\n",
    ],
)
def test_all_else_stays_as_it_is(text: str) -> None:
    assert by_package(text, {"base", "ops"}) == text
