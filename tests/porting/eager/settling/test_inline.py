"""Specification of functions that build a graph: they stand where they are called."""

from tests.porting.eager.drafts import draft, expected

ADVERSARIES = """
    import tensorflow as tf

    def optimizer(loss, var_list, initial_rate):
        steps = tf.Variable(0)
        rate = tf.train.exponential_decay(initial_rate, steps, 150, 0.95)
        optimizer = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=steps, var_list=var_list)
        return optimizer

    x = tf.placeholder(tf.float32, [None, 1])
    w = tf.Variable([[0.5]])
    v = tf.Variable([[0.25]])
    rate = 0.1
    first = tf.reduce_mean(tf.square(tf.matmul(x, w) - 1.))
    second = tf.reduce_mean(tf.square(tf.matmul(x, v) - 2.))
    train_w = optimizer(first, [w], rate)
    train_v = optimizer(second, [v], 0.2)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(3):
            sess.run(train_w, {x: [[1.]]})
            sess.run(train_v, {x: [[1.]]})
"""


def test_what_one_names_has_another_name_in_each_of_its_calls() -> None:
    made = draft(ADVERSARIES)
    assert "# port:" not in made
    assert "def optimizer(" not in made
    assert (
        expected(
            """
        var_list_2 = [v]
        steps_2 = tf.Variable(0)
        rate_optimizer_2 = tf.keras.optimizers.schedules.ExponentialDecay(0.2, 150, 0.95)
        optimizer_2 = tf.keras.optimizers.SGD(0.0)


        @tf.function(input_signature=[x_spec])
        def train_v(x):
            with tf.GradientTape() as tape:
                second = tf.reduce_mean(tf.square(tf.matmul(x, v) - 2.))
            variables = var_list_2
            gradients = tape.gradient(second, variables)
            optimizer_2.learning_rate.assign(rate_optimizer_2(steps_2))
            optimizer_2.apply_gradients(zip(gradients, variables))
            steps_2.assign_add(1)


        for i in range(3):
            train_w([[1.]])
            train_v([[1.]])
        """
        )
        in made
    )


def test_one_that_is_told_no_variables_trains_all() -> None:
    made = draft(ADVERSARIES.replace("optimizer(first, [w], rate)", "optimizer(first, None, rate)"))
    assert "    variables = [w]\n    gradients = tape.gradient(first, variables)\n" in made


def test_one_that_is_called_in_a_loop_stays() -> None:
    text = ADVERSARIES.replace("train_v = optimizer(", "train_v = [optimizer(").replace("0.2)\n", "0.2)][0]\n")
    assert "def optimizer(" in draft(text)
