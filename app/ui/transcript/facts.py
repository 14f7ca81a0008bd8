"""What is told under an answer: who wrote it and why that one, what it took and cost, its other versions. Qt-free."""

from __future__ import annotations

from collections.abc import Callable

from app.domain.context import turns_words
from app.domain.models import RULES_MODEL, ModelInfo
from app.domain.routing import AUTO_MODEL
from app.domain.stream import Usage
from app.domain.usage import cost_usd
from app.services.continuing import can_go_on
from app.ui.markdown import mark_direction
from app.ui.transcript.amounts import duration, money
from app.ui.transcript.items import Branch, Footer
from app.ui.transcript.thread import Row, Thread

ModelOf = Callable[[str], ModelInfo | None]

_UNPRICED = "Nobody told what this model costs. Correct facts… in the dock beside the chat takes its price."


def footer_of(thread: Thread, row: Row, model_of: ModelOf) -> Footer:
    """What stands under the last row of a turn's answers."""
    node = row.node
    facts: list[str] = []
    details: list[str] = []
    if node.model is not None:
        is_rules = node.model == str(RULES_MODEL)
        facts.append("no model" if is_rules else mark_direction(node.model.partition(":")[2] or node.model))
        details.append(f"Model: {mark_direction(node.model)}")
    if (route := node.route) is not None:
        if failed := [failure for failure in route.failures if failure.model != node.model]:
            facts.insert(0, f"instead of {mark_direction(failed[0].model.partition(':')[2] or failed[0].model)}")
        elif route.asked == AUTO_MODEL:
            facts.insert(0, "automatic")
        details += [
            f"{mark_direction(failure.model)} did not answer: {mark_direction(failure.why)}" for failure in failed
        ]
        if route.reason and not failed:
            details.append(mark_direction(route.reason))
    usage = thread.usage_of(row)
    if usage is not None:
        # The line is cut at its end where it is short of room: what it cost must stand before what it took.
        if node.cached_at is not None:
            facts.append("given before")
        elif usage.input_tokens or usage.output_tokens:
            if (cost := _cost(thread, row, model_of)) is not None:
                facts.append(money(cost))
                details.append(f"Cost: {money(cost)}")
            elif _is_unpriced(thread, row, model_of):
                facts.append("price unknown")
                details.append(_UNPRICED)
        facts += _usage_facts(usage)
        details += _usage_details(usage, thread.tokens_a_second(row))
        details += _cost_details(thread, row)
    if (turns := thread.turns_left_out(node)) and node.left_out is not None:
        sent = "sent as a summary" if node.left_out.summary else "not sent"
        details.append(f"{turns_words(turns).capitalize()}: {sent}")
    if masked := sum(answer.masked for node_id in row.answers if (answer := thread.node(node_id)) is not None):
        details.append(f"Hidden in what was sent: {masked}")
    texts = [answer.message.text for node_id in row.answers if (answer := thread.node(node_id)) is not None]
    return Footer(
        key=f"{node.id}/details",
        facts=tuple(facts),
        details=tuple(details),
        markdown="\n\n".join(text for text in texts if text),
        question_id=row.question_id,
        branch=branch_of(thread, row.answers[0]),
        node_id=node.id,
        pinned=any(node_id in thread.pinned for node_id in row.answers),
        goes_on=node.id == thread.leaf_id and can_go_on(node),
    )


def _cost(thread: Thread, row: Row, model_of: ModelOf) -> float | None:
    """What a turn's answers cost: at the prices of their day, or of today for those that were logged before."""
    total = 0.0
    for node_id in row.answers:
        node = thread.node(node_id)
        if node is None or node.usage is None:
            continue
        cost = node.cost_usd
        if cost is None and node.model is not None:
            info = model_of(node.model)
            cost = cost_usd(node.usage, None if info is None else info.price)
        if cost is None:
            return None
        total += cost
    return total


def _is_unpriced(thread: Thread, row: Row, model_of: ModelOf) -> bool:
    """Whether somebody bills one of a turn's answers, and nobody here knows how much."""
    models = [node.model for node_id in row.answers if (node := thread.node(node_id)) is not None]
    known = [info for model in models if model is not None and (info := model_of(model)) is not None]
    return any(info.price is None and not info.is_private for info in known)


def _usage_facts(usage: Usage) -> list[str]:
    facts = []
    if usage.input_tokens or usage.output_tokens:
        facts.append(f"{usage.input_tokens:,} → {usage.output_tokens:,} tokens")
    if usage.duration_s is not None:
        facts.append(duration(usage.duration_s))
    return facts


def _usage_details(usage: Usage, tokens_a_second: float | None) -> list[str]:
    details = []
    if usage.input_tokens or usage.output_tokens:  # else nobody counted
        details += [f"Read: {usage.input_tokens:,} tokens", f"Written: {usage.output_tokens:,} tokens"]
    if usage.cached_input_tokens:
        details.insert(1, f"Of these reused from the prompt cache: {usage.cached_input_tokens:,} tokens")
    if usage.reasoning_tokens:
        details.append(f"Of these for thinking: {usage.reasoning_tokens:,} tokens")
    if usage.first_token_s is not None:
        details.append(f"First word after {duration(usage.first_token_s)}")
    if tokens_a_second is not None:
        details.append(f"Written at {tokens_a_second:.1f} tokens a second")
    return details


def _cost_details(thread: Thread, row: Row) -> list[str]:
    details = []
    for node_id in row.answers:
        if (node := thread.node(node_id)) is not None and node.cached_at is not None:
            at = node.cached_at.astimezone()
            details.append(f"Given before, on {at:%Y-%m-%d at %H:%M}: nobody was asked. Answer again asks the model.")
    costs = [node.cost_usd for node_id in row.answers if (node := thread.node(node_id)) is not None]
    if len(costs) > 1 and None not in costs:
        parts = " + ".join(money(cost) for cost in costs if cost is not None)
        details.append(f"Cost of its {len(costs)} requests: {parts}")
    return details


def branch_of(thread: Thread, node_id: str) -> Branch | None:
    """Where a message stands among its siblings; ``None`` where it has none."""
    siblings = thread.siblings(node_id)
    if len(siblings) < 2:
        return None
    at = siblings.index(node_id)
    return Branch(
        number=at + 1,
        count=len(siblings),
        older=siblings[at - 1] if at else None,
        newer=siblings[at + 1] if at + 1 < len(siblings) else None,
    )
