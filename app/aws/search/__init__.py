"""From a sentence to operations, offline: words, readings of them, and the ranking. Fills no parameters."""
