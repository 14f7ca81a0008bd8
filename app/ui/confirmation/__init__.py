"""The confirmation: a sheet over the window in which a person says yes or no to one exact AWS call."""

from app.ui.confirmation.sheet import ConfirmationSheet

__all__ = ["ConfirmationSheet"]
