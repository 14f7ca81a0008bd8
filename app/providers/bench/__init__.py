"""Measures of the cloud providers, each beside the same thing done with its vendor's SDK alone."""
