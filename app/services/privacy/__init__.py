"""What leaves this machine for models elsewhere: secrets and identifiers hidden, answers restored, all on record."""
