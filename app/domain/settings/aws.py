"""Which account and region a chat begins with, what runs unasked there, and where Bedrock is."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked
from app.domain.setting_info import setting

AWS = marked("AWS")


@dataclass(frozen=True, kw_only=True)
class AwsSettings:
    default_account: str = setting(
        "",
        section=AWS,
        title=marked("Account for new chats"),
        help=marked(
            "A profile of your AWS configuration, or demo. Empty: your default profile, or the demo account where "
            "there is none."
        ),
    )
    default_region: str = setting(
        "", section=AWS, title=marked("Region for new chats"), help=marked("As in eu-west-1. Empty: the account's own.")
    )
    aws_run_reads: bool = setting(
        True,
        section=AWS,
        title=marked("Run reads without asking"),
        help=marked(
            "Only calls classed as read: they change nothing and disclose no secrets. Everything else always asks."
        ),
        safest=False,
    )
    aws_read_only: bool = setting(
        False,
        section=AWS,
        title=marked("Read only"),
        help=marked("Refuse every call that is not classed as read."),
        safest=True,
    )
    aws_page_limit: int = setting(
        10,
        section=AWS,
        title=marked("Pages to follow"),
        help=marked("How many pages of a long result are fetched; a result that was cut says so."),
        minimum=1,
        maximum=1000,
        unit=marked("pages"),
    )
    aws_timeout_s: int = setting(
        60,
        section=AWS,
        title=marked("Wait for AWS at most"),
        help=marked("Seconds for one request."),
        minimum=1,
        maximum=900,
        unit=marked("s"),
    )
    aws_parallel_calls: int = setting(
        16,
        section=AWS,
        title=marked("Calls at the same time"),
        help=marked("For one question in several accounts and regions."),
        minimum=1,
        maximum=64,
    )
    bedrock_profile: str = setting(
        "",
        section=AWS,
        title=marked("Profile for Bedrock"),
        help=marked(
            "Whose models bedrock:… are: a profile of your AWS configuration; no key is needed. Empty: your default "
            "profile."
        ),
    )
    bedrock_region: str = setting(
        "",
        section=AWS,
        title=marked("Region for Bedrock"),
        help=marked("As in us-east-1; regions have different models. Empty: the profile's own."),
    )
