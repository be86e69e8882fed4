joining-home = Joining channels
joining-not-here = To join two channels, type “/somewhere join” in one of them. It has to be a joint or community channel that the district's list of places names.
joining-no-partner = I know no other channel that is meant for just the same groups and buildings as { $place }, so there is none to join it with.
joining-with = With which channel shall { $place } be joined? What people write in one is then shown in the other.
joining-preview = { $places } would become one channel: what people write in one is shown in the other.
joining-ask = Ask everybody
joining-not-now = Not now
joining-gone = Those two channels can't be joined any more: one of them has been joined meanwhile, or is meant for others now.
joining-asked-now = I have asked, in both channels. It begins once the last one has agreed.
joining-on-now = It has begun.
joining-agreed = { $places } have been joined: everybody agreed.
joining-asked = { $name } would like to join { $places }: what people write in one is then shown in the other.
joining-agree = I agree
joining-decline = Better not
joining-end = End this
joining-end-ask = From then on nothing crosses any more. What is in both channels stays, until its author changes or deletes it.
joining-end-sure = Yes, end it
joining-part-by = { $part } ({ $name })
joining-given = Agreed: { $parts }.
joining-missing = Still to agree, by one person with a role in each: { $parts }.
joining-caretaker = a caretaker
joining-seat-of = { $group }
joining-not-yours = Only those who look after me ({ $names }), and people with a role in one of the channels' groups, can decide this.
joining-on = From here on this channel is mirrored: { $places } are joined. What you write in one, people read in the other.
joining-crosses = Messages, changes, deletions, threads and files cross; of reactions only how many there are. Where Discord doesn't let me read messages, only those that name me cross.
joining-pause =
    { $seconds ->
        [0] A message crosses at once.
       *[other] A message crosses after { $seconds } seconds. Until then you can still change or delete it.
    }
joining-pause-of =
    { $seconds ->
        [0] Cross at once
       *[other] After { $seconds } seconds
    }
joining-record = The district may have to release what is written here. Please name no student.
joining-ended-side = { $name } has ended the joining of { $places }. What is written in one is no longer shown in the other.
joining-ended-declined = { $name } would rather not join { $places }, so they stay apart.
joining-ended-people = { $places } are not joined any more: they are no longer meant for the same people. What is written in one is no longer shown in the other.
joining-stays-ended = What you just wrote stays in this channel: it is not joined with the other any more.
joining-stays-muted = What you just wrote stays in this channel: for now, a moderator of your own group doesn't let your messages cross.
joining-stays-below = What you just wrote stays in this channel: the message that you answer isn't in the other one. To be read there, too, please write it in the channel itself.
joining-stays-aside = This message stays in this channel.
joining-stays-nobody = I carry over only what people write for whom both channels are meant, by the district's roster. Your group's representative can tell you more.
joining-why = Why?

shown-home = Your name in joined channels
shown-mine = My name in the other channel
shown-aside = { $name }, this channel is joined with another. What you write is shown there once you choose under which name.
shown-choose = Choose
shown-picture = With your own name, people there may see your picture, too.
shown-ask = This channel is joined with another, where your message isn't shown yet. How may I call you there?
shown-as-me = { $name }
shown-as-other = Another name
shown-as-unnamed = Only “{ $name }”
shown-few =
    { $count ->
        [one] On my list, “{ $name }” can only be you; even without your name, anybody could tell that it is you.
       *[other] On my list, “{ $name }” can only be one of { $count } people; even without your name, it could be guessed who wrote it.
    }
shown-not = Keep what I write here
shown-now-named = In the other channel you are { $name }.
shown-now-unnamed = In the other channel you are “{ $name }”.
shown-now-stays = What you write stays in the channel where you write it.
shown-released =
    { $count ->
        [one] Your message is on its way.
       *[other] Your { $count } messages are on their way.
    }
shown-too-old =
    { $count ->
        [one] One message was waiting for too long and stays. If it still matters, please write it again.
       *[other] { $count } messages were waiting for too long and stay. If they still matter, please write them again.
    }
