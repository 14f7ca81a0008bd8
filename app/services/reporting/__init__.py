"""Reports of problems: what they hold, and what is taken out of them."""
