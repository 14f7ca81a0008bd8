"""``builtin:rules``: the offline recogniser behind the same stream of events as any model. Refuses to chat.

It keeps nothing between requests: what was asked before, and which answer belongs to which question, is read from the
conversation each time. What a tool returned is only ever counted and quoted, never obeyed.
"""

from __future__ import annotations

import asyncio
import hashlib
import json
import re
from collections.abc import AsyncIterator, Mapping, Sequence

from app.domain.aws import OperationId, Recognition, Risk, Tool
from app.domain.errors import NotFoundError
from app.domain.language import marked, plural, tr
from app.domain.messages import Message, Role, ToolCallPart, ToolResultPart
from app.domain.models import RULES_MODEL, Capabilities, ModelInfo
from app.domain.parameters import not_taken
from app.domain.ports import ChatRequest, Recogniser
from app.domain.quoting import own_words
from app.domain.stream import Finished, FinishReason, Progress, StreamEvent, TextDelta, ToolCallRequested, Usage
from app.domain.text import visible
from app.providers.attachments import refuse_files
from app.providers.exchanges import turn_start
from app.providers.rules_lookups import LOOK_UP, Asked, from_aws, is_look_up, spoken_places, told_of

_HELP = (
    marked("I turn plain requests into AWS calls, offline and without a model. {why}For example:"),
    # As they are: the recogniser reads English.
    (
        "- `show the running instances in Ireland`\n"
        "- `create a bucket called team-logs-2026`\n"
        "- `how much did I spend last month?`"
    ),
    marked(
        "For a conversation about anything else, choose a model. Add a key in Settings > Keys, or: "
        "`baton keys set anthropic`. Or get one that runs here in Settings > Model files, or: "
        "`baton models pull REPOSITORY`."
    ),
)

_NO_TOOLS = marked(
    "AWS is switched off in this conversation, and it is the one thing I do. Switch it on by choosing an account in "
    "the badge above the conversation, or: `--aws demo`; the demo account needs no credentials and nothing leaves this "
    "machine. For plain conversation choose another model in the badge beside it, or: `baton models` lists them."
)

_EXAMPLES = {
    "bucket": "team-logs-2026",
    "queueurl": "https://sqs.eu-west-1.amazonaws.com/123456789012/jobs",
    "instanceids": "i-0123456789abcdef0",
    "instanceid": "i-0123456789abcdef0",
    "imageid": "ami-0123456789abcdef0",
    "groupid": "sg-0123456789abcdef0",
    "volumeid": "vol-0123456789abcdef0",
    "vpcid": "vpc-0123456789abcdef0",
    "subnetid": "subnet-0123456789abcdef0",
    "snapshotid": "snap-0123456789abcdef0",
    "availabilityzone": "eu-west-1a",
    "cidrblock": "10.0.0.0/16",
    "topicarn": "arn:aws:sns:eu-west-1:123456789012:alerts",
    "policyarn": "arn:aws:iam::aws:policy/ReadOnlyAccess",
    "rolearn": "arn:aws:iam::123456789012:role/deploy",
    "key": "reports/2026.csv",
    "loggroupname": "/app/web",
    "ippermissions": "ssh from 203.0.113.7",
    "maxresults": "20",
    "domainname": "www.example.com",
    "assumerolepolicydocument": '{"Version": "2012-10-17", "Statement": []}',
}
_NEVER_MIND = frozenset({"no", "cancel", "never mind", "nevermind", "stop", "forget it", "abort", "nothing", "none"})
_NO_ANSWER = frozenset(
    {
        "thanks",
        "thank you",
        "ok",
        "okay",
        "yes",
        "hello",
        "hi",
        "why",
        "what",
        "help",
        "how",
        "which",
        "wait",
        "huh",
        "sure",
    }
)
_SPOKEN = {
    "ippermissions": marked("Which port, and from where?"),
    "maxresults": marked("Which number of results at most?"),
    "queueurl": marked("Which queue? Its URL, please."),
    "policyarn": marked("Which policy? Its ARN, please, or the name of one of AWS's own."),
    "assumerolepolicydocument": marked("Which trust policy, as JSON?"),
}
_VALUE = re.compile(r"\S*[\d/:._-]\S*")
_FREE_TEXT = re.compile(r"(?i)message|body|description|string|text|comment|content|reason|value$")
_LEAD = re.compile(
    r"^(?:(?:it'?s|its|it is|use|from|on|in|to|the|one|is|called|named|name|please|take|my|a|an)\s+)+", re.IGNORECASE
)


