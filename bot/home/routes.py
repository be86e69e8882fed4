"""What belongs to everybody's home: the card itself, how messages come, the district's week."""

from __future__ import annotations

from bot.feature import Feature, merge
from bot.home import home, messages, news, week
from bot.people import weekly
from bot.request import Anyone, Route

OWN = (Anyone("it shows and changes only what is theirs"),)


def feature(others: Feature) -> Feature:
    """Made of what the features hand over for it."""
    kinds = others.notices
    sections = merge(Feature(home={"news": news.section(kinds)}), others).home
    starts = (*others.starts, messages.offer)
    come_home = Route(home.home(sections, starts, others.path), OWN, crowded=True)
    return Feature(
        commands={"somewhere": come_home},
        presses={
            "home": come_home,
            "home.more": Route(home.more(sections, starts, others.path), OWN, crowded=True),
            "messages": Route(messages.show(kinds), OWN),
            "messages.hours": Route(messages.ask_hours, OWN),
            "messages.questions": Route(messages.ask_how_questions_come, OWN),
            "messages.switch": Route(messages.switch(kinds), OWN),
            "messages.mute": Route(messages.mute(kinds), OWN),
            "messages.where": Route(messages.change_where(kinds), OWN),
        },
        forms={
            messages.FORM: Route(messages.save(kinds), OWN),
            messages.QUESTIONS: Route(messages.save_how_questions_come(kinds), OWN),
        },
        due={weekly.DIGEST: week.tell(others.weekly)},
    )
