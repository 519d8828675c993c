"""The pictures in the README, drawn from the bot's real messages."""
