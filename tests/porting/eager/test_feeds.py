"""Specification of functions that give what a run feeds: a dictionary by names, which is written out into the call."""

from tests.porting.eager.drafts import draft, expected

FED = """
    import tensorflow as tf

    x = tf.placeholder(tf.float32, [None])
    keep = tf.placeholder(tf.float32)
    y = tf.reduce_sum(x) * keep

    def feed(rows):
        return {x: rows, keep: 0.5}

    sess = tf.Session()
    print(sess.run(y, feed_dict=feed([1, 2])))
"""


def test_a_function_that_gives_what_is_fed_gives_it_by_name() -> None:
    assert draft(FED) == expected(
        """
        import tensorflow as tf

        x_spec = tf.TensorSpec([None], tf.float32)
        keep_spec = tf.TensorSpec(None, tf.float32)


        @tf.function(input_signature=[x_spec, keep_spec])
        def compute_y(x, keep):
            return tf.reduce_sum(x) * keep


        def feed(rows):
            return {"x": rows, "keep": 0.5}


        print(compute_y(**feed([1, 2])).numpy())
        """
    )


def test_one_that_is_always_given_the_placeholders_sees_them() -> None:
    given = FED.replace("feed(rows)", "feed(inputs, rows)").replace("{x: rows", "{inputs: rows")
    assert draft(given.replace("feed([1, 2])", "feed(x, [1, 2])")) == draft(FED)


def test_a_run_that_is_fed_more_than_it_needs_takes_that_as_well() -> None:
    made = draft(FED.replace("* keep\n", "* 2\n").replace("keep: 0.5", "keep: len(rows)"))
    assert "def compute_y(x, keep):\n    return tf.reduce_sum(x) * 2\n" in made
    assert "port:" not in made


def test_a_function_that_computes_with_what_it_feeds_is_none() -> None:
    made = draft(FED.replace("0.5}", "sess.run(tf.reduce_sum(x), {x: rows})}"))
    assert 'def feed(rows):\n    return {"x": rows, "keep": evaluate(rows).numpy()}\n' in made
