"""Baton: one window for every model, and a sentence turned into a safe AWS action.

The map (dependencies point one way, held by the import-linter contracts in pyproject.toml)::

    __main__.py     arguments, then the window or a command
    bootstrap.py    composition root: the only module that sees every layer
    domain/         values and rules; standard library only, no I/O, no Qt; ports/ declares what adapters implement
    services/       use cases: a chat turn with tools, the AWS gate, history, models, settings; the stages that every
                    request to a model passes (answer_way): forms/, spending/, privacy/, answer_cache; routing/ and
                    limits/ decide who is asked and when; batch/ and serving/
    providers/      one module a vendor of models: anthropic, openai, bedrock, local, rules, scripted; bench/
    llama/          local inference: supervisor, worker process, decode engine, chat formats and grammars, load plan,
                    model files, hub; bench/ measures it beside bare loops
    aws/            catalogue of operations, search, risk, recogniser, accounts, execution, demo account
    storage/        SQLite: migrations, conversations, files, usage, kept answers, audit; settings and prompts as files
    system/         keyring, paths, logs, the way out of this machine, files given along, rules for secrets, doctor
    cli/            the commands, thin over services
    ui/             Qt: main window, transcript, composer, docks, dialogs

    __main__ -> bootstrap -> ui | cli -> services -> domain
    bootstrap -> providers | llama | aws | storage | system -> domain
"""

from pathlib import Path

__version__ = "0.1.0"

_INSTALLED = Path(__file__).parent / "_resources"
RESOURCES = _INSTALLED if _INSTALLED.is_dir() else Path(__file__).parent.parent / "resources"
"""The folder of icons, prices and other data: inside the installed package, or beside it in a checkout."""
