"""Eager drafts whose models are Keras': hand-written layers become layers, chains of them models."""
