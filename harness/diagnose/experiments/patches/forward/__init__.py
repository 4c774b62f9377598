"""What a model puts out: layers, cells, masks, the mode they run in."""
