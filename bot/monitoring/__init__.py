"""How the bot is, for machines that look after it: /healthz and /metrics. Figures only: no text, no name, no id."""
