"""How a model would be loaded on this machine, worked out before anything is."""
