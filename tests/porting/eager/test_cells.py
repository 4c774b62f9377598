"""Specification of cells in drafts to eager: each is made once, its state has the names of TensorFlow 1."""

from tests.porting.eager.drafts import draft, expected

RNN = """
    import tensorflow as tf

    x = tf.placeholder(tf.float32, [None, 5, 3])
    keep = tf.placeholder(tf.float32)
    outputs, state = tf.nn.dynamic_rnn({cell}, x, dtype=tf.float32)
    y = {value}
    sess = tf.Session()
    sess.run(tf.global_variables_initializer())
    print(sess.run(y, {{x: rows, keep: 0.5}}))
"""


def test_a_cell_that_stands_where_it_is_used_is_made_before() -> None:
    made = draft(RNN.format(cell="tf.nn.rnn_cell.GRUCell(4)", value="state"))
    assert "\noutputs_cell = GRUCell(4)\n" in made
    assert "    outputs, state = dynamic_rnn(outputs_cell, x, dtype=tf.float32)\n" in made


def test_of_cells_within_cells_what_no_run_makes_anew_is_made_before() -> None:
    cells = "tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.GRUCell(n) for n in (4, 3)])"
    made = draft(RNN.format(cell=cells, value="outputs"))
    assert "\noutputs_cell = MultiRNNCell([GRUCell(n) for n in (4, 3)])\n" in made
    dropped = "tf.nn.rnn_cell.DropoutWrapper(tf.nn.rnn_cell.GRUCell(4), output_keep_prob=keep)"
    made = draft(RNN.format(cell=dropped, value="outputs"))
    assert "\noutputs_cell = GRUCell(4)\n" in made
    assert "dynamic_rnn(DropoutWrapper(outputs_cell, output_keep_prob=keep), x, dtype=tf.float32)\n" in made


def test_a_state_that_is_asked_for_by_name_has_these_names() -> None:
    made = draft(RNN.format(cell="tf.nn.rnn_cell.BasicLSTMCell(4)", value="state.h"))
    assert made.startswith("import tensorflow as tf\nimport collections\n")
    assert '\nLSTMStateTuple = collections.namedtuple("LSTMStateTuple", ["c", "h"])\n' in made
    assert "        return h, LSTMStateTuple(c, h)\n" in made
    plain = draft(RNN.format(cell="tf.nn.rnn_cell.BasicLSTMCell(4)", value="state[1]"))
    assert "LSTMStateTuple" not in plain
    assert "        return h, (c, h)\n" in plain


def test_a_cell_says_how_large_its_state_is() -> None:
    cells = "tf.nn.rnn_cell.MultiRNNCell([tf.nn.rnn_cell.BasicLSTMCell(4), tf.nn.rnn_cell.GRUCell(3)])"
    made = draft(RNN.format(cell=cells, value="outputs"))
    assert "        self.output_size, self.state_size = num_units, (num_units, num_units)\n" in made
    assert "        self.output_size = self.state_size = num_units\n" in made
    assert "        self.state_size = tuple(cell.state_size for cell in self.cells)\n" in made
    named = draft(RNN.format(cell="tf.nn.rnn_cell.BasicLSTMCell(4)", value="state.h"))
    assert "self.state_size = num_units, LSTMStateTuple(num_units, num_units)\n" in named


def test_what_is_shorter_than_others_is_run_to_its_own_end() -> None:
    lengths = RNN.replace(", x, dtype", ", x, [2, 5], dtype").format(cell="tf.nn.rnn_cell.GRUCell(4)", value="state")
    assert "    outputs, state = dynamic_rnn(outputs_cell, x, [2, 5], dtype=tf.float32)\n" in draft(lengths)
    assert "port:" not in draft(lengths)


def test_time_of_a_length_that_only_a_run_knows_is_a_loop_of_the_function() -> None:
    made = draft(RNN.replace("[None, 5, 3]", "[None, None, 3]").format(cell="tf.nn.rnn_cell.GRUCell(4)", value="state"))
    assert "    if inputs.shape[0] is None:\n" in made
    assert "tf.while_loop(lambda step, *_: step < length, run_and_keep, (0, outputs, state))\n" in made


def test_a_function_that_makes_its_cell_and_runs_it_is_called_once_for_its_variables() -> None:
    made = draft("""
        import tensorflow as tf

        def rnn(x, weights, lengths):
            x = tf.unstack(x, 4, 1)
            cell = tf.nn.rnn_cell.BasicLSTMCell(5)
            outputs, state = tf.nn.static_rnn(cell, x, dtype=tf.float32)
            return tf.matmul(outputs[-1], weights["out"])

        def cell_of(units):
            return tf.nn.rnn_cell.GRUCell(units)

        x = tf.placeholder(tf.float32, [None, 4, 1])
        lengths = tf.placeholder(tf.int32, [None])
        weights = {"out": tf.Variable(tf.ones([5, 1]))}
        out = rnn(x, weights, lengths)
        print(tf.Session().run(out, {x: data, lengths: sizes}))
        """)
    assert (
        expected("""
        def rnn(weights):
            cell = BasicLSTMCell(5)

            def apply(x, lengths):
        """)
        in made
    )
    assert "out_layer = rnn(weights)\n" in made
    assert "return GRUCell(units)\n" in made


def test_what_a_draft_brings_stands_before_its_first_use_where_imports_come_behind_that() -> None:
    made = draft("""
        import tensorflow as tf
        x = tf.placeholder(tf.float32, [None, 5, 3])
        cell = tf.nn.rnn_cell.GRUCell(4)
        outputs, state = tf.nn.dynamic_rnn(cell, x, dtype=tf.float32)
        import numpy as np
        print(tf.Session().run(state, {x: np.ones([1, 5, 3])}))
        """)
    assert made.index("class GRUCell") < made.index("cell = GRUCell(4)") < made.index("import numpy as np")
