"""Whether a call changes or discloses something, by its operation and by its parameters. Fails towards caution."""
