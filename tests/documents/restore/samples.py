"""Scripts in the shapes of tutorials, whole and undamaged: what is damaged in the tests, and must come back."""

SAMPLES: dict[str, str] = {}

SAMPLES["session and loop"] = """\
import tensorflow as tf

# one weight, pulled towards minus one
w = tf.Variable(tf.constant(5.0))
loss = tf.square(w + 1)
train = tf.train.GradientDescentOptimizer(0.2).minimize(loss)

with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for step in range(10):
        sess.run(train)
        w_val = sess.run(w)
        print("step %d: w %f" % (step, w_val))
"""

SAMPLES["loop, every tenth step"] = """\
import tensorflow as tf
import numpy as np

x_data = np.linspace(0, 1, 20).astype(np.float32)
y_data = x_data * 0.1 + 0.3
weight = tf.Variable(tf.zeros([1]))
bias = tf.Variable(tf.zeros([1]))
y = weight * x_data + bias
loss = tf.reduce_mean(tf.square(y - y_data))
optimizer = tf.train.GradientDescentOptimizer(0.5)
train = optimizer.minimize(loss)
init = tf.global_variables_initializer()

sess = tf.Session()
sess.run(init)
for step in range(101):
    sess.run(train)
    if step % 10 == 0:
        print(step, sess.run(weight), sess.run(bias))
sess.close()
"""

SAMPLES["tape"] = """\
import tensorflow as tf

w = tf.Variable(5.0)  # where it starts
rate = 0.3
for step in range(8):
    with tf.GradientTape() as tape:
        loss = tf.square(w + 1)
    grad = tape.gradient(loss, w)
    w.assign_sub(rate * grad)
    print("after %d: w is %f, loss is %f" % (step, w.numpy(), loss))
"""

SAMPLES["nested loops"] = """\
import numpy as np
import tensorflow as tf

rng = np.random.RandomState(1)
inputs = rng.rand(32, 2)
labels = [[int(a + b < 1)] for (a, b) in inputs]
x = tf.placeholder(tf.float32, [None, 2])
y = tf.placeholder(tf.float32, [None, 1])
w = tf.Variable(tf.ones([2, 1]))
loss = tf.reduce_mean(tf.square(tf.matmul(x, w) - y))
train = tf.train.AdamOptimizer(0.01).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    for epoch in range(3):
        for start in range(0, 32, 8):
            feed = {x: inputs[start:start + 8], y: labels[start:start + 8]}
            sess.run(train, feed_dict=feed)
        total = sess.run(loss, feed_dict={x: inputs, y: labels})
        print("epoch", epoch, "loss", total)
"""

SAMPLES["a function"] = """\
import tensorflow as tf


def layer(values, size, name):
    kernel = tf.Variable(tf.ones([2, size]), name=name)
    return tf.nn.relu(tf.matmul(values, kernel))


x = tf.constant([[1.0, 2.0]])
hidden = layer(x, 3, "first")
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(hidden))
"""

SAMPLES["two functions and main"] = """\
import tensorflow as tf

STEPS = 5
RATE = 0.1


def forward(x):
    w = tf.get_variable("w", [], initializer=tf.constant_initializer(2.0))
    return w * x


def train():
    x = tf.constant(3.0)
    y = forward(x)
    step = tf.train.GradientDescentOptimizer(RATE).minimize(tf.square(y - 1))
    with tf.Session() as sess:
        sess.run(tf.global_variables_initializer())
        for i in range(STEPS):
            _, y_val = sess.run([step, y])
            print("%d %g" % (i, y_val))


def main(argv=None):
    train()


if __name__ == "__main__":
    tf.app.run()
"""

SAMPLES["a class"] = """\
import tensorflow as tf


class Line(object):
    def __init__(self):
        self.w = tf.Variable(5.0)
        self.b = tf.Variable(0.0)

    def __call__(self, x):
        return self.w * x + self.b


model = Line()
xs = tf.constant([1.0, 2.0, 3.0])
ys = tf.constant([2.0, 4.0, 6.0])
for epoch in range(4):
    with tf.GradientTape() as tape:
        loss = tf.reduce_mean(tf.square(model(xs) - ys))
    dw, db = tape.gradient(loss, [model.w, model.b])
    model.w.assign_sub(0.1 * dw)
    model.b.assign_sub(0.1 * db)
    print("Epoch %2d: w=%1.2f b=%1.2f, loss=%2.5f" % (epoch, model.w.numpy(), model.b.numpy(), loss))
"""

