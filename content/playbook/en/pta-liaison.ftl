# For PTA liaisons.

play-pta-liaison-start-do = Ask families one question: what gets in the way of your child?
play-pta-liaison-start-send = Dear families, what makes school days hard for your child? One or two lines are enough, in any language. Please leave out names.
play-pta-liaison-start-ask = What do you wish the school knew about your mornings at home?
play-pta-liaison-start-trap = Bringing a long list. One clear thing gets done, and ten get a thank-you.

play-pta-liaison-build-do = Meet your school's building rep for 20 minutes, and set the next date before you leave.
play-pta-liaison-build-send = Hi. Could we meet for 20 minutes each month? You hear what teachers see, and I hear what families see. Let's compare, and pick one thing.
play-pta-liaison-build-ask = What do you hear from parents that I should know?
play-pta-liaison-build-trap = Meeting only the principal. Teachers see other things, and they see them each day.

play-pta-liaison-include-do = Ask one parent who has never come to a meeting, and offer to go with them.
play-pta-liaison-include-send = Dear families, the school's team has a place for a parent. It takes an hour a month, by phone if you like, and there is an interpreter. Would you like to come once and see?
play-pta-liaison-include-ask = What has kept you from coming so far?
play-pta-liaison-include-trap = Counting on those who always come. Ask one new person each month.

play-pta-liaison-quiet-do = Ask your goal's team for ten minutes, and pick one small thing to try for one week.
play-pta-liaison-quiet-send = Could we take ten minutes this week for our goal? I'd like to tell families how it goes. If now is a bad time, we can pause.
