"""The same answers in a terminal: a chat, and one answer for ``ask``."""

from bot.terminal.session import chat, show_answer

__all__ = ["chat", "show_answer"]
