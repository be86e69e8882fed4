listening-notices = Listening sessions of the board
listening-start = Listen to people
listening-may-open = Only the board's chair or liaison opens a listening session.
listening-under-way = One of your listening sessions is under way. Type /somewhere to see it, or to close it.
listening-no-place = There is no channel yet in which somebody could say yes for the people there. The person who looks after me can add channels and roles.

listening-form-title = Listen to people
listening-form-en = What would you like to know? In English
listening-form-es = What would you like to know? In Spanish
listening-form-hint = For example: What should the board know about bus times?
listening-form-places = Where?
listening-form-until = For how long?
listening-form-days = { $count } school days
listening-form-rates = Ask afterwards what matters now?
listening-form-rates-no = No
listening-form-rates-yes = Yes, the same people, one tap each
listening-wrong-question = Please ask in up to { $most } characters, in both languages.
listening-wrong-places = Please choose one to { $most } channels from the list.
listening-wrong-until = Please choose how long it is open.
listening-where = { $place }, for { $whom }. It takes the yes of { $names }.
listening-until = People can write until { $when }. Then each group's leaders look through what their own people said, for two school days. After that the members of your board read it, each for themselves.
listening-until-rates = People can write until { $when }. Then each group's leaders look through what their own people said, for two school days, and put it under titles. For three more the people asked read all groups' titles, never the words, and say privately which matter now. After that the members of your board read it, each for themselves, with counts by group.
listening-law = Nothing is decided here, and board members discuss nothing here: decisions belong in a public meeting. I give no legal advice.
listening-open = Ask them
listening-opened-already = That session is open already.
listening-opened = Asked: { $names }. In each place it begins as soon as they say yes.
listening-is-open = The session is open.
listening-is-closed = This listening session isn't open any more.

listening-asks-yes = { $name } ({ $seat }) would like to hear from people in { $places }, until { $when }. You look through what your own people say and may hide words; then the board's members read the rest. May it be asked among your people?
listening-asks-rates = After that your people are asked, for three school days, which of all groups' titles matter now: one private tap each. The board sees counts by group, none under five. You can take your yes back until then.
listening-yes = Yes, it may
listening-no = Not among our people
listening-yes-back = Take my yes back
listening-yes-done = Thank you. It begins wherever everybody asked has said yes.
listening-no-done = Noted. It isn't asked, or asked any more, where your people are. What they said already stays.
listening-may-say-yes = Only those who lead a group that is asked can say that.

listening-title = { $board } is listening
listening-who = { $name } ({ $seat }) asks. First the leaders of your own group read what you say and may hide words, with a reason that you read. Then the board's members read it, each for themselves, and its chair's answer comes back to you. The district may be able to read or release it.
listening-who-vacant = { $seat } asks; nobody has that role now. First the leaders of your own group read what you say and may hide words, with a reason that you read. Then the board's members read it, each for themselves. An answer can come back to you once somebody has that role. The district may be able to read or release it.
listening-card-until = Open until { $when }.
listening-card-rates = Leaders put words under titles. When this is closed, the people asked here read the titles of all groups, never the words, and say privately which matter now.
listening-card-foot = Please use the button: what is written in the channel isn't brought to the board. Nothing is decided here.
listening-say = Say it
listening-own = What I said
listening-own-none = You have said nothing here, or I no longer know that it was you.
listening-closed-card = This is closed. Thank you. What comes of it goes back to those who spoke. Nothing is decided here.
listening-not-asked = You aren't among those who are asked here. Board members are heard through their liaison, or in their own meetings.

listening-say-title = Say it
listening-text = What should the board know?
listening-text-hint = Please leave out names of students and employees. Nothing is sent yet.
listening-readers = First { $names } can read it, for your group; after that the board's members, each for themselves. I show it to nobody else.
listening-vacant = Nobody can answer it now: nobody has the role that does ({ $seat }). An answer can come once somebody has it.
listening-is-unnamed = It goes without your name. They read that somebody of { $group } wrote it.
listening-few =
    { $count ->
        [one] You are the only one of { $group } who is asked, so anybody could tell that it is you.
       *[other] Only { $count } people of { $group } are asked, so it could be guessed who wrote it.
    }
listening-sent = Sent. Thank you. What the board's chair answers, I'll bring you.
listening-sent-already = That was sent. Press “What I said” on the card to see it.
listening-draft-gone = That draft isn't here any more: it was sent or cancelled, or it was much the same as one that you sent without your name. Press “What I said” on the card to see what you have said.
listening-too-many = You have said { $most } things here. Please take one back first, or leave room for others.
listening-said-already = You have said just that already. Nothing more was sent.
listening-waits = The board hasn't read it yet.
listening-is-read = The board's members can read it. It isn't answered yet.

