"""What a script finds around it: its own files and modules, packages, texts, a scene."""
