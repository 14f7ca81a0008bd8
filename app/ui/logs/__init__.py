"""The log as it is seen, and the report of a problem before it is saved. Writes no log and sends nothing."""
