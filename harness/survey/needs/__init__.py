"""What a file needs beside its text and TensorFlow, read off its text: nothing is run, and no interpreter is asked."""
