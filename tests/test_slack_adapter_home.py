"""The home tab behind a pop-up shows what was done in it, without being opened again."""

from __future__ import annotations

from support.slack_talk import LINCOLN, RIVERA, Core, connected, last, saying, until

from bot.boundary import (
    Answer,
    Button,
    Buttons,
    Event,
    Form,
    FormErrors,
    Message,
    Opened,
    Press,
    Private,
    Submit,
    Text,
    TextField,
)

ASK = Form(name="ask", title="Ask", submit="Send", cancel="Not now", about="", fields=(TextField("text", "Question"),))


class Desk(Core):
    """At home one reads how many questions one has asked."""

    def __init__(self) -> None:
        super().__init__()
        self.asked = 0
        self.answer = self._answer

    def _answer(self, event: Event) -> Answer:
        match event:
            case Press(do="ask"):
                return ASK
            case Press(do="take back"):
                self.asked -= 1
            case Submit(fields=fields) if fields["text"] == ("",):
                return FormErrors({"text": "Please write something."})
            case Submit():
                self.asked += 1
                return Private(Message((Text("Sent."), Buttons((Button("Take it back", "take back"),)))))
        return Private(Message((Text(f"Asked: {self.asked}"), Buttons((Button("Ask", "ask"),)))))

    @property
    def drawn(self) -> int:
        return sum(isinstance(act, Opened) for act in self.acts)


async def test_what_is_done_in_a_pop_up_is_on_the_home_behind_it() -> None:
    async with connected(core := Desk()) as (slack, _):
        rivera = slack.sit(RIVERA)
        await rivera.open_home()
        await until(rivera.home)

        def home() -> str:
            shown = rivera.home()
            assert shown
            return shown.text

        shown = rivera.home()
        assert shown
        await rivera.press(shown, "Ask")
        assert core.drawn == 1  # a form that is opened changes nothing
        await rivera.submit({"text": "Which night?"})
        assert rivera.form
        assert rivera.form.shown
        await until(lambda: home() == "Asked: 1")
        await rivera.press(rivera.form.shown, "Take it back")
        await until(lambda: home() == "Asked: 0")
        acts = core.acts
        assert len({act.id for act in acts}) == len(acts)


async def test_what_is_done_elsewhere_draws_no_home() -> None:
    """Slack asks for it when somebody comes to it."""
    async with connected(core := Desk()) as (slack, _):
        rivera = slack.sit(RIVERA)
        await rivera.command(LINCOLN, "somewhere")
        await until(lambda: rivera.messages(LINCOLN))
        await rivera.press(last(slack, RIVERA), "Ask")
        await rivera.submit({"text": "Which night?"})
        assert (core.asked, core.drawn) == (1, 0)
        await rivera.open_home()
        await until(rivera.home)
        assert core.drawn == 1


async def test_the_last_home_is_the_newest() -> None:
    """However slow it is to be drawn, and however much is done meanwhile."""
    async with connected(Desk()) as (slack, _):
        rivera = slack.sit(RIVERA)
        await rivera.open_home()
        await until(rivera.home)
        shown = rivera.home()
        assert shown
        for _ in range(4):
            await rivera.press(shown, "Ask")
            await rivera.submit({"text": "Which night?"})
            rivera.dismiss()
        await until(lambda: (now := rivera.home()) and now.text == "Asked: 4")


async def test_a_home_that_cannot_be_drawn_is_let_be() -> None:
    async with connected(core := Desk()) as (slack, _):
        rivera = slack.sit(RIVERA)
        await rivera.open_home()
        await until(rivera.home)
        shown = rivera.home()
        assert shown
        usual = core.answer
        core.answer = lambda act: Private(saying("Busy."), done=False) if isinstance(act, Opened) else usual(act)
        await rivera.press(shown, "Ask")
        await rivera.submit({"text": "Which night?"})
        await until(lambda: core.drawn == 2)
        core.answer = usual
        assert rivera.form
        assert rivera.form.shown
        await rivera.press(rivera.form.shown, "Take it back")
        await until(lambda: core.drawn == 3)