class RulesProvider:
    """Implements ``ChatProvider`` as ``builtin`` with its one model ``rules``."""

    name = RULES_MODEL.provider
    needs_key = False

    def __init__(self, recogniser: Recogniser) -> None:
        self._recogniser = recogniser
        self.title = tr("Built in, no model")

    async def models(self) -> Sequence[ModelInfo]:
        """The one model; there is nothing to ask for it."""
        return (
            ModelInfo(
                id=RULES_MODEL,
                title=tr("AWS requests, no model needed"),
                capabilities=Capabilities(
                    tools=True, system_prompt=False, refused=not_taken((), model=tr("The offline recogniser"))
                ),
                is_private=True,
            ),
        )

    async def stream(self, request: ChatRequest) -> AsyncIterator[StreamEvent]:
        """Answer the last message of the person, or say what a tool's result holds."""
        if request.model != RULES_MODEL.name:
            raise NotFoundError(
                tr("{name!r} has no model {model!r}.", name=self.name, model=request.model),
                remedy=tr("Its one model is {model}.", model=RULES_MODEL),
            )
        refuse_files(request.messages[turn_start(request.messages) :], title=tr("Baton's own recogniser"))
        # The first time ever, AWS's operations are indexed, which takes seconds.
        yield Progress(text=tr("Looking through AWS's operations…"))
        text, call = await asyncio.to_thread(self._answer, request)
        yield TextDelta(text=text)
        if call is not None:
            yield ToolCallRequested(call=call)
        yield Usage()
        yield Finished(reason=FinishReason.TOOL_CALLS if call is not None else FinishReason.STOP)

    async def aclose(self) -> None:
        """Nothing is held."""

    def _answer(self, request: ChatRequest) -> tuple[str, ToolCallPart | None]:
        messages = list(request.messages)
        if messages and messages[-1].role is Role.TOOL:
            results = [part for part in messages[-1].parts if isinstance(part, ToolResultPart)]
            if not any(is_look_up(part) for part in results):
                return "\n\n".join(_told(part) for part in results) or tr("The call returned nothing."), None
        offered = {tool.name for tool in request.tools}
        if Tool.PROPOSE not in offered:
            return tr(_NO_TOOLS), None
        return self._understood(messages, plans=Tool.PLAN in offered)

    def _understood(self, messages: Sequence[Message], *, plans: bool) -> tuple[str, ToolCallPart | None]:
        events = _events(messages)
        if not events:
            return _help(), None
        asked: Asked | None = None
        answered = False
        for place, event in enumerate(events):
            last = place == len(events) - 1
            if isinstance(event, ToolResultPart):
                if asked is not None:
                    asked.offer(self._recogniser)
                trouble = asked.looked_up(told_of(event), self._recogniser) if asked is not None else ""
                if trouble and last:
                    return f"{trouble} {_told(event)}", None
                continue
            if asked is not None and event.strip(" .!").casefold() in _NEVER_MIND:
                if last:
                    return tr("All right; nothing is done."), None
                asked = None
                continue
            if asked is not None and asked.choose(event):
                answered = True
                continue
            current = self._recogniser.recognise(event)
            merged = self._combined(asked.found, event, current) if asked is not None and asked.asks_value else None
            answered = merged is not None
            current = merged or current
            if asked is not None and current.operation is None and not last:
                continue
            if asked is not None and current.operation is None:
                return tr("That does not fit.") + " " + self._asks(asked), None
            asked = Asked(current) if current.operation is not None else None
        if asked is None:
            return _help(tr("I see no AWS request in that.") + " "), None
        return self._reply(asked, answered, seed=f"{len(messages)}:{events[-1]}", plans=plans)

    def _asks(self, asked: Asked) -> str:
        question = asked.question()
        if question and asked.offered is not None:
            return f"{_question(asked.found, hinted=False)} {question}"
        return question or (_question(asked.found) if asked.found.missing else "")

    def _reply(self, asked: Asked, answered: bool, *, seed: str, plans: bool) -> tuple[str, ToolCallPart | None]:
        asked.offer(self._recogniser)
        if asked.question():
            return self._asks(asked), None
        if (lookup := asked.next_lookup()) is not None:
            arguments: dict[str, object] = {
                "service": lookup.read.service,
                "operation": lookup.read.operation,
                "parameters": dict(lookup.read_parameters),
            }
            if asked.found.region is not None:
                arguments["region"] = asked.found.region
            call = _call(f"{LOOK_UP}{len(asked.resolved)}", Tool.PROPOSE, arguments, seed)
            if not lookup.name:
                return tr("I look up what there is to choose from."), call
            return tr("I look up which one is {name}.", name=visible(lookup.name)), call
        if asked.found.missing:
            question = _question(asked.found)
            return (tr("Thank you.") + " " + question if answered else question), None
        if asked.found.steps:
            return _planned(asked.found, seed, plans=plans)
        return _proposed(asked.found, seed)

    def _combined(self, pending: Recognition, answer: str, current: Recognition) -> Recognition | None:
        """The earlier request with the answer to what it lacked, or ``None`` where this is no answer to it."""
        name = pending.missing[0]
        value = _LEAD.sub("", answer.strip().rstrip(".!")).strip("\"'` ")
        bare = all(_VALUE.fullmatch(word) or word in {"and", "or"} for word in value.replace(",", " ").split())
        other = current.operation is not None and current.operation != pending.operation
        if not value or value.rstrip("?").casefold() in _NO_ANSWER or (other and not bare and current.confidence > 0.5):
            return None
        listed = ",".join(part for part in re.split(r"\s*(?:,|\band\b)\s*", value) if part)
        plain = listed if re.fullmatch(r"[\w,./:-]+", listed) and "," in listed else value
        quote = "'" if '"' in plain else '"'
        direct = f"{pending.query.rstrip(' .!?')} {name}={quote}{plain}{quote}"
        spoken = f"{pending.query.rstrip(' .!?')} {answer}"
        wordy = " " in plain and not _FREE_TEXT.search(name)
        for text in (spoken,) if wordy else (direct, spoken):
            merged = self._recogniser.recognise(text)
            if merged.operation == pending.operation and len(merged.missing) < len(pending.missing):
                return merged
        return None