shown-before-named = What has crossed already keeps the name that it crossed with, or stays without one.
shown-before-unnamed = What has crossed under your name before may still show it. If it should go, please delete it.
shown-typed = What you wrote with “/somewhere say”, as long as I can take it back:
shown-change = You can change this at any time: type /somewhere.
shown-family-of = a { $building } family
shown-family = a family
shown-somebody-of = somebody of { $group }
shown-form = Your name there
shown-form-name = How you want to be called
shown-form-submit = Use this name
shown-wrong-length = Please type a name of at most { $most } characters.
shown-wrong-another = Somebody else here is called that. Please choose another name.

moderate-lately = What people of { $group } have written lately in joined channels. You moderate your own group only.
moderate-nothing = Nothing that people of your group have written lately is in a joined channel.
moderate-not-you = Moderating is for those who lead a group.
moderate-own-only = Each group moderates only what its own members write, and only those who lead it do.
moderate-hide = Hide it
moderate-mute = Mute for a day
moderate-reason = Why?
moderate-reason-hint = The author, both sides' representatives and caretakers read this. No names, please.
moderate-reason-missing = Please say why: the author is told.
moderate-hidden = The copies go, and what { $name } wrote in { $place }, if I may delete it there. If it is still there in a moment: I have asked them to delete it; those who look after that channel can, too.
moderate-muted = What { $name } writes doesn't cross until { $until }. They are told, with your reason.
moderate-log = What moderators did
moderate-log-hide = { $when }: { $by } hid a message of { $name }'s.
moderate-log-mute = { $when }: { $by } muted { $name } for a day.
moderate-no-log = No moderator has done anything in your joined channels.
moderated-hidden = { $name } has hidden a message that you wrote in { $places }. If yours still stands, please delete it. The reason:
moderated-muted = { $name } has muted you in { $places }: until { $until } what you write stays in the channel where you write it. If you change an earlier message, its words go from the other channel. The reason:

moderate-pace-of =
    { $seconds ->
        [0] as often as they like
        [30] one message every 30 seconds
        [120] one message every 2 minutes
       *[600] one message every 10 minutes
    }
moderate-pace-now = How often messages of one person of { $group } cross between { $places }: { $pace }.
moderate-pace-choose =
    { $seconds ->
        [0] As often as they like
        [30] Every 30 seconds
        [120] Every 2 minutes
       *[600] Every 10 minutes
    }
moderate-paced = Of each of { $group }, this crosses now: { $pace }. What comes sooner waits.
moderate-log-pace = { $when }: { $by } chose for everybody of { $group }: { $pace }.
crossing-later = Your group's moderators let messages cross one after the other. This one is shown in the other channel { $when }.
joining-stays-often = What you just wrote stays in this channel: so many messages of yours are waiting to cross that it would take more than an hour.
moderated-ask-button = Ask { $name } why
moderated-asked = I pass your question on to { $name }. You get the answer here.
moderated-asked-already = You have asked { $name } about this already.
moderated-form-text = Your words
moderated-form-hint = Only the two of you read this. The district may have to release it.
moderated-form-submit = Send
moderated-form-missing = Please write something.
moderated-asks = { $name } would like to know why you muted them or hid their message:
moderated-answer = Answer
moderated-answer-sent = { $name } gets your answer.
moderated-answers = { $name } answers your question about what you wrote in a joined channel:

