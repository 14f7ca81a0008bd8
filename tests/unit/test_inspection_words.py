"""What was found out about a call, said in words: what both front ends show before a person says yes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale

from app.domain import numerals
from app.domain.aws import (
    Check,
    Cost,
    Inspection,
    Origin,
    PlanProposal,
    Resource,
    Risk,
    Standing,
    StateChange,
)
from app.domain.text import visible
from app.services.inspection_words import (
    change_line,
    cost_line,
    dry_run_line,
    inspection_lines,
    permission_line,
    proposer_line,
    referring,
    resource_lines,
    resource_title,
    totals_line,
    untrusted_line,
    usd_a_month,
)
from app.ui.language import LocaleNumerals
from tests.transcript_fixtures import proposal


def test_a_resource_is_named_with_its_kind_its_facts_tags_users_and_protection() -> None:
    web = Resource(
        kind="instance",
        id="i-0abc",
        name="web-1",
        facts=("t3.micro", "running"),
        tags={"env": "prod", "team": "web", "owner": "ana", "cost": "7", "a": "b"},
        dependants=("used by 3 alarms",),
        protected="env=prod",
    )
    assert resource_lines(web) == [
        "instance web-1 (i-0abc)",
        "t3.micro, running",
        "used by 3 alarms",
        "Tags: env=prod, team=web, owner=ana and 2 more",
        "Protected by its tag env=prod",
    ]
    assert resource_title(Resource(kind="bucket", id="logs", name="logs")) == "bucket logs"


@pytest.mark.parametrize(
    ("check", "words"),
    [
        (
            Check(standing=Standing.ALLOWED),
            "Simulated: you may. Advice only: organisation policies can still refuse.",
        ),
        (
            Check(standing=Standing.DENIED, denied=("ec2:TerminateInstances",)),
            "Simulated: probably denied: ec2:TerminateInstances.",
        ),
        (Check(standing=Standing.UNKNOWN, note="It is no user."), "Whether you may is not known. It is no user."),
    ],
)
def test_the_permission_check_is_said_as_advice(check: Check, words: str) -> None:
    assert permission_line(check) == words


def test_a_dry_run_says_what_aws_would_do() -> None:
    assert dry_run_line(Check(standing=Standing.ALLOWED)) == "Dry run: AWS would carry it out."
    refused = Check(standing=Standing.DENIED, denied=("ec2:RunInstances",), note="Encoded message.")
    assert dry_run_line(refused) == "Dry run: AWS would refuse it (ec2:RunInstances). Encoded message."


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (12.4, "+$12.40 a month"),
        (-3.65, "−$3.65 a month"),
        (0, "no monthly cost"),
        (0.001, "under $0.01 a month"),
        (-0.001, "saves under $0.01 a month"),
    ],
)
def test_money_has_its_sign(amount: float, words: str) -> None:
    assert usd_a_month(amount) == words


def test_a_cost_names_its_ground_and_its_day_and_unknown_is_said() -> None:
    known = Cost(monthly_usd=12.4, sentence="One t3.small.", as_of="2026-11-01")
    assert cost_line(known) == "+$12.40 a month (One t3.small; prices of 2026-11-01)."
    assert cost_line(Cost()) == "Monthly cost unknown."
    assert cost_line(Cost(sentence="No price for p9.large.")) == "Monthly cost unknown: No price for p9.large."


def test_everything_found_out_is_said_and_nothing_unseen_gets_through() -> None:
    hidden = "\u202e"
    found = Inspection(
        resources=(Resource(kind=f"in{hidden}", id=f"i-{hidden}", name=f"n{hidden}", facts=(f"f{hidden}",),
                            tags={f"k{hidden}": f"v{hidden}"}, dependants=(f"d{hidden}",), protected=f"p{hidden}"),),
        permission=Check(standing=Standing.DENIED, denied=(f"a{hidden}",), note=f"n{hidden}"),
        dry_run=Check(standing=Standing.DENIED, denied=(f"b{hidden}",), note=f"m{hidden}"),
        cost=Cost(monthly_usd=1, sentence=f"s{hidden}", as_of=f"2026{hidden}"),
        changes=(StateChange(what=f"w{hidden}", now=f"1{hidden}", then=f"2{hidden}"),),
        irreversible=(f"Gone{hidden}.",),
        absent=(f"i-gone{hidden}",),
        undo=f"Start it{hidden}.",
        notes=(f"Note{hidden}.",),
    )  # fmt: skip
    said = "\n".join(inspection_lines(found))
    assert hidden not in said
    assert said.count("⟨U+202E⟩") == 21
    assert said.startswith("i-gone⟨U+202E⟩ was not found in this account and region.")
    for word in ("Gone", "Undo: Start it", "1⟨U+202E⟩ → 2", "Dry run", "Simulated", "a month", "Note"):
        assert word in said


def test_what_a_change_makes_of_nothing_is_said() -> None:
    assert change_line(StateChange(what="tag env", now="", then="prod")) == "tag env: nothing → prod"


def test_a_model_is_named_and_everyone_else_is_no_model() -> None:
    assert proposer_line(Origin.MODEL, "anthropic:claude-x").startswith("Proposed by claude-x (a model).")
    assert "model proposed this" in proposer_line(Origin.MODEL, "")
    assert "without a model" in proposer_line(Origin.RECOGNISER, "builtin:rules")


def test_a_plan_is_counted() -> None:
    steps = (
        proposal(inspection=Inspection(cost=Cost(monthly_usd=10.0), irreversible=("It is gone.",))),
        proposal(risk=Risk.DESTRUCTIVE, inspection=Inspection(cost=Cost(monthly_usd=2.4))),
        proposal(inspection=Inspection(cost=Cost())),
        proposal(risk=Risk.READ),
    )
    plan = PlanProposal(
        plan_id="p",
        steps=steps,
        risk=Risk.DESTRUCTIVE,
        sentence="Do it.",
        verb="Run 4 steps",
    )
    assert totals_line(plan) == "3 changes, 1 read; +$12.40 a month and what is unknown; 1 cannot be undone"


def test_a_reference_is_said_where_its_value_will_stand() -> None:
    given = {"SubnetIds": [{"$from": 1, "path": "Subnet.SubnetId"}], "Name": "a"}
    assert referring(given) == {"SubnetIds": ["‹SubnetId of step 1: Subnet.SubnetId›"], "Name": "a"}


def test_text_from_outside_is_told_of_where_a_model_had_read_it() -> None:
    assert "in front of the model" in untrusted_line(proposal(untrusted=True, origin=Origin.MODEL))
    assert untrusted_line(proposal(untrusted=True, origin=Origin.RECOGNISER)) == ""
    assert untrusted_line(proposal(origin=Origin.MODEL)) == ""


def test_a_cost_in_another_languages_figures_holds_nothing_that_the_sheet_marks_as_unseen() -> None:
    numerals.use(LocaleNumerals(QLocale("de_AT")))
    try:
        words = usd_a_month(1234.5)
    finally:
        numerals.use(None)
    assert "50" in words
    assert visible(words) == words
    assert "\u00a0" in LocaleNumerals(QLocale("de_AT")).money(1234.5, 2), "what would be marked"
