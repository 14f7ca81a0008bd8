"""Long work as it is seen: the indicator in the window's frame, and the panel that lists it. Does and stops none."""