def _events(messages: Sequence[Message]) -> list[str | ToolResultPart]:
    """What the person said, and what look-ups gave, since the last call proper: only that can still belong together.

    What a message quotes is left out: it is data, neither a request nor an answer.
    """
    start = 0
    for place, message in enumerate(messages):
        calls = [part for part in message.tool_calls if not part.call_id.startswith(LOOK_UP)]
        results = [part for part in message.parts if isinstance(part, ToolResultPart) and not is_look_up(part)]
        if calls or (message.role is Role.TOOL and results):
            start = place + 1
    found: list[str | ToolResultPart] = []
    for message in messages[start:]:
        if message.role is Role.USER and message.text.strip():
            found.append(own_words(message.text))
        elif message.role is Role.TOOL:
            found += [part for part in message.parts if isinstance(part, ToolResultPart)]
    return found


def _call(start: str, tool: Tool, arguments: Mapping[str, object], seed: str) -> ToolCallPart:
    # Derived, not drawn: the same conversation gives the same answer.
    digest = hashlib.sha256(f"{seed}:{json.dumps(arguments, sort_keys=True, default=str)}".encode()).hexdigest()
    return ToolCallPart(
        call_id=f"{start}-{digest[:16]}",
        name=tool,
        arguments=json.dumps(arguments, ensure_ascii=False, default=str),
    )


def _proposed(found: Recognition, seed: str) -> tuple[str, ToolCallPart]:
    assert found.operation is not None
    arguments: dict[str, object] = {
        "service": found.operation.service,
        "operation": found.operation.operation,
        "parameters": dict(found.parameters),
    }
    if found.region is not None:
        arguments["region"] = found.region
    arguments |= spoken_places(found.scope)
    call = _call("rules", Tool.PROPOSE, arguments, seed)
    operation = _name(found.operation)
    if found.region is not None:
        said = [tr("This is {operation} in {region}.", operation=operation, region=found.region)]
    else:
        said = [tr("This is {operation}.", operation=operation)]
    if found.confidence < 0.5:
        said.append(tr("I am not certain that this is what you mean; please look at it closely."))
    if found.risk is not Risk.READ:
        said.append(tr("Nothing runs before you have agreed to it."))
    return " ".join(said), call


def _planned(found: Recognition, seed: str, *, plans: bool) -> tuple[str, ToolCallPart | None]:
    lacking = next((step for step in found.steps if step.missing), None)
    if lacking is not None:
        return (
            tr(
                "I see {count} steps, but {operation} lacks {missing}. Say all of it in one sentence, please.",
                count=len(found.steps),
                operation=_name(lacking.operation),
                missing=", ".join(lacking.missing),
            ),
            None,
        )
    if not plans:
        return (
            tr("These are several steps, and only one call at a time can be proposed here. Which one first?"),
            None,
        )
    steps: list[dict[str, object]] = []
    for step in found.steps:
        written: dict[str, object] = {
            "service": step.operation.service,
            "operation": step.operation.operation,
            "parameters": dict(step.parameters),
        }
        if step.region is not None:
            written["region"] = step.region
        steps.append(written)
    call = _call("rules", Tool.PLAN, {"steps": steps}, seed)
    named = ", ".join(_name(step.operation) for step in found.steps)
    said = tr(
        "These are {count} steps: {steps}. Nothing runs before you have agreed to it.", count=len(steps), steps=named
    )
    return said, call


