"""What a script does that a witness tells of and an experiment changes, the same for both."""
