"""The command line. Every mistake in use ends in one sentence on standard error and exit status 2."""

from __future__ import annotations

import argparse
import gc
import json
import logging
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module
from pathlib import Path

from bot import __version__
from bot.answering.answerer import Answerer
from bot.answering.lines import answer_line
from bot.arguments import Parser
from bot.config import (
    Settings,
    SettingsError,
    exposed,
    harmless_environment,
    load_settings,
    secrets_of,
    with_token,
)
from bot.errors import BotError
from bot.knowledge.source import Source
from bot.log import end_log, start_log
from bot.matching import SHIPPED, Apart, Cache, Meanings
from bot.matching.encoder import EncoderError, load_encoder
from bot.memory import settle, share_heaps
from bot.stories import KnowledgeError, Shelf, load_library

_log = logging.getLogger(__name__)
OK, FAULTY, USAGE = 0, 1, 2
_MOST_FAULTS_SHOWN = 5
_LINES_OR_ONE = "--jsonl reads lines from standard input. Leave out --jsonl, or"


def main(arguments: list[str] | None = None) -> int:
    """Run a command and return its exit status."""
    try:
        options = _parser().understood(sys.argv[1:] if arguments is None else arguments)
        command: Callable[[argparse.Namespace, Settings], int] = options.command
        return command(options, load_settings())
    except KnowledgeError as error:
        return _refused(_fault_summary(error))
    except BotError as error:
        return _refused(str(error), error.status)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; there is nobody left to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK


