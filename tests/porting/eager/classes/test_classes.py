"""Specification of classes that keep a graph in their attributes: they are written out where an object is made."""

import pytest

from tests.porting.eager.drafts import draft, expected


def test_attributes_are_names_and_methods_that_run_are_functions_beside() -> None:
    made = draft(
        '''
        import tensorflow as tf


        class Line(object):
            """A line through points."""

            def __init__(self, width, rate=0.1):
                self.width = width
                self.loss = None
                self.build(rate)
                self.sess = tf.Session()
                self.sess.run(tf.global_variables_initializer())

            def build(self, rate):
                # what is fed
                self.x = tf.placeholder(tf.float32, [None, self.width])
                self.y = tf.placeholder(tf.float32, [None, 1])
                w = tf.Variable(tf.zeros([self.width, 1]))
                self.out = tf.matmul(self.x, w)
                self.loss = tf.reduce_mean(tf.square(self.out - self.y))
                self.train_op = tf.train.GradientDescentOptimizer(rate).minimize(self.loss)

            def step(self, x, y):
                """One step.

                Gives its loss.
                """
                loss, _ = self.sess.run([self.loss, self.train_op], feed_dict={self.x: x, self.y: y})
                return loss

            def predict(self, x):
                return self.sess.run(self.out, {self.x: x})


        line = Line(2)
        for i in range(3):
            print(line.step([[1, 2]], [[3]]))
        print(line.predict([[1, 1]]))
        '''
    )
    assert made == expected(
        '''
        import tensorflow as tf


        # A line through points.
        width = 2
        rate = 0.1
        # what is fed
        x_spec = tf.TensorSpec([None, width], tf.float32)
        y_spec = tf.TensorSpec([None, 1], tf.float32)
        w = tf.Variable(tf.zeros([width, 1]))


        @tf.function(input_signature=[x_spec])
        def compute_out(x):
            return tf.matmul(x, w)


        optimizer = tf.keras.optimizers.SGD(rate)


        @tf.function(input_signature=[x_spec, y_spec])
        def train_op(x, y):
            with tf.GradientTape() as tape:
                out = compute_out(x)
                loss = tf.reduce_mean(tf.square(out - y))
            variables = [w]
            gradients = tape.gradient(loss, variables)
            optimizer.apply_gradients(zip(gradients, variables))
            return loss


        def step(x, y):
            """One step.

            Gives its loss.
            """
            loss = train_op(x, y).numpy()
            return loss


        def predict(x):
            return compute_out(x).numpy()


        for i in range(3):
            print(step([[1, 2]], [[3]]))
        print(predict([[1, 1]]))
        '''
    )


MODEL = """
    import tensorflow as tf

    class Model:
        def __init__(self, train=True):
            self.x = tf.placeholder(tf.float32, [None])
            self.w = tf.Variable(2.0)
            self.y = self.x * self.w
            self.count = 0
            if not train:
                return
            self.step = tf.train.GradientDescentOptimizer(0.1).minimize(self.y)
"""
USE = """
    model = Model()
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
"""


def test_branches_that_an_object_never_takes_are_gone() -> None:
    trained = draft(MODEL + USE + "    sess.run(model.step, {model.x: [1.0]})\n")
    assert "def train_step(x):\n" in trained
    assert "if " not in trained
    untrained = draft(
        MODEL + USE.replace("Model()", "Model(train=False)") + "    print(sess.run(model.y, {model.x: [1.0]}))\n"
    )
    assert "optimizer" not in untrained
    assert untrained.endswith("print(compute_y([1.0]).numpy())\n")


def test_what_methods_set_while_they_run_is_of_the_scope_that_the_object_is_made_in() -> None:
    method = """
        def ask(self, sess, x):
            self.count += 1
            return sess.run(self.y, {self.x: x})
"""
    plain = draft(MODEL + method + USE + "    print(model.ask(sess, [1.0]), model.count)\n")
    assert "def ask(x):\n    global count\n    count += 1\n    return compute_y(x).numpy()\n" in plain
    assert plain.endswith("print(ask([1.0]), count)\n")
    inside = USE.replace("\n    ", "\n        ").replace("\n        model", "\n    def main():\n        model")
    made = draft(MODEL + method + inside + "        print(model.ask(sess, [1.0]))\n    main()\n")
    assert "    def ask(x):\n        nonlocal count\n        count += 1\n" in made


