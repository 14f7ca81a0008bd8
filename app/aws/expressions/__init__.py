"""JMESPath: a person's questions, a playbook's expressions, a plan's paths, and what botocore's own data says in it.

``bounds`` alone runs the library, whoever asks.
"""
