"""Causes in what an optimizer makes of gradients, and in how often it does."""
