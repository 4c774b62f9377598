"""Specification of iterators over data sets, outside of graphs."""

from tests.porting.eager.drafts import draft, expected


def test_an_iterator_is_asked_for_the_next_element_in_each_run() -> None:
    made = draft(
        """
        import tensorflow as tf
        data = tf.data.Dataset.from_tensor_slices([1.0, 2.0])
        iterator = data.make_one_shot_iterator()
        x = iterator.get_next()
        y = x * 2
        with tf.Session() as sess:
            print(sess.run(y), sess.run(y))
        """
    )
    assert "iterator = iter(data)\n" in made
    assert "def compute_y():\n    x = iterator.get_next()\n    return x * 2\n" in made
    assert made.endswith("print(compute_y().numpy(), compute_y().numpy())\n")


def test_an_iterator_that_starts_anew_is_made_where_it_starts_and_given_to_functions() -> None:
    made = draft(
        """
        import tensorflow as tf
        data = tf.data.Dataset.range(6).batch(2)
        iterator = data.make_initializable_iterator()
        y = iterator.get_next() * 2
        with tf.Session() as sess:
            for epoch in range(2):
                sess.run(iterator.initializer)
                print(sess.run(y))
        """
    )
    assert made == expected(
        """
        import tensorflow as tf
        data = tf.data.Dataset.range(6).batch(2)


        @tf.function
        def compute_y(iterator):
            return iterator.get_next() * 2


        for epoch in range(2):
            iterator = iter(data)
            print(compute_y(iterator).numpy())
        """
    )


def test_an_iterator_of_several_data_sets_is_that_of_the_one_it_is_started_with() -> None:
    made = draft(
        """
        import tensorflow as tf
        train, test = tf.data.Dataset.range(6), tf.data.Dataset.range(2)
        iter = tf.data.Iterator.from_structure(train.output_types, train.output_shapes)
        x = iter.get_next()
        start = iter.make_initializer(train)
        sess = tf.Session()
        sess.run(start)
        print(sess.run(x))
        sess.run([iter.make_initializer(test), tf.global_variables_initializer()])
        """
    )
    assert "iterator = iter(train)\nprint(compute_x(iterator).numpy())\niterator = iter(test)\n" in made
    assert "port:" not in made


def test_placeholders_that_a_data_set_is_made_of_are_what_its_function_takes() -> None:
    made = draft(
        """
        import tensorflow as tf
        x, size = tf.placeholder(tf.float32, [None]), tf.placeholder(tf.int64)
        data = tf.data.Dataset.from_tensor_slices(x).batch(size)
        iterator = data.make_initializable_iterator()
        y = iterator.get_next()
        sess = tf.Session()
        sess.run(iterator.initializer, {x: [1.0, 2.0], size: 2})
        print(sess.run(y))
        """
    )
    assert "\n\ndef compute_data(x, size):\n    return tf.data.Dataset.from_tensor_slices(x).batch(size)\n" in made
    assert "iterator = iter(compute_data([1.0, 2.0], 2))\n" in made


def test_an_iterator_that_another_function_starts_is_marked() -> None:
    made = draft(
        """
        import tensorflow as tf
        iterator = tf.data.Dataset.range(2).make_initializable_iterator()
        sess = tf.Session()

        def begin():
            sess.run(iterator.initializer)
        """
    )
    assert "# port: an iterator is started in another function than it is made in: make it there" in made
