"""The dock on the right: the model's parameters, the chat's answers, context and money."""
