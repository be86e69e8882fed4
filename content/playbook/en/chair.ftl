# For those who chair a committee.

play-chair-start-do = Cut the next agenda to one question, and leave half of the time to talk about it.
play-chair-start-send = Dear all, next time we'll take up just one question: what could we try in three weeks? Please bring one thing that you have seen.
play-chair-start-ask = Who isn't here, and should be?
play-chair-start-trap = Talking for most of the hour. Go around the table first, and speak last.

play-chair-build-do = End each meeting with who does what by when, and send it out the same day.
play-chair-build-send = Thank you for today. Please check what you took on, and by when. If it doesn't work for you, tell me now and we'll change it.
play-chair-build-ask = Can you do this by then, or should we make it smaller?
play-chair-build-trap = Handing out tasks. A step works when somebody takes it on freely.

play-chair-include-do = Hold your next meeting at a time when parents can come, and begin with what they see.
play-chair-include-send = We would like two parents at our next meeting. What time works for families, and who could interpret?
play-chair-include-ask = How would a parent explain our goal to a neighbor?
play-chair-include-trap = Using words that only schools use. When one person can't follow, stop and say it plainly.

play-chair-quiet-do = Put one point on the next agenda: keep the goal, change it, or pause.
play-chair-quiet-send = Our goal has gone quiet. Next time, let's take ten minutes: do we keep it, change it, or pause it? All three are fine.
