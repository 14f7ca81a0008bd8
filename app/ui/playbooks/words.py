"""The words of the playbooks that ship with Baton, in the person's language; leaves a person's own as they wrote them.

Their files are YAML, where Linguist does not look: each title, description, fix and column stands here once more.
"""

from __future__ import annotations

from dataclasses import replace

from app.domain.aws import Table
from app.domain.language import marked, tr
from app.domain.playbooks import PlaybookHead, PlaybookReport, Severity

SHIPPED = (
    marked("Alarms firing"),
    marked("CloudWatch alarms that are in alarm now, and since when."),
    marked("What changed today"),
    marked("Calls of today that were no reads, with who made them, as CloudTrail has them (with some minutes' delay)."),
    marked("Cost by service"),
    marked("What each service has cost this month so far. AWS takes one cent for the question."),
    marked("Expiring certificates"),
    marked("Certificates that end within 30 days, or have ended."),
    marked("Idle instances"),
    marked("Running instances whose processor was busy less than 5 % of the time, in every day of the last two weeks."),
    marked("Logs kept for ever"),
    marked("Log groups without a retention, which grow and cost more each month."),
    marked("Old access keys"),
    marked("Active keys of IAM users that are older than 90 days."),
    marked("Open security groups"),
    marked("Rules that let the whole internet in on anything but HTTP and HTTPS."),
    marked("Public buckets"),
    marked(
        "Buckets that anyone on the internet may read or write, by their policy or their ACL, and that nothing blocks."
    ),
    marked("Unattached volumes"),
    marked("EBS volumes that no instance uses. They cost the same as attached ones."),
    marked("Unencrypted databases"),
    marked("RDS instances whose storage is not encrypted at rest."),
    marked("Unencrypted volumes"),
    marked("EBS volumes whose data is not encrypted at rest. A copy of a snapshot can be; the volume itself cannot."),
    marked("Instances without a name"),
    marked("Instances and their state, where no tag says what they are for."),
    marked("Untagged resources"),
    marked("Resources that the tagging service knows and that carry no tag at all any more."),
    marked("Unused addresses"),
    marked("Elastic IP addresses that lead nowhere. AWS charges for each public address by the hour."),
    marked("Users without MFA"),
    marked("IAM users who can sign in to the console with a password alone."),
    marked("Renew the certificate"),
    marked("Stop the instance"),
    marked("Keep them for 90 days"),
    marked("Deactivate the user's oldest key"),
    marked("Revoke the rule"),
    marked("Block public access"),
    marked("Delete the volume"),
    marked("Keep a snapshot, then delete the volume"),
    marked("Encrypt every new volume of the region"),
    marked("Release the address"),
    marked("Take away the console password"),
    marked("Alarm"),
    marked("Metric"),
    marked("Since"),
    marked("Why"),
    marked("Acts"),
    marked("Time"),
    marked("Who"),
    marked("Service"),
    marked("Call"),
    marked("Resources"),
    marked("Cost"),
    marked("Currency"),
    marked("Certificate"),
    marked("Days left"),
    marked("Ends"),
    marked("Renewed by itself"),
    marked("Used by"),
    marked("Instance"),
    marked("Name"),
    marked("Type"),
    marked("Busiest day %"),
    marked("Days measured"),
    marked("Group"),
    marked("Stored bytes"),
    marked("User"),
    marked("Keys"),
    marked("Oldest, days"),
    marked("Rule"),
    marked("Protocol"),
    marked("From port"),
    marked("To port"),
    marked("Source"),
    marked("Says"),
    marked("Bucket"),
    marked("By its policy"),
    marked("By its ACL"),
    marked("Volume"),
    marked("Size GiB"),
    marked("Created days ago"),
    marked("Database"),
    marked("Engine"),
    marked("Storage GiB"),
    marked("Reachable from the internet"),
    marked("Attached to"),
    marked("State"),
    marked("Launched"),
    marked("Resource"),
    marked("Address"),
    marked("Allocation"),
    marked("Last signed in"),
)
"""All texts of ``resources/playbooks`` that a person reads."""


_SEVERITIES = {
    Severity.HIGH: marked("high"),
    Severity.MEDIUM: marked("medium"),
    Severity.LOW: marked("low"),
    Severity.INFO: marked("info"),
}


def said_table(report: PlaybookReport) -> Table:
    """What a run found, as it is shown: the columns and the severities."""
    table = report.table
    severities = (tr(_SEVERITIES[finding.severity]) for finding in report.findings)
    return replace(
        table,
        columns=tuple(said(report.playbook, column) for column in table.columns),
        rows=tuple((severity, *row[1:]) for severity, row in zip(severities, table.rows, strict=True)),
    )


def said(playbook: PlaybookHead, text: str) -> str:
    """One of the playbook's texts as it is shown."""
    return tr(text) if playbook.is_shipped and text in SHIPPED else text