listening-new = Your people have said something to the board. Please look through it: what isn't for this channel can be hidden.
listening-look = Look through it
listening-look-title =
    { $count ->
        [one] One of your people has spoken
       *[other] { $count } things your people said
    }
listening-look-foot = Hide only what isn't for this channel, such as one employee, a student, or bargaining; its author is told why. The rest goes to the board's members as it is.
listening-titles-read = The board reads the titles.
listening-titles-rated = The people of all groups asked here read the titles, and then the board does. Please say in them what it is about, not who.
listening-titles-hint = People of all groups asked read it, then the board. Please say what it is about, not who.
listening-looked-through = The board reads it by now, so nothing is hidden or moved any more. Its author can still take it back.
listening-is-rated = People are saying which titles matter, so nothing is put under another one now.
listening-may-moderate = Only the leaders of a group look through what its people say.
listening-hide = Hide it
listening-hide-submit = Hide it
listening-hide-undo = Show it again
listening-hidden-done = It is hidden from the board. Its author is told why, with their words and with whom to turn to.
listening-shown-again = It is shown again.
listening-is-hidden = Hidden from the board by { $seat }: { $why }
listening-not-hidden = This is shown again, or you took it back.
listening-hidden-next = While the session is open you can say it in other words. For what isn't for this channel, these people can help:
listening-sort = Under a title
listening-sort-title = Under which title?
listening-sort-which = Title
listening-sort-new = A new one, below
listening-sort-none = None
listening-untitled = Under no title
listening-sorted = It is under “{ $title }”.

listening-close = Close it now
listening-close-asks = Close it now? Nobody can say anything more; what was said is looked through and read.
listening-close-yes = Yes, close it
listening-close-no = Keep it open
listening-closed = It is closed. The board reads from { $when }.
listening-closed-empty = It is closed. Nobody has said anything.
listening-reopen = Open it again
listening-reopened = It is open again.
listening-nobody = Nobody said anything, or nothing is left of it. That happens. A shorter question, or a place where people already are, may help.

listening-to-read =
    { $count ->
        [one] One person spoke to the board. Please read it for yourself: the board discusses nothing here.
       *[other] { $count } things were said to the board. Please read them for yourself: the board discusses nothing here.
    }
listening-read = Read it
listening-list =
    { $count ->
        [one] One thing was said
       *[other] { $count } things were said
    }
listening-may-read = Only members of the board read this, once it has closed.
listening-matters = Which titles matter now
listening-rate-asks = People told { $board } what it should know. It is under these titles. Which matter now? The board's members see counts by group, never who.
listening-rate-done = That's all, thank you. You can change it until { $when }; then the board's members see counts by group.
listening-answer = Answer
listening-answer-again = Change the answer
listening-answer-all = Answer all under this title
listening-answer-title = Answer
listening-answer-way = What comes of it?
listening-way-referred = It is referred to somebody
listening-way-agenda = It is on the agenda of a meeting
listening-way-staff = Staff answer
listening-answer-words = To whom? Which meeting? What do staff say?
listening-answer-hint =
    { $count ->
        [one] The person who said it reads this. For example: regular meeting, October 20, 6 p.m.
       *[other] It answers all { $count } under this title. For example: regular meeting, October 20, 6 p.m.
    }
listening-answer-others = What is under this title has changed. Please look again before you answer all of it.
listening-answer-submit = Send it
listening-wrong-answer = Please write up to { $most } characters: those who spoke read it.
listening-answered =
    { $count ->
        [one] Answered. The one who said it is being told.
       *[other] Answered. The { $count } who said it are being told.
    }
listening-answer-undo = Take the answer back
listening-unanswered = The answer is taken back. Who was told in a letter sees that there.
listening-said-title = What you said to the board
listening-referred = Referred by { $seat }:
listening-agenda = On the agenda of a public meeting. From { $seat }:
listening-staff = What staff answer. From { $seat }:
listening-outcome-gone = The answer to this was taken back. There may be another.
listening-said-foot = It isn't a decision: the board decides in public meetings.

listening-home = The board listens
listening-home-new = Said to the board, to look through
listening-home-read = Said to the board
listening-home-mine = Your listening session
listening-home-say = The board would like to hear from you, until { $when }.
listening-home-see = See it
listening-home-open =
    { $count ->
        [0] Until last night nobody had spoken. Open until { $when }.
        [one] Until last night one thing was said. Open until { $when }.
       *[other] Until last night { $count } things were said. Open until { $when }.
    }
listening-home-yes = The board asks your people, with your yes, until { $when }.
listening-home-waits = It waits for the yes of { $names }.
listening-home-sorting = It is closed, and each group looks its own through. The board reads from { $when }.
listening-home-rating = The people you asked are saying which titles matter. The board reads from { $when }.
listening-home-unanswered =
    { $count ->
        [one] One thing that was said to the board waits for your answer.
       *[other] { $count } things that were said to the board wait for your answer.
    }
