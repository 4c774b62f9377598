"""Classes that keep a graph in their attributes, written out where their objects are made."""
