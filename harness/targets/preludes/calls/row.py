"""A row of the table of calls: public symbols of one kind, and where each setting is among their arguments."""


class Row(object):
    """Symbols of one kind. ``anywhere`` says that calls from inside of TensorFlow count, too: ``compile("adam")``;
    ``only`` of which calls it is the row, by their arguments: all by default."""

    def __init__(self, kind, symbols, anywhere=False, settings=None, only=None, **more):
        self.only = only
        self.kind = kind
        self.symbols = symbols.split()
        self.anywhere = anywhere
        self.settings = dict(settings or {}, **more)
