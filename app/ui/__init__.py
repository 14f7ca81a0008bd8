"""Qt: the window and everything in it. Sees services and the domain only."""

from app.ui.immortal import keep_constants_alive

keep_constants_alive()
