"""The model files that Baton knows, and those that other programs keep on this machine."""
