"""Names that a piece of code defines and needs."""

import pytest

from harness.documents.syntax import names_of, prints


@pytest.mark.parametrize(
    ("text", "free"),
    [
        ("import tensorflow as tf\nw = tf.Variable(5)", set()),
        ("w = tf.Variable(5)", {"tf"}),
        ("i = i + 1", {"i"}),
        ("i += 1", {"i"}),
        ("for i in range(3):\n    print(i)", set()),
        ("def f(x):\n    return x + y\ny = 1", set()),
        ("def f(x):\n    return x + z", {"z"}),
        ("print([x for x in xs])", {"xs"}),
        ("with tf.Session() as sess:\n    sess.run(init)", {"tf", "init"}),
        ("print 'w is %f' % w", {"w"}),
        ("f = lambda x: x + b", {"b"}),
        ("class A(object):\n    def f(self):\n        return self.x", set()),
        ("try:\n    import q\nexcept ImportError as e:\n    print(e)", set()),
    ],
)
def test_names_that_are_used_and_not_defined_are_free(text: str, free: set[str]) -> None:
    assert names_of(text).free == free


def test_what_is_no_python_has_no_names() -> None:
    assert names_of("w is 5 (").defined == frozenset()


@pytest.mark.parametrize(("text", "expected"), [("print(1)", True), ("print 1", True), ("a = 1", False)])
def test_a_code_that_prints_is_known_as_one(text: str, *, expected: bool) -> None:
    assert prints(text) is expected
