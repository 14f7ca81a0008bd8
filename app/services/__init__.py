"""Use cases, asynchronous and without Qt: what the window and the commands are thin over.

Services receive adapters (``app.domain.ports``) in their constructors. A port's blocking method is called through
``asyncio.to_thread``; nothing here blocks the loop.
"""
