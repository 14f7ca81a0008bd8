"""Takes secrets out of texts, results and parameters before they are stored or sent to a model. Pure functions.

Owns what counts as a secret; every function is linear in its input, hostile input included.
"""

from app.services.redaction.answers import hidden_values, redact_parameters, redact_result, without_values
from app.services.redaction.texts import redact_text, secret_spans

__all__ = [
    "hidden_values",
    "redact_parameters",
    "redact_result",
    "redact_text",
    "secret_spans",
    "without_values",
]
