"""Every operation of every service, made from botocore's models and kept as an index. Judges and ranks nothing."""
