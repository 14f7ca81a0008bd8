"""Carrying out what the gate let through: calls, pages, sizes and waits. Decides nothing."""
