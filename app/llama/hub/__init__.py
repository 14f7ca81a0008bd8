"""Model hubs: search, what a repository holds and what of it fits, and downloads that survive."""
