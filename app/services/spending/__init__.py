"""What requests cost, the log of it, and the budgets that stop what would cost too much."""
