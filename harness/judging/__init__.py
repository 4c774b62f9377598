"""Is this number, line, trace the other one? Only this room decides."""
