"""What a call's own parameters add to its operation's risk, and what the person must see. Refuses to lower a risk."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.aws.risk.findings import Finding, is_true, leaves, opened
from app.aws.risk.judge import raised
from app.aws.risk.names import named_findings
from app.aws.risk.openness import open_ports
from app.aws.risk.operations import OPERATION_RULES
from app.aws.risk.policies import policy_findings
from app.aws.risk.statements import sql_findings
from app.domain.aws import Call, Classification, Risk
from app.domain.language import tr

# Their rules take openness away, or speak of what goes out, so a wide range in them opens nothing.
_CLOSING = ("Revoke", "Delete", "Remove", "Describe", "Disassociate")
_DECRYPTS = "withdecryption"


def call_findings(call: Call, risk: Risk) -> Sequence[Finding]:
    """All that there is to say of a call's parameters; ``risk``: that of its operation."""
    return tuple(_findings(call, risk))


def raised_by(classification: Classification, findings: Sequence[Finding]) -> Classification:
    """The operation's classification, raised where the parameters make the call riskier."""
    for finding in findings:
        if finding.risk is not None:
            classification = raised(classification, finding.risk, finding.sentence)
    return classification


def warnings_of(findings: Sequence[Finding]) -> Sequence[str]:
    """What the person must notice, one sentence each."""
    return list(dict.fromkeys(finding.sentence for finding in findings))


def _findings(call: Call, risk: Risk) -> Iterator[Finding]:
    own = OPERATION_RULES.get(str(call.id))
    if own is not None:
        yield from own(call.parameters)
    looked_into = opened(call.parameters)
    parameters = looked_into if isinstance(looked_into, Mapping) else call.parameters
    yield from _decryption(parameters)
    if risk in (Risk.READ, Risk.SENSITIVE_READ):
        return
    lets_in = own in (None, open_ports) and not call.id.operation.startswith(_CLOSING)
    ports = tuple(open_ports(parameters)) if lets_in else ()
    yield from ports
    yield from named_findings(parameters, ports_told=bool(ports))
    yield from policy_findings(parameters)
    yield from sql_findings(parameters)


def _decryption(parameters: Mapping[str, object]) -> Iterator[Finding]:
    if any(path and path[-1].casefold() == _DECRYPTS and is_true(value) for path, value in leaves(parameters)):
        yield Finding(Risk.SENSITIVE_READ, tr("It decrypts what is stored encrypted."))
