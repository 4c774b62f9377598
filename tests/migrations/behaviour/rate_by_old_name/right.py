import numpy as np
import tensorflow as tf

x = np.array([[1., 0.], [0., 1.], [1., 1.], [2., -1.]], np.float32)
y = np.array([0., 1., 1., 0.], np.float32)
model = tf.keras.Sequential([tf.keras.layers.Dense(1, 'sigmoid', kernel_initializer='zeros', input_shape=(2,))])
model.compile(tf.keras.optimizers.SGD(.5), 'binary_crossentropy', metrics=['accuracy'])
lower = tf.keras.callbacks.ReduceLROnPlateau(monitor='accuracy', factor=.2, patience=1)
seen = model.fit(x, y, batch_size=4, epochs=6, shuffle=False, verbose=0, callbacks=[lower])
for epoch, loss in enumerate(seen.history['loss']):
    print('epoch %d loss %.6f' % (epoch, loss))
