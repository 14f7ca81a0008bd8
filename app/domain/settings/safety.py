"""The way out of this machine, what may not leave it, and what is held back."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.language import marked
from app.domain.network import proxy_setting_problem
from app.domain.setting_info import setting

NETWORK = marked("Network")
PRIVACY = marked("Privacy")
MODERATION = marked("Moderation")


@dataclass(frozen=True, kw_only=True)
class SafetySettings:
    proxy: str = setting(
        "system",
        section=NETWORK,
        title=marked("Proxy"),
        help=marked(
            "system: whatever this machine's settings or HTTPS_PROXY name. none: no proxy. Or an address, as in "
            "http://user@proxy.example.com:3128; its password is kept with: baton keys set proxy. What runs on this "
            "machine is always reached without."
        ),
        check=proxy_setting_problem,
    )
    ca_file: str = setting(
        "",
        section=NETWORK,
        title=marked("Certificate file"),
        help=marked(
            "Certificates in PEM form that are trusted beside the system's, for a company's proxy. Empty: none."
        ),
    )
    redact_for_models: bool = setting(
        True,
        section=PRIVACY,
        title=marked("Hide secrets from cloud models"),
        help=marked(
            "Keys, tokens and passwords found in a message or a result are replaced before they are sent to a model "
            "that does not run on this machine."
        ),
    )
    hide_identifiers: bool = setting(
        False,
        section=PRIVACY,
        title=marked("Hide who and where from cloud models"),
        help=marked(
            "Account ids, names in ARNs, buckets, IP addresses, host names and e-mail addresses are sent as "
            "placeholders such as ACCOUNT_1, and put back into the answer and into proposed calls here."
        ),
        safest=True,
    )
    hidden_words: str = setting(
        "",
        section=PRIVACY,
        title=marked("Your own words to hide"),
        help=marked(
            "One a line: names of people, customers, projects. Sent as placeholders too, wherever they stand, whether "
            "the switch above is on or not."
        ),
        multiline=True,
    )
    refuse_files_elsewhere: bool = setting(
        False,
        section=PRIVACY,
        title=marked("Refuse pictures and PDFs for cloud models"),
        help=marked(
            "Nothing in a picture or a PDF can be hidden. Refused ones are sent to models on this machine only."
        ),
        safest=True,
    )
    moderation: str = setting(
        "off",
        section=MODERATION,
        title=marked("Check messages and answers"),
        help=marked("What the filter holds back is neither sent nor shown; what it cannot judge is held back too."),
        choices=(
            ("off", marked("Not at all")),
            ("words", marked("By your own list below, on this machine")),
            ("model", marked("By a model on this machine")),
            ("vendor", marked("By a vendor's moderation endpoint")),
        ),
    )
    moderation_words: str = setting(
        "",
        section=MODERATION,
        title=marked("Words that are held back"),
        help=marked("One a line; upper and lower case are the same. A line between slashes is a regular expression."),
        multiline=True,
    )
    moderation_model: str = setting(
        "",
        section=MODERATION,
        title=marked("Model that judges"),
        help=marked("As local:NAME; one that does not run on this machine is refused."),
    )
    moderation_provider: str = setting(
        "openai",
        section=MODERATION,
        title=marked("Endpoint that judges"),
        help=marked(
            "openai, or the name of an endpoint with OpenAI's /moderations. What models on this machine are told is "
            "never sent there."
        ),
    )
