import numpy as np
import tensorflow as tf

rng = np.random.RandomState(2017)
X = rng.normal(size=(90, 4)).astype('float32')
Y = rng.randint(3, size=90)
W = tf.Variable(tf.zeros([4, 3]))
b = tf.Variable(tf.zeros([3]))
optimizer = tf.keras.optimizers.SGD(0.1)


@tf.function
def train_on(x, y):
    with tf.GradientTape() as tape:
        logits = tf.matmul(x, W) + b
        loss = tf.reduce_mean(tf.nn.sparse_softmax_cross_entropy_with_logits(logits=logits, labels=y))
    optimizer.apply_gradients(zip(tape.gradient(loss, [W, b]), [W, b]))
    return loss


for epoch in range(6):
    order = rng.permutation(90)
    losses = []
    for i in range(0, 90, 30):
        idx = order[i:i + 30]
        losses.append(train_on(X[idx], Y[idx]).numpy())
    acc = np.mean(np.argmax(X @ W.numpy() + b.numpy(), 1) == Y)
    print(f"Epoch {epoch}: train loss = {np.mean(losses):.4f}, train accuracy = {acc:.2%}")
