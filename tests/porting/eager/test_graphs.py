"""Specification of scripts that build several graphs, with the same names in each."""

import pytest

from tests.porting.eager.drafts import draft


def test_a_second_graph_of_one_builder_has_variables_of_its_own_and_is_saved_by_the_names_of_the_first() -> None:
    made = draft(
        """
        import tensorflow as tf

        def build():
            x = tf.placeholder(tf.float32, [None, 1])
            w = tf.get_variable("w", [1, 1])
            return x, w, tf.matmul(x, w)

        for_first = tf.Graph()
        with for_first.as_default():
            x, w, y = build()
            saver = tf.train.Saver()
            with tf.Session() as sess:
                sess.run(tf.global_variables_initializer())
                saver.save(sess, "model")
        with tf.Graph().as_default():
            x, w, y = build()
            saver = tf.train.Saver()
            with tf.Session() as sess:
                saver.restore(sess, "model")
                print(sess.run(y, {x: [[1.0]]}))
        """
    )
    assert made.count("x_spec = ") == 1
    assert 'saver = tf.train.Checkpoint(w=w)\nsaver.write("model")\nw_2 = tf.Variable(' in made
    assert made.endswith('saver = tf.train.Checkpoint(w=w_2)\nsaver.read("model")\nprint(compute_y([[1.0]]).numpy())\n')


def test_a_placeholder_that_is_another_one_under_the_same_name_has_a_name_of_its_own() -> None:
    made = draft(
        """
        import tensorflow as tf
        sess = tf.Session()
        x = tf.placeholder(tf.float32, [1])
        print(sess.run(x * 2, {x: [1.0]}))
        x = tf.placeholder(tf.float32, [None, 1])
        print(sess.run(x * 3, {x: [[1.0]]}))
        """
    )
    assert "x_spec = tf.TensorSpec([1], tf.float32)\n" in made
    assert "x_2_spec = tf.TensorSpec([None, 1], tf.float32)\n" in made
    assert "def evaluate_2(x_2):\n    return x_2 * 3\n" in made


def test_a_name_that_stands_for_another_variable_later_is_two_names() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 2])
        w = tf.Variable(tf.ones([2, 2]))
        h = tf.matmul(x, w)
        w = tf.Variable(tf.ones([2, 1]))
        y = tf.matmul(h, w)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(y, {x: [[1, 2]]}))
        """
    )
    assert "    h = tf.matmul(x, w)\n    return tf.matmul(h, w_2)\n" in made


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("", "w=w, b=b, optimizer=optimizer"),
        ("tf.global_variables()", "w=w, b=b, optimizer=optimizer"),
        ("[w, b]", "w=w, b=b"),
        ('var_list={"weight": w}', "w=w"),
        ("tf.trainable_variables()", "w=w, b=b"),
    ],
)
def test_a_checkpoint_has_the_variables_of_the_saver_that_it_stands_for(given: str, kept: str) -> None:
    made = draft(
        f"""
        import tensorflow as tf
        w = tf.Variable(1.0)
        b = tf.Variable(0.0)
        train = tf.train.AdamOptimizer(0.1).minimize((w - b) ** 2)
        saver = tf.train.Saver({given})
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            sess.run(train)
            saver.save(sess, "model")
        """
    )
    assert f"saver = tf.train.Checkpoint({kept})\n" in made
    assert "# port:" not in made


def test_a_saver_of_variables_that_are_chosen_by_a_rule_is_marked() -> None:
    made = draft(
        """
        import tensorflow as tf
        w = tf.Variable(1.0)
        saver = tf.train.Saver([each for each in tf.global_variables() if "w" in each.name])
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            saver.save(sess, "model")
        """
    )
    assert "# port: this Saver keeps some variables alone" in made


def test_a_saver_of_what_is_trained_has_no_optimizer_whatever_that_is_called() -> None:
    made = draft(
        """
        import tensorflow as tf
        w = tf.Variable(1.0)
        adam = tf.train.AdamOptimizer(0.1)
        train = adam.minimize(w ** 2)
        saver = tf.train.Saver(tf.trainable_variables())
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            sess.run(train)
            saver.save(sess, "model")
        """
    )
    assert "saver = tf.train.Checkpoint(w=w)\n" in made


def test_what_asks_for_the_latest_checkpoint_finds_the_one_that_was_written() -> None:
    made = draft("""
        import tensorflow as tf
        w = tf.Variable(tf.zeros([2]))
        saver = tf.train.Saver()
        sess = tf.Session()
        saver.save(sess, "kept/model")
        saver.restore(sess, tf.train.latest_checkpoint("kept"))
        print(sess.run(w))
        """)
    assert "    tf.compat.v1.train.update_checkpoint_state(" in made
    assert 'write_checkpoint(saver, "kept/model")\nsaver.read(tf.train.latest_checkpoint("kept"))\n' in made


def test_images_are_resized_as_tensorflow_1_did_and_the_draft_says_so() -> None:
    made = draft(
        """
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 4, 4, 1])
        y = tf.image.resize_images(x, [7, 7], method=tf.image.ResizeMethod.NEAREST_NEIGHBOR)
        print(tf.Session().run(y, {x: images}))
        """
    )
    assert (
        "    # port: tf.image.resize_images is kept as TF1's, for TF2 has none that takes the same\n"
        "    return tf.compat.v1.image.resize(x, [7, 7], method=tf.image.ResizeMethod.NEAREST_NEIGHBOR)\n"
    ) in made