def test_a_function_that_is_handed_the_object_sees_its_names() -> None:
    handed = """
    def work(sess, net, times):
        for _ in range(times):
            print(sess.run(net.y, {net.x: [1.0]}))
"""
    made = draft(MODEL + handed + USE + "    work(sess, model, 3)\n")
    assert "def work(times):\n    for _ in range(times):\n        print(compute_y([1.0]).numpy())\n" in made
    assert made.endswith("work(3)\n")


def test_a_name_of_a_method_that_an_attribute_has_as_well_is_another_one() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Model:
            def __init__(self):
                self.w = tf.Variable(1.0)

            def value(self, sess):
                w = sess.run(self.w)
                return w

        model = Model()
        with tf.Session() as sess:
            sess.run(tf.global_variables_initializer())
            print(model.value(sess))
        """
    )
    assert "model_w = tf.Variable(1.0)\n" in made
    assert "def value():\n    w = model_w.numpy()\n    return w\n" in made


def test_a_name_that_stands_for_something_new_is_two_names() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Net:
            def __init__(self):
                self.x = tf.placeholder(tf.float32, [None, 2])
                penalty = tf.constant(0.0)
                w = tf.Variable(tf.ones([2, 2]))
                h = tf.matmul(self.x, w)
                w = tf.Variable(tf.ones([2, 1]))
                penalty += tf.nn.l2_loss(w)
                self.y = tf.matmul(h, w) + penalty

        net = Net()
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(net.y, {net.x: [[1, 2]]}))
        """
    )
    assert "    h = tf.matmul(x, w)\n    penalty_2 = penalty + tf.nn.l2_loss(w_of_net)\n" in made
    assert "    return tf.matmul(h, w_of_net) + penalty_2\n" in made


PROPERTIES = """
    import functools
    import tensorflow as tf

    def once(function):
        name = "_once_" + function.__name__
        @property
        @functools.wraps(function)
        def made(self):
            if not hasattr(self, name):
                setattr(self, name, function(self))
            return getattr(self, name)
        return made

    class Model:
        def __init__(self, x):
            self._x = x
            self._loss = None
            self.out

        @property
        def x(self):
            return self._x

        @once
        def out(self):
            w = tf.Variable(3.0)
            return self.x * w

        @property
        def loss(self):
            if self._loss is None:
                self._loss = tf.square(self.out)
            return self._loss

    x = tf.placeholder(tf.float32, [])
    model = Model(x)
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    print(sess.run([model.out, model.loss], {model.x: 2.0}))
"""


def test_properties_that_compute_once_stand_where_they_are_asked_for_first() -> None:
    made = draft(PROPERTIES)
    body = made[made.index("x_spec") :]
    assert body == expected(
        """
        x_spec = tf.TensorSpec([], tf.float32)
        w = tf.Variable(3.0)


        @tf.function(input_signature=[x_spec])
        def compute_out_and_loss(x):
            out = x * w
            loss = tf.square(out)
            return out, loss


        print([value.numpy() for value in compute_out_and_loss(2.0)])
        """
    )


