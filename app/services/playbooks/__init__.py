"""Playbooks: read from files, run as reads through the gate, their findings mended through the gate."""
