"""The offline recogniser: sentences to AWS calls, without a model. Refuses to call anything."""

from app.aws.recogniser.recogniser import OfflineRecogniser

__all__ = ["OfflineRecogniser"]
