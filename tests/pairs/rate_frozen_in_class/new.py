import tensorflow as tf


class Trainer:
    def __init__(self):
        self.rate = 0.2
        self.w = tf.Variable(8.0)

    @tf.function
    def step(self):
        with tf.GradientTape() as tape:
            loss = tf.square(self.w - 1.0)
        self.w.assign_sub(self.rate * tape.gradient(loss, self.w))


trainer = Trainer()
for i in range(16):
    trainer.step()
    print("%2d w=%.6f" % (i, trainer.w.numpy()))
    if i % 4 == 3:
        trainer.rate *= 0.5
