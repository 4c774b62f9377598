class HParams:
    """What tf.contrib.training.HParams held; it parses no text."""

    def __init__(self, **values):
        self.__dict__.update(values)

    def add_hparam(self, name, value):
        setattr(self, name, value)

    def set_hparam(self, name, value):
        setattr(self, name, value)

    def get(self, key, default=None):
        return self.__dict__.get(key, default)

    def values(self):
        return dict(self.__dict__)

    def __contains__(self, key):
        return key in self.__dict__
