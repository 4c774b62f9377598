"""A legacy-compatibility harness for TensorFlow: does old code still compute what its note printed?"""

__version__ = "0.1.0"
