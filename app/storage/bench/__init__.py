"""What ``baton bench history`` measures of the history's file."""