def _count(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no count; write a number such as 5")
    return int(text)


def _refused(sentence: str, status: int = USAGE) -> int:
    # The log is written on a thread of its own, and the reason of an end belongs at the end.
    end_log()
    print(f"bot: {sentence}", file=sys.stderr)
    return status


def _fault_summary(error: KnowledgeError) -> str:
    shown = [str(fault) for fault in error.faults[:_MOST_FAULTS_SHOWN]]
    more = len(error.faults) - len(shown)
    if more:
        shown.append(f"… and {more} more; `python -m bot check` lists them all.")
    return "\n".join(shown)


def _parser() -> Parser:
    parser = Parser(
        prog="python -m bot",
        description="Verbatim answers questions about a news story with curated answers and the story's exact words.",
        epilog="Without a command: connects to Discord if DISCORD_TOKEN is set, else opens a chat in the terminal. "
        "Settings come from the environment and from .env; .env.example documents them.",
    )
    parser.add_argument("--version", action="version", version=f"verbatim {__version__}")
    parser.set_defaults(command=_run, knowledge=None)
    commands = parser.add_subparsers(title="commands", metavar="COMMAND")
    run = commands.add_parser("run", help="connect to Discord, or chat in the terminal without a token (the default)")
    run.set_defaults(command=_run)
    chat = commands.add_parser("chat", help="talk to the story in the terminal")
    chat.set_defaults(command=_chat)
    ask = commands.add_parser("ask", help="answer one question, or JSON lines")
    ask.add_argument("question", nargs="*", help="the question")
    ask.add_argument(
        "--jsonl", action="store_true", help='read {"id", "question", "conversation"?} lines, write one line each'
    )
    ask.set_defaults(command=_ask)
    check = commands.add_parser("check", help="verify a knowledge folder")
    check.add_argument(
        "folder",
        nargs="?",
        type=Path,
        metavar="DIR",
        help="a folder of stories, or one story's own (default: KNOWLEDGE_DIR)",
    )
    check.add_argument("--json", action="store_true", help="print the result as JSON")
    check.add_argument("--full", action="store_true", help="look for all that may be wrong, however long it takes")
    check.set_defaults(command=_check)
    evaluate = commands.add_parser("evaluate", help="measure the answers on your own labelled questions")
    evaluate.add_argument("questions", type=Path, metavar="FILE", help="labelled questions: YAML, or .jsonl")
    evaluate.add_argument("--plot", type=Path, metavar="PNG", help="draw the coverage-accuracy curve (extra: evaluate)")
    evaluate.add_argument("--json", action="store_true", help="print the result as JSON")
    evaluate.add_argument(
        "--worst", type=_count, default=5, metavar="N", help="explain the N worst mistakes (default: 5)"
    )
    evaluate.set_defaults(command=_evaluate)
    unanswered = commands.add_parser("unanswered", help="list what readers asked in vain")
    unanswered.add_argument("--json", action="store_true", help="print the list as JSON")
    unanswered.set_defaults(command=_unanswered)
    verify = commands.add_parser("verify", help="check a quote, or JSON lines of posts")
    verify.add_argument("text", nargs="?", help="the post, in quotation marks")
    verify.add_argument("--jsonl", action="store_true", help='read {"id", "text"} lines, write one line each')
    verify.set_defaults(command=_verify)
    new = commands.add_parser("new", help="start a story from an article: text, or a saved web page")
    new.add_argument("folder", type=Path, metavar="FOLDER", help="the story's folder, which must not be there yet")
    new.add_argument("article", type=Path, metavar="ARTICLE", help="the file with the article")
    new.set_defaults(command=_new)
    report = commands.add_parser("report", help="write a page on what is quoted, what is found and what is missing")
    report.add_argument("--out", type=Path, metavar="FILE", default=Path("report.html"), help="default: report.html")
    report.set_defaults(command=_report)
    for each in (run, chat, ask, check, verify, evaluate, report):
        each.add_argument(
            "--knowledge",
            type=Path,
            metavar="DIR",
            help="a folder of stories, or one story's own (default: KNOWLEDGE_DIR)",
        )
    return parser


def _folder(options: argparse.Namespace, settings: Settings) -> Path:
    return options.knowledge or settings.knowledge_dir


def _answerer(options: argparse.Namespace, settings: Settings) -> Answerer:
    return _prepared(options, settings)[0]


def _prepared(options: argparse.Namespace, settings: Settings) -> tuple[Answerer, Source]:
    """Return an answerer, and what a reload goes by: the same folder, cache and meanings."""
    share_heaps()
    # Loading makes millions of small objects and no garbage; they live as long as the process.
    gc.disable()
    cache, folder, apart = _cache(settings), _folder(options, settings), _apart(settings)
    if apart is not None and not cache.expects(folder):
        apart.start()
    try:
        with ThreadPoolExecutor(1) as pool:
            meanings = pool.submit(_meanings, settings)
            library = load_library(folder, shelf := Shelf())
            source = Source(folder, cache, meanings.result(), apart, shelf)
            answerer = Answerer(library, cache=cache, meanings=source.meanings, apart=apart)
    finally:
        if apart is not None:
            apart.settled()
    settle()
    gc.enable()
    return answerer, source


def _apart(settings: Settings) -> Apart | None:
    """Return what learns in a child process, where a child can be told from others and ends with its parent."""
    return Apart(harmless_environment(), settings.cache_dir) if os.name == "posix" else None


def _cache(settings: Settings) -> Cache:
    return Cache(settings.cache_dir, SHIPPED)


def _meanings(settings: Settings, kind: type[Meanings] = Meanings) -> Meanings | None:
    """Return the encoder's view of texts, or say in one line why the engine goes without."""
    if settings.encoder == "off":
        _log.info("the sentence encoder is off (ENCODER=off)")
        return None
    try:
        return kind(load_encoder(), settings.cache_dir)
    except EncoderError as error:
        _log.warning("the sentence encoder is not used: %s", error)
        return None


def _run(options: argparse.Namespace, settings: Settings) -> int:
    settings = with_token(settings)
    if settings.discord_token is None:
        return _chat(options, settings, "No DISCORD_TOKEN is set, so this is a chat in the terminal.")
    start_log(settings.log_level, settings.log_format, secrets_of(settings))
    for file in exposed(settings):
        _log.warning("other people of this machine may read %s, which may hold secrets: chmod 600 it", file)
    with ThreadPoolExecutor(1) as pool:
        # Only this command needs Discord's library; it is imported while a child learns.
        discord = pool.submit(import_module, "bot.discord.run")
        answerer, source = _prepared(options, settings)
        run: Callable[[Settings, Answerer, Source], int] = discord.result().run
    return run(settings, answerer, source)


def _chat(options: argparse.Namespace, settings: Settings, notice: str | None = None) -> int:
    from bot.terminal import chat  # other commands need no terminal

    return chat(_answerer(options, settings), notice)


def _ask(options: argparse.Namespace, settings: Settings) -> int:
    question = " ".join(options.question)
    if options.jsonl and question:
        raise SettingsError(f"{_LINES_OR_ONE} the question.")
    if options.jsonl:
        answerer = _answerer(options, settings)
        return _each_line(lambda line: answer_line(line, answerer))
    if not question:
        raise SettingsError('Ask a question: python -m bot ask "what happened?", or use --jsonl.')
    from bot.terminal import show_answer

    show_answer(_answerer(options, settings).ask(question))
    return OK


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    from bot.answering.checked import check_line, in_words
    from bot.answering.quotecheck import LibraryChecker

    library = load_library(_folder(options, settings))
    checker = LibraryChecker(library)
    if options.jsonl and options.text:
        raise SettingsError(f"{_LINES_OR_ONE} the quote.")
    if options.jsonl:
        return _each_line(lambda line: check_line(line, checker))
    if not (options.text or "").strip():
        raise SettingsError('Give the quote: python -m bot verify "the words, or a post with them", or use --jsonl.')
    print(in_words(checker.check(options.text), library))
    return OK


def _each_line(reply: Callable[[str], str]) -> int:
    # utf-8-sig: some programs begin what they write with a byte order mark.
    sys.stdin.reconfigure(encoding="utf-8-sig", errors="replace")  # type: ignore[union-attr]
    for line in sys.stdin:
        if line.strip():
            print(reply(line), flush=True)
    return OK


def _check(options: argparse.Namespace, settings: Settings) -> int:
    from bot.checking import Means, as_record, as_text, check_knowledge
    from bot.evaluation.held_out import KeepingMeanings
    from bot.terminal.progress import watching

    if options.folder and options.knowledge:
        raise SettingsError("Two folders are named. Leave out --knowledge, or the folder behind `check`.")
    with watching() as watch, ThreadPoolExecutor(1) as pool:
        means = Means(pool.submit(_meanings, settings, KeepingMeanings).result, _cache(settings), watch)
        result = check_knowledge(options.folder or _folder(options, settings), means, full=options.full)
    print(json.dumps(as_record(result), indent=2) if options.json else as_text(result))
    return OK if result.library else FAULTY


def _new(options: argparse.Namespace, settings: Settings) -> int:
    from bot.drafting import as_text, start_story

    print(as_text(start_story(options.folder, options.article)))
    return OK


def _report(options: argparse.Namespace, settings: Settings) -> int:
    from bot import report
    from bot.evaluation.held_out import KeepingMeanings
    from bot.terminal.progress import watching

    report.refuse_to_overwrite(options.out)
    library, meanings = load_library(_folder(options, settings)), _meanings(settings, KeepingMeanings)
    where = settings.records.get_secret_value() if settings.records else None
    kept = report.read_kept(where, settings.records_days, meanings)
    with watching() as watch:
        found = report.study(library, meanings, kept, watch)
    report.write_report(report.as_html(found), options.out)
    print(f"Wrote {options.out}. Open it in a browser.", kept.missing, sep="\n" if kept.missing else "")
    return OK


def _unanswered(options: argparse.Namespace, settings: Settings) -> int:
    from bot.knowledge.unanswered import as_record, as_text, read_groups  # others need no database

    if settings.records is None:
        raise SettingsError("Nothing that is asked in vain is kept: RECORDS is off. See .env.example.")
    groups = read_groups(settings.records.get_secret_value(), settings.records_days, _meanings(settings))
    print(json.dumps(as_record(groups), indent=2) if options.json else as_text(groups))
    return OK


def _evaluate(options: argparse.Namespace, settings: Settings) -> int:
    from bot import evaluation  # other commands need no baselines

    if options.plot:
        evaluation.require_plotting()
    answerer = _answerer(options, settings)
    questions = evaluation.read_questions(options.questions, answerer.library)
    found = evaluation.evaluate(answerer, questions, options.worst)
    record = evaluation.as_record(found) if options.json else None
    print(json.dumps(record, indent=2) if record else evaluation.as_text(found))
    if options.plot:
        evaluation.save_plot(found, options.plot)
    return OK
