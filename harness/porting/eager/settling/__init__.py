"""What is settled of a script before its runs are looked at: builders inline, names, shapes, copies, feeds."""
