"""What two runs computed, step by step: read, paired, and held against each other stage by stage."""
