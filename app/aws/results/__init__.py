"""Answers as tables, and where they stand in the console. Asks AWS nothing."""
