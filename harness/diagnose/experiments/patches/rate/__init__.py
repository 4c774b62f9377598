"""How fast is learned, and what the steps are counted by."""
