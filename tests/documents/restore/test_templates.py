"""Templates of a log from the print statements of its code."""

import pytest

from harness.documents.restore.templates import templates


def log_templates(code: str) -> list[str | None]:
    return [template.log_template() for template in templates(code)]


@pytest.mark.parametrize(
    ("code", "template"),
    [
        ('print("After %s steps: w is %f" % (i, w_val))', "After %(i)s steps: w is %(w_val)f"),
        ("print 'After %s steps: w is %f' % (i, w_val)", "After %(i)s steps: w is %(w_val)f"),
        ('print("step %d" % step)', "step %(step)d"),
        ('print("%5.2f%% of %s" % (share, name))', "%(share)5.2f%% of %(name)s"),
        ('print("%(a)d and %(b)g" % values)', "%(a)d and %(b)g"),
        ('print("loss: {:.4f}, step {}".format(loss, step))', "loss: %(loss).4f, step %(step)s"),
        ('print("{1} after {0:3d}".format(step, loss))', "%(loss)s after %(step)3d"),
        ('print("{w:.2e}".format(w=weight))', "%(weight).2e"),
        ('print("accuracy {:.1%}".format(acc))', "accuracy %(acc).1f%%"),
        ('print(f"epoch {epoch + 1}: {loss.numpy():.3f}")', "epoch %(epoch)s: %(loss).3f"),
        ('print("w: " + str(w) + "!")', "w: %(w)s!"),
        ('print("step", i, "w", sess.run(w))', "step %(i)s w %(w)s"),
        ("print 'step', i, 'w', sess.run(w)", "step %(i)s w %(w)s"),
        ('print(a, b, sep=",")', "%(a)s,%(b)s"),
        ('tf.print("loss", loss)', "loss %(loss)s"),
        ('sys.stdout.write("x %d\\n" % x)', "x %(x)d"),
        ('tf.logging.info("step %d, loss %g", step, loss)', "step %(step)d, loss %(loss)g"),
        ("print(w[0], w[1], net.b, float(loss), history.history['acc'])", "%(w_0)s %(w_1)s %(b)s %(loss)s %(acc)s"),
        ("print(w, w)", "%(w)s %(w_2)s"),
        ('print("a", end=" ")\nprint("%d" % b)', "a %(b)d"),
        ("print 'a',\nprint b", "a %(b)s"),
    ],
)
def test_a_print_statement_is_the_template_of_its_line(code: str, template: str) -> None:
    assert log_templates(code)[0] == template


@pytest.mark.parametrize(
    "code", ["print()", "print('done')", "print('w:\\n', w, b)\nprint", "for i in x: print(i, end=' ')", "x = = 3"]
)
def test_what_has_no_field_or_several_lines_is_no_template_of_a_line(code: str) -> None:
    assert [found for found in log_templates(code) if found and "w:" not in found] == []


def test_a_template_knows_where_it_stands_and_what_it_prints() -> None:
    first, second = templates("x = 3\nif x:\n    print('w is %f' % w)\nprint('bye')\n")
    assert (first.number, first.fields, second.number, second.fields) == (3, ("w",), 4, ())
    assert first.patterns[0].fullmatch("w is -0.990170")
    assert first.patterns[0].fullmatch("w is nan")
    assert not first.patterns[0].fullmatch("w is five")
    assert not first.patterns[0].fullmatch("w is 0.5 w is 0.6")


def test_a_line_break_in_the_text_makes_lines_of_their_own() -> None:
    (template,) = templates('print("a %d\\nb %d" % (a, b))')
    assert [bool(one.fullmatch(line)) for one, line in zip(template.patterns, ("a 1", "b 2"), strict=True)] == [
        True,
        True,
    ]


def test_python_2_prints_several_values_in_brackets_as_a_tuple() -> None:
    _, as_tuple = templates('print("loss", loss)')
    assert as_tuple.patterns[0].fullmatch("('loss', 0.5)")


def test_what_is_printed_into_a_file_is_no_line_of_the_log() -> None:
    assert templates("print >>f, 'x %d' % x\nprint('y', file=out)\n") == ()
    assert len(templates("print('y', file=sys.stderr)\n")) == 1


def test_values_of_every_kind_fit_a_value() -> None:
    (template, _) = templates('print("v:", v)')
    for value in (
        "5",
        "-1e-05",
        "[1. 2.]",
        "[[1 2] [3 4]]",
        "(2, 3)",
        "True",
        "b'abc'",
        "tf.Tensor(1.0, shape=(), dtype=float32)",
    ):
        assert template.patterns[0].fullmatch(f"v: {value}"), value
