"""What GGUF files say about themselves, read without llama.cpp and without trusting a byte."""
