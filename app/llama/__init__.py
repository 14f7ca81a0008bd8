"""Local inference: llama.cpp in supervised child processes, and all that is known of models before one is loaded.

The map::

    supervisor.py, worker_link.py, child_process.py    in Baton's process: which models are loaded, and their workers
    worker.py, outbox.py                               in the worker process: its loop, and what it says
    protocol.py, wire.py                               what the two say to each other
    decoding/     llama.cpp itself (the worker alone): weights, contexts, prompt cache, samplers, the decode loop
    formats/      chat templates, tool calls and thoughts by family, grammars from JSON schemas
    gguf/         what GGUF files say about themselves
    plan/         how a model would be loaded; probe.py, devices.py, memory.py and graphics.py know the machine
    hub/, files/  downloads, and the files that are known
    bench/        what ``baton bench local`` measures beside
"""
