"""Local inference: model files, load plans, downloads, and llama.cpp in a supervised child process.

``llama_cpp`` is imported in the worker process alone (``worker``, ``engine``, ``sampling``, ``devices``).
"""
