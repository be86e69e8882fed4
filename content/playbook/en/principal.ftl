# For principals.

play-principal-start-do = Give your rep and your PTA liaison 20 minutes this week. Mostly listen.
play-principal-start-send = Could the three of us meet for 20 minutes this week? I'd like to hear what gets in the way of our students. Then we pick one thing to try.
play-principal-start-ask = What is one thing here that we could change within three weeks?
play-principal-start-trap = Coming with the answer. If you name the goal, people nod and nothing moves.

play-principal-build-do = Set a date each month for your school's team, and say what you decide there together.
play-principal-build-send = From now on our school's team meets on the same day each month. We decide some things there together. A few stay with me, and I will say which and why.
play-principal-build-ask = What do I decide alone now that we should decide together?
play-principal-build-trap = Letting the team talk, and then deciding alone. Say at the start which kind of talk it is.

play-principal-include-do = Offer parents two places on your school's team, with the same say as everyone else.
play-principal-include-send = Dear families, our school's team has two places for parents. It takes one hour a month. You can join by phone, and we'll have an interpreter. Would you like to try it?
play-principal-include-ask = What do you see at home that we can't see here?
play-principal-include-trap = Asking only the parents you know. Ask the PTA liaison who is never in the room.

play-principal-quiet-do = Free ten minutes for the goal's team, and ask what would help.
play-principal-quiet-send = Our goal has gone quiet, and nothing is lost. Would ten minutes this week help? I can give you the time.