not-crossed-late = A message of yours in { $place } waited for more than an hour for your choice of a name, so it isn't in the other channel. If it still matters, please write it again.
not-crossed-ended = What you wrote in { $place } isn't in the other channel: the two are not joined any more.
not-crossed-muted = What you wrote in { $place } isn't in the other channel: a moderator of your own group muted you before it crossed.
not-crossed-not-meant = What you wrote in { $place } isn't in the other channel: when it was to cross, the roster no longer had you among the people for whom both are meant.
not-crossed-unsure = I can't tell whether what you wrote in { $place } has arrived in the other channel. Please look there, or ask somebody who reads it.
not-crossed-answer = What you wrote in { $place } isn't in the other channel: the message there that it answers has been deleted.
not-crossed-below = What you wrote in { $place } isn't in the other channel: the message that it answers isn't there. To be read there, too, please write it in the channel itself.
not-crossed-left = I couldn't tell whether what you wrote in { $place } has arrived in the other channel. Someone who looks after me has looked, and I don't post it again. Please look there, or ask somebody who reads it.
not-crossed-change = You changed what you wrote in { $place }, but I couldn't change its copy in the other channel. It still says what you wrote before.
not-crossed-changed = You changed what you wrote in { $place }, and the change doesn't cross. So that nobody goes on reading the words you changed, I have taken its words away in the other channel.
not-crossed-quoted = What you changed or deleted in { $place } is still quoted there, in my line below it that counts reactions: I couldn't take it away. Please ask those who look after that channel.
not-crossed-deletion = What you deleted in { $place } is still in the other channel: I couldn't take the copy away. Please ask those who look after that channel.
not-crossed-out-of-reach = What you changed or deleted in { $place } may still be in the other channel as it was: it crossed so long ago that I can't reach it there. Please ask those who look after that channel.
not-crossed-file-large = A file that you sent along in { $place } is too large for the other platform, so it isn't there. You could share a link to it.
not-crossed-file = A file that you sent along in { $place } isn't in the other channel: I couldn't get it, or couldn't bring it there. If it still matters, please send it again.
not-crossed-closed = What you wrote in { $place } isn't in the other channel: that one is archived or gone, or I am not in it any more.
not-crossed-refused = I couldn't bring what you wrote in { $place } to the other channel. If it still matters, please write it again.

held-home = Not sure whether it crossed
held-message = I can't tell whether what { $name } wrote in { $here } has arrived in { $there }. I tried on { $when }. Please look there.
held-file = I can't tell whether a file that { $name } sent along in { $here } has arrived in { $there }. I tried on { $when }. Please look there.
held-send = It's missing: post it
held-leave = Leave it
held-sent = I look once more, and post it in { $place } if it isn't there.
held-left = I don't post it in { $place }. If it is there after all, changes and deletions reach it.
held-gone = That has been decided already, or its author has deleted it.
held-ended = The two channels aren't joined any more: they aren't meant for the same people now. I don't post it.
held-not-yours = Only those who look after me ({ $names }) decide this.

joined-home = This joined channel
joined-here = This channel is joined with { $there }.
joined-crosses-both = All that people write crosses, both ways.
joined-crosses-all = From { $place } all that people write crosses.
joined-crosses-named = From { $place } only messages that name me cross: { $platform } doesn't show me the others. What you type with “/somewhere say” crosses, too.
joined-say = Write in both channels
joined-say-label = What do you want to say?
joined-say-hint = I post it here and in the other channel, under the name that you chose.
joined-say-submit = Post it
joined-say-wrong =
    { $count ->
        [0] Please write what you want to say.
       *[other] Your text has { $count } characters; { $most } fit.
    }
joined-say-not-here = To write in two joined channels at once, type “/somewhere say” in one of them that is meant for you.
joined-say-muted = I didn't post it: for now, a moderator of your own group doesn't let your messages cross.
joined-say-anew = Nothing is posted yet: since you opened this form, the channel may have been joined with another. Look at it once more, then post it.
joined-say-ended = I didn't post it: this channel is not joined with the other any more.
joined-say-often = I didn't post it: so many messages of yours are waiting to cross that it would take more than an hour.
joined-say-own-wish = I didn't post it: you chose that what you write doesn't cross. On /somewhere you can change that.
joined-say-nobody = I didn't post it: I carry over only what people write for whom both channels are meant, by the district's roster. Your group's representative can tell you more.
joined-said = I post it in { $places }.
joined-says-soon = In a moment I post it in { $places }.
joined-said-as = There you are called { $name }.
joined-say-back = Take it back
joined-say-back-of = Take back “{ $begin }”
joined-said-back = Taken back. Where it stood, it now says that it was deleted.
joined-said-back-late = That was posted so long ago that I can't take it away any more. Please ask those who look after the channels.
joined-said-back-in-time = Taken back. Nobody saw it.

unspoken-home = Names in a joined channel
unspoken-slack = In { $place } I say myself who wrote something: Slack doesn't let me post under people's names. The person who manages the Slack app can change that: put the lines marked “Joined channels:” of its manifest in place and install it again. Pictures and reactions need the same lines.
unspoken-discord = In { $place } I say myself who wrote something: Discord doesn't let me post under people's names. The person who manages the server can change that: give me the permission Manage Webhooks in that channel. I notice within ten minutes.
