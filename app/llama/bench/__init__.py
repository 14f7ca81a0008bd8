"""What ``baton bench local`` measures beside: models made for it, and bare loops over llama.cpp in a child process."""
