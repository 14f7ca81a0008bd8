"""The commands, thin over the services: they parse words, call one service, print, and choose the exit status.

Nothing here knows an adapter. The composition root passes in how to build the application.
"""
