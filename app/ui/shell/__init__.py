"""The window's frame: its layout, header, pickers, notices and first screen; refuses what its parts show."""
