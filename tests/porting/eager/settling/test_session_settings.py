"""Specification of what only Sessions are told: it goes with them."""

from tests.porting.eager.drafts import draft


def test_graphs_and_settings_that_only_sessions_are_told_are_gone() -> None:
    made = draft(
        """
        import tensorflow as tf
        # a graph of its own
        graph = tf.Graph()
        config = tf.ConfigProto(allow_soft_placement=True)
        config.gpu_options.allow_growth = True
        with graph.as_default():
            w = tf.Variable(1.0)
        with tf.Session(graph=graph, config=config) as sess:
            sess.run(tf.global_variables_initializer())
            print(sess.run(w))
        """
    )
    assert made == "import tensorflow as tf\n# a graph of its own\nw = tf.Variable(1.0)\nprint(w.numpy())\n"


def test_a_graph_that_is_asked_for_more_stays() -> None:
    made = draft(
        """
        import tensorflow as tf
        graph = tf.Graph()
        print(graph.get_operations())
        """
    )
    assert "graph = tf.Graph()\nprint(graph.get_operations())\n" in made


def test_settings_that_are_told_to_something_that_stays_stay() -> None:
    made = draft(
        """
        import tensorflow as tf
        options = tf.GPUOptions(allow_growth=True)
        config = tf.ConfigProto(gpu_options=options)
        print(config)
        """
    )
    assert "options = tf.compat.v1.GPUOptions(allow_growth=True)\n" in made


def test_a_session_that_is_handed_on_all_the_same_is_marked() -> None:
    made = draft(
        """
        import tensorflow as tf

        x = tf.Variable(1.0)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        show(sess, sess.run(x))
        """
    )
    assert "# port: sess was a Session, of which nothing is left: leave it out here\nshow(sess, x.numpy())\n" in made
