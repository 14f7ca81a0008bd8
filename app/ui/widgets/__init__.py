"""Controls that more than one part of the window uses; refuses to know what they are used for."""
