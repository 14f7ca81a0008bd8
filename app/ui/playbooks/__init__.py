"""The window of the playbooks: which there are, a run, what it found, and the fixes of that."""
