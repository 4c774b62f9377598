import tensorflow as tf

schedule = tf.keras.optimizers.schedules.ExponentialDecay(0.2, decay_steps=50_000_000, decay_rate=0.8)
x = tf.Variable([1.5, -0.5])
for i in range(10):
    with tf.GradientTape() as tape:
        loss = tf.reduce_sum(x**4 + x**2)
    rate = schedule(i)
    x.assign_sub(rate * tape.gradient(loss, x))
    print(f"{i}: loss = {loss:.5f}, lr = {rate:.5f}")
