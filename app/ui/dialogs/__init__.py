"""Dialogs that stand alone; each emits what was decided and does none of it."""
