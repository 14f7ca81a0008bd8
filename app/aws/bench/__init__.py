"""Measures the AWS parts: what `baton bench aws` shows."""
