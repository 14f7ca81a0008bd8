"""The one gate to AWS: validate, classify, ask the policy, ask the person, execute, redact, record.

No other package holds a :class:`app.domain.ports.CallExecutor`. What a tool returned or a model said never counts as
consent and never changes what the person is shown.
"""

from app.services.orchestration.following import MOST_PAGES
from app.services.orchestration.gate import ActionGate

__all__ = ["MOST_PAGES", "ActionGate"]
