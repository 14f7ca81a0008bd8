"""Where Baton keeps its files. Names the folders; creating them is their users' work."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, kw_only=True, slots=True)
class Paths:
    """The four folders, and the files everybody must agree on."""

    config: Path
    data: Path
    cache: Path
    logs: Path

    @property
    def settings_file(self) -> Path:
        """What the person set."""
        return self.config / "settings.toml"

    @property
    def policy_file(self) -> Path:
        """What may run in AWS unasked, what is asked about, and what never runs."""
        return self.config / "policy.toml"

    @property
    def window_state_file(self) -> Path:
        """Sizes and places of the window's parts."""
        return self.config / "window.json"

    @property
    def database(self) -> Path:
        """Conversations, actions and the audit log."""
        return self.data / "baton.db"

    @property
    def models(self) -> Path:
        """Downloaded GGUF files and the list of known ones."""
        return self.data / "models"

    @property
    def log_file(self) -> Path:
        """The newest log; older ones have a number behind."""
        return self.logs / "baton.log"

    @classmethod
    def find(cls, environment: Mapping[str, str] = os.environ) -> Paths:
        """All under ``BATON_HOME`` where it is set, else where the platform wants them."""
        if home := environment.get("BATON_HOME"):
            root = Path(home).expanduser().absolute()
            return cls(config=root, data=root / "data", cache=root / "cache", logs=root / "logs")
        import platformdirs

        folders = platformdirs.PlatformDirs("baton", appauthor=False)
        return cls(
            config=folders.user_config_path,
            data=folders.user_data_path,
            cache=folders.user_cache_path,
            logs=folders.user_log_path,
        )
