"""Pieces of code that a draft brings along, for TF2 has nothing that computes the same: cells of TF1, its summaries."""

_SUMMARY = """\
def write_summary(writer, summary, step):
    with writer.as_default():
        for name, value in summary.items():
            tf.summary.scalar(name, value, step=step)
"""

_VARIABLE = '''\
def variable(name, initial_value, made={}):
    """Make a variable where none has this name yet, and give the one that has it."""
    if name not in made:
        with tf.init_scope():
            made[name] = tf.Variable(initial_value(), name=name)
    return made[name]
'''

_LSTM = '''\
class BasicLSTMCell(tf.Module):
    """TF1's LSTM cell: one kernel for input and output, gates in the order i, j, f, o, forget_bias added to f."""

    def __init__(self, num_units, forget_bias=1.0, activation=tf.tanh, state_is_tuple=True):
        super().__init__()
        self.num_units, self.forget_bias, self.activation = num_units, forget_bias, activation
        self.output_size = num_units
        self.kernel = self.bias = None

    def build(self, inputs):
        if self.kernel is not None:
            return
        with tf.init_scope():
            shape = [inputs + self.num_units, 4 * self.num_units]
            self.kernel = tf.Variable(tf.keras.initializers.GlorotUniform()(shape), name="kernel")
            self.bias = tf.Variable(tf.zeros([4 * self.num_units]), name="bias")

    def zero_state(self, batch_size, dtype):
        return tf.zeros([batch_size, self.num_units], dtype), tf.zeros([batch_size, self.num_units], dtype)

    def __call__(self, inputs, state):
        self.build(inputs.shape[-1])
        c, h = state
        i, j, f, o = tf.split(tf.matmul(tf.concat([inputs, h], 1), self.kernel) + self.bias, 4, axis=1)
        c = c * tf.sigmoid(f + self.forget_bias) + tf.sigmoid(i) * self.activation(j)
        h = self.activation(c) * tf.sigmoid(o)
        return h, (c, h)
'''

_RNN = '''\
class BasicRNNCell(tf.Module):
    """TF1's plain cell: one kernel for input and output."""

    def __init__(self, num_units, activation=tf.tanh):
        super().__init__()
        self.num_units, self.activation = num_units, activation
        self.output_size = num_units
        self.kernel = self.bias = None

    def build(self, inputs):
        if self.kernel is not None:
            return
        with tf.init_scope():
            shape = [inputs + self.num_units, self.num_units]
            self.kernel = tf.Variable(tf.keras.initializers.GlorotUniform()(shape), name="kernel")
            self.bias = tf.Variable(tf.zeros([self.num_units]), name="bias")

    def zero_state(self, batch_size, dtype):
        return tf.zeros([batch_size, self.num_units], dtype)

    def __call__(self, inputs, state):
        self.build(inputs.shape[-1])
        output = self.activation(tf.matmul(tf.concat([inputs, state], 1), self.kernel) + self.bias)
        return output, output
'''

_GRU = '''\
class GRUCell(tf.Module):
    """TF1's GRU cell: gates in the order r, u, the state reset before the matrix product."""

    def __init__(self, num_units, activation=tf.tanh):
        super().__init__()
        self.num_units, self.activation = num_units, activation
        self.output_size = num_units
        self.gates = self.candidate = None

    def build(self, inputs):
        if self.gates is not None:
            return
        with tf.init_scope():
            start = tf.keras.initializers.GlorotUniform()
            size = inputs + self.num_units
            self.gates = tf.Variable(start([size, 2 * self.num_units]), name="gates/kernel")
            self.gates_bias = tf.Variable(tf.ones([2 * self.num_units]), name="gates/bias")
            self.candidate = tf.Variable(start([size, self.num_units]), name="candidate/kernel")
            self.candidate_bias = tf.Variable(tf.zeros([self.num_units]), name="candidate/bias")

    def zero_state(self, batch_size, dtype):
        return tf.zeros([batch_size, self.num_units], dtype)

    def __call__(self, inputs, state):
        self.build(inputs.shape[-1])
        gates = tf.sigmoid(tf.matmul(tf.concat([inputs, state], 1), self.gates) + self.gates_bias)
        r, u = tf.split(gates, 2, axis=1)
        candidate = tf.matmul(tf.concat([inputs, r * state], 1), self.candidate) + self.candidate_bias
        output = u * state + (1 - u) * self.activation(candidate)
        return output, output
'''

_MULTI = '''\
class MultiRNNCell(tf.Module):
    """Cells on top of each other."""

    def __init__(self, cells, state_is_tuple=True):
        super().__init__()
        self.cells = list(cells)
        self.output_size = self.cells[-1].output_size

    def build(self, inputs):
        for cell in self.cells:
            cell.build(inputs)
            inputs = cell.output_size

    def zero_state(self, batch_size, dtype):
        return tuple(cell.zero_state(batch_size, dtype) for cell in self.cells)

    def __call__(self, inputs, state):
        states = []
        for cell, each in zip(self.cells, state):
            inputs, new = cell(inputs, each)
            states.append(new)
        return inputs, tuple(states)
'''

