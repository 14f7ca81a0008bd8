"""The offline recogniser: sentences to AWS calls with no model. Owns ``OfflineRecogniser``; refuses to call anything."""

from app.aws.recogniser.recogniser import OfflineRecogniser

__all__ = ["OfflineRecogniser"]
