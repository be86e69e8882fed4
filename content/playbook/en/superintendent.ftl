# For district administration.

play-superintendent-start-do = Open up one real decision to others this month. Share the numbers you have on it.
play-superintendent-start-send = Hello all. I'd like us to pick one goal for our students together. I will bring the numbers we have and set aside time for a small team. What should we look at first?
play-superintendent-start-ask = What are you worried about that these numbers could help us see?
play-superintendent-start-trap = Asking for opinions once everything is decided. Say first what is open, what is fixed, and who decides.

play-superintendent-build-do = Set one date a month with the association's president, and keep it even when things are calm.
play-superintendent-build-send = Could we meet for half an hour on the same day each month? We each bring two points. And let's keep it going even if one of us moves on.
play-superintendent-build-ask = What would you have liked to hear from us sooner?
play-superintendent-build-trap = Meeting only when there is trouble. Then each talk feels like a fight, and people stop coming.

play-superintendent-include-do = Ask the PTA council for two parents to join one committee.
play-superintendent-include-send = We would like two parents on this committee, with a full say. We can offer a phone line, an interpreter, and a time after work. Who would you name?
play-superintendent-include-ask = What would make it easy for a parent to come, and to speak?
play-superintendent-include-trap = Picking the parents yourself. Let families choose who speaks for them.

play-superintendent-quiet-do = Ask the goal's team which small step could start this week.
play-superintendent-quiet-send = Our goal has gone quiet. That happens. What is one small step we could try this week? I can free up time for it.
