"""What the pickers list: models by provider, accounts with regions, and commands; pure data in, choices out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from app.domain.aws import Account, AccountKind, SignInState
from app.domain.conversation import NO_AWS, Conversation
from app.domain.language import marked, tr
from app.domain.models import RULES_MODEL, ModelInfo, ProviderStatus
from app.domain.presets import Applied, Preset
from app.domain.routing import AUTO_MODEL
from app.domain.sign_in_words import NO_PROFILES, standing_words
from app.ui.commands.actions import native_keys
from app.ui.commands.command import Command, Situation
from app.ui.widgets.choice_list import Choice
from app.ui.wording import parameter_words, price_words, short_count

ACCOUNT = "account/"
REGION = "region/"
COMMAND = "command/"
CONVERSATION = "chat/"
MODEL = "model/"
KEYS_LINK = "keys/"
FILES_LINK = "files/"
RESET_LINK = "reset/"


def model_choices(statuses: Sequence[ProviderStatus], current: str) -> list[Choice]:
    """Every model under its provider; one that cannot be used says why, or asks for its key."""
    choices = [
        Choice(
            id=MODEL + AUTO_MODEL,
            title=tr("Automatic"),
            detail=tr("For each message the model set for its kind, in Routing"),
            group=tr("By what is asked"),
            words=AUTO_MODEL,
            icon="branch",
            current=current == AUTO_MODEL,
        )
    ]
    for status in sorted(statuses, key=lambda item: not item.models):
        choices.extend(_model_choice(model, status, current) for model in status.models)
        if status.skipped:
            choices.append(
                Choice(
                    id=RESET_LINK + status.name,
                    title=tr("Try it again now"),
                    detail=status.skipped,
                    group=status.title,
                    icon="refresh",
                    words=status.name,
                )
            )
        if status.models and not status.problem:
            continue
        if status.needs_key and not status.has_key:
            choices.append(
                Choice(
                    id=KEYS_LINK + status.name,
                    title=tr("Add a key…"),
                    detail=tr("{provider} needs a key before its models can be used.", provider=status.title),
                    group=status.title,
                    icon="key",
                    words=status.name,
                )
            )
        elif status.name == "local" and not status.problem:
            choices.append(
                Choice(
                    id=FILES_LINK,
                    title=tr("Get a local model…"),
                    detail=tr("Add a file you have, or download one."),
                    group=status.title,
                    icon="download",
                )
            )
        elif status.problem or not status.models:
            choices.append(
                Choice(
                    id=MODEL + status.name,
                    title=tr("Cannot be used now") if not status.models else tr("Not up to date"),
                    detail=status.problem or tr("It offers no models."),
                    group=status.title,
                    icon="alert",
                    words=status.name,
                    enabled=False,
                )
            )
    return choices


def _model_choice(model: ModelInfo, status: ProviderStatus, current: str) -> Choice:
    facts = []
    if model.id == RULES_MODEL:
        facts.append(tr("Understands AWS requests, offline"))
    if model.capabilities.context_tokens:
        facts.append(tr("{tokens} context", tokens=short_count(model.capabilities.context_tokens)))
    if model.price is not None:
        read, written = price_words(model.price.input), price_words(model.price.output)
        facts.append(tr("{read} in, {written} out a million tokens", read=read, written=written))
    if not model.capabilities.tools:
        facts.append(tr("no AWS tools"))
    model_id = str(model.id)
    return Choice(
        id=MODEL + model_id,
        title=model.title,
        detail=" · ".join(facts),
        group=status.title,
        trailing=tr("private") if model.is_private else "",
        words=model_id,
        icon="lock" if model.is_private else "",
        current=model_id == current,
    )


def preset_choices(
    presets: Sequence[tuple[Preset, Applied]], own: frozenset[str], current: Mapping[str, object], *, prefix: str
) -> list[Choice]:
    """Every preset as the model takes it; what it does not take is named."""
    return [
        Choice(
            id=prefix + preset.name,
            title=preset.title,
            detail=" ".join(
                [
                    *([tr("{parameters}.", parameters=parameter_words(laid.parameters))] if laid.parameters else []),
                    *laid.notes,
                ]
            ),
            group=tr("Yours") if preset.name in own else tr("Come with Baton"),
            words=preset.name,
            current=bool(laid.parameters) and laid.parameters == dict(current),
        )
        for preset, laid in presets
    ]


def account_choices(
    accounts: Sequence[Account],
    regions: Sequence[str],
    account: str,
    region: str,
    states: Mapping[str, SignInState] | None = None,
) -> list[Choice]:
    """The accounts with how each stands, then the regions of the one chosen."""
    choices = [
        Choice(
            id=ACCOUNT + item.key,
            title=item.title,
            detail=_account_detail(item) if len(accounts) > 1 else tr(NO_PROFILES),
            group=tr("Account"),
            trailing=standing_words(states[item.key]) if states and item.key in states else "",
            icon="laptop" if item.kind is AccountKind.DEMO else "cloud",
            current=item.key == account,
        )
        for item in accounts
    ]
    choices.append(
        Choice(
            id=ACCOUNT + NO_AWS,
            title=tr("No AWS in this chat"),
            detail=tr("The model gets no AWS tools"),
            group=tr("Account"),
            icon="close",
            current=account == NO_AWS,
        )
    )
    choices.extend(
        Choice(
            id=REGION + name,
            title=name,
            group=tr("Region"),
            current=name == region,
            trailing=region_words(name),
            words=_found_by(region_words(name), _PLACES.get(name, "")),
        )
        for name in sorted(regions, key=lambda name: name != region)  # the one in use first, the others as they came
    )
    return choices


def _account_detail(account: Account) -> str:
    match account.kind:
        case AccountKind.DEMO:
            return tr("On this machine: nothing leaves it")
        case AccountKind.PROFILE:
            if account.region:
                return tr("Profile of your AWS configuration, {region}", region=account.region)
            return tr("Profile of your AWS configuration")
        case AccountKind.ENVIRONMENT:
            return tr("Credentials from the environment")


_PLACES = {
    "us-east-1": marked("N. Virginia"),
    "us-east-2": marked("Ohio"),
    "us-west-1": marked("N. California"),
    "us-west-2": marked("Oregon"),
    "eu-west-1": marked("Ireland"),
    "eu-west-2": marked("London"),
    "eu-west-3": marked("Paris"),
    "eu-central-1": marked("Frankfurt"),
    "eu-central-2": marked("Zurich"),
    "eu-north-1": marked("Stockholm"),
    "eu-south-1": marked("Milan"),
    "eu-south-2": marked("Spain"),
    "ap-east-1": marked("Hong Kong"),
    "ap-east-2": marked("Taipei"),
    "ap-northeast-1": marked("Tokyo"),
    "ap-northeast-2": marked("Seoul"),
    "ap-northeast-3": marked("Osaka"),
    "ap-south-1": marked("Mumbai"),
    "ap-south-2": marked("Hyderabad"),
    "ap-southeast-1": marked("Singapore"),
    "ap-southeast-2": marked("Sydney"),
    "ap-southeast-3": marked("Jakarta"),
    "ap-southeast-4": marked("Melbourne"),
    "ap-southeast-5": marked("Malaysia"),
    "ap-southeast-6": marked("New Zealand"),
    "ap-southeast-7": marked("Thailand"),
    "ca-central-1": marked("Canada"),
    "ca-west-1": marked("Calgary"),
    "mx-central-1": marked("Mexico"),
    "sa-east-1": marked("São Paulo"),
    "af-south-1": marked("Cape Town"),
    "me-south-1": marked("Bahrain"),
    "me-central-1": marked("UAE"),
    "il-central-1": marked("Tel Aviv"),
}


def region_words(region: str) -> str:
    """The place people know a region by, so that "frankfurt" finds it."""
    return tr(_PLACES[region]) if region in _PLACES else ""


def command_words(entry: Command) -> str:
    """What else finds a command than its title: its id and, where that is another, its name in English."""
    return _found_by(entry.id, "" if entry.english == entry.words else entry.english)


def _found_by(*words: str) -> str:
    return " ".join(dict.fromkeys(word for word in words if word))


def palette_choices(
    commands: Iterable[Command],
    situation: Situation,
    conversations: Sequence[Conversation],
    statuses: Sequence[ProviderStatus],
) -> list[Choice]:
    """Every command with its keys, then chats and models to switch to."""
    choices = [
        Choice(
            id=COMMAND + entry.id,
            title=entry.words,
            group=tr(entry.section),
            trailing=native_keys(entry.keys),
            words=command_words(entry),
            enabled=entry.enabled_when(situation),
        )
        for entry in commands
        if entry.id != "palette.open" or situation.is_ready
    ]
    choices.extend(
        Choice(id=CONVERSATION + item.id, title=item.title, group=tr("Chats"), icon="chat") for item in conversations
    )
    choices.extend(
        Choice(
            id=MODEL + str(model.id),
            title=tr("Use {model}", model=model.title),
            group=tr("Models"),
            trailing=status.title,
            icon="sparkle",
            words=str(model.id),
        )
        for status in statuses
        for model in status.models
    )
    return choices