SAMPLES["keras subclass"] = """\
import tensorflow as tf
from tensorflow import keras


class Net(keras.Model):
    def __init__(self, units):
        super(Net, self).__init__()
        self.hidden = keras.layers.Dense(units, activation="relu")
        self.last = keras.layers.Dense(1)

    def call(self, inputs):
        x = self.hidden(inputs)
        return self.last(x)


net = Net(4)
net.compile(optimizer="sgd", loss="mse")
history = net.fit(tf.ones([8, 2]), tf.zeros([8, 1]), epochs=2, verbose=0)
for value in history.history["loss"]:
    print("loss: {:.4f}".format(value))
"""

SAMPLES["if and else"] = """\
import tensorflow as tf

w = tf.Variable(1.0)
for i in range(6):
    if i < 2:
        rate = 0.5
    elif i < 4:
        rate = 0.1
    else:
        rate = 0.01
    w.assign_sub(rate * w)
    print(i, rate, w.numpy())
"""

SAMPLES["try"] = """\
import tensorflow as tf

try:
    session = tf.compat.v1.Session
    tf.compat.v1.disable_eager_execution()
except AttributeError:
    session = tf.Session
finally:
    print("chosen")

a = tf.constant(2)
with session() as sess:
    print(sess.run(a * 3))
"""

SAMPLES["decorated"] = """\
import tensorflow as tf

w = tf.Variable(3.0)


@tf.function
def update(rate):
    w.assign_sub(rate * 2 * w)
    return w.read_value()


for rate in [0.1, 0.2, 0.3]:
    value = update(rate)
    tf.print("rate", rate, "w", value)
"""

SAMPLES["a call over lines"] = """\
import tensorflow as tf

model = tf.keras.Sequential([
    tf.keras.layers.Flatten(input_shape=(4, 4)),
    tf.keras.layers.Dense(8, activation="relu"),
    tf.keras.layers.Dense(2, activation="softmax"),
])
model.compile(
    optimizer="adam",
    loss="sparse_categorical_crossentropy",
    metrics=["accuracy"],
)
print(len(model.trainable_variables))
"""

SAMPLES["dictionaries"] = """\
import tensorflow as tf

settings = {
    "rate": 0.1,
    "steps": 3,
}
w = tf.Variable(2.0)
names = {v.name: v for v in [w]}
for step in range(settings["steps"]):
    w.assign_sub(settings["rate"] * w)
    for name, value in names.items():
        print("{} {} {:.3f}".format(step, name, value.numpy()))
print("done: {0:.2f}".format(w.numpy()))
"""

SAMPLES["comments at line ends"] = """\
import tensorflow as tf  # version 2

rate = 0.2  # too fast is bad
steps = 4  # a few
w = tf.Variable(10.0)  # far away
# now the loop
for step in range(steps):  # each step
    with tf.GradientTape() as tape:  # watch
        loss = w * w  # the loss to be minimised
    g = tape.gradient(loss, w)  # by hand it would be 2 * w
    w.assign_sub(g * rate)  # go down
    # say where we are
    print("w =", w.numpy())  # every time
"""

SAMPLES["docstrings"] = '''\
"""A line through points."""
import tensorflow as tf


def line(x, w=2.0, b=1.0):
    """Give w times x plus b."""
    return w * x + b


def error(got, wanted):
    """Give the squared error."""
    gap = got - wanted
    return gap * gap


print(error(line(3.0), 5.0))
'''

SAMPLES["Python 2 prints"] = """\
import tensorflow as tf

w = tf.Variable(4.0)
b = tf.Variable(1.0)
loss = tf.square(w * 2 + b)
train = tf.train.GradientDescentOptimizer(0.05).minimize(loss)
with tf.Session() as sess:
    sess.run(tf.initialize_all_variables())
    print "start", sess.run(w), sess.run(b)
    for i in xrange(5):
        _, now = sess.run([train, loss])
        print "step %d, loss %.4f" % (i, now)
    print "end", sess.run(w)
"""

SAMPLES["Python 2 exception"] = """\
import tensorflow as tf

values = [1, 2, 0]
for value in values:
    try:
        print 6 / value
    except ZeroDivisionError, error:
        print "no:", error
"""

