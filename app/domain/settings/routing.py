"""Who answers where the model of a chat is Automatic, and who when one cannot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from app.domain.language import marked
from app.domain.setting_info import setting

ROUTING = marked("Routing")


def _route(title: str, help: str) -> Any:
    return setting("", section=ROUTING, title=title, help=help, is_model=True)


@dataclass(frozen=True, kw_only=True)
class RoutingSettings:
    route_aws: str = _route(marked("AWS requests"), marked("What should be found out or done in an AWS account."))
    route_code: str = _route(marked("Code"), marked("Code to write, explain, review or mend."))
    route_long: str = _route(
        marked("Long texts"),
        marked("What does not fit the context of the model that would answer otherwise, or fills most of it."),
    )
    route_image: str = _route(marked("Pictures"), marked("Messages with a picture."))
    route_private: str = _route(
        marked("Private"),
        marked("What must not leave this machine: only models that run here, or on your own hosts, are asked."),
    )
    route_chat: str = _route(marked("Everything else"), marked("And every kind above that has no model of its own."))
    route_secrets_private: bool = setting(
        True,
        section=ROUTING,
        title=marked("Treat messages with secrets as private"),
        help=marked(
            "Where Automatic chooses, a message with a key, a token or a password in it stays on this machine."
        ),
        safest=True,
    )
    fallback_models: tuple[str, ...] = setting(
        (),
        section=ROUTING,
        title=marked("When a model cannot answer, ask"),
        help=marked(
            "The next of these that can answer does, in this order. With none, what fails in the cloud is answered by "
            "a model on this machine, and AWS requests without any."
        ),
    )
    fallback_after_text: bool = setting(
        False,
        section=ROUTING,
        title=marked("Also when part of an answer was shown"),
        help=marked(
            "What was shown stays, as another version of the answer. Off: the answer stays cut, and a button offers "
            "the next model."
        ),
    )
