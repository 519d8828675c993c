"""How good the answers are: a curator's labelled questions, figures beside baselines, and the mistakes explained."""

from bot.evaluation.curve import require_plotting, save_plot
from bot.evaluation.evaluate import Evaluation, evaluate
from bot.evaluation.questions import Labelled, QuestionsError, read_questions
from bot.evaluation.record import as_record
from bot.evaluation.report import as_text

__all__ = [
    "Evaluation",
    "Labelled",
    "QuestionsError",
    "as_record",
    "as_text",
    "evaluate",
    "read_questions",
    "require_plotting",
    "save_plot",
]
