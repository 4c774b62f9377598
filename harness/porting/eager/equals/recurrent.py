"""Cells of TensorFlow 1, and what runs them along time, as texts: those of Keras are other ones."""

STATE = """\
LSTMStateTuple = collections.namedtuple("LSTMStateTuple", ["c", "h"])
"""

LSTM = '''\
class BasicLSTMCell(tf.Module):
    """TF1's LSTM cell: one kernel for input and output, gates in the order i, j, f, o, forget_bias added to f."""

    def __init__(self, num_units, forget_bias=1.0, activation=tf.tanh, state_is_tuple=True):
        super().__init__()
        self.num_units, self.forget_bias, self.activation = num_units, forget_bias, activation
        self.output_size, self.state_size = num_units, (num_units, num_units)
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

RNN = '''\
class BasicRNNCell(tf.Module):
    """TF1's plain cell: one kernel for input and output."""

    def __init__(self, num_units, activation=tf.tanh):
        super().__init__()
        self.num_units, self.activation = num_units, activation
        self.output_size = self.state_size = num_units
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

GRU = '''\
class GRUCell(tf.Module):
    """TF1's GRU cell: gates in the order r, u, the state reset before the matrix product."""

    def __init__(self, num_units, activation=tf.tanh):
        super().__init__()
        self.num_units, self.activation = num_units, activation
        self.output_size = self.state_size = num_units
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

MULTI = '''\
class MultiRNNCell(tf.Module):
    """Cells on top of each other."""

    def __init__(self, cells, state_is_tuple=True):
        super().__init__()
        self.cells = list(cells)
        self.output_size = self.cells[-1].output_size
        self.state_size = tuple(cell.state_size for cell in self.cells)

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

DROPOUT = '''\
class DropoutWrapper:
    """A cell that drops a share of its inputs and outputs."""

    def __init__(self, cell, input_keep_prob=1.0, output_keep_prob=1.0):
        self.cell, self.input_keep_prob, self.output_keep_prob = cell, input_keep_prob, output_keep_prob
        self.output_size, self.build, self.zero_state = cell.output_size, cell.build, cell.zero_state
        self.state_size = cell.state_size

    def __call__(self, inputs, state):
        inputs = self._drop(inputs, self.input_keep_prob)
        output, state = self.cell(inputs, state)
        return self._drop(output, self.output_keep_prob), state

    def _drop(self, values, keep_prob):
        if isinstance(keep_prob, (int, float)) and keep_prob == 1:
            return values
        return tf.nn.dropout(values, rate=1 - keep_prob)
'''

DYNAMIC = '''\
def dynamic_rnn(cell, inputs, sequence_length=None, initial_state=None, dtype=tf.float32, time_major=False):
    """Run a cell along the axis of time. What is shorter gives zeros from its end on, and keeps its state."""
    if not time_major:
        inputs = tf.transpose(inputs, [1, 0, 2])
    cell.build(inputs.shape[-1])
    state = initial_state if initial_state is not None else cell.zero_state(tf.shape(inputs)[1], dtype)

    def run(step, state):
        output, new = cell(inputs[step], state)
        if sequence_length is not None:
            goes_on = tf.expand_dims(step < tf.cast(sequence_length, tf.int32), 1)
            output = tf.where(goes_on, output, tf.zeros_like(output))
            new = tf.nest.map_structure(lambda after, before: tf.where(goes_on, after, before), new, state)
        return output, new

    def run_and_keep(step, outputs, state):
        output, state = run(step, state)
        return step + 1, outputs.write(step, output), state

    if inputs.shape[0] is None:
        length = tf.shape(inputs)[0]
        outputs = tf.TensorArray(dtype, length, element_shape=[inputs.shape[1], cell.output_size])
        _, outputs, state = tf.while_loop(lambda step, *_: step < length, run_and_keep, (0, outputs, state))
        outputs = outputs.stack()
        return outputs if time_major else tf.transpose(outputs, [1, 0, 2]), state
    outputs = []
    for step in range(inputs.shape[0]):
        output, state = run(step, state)
        outputs.append(output)
    return tf.stack(outputs, axis=0 if time_major else 1), state
'''

BIDIRECTIONAL = '''\
def bidirectional_dynamic_rnn(cell_fw, cell_bw, inputs, sequence_length=None, dtype=tf.float32):
    """Run one cell forth and another one back along the axis of time."""

    def reverse(values):
        if sequence_length is None:
            return tf.reverse(values, [1])
        return tf.reverse_sequence(values, sequence_length, seq_axis=1)

    forth, state_fw = dynamic_rnn(cell_fw, inputs, sequence_length, dtype=dtype)
    back, state_bw = dynamic_rnn(cell_bw, reverse(inputs), sequence_length, dtype=dtype)
    return (forth, reverse(back)), (state_fw, state_bw)
'''

STATIC = '''\
def static_rnn(cell, inputs, initial_state=None, dtype=tf.float32):
    """Run a cell over a list of inputs."""
    state = initial_state if initial_state is not None else cell.zero_state(tf.shape(inputs[0])[0], dtype)
    outputs = []
    for each in inputs:
        output, state = cell(each, state)
        outputs.append(output)
    return outputs, state
'''

SEQUENCE_LOSS = '''\
def sequence_loss(logits, targets, weights):
    """Mean crossentropy of sequences, each step by its weight."""
    losses = tf.nn.sparse_softmax_cross_entropy_with_logits(
        labels=tf.reshape(targets, [-1]), logits=tf.reshape(logits, [-1, logits.shape[-1]])
    )
    weights = tf.reshape(weights, [-1])
    return tf.reduce_sum(losses * weights) / (tf.reduce_sum(weights) + 1e-12)
'''