_DROPOUT = '''\
class DropoutWrapper:
    """A cell that drops a share of its inputs and outputs."""

    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0):
        self.cell, self.input_keep_prob, self.output_keep_prob = cell, input_keep_prob, output_keep_prob
        self.output_size, self.build, self.zero_state = cell.output_size, cell.build, cell.zero_state

    def __call__(self, inputs, state):
        inputs = self._drop(inputs, self.input_keep_prob)
        output, state = self.cell(inputs, state)
        return self._drop(output, self.output_keep_prob), state

    def _drop(self, values, keep_prob):
        if isinstance(keep_prob, (int, float)) and keep_prob == 1:
            return values
        return tf.nn.dropout(values, rate=1 - keep_prob)
'''

_DYNAMIC = '''\
def dynamic_rnn(cell, inputs, initial_state=None, dtype=tf.float32, time_major=False):
    """Run a cell along the axis of time, whose length is known."""
    if not time_major:
        inputs = tf.transpose(inputs, [1, 0, 2])
    cell.build(inputs.shape[-1])
    state = initial_state if initial_state is not None else cell.zero_state(tf.shape(inputs)[1], dtype)
    outputs = []
    for step in range(inputs.shape[0]):
        output, state = cell(inputs[step], state)
        outputs.append(output)
    return tf.stack(outputs, axis=0 if time_major else 1), state
'''

_STATIC = '''\
def static_rnn(cell, inputs, initial_state=None, dtype=tf.float32):
    """Run a cell over a list of inputs."""
    state = initial_state if initial_state is not None else cell.zero_state(tf.shape(inputs[0])[0], dtype)
    outputs = []
    for each in inputs:
        output, state = cell(each, state)
        outputs.append(output)
    return outputs, state
'''

_SEQUENCE_LOSS = '''\
def sequence_loss(logits, targets, weights):
    """Mean crossentropy of sequences, each step by its weight."""
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=tf.reshape(targets, [-1]), logits=tf.reshape(logits, [-1, logits.shape[-1]])
    )
    weights = tf.reshape(weights, [-1])
    return tf.reduce_sum(losses * weights) / (tf.reduce_sum(weights) + 1e-12)
'''

# By name, what a draft brings along, in the order in which it stands there.
PIECES: dict[str, str] = {
    "write_summary": _SUMMARY,
    "variable": _VARIABLE,
    "BasicLSTMCell": _LSTM,
    "BasicRNNCell": _RNN,
    "GRUCell": _GRU,
    "MultiRNNCell": _MULTI,
    "DropoutWrapper": _DROPOUT,
    "dynamic_rnn": _DYNAMIC,
    "static_rnn": _STATIC,
    "sequence_loss": _SEQUENCE_LOSS,
}

_PLACES = ("tf.nn.rnn_cell", "tf.contrib.rnn", "tf.contrib.rnn.core_rnn_cell")
CELLS: dict[str, str] = {
    f"{place}.{old}": new
    for place in _PLACES
    for old, new in {
        "BasicLSTMCell": "BasicLSTMCell",
        "LSTMCell": "BasicLSTMCell",
        "BasicRNNCell": "BasicRNNCell",
        "RNNCell": "BasicRNNCell",
        "GRUCell": "GRUCell",
        "MultiRNNCell": "MultiRNNCell",
        "DropoutWrapper": "DropoutWrapper",
    }.items()
}
SUPPLIED: dict[str, str] = {
    **CELLS,
    "tf.nn.dynamic_rnn": "dynamic_rnn",
    "tf.nn.static_rnn": "static_rnn",
    "tf.contrib.rnn.static_rnn": "static_rnn",
    "tf.nn.rnn": "static_rnn",
    "tf.contrib.seq2seq.sequence_loss": "sequence_loss",
}
# The arguments that each takes, by the names that TF1 has for them, without what says nothing.
TAKES: dict[str, frozenset[str]] = {
    "BasicLSTMCell": frozenset({"num_units", "forget_bias", "activation", "state_is_tuple"}),
    "BasicRNNCell": frozenset({"num_units", "activation"}),
    "GRUCell": frozenset({"num_units", "activation"}),
    "MultiRNNCell": frozenset({"cells", "state_is_tuple"}),
    "DropoutWrapper": frozenset({"cell", "input_keep_prob", "output_keep_prob"}),
    "dynamic_rnn": frozenset({"cell", "inputs", "initial_state", "dtype", "time_major"}),
    "static_rnn": frozenset({"cell", "inputs", "initial_state", "dtype"}),
    "sequence_loss": frozenset({"logits", "targets", "weights"}),
}
_USELESS = frozenset({"scope", "name", "reuse", "swap_memory", "parallel_iterations", "seed"})


def takes(piece: str, words: list[str]) -> bool:
    """Whether a piece takes arguments of these names."""
    return set(words) <= TAKES[piece] | _USELESS


def is_useless(word: str) -> bool:
    """Whether an argument says nothing of the numbers."""
    return word in _USELESS
