"""What a call's own parameters add to its operation's risk, and what the person must see. Refuses to lower a risk."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from app.aws.risk import raised
from app.aws.risk_findings import Finding, is_true, leaves
from app.aws.risk_names import named_findings
from app.aws.risk_openness import open_ports
from app.aws.risk_operations import OPERATION_RULES
from app.aws.risk_policies import policy_findings
from app.aws.risk_statements import sql_findings
from app.domain.aws import Call, Classification, Risk

# Their rules take openness away, or speak of what goes out, so a wide range in them opens nothing.
_CLOSING = ("Revoke", "Delete", "Remove", "Describe", "Disassociate")
_DECRYPTS = "withdecryption"


def classify_call(classification: Classification, call: Call) -> Classification:
    """The operation's classification, raised where the parameters make the call riskier."""
    for finding in _findings(call, classification.risk):
        if finding.risk is not None:
            classification = raised(classification, finding.risk, finding.sentence)
    return classification


def call_warnings(classification: Classification, call: Call) -> Sequence[str]:
    """What the person must notice, one sentence each."""
    return list(dict.fromkeys(finding.sentence for finding in _findings(call, classification.risk)))


def _findings(call: Call, risk: Risk) -> Iterator[Finding]:
    parameters = call.parameters
    if not parameters:
        own = OPERATION_RULES.get(str(call.id))
        yield from own(parameters) if own is not None else ()
        return
    yield from _decryption(call)
    own = OPERATION_RULES.get(str(call.id))
    if own is not None:
        yield from own(parameters)
    if risk in (Risk.READ, Risk.SENSITIVE_READ):
        return
    lets_in = own in (None, open_ports) and not call.id.operation.startswith(_CLOSING)
    opened = tuple(open_ports(parameters)) if lets_in else ()
    yield from opened
    yield from named_findings(parameters, ports_told=bool(opened))
    yield from policy_findings(parameters)
    yield from sql_findings(parameters)


def _decryption(call: Call) -> Iterator[Finding]:
    if any(path and path[-1].casefold() == _DECRYPTS and is_true(value) for path, value in leaves(call.parameters)):
        yield Finding(Risk.SENSITIVE_READ, "It decrypts what is stored encrypted.")
