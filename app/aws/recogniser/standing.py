"""What a literal stands for by its own form: the nouns of an id, an ARN or a URI. Looks nothing up in AWS."""

from __future__ import annotations

import re

from app.aws.recogniser.lexicon import Lexicon
from app.aws.recogniser.text import Kind, Token, id_prefix
from app.aws.search.words import name_words

# Ids that AWS gives in a form of their own, and what each stands for.
_FORMS_OF_IDS = (
    (re.compile(r"A(?:KIA|SIA)[A-Z0-9]{12,}"), frozenset({"access", "key"})),
    (re.compile(r"E[A-Z0-9]{11,14}"), frozenset({"distribution"})),
    (re.compile(r"Z[A-Z0-9]{8,32}"), frozenset({"hosted", "zone"})),
    (re.compile(r"L-[0-9A-F]{8}"), frozenset({"service", "quota"})),
    (re.compile(r"[a-z]{2}(?:-[a-z]+)+-\d_[A-Za-z0-9]{6,}"), frozenset({"user", "pool"})),
    (re.compile(r"alias/\S+"), frozenset({"alias"})),
    (re.compile(r"AWS-[A-Z]\w+"), frozenset({"command", "document"})),
    (re.compile(r"ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}"), frozenset({"organizational", "unit"})),
)
_ARN_SERVICES = {"elasticloadbalancing": "elbv2", "states": "stepfunctions", "monitoring": "cloudwatch",
                 "elasticfilesystem": "efs", "es": "opensearch", "cognito-idp": "cognito-idp"}  # fmt: skip


def stands_for(token: Token, words: Lexicon) -> tuple[frozenset[str], str]:
    """The nouns that a literal stands for by its own form, and the service an ARN names."""
    match token.kind:
        case Kind.ID:
            names = words.ids.get(id_prefix(token.raw.casefold(), words), ())
            nouns = {word for name in names[-1:] for word in name_words(name)}
            return frozenset(nouns), ""
        case Kind.NAME:
            found = next((nouns for form, nouns in _FORMS_OF_IDS if form.fullmatch(token.raw)), frozenset[str]())
            return found, ""
        case Kind.S3_URI:
            return frozenset({"object" if token.raw.removeprefix("s3://").partition("/")[2] else "bucket"}), ""
        case Kind.INSTANCE_TYPE:
            kinds = {"db": {"database", "db"}, "cache": {"cache", "cluster"}, "ml": set[str]()}
            return frozenset(kinds.get(token.raw.partition(".")[0], {"instance"})), ""
        case Kind.URL if "sqs" in token.raw and "amazonaws" in token.raw:
            return frozenset({"queue"}), ""
        case Kind.ARN:
            _, _, service, _, _, resource = token.raw.split(":", 5)
            kind = re.split(r"[/:]", resource, maxsplit=1)[0] if re.search(r"[/:]", resource) else ""
            kind = kind or {"s3": "bucket", "sns": "topic", "sqs": "queue"}.get(service, "")
            kind = {"targetgroup": "TargetGroup", "loadbalancer": "LoadBalancer", "db": "database"}.get(kind, kind)
            nouns = set(name_words(kind[:1].upper() + kind[1:]))
            return frozenset(nouns), _ARN_SERVICES.get(service, service)
        case _:
            return frozenset(), ""
