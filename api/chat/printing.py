"""The suuntakortti as one A4 to keep: black on white, so that any printer does."""

import asyncio
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.fonts import TTFFont

from api.chat import plans
from api.clock import today
from api.db import conversations
from api.product import Product
from domain.errors import NotFound
from domain.texts import Texts

FONT = "Source Sans"
FILES = {"": "SourceSansPro-Regular.ttf", "B": "SourceSansPro-Semibold.ttf"}
MARGIN, LINE = 18.0, 0.48  # millimetres; millimetres of a line's height per point of its letters
SCALES = (1.0, 0.94, 0.88, 0.83, 0.78, 0.73)
FOOT = 12.0  # millimetres from the bottom
BOX = 3.6
GREY, BLACK = 90, 0


async def printed(product: Product, conversation_id: str) -> bytes:
    """Return the newest card as PDF. Raises NotFound when there is none yet."""
    view = await plans.own(product, conversation_id)
    if view["version"] == 0:
        raise NotFound("no_plan")
    async with product.database.read() as db:
        texts = product.texts.spoken(await conversations.language(db, conversation_id))
    return await asyncio.to_thread(page, view, texts, today())


def page(view: dict[str, Any], texts: Texts, on: date) -> bytes:
    """Return the card, its letters as large as one page allows; what fits on none is not made small for nothing."""
    for scale in SCALES:
        content, pages = _laid_out(Sheet(texts, scale), view, on)
        if pages == 1:
            return content
    return _laid_out(NumberedSheet(texts, 1.0), view, on)[0]


def _laid_out(sheet: "Sheet", view: dict[str, Any], on: date) -> tuple[bytes, int]:
    sheet.lay_out(view, on)
    content = bytes(sheet.output())
    sheet.close_fonts()
    return content, sheet.pages_count


def day_of(day: date) -> str:
    """Return a day as it is written in Finnish."""
    return f"{day.day}.{day.month}.{day.year}"


def when_of(written: str) -> str:
    """Return a time as the two wrote it; a day of the calendar as it is written in Finnish."""
    try:
        return day_of(date.fromisoformat(written))
    except ValueError:
        return written


class Sheet(FPDF):
    """One card laid out; `scale` makes its letters smaller."""

    def __init__(self, texts: Texts, scale: float) -> None:
        super().__init__(format="A4")
        self._scale = scale
        self._say = texts.say
        for style, path in _fonts().items():
            self.add_font(FONT, style, path)
        self.set_lang("fi")
        self.set_title(texts.say("card_title"))
        self.set_margin(MARGIN)
        self.c_margin = 0
        self.set_auto_page_break(auto=True, margin=MARGIN)

    def lay_out(self, view: dict[str, Any], on: date) -> None:
        """Write the card on as many pages as it takes."""
        self.add_page()
        self._head(on, accepted=view["accepted_at"] is not None)
        self._body(view)

    def close_fonts(self) -> None:
        """Give the files of the fonts back."""
        for font in self.fonts.values():
            if isinstance(font, TTFFont):
                font.ttfont.close()

    def _head(self, on: date, *, accepted: bool) -> None:
        self._text(self._say("card_title"), 26, "B")
        made = self._say("card_made", day=day_of(on))
        self._text(f"{made} {self._say('card_accepted')}" if accepted else made, 10.5, grey=True)
        self.ln(2)
        self.set_line_width(0.6)
        self.line(MARGIN, self.get_y(), self.w - MARGIN, self.get_y())
        self.ln(3)

    def _body(self, view: dict[str, Any]) -> None:
        card = view["content"]
        names = {one["service"]: one for one in view["services"]}
        if card["goal"]:
            self._heading("card_goal")
            self._text(card["goal"], 15, "B")
        if card["services"]:
            self._heading("card_services")
            for one in card["services"]:
                self._service(one["order"], names.get(one["id"]) or {"name": one["id"], "decided_by": ""})
        if card["steps"]:
            self._heading("card_steps")
            for step in card["steps"]:
                self._step(step)
        if card["noticing"]:
            self._heading("card_noticing")
            self._text(card["noticing"], 12.5)
        if card["next_check_in"]:
            self._heading("card_next")
            self._text(when_of(card["next_check_in"]), 15, "B")
        self.ln(6)
        self._text(self._say("card_own"), 10, grey=True)

    def _service(self, order: int, service: dict[str, str]) -> None:
        self._text(f"{order}. {service['name']}", 12.5, "B")
        if service["decided_by"] and not service["decided_by"].startswith(self._say("card_no_decision")):
            self._text(self._say("card_decides", who=service["decided_by"]), 10.5, grey=True, indent=6)
        self.ln(0.8)

    def _step(self, step: dict[str, Any]) -> None:
        """A box to tick on paper; what is done already is ticked."""
        height = 12.5 * LINE * self._scale
        self._keep(2 * height)
        top = self.get_y() + (height - BOX) / 2
        self.set_line_width(0.3)
        self.rect(MARGIN, top, BOX, BOX)
        if step["done"]:
            self.set_line_width(0.7)
            self.polyline([(MARGIN + 0.7, top + 1.9), (MARGIN + 1.5, top + 2.8), (MARGIN + 3, top + 0.7)])
        self._text(step["text"], 12.5, indent=6)
        beside = " · ".join(part for part in (step["who"], when_of(step["when"])) if part)
        if beside:
            self._text(beside, 10.5, grey=True, indent=6)
        self.ln(1)

    def _heading(self, sentence: str) -> None:
        self._keep(20 * self._scale)
        self.ln(4 * self._scale)
        self._text(self._say(sentence), 11, "B", grey=True)
        self.ln(0.5)

    def _keep(self, height: float) -> None:
        """Begin a new page when what belongs together has no room on this one."""
        if self.get_y() + height > self.h - MARGIN:
            self.add_page()

    def _text(self, text: str, points: float, style: str = "", *, grey: bool = False, indent: float = 0) -> None:
        size = points * self._scale
        self.set_font(FONT, style, size)
        self.set_text_color(GREY if grey else BLACK)
        self.set_x(MARGIN + indent)
        self.multi_cell(self.epw - indent, size * LINE, _printable(text), align="L", new_x="LMARGIN", new_y="NEXT")


class NumberedSheet(Sheet):
    """A card of several pages."""

    def footer(self) -> None:
        """Write which page of how many this is; fpdf fills in the number of all."""
        self.set_y(-FOOT)
        self._text(self._say("card_page", page=self.page_no(), pages="{nb}"), 10, grey=True)


def _printable(text: str) -> str:
    """Return the text without signs that the font has no picture of, such as emojis."""
    known = _signs()
    return "".join(sign for sign in text if sign == "\n" or ord(sign) in known)


@cache
def _fonts() -> dict[str, str]:
    folder = files("font_source_sans_pro") / "files"
    return {style: str(folder / name) for style, name in FILES.items()}


@cache
def _signs() -> frozenset[int]:
    with TTFont(_fonts()[""]) as font:
        return frozenset(font.getBestCmap() or ())