SAMPLES["while"] = """\
import tensorflow as tf

x = tf.Variable(100.0)
count = 0
while x.numpy() > 1:
    x.assign(x / 3)
    count += 1
    print("count {} x {:.3f}".format(count, x.numpy()))
print("in", count, "steps")
"""

SAMPLES["while with break"] = """\
import tensorflow as tf

w = tf.Variable(1.0)
step = 0
while True:
    w.assign(w * 0.5)
    step += 1
    if step % 2 == 0:
        print(step, w.numpy())
    if step > 6:
        break
print("stopped at", step)
"""

SAMPLES["scopes"] = """\
import tensorflow as tf

with tf.name_scope("inputs"):
    x = tf.placeholder(tf.float32, [None, 1], name="x")
    y = tf.placeholder(tf.float32, [None, 1], name="y")

with tf.variable_scope("layer"):
    w = tf.get_variable("w", [1, 1])
    prediction = tf.matmul(x, w)

loss = tf.reduce_mean(tf.square(prediction - y))
with tf.Session() as sess:
    sess.run(tf.global_variables_initializer())
    print(sess.run(loss, feed_dict={x: [[1.0]], y: [[2.0]]}).shape)
"""

SAMPLES["early stop"] = """\
import tensorflow as tf

w = tf.Variable(8.0)
best = None
for epoch in range(50):
    w.assign_sub(0.4 * w)
    if best is not None and w.numpy() > best - 0.01:
        print("stop at", epoch)
        break
    best = w.numpy()
print("best", best)
"""

SAMPLES["decay"] = """\
#coding:utf-8
import tensorflow as tf
BASE = 0.1 # first rate
DECAY = 0.9 # how it falls
global_step = tf.Variable(0, trainable=False)
rate = tf.train.exponential_decay(BASE, global_step, 1, DECAY, staircase=True)
w = tf.Variable(tf.constant(5, dtype=tf.float32))
loss = tf.square(w+1)
train_step = tf.train.GradientDescentOptimizer(rate).minimize(loss, global_step=global_step)
with tf.Session() as sess:
    init_op=tf.global_variables_initializer()
    sess.run(init_op)
    for i in range(20):
        sess.run(train_step)
        rate_val = sess.run(rate)
        global_step_val = sess.run(global_step)
        w_val = sess.run(w)
        loss_val = sess.run(loss)
        print("%s: step %f, w %f, rate %f, loss %f" % (i, global_step_val, w_val, rate_val, loss_val))
"""

SAMPLES["lists and lambdas"] = """\
import tensorflow as tf

square = lambda v: v * v
points = [(x, square(x)) for x in range(5) if x % 2 == 0]
total = 0
for x, y in points:
    total += y
    print(x, y, total)
result = tf.reduce_sum([y for _, y in points]) if points else tf.constant(0)
print("sum:", int(result))
assert int(result) == total, "sums differ"
"""

SAMPLES["a graph of its own"] = """\
import tensorflow as tf

graph = tf.Graph()
with graph.as_default():
    v = tf.Variable(1.0, name="v")
    double = tf.assign(v, v * 2)
    init = tf.global_variables_initializer()

with tf.Session(graph=graph) as sess:
    sess.run(init)
    for _ in range(3):
        print(sess.run(double))
"""

SAMPLES["data set"] = """\
import tensorflow as tf

features = tf.range(12, dtype=tf.float32)
dataset = tf.data.Dataset.from_tensor_slices(features).batch(4)
optimizer = tf.keras.optimizers.SGD(learning_rate=0.01)
w = tf.Variable(1.0)
for epoch in range(2):
    loss_all = 0
    for step, batch in enumerate(dataset):
        with tf.GradientTape() as tape:
            out = w * batch
            loss = tf.reduce_mean(tf.square(out - 1))
        grads = tape.gradient(loss, [w])
        optimizer.apply_gradients(zip(grads, [w]))
        loss_all += loss.numpy()
    print("Epoch {}, loss: {}".format(epoch, loss_all / 3))
    print("-" * 10)
"""

SAMPLES["nested functions"] = """\
import tensorflow as tf


def make_adder(amount):
    def add(value):
        return value + amount

    return add


add_two = make_adder(2)


def run(count):
    if count < 0:
        raise ValueError("negative")
    total = tf.constant(0)
    for _ in range(count):
        total = add_two(total)
    return total


print(run(3).numpy())
"""