def test_two_objects_of_a_class_are_written_out_each_with_its_name() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Net:
            scale = 2.0

            def __init__(self, sess, start):
                self.sess = sess
                self.x = tf.placeholder(tf.float32, [])
                self.w = tf.Variable(start)
                self.y = self.scaled(self.x) * self.w

            def scaled(self, x):
                return x * self.scale

            def ask(self, x):
                return self.sess.run(self.y, {self.x: x})

        with tf.Session() as sess:
            one = Net(sess, 1.0)
            two = Net(sess, start=3.0)
            sess.run(tf.global_variables_initializer())
            print(one.ask(1.0), two.ask(1.0))
        """
    )
    assert "scale = 2.0\n\n\ndef scaled(x):\n    return x * scale\n" in made
    assert "def one_ask(x):\n    return compute_one_y(x).numpy()\n" in made
    assert "two_start = 3.0\n" in made
    assert "two_w = tf.Variable(two_start)\n" in made
    assert made.endswith("print(one_ask(1.0), two_ask(1.0))\n")


def test_a_method_that_gives_the_object_back_gives_nothing() -> None:
    method = """
        def fit(self):
            for _ in range(2):
                self.count += 1
            return self
"""
    made = draft(MODEL + method + USE + "    model.fit()\n    model.fit()\n    print(model.count)\n")
    assert "def fit():\n    global count\n    for _ in range(2):\n        count += 1\n" in made
    assert "return self" not in made
    used = draft(MODEL + method + USE + "    print(model.fit())\n")
    assert "is not rewritten: what fit gives, the object itself, is used\nclass Model:\n" in used


@pytest.mark.parametrize(
    ("use", "why"),
    [
        ("models = [Model() for _ in range(2)]", "an object of it is made within something else"),
        (
            "for _ in range(2):\n        model = Model()",
            "objects of it are made in a loop, a class or a function in a function",
        ),
        ("model = Model()\n    print(model)", "model is used as a whole"),
        ("model = Model(True, 3)", "__init__ is called with more arguments than it takes"),
        ("model = Model()\n    print(model.z)", "nothing of it sets z"),
    ],
)
def test_a_class_that_is_not_written_out_stays_as_it_is_and_says_why(use: str, why: str) -> None:
    made = draft(MODEL + f"    {use}\n")
    reason = "# port: a graph that a class keeps in its attributes is not rewritten"
    assert f"{reason}: {why}\nclass Model:\n    def __init__(self, train=True):\n" in made


def test_what_an_attribute_begins_with_where_it_is_not_set_stands_where_the_object_is_made() -> None:
    method = """
        def seen(self):
            if not hasattr(self, "times"):
                self.times = 0
            self.times += 1
            return self.times
"""
    made = draft(MODEL + method + USE + "    print(model.seen(), model.seen())\n")
    assert "\ntimes = 0\n" in made
    assert "def seen():\n    global times\n    times += 1\n    return times\n" in made


def test_a_class_of_which_no_object_is_made_says_what_to_do() -> None:
    said = "no object of this class is made here: draft the script that makes it, with the class in it"
    assert f"# port: {said}\n# port: a graph that a class keeps" in draft(MODEL)


def test_a_class_without_a_graph_stays() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Settings(object):
            width = 2

        class Model:
            def __init__(self, settings):
                self.x = tf.placeholder(tf.float32, [None, settings.width])

        settings = Settings()
        model = Model(settings)
        """
    )
    assert "class Settings(object):\n    width = 2\n" in made
    assert "x_spec = tf.TensorSpec([None, settings.width], tf.float32)\n" in made
    assert "# port" not in made


