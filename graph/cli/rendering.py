"""Rows on stdout, in one way for all commands: table, JSON, JSON lines, CSV, Markdown."""

import csv
import json
import sys
from collections.abc import Sequence
from typing import Any

from graph.cli.options import Format, Language
from graph.statement import Answer

FORMULA = ("=", "+", "-", "@", "\t", "\r")
CHINESE = {
    "place": "地方", "owner": "所属", "ordinal": "序号", "ordinal_printed": "原文编号", "unit": "机构", "kind": "类别",
    "lines": "行号", "depth": "层级", "relationship": "关系", "step": "步骤", "bureau": "主管单位", "institution": "事业单位",
    "wording": "表述", "rank": "规格", "branch": "分支机构", "sign": "牌子", "since": "始于", "name": "名称",
    "language": "语言", "steps": "路径", "document": "文件", "office": "办公室", "group": "议事协调机构", "form": "形式",
    "wordings": "表述", "body": "单位", "function": "职能", "units": "机构", "functions": "职能", "before": "变动前",
    "after": "变动后", "date": "时间", "what": "项目", "announced": "宣布数", "found": "实际数", "status": "状态",
    "other": "另一端", "spans": "位置", "quotes": "引文摘要", "bodies": "单位", "divisions": "内设机构", "text": "原文",
    "institutions": "事业单位", "signs": "牌子", "hosted_offices": "承办办公室", "relationships": "关系数", "outcome": "结果",
    "query": "查询", "question": "问题", "id": "标识", "nodes": "节点数", "score": "相似度", "rules": "规则",
}  # fmt: skip


def show(answer: Answer, form: Format, language: Language, *, title: str = "", excel: bool = False) -> None:
    """Print an answer on stdout; an empty one prints no rows and is no error."""
    if form is Format.json:
        print(json.dumps(answer.records(), ensure_ascii=False, indent=2, default=str))
    elif form is Format.jsonl:
        for record in answer.records():
            print(json.dumps(record, ensure_ascii=False, default=str))
    elif form is Format.csv:
        _csv(answer, excel)
    elif form is Format.markdown:
        _markdown(answer, language)
    else:
        _table(answer, language, title)


def cell(value: Any) -> str:
    """A value as one line of text; characters that control a terminal are shown as escapes."""
    if value is None:
        return ""
    if isinstance(value, list) and all(isinstance(item, str | int | float) for item in value):
        return ("; " if any(isinstance(item, str) for item in value) else ", ").join(plain(str(item)) for item in value)
    if isinstance(value, dict | list):
        return plain(json.dumps(value, ensure_ascii=False, default=str))
    return plain(str(value))


def plain(text: str) -> str:
    """The text with everything that does not print as escapes, so that it is only text."""
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode() for one in text)


def heading(name: str, language: Language) -> str:
    """The heading of a column for people."""
    return CHINESE.get(name, name) if language is Language.zh else name.replace("_", " ")


def _csv(answer: Answer, excel: bool) -> None:
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(answer.columns)
    for row in answer.rows:
        writer.writerow([_guarded(_csv_cell(value), excel) for value in row])


def _csv_cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return str(value)


def _guarded(text: str, excel: bool) -> str:
    return "'" + text if excel and text.startswith(FORMULA) else text


def _markdown(answer: Answer, language: Language) -> None:
    _markdown_row([heading(name, language) for name in answer.columns])
    _markdown_row(["---"] * len(answer.columns))
    for row in answer.rows:
        _markdown_row([cell(value) for value in row])


def _markdown_row(cells: Sequence[str]) -> None:
    escaped = (
        text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("`", "\\`") for text in cells
    )
    print("| " + " | ".join(escaped) + " |")


def _table(answer: Answer, language: Language, title: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    terminal = sys.stdout.isatty()
    console = Console(width=None if terminal else _width(answer), no_color=not terminal, highlight=False)
    if title:
        console.print(Text(title, style="bold"))
    table = Table(box=SIMPLE_HEAD, pad_edge=False)
    for name in answer.columns:
        numbers = all(isinstance(row[answer.columns.index(name)], int | None) for row in answer.rows)
        table.add_column(Text(heading(name, language)), justify="right" if numbers else "left", overflow="fold")
    for row in answer.rows:
        table.add_row(*(Text(cell(value)) for value in row))
    console.print(table)
    if not answer.rows:
        print("没有结果" if language is Language.zh else "no rows", file=sys.stderr)


def _width(answer: Answer) -> int:
    """Wide enough that nothing is shortened: a wide character takes two cells."""
    widest = max((sum(2 * len(cell(value)) + 3 for value in row) for row in answer.rows), default=0)
    return max(widest, 40 * len(answer.columns), 200)
