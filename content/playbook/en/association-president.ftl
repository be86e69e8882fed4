# For the association's president.

play-association-president-start-do = Ask your building reps what they hear most, and who knows a lot about it.
play-association-president-start-send = Dear reps, what do you hear most often about what stands in your students' way? And who in your building knows a lot about it? Two lines are enough.
play-association-president-start-ask = Who do your colleagues turn to when they are stuck on this?
play-association-president-start-trap = Bringing contract points to this table. They have their own place. Keep this one for students.

play-association-president-build-do = Set a date each month with the superintendent. Do the same with the PTA council.
play-association-president-build-send = Could we meet for half an hour each month? We bring what teachers see, and you bring what families see. Let's start with one thing that we both care about.
play-association-president-build-ask = What do families ask that no one answers?
play-association-president-build-trap = Doing it all yourself. Then it ends with your term. Bring a second person along from the start.

play-association-president-include-do = Ask each rep to name one parent who could help with the goal.
play-association-president-include-send = Dear reps, you know our families well. Is there a parent you would like to see on your school's team? Please ask them first, and let me know by Friday.
play-association-president-include-ask = Which parent asks the best questions at your school?
play-association-president-include-trap = Speaking for families. Ask them to speak, and back them up.

play-association-president-quiet-do = Ask the goal's team what would help most: time, a second person, or a smaller step.
play-association-president-quiet-send = Our goal has gone quiet. That happens. What would help most: time, a second person, or a smaller step? I will ask for it.
