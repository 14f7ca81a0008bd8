"""The operating system as Baton meets it: folders, logs, keyring, display, and checks of all of these."""
