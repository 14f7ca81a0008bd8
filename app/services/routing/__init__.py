"""Which model answers: what a message is about, the rules that send it to a model, and who is asked after a failure."""
