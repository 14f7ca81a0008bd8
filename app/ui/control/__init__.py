"""The controllers: they connect the window's parts to the services, and are the only ones that await."""
