"""What a run came to: kept, reused and shown."""
