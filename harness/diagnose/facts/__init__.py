"""Replacement facts: what stands for what in the other era, and which setting of it is another one."""
