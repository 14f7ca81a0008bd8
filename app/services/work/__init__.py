"""Long work: what goes on, how far it is and how it ended, for any front end to show."""
