"""The watcher: updates of trained variables in Sessions, eager loops, functions and Keras, and what is told of them."""
