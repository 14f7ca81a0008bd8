"""Where a message is written: the text, its files, and what is asked before it is sent."""
