"""The format of the timeline's file, which what writes it and what reads it share."""

FORMAT = 1
# One letter each, for there are some thirty thousand of them.
KINDS = {
    "module": "m",
    "class": "c",
    "function": "f",
    "constant": "k",
    "method": "d",
    "classmethod": "s",
    "property": "p",
    "attribute": "a",
    "alias": "=",
}
