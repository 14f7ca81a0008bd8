"""What stands before every request to a provider: its queue, what it said of its limits, waits, and the breaker."""
