"""What Baton's own way to AWS costs, measured on this machine against servers of its own."""
