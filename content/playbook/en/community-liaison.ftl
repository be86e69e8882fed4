# For partners in the community and at universities.

play-community-liaison-start-do = Offer one thing that you do well, for one goal and for one month.
play-community-liaison-start-send = Hello. We would like to help with one goal for students. We can offer a room, two helpers, or training in small tests of change. What would help you most?
play-community-liaison-start-ask = What have you tried so far, and what did you learn?
play-community-liaison-start-trap = Coming with a full program. Ask what they need, and start small.

play-community-liaison-build-do = Ask the association and the PTA to name one person each for you to talk to.
play-community-liaison-build-send = Could we each name one person and talk for 20 minutes a month? Then we'd both know early what is coming, and we could plan our help.
play-community-liaison-build-ask = Which other school is working on the same thing and could compare notes?
play-community-liaison-build-trap = Relying on one friend in the district. When they leave, everything is lost. Know two people.

play-community-liaison-include-do = Invite a school's team to a place where families already feel at home.
play-community-liaison-include-send = Our doors are open for your next meeting. Families know the way, and their children can play next door. Which evening would suit you?
play-community-liaison-include-ask = Which families trust us, and who could we bring together with the school?
play-community-liaison-include-trap = Speaking for families. Make room for them, and let them speak.

play-community-liaison-quiet-do = Ask the goal's team what one free hour of yours could do.
play-community-liaison-quiet-send = We haven't heard about the goal for a while. That happens. We have an hour this week. What could we do for you?
