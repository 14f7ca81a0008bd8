"""Local models for other programs, as OpenAI's API: requests read, answers written, and the service that offers them.

The modules beside :mod:`.site` and :mod:`.service` turn JSON into the domain's values and stream events into JSON; they
do no input or output.
"""
