"""What belongs to everybody's home: the card itself, how messages come, the district's week."""

from __future__ import annotations

from bot.feature import Feature
from bot.home import home, preferences, week
from bot.people import weekly
from bot.request import Anyone, Route

OWN = (Anyone("it shows and changes only what is theirs"),)


def feature(others: Feature) -> Feature:
    """Made of what the features hand over for it."""
    come_home = Route(home.home(others.home, (*others.starts, preferences.offer)), OWN)
    return Feature(
        commands={"somewhere": come_home},
        presses={
            "home": come_home,
            "messages": Route(preferences.ask(others.notices), OWN),
            "messages.questions": Route(preferences.ask_how_questions_come, OWN),
            "messages.mute": Route(preferences.mute(others.notices), OWN),
        },
        forms={
            preferences.QUESTIONS: Route(preferences.save_how_questions_come, OWN),
            preferences.FORM: Route(preferences.save(others.notices), OWN),
        },
        due={weekly.DIGEST: week.tell(others.weekly)},
    )
