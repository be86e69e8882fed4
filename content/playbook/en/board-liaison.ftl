# For the school board's liaison.

play-board-liaison-start-do = Say in public: we want teachers and families at the table. It takes one sentence.
play-board-liaison-start-send = As a board, we would like our schools to work on one goal together with teachers and families. Please tell us what time and training that would take.
play-board-liaison-start-ask = What would you need from us to do this well?
play-board-liaison-start-trap = Steering the work yourself. The board sets the tone, and the people in the schools do the work.

play-board-liaison-build-do = Ask what the shared work costs in time and training, and bring that to the budget talks.
play-board-liaison-build-send = Please tell the board what time and training the shared work needs next year. We would also like to put you in touch with a district that has tried the same thing.
play-board-liaison-build-ask = Which part of this work still depends on people's free evenings?
play-board-liaison-build-trap = Paying for the first year and not for the third. Small and steady is better.

play-board-liaison-include-do = Plan one evening when the board only listens, in a place where families already go.
play-board-liaison-include-send = The board would like to listen to families and neighbors for an hour. We will say in writing what we heard. What is a good place and time?
play-board-liaison-include-ask = Who haven't we heard from this year?
play-board-liaison-include-trap = Talking about board business in a chat. Listen here, and answer in an open meeting.

play-board-liaison-quiet-do = Ask the superintendent what the goal needs next, and how the board could help.
play-board-liaison-quiet-send = We haven't heard about the goal for a while. That happens. Would time, money or training help?
