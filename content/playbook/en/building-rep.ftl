# For building reps.

play-building-rep-start-do = Ask colleagues one question: what gets in the way of your students?
play-building-rep-start-send = Hi. I asked colleagues what gets in the way of our students, and one thing came up a lot. Could we meet for 20 minutes this week and pick one small step to try?
play-building-rep-start-ask = If one thing could be easier for your students by next month, what should it be?
play-building-rep-start-trap = Waiting for the perfect plan. Pick a small thing that you can try within three weeks.

play-building-rep-build-do = Meet your PTA liaison for 20 minutes each month. Set the next date before you leave.
play-building-rep-build-send = Dear colleagues, after each team meeting I'll tell you in three lines what we heard and what was decided. Tell me what to bring next time.
play-building-rep-build-ask = What should I bring to the next meeting for you?
play-building-rep-build-trap = Asking people and never telling them what came of it. When no answer comes, they stop writing.

play-building-rep-include-do = Ask one parent, in person, to come to the next team meeting.
play-building-rep-include-send = Hello. We're working on one goal for our students, and we need a parent's view. Would you come for half an hour? You can join by phone, and no is fine.
play-building-rep-include-ask = What would your child say about this?
play-building-rep-include-trap = Asking parents about a plan that is settled. Ask them while it can still change.

play-building-rep-quiet-do = Ask your goal's team for ten minutes, and pick one small thing to try for one week.
play-building-rep-quiet-send = Could we take ten minutes this week for our goal? I'd like to pick one small thing to try for one week. If now is a bad time, we can pause.
