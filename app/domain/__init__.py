"""Values and rules of Baton: what a message, a model, an AWS call and a risk are, and the ports adapters implement.

Standard library only. Nothing here opens a file, a socket or a window, or knows what time it is.
"""