def _name(operation: OperationId) -> str:
    return f"{operation.service} {operation.operation}"


def _help(why: str = "") -> str:
    begins, examples, ends = _HELP
    return "\n\n".join((tr(begins, why=why), examples, tr(ends)))


def _question(found: Recognition, *, hinted: bool = True) -> str:
    assert found.operation is not None
    name = found.missing[0]
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", " ", name)
    words = " ".join(word if word.isupper() and len(word) > 1 else word.casefold() for word in words.split())
    words = re.sub(r"(?i) (?:ids?|identifiers?|name)$", "", words)
    spoken = _SPOKEN.get(name.casefold())
    said = [tr("Which {thing}?", thing=words) if spoken is None else tr(spoken)]
    if hinted and (example := _EXAMPLES.get(name.casefold())):
        said.append(tr("For example: {example}", example=example))
    if len(found.missing) > 1:
        said.append(tr("({count} more to say after it.)", count=len(found.missing) - 1))
    return " ".join(said)


def _told(result: ToolResultPart) -> str:
    """One or two sentences about a result."""
    if result.is_error:
        return tr("It was not carried out.") + " " + result.content.strip()[:600]
    try:
        told = json.loads(result.content)
    except (ValueError, RecursionError):
        return tr("It is done; the answer stands above.")
    if not isinstance(told, dict):
        return tr("{count} found.", count=len(told)) if isinstance(told, list) else tr("It is done.")
    return _outcome(told)


def _outcome(told: Mapping[str, object]) -> str:
    steps = told.get("steps")
    if isinstance(steps, list):
        return _plan_outcome([step for step in steps if isinstance(step, dict)])
    operation = str(told.get("operation") or "").replace(":", " ") or tr("The call")
    match told.get("state"):
        case "done":
            return _done(told, operation)
        case "refused":
            why = _why(told)
            if why:
                return tr("{operation}: {why}", operation=operation, why=why)
            return tr("{operation} was not carried out. Nothing has changed.", operation=operation)
        case "failed":
            why = _why(told) or tr("AWS gave no reason.")
            return tr("{operation} did not work. {why}", operation=operation, why=why)
        case "interrupted":
            return tr(
                "{operation} was interrupted: whether AWS carried it out is not known. Look before you repeat it.",
                operation=operation,
            )
        case None | "":
            return tr("{operation}: no state was given.", operation=operation)
        case state:
            return f"{operation}: {state}."


def _plan_outcome(steps: Sequence[Mapping[str, object]]) -> str:
    """How far a plan came: the count where all of it is done or none, else the outcome of the step that it ended at."""
    done = sum(step.get("state") == "done" for step in steps)
    if done == len(steps):
        return tr("Done: all {count} steps.", count=done)
    ended = next((step for step in steps if step.get("state") not in {"done", "proposed", "waiting"}), None)
    if ended is None or (done == 0 and ended.get("state") == "refused"):
        why = _why(ended) if ended is not None else ""
        return " ".join(filter(None, (tr("Nothing of the plan was carried out."), why)))
    said = tr("{done} of {count} steps were done.", done=done, count=len(steps))
    return f"{said} {_outcome(ended)}"


def _why(told: Mapping[str, object]) -> str:
    """Baton's own reason, or AWS's, which stands among the data."""
    return str(told.get("error") or from_aws(told).get("error") or "").strip()


def _done(told: Mapping[str, object], operation: str) -> str:
    region = str(told.get("region") or "")
    if told.get("dry_run"):
        if region:
            return tr(
                "{operation} would be allowed in {region}; it was only tried, and nothing has changed.",
                operation=operation,
                region=region,
            )
        return tr("{operation} would be allowed; it was only tried, and nothing has changed.", operation=operation)
    if isinstance(chart := told.get("chart"), str):
        return _placed(f"{chart[:1].upper()}{chart[1:]}", region)
    rows = told.get("rows")
    if isinstance(rows, int) and told.get("risk", Risk.READ) in {Risk.READ, Risk.SENSITIVE_READ}:
        found = tr("Nothing was found") if rows == 0 else plural("1 row", "{count} rows", rows)
        return " ".join(filter(None, (_placed(found, region), str(told.get("cut") or "").strip())))
    return _placed(tr("Done: {operation}", operation=operation), region)


def _placed(what: str, region: str) -> str:
    return tr("{what} in {region}.", what=what, region=region) if region else tr("{what}.", what=what)
