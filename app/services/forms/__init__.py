"""Answers of one form: schemas and whether they can be used, the JSON in an answer, and what it lacks."""
