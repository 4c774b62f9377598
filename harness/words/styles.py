"""The names of the styles in which a case may be written."""

STYLES = ("graph", "eager", "function")
