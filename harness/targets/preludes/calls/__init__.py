"""Calls of TensorFlow and Keras with the settings in force, and where each kind of call has which."""
