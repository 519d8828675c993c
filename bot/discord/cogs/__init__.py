"""What people can do on Discord, one room each."""

from bot.discord.cogs.ask import Ask
from bot.discord.cogs.health import Health
from bot.discord.cogs.knowledge import Knowledge
from bot.discord.cogs.listen import Listen
from bot.discord.cogs.quotes import Quotes
from bot.discord.cogs.story import AboutStory
from bot.discord.cogs.verify import Verify

# In the order of /help.
COGS = (Ask, Quotes, Verify, AboutStory, Health, Knowledge, Listen)