def test_a_function_that_gives_one_of_two_names_is_not_called_where_the_other_is_needed() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Pair:
            def __init__(self):
                self.x = tf.placeholder(tf.float32, [None])
                self.low, self.high = self.ends(self.x)
                self.width = self.high - self.low

            def ends(self, x):
                return tf.reduce_min(x), tf.reduce_max(x)

        pair = Pair()
        sess = tf.Session()
        print(sess.run(pair.low, {pair.x: [1.0]}), sess.run(pair.width, {pair.x: [1.0]}))
        """
    )
    assert "def forward(x):\n    low, high = ends(x)\n    return low, high\n" in made
    assert "def compute_width(x):\n    low, high = forward(x)\n    return high - low\n" in made


EPOCHS = """
    import tensorflow as tf

    class Model:
        def __init__(self, train, size):
            self.size = size
            self.x = tf.placeholder(tf.float32, [size, 1])
            w = tf.get_variable("w", [1, 1])
            self.cost = tf.reduce_mean(tf.square(tf.matmul(self.x, w)))
            if train:
                self.step = tf.train.GradientDescentOptimizer(0.1).minimize(self.cost)

    def epoch(session, model, x, op=None, tell=False):
        fetches = [model.cost, op] if op is not None else [model.cost]
        if op is not None:
            cost, _ = session.run([model.cost, op], {model.x: x})
        else:
            cost = session.run(model.cost, {model.x: x})
        if tell:
            print("cost", cost)
        elif op is None:
            print("no step")
        return cost / model.size

    with tf.variable_scope("model"):
        first = Model(True, 2)
    with tf.variable_scope("model", reuse=True):
        second = Model(False, 1)
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        print(epoch(sess, first, [[1.0], [2.0]], first.step), epoch(sess, second, [[1.0]]))
"""


def test_a_function_that_is_handed_several_objects_is_one_for_each_with_what_it_fetches() -> None:
    text = EPOCHS.replace("        fetches = [model.cost, op] if op is not None else [model.cost]\n", "")
    made = draft(text)
    assert made.count("tf.Variable(") == 1
    assert ("def first_epoch(x, tell=False):\n    cost = train_step(x).numpy()\n    if tell:\n") in made
    assert ("def second_epoch(x, tell=False):\n    cost = compute_second_cost(x).numpy()\n    if tell:\n") in made
    assert "    return cost / second_size\n" in made
    assert made.endswith("print(first_epoch([[1.0], [2.0]]), second_epoch([[1.0]]))\n")


def test_a_property_that_computes_in_python_is_a_function() -> None:
    method = """
        @property
        def double(self):
            return 2 * self.count
"""
    made = draft(MODEL + method + USE + "    print(model.double)\n")
    assert "def double():\n    return 2 * count\n" in made
    assert made.endswith("print(double())\n")


def test_a_method_that_saves_writes_a_checkpoint() -> None:
    method = """
        def save(self, sess, path):
            saver = tf.train.Saver()
            saver.save(sess, path)
"""
    made = draft(MODEL + method + USE + '    model.save(sess, "here")\n')
    assert "def save(path):\n    saver = tf.train.Checkpoint(w=w, optimizer=optimizer)\n    saver.write(path)\n" in made


def test_of_a_condition_that_is_half_known_the_other_half_is_left_and_chained_names_are_one() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Net:
            def __init__(self, training, keep, deep=False):
                self._x = x = tf.placeholder(tf.float32, [None])
                self.y = y = tf.Variable(2.0) * x
                if training and keep < 1:
                    self.y = tf.nn.dropout(y, keep)
                if deep and keep < 1:
                    self.y = y * y

        net = Net(True, 0.5 + 0.1)
        sess = tf.Session()
        sess.run(tf.global_variables_initializer())
        print(sess.run(net.y, {net._x: [1.0]}))
        """
    )
    assert "    if keep < 1:\n" in made
    assert "deep" not in made
    assert "x_spec = tf.TensorSpec([None], tf.float32)\n" in made
    assert "(x):\n" in made


def test_an_object_that_another_one_has_is_written_out_behind_it() -> None:
    made = draft(
        """
        import tensorflow as tf

        class Graph:
            def __init__(self, size):
                self.x = tf.placeholder(tf.float32, [None, size])
                self.y = tf.reduce_sum(self.x, 1)

        class Model:
            def __init__(self):
                self.graph = Graph(2)
                self.sess = tf.Session()

            def ask(self, rows):
                return self.sess.run(self.graph.y, {self.graph.x: rows})

        model = Model()
        print(model.ask([[1, 2]]))
        """
    )
    assert made == expected(
        """
        import tensorflow as tf

        size = 2
        x_spec = tf.TensorSpec([None, size], tf.float32)


        @tf.function(input_signature=[x_spec])
        def compute_y(x):
            return tf.reduce_sum(x, 1)


        def ask(rows):
            return compute_y(rows).numpy()


        print(ask([[1, 2]]))
        """
    )
