language-name = English
# Whose way of writing dates and lists is used.
formats = en_US
# What a word and the article of what is filled in after it become, as in Spanish: “de el = del”.
contractions = none
moment = { $weekday }, { $day }, { $time }
moment-elsewhere = { $moment } ({ $own } where you are)

edit = Edit
cancel = Cancel
fix-it = Fix it
preview-changed = Something here has changed since you looked. Please look once more before you go on.
nothing-lost = Almost there. What you typed is kept.
quoted-others-read = By now others would read it who may not read the original. Please say it in your own words, without names.
draft-alike = Another draft of yours said much the same. I deleted it, too, so that it doesn't tell who wrote this. It said:
gone = That isn't here any more. Type /somewhere to see what is.
for-others-by-now = What was here is for other people by now, so it isn't updated here any more. Type /somewhere to see what is for you.
busy = I'm busy right now and changed nothing. Please try again.
went-wrong = Something went wrong on my side. Nothing was changed. Please try again in a minute.
stranger = I don't know you yet. Ask the person who looks after me in your district, my caretaker, to add you to the roster.
stranger-ask = I don't know you yet. { $names } can add you to the roster. If I know you in another app, type /link there.
not-connected = This place isn't connected to a district yet. A caretaker of the district types /somewhere connect and the code that they were given.
connect-done = Done. From now on this is { $district }'s. Type /somewhere to begin.
connect-wrong = That code isn't good: it was mistyped, used before, or is more than a week old. The person who runs me can make a new one.
connect-not-you = That code is for a caretaker of its district, and the roster doesn't name you as one. Nothing was changed; the code is still good.

may-needs-a-seat = This comes from people with a role, such as building rep or principal. You have none at the moment.
may-needs-a-seat-ask = This comes from people with a role, such as building rep. You can ask { $name } to do it: { $seat }.
may-only-its-seat = Only { $seat } can do that: { $name }.
may-only-its-group = Only somebody of { $group } can do that.
may-only-its-committee = It is with { $committee } now. Only its members can do that.
may-not-your-place = This was asked in a channel for another group or school, so I can't take your answer or show it.
nobody-yet = nobody holds it yet

home-title = Hello, { $name }
home-nothing = Nothing waits for you. Have a good day.
home-nothing-here = Nothing waits here any more.
home-news = News for you
home-more = { $what }: { $count } more
home-all = { $what }: { $count }
home-rest = Everything else: { $count }
home-back = Back
home-previous = Previous
home-next = Next
home-foot = Only you see this. You can also type /somewhere ask or /somewhere goals, for example. I read what you send me, the buttons you press, and what is said under a committee's question or agenda, in a joined channel, or where a card says that replies reach somebody.

install-done = Start Somewhere is in your workspace. Next, a caretaker of the district types /somewhere connect there, and the code that they were given.
install-failed = That did not work: it took too long, was cancelled, or began in another browser. Nothing was installed. Open the installation link once more.
