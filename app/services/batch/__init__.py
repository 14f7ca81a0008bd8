"""Many prompts in one run: a line of a file each, answered beside each other, kept as each is done."""
