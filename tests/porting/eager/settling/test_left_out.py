"""Specification of what Sessions alone need: threads without queues, statistics of runs, summaries of functions."""

from textwrap import dedent

from harness.porting.eager.draft import to_eager
from tests.porting.eager.drafts import draft, expected

HEAD = """
    import tensorflow as tf

    x = tf.placeholder(tf.float32, [None, 2])
    w = tf.Variable(tf.zeros([2, 1]))
    y = tf.matmul(x, w)
"""
THREADS = f"""{HEAD}
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        # threads for queues
        coord = tf.train.Coordinator()
        threads = tf.train.start_queue_runners(sess=sess, coord=coord)
        print(sess.run(y, {{x: [[1, 2]]}}))
        coord.request_stop()
        coord.join(threads)
"""


def test_threads_that_have_no_queue_to_fill_are_left_out() -> None:
    made = draft(THREADS)
    assert made.endswith(expected("# threads for queues\nprint(compute_y([[1, 2]]).numpy())\n"))
    assert "coord" not in made


def test_what_else_asks_for_them_finds_none_of_them() -> None:
    made = draft(THREADS.replace("coord.request_stop()", "print(coord.should_stop())"))
    assert "coord = tf.train.Coordinator()\nthreads = []\n" in made
    assert "print(coord.should_stop())\ncoord.join(threads)\n" in made


def test_those_that_fill_queues_stay_and_are_marked() -> None:
    queue = "import tensorflow as tf\n    rows = tf.train.batch([tf.constant(1)], 2)"
    module = "import rows\n    import tensorflow as tf"
    for text in (THREADS.replace("import tensorflow as tf", queue), THREADS.replace("import tensorflow as tf", module)):
        assert "start_queue_runners is kept as TF1's" in draft(text)


def test_statistics_of_single_runs_are_left_out_and_that_is_said() -> None:
    made = to_eager(
        dedent(
            f"""{HEAD}
    with tf.Session() as sess:
        writer = tf.summary.FileWriter("logs")
        options = tf.RunOptions(trace_level=tf.RunOptions.FULL_TRACE)
        run_metadata = tf.RunMetadata()
        value = sess.run(y, feed_dict={{x: [[1, 2]]}}, options=options, run_metadata=run_metadata)
        writer.add_run_metadata(run_metadata, "step")
        print(value)
    """
        )
    )
    assert made.text.endswith("value = compute_y([[1, 2]]).numpy()\nprint(value)\n")
    assert "statistics of single runs are left out: tf.profiler gives those of functions" in made.changes


SUMMARIES = """
    import tensorflow as tf


    def main():
        x = tf.placeholder(tf.float32, [None, 2])

        def weight(shape):
            return tf.Variable(tf.zeros(shape))

        def variable_summaries(var):
            with tf.name_scope('summaries'):
                mean = tf.reduce_mean(var)
                tf.summary.scalar('mean', mean)

        def layer(values, size):
            weights = weight([2, size])
            variable_summaries(weights)
            return tf.matmul(values, weights)

        y = layer(x, 3)
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run(y, {x: [[1, 2]]}))

    main()
"""


def test_functions_make_no_summaries_and_those_within_a_builder_are_known_by_what_they_make() -> None:
    assert draft(SUMMARIES) == expected(
        """
        import tensorflow as tf


        def weight(shape):
            return tf.Variable(tf.zeros(shape))


        def layer(size):
            weights = weight([2, size])

            def apply(values):
                return tf.matmul(values, weights)

            return apply


        def main():
            x_spec = tf.TensorSpec([None, 2], tf.float32)
            y_layer = layer(3)

            @tf.function(input_signature=[x_spec])
            def compute_y(x):
                return y_layer(x)

            print(compute_y([[1, 2]]).numpy())

        main()
        """
    )


TWICE = f"""{HEAD}
    init = tf.global_variables_initializer()
    with tf.Session() as sess:
        sess.run(init)
        print(sess.run(y, {{x: [[1, 2]]}}))
    with tf.Session() as sess:
        sess.run(init)
        print(sess.run(y, {{x: [[3, 4]]}}))
"""


def test_a_second_session_that_begins_with_variables_of_its_own_is_marked() -> None:
    said = "# port: in TF1 variables begin anew in this Session; here they go on: assign their first values once more\n"
    assert draft(TWICE).endswith(f"print(compute_y([[1, 2]]).numpy())\n{said}print(compute_y([[3, 4]]).numpy())\n")
    first, _, second = TWICE.rpartition("sess.run(init)")
    restored = f"{first}saver.restore(sess, 'm'){second}"
    assert said not in draft(restored.replace("init =", "saver = tf.train.Saver()\n    init ="))
