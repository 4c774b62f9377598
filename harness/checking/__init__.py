"""Examples of documents, run as their author had TensorFlow, and held against the logs that the document shows."""
