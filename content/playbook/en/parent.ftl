# For parents.

play-parent-start-do = Say in two lines what makes school hard for your child. No names needed.
play-parent-start-send = I'm a parent and I'd like to help. What are you trying for our children right now, and where could a parent be of use?
play-parent-start-ask = What is the school trying right now, and how can we help at home?
play-parent-start-trap = Thinking you have to know how schools work. You know your child, and that's what is missing.

play-parent-build-do = Find out who your PTA liaison is, and tell them one thing that should stay on the list.
play-parent-build-send = Hello. What came of the last meeting? I'd like to follow one thing, and I can ask other parents about it.
play-parent-build-ask = Who tells families what was decided, and when?
play-parent-build-trap = Waiting to be asked. One short question a month keeps things moving.

play-parent-include-do = Go to one meeting, and take a friend along.
play-parent-include-send = I would like to come to the next meeting and listen. Can I join by phone, and is there an interpreter?
play-parent-include-ask = What can parents decide here, and what can't they?
play-parent-include-trap = Saying nothing because others know more. One plain question often helps the whole room.

play-parent-quiet-do = Ask your PTA liaison how the goal is going.
play-parent-quiet-send = Hello. How is our goal going? If something is stuck, maybe parents can help.
