"""Measures of the AWS part."""
