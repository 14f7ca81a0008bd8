"""llama.cpp itself, in the worker process alone: weights, contexts, samplers, and the loop that decodes answers."""
