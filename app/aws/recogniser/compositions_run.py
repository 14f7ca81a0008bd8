"""People, functions, queues, containers, keys, names and rules: their nested parameters from a clause.

Refuses what is stored (``compositions_store``), measured (``compositions_measure``) and EC2 (``compositions_ec2``).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from app.aws.recogniser.filling import Filling
from app.aws.recogniser.fitting import number_of
from app.aws.recogniser.text import Kind

_MANAGED = re.compile(r"[A-Z][A-Za-z0-9_-]{5,60}")

_MANAGED_PATHS = {
    "AWSLambdaBasicExecutionRole": "service-role/",
    "AWSLambdaVPCAccessExecutionRole": "service-role/",
    "AmazonECSTaskExecutionRolePolicy": "service-role/",
    "AdministratorAccess": "",
    "PowerUserAccess": "",
    "ReadOnlyAccess": "",
    "SecurityAudit": "",
    "ViewOnlyAccess": "job-function/",
    "Billing": "job-function/",
    "IAMFullAccess": "",
    "CloudWatchFullAccess": "",
    "CloudWatchLogsFullAccess": "",
    "IAMReadOnlyAccess": "",
    "IAMUserChangePassword": "",
    "CloudWatchReadOnlyAccess": "",
    "CloudWatchLogsReadOnlyAccess": "",
}


def _policy_arn(filling: Filling) -> None:
    """A name of one of AWS's own policies stands for its ARN; a policy of the account's own needs the ARN itself."""
    for index, token in filling.free(Kind.NAME, Kind.QUOTED, Kind.WORD):
        if not _MANAGED.fullmatch(token.raw):
            continue
        if token.raw in _MANAGED_PATHS or re.fullmatch(
            r"(Amazon|AWS)[A-Za-z0-9]+(Access|Role|Policy|Only|Core)\w*", token.raw
        ):
            path = _MANAGED_PATHS.get(token.raw, "")
            if filling.put("PolicyArn", f"arn:aws:iam::aws:policy/{path}{token.raw}"):
                token.used = True
                return
        neighbours = filling.tokens[max(index - 1, 0) : index] + filling.tokens[index + 1 : index + 2]
        if any(other.word == "policy" for other in neighbours):
            token.used = True  # the name of a policy is never the name of the user or the role


def _policy_named(filling: Filling) -> None:
    _policy_arn(filling)
    for noun, token in list(filling.named()):
        if noun == "policy":
            token.used = True


def _access_key(filling: Filling) -> None:
    for _, token in filling.free(Kind.NAME, Kind.QUOTED):
        if re.fullmatch(r"A(KIA|SIA)[A-Z0-9]{12,}", token.raw) and filling.put("AccessKeyId", token.raw):
            token.used = True
    if filling.shape("Status") is not None:
        filling.put("Status", "Inactive" if filling.verb in {"disable", "deactivate"} else None) or filling.put(
            "Status", "Active" if filling.verb in {"enable", "activate"} else None
        )


def _new_password(filling: Filling) -> None:
    filling.put(
        "PasswordResetRequired", True if filling.has_any("reset", "change") and filling.verb == "create" else None
    )
    token = filling.after("password")
    if token is not None and token.kind is Kind.QUOTED and filling.put("Password", token.raw):
        token.used = True


def _invoke(filling: Filling) -> None:
    for _, token in filling.free(Kind.JSON):
        if filling.put("Payload", token.raw):
            token.used = True
    payload = filling.after("payload", "input")
    if payload is not None and payload.kind is Kind.QUOTED and filling.put("Payload", payload.raw):
        payload.used = True
    if filling.has_any("asynchronously", "async"):
        filling.put("InvocationType", "Event")


def _function_settings(filling: Filling) -> None:
    if filling.has("environment"):
        pairs = [token for _, token in filling.free(Kind.PAIR)]
        if pairs and filling.put("Environment", {"Variables": {token.key: token.raw for token in pairs}}):
            for token in pairs:
                token.used = True
    if (minutes := _minutes(filling)) is not None:
        filling.put("Timeout", minutes * 60)


def _minutes(filling: Filling) -> int | None:
    if not filling.has("timeout"):
        return None
    for index, token in enumerate(filling.tokens[1:], start=1):
        if token.word == "minute" and (count := number_of(filling.tokens[index - 1])) is not None:
            filling.tokens[index - 1].used = True
            return count
    return None


def _concurrency(filling: Filling) -> None:
    number = filling.number_near("concurrency", "to", "execution")
    if number is not None:
        filling.put("ReservedConcurrentExecutions", number)


def _create_queue(filling: Filling) -> None:
    attributes: dict[str, str] = {}
    fifo = filling.has_any("fifo")
    for noun, token in list(filling.named()):
        if noun in {"queue", "topic", ""} and (name := filling.identifier()) is not None:
            raw = token.raw if not fifo or token.raw.endswith(".fifo") else f"{token.raw}.fifo"
            fifo = fifo or raw.endswith(".fifo")
            token.used = filling.put(name, raw)
            break
    if fifo:
        attributes["FifoQueue" if filling.operation.id.service == "sqs" else "FifoTopic"] = "true"
    if filling.has("visibility", "timeout") and (seconds := filling.number_near("timeout")) is not None:
        attributes["VisibilityTimeout"] = str(seconds)
    if attributes:
        filling.put("Attributes", attributes)


def _queue_attributes(filling: Filling) -> None:
    if filling.operation.id.operation == "GetQueueAttributes":
        counted = filling.has_any("many", "number", "count", "depth", "backlog", "visible", "approx", "approximate")
        hidden = filling.has("flight") or filling.has("invisible")
        name = "ApproximateNumberOfMessagesNotVisible" if hidden else "ApproximateNumberOfMessages"
        filling.put("AttributeNames", [name] if counted else ["All"])
    elif filling.has("visibility", "timeout") and (seconds := filling.number_near("timeout")) is not None:
        minutes = filling.has_any("minute", "min")
        filling.put("Attributes", {"VisibilityTimeout": str(seconds * 60 if minutes else seconds)})


def _message(filling: Filling) -> None:
    name = "MessageBody" if filling.shape("MessageBody") is not None else "Message"
    subject = filling.after("subject")
    if subject is not None and filling.put("Subject", subject.raw):
        subject.used = True
    for _, token in filling.free(Kind.QUOTED, Kind.JSON):
        if filling.put(name, token.raw):
            token.used = True
            break
    for _, token in filling.free(Kind.NAME):
        if re.fullmatch(r"\+\d{7,15}", token.raw) and filling.put("PhoneNumber", token.raw):
            token.used = True


def _subscribe(filling: Filling) -> None:
    for kind, protocol in ((Kind.EMAIL, "email"), (Kind.URL, "https"), (Kind.ARN, "")):
        for _, token in list(filling.free(kind)):
            service = token.raw.split(":")[2] if kind is Kind.ARN else ""
            if service == "sns" or "Endpoint" in filling.values:
                continue
            chosen = service if kind is Kind.ARN else token.raw.split(":")[0] if kind is Kind.URL else protocol
            if chosen in {"email", "https", "http", "lambda", "sqs", "firehose"}:
                filling.put("Protocol", chosen)
                filling.put("Endpoint", token.raw)
                token.used = True


def _register_targets(filling: Filling) -> None:
    targets = [token for _, token in filling.free(Kind.ID, Kind.IP)]
    if targets and filling.put("Targets", [{"Id": token.raw} for token in targets]):
        for token in targets:
            token.used = True


def _invalidation(filling: Filling) -> None:
    paths = [token for _, token in filling.free(Kind.PATH)]
    items = [token.raw for token in paths] or (["/*"] if filling.has_any("everything", "all") else [])
    if items:
        # The reference makes the call repeatable: the same paths at the same minute are the same invalidation.
        reference = f"baton-{filling.now:%Y%m%d%H%M}"
        batch = {"Paths": {"Quantity": len(items), "Items": items}, "CallerReference": reference}
        filling.put("InvalidationBatch", batch)
    for token in paths:
        token.used = True
    for _, token in filling.free(Kind.NAME):
        if re.fullmatch(r"E[A-Z0-9]{7,20}", token.raw) and filling.put("DistributionId", token.raw):
            token.used = True


def _service(filling: Filling) -> None:
    count = filling.number_near("count", "to", "task")
    if count is not None:
        filling.put("desiredCount", count)
    if (
        filling.verb in {"deploy", "redeploy", "restart"}
        or filling.verb == "force"
        or filling.has("force", "deployment")
    ):
        filling.put("forceNewDeployment", True)


def _services(filling: Filling) -> None:
    for noun, token in list(filling.named()):
        if noun == "service" and filling.put("services", [token.raw]):
            token.used = True


def _tasks(filling: Filling) -> None:
    if filling.operation.id.operation == "ListTasks":
        for noun, token in list(filling.named()):
            if noun == "service" and filling.put("serviceName", token.raw):
                token.used = True


def _group_capacity(filling: Filling) -> None:
    if filling.shape("DesiredCapacity") is not None:
        number = filling.number_near("capacity", "desired")
        if number is None and filling.operation.id.operation == "SetDesiredCapacity":
            number = filling.number_near("to", "instance")
        if number is not None:
            filling.put("DesiredCapacity", number)
    if filling.shape("MinSize") is not None:
        for name, wanted in (("MinSize", ("min", "minimum")), ("MaxSize", ("max", "maximum"))):
            number = filling.number_near(*wanted)
            if number is None:
                number = _after_two(filling, wanted)
            if number is not None:
                filling.put(name, number)


def _after_two(filling: Filling, wanted: tuple[str, ...]) -> int | None:
    """``max size to 5``: the number after the word after the word."""
    for index, token in enumerate(filling.tokens):
        if token.word in wanted:
            for later in filling.tokens[index + 1 : index + 5]:
                if later.word in {"min", "max", "minimum", "maximum"}:
                    break
                if (number := number_of(later)) is not None and not later.used:
                    later.used = True
                    return number
    return None


def _run_command(filling: Filling) -> None:
    quoted = next((token for _, token in filling.free(Kind.QUOTED)), None)
    if quoted is not None and filling.put("Parameters", {"commands": [quoted.raw]}):
        filling.put("DocumentName", "AWS-RunShellScript")
        quoted.used = True


def _session(filling: Filling) -> None:
    for _, token in filling.free(Kind.ID):
        token.used = filling.put("Target", token.raw)


def _key_deletion(filling: Filling) -> None:
    if (days := filling.number_near("day", "window", "in", "after")) is not None:
        filling.put("PendingWindowInDays", days)


def _key_alias(filling: Filling) -> None:
    for _, token in filling.free(Kind.NAME, Kind.QUOTED):
        if token.raw.startswith("alias/"):
            token.used = filling.put("KeyId", token.raw) or filling.put("AliasName", token.raw)


def _dns_record(filling: Filling) -> None:
    kind = next(
        (token for token in filling.tokens if token.raw in {"A", "AAAA", "CNAME", "TXT", "MX", "a", "cname", "txt"}),
        None,
    )
    name = next((token for _, token in filling.free(Kind.DOMAIN)), None)
    value = next((token for _, token in filling.free(Kind.IP, Kind.QUOTED)), None)
    if value is None:
        value = next((token for _, token in filling.free(Kind.DOMAIN) if token is not name), None)
    for _, token in filling.free(Kind.NAME):
        if re.fullmatch(r"Z[A-Z0-9]{8,32}", token.raw) and filling.put("HostedZoneId", token.raw):
            token.used = True
    if name is None or value is None:
        return
    chosen = kind.raw.upper() if kind is not None and kind.raw != "a" else ("A" if value.kind is Kind.IP else "CNAME")
    action = {"delete": "DELETE", "remove": "DELETE", "create": "CREATE", "add": "CREATE"}.get(filling.verb, "UPSERT")
    ttl = filling.number_near("ttl") or 300
    record = {"Name": name.raw, "Type": chosen, "TTL": ttl, "ResourceRecords": [{"Value": value.raw}]}
    filling.put("ChangeBatch", {"Changes": [{"Action": action, "ResourceRecordSet": record}]})
    name.used = value.used = True


def _zone_id(filling: Filling) -> None:
    for _, token in filling.free(Kind.NAME):
        if re.fullmatch(r"Z[A-Z0-9]{8,32}", token.raw):
            token.used = filling.put("HostedZoneId", token.raw) or filling.put("Id", token.raw)


def _key_use(filling: Filling) -> None:
    for _, token in filling.free(Kind.QUOTED):
        token.used = filling.put("Plaintext", token.raw)
    _key_alias(filling)


def _domain_certificate(filling: Filling) -> None:
    for _, token in filling.free(Kind.DOMAIN):
        if filling.put("DomainName", token.raw):
            token.used = True
    if filling.has_any("dns"):
        filling.put("ValidationMethod", "DNS")


def _stack(filling: Filling) -> None:
    words = {token.raw.casefold() for token in filling.tokens}
    if "iam" in words or "capability_iam" in words:
        filling.put("Capabilities", ["CAPABILITY_NAMED_IAM" if "named" in words else "CAPABILITY_IAM"])
    for _, token in filling.free(Kind.URL):
        token.used = filling.put("TemplateURL", token.raw)


def _rule(filling: Filling) -> None:
    for _, token in filling.free(Kind.QUOTED):
        if token.raw.startswith(("rate(", "cron(")) and filling.put("ScheduleExpression", token.raw):
            token.used = True
    for index, token in enumerate(filling.tokens[:-1]):
        if token.word != "every" or "ScheduleExpression" in filling.values:
            continue
        count = number_of(filling.tokens[index + 1])
        unit = filling.tokens[index + (1 if count is None else 2) :][:1]
        if unit and unit[0].word in {"minute", "hour", "day"}:
            number = count or 1
            filling.put("ScheduleExpression", f"rate({number} {unit[0].word}{'' if number == 1 else 's'})")
            if count is not None:
                filling.tokens[index + 1].used = True


def _speech(filling: Filling) -> None:
    quoted = next((token for _, token in filling.free(Kind.QUOTED)), None)
    if quoted is not None and filling.put("Text", quoted.raw):
        quoted.used = True


def _email(filling: Filling) -> None:
    for _, token in filling.free(Kind.EMAIL, Kind.DOMAIN):
        token.used = filling.put("EmailIdentity", token.raw)


def _quota(filling: Filling) -> None:
    for index, token in enumerate(filling.tokens[1:], start=1):
        if filling.tokens[index - 1].word in {"for", "of"} and token.kind in {Kind.WORD, Kind.NAME}:
            token.used = filling.put("ServiceCode", token.raw.casefold())


def _renamed(filling: Filling) -> None:
    for index, token in enumerate(filling.tokens[1:], start=1):
        if filling.tokens[index - 1].word == "to" and token.kind in {Kind.WORD, Kind.NAME, Kind.QUOTED}:
            token.used = filling.put("NewUserName", token.raw)


def _image_tag(filling: Filling) -> None:
    """``api:1.8.2``: an image by its repository and tag."""
    for _, token in filling.free(Kind.NAME, Kind.QUOTED):
        name, colon, tag = token.raw.partition(":")
        if colon and filling.put("repositoryName", name):
            token.used = filling.put("imageId", {"imageTag": tag})


_LANGUAGES = {"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt",
              "dutch": "nl", "japanese": "ja", "chinese": "zh", "korean": "ko", "arabic": "ar", "russian": "ru",
              "polish": "pl", "turkish": "tr", "hindi": "hi", "swedish": "sv"}  # fmt: skip


def _translation(filling: Filling) -> None:
    _speech(filling)
    said = [(place, _LANGUAGES[token.word]) for place, token in enumerate(filling.tokens) if token.word in _LANGUAGES]
    for place, code in said:
        before = filling.tokens[place - 1].word if place else "from"
        if before in {"to", "into"} or (len(said) == 1 and before != "from"):
            filling.put("TargetLanguageCode", code)
        else:
            filling.put("SourceLanguageCode", code)
        filling.tokens[place].used = True


def _images(filling: Filling) -> None:
    """``tags rc1 and rc2``, ``web:1.2``: images by tag, or by digest."""
    ids: list[dict[str, str]] = []
    tags = False
    for token in filling.tokens:
        tags = (tags or token.word == "tag") and token.word not in {"from", "of", "in"}
        if token.used or token.kind not in {Kind.NAME, Kind.QUOTED, Kind.NUMBER}:
            continue
        name, colon, tag = token.raw.partition(":")
        if name == "sha256":
            ids.append({"imageDigest": token.raw})
        elif colon and filling.put("repositoryName", name):
            ids.append({"imageTag": tag})
        elif tags:
            ids.append({"imageTag": token.raw})
        else:
            continue
        token.used = True
    if ids:
        filling.put("imageIds", ids)


RUN: Mapping[str, Callable[[Filling], None]] = {
    "iam:AttachUserPolicy": _policy_named,
    "iam:AttachRolePolicy": _policy_named,
    "iam:AttachGroupPolicy": _policy_named,
    "iam:DetachUserPolicy": _policy_named,
    "iam:DetachRolePolicy": _policy_named,
    "iam:DetachGroupPolicy": _policy_named,
    "iam:UpdateUser": _renamed,
    "iam:GetPolicy": _policy_arn,
    "iam:UpdateAccessKey": _access_key,
    "iam:DeleteAccessKey": _access_key,
    "iam:GetAccessKeyLastUsed": _access_key,
    "iam:CreateLoginProfile": _new_password,
    "iam:UpdateLoginProfile": _new_password,
    "lambda:Invoke": _invoke,
    "lambda:UpdateFunctionConfiguration": _function_settings,
    "lambda:CreateFunction": _function_settings,
    "lambda:PutFunctionConcurrency": _concurrency,
    "sqs:CreateQueue": _create_queue,
    "sns:CreateTopic": _create_queue,
    "sqs:GetQueueAttributes": _queue_attributes,
    "sqs:SetQueueAttributes": _queue_attributes,
    "sqs:SendMessage": _message,
    "sns:Publish": _message,
    "sns:Subscribe": _subscribe,
    "elbv2:RegisterTargets": _register_targets,
    "elbv2:DeregisterTargets": _register_targets,
    "cloudfront:CreateInvalidation": _invalidation,
    "ecs:UpdateService": _service,
    "ecs:DescribeServices": _services,
    "ecs:ListTasks": _tasks,
    "autoscaling:SetDesiredCapacity": _group_capacity,
    "autoscaling:UpdateAutoScalingGroup": _group_capacity,
    "ssm:SendCommand": _run_command,
    "ssm:StartSession": _session,
    "ecr:BatchDeleteImage": _images,
    "ecr:DescribeImages": _images,
    "kms:ScheduleKeyDeletion": _key_deletion,
    "kms:DescribeKey": _key_alias,
    "kms:Encrypt": _key_use,
    "route53:ChangeResourceRecordSets": _dns_record,
    "route53:ListResourceRecordSets": _zone_id,
    "route53:GetHostedZone": _zone_id,
    "route53:DeleteHostedZone": _zone_id,
    "acm:RequestCertificate": _domain_certificate,
    "cloudformation:CreateStack": _stack,
    "cloudformation:UpdateStack": _stack,
    "events:PutRule": _rule,
    "polly:SynthesizeSpeech": _speech,
    "translate:TranslateText": _translation,
    "ecr:DescribeImageScanFindings": _image_tag,
    "ecr:StartImageScan": _image_tag,
    "comprehend:DetectSentiment": _speech,
    "sesv2:CreateEmailIdentity": _email,
    "service-quotas:ListServiceQuotas": _quota,
}
